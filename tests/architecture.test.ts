import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkArchitecture } from './support/architecture.ts';

const root = new URL('../', import.meta.url);

/** Every TypeScript file under src and web, from the package root. */
function sourcePaths(): string[] {
  return ['src', 'web'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true })
      .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path)),
  );
}

function problemsOf(path: string, text: string): string[] {
  return checkArchitecture({ path, text }).map(({ message }) => message);
}

it('keeps every import and every reach of src and web within the architecture', () => {
  const paths = sourcePaths();
  expect(paths).toContain('src/domain/dates.ts');
  const violations = paths.flatMap((path) =>
    checkArchitecture({ path, text: readFileSync(new URL(path, root), 'utf8') }),
  );
  expect(violations.map(({ path, line, message }) => `${path}:${line} ${message}`)).toEqual([]);
});

describe('checkArchitecture', () => {
  it.each([
    ['src/domain/a.ts', "import { b } from '../storage/b.ts';", 'domain may not import storage'],
    ['src/domain/a.ts', "import type { B } from '../services/b.ts';", 'domain may not import types of services'],
    ['src/domain/today/a.ts', "export { b } from '../../formats/b.ts';", 'domain may not import formats'],
    ['src/domain/a.ts', "export * from '../contract/b.ts';", 'domain may not import contract'],
    ['src/formats/a.ts', "const b = await import('../storage/b.ts');", 'formats may not import storage'],
    ['src/contract/a.ts', "type B = import('../services/b.ts').B;", 'contract may not import types of services'],
    [
      'src/storage/a.ts',
      "new Worker(new URL('../services/b.ts', import.meta.url));",
      'storage may not import services',
    ],
    ['src/services/a.ts', "import { b } from '../server/b.ts';", 'services may not import server'],
    ['src/services/a.ts', "import { b } from '../app.ts';", 'services may not import root'],
    ['src/server/a.ts', "import { b } from '../storage/b.ts';", 'server may not import storage'],
    ['src/cli/a.ts', "import { b } from '../server/b.ts';", 'cli may not import server'],
    ['src/client/a.ts', "import { b } from '../contract/b.ts';", 'client may not import contract'],
    ['web/lib/a.ts', "import { b } from '../../src/services/b.ts';", 'web may not import services'],
    ['web/lib/a.tsx', "import { type B } from '../../src/contract/b.ts';", 'web may not import contract'],
    ['web/lib/a.ts', "import { z } from 'zod';", 'zod may be imported only in what the browser does not load'],
    ['src/services/a.ts', "import { sql } from 'kysely';", 'kysely may be imported only in src/storage'],
    ['src/app.ts', "import { Kysely } from 'kysely/helpers';", 'kysely/helpers may be imported only in src/storage'],
    ['src/storage/a.ts', "import { Pool } from 'pg';", 'pg may be imported only in src/storage/dialects'],
    [
      'src/storage/a.ts',
      "import { DatabaseSync } from 'node:sqlite';",
      'node:sqlite may be imported only in src/storage/dialects',
    ],
    ['src/domain/a.ts', "import { join } from 'node:path';", 'domain may not import node:path: it runs without Node'],
    ['src/contract/a.ts', "import { join } from 'path';", 'contract may not import path: it runs without Node'],
    [
      'src/storage/a.ts',
      "if (kind === 'sqlite') f();",
      'decides by the kind of database: that belongs in src/storage/dialects',
    ],
    [
      'src/services/a.ts',
      'switch (k) { case `postgres`: f(); }',
      'decides by the kind of database: that belongs in src/storage/dialects',
    ],
    [
      'src/app.ts',
      "const p = url.startsWith('postgres://');",
      'decides by the kind of database: that belongs in src/storage/dialects',
    ],
    [
      'src/storage/a.ts',
      'const f = { sqlite: a, postgres: b }[kind];',
      'decides by the kind of database: that belongs in src/storage/dialects',
    ],
    ['src/app.ts', 'const home = process.env.HOME;', 'reads the environment: only src/main.ts does'],
    ['src/server/a.ts', "const home = process['env']['HOME'];", 'reads the environment: only src/main.ts does'],
    ['src/cli/a.ts', "import { env } from 'node:process';", 'reads the environment: only src/main.ts does'],
    ['src/domain/a.ts', 'const now = Date.now();', 'uses Date.now: the domain is passed it'],
    ['src/domain/a.ts', 'const now = new Date();', 'uses new Date(): the domain is passed the time'],
    ['src/domain/a.ts', 'const id = crypto.randomUUID();', 'uses crypto.randomUUID: the domain is passed it'],
    ['src/server/a.ts', 'export default function a() {}', 'has a default export: name it'],
    ['src/helpers/a.ts', 'export const a = 1;', 'helpers is no layer of the design'],
    ['src/server/a.ts', 'const = 1;', expect.stringContaining('does not parse')],
  ])('finds in %s: %s', (path, text, message) => {
    expect(problemsOf(path, text)).toEqual([message]);
  });

  it.each([
    ['src/services/a.ts', "import { b } from '../storage/b.ts';"],
    ['src/server/api/a.ts', "import { b } from '../../services/b.ts';\nimport { join } from 'node:path';"],
    ['web/lib/a.ts', "import type { B } from '../../src/contract/b.ts';\nimport { c } from '../../src/client/c.ts';"],
    ['src/storage/repositories/a.ts', "import type { Kysely } from 'kysely';"],
    ['src/storage/dialects/a.ts', "import { Pool } from 'pg';\nif (kind === 'sqlite') f();"],
    ['src/app.ts', "import { b } from './storage/b.ts';\nimport { c } from './server/c.ts';"],
    ['src/main.ts', 'const home = process.env.HOME;'],
    ['src/domain/a.ts', 'export const b = new Date(0);'],
    ['src/domain/a.test.ts', "import { b } from '../storage/b.ts';"],
    ['web/vite.config.ts', 'export default {};'],
    ['src/services/a.ts', "const fonts = new URL('../../fonts/', import.meta.url);"],
    ['src/services/a.ts', "const text = 'sqlite';"],
  ])('allows in %s: %s', (path, text) => {
    expect(problemsOf(path, text)).toEqual([]);
  });

  it('names the line', () => {
    expect(checkArchitecture({ path: 'src/domain/a.ts', text: '\n\nexport default 1;' })).toEqual([
      { path: 'src/domain/a.ts', line: 3, message: 'has a default export: name it' },
    ]);
  });
});
