import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findFreePort } from '../support/free-port.ts';
import { cliOn } from '../support/run-cli.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../support/test-database.ts';

const CADDYFILE = fileURLToPath(new URL('../../deploy/Caddyfile', import.meta.url));
const hasCaddy = spawnSync('caddy', ['version']).status === 0;
if (!hasCaddy) process.stderr.write('Skipped: the proxy of the guide, because there is no Caddy on this machine.\n');

/** Tendril as docs/https.md sets it up: listening to this machine alone, with the very Caddyfile of deploy/ before it. */
describe.skipIf(!hasCaddy)('behind Caddy, over HTTPS', () => {
  let database: EmptyDatabase;
  let folder: string;
  let site: string;
  let code: string;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tendril-caddy-'));
    database = await createEmptyDatabase('sqlite');
    site = `https://localhost:${await findFreePort()}`;
    const server = cliOn('sqlite', database).start('serve', '--port', '0', '--public-url', site);
    children.push(server);
    if (!server.stdout) throw new Error('The server has no stdout.');
    const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    const upstream = /http:\/\/(127\.0\.0\.1:\d+)/.exec((await lines.next()).value ?? '')?.[1] ?? '';
    code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await lines.next()).value ?? '')?.[0] ?? '';
    // What a machine that runs tests may not: take port 80, and trust Caddy's own certificates.
    const config = join(folder, 'Caddyfile');
    await writeFile(
      config,
      `{\n\tskip_install_trust\n\tauto_https disable_redirects\n\tadmin off\n}\nimport ${CADDYFILE}\n`,
    );
    const caddy = spawn('caddy', ['run', '--config', config, '--adapter', 'caddyfile'], {
      env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, TENDRIL_SITE: site, TENDRIL_UPSTREAM: upstream },
      stdio: 'ignore',
    });
    children.push(caddy);
    await vi.waitFor(() => send('GET', '/healthz'), { timeout: 20_000, interval: 100 });
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function send(
    method: string,
    path: string,
    { body, cookie }: { body?: object; cookie?: string } = {},
  ): Promise<IncomingMessage> {
    const sent = request(new URL(path, site), {
      method,
      // The certificate is of Caddy's own authority, which nobody here trusts.
      rejectUnauthorized: false,
      headers: { origin: site, 'content-type': 'application/json', ...(cookie !== undefined && { cookie }) },
    });
    sent.end(body === undefined ? undefined : JSON.stringify(body));
    const [answer] = await once(sent, 'response');
    return answer;
  }

  it('asks for the code, signs up, and hears at once of what was written', async () => {
    expect(await json(await send('GET', '/api/v1/session'))).toMatchObject({ claimed: false, needsCode: true });
    const owner = { name: 'Ada Obi', email: 'ada@obi.example', password: 'a long password' };
    expect((await send('POST', '/api/v1/owner', { body: owner })).statusCode).toBe(403);
    const claimed = await send('POST', '/api/v1/owner', { body: { ...owner, code } });
    expect(claimed.statusCode).toBe(200);
    const set = claimed.headers['set-cookie']?.[0] ?? '';
    expect(set).toMatch(/^__Secure-.*; Secure/);

    const cookie = set.split(';')[0] ?? '';
    const events = await send('GET', '/api/v1/events', { cookie });
    const heard = lineWith(createInterface({ input: events }), 'data:');
    expect((await send('POST', '/api/v1/people', { cookie, body: { name: 'Zed Ito' } })).statusCode).toBe(200);
    await heard;
    events.destroy();
    expect(await json(await send('GET', '/api/v1/people', { cookie }))).toMatchObject({
      items: [{ name: 'Zed Ito' }],
    });
  });
});

async function lineWith(lines: AsyncIterable<string>, text: string): Promise<string> {
  for await (const line of lines) if (line.startsWith(text)) return line;
  throw new Error(`The stream ended without ${text}`);
}
