import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, transformWithOxc } from 'vite';

const here = import.meta.dirname;

/** Prints what a browser downloads before Today can be used, as it travels. The bench and the tests read `first-load.json`. */
function brotliSizes(): Plugin {
  return {
    name: 'tendril-brotli-sizes',
    apply: 'build',
    generateBundle(_, bundle) {
      const size = (text: string | Uint8Array) => brotliCompressSync(text).length;
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const first = new Set<string>();
      const visit = (name: string): void => {
        if (first.has(name)) return;
        first.add(name);
        for (const next of byName.get(name)?.imports ?? []) visit(next);
      };
      for (const chunk of chunks) if (chunk.isEntry || chunk.name === 'today') visit(chunk.fileName);
      const sizes = chunks.map((chunk) => ({
        file: chunk.fileName,
        bytes: size(chunk.code),
        first: first.has(chunk.fileName),
      }));
      sizes.sort((a, b) => Number(b.first) - Number(a.first) || b.bytes - a.bytes);
      const total = sizes.filter((entry) => entry.first).reduce((sum, entry) => sum + entry.bytes, 0);
      for (const { file, bytes, first: needed } of sizes)
        console.log(`${needed ? 'first' : 'later'} ${(bytes / 1000).toFixed(1).padStart(7)} kB  ${file}`);
      console.log(`script for a usable Today: ${(total / 1000).toFixed(1)} kB brotli`);
      this.emitFile({
        type: 'asset',
        fileName: 'first-load.json',
        source: JSON.stringify({ bytes: total, files: sizes }),
      });
    },
  };
}

/** Scripts that first pages are written in; other letters of the fonts are kept once they were needed. */
const LATER = /\/(?:inter|newsreader)-(?!latin-wght)/;

/** Builds the worker that opens the app without a network, with the names of the files it keeps. */
function offlineWorker(): Plugin {
  return {
    name: 'tendril-offline-worker',
    apply: 'build',
    async generateBundle(_, bundle) {
      const ofPublic = readdirSync(join(here, 'public')).map((name) => `/${name}`);
      const built = Object.values(bundle).filter(({ fileName }) => fileName.startsWith('assets/'));
      const files = [
        '/',
        ...ofPublic,
        ...built.map(({ fileName }) => `/${fileName}`).filter((name) => !LATER.test(name)),
      ];
      const hash = createHash('sha256').update(files.join());
      // Files whose names stay have their content told apart.
      for (const file of ofPublic) hash.update(readFileSync(join(here, 'public', file)));
      const name = hash.digest('hex').slice(0, 12);
      const path = join(here, 'worker/worker.ts');
      const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path);
      const source = `const BUILD = ${JSON.stringify({ name, files })};\n${code.replace(/^export \{\};?$/m, '')}`;
      this.emitFile({ type: 'asset', fileName: 'worker.js', source });
    },
  };
}

export default defineConfig({
  root: here,
  base: '/',
  plugins: [react(), tailwindcss(), brotliSizes(), offlineWorker()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What the first page needs anyway compresses better together than in the small pieces that later pages share.
          groups: [
            {
              name: 'first',
              test: /node_modules\/(?:react|react-dom|scheduler|@tanstack\/(?:query-core|react-query|router-core|react-router|history))\/|web\/lib\/(?:strings|phrases\.en|language|waiting|live|toasts|api|acts|hooks|days|stand-in)\.ts$/,
            },
          ],
        },
      },
    },
  },
  server: { port: 4748, strictPort: true, proxy: { '/api': process.env.TENDRIL_API ?? 'http://127.0.0.1:4747' } },
});
