// The package as a user gets it: packed, laid into an empty folder beside its declared dependencies, and run.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../', import.meta.url));
const manifest: { version: string; engines: { node: string }; dependencies: Record<string, string> } = JSON.parse(
  await readFile(join(root, 'package.json'), 'utf8'),
);

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no free port.');
  return address.port;
}

/** The answer of a server that may still be starting. */
async function fetchWhenUp(url: string): Promise<Response> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return await fetch(url);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((wake) => setTimeout(wake, 50));
    }
  }
}

describe('the packed and installed package', () => {
  let folder = '';
  let installed = '';
  let bin = '';

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'tendril-package-')));
    await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root, maxBuffer: 2 ** 26 });
    const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
    if (!tarball) throw new Error('npm pack made no package.');
    const modules = join(folder, 'node_modules');
    installed = join(modules, 'tendril');
    await mkdir(installed, { recursive: true });
    await run('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components=1']);
    // Only what package.json declares for users is beside it: an import of a development package fails.
    for (const name of Object.keys(manifest.dependencies)) {
      await mkdir(dirname(join(modules, name)), { recursive: true });
      await symlink(await realpath(join(root, 'node_modules', name)), join(modules, name));
    }
    bin = join(installed, 'bin', 'tendril.cjs');
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('holds compiled code, the web app and its papers, and nothing of the workshop', async () => {
    const files = (await readdir(installed, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));
    expect(files).toEqual(
      expect.arrayContaining([
        'package.json',
        'LICENSE',
        'README.md',
        'bin/tendril.cjs',
        'dist/main.js',
        'dist/web/index.html',
      ]),
    );
    expect(files.filter((path) => /\.tsx?$|\.test\.|tsbuildinfo|^(?!bin\/|dist\/)[^/]+\//.test(path))).toEqual([]);
  });

  it('tells its version', async () => {
    const { stdout } = await run(process.execPath, [bin, '--version'], { cwd: folder });
    expect(stdout.trim()).toBe(manifest.version);
  });

  it('serves the app, and ends when told to', async () => {
    const port = await findFreePort();
    const args = [bin, 'serve', '--port', String(port), '--data', join(folder, 'data')];
    const server = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    onTestFinished(() => void server.kill('SIGKILL'));
    const exited = once(server, 'exit');
    expect((await fetchWhenUp(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toBe(await readFile(join(installed, 'dist', 'web', 'index.html'), 'utf8'));
    server.kill('SIGTERM');
    const [code] = await exited;
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'data'))).toBe(true);
  });
});

describe('bin/tendril.cjs', () => {
  const bin = join(root, 'bin', 'tendril.cjs');

  it('turns an older Node away, saying which it needs and where to get it', async () => {
    const pretend = `Object.defineProperty(process.versions, 'node', { value: '20.19.0' }); require(${JSON.stringify(bin)});`;
    const refusal = await run(process.execPath, ['-e', pretend]).catch((error) => error);
    expect(refusal).toMatchObject({ code: 1, stdout: '' });
    expect(refusal.stderr).toMatch(
      /needs Node 26 or newer, this is Node 20\.19\.0\.\nGet it from https:\/\/nodejs\.org/,
    );
  });

  it('needs the same Node as package.json says', async () => {
    const text = await readFile(bin, 'utf8');
    expect(manifest.engines.node).toBe(`>=${/needed = (\d+)/.exec(text)?.[1]}`);
  });

  it('is written in syntax that any Node can parse', async () => {
    const code = (await readFile(bin, 'utf8')).replaceAll(/\/\/.*$/gm, '').replaceAll(/'(\\.|[^'])*'/g, "''");
    expect(code).not.toMatch(/=>|`|\?\?|\?\.|\b(const|let|class|async|await|import)\b/);
  });
});
