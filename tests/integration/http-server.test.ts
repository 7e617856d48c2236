import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportRun } from '../../src/contract/shapes.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { RunningServer } from '../../src/server/serve.ts';
import { openTestApp, type TestApp } from '../support/an-app.ts';
import { testDialects } from '../support/dialects.ts';
import { startWriteProcess } from '../support/write-process.ts';

const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcffff3f030005fe02fea7d6059b0000000049454e44ae426082',
  'hex',
);
const VCARDS = ['Ada Obi', 'Łukasz Ito']
  .map((name) => `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${name}\r\nEMAIL:${name.charCodeAt(0)}@example.org\r\nEND:VCARD\r\n`)
  .join('');

describe.each(testDialects)('the running server on %s', (dialect) => {
  let test: TestApp;
  let server: RunningServer;
  let headers: { authorization: string };
  beforeEach(async () => {
    test = await openTestApp(dialect);
    server = await test.app.serve({ host: '127.0.0.1', port: 0 });
    headers = { authorization: `Bearer ${await test.token('write')}` };
  });
  afterEach(async () => {
    await server.close();
    expect(test.logged).toEqual([]);
    await test.close();
  });
  const api = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}/api/v1${path}`, { ...init, headers: { ...headers, ...init.headers } });
  const addPerson = async (name: string) => {
    const response = await api('/people', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    return (await response.json()).id as string;
  };

  /** Opens the event stream; `next` answers the seq of the next change. */
  async function listen() {
    const abort = new AbortController();
    const response = await api('/events', { signal: abort.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    return {
      abort: () => abort.abort(),
      reader,
      async next(): Promise<number> {
        for (;;) {
          const event = /event: change\ndata: (.*)\n\n/.exec(text);
          if (event?.[1] !== undefined) {
            text = text.slice(event.index + event[0].length);
            return (JSON.parse(event[1]) as { seq: number }).seq;
          }
          const { done, value } = (await reader?.read()) ?? { done: true };
          if (done) throw new Error('the stream ended');
          text += value;
        }
      },
    };
  }

  it('says it is there, and where', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ ok: true, version: test.app.version });
    expect((await api('/session')).status).toBe(200);
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ ok: true, version: test.app.version });
  });

  it('says so when the port is taken', async () => {
    const port = Number(new URL(server.url).port);
    const error = await test.app.serve({ host: '127.0.0.1', port }).catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).message).toContain(`Port ${port} of 127.0.0.1 is taken`);
    await expect(test.app.serve({ host: '192.0.2.1', port: 0 })).rejects.toThrow('no address of this machine');
  });

  it('answers no stranger’s name for this machine', async () => {
    const status = await new Promise((resolve, reject) => {
      httpRequest(`${server.url}/api/v1/session`, { headers: { host: 'evil.example' } }, (response) =>
        resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });

  it('tells an open page of what another process wrote, within a second', async () => {
    const events = await listen();
    const other = await startWriteProcess(test.url);
    let last = 0;
    for (const name of ['Zed Ito', 'Kofi Mensah', 'Mei Lin']) {
      const written = await other.add(name);
      const seq = await events.next();
      expect(Date.now() - written).toBeLessThan(1_000);
      expect(seq).toBeGreaterThan(last);
      last = seq;
      await wait(300);
    }
    const page = await (await api('/people?q=zed')).json();
    expect(page.items).toHaveLength(1);
    events.abort();
    await other.end();
  });

  it('tells every page of one commit once, and forgets the pages that left', async () => {
    const [one, two] = await Promise.all([listen(), listen()]);
    await addPerson('Ada Obi');
    const seen = await Promise.all([one.next(), two.next()]);
    expect(seen[0]).toBe(seen[1]);
    one.abort();
    await addPerson('Bo Obi');
    expect(await two.next()).toBeGreaterThan(seen[1]);
    two.abort();
    await wait(50);
    const three = await listen();
    await addPerson('Cy Obi');
    expect(await three.next()).toBeGreaterThan(seen[1] + 1);
    three.abort();
  });

  async function imported(form: FormData, query = ''): Promise<ImportRun> {
    const started = await api(`/imports${query}`, { method: 'POST', body: form });
    expect(started.status).toBe(200);
    const { id } = (await started.json()) as ImportRun;
    for (;;) {
      const run = (await (await api(`/imports/${id}`)).json()) as ImportRun;
      if (run.finishedAt !== null) return run;
      await wait(20);
    }
  }
  const uploads = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('tendril-import-'));

  it('imports files sent as a form, and again without creating anyone', async () => {
    const before = await uploads();
    const form = () => {
      const data = new FormData();
      data.append('files', new Blob([VCARDS]), 'C:\\Users\\ada\\my "card"s\n.vcf');
      data.append('note', 'nobody reads this');
      data.append(
        'files',
        new Blob([VCARDS.replace('Ada Obi', 'Bo Obi').replace('65@', 'bo@')]),
        '../../../etc/passwd.vcf',
      );
      return data;
    };
    const dry = await imported(form(), '?dryRun=true');
    expect(dry).toMatchObject({ state: 'done', dryRun: true, report: { created: 3 } });
    expect((await (await api('/people')).json()).total).toBe(0);
    const run = await imported(form());
    expect(run).toMatchObject({
      state: 'done',
      dryRun: false,
      report: { created: 3, updated: 0, unchanged: 1, skipped: 0 },
    });
    expect(run.files).toEqual(['my "card"s .vcf', 'passwd.vcf']);
    const again = await imported(form());
    expect(again.report).toMatchObject({ created: 0, updated: 0, unchanged: 4 });
    expect((await (await api('/people?q=lukasz')).json()).items).toHaveLength(1);
    expect((await (await api('/imports')).json()).imports).toHaveLength(3);
    await wait(50);
    expect((await uploads()).filter((name) => !before.includes(name))).toEqual([]);
  });

  it.each([
    ['a form without a file', () => ({ body: new FormData() })],
    [
      'a file in another field',
      () => {
        const form = new FormData();
        form.append('file', new Blob([VCARDS]), 'a.vcf');
        return { body: form };
      },
    ],
    ['no form', () => ({ body: VCARDS, headers: { 'content-type': 'text/vcard' } })],
    [
      'a form cut off',
      () => ({
        body: '--x\r\ncontent-disposition: form-data; name="files"; filename="a.vcf"\r\n\r\nBEGIN',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      }),
    ],
  ])('refuses %s, and leaves nothing behind', async (_, init) => {
    const before = await uploads();
    const response = await api('/imports', { method: 'POST', ...init() });
    expect(response.status).toBe(400);
    expect((await response.json()).error.message.length).toBeGreaterThan(20);
    expect((await uploads()).filter((name) => !before.includes(name))).toEqual([]);
    expect((await (await api('/imports')).json()).imports).toEqual([]);
  });

  it('says in the report when a file cannot be read', async () => {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(2_000).fill(7)]), 'noise.bin');
    const run = await imported(form);
    expect(run.state).toBe('failed');
    expect(run.error).toContain('noise.bin');
  });

  it('keeps a photo and shows it as nothing but a picture', async () => {
    const id = await addPerson('Ada Obi');
    const put = async (bytes: BlobPart) => {
      const form = new FormData();
      form.append('photo', new Blob([bytes], { type: 'image/png' }), 'ada.png');
      return api(`/people/${id}/photo`, { method: 'PUT', body: form });
    };
    expect((await put(PNG)).status).toBe(200);
    const { photo } = await (await api(`/people/${id}`)).json();
    const response = await api(`/blobs/${photo}`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    expect((await fetch(`${server.url}/api/v1/blobs/${photo}`)).status).toBe(401);
    expect((await put('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')).status).toBe(400);
    expect((await put(Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]))).status).toBe(400);
    expect((await (await api(`/people/${id}`)).json()).photo).toBe(photo);
  });

  it('sends everything as a file with a name', async () => {
    await addPerson('Ada Obi');
    const response = await api('/export');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="tendril.vcf"');
    expect(response.headers.get('content-type')).toContain('text/vcard');
    expect(await response.text()).toContain('FN:Ada Obi');
    const archive = Buffer.from(await (await api('/export?format=archive')).arrayBuffer());
    expect(archive.subarray(0, 2).toString()).toBe('PK');
  });

  it('survives requests that are none', async () => {
    const port = Number(new URL(server.url).port);
    const say = (text: string) =>
      new Promise<string>((resolve, reject) => {
        let answer = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        socket.on('data', (data) => {
          answer += data;
        });
        socket.on('close', () => resolve(answer)).on('error', reject);
      });
    expect(await say('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(
      await say(
        'GET /../../package.json HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\nconnection: close\r\n\r\n',
      ),
    ).toMatch(/^HTTP\/1\.1 404/);
    expect(
      await say('GET /assets/%2e%2e/%2e%2e/package.json HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n'),
    ).toMatch(/^HTTP\/1\.1 404/);
    expect(
      await say('GET http://evil.example/api/v1/session HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n'),
    ).toMatch(/^HTTP\/1\.1 403/);
    expect(await say('GET /api/v1/session HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 (400|403)/);
    expect((await api('/settings')).status).toBe(200);
  });

  it('finishes what it is answering, ends event streams, and is closed within three seconds', async () => {
    const events = await listen();
    const slow = fetch(`${server.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ada@obi.example', password: 'a long password' }),
    });
    await wait(30);
    const started = Date.now();
    await server.close();
    expect(Date.now() - started).toBeLessThan(3_000);
    expect((await slow).status).toBe(401);
    await expect(events.next()).rejects.toThrow('the stream ended');
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    await expect(test.app.store.database.reader.selectFrom('network').selectAll().execute()).rejects.toThrow();
  });
});
