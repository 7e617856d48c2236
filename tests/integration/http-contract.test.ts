import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Route, type RouteName, routes } from '../../src/contract/routes.ts';
import { addPerson } from '../../src/services/people.service.ts';
import { openTestApp, type TestApp } from '../support/an-app.ts';
import { testDialects } from '../support/dialects.ts';

const all = Object.entries(routes) as [RouteName, Route][];
const gets = all.filter(([, route]) => route.method === 'get' && route.auth !== 'anyone');
const writes = all.filter(([, route]) => route.auth === 'write');

const problem = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string().min(10),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
});

/** The address of a route, with an id nobody has. */
function addressOf(route: Route): string {
  const asked: Readonly<Record<string, string>> = { '/find': '?q=ada', '/near': '?city=Delft' };
  return `/api/v1${route.path.replace(/\{\w+\}/g, 'nobody')}${asked[route.path] ?? ''}`;
}

function bearer(token: string) {
  return { authorization: `Bearer ${token}` };
}

describe.each(testDialects)('the HTTP API on %s', (dialect) => {
  let test: TestApp;
  let read: string;
  let write: string;
  beforeAll(async () => {
    test = await openTestApp(dialect);
    read = await test.token('read');
    write = await test.token('write');
  });
  afterAll(() => test.close());

  it.each(all)('gives %s an auth rule and describes it in the OpenAPI document', async (name, route) => {
    expect(['anyone', 'read', 'write']).toContain(route.auth);
    const document = await (await test.http.request('/api/v1/openapi.json')).json();
    const operation = document.paths[route.path][route.method];
    expect(operation.operationId).toBe(name);
    expect(operation.security).toEqual(route.auth === 'anyone' ? [] : undefined);
    expect(operation.responses['401'] !== undefined).toBe(route.auth !== 'anyone' || route.body !== undefined);
    const parameters = (operation.parameters as { name: string; in: string }[])
      .filter((parameter) => parameter.in === 'path')
      .map((parameter) => parameter.name);
    expect(parameters).toEqual([...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
  });

  it('describes nothing that is not mounted, and refers only to what it describes', async () => {
    const response = await test.http.request('/api/v1/openapi.json');
    const text = await response.text();
    const document = JSON.parse(text);
    const described = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(all.map(([, route]) => `${route.method} ${route.path}`).sort());
    const referred = new Set(
      [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)].map((match) => `${match[1]}/${match[2]}`),
    );
    expect(referred.size).toBeGreaterThan(10);
    for (const reference of referred) {
      const [kind = '', name = ''] = reference.split('/');
      expect(document.components[kind]).toHaveProperty(name);
    }
    expect(text).not.toContain('$defs');
  });

  it.each(all.filter(([, route]) => route.auth !== 'anyone'))(
    'answers 401 to %s without credentials and with a wrong token',
    async (_, route) => {
      for (const headers of [{}, bearer('tendril_nothing'), { authorization: 'Basic eDp5' }]) {
        const response = await test.http.request(addressOf(route), { method: route.method.toUpperCase(), headers });
        expect(response.status).toBe(401);
        expect(problem.parse(await response.json()).error.code).toBe('unauthenticated');
        expect(response.headers.get('www-authenticate')).toBe('Bearer');
      }
    },
  );

  it.each(gets.filter(([, route]) => route.params === undefined && route.response))(
    'answers %s as its schema says',
    async (_, route) => {
      const response = await test.http.request(addressOf(route), { headers: bearer(write) });
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      route.response?.parse(await response.json());
    },
  );

  it.each(gets.filter(([, route]) => route.params !== undefined))(
    'answers 404 to %s for what is not there',
    async (name, route) => {
      const response = await test.http.request(addressOf(route), { headers: bearer(read) });
      expect(response.status).toBe(404);
      expect(problem.parse(await response.json()).error.message, name).not.toContain('undefined');
    },
  );

  it.each(writes)('refuses %s to a token that may only read', async (_, route) => {
    const response = await test.http.request(addressOf(route), {
      method: route.method.toUpperCase(),
      headers: bearer(read),
    });
    expect(response.status).toBe(403);
    expect(problem.parse(await response.json()).error.code).toBe('forbidden');
  });

  it.each(writes.filter(([, route]) => route.body instanceof z.ZodObject && !route.body.safeParse({}).success))(
    'names the fields that %s lacks',
    async (_, route) => {
      const response = await test.http.request(addressOf(route), {
        method: route.method.toUpperCase(),
        headers: { ...bearer(write), 'content-type': 'application/json' },
        body: '{}',
      });
      expect(response.status).toBe(400);
      const { error } = problem.parse(await response.json());
      expect(error.code).toBe('invalid');
      expect(error.message).toMatch(/^body\.\w+: /);
    },
  );

  it('prepares for people by their ids, and says what is wrong with a wish it cannot follow', async () => {
    const { id } = await addPerson(test.app.contextFor({ name: 'you', scope: 'write' }), { name: 'Zed Ito' });
    const ask = async (query: string) => {
      const response = await test.http.request(`/api/v1/prep?${query}`, { headers: bearer(read) });
      return { status: response.status, body: await response.json() };
    };
    const one = await ask(`people=${id}`);
    expect(one.status).toBe(200);
    expect(routes.getPrep.response.parse(one.body).people.map(({ name }) => name)).toEqual(['Zed Ito']);
    const many = await ask(`people=${Array.from({ length: 13 }, (_, i) => `p${i}`).join(',')}`);
    expect(many.status).toBe(400);
    expect(problem.parse(many.body).error.message).toContain('12 at most');
    expect((await ask('people=')).status).toBe(400);
    expect((await ask(`people=${id}&touch=t`)).status).toBe(400);
    expect((await ask('people=nobody')).status).toBe(404);
    expect((await ask('touch=nothing')).status).toBe(404);
  });

  it('answers a person, from adding to their page', async () => {
    const added = await test.http.request('/api/v1/people', {
      method: 'POST',
      headers: { ...bearer(write), 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Ada Obi', email: 'ada@obi.example' }),
    });
    expect(added.status).toBe(200);
    const { id } = await added.json();
    const page = await (await test.http.request(`/api/v1/people/${id}`, { headers: bearer(read) })).json();
    expect(page).toMatchObject({ id, name: 'Ada Obi', initials: 'AO' });
    const list = await (await test.http.request('/api/v1/people?q=ada', { headers: bearer(read) })).json();
    expect(list.items.map((person: { name: string }) => person.name)).toEqual(['Ada Obi']);
  });

  it('does once what is sent twice under one Idempotency-Key', async () => {
    const send = () =>
      test.http.request('/api/v1/people', {
        method: 'POST',
        headers: {
          ...bearer(write),
          'content-type': 'application/json',
          'idempotency-key': '01930000-0000-7000-8000-000000000001',
        },
        body: JSON.stringify({ name: 'Grace Twice' }),
      });
    const first = await (await send()).json();
    expect(await (await send()).json()).toEqual(first);
    const list = await (await test.http.request('/api/v1/people?q=twice', { headers: bearer(read) })).json();
    expect(list.items).toHaveLength(1);
    const refused = await test.http.request('/api/v1/people', {
      method: 'POST',
      headers: { ...bearer(write), 'idempotency-key': 'a b' },
    });
    expect(refused.status).toBe(400);
  });

  it('pretends to be on another day when asked to', async () => {
    const page = await (await test.http.request('/api/v1/today?on=2027-03-01', { headers: bearer(read) })).json();
    expect(page.date).toBe('2027-03-01');
    const response = await test.http.request('/api/v1/today?on=2027-02-30', { headers: bearer(read) });
    expect(response.status).toBe(400);
    expect((await response.json()).error.message).toBe('query.on: there is no such day.');
  });

  it('answers HEAD as GET without the body', async () => {
    const response = await test.http.request('/api/v1/settings', { method: 'HEAD', headers: bearer(read) });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect((await test.http.request('/api/v1/events', { method: 'HEAD', headers: bearer(read) })).status).toBe(200);
  });

  it.each([
    ['no JSON', '{"name":'],
    ['JSON of another kind', '[1, 2]'],
    ['a string', '"Ada"'],
    ['null', 'null'],
    ['a deep nest', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['a field of a wrong kind', '{"name":{"$ne":1}}'],
    ['nothing but spaces in a name', '{"name":"   "}'],
    ['a prototype for a name', '{"__proto__":{"name":"x"}}'],
  ])('refuses %s as a body', async (_, body) => {
    const response = await test.http.request('/api/v1/people', {
      method: 'POST',
      headers: { ...bearer(write), 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
    problem.parse(await response.json());
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'refuses JSON sent as %s, which any page could send',
    async (type) => {
      const response = await test.http.request('/api/v1/people', {
        method: 'POST',
        headers: { ...bearer(write), 'content-type': type },
        body: '{"name":"Mallory"}',
      });
      expect(response.status).toBe(400);
      expect((await response.json()).error.message).toContain('application/json');
    },
  );

  it('refuses a huge body, announced or not', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(5_000_000) });
    const headers = { ...bearer(write), 'content-type': 'application/json' };
    const announced = await test.http.request('/api/v1/people', {
      method: 'POST',
      headers: { ...headers, 'content-length': String(body.length) },
      body,
    });
    expect(announced.status).toBe(400);
    const unannounced = await test.http.request('/api/v1/people', {
      method: 'POST',
      headers,
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(unannounced.status).toBe(400);
    expect((await unannounced.json()).error.message).toContain('4 MB');
  });

  it.each([
    '/api/v1/people?cursor=nonsense',
    `/api/v1/people?cursor=${Buffer.from('[1,2]').toString('base64url')}`,
    '/api/v1/people?limit=0',
    '/api/v1/people?limit=501',
    '/api/v1/people?limit=1e9',
    '/api/v1/people?sort=rev;drop',
    '/api/v1/history?cursor=%00',
    '/api/v1/find',
    '/api/v1/export?format=exe',
    '/api/v1/today?all=1',
  ])('refuses %s', async (path) => {
    const response = await test.http.request(path, { headers: bearer(read) });
    expect(response.status).toBe(400);
    problem.parse(await response.json());
  });

  it.each(['%00', '..%2F..%2Fetc', "'%20or%201=1", '%F0%9F%92%A9', 'x'.repeat(64), '%E0%A4%A'])(
    'finds nobody under the id %s',
    async (id) => {
      const response = await test.http.request(`/api/v1/people/${id}`, { headers: bearer(read) });
      expect([400, 404]).toContain(response.status);
      problem.parse(await response.json());
    },
  );

  it('answers unknown paths and methods of the API as problems', async () => {
    for (const [method, path] of [
      ['GET', '/api/v1/nothing'],
      ['PUT', '/api/v1/people'],
      ['GET', '/api/'],
      ['GET', '/api/v2/people'],
      ['POST', '/'],
    ] as const) {
      const response = await test.http.request(path, { method, headers: { accept: 'text/html' } });
      expect(response.status).toBe(404);
      expect(problem.parse(await response.json()).error.code).toBe('not-found');
    }
  });

  it.each([
    ['a day that is none', 'POST', '/people/{id}/promises', { by: 'me', text: 'Call', due: '2027-02-31' }, 400],
    ['an instant that is none', 'POST', '/touches', { people: ['{id}'], channel: 'email', at: 'yesterday' }, 400],
    ['an id that would be hard to type', 'POST', '/people', { id: '__proto__', name: 'Ada' }, 400],
    ['an id that is taken', 'POST', '/people', { id: '{id}', name: 'Ada' }, 409],
    ['a character that cannot be stored', 'POST', '/people', { name: 'Ada\0Obi' }, 400],
    ['half a character', 'POST', '/people', { name: 'Ada \ud83d' }, 200],
  ])('answers %s as it deserves', async (_, method, path, body, status) => {
    const headers = { ...bearer(write), 'content-type': 'application/json' };
    const made = await test.http.request('/api/v1/people', { method: 'POST', headers, body: '{"name":"Some One"}' });
    const { id } = await made.json();
    const fill = (text: string) => text.replaceAll('{id}', id);
    const response = await test.http.request(`/api/v1${fill(path)}`, {
      method,
      headers,
      body: fill(JSON.stringify(body)),
    });
    expect(response.status).toBe(status);
    if (status === 200) expect((await response.json()).message).toContain('\ufffd');
    else problem.parse(await response.json());
  });

  it('hides what nobody foresaw, and logs it', async () => {
    const { database } = test.app.store;
    const broken = await test.app.http();
    const original = database.reader.selectFrom;
    Object.defineProperty(database.reader, 'selectFrom', {
      configurable: true,
      value: () => {
        throw new TypeError('the password is swordfish');
      },
    });
    try {
      const response = await broken.request('/api/v1/settings', { headers: bearer(read) });
      expect(response.status).toBe(500);
      const text = await response.text();
      expect(text).not.toContain('swordfish');
      expect(problem.parse(JSON.parse(text)).error.code).toBe('internal');
      expect(String(test.logged.pop())).toContain('swordfish');
    } finally {
      Object.defineProperty(database.reader, 'selectFrom', { configurable: true, value: original });
    }
  });

  it('says what this process is at /healthz without credentials', async () => {
    const response = await test.http.request('/healthz');
    expect(await response.json()).toEqual({ ok: true, version: test.app.version });
  });

  it('sees in the service what it was told over HTTP', async () => {
    const { id } = await addPerson(test.app.contextFor({ name: 'you', scope: 'write' }), { name: 'Lena Service' });
    const page = await (await test.http.request(`/api/v1/people/${id}`, { headers: bearer(read) })).json();
    expect(page.name).toBe('Lena Service');
    expect(test.logged).toEqual([]);
  });
});
