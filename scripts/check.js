// Format, lint and types of everything. Runs all three even when the first fails, so that one run shows all there
// is to mend.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const bin = fileURLToPath(new URL('../node_modules/.bin/', import.meta.url));

const CHECKS = [
  { what: 'format and lint', command: ['biome', 'check', '--error-on-warnings'] },
  { what: 'promises and switches', command: ['oxlint', '--type-aware'] },
  { what: 'types', command: ['tsc', '-b'] },
];

/**
 * Runs every check, with its output on ours.
 * @returns {Promise<string[]>} the names of those that failed
 */
export async function runChecks() {
  const failed = [];
  for (const { what, command } of CHECKS) {
    const [program = '', ...args] = command;
    const started = Date.now();
    const code = await new Promise((resolve, reject) => {
      const child = spawn(bin + program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
      child.on('error', reject).on('close', resolve);
    });
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    process.stdout.write(`check: ${what} (${command.join(' ')}) ${code === 0 ? 'fine' : 'FAILED'} in ${seconds} s\n`);
    if (code !== 0) failed.push(what);
  }
  return failed;
}

if (import.meta.main) process.exitCode = (await runChecks()).length === 0 ? 0 : 1;
