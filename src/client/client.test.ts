import { describe, expect, test } from 'vitest';
import { createClient, type MissedCall, type StandIn, urlOf } from './client.ts';
import { ApiError } from './errors.ts';

function answering(status: number, body: unknown) {
  const seen: { url: string; init: RequestInit | undefined }[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    seen.push({ url: String(url), init });
    return typeof body === 'string' ? new Response(body, { status }) : Response.json(body, { status });
  };
  return { fetch, seen };
}

describe('createClient', () => {
  test('puts parameters into the path, the query behind it and the body as JSON', async () => {
    const { fetch, seen } = answering(200, { stepId: null, message: 'ok' });
    await createClient({ fetch, baseUrl: 'http://host', token: 'secret' }).snooze(
      { params: { id: 'a/b' }, body: { until: '2026-12-01' } },
      { idempotencyKey: 'once' },
    );
    expect(seen[0]?.url).toBe('http://host/api/v1/people/a%2Fb/snooze');
    const headers = new Headers(seen[0]?.init?.headers);
    expect(headers.get('authorization')).toBe('Bearer secret');
    expect(headers.get('idempotency-key')).toBe('once');
    expect(headers.get('content-type')).toBe('application/json');
    expect(seen[0]?.init).toMatchObject({ method: 'POST', body: '{"until":"2026-12-01"}' });
  });

  test('leaves absent query parameters out and needs no input where there is none', async () => {
    const { fetch, seen } = answering(200, {});
    const client = createClient({ fetch });
    await client.listPeople({ query: { q: 'zoë & co', circle: undefined, limit: 5 } });
    await client.getSession();
    expect(seen.map((call) => call.url)).toEqual(['/api/v1/people?q=zo%C3%AB+%26+co&limit=5', '/api/v1/session']);
    expect(seen[1]?.init?.body).toBeUndefined();
  });

  test('sends a form as it is, so that the browser writes its boundary', async () => {
    const { fetch, seen } = answering(200, {});
    const form = new FormData();
    await createClient({ fetch }).startImport({ query: { dryRun: 'true' }, form });
    expect(seen[0]?.init?.body).toBe(form);
    expect(new Headers(seen[0]?.init?.headers).get('content-type')).toBeNull();
  });

  test('turns a problem body into an error with its code, sentence and details', async () => {
    const { fetch } = answering(409, { error: { code: 'conflict', message: 'Changed since.', details: { rev: 3 } } });
    const failed = createClient({ fetch }).getToday();
    await expect(failed).rejects.toMatchObject({
      status: 409,
      code: 'conflict',
      message: 'Changed since.',
      details: { rev: 3 },
    });
    await expect(failed).rejects.toBeInstanceOf(ApiError);
  });

  test.each([
    [502, '<h1>Bad gateway</h1>', 'internal'],
    [401, '', 'unauthenticated'],
    [400, { error: { code: 'nonsense', message: 7 } }, 'internal'],
  ] as const)('makes a sentence of a refusal without our body (%i)', async (status, body, code) => {
    const { fetch } = answering(status, body);
    await expect(createClient({ fetch }).getToday()).rejects.toMatchObject({
      status,
      code,
      message: expect.stringContaining(String(status)),
    });
  });

  test('says that the server cannot be reached, with status 0', async () => {
    const client = createClient({ fetch: () => Promise.reject(new TypeError('fetch failed')) });
    await expect(client.getToday()).rejects.toMatchObject({
      status: 0,
      message: expect.stringContaining('cannot be reached'),
    });
  });

  test('passes an abort through as it is', async () => {
    const stop = new AbortController();
    stop.abort();
    const client = createClient({ fetch: () => Promise.reject(new DOMException('stopped', 'AbortError')) });
    await expect(client.getToday({}, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

test('urlOf gives the address of what is not JSON', () => {
  expect(urlOf('getBlob', { params: { id: 'abc' } })).toBe('/api/v1/blobs/abc');
  expect(urlOf('exportAll', { query: { format: 'vcard' } }, 'http://host')).toBe(
    'http://host/api/v1/export?format=vcard',
  );
});

describe('createClient with something to stand in', () => {
  function standingIn(takes = false) {
    const missed: MissedCall[] = [];
    const standIn: StandIn = {
      covers: (name) => name === 'getToday' || name === 'addFact',
      takes: (call) => takes && call.name === 'addFact',
      newKey: () => 'made-here',
      answer: async (call) => {
        missed.push(call);
        return { message: 'kept' };
      },
    };
    return { standIn, missed };
  }
  const aFact = { params: { id: 'ada' }, body: { kind: 'other', text: 'tea' } } as const;
  const silent: typeof fetch = async () => {
    throw new TypeError('no network');
  };

  test('is answered by it when the server is out of reach, with the key the server may have seen', async () => {
    const { standIn, missed } = standingIn();
    const { fetch, seen } = answering(200, {});
    await createClient({ standIn, fetch }).addFact(aFact);
    expect(new Headers(seen[0]?.init?.headers).get('idempotency-key')).toBe('made-here');
    expect(await createClient({ standIn, fetch: silent }).addFact(aFact)).toEqual({ message: 'kept' });
    expect(missed).toEqual([{ name: 'addFact', input: aFact, idempotencyKey: 'made-here' }]);
  });

  test.each([502, 503, 504])('takes %i of a proxy for a server out of reach', async (status) => {
    const { standIn, missed } = standingIn();
    const { fetch } = answering(status, '<h1>Nobody there</h1>');
    await createClient({ standIn, fetch }).getToday();
    expect(missed).toMatchObject([{ name: 'getToday', idempotencyKey: undefined }]);
  });

  test('hears a refusal of the server itself, and a failure of what it does not cover', async () => {
    const { standIn, missed } = standingIn();
    const { fetch } = answering(503, { error: { code: 'busy', message: 'In a moment.' } });
    await expect(createClient({ standIn, fetch }).getToday()).rejects.toMatchObject({ status: 503, code: 'busy' });
    await expect(createClient({ standIn, fetch: silent }).getHistory()).rejects.toMatchObject({ status: 0 });
    expect(missed).toEqual([]);
  });

  test('is not asked after an act of which the caller has let go', async () => {
    const { standIn, missed } = standingIn();
    const stop = new AbortController();
    stop.abort();
    const aborted: typeof fetch = async (_, init) => {
      init?.signal?.throwIfAborted();
      return new Response();
    };
    const call = createClient({ standIn, fetch: aborted }).getToday({}, { signal: stop.signal });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(missed).toEqual([]);
  });

  test('leaves to it what has to come after what waits', async () => {
    const { standIn, missed } = standingIn(true);
    const { fetch, seen } = answering(200, {});
    await createClient({ standIn, fetch }).addFact(aFact);
    expect([missed.length, seen.length]).toEqual([1, 0]);
  });
});
