// `npm run build`, after the web app was built: compiles src/ to plain JavaScript in dist/, since Node does not strip
// types inside node_modules. What an earlier build left is removed first, or deleted sources would be published.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = new URL('../dist/', import.meta.url);
const tsc = fileURLToPath(new URL('../node_modules/.bin/tsc', import.meta.url));

mkdirSync(dist, { recursive: true });
for (const name of readdirSync(dist)) {
  if (name !== 'web') rmSync(new URL(name, dist), { recursive: true });
}
// --force: the compiler's own notes would call the removed files up to date.
const compiled = spawnSync(tsc, ['-b', 'src', '--force'], { cwd: root, stdio: 'inherit' });
if (compiled.error) throw compiled.error;
process.exitCode = compiled.status ?? 1;
