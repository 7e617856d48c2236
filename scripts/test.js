// `npm test`: the checks, then every test but the long ones. Arguments go to Vitest and leave the checks out, so
// that `npm test -- src/domain` is quick. The closing lines (versions, counts) are the count reporter's.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runChecks } from './check.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));

/** @param {string[]} args @returns {Promise<number>} exit code */
function runVitest(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, 'run', ...args], { cwd: root, stdio: 'inherit' });
    // A Ctrl-C reaches Vitest by itself; a signal to this process alone has to be passed on.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', reject).on('close', (code) => resolve(code ?? 1));
  });
}

const chosen = process.argv.slice(2);
process.stdout.write(`Node ${process.versions.node} on ${process.platform}-${process.arch}\n`);
const failedChecks = chosen.length === 0 ? await runChecks() : [];
const code = await runVitest(chosen.length === 0 ? ['--project', '!long'] : chosen);
if (failedChecks.length > 0) process.stderr.write(`Checks failed, see above: ${failedChecks.join(', ')}.\n`);
process.exitCode = code || (failedChecks.length > 0 ? 1 : 0);
