import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchPage } from './fetch-page.ts';
import { readPagesRead } from './pages-read.ts';
import { isPublicAddress } from './public-address.ts';
import { readPage } from './read-page.ts';

const ANSWERS: Readonly<Record<string, RequestListener>> = {
  '/plain': (_, out) => out.setHeader('content-type', 'text/html').end('<title>Tides</title>'),
  '/packed': (_, out) =>
    out
      .setHeader('content-type', 'text/html')
      .setHeader('content-encoding', 'gzip')
      .end(gzipSync('<title>Packed</title>')),
  '/bomb': (_, out) =>
    out
      .setHeader('content-type', 'text/html')
      .setHeader('content-encoding', 'gzip')
      .end(gzipSync(`<title>Big</title>${' '.repeat(50_000_000)}`)),
  '/away': (_, out) => out.writeHead(302, { location: '/plain' }).end(),
  '/round': (_, out) => out.writeHead(302, { location: '/round' }).end(),
  '/file': (_, out) => out.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/picture': (_, out) => out.setHeader('content-type', 'image/png').end('x'),
  '/missing': (_, out) => out.writeHead(404).end(),
  '/slow': () => {},
  '/torn': (_, out) => {
    out.setHeader('content-type', 'text/html').write('<title>Torn</title>');
    setTimeout(() => out.destroy(), 30);
  },
};
const server = createServer((request, out) => ANSWERS[request.url ?? '']?.(request, out));
let base = '';
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const titleAt = async (path: string) => (await readPage(base + path, 'any')).title;

describe('reading a page', () => {
  it('reads its beginning, packed or not, also after a redirect or when the line is cut', async () => {
    expect(await Promise.all(['/plain', '/packed', '/away', '/torn'].map(titleAt))).toEqual([
      'Tides',
      'Packed',
      'Tides',
      'Torn',
    ]);
  });

  it('stops reading what is far too large', async () => {
    expect((await fetchPage(`${base}/bomb`, { pages: 'any' })).bytes.length).toBeLessThanOrEqual(512_000);
  });

  it('says why a page is not read', async () => {
    const why = (path: string) =>
      fetchPage(base + path, { pages: 'any', within: 300 }).catch((error: Error) => error.message);
    expect(await why('/round')).toContain('without an end');
    expect(await why('/file')).toContain('no page');
    expect(await why('/picture')).toContain('no page with a title');
    expect(await why('/missing')).toContain('404');
    expect(await why('/slow')).toContain('in time');
  });

  it.each([
    'http://127.0.0.1',
    'http://2130706433',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://localhost',
    'http://10.1.2.3',
    'http://169.254.169.254/latest/meta-data',
    'http://[fd00::1]',
  ])('never asks %s', async (address) => {
    const port = new URL(base).port;
    const url = address.replace(/(?<=^http:\/\/[^/]+)(?=\/|$)/, `:${port}`);
    await expect(fetchPage(url, { pages: 'public', within: 2_000 })).rejects.toThrow('private address');
  });

  it('asks nobody where pages are not read', async () => {
    await expect(fetchPage(`${base}/plain`, { pages: 'none' })).rejects.toThrow('not read here');
    expect(readPagesRead({})).toBe('public');
    expect(readPagesRead({ TENDRIL_PAGES: ' Any ' })).toBe('any');
    expect(() => readPagesRead({ TENDRIL_PAGES: 'yes' })).toThrow('none, public, any');
  });
});

describe('a public address', () => {
  it('is one of the internet, however it is written', () => {
    for (const one of ['93.184.216.34', '2606:2800:220:1::1', '::ffff:93.184.216.34'])
      expect(isPublicAddress(one), one).toBe(true);
    for (const one of [
      '127.0.0.1',
      '0.0.0.0',
      '100.64.1.1',
      '192.168.1.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
    ])
      expect(isPublicAddress(one), one).toBe(false);
    for (const one of [
      'fe80::1',
      'fc00::1',
      'ff02::1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001:db8::1',
      '::ffff:10.0.0.1',
      'x',
    ])
      expect(isPublicAddress(one), one).toBe(false);
  });
});
