// scripts/setup.js in a checkout of its own, with a stand-in for npm and for the Node that it installs: what it asks
// of npm, when it asks again, and what it says when that fails.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../scripts/setup.js', import.meta.url));

/** Answers as Node 26.10.0, and "builds" where Vite is asked to. */
const FAKE_NODE = `#!/bin/sh
if [ "$1" = --version ]; then echo v26.10.0; exit; fi
echo "vite" >> "$CALLS"
[ -z "$BROKEN_WEB" ] || { echo "Could not resolve ./gone.tsx"; exit 1; }
mkdir -p "$5" && echo built > "$5/index.html"
`;

const FAKE_NPM = `#!/bin/sh
echo "$1" >> "$CALLS"
[ -z "$NO_NETWORK" ] || { echo "npm error network unreachable" >&2; exit 1; }
put_node() { mkdir -p "$(dirname "$1")"; cp "$FAKE_NODE" "$1"; }
case "$1" in
  ci)
    rm -rf node_modules; mkdir -p node_modules/.bin; sleep 0.4
    [ -n "$SCRIPTS_BLOCKED" ] || put_node node_modules/.bin/node ;;
  install)
    for last; do :; done
    echo "$last" >> "$CALLS"
    put_node "$3/node_modules/\${last%@*}/bin/node" ;;
esac
`;

let checkout = '';
let tools = '';

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'tendril-setup-'));
  tools = await mkdtemp(join(tmpdir(), 'tendril-tools-'));
  await mkdir(join(checkout, 'scripts'));
  await cp(script, join(checkout, 'scripts', 'setup.js'));
  await write('package.json', '{ "type": "module", "devDependencies": { "node": "26.10.0" } }');
  await write('package-lock.json', '{ "packages": {} }');
  await write('web/index.html', '<!doctype html>');
  for (const [name, text] of [
    ['npm', FAKE_NPM],
    ['fake-node', FAKE_NODE],
  ] as const) {
    await writeFile(join(tools, name), text);
    await chmod(join(tools, name), 0o755);
  }
});

afterEach(async () => {
  await rm(checkout, { recursive: true });
  await rm(tools, { recursive: true });
});

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(checkout, path)), { recursive: true });
  await writeFile(join(checkout, path), text);
}

type Outcome = { code: unknown; stdout: string; stderr: string };

async function setUp(args: string[] = [], env: Record<string, string> = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [join(checkout, 'scripts', 'setup.js'), ...args], {
    env: {
      ...process.env,
      PATH: [tools, process.env.PATH].join(delimiter),
      CALLS: join(tools, 'calls'),
      FAKE_NODE: join(tools, 'fake-node'),
      ...env,
    },
  });
  const outcome: Outcome = { code: undefined, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (outcome.stdout += chunk));
  child.stderr.on('data', (chunk) => (outcome.stderr += chunk));
  [outcome.code] = await once(child, 'close');
  return outcome;
}

/** What was asked of npm and Vite so far, in order. */
async function calls(): Promise<string[]> {
  return (await readFile(join(tools, 'calls'), 'utf8')).trim().split('\n');
}

it('installs once, says so on stderr alone, and then has nothing to do or to say', async () => {
  const first = await setUp();
  expect(first).toMatchObject({ code: 0, stdout: '' });
  expect(first.stderr).toContain('installing');
  expect(await setUp()).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await calls()).toEqual(['ci']);
});

it('installs again when the lockfile changed, and when the installed Node is gone', async () => {
  await setUp();
  await write('package-lock.json', '{ "packages": { "": {} } }');
  await setUp();
  expect(await calls()).toEqual(['ci', 'ci']);
  await rm(join(checkout, 'node_modules', '.bin', 'node'));
  await setUp();
  expect(await calls()).toEqual(['ci', 'ci', 'ci']);
});

it('leaves alone what npm installed by hand from the same lockfile', async () => {
  const packages = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } };
  await setUp();
  await write('package-lock.json', JSON.stringify({ packages }));
  await write('node_modules/.package-lock.json', JSON.stringify({ packages }));
  expect(await setUp()).toMatchObject({ code: 0, stderr: '' });
  expect(await calls()).toEqual(['ci']);
});

it('installs the pinned Node itself where npm runs no install scripts', async () => {
  expect(await setUp([], { SCRIPTS_BLOCKED: '1' })).toMatchObject({ code: 0 });
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  expect(await calls()).toEqual(['ci', 'install', `${prefix}-${process.platform}-${process.arch}@26.10.0`]);
  expect(await setUp()).toEqual({ code: 0, stdout: '', stderr: '' });
});

it('installs once when two set-ups run at the same time', async () => {
  const outcomes = await Promise.all([setUp(), setUp()]);
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
  expect(outcomes.map(({ stderr }) => stderr).join()).toContain('waiting for another set-up');
  expect(await calls()).toEqual(['ci']);
});

it('takes over from a set-up that died', async () => {
  await write('.cache/setup.lock', `${hostname()} 999999999 0`);
  expect(await setUp()).toMatchObject({ code: 0 });
});

it('shows what npm said and what to do about it, and is not satisfied the next time', async () => {
  const failed = await setUp([], { NO_NETWORK: '1' });
  expect(failed).toMatchObject({ code: 1, stdout: '' });
  expect(failed.stderr).toMatch(/npm error network unreachable[\s\S]*no network to the npm registry/);
  expect(await setUp()).toMatchObject({ code: 0 });
});

it('builds the web app when its sources changed, tests aside', async () => {
  await setUp(['--web']);
  expect(await readFile(join(checkout, 'dist', 'web', 'index.html'), 'utf8')).toBe('built\n');
  await write('web/main.test.tsx', 'test');
  expect(await setUp(['--web'])).toEqual({ code: 0, stdout: '', stderr: '' });
  await write('src/domain/a.ts', 'export const a = 1;');
  await setUp(['--web']);
  expect(await calls()).toEqual(['ci', 'vite', 'vite']);
});

it('shows why the web app could not be built, and builds it the next time', async () => {
  const failed = await setUp(['--web'], { BROKEN_WEB: '1' });
  expect(failed).toMatchObject({ code: 1, stdout: '' });
  expect(failed.stderr).toContain('Could not resolve ./gone.tsx');
  expect(await setUp(['--web'])).toMatchObject({ code: 0 });
  expect(await calls()).toEqual(['ci', 'vite', 'vite']);
});
