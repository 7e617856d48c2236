import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebApp } from './static.ts';

describe('WebApp', () => {
  let folder: string;
  let root: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tendril-web-'));
    root = join(folder, 'web');
    await mkdir(join(root, 'assets'), { recursive: true });
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await writeFile(join(root, 'index.html'), '<title>Tendril</title>');
    await writeFile(join(root, 'assets', 'main-abc.js'), 'let a = 1;'.repeat(100));
    await writeFile(join(root, 'assets', 'inter.woff2'), 'font');
    await symlink(join(folder, 'secret.txt'), join(root, 'assets', 'link.txt'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const ask = (web: WebApp, path: string, headers: Record<string, string> = {}) =>
    web.serve(new Request(`http://localhost${path}`, { headers }), path);
  const page = { accept: 'text/html,*/*' };

  it('serves hashed files for ever, compressed for who can read it', async () => {
    const web = new WebApp(root);
    const plain = await ask(web, '/assets/main-abc.js');
    expect(plain?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(plain?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(plain?.headers.get('content-encoding')).toBeNull();
    const small = await ask(web, '/assets/main-abc.js', { 'accept-encoding': 'gzip, br' });
    expect(small?.headers.get('content-encoding')).toBe('br');
    const bytes = Buffer.from((await small?.arrayBuffer()) ?? new ArrayBuffer());
    expect(bytes.length).toBeLessThan(100);
    expect(brotliDecompressSync(bytes).toString()).toBe(await plain?.text());
    expect(
      (await ask(web, '/assets/inter.woff2', { 'accept-encoding': 'br' }))?.headers.get('content-encoding'),
    ).toBeNull();
  });

  it('has the worker and the manifest looked at anew each time, under the same policy', async () => {
    await writeFile(join(root, 'worker.js'), 'self.onfetch = null;');
    await writeFile(join(root, 'app.webmanifest'), '{}');
    const web = new WebApp(root);
    for (const [path, type] of [
      ['/worker.js', 'text/javascript; charset=utf-8'],
      ['/app.webmanifest', 'application/manifest+json; charset=utf-8'],
    ] as const) {
      const answer = await ask(web, path);
      expect(answer?.headers.get('cache-control')).toBe('no-cache');
      expect(answer?.headers.get('content-type')).toBe(type);
      expect(answer?.headers.get('content-security-policy')).toMatch(/default-src 'self'; script-src 'self';/);
    }
  });

  it('sends what the build compressed as it is', async () => {
    await writeFile(join(root, 'assets', 'main-abc.js.br'), 'made by the build');
    const answer = await ask(new WebApp(root), '/assets/main-abc.js', { 'accept-encoding': 'br' });
    expect(await answer?.text()).toBe('made by the build');
  });

  it('answers every address of the app with its page, under a strict policy', async () => {
    const web = new WebApp(root);
    for (const path of ['/', '/people/1234', '/start']) {
      const answer = await ask(web, path, page);
      expect(await answer?.text()).toContain('Tendril');
      expect(answer?.headers.get('cache-control')).toBe('no-cache');
      expect(answer?.headers.get('content-security-policy')).toMatch(/default-src 'self'; script-src 'self';/);
      expect(answer?.headers.get('x-frame-options')).toBe('DENY');
      expect(answer?.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer?.headers.get('x-content-type-options')).toBe('nosniff');
    }
    const again = await ask(web, '/', {
      ...page,
      'if-none-match': (await ask(web, '/', page))?.headers.get('etag') ?? '',
    });
    expect(again?.status).toBe(304);
    expect(await ask(web, '/people', { accept: 'application/json' })).toBeUndefined();
    expect(await ask(web, '/gone-abc.js', page)).toBeUndefined();
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/assets/link.txt',
    '//etc/passwd',
    '/assets',
    '/assets/\0main-abc.js',
    '/constructor',
    '/__proto__',
  ])('has nothing at %s', async (path) => {
    expect(await new WebApp(root).serve(new Request('http://localhost/'), path)).toBeUndefined();
  });

  it('serves the new build once there is one', async () => {
    const web = new WebApp(root);
    await ask(web, '/', page);
    await writeFile(join(root, 'index.html'), '<title>Newer</title>');
    await writeFile(join(root, 'assets', 'main-def.js'), 'let b;');
    await utimes(join(root, 'index.html'), new Date(), new Date(Date.now() + 5_000));
    expect(await (await ask(web, '/', page))?.text()).toContain('Newer');
    expect(await (await ask(web, '/assets/main-def.js'))?.text()).toBe('let b;');
  });

  it('says what to do when it is not built, and notices when it is', async () => {
    const web = new WebApp(join(folder, 'elsewhere'));
    const answer = await ask(web, '/', page);
    expect(answer?.status).toBe(503);
    expect(await answer?.text()).toContain('npm start');
    expect(await ask(web, '/assets/main-abc.js')).toBeUndefined();
    await mkdir(join(folder, 'elsewhere'));
    await writeFile(join(folder, 'elsewhere', 'index.html'), '<title>Here</title>');
    expect(await (await ask(web, '/', page))?.text()).toContain('Here');
  });
});
