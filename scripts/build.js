// `npm run build`, after the web app was built: bundles src/ to plain JavaScript in dist/, since Node does not strip types
// inside node_modules. Few files instead of many: half of a start was finding and reading modules one by one. What an
// earlier build left is removed first, or deleted sources would be published. Types are the business of `npm run check`.

import { copyFileSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Libraries of many small files that nearly every start reads; what is used of them goes into the bundle. */
const BUNDLED = ['@hono/node-server', 'commander', 'hono', 'kysely', 'libphonenumber-js', 'zod'];

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = join(root, 'dist');

mkdirSync(dist, { recursive: true });
for (const name of readdirSync(dist)) {
  if (name !== 'web') rmSync(join(dist, name), { recursive: true });
}
// All beside each other, so that threads and processes find their files as they do in src/.
const entries = ['main.ts', ...globSync('**/*.{worker,child}.ts', { cwd: join(root, 'src') })];
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: BUNDLED },
  build: {
    ssr: true,
    outDir: dist,
    emptyOutDir: false,
    target: 'esnext',
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(entries.map((path) => [basename(path, '.ts'), join(root, 'src', path)])),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
copyFileSync(join(root, 'src/services/cities.tsv'), join(dist, 'cities.tsv'));
writeFileSync(join(dist, 'LICENSES.txt'), BUNDLED.map(noticeOf).join(`\n${'-'.repeat(80)}\n\n`));

/**
 * The notice that must come with a copy of the library.
 * @param {string} name
 */
function noticeOf(name) {
  const folder = join(root, 'node_modules', name);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence to copy.`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
