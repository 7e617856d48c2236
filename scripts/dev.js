// `npm run dev`: the server, restarted when its files change, and Vite's own server for the web app in front of it.
// Arguments go to the server. When one of the two ends, so does the other.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const commands = [
  ['--watch', '--watch-preserve-output', 'src/main.ts', 'serve', ...process.argv.slice(2)],
  ['node_modules/vite/bin/vite.js', 'web'],
];
const children = commands.map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));

/** @param {NodeJS.Signals} signal */
function endAll(signal) {
  for (const child of children) child.kill(signal);
}

for (const child of children) {
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    endAll('SIGTERM');
  });
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 0;
    endAll('SIGTERM');
  });
}
process.on('SIGINT', () => endAll('SIGINT'));
process.on('SIGTERM', () => endAll('SIGTERM'));
