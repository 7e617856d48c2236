import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getSettings } from '../../src/services/settings.service.ts';
import { from, openTestApp, type TestApp, type TestAppOptions } from '../support/an-app.ts';
import { testDialects } from '../support/dialects.ts';

const HERE = from('127.0.0.1');
const ELSEWHERE = from('192.168.1.20');
const owner = { name: 'Ada Obi', email: 'Ada@Obi.example', password: 'a long password' };
const MINUTE = 60_000;

describe.each(testDialects)('signing in on %s', (dialect) => {
  let test: TestApp;
  const open = async (options?: TestAppOptions) => {
    test = await openTestApp(dialect, options);
  };
  beforeEach(() => open());
  afterEach(async () => {
    expect(test.logged).toEqual([]);
    await test.close();
  });

  type Extra = { headers?: Record<string, string>; env?: ReturnType<typeof from> };
  const send = (method: string, path: string, body?: object, { headers = {}, env = HERE }: Extra = {}) =>
    test.http.request(
      `/api/v1${path}`,
      {
        method,
        headers: { host: 'localhost', ...(body && { 'content-type': 'application/json' }), ...headers },
        ...(body && { body: JSON.stringify(body) }),
      },
      env,
    );
  const cookieOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  const signUp = async () => cookieOf(await send('POST', '/owner', owner));
  const errorOf = async (response: Response) =>
    (await response.json()).error as { code: string; message: string; details?: Record<string, unknown> };

  it('claims the network once, signs in, and out', async () => {
    expect(await (await send('GET', '/session')).json()).toEqual({
      signedIn: false,
      name: null,
      email: null,
      claimed: false,
      needsCode: false,
      demo: false,
    });
    const claimed = await send('POST', '/owner', owner);
    expect(claimed.status).toBe(200);
    expect(await claimed.json()).toEqual({
      signedIn: true,
      name: 'Ada Obi',
      email: 'ada@obi.example',
      claimed: true,
      needsCode: false,
      demo: false,
    });
    expect((await getSettings(test.app.contextFor({ name: 'you', scope: 'read' }))).ownerName).toBe('Ada Obi');
    const [cookie = ''] = claimed.headers.getSetCookie();
    expect(cookie).toMatch(/; Max-Age=2592000;/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);

    const mine = { headers: { cookie: cookieOf(claimed) } };
    expect((await send('GET', '/people', undefined, mine)).status).toBe(200);
    const out = await send('DELETE', '/session', undefined, mine);
    expect(await out.json()).toMatchObject({ signedIn: false, name: null, email: null, claimed: true });
    expect(out.headers.getSetCookie()[0]).toMatch(/Max-Age=0/);
    expect((await send('GET', '/people', undefined, mine)).status).toBe(401);

    const again = await send('POST', '/session', { email: 'ada@obi.EXAMPLE', password: owner.password });
    expect(await again.json()).toMatchObject({ signedIn: true, name: 'Ada Obi' });
    expect((await send('GET', '/people', undefined, { headers: { cookie: cookieOf(again) } })).status).toBe(200);
  });

  it('lets nobody claim it a second time, not even at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((i) => send('POST', '/owner', { ...owner, email: `ada${i}@obi.example` })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    const winner = answers.findIndex((answer) => answer.status === 200) + 1;
    const signedIn = await send('POST', '/session', { email: `ada${winner}@obi.example`, password: owner.password });
    expect(signedIn.status).toBe(200);
    expect((await errorOf(await send('POST', '/owner', owner))).message).toContain('Sign in');
  });

  it('asks for the printed code from another machine, or behind a proxy', async () => {
    const code = await test.http.claimCode();
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    const passedOn = { headers: { 'x-forwarded-for': '203.0.113.9' } };
    const rebound = { headers: { host: 'evil.example' } };
    for (const extra of [{ env: ELSEWHERE }, passedOn, rebound]) {
      expect((await (await send('GET', '/session', undefined, extra)).json()).needsCode).toBe(true);
      const refused = await send('POST', '/owner', owner, extra);
      expect(refused.status).toBe(403);
      expect((await errorOf(refused)).message).toContain('code');
      expect((await send('POST', '/owner', { ...owner, code: 'AAAA-AAAA' }, extra)).status).toBe(403);
    }
    const claimed = await send(
      'POST',
      '/owner',
      { ...owner, code: ` ${code?.toLowerCase().replace('-', ' ')} ` },
      { env: ELSEWHERE },
    );
    expect(claimed.status).toBe(200);
    expect(await test.http.claimCode()).toBeUndefined();
  });

  it.each([
    ['a short password', { ...owner, password: 'short' }, 'password'],
    ['no e-mail address', { ...owner, email: 'ada' }, 'email'],
    ['no name', { ...owner, name: ' ' }, 'name'],
  ])('refuses to sign up with %s, naming the field', async (_, body, field) => {
    const response = await send('POST', '/owner', body);
    expect(response.status).toBe(400);
    expect((await errorOf(response)).message).toContain(`body.${field}`);
  });

  it('says the same of a wrong password and of an unknown address', async () => {
    await signUp();
    const wrong = await send('POST', '/session', { email: owner.email, password: 'another password' });
    const unknown = await send('POST', '/session', { email: 'nobody@obi.example', password: owner.password });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await errorOf(wrong)).toEqual(await errorOf(unknown));
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('stops guessing after ten tries, for a quarter of an hour', async () => {
    await signUp();
    const guess = (password: string) => send('POST', '/session', { email: owner.email, password });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => guess(`wrong password ${i}`)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(401));
    const stopped = await guess(owner.password);
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('retry-after'))).toBe(900);
    expect((await errorOf(stopped)).message).toContain('15 minutes');
    expect(
      (await send('POST', '/session', { email: owner.email, password: owner.password }, { env: ELSEWHERE })).status,
    ).toBe(200);
    test.clock.now += 15 * MINUTE;
    expect((await guess(owner.password)).status).toBe(200);
  });

  it('stops guesses at one address from many machines', async () => {
    await signUp();
    for (let i = 0; i < 30; i++) {
      const guess = await send(
        'POST',
        '/session',
        { email: owner.email, password: 'x' },
        { env: from(`203.0.113.${i}`) },
      );
      expect(guess.status).toBe(401);
    }
    expect(
      (await send('POST', '/session', { email: 'ADA@obi.example', password: 'x' }, { env: from('203.0.113.99') }))
        .status,
    ).toBe(429);
  }, 60_000);

  it('stops guessing the code', async () => {
    for (let i = 0; i < 10; i++)
      expect((await send('POST', '/owner', { ...owner, code: `AAAA-AAA${i}` }, { env: ELSEWHERE })).status).toBe(403);
    const code = await test.http.claimCode();
    expect((await send('POST', '/owner', { ...owner, code }, { env: ELSEWHERE })).status).toBe(429);
  });

  it('believes no cookie that was changed', async () => {
    const cookie = await signUp();
    for (const changed of [
      cookie.replace(/=(.)/, (_, letter) => `=${letter === 'a' ? 'b' : 'a'}`),
      `${cookie}x`,
      'tendril.session_token=',
      'tendril.session_token=%',
      'tendril.session_token=a.b',
      cookie.replace(/\..*$/, ''),
    ]) {
      expect((await send('GET', '/settings', undefined, { headers: { cookie: changed } })).status).toBe(401);
    }
    expect(
      (await send('GET', '/settings', undefined, { headers: { cookie: `other=1; ${cookie}; more=2` } })).status,
    ).toBe(200);
  });

  it('keeps no token in the database that would open a session', async () => {
    const cookie = await signUp();
    const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
    expect(token.length).toBeGreaterThan(20);
    type Sessions = { auth_session: { token: string } };
    const rows = await test.app.store.database.reader
      .withTables<Sessions>()
      .selectFrom('auth_session')
      .select('token')
      .execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.token).toMatch(/^[0-9a-f]{64}$/);
    expect(rows[0]?.token).not.toContain(token);
  });

  it('forgets a session that another process ended within ten seconds', async () => {
    const cookie = await signUp();
    const other = await test.app.http();
    expect((await send('GET', '/settings', undefined, { headers: { cookie } })).status).toBe(200);
    expect((await other.request('/api/v1/session', { method: 'DELETE', headers: { cookie } }, HERE)).status).toBe(200);
    test.clock.now += 10_001;
    expect((await send('GET', '/settings', undefined, { headers: { cookie } })).status).toBe(401);
  });

  it('refuses what another site makes a browser send', async () => {
    const own = { headers: { cookie: await signUp() } };
    const from: [string, Record<string, string>, number][] = [
      ['a form of another site', { 'sec-fetch-site': 'cross-site' }, 403],
      ['another port of this machine', { 'sec-fetch-site': 'same-site' }, 403],
      ['another site, in an older browser', { origin: 'https://evil.example' }, 403],
      ['a sandboxed frame', { origin: 'null' }, 403],
      ['another port, in an older browser', { origin: 'http://localhost:8080' }, 403],
      ['its own page', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }, 200],
      ['its own page, in an older browser', { origin: 'http://localhost' }, 200],
      ['no browser', {}, 200],
    ];
    for (const [who, says, status] of from) {
      const headers = { ...own.headers, ...says };
      expect((await send('PATCH', '/settings', { capacity: 7 }, { headers })).status, who).toBe(status);
      if (status === 200) continue;
      const { email, password } = owner;
      expect((await send('POST', '/session', { email, password }, { headers: says })).status, who).toBe(403);
      expect((await send('DELETE', '/session', undefined, { headers })).status, who).toBe(403);
      expect((await send('GET', '/settings', undefined, { headers })).status, who).toBe(200);
    }
  });

  it('takes a bearer token from any site: it is no cookie', async () => {
    const headers = {
      authorization: `Bearer ${await test.token('write')}`,
      'sec-fetch-site': 'cross-site',
      origin: 'https://friend.example',
    };
    expect((await send('PATCH', '/settings', { capacity: 7 }, { headers })).status).toBe(200);
  });

  it('answers only to names of its own when it listens to this machine alone', async () => {
    const strict = await test.app.http({ hosts: new Set(['tendril.lan']) });
    const ask = async (host: string) => (await strict.request('/api/v1/session', { headers: { host } }, HERE)).status;
    for (const host of ['localhost', 'localhost:4747', '127.0.0.1:4747', '[::1]:4747', 'LOCALHOST', 'tendril.lan:80'])
      expect(await ask(host)).toBe(200);
    for (const host of [
      'evil.example',
      'evil.example:4747',
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      '192.168.1.20',
      '',
    ])
      expect(await ask(host)).toBe(403);
  });

  it('sends cookies over HTTPS only when that is how people reach it', async () => {
    await test.close();
    await open({ publicUrl: 'https://tendril.example' });
    const headers = { host: 'tendril.example', origin: 'https://tendril.example', 'x-forwarded-for': '203.0.113.9' };
    const claimed = await send('POST', '/owner', { ...owner, code: await test.http.claimCode() }, { headers });
    expect(claimed.headers.getSetCookie()[0]).toMatch(/^__Secure-tendril\.session_token=.*; Secure/);
    expect(
      (await send('GET', '/people', undefined, { headers: { ...headers, cookie: cookieOf(claimed) } })).status,
    ).toBe(200);
    const document = await (await send('GET', '/openapi.json')).json();
    expect(document.servers).toEqual([{ url: 'https://tendril.example/api/v1' }]);
  });

  it('counts tries behind its own proxy by the address that the proxy saw', async () => {
    await test.close();
    await open({ publicUrl: 'https://tendril.example' });
    const guess = async (seen: string, email: string) => {
      const headers = { host: 'tendril.example', origin: 'https://tendril.example', 'x-forwarded-for': seen };
      return (await send('POST', '/session', { email, password: 'a wrong password' }, { headers })).status;
    };
    for (let i = 0; i < 10; i++) expect(await guess(`198.51.100.${i}, 203.0.113.9`, `ada${i}@obi.example`)).toBe(401);
    expect(await guess('203.0.113.9', 'ada@obi.example')).toBe(429);
    expect(await guess('203.0.113.9, 203.0.113.10', 'ada@obi.example')).toBe(401);
  });

  it('lets who sits at the machine look around a demo until someone claims it', async () => {
    await test.close();
    await open({ demo: true });
    expect(await (await send('GET', '/session')).json()).toMatchObject({ signedIn: true, claimed: false, demo: true });
    expect((await send('GET', '/today')).status).toBe(200);
    expect((await send('PATCH', '/settings', { capacity: 4 })).status).toBe(200);
    expect(
      (await send('PATCH', '/settings', { capacity: 4 }, { headers: { 'sec-fetch-site': 'cross-site' } })).status,
    ).toBe(403);
    expect((await send('GET', '/today', undefined, { env: ELSEWHERE })).status).toBe(401);
    expect((await send('GET', '/today', undefined, { headers: { host: 'evil.example' } })).status).toBe(401);
    await signUp();
    expect((await send('GET', '/today')).status).toBe(401);
  });
});
