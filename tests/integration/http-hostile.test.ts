import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Route, type RouteName, routes } from '../../src/contract/routes.ts';
import { openTestApp, type TestApp } from '../support/an-app.ts';
import { testDialects } from '../support/dialects.ts';

type Schema = z.core.JSONSchema.BaseSchema;

const writes = (Object.entries(routes) as [RouteName, Route][]).filter(
  ([, route]) => route.body && route.auth === 'write',
);

/** What trips programs: days that are none, halves of characters, names of JavaScript's own, ids of something else. */
const TEXTS = [
  '',
  ' ',
  '2027-02-31',
  '0000-00-00',
  '0001-01-01',
  '9999-12-31',
  'a\0b',
  '\ud83d',
  '🧵',
  '__proto__',
  '%',
  "'; --",
  'x'.repeat(300),
];
const DAYS = ['2027-02-31', '0000-00-00', '0001-01-01', '9999-12-31', '2026-11-20', '2026-11-23', '2027-05-05'];
const NUMBERS = [0, 1, -1, 12, 1.5, 1e15, -0];

/** Values of the kinds a schema asks for, right and wrong within them. */
function anyOf(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => anyOf(one, ids)));
  switch (schema.type) {
    case 'object': {
      const fields: Record<string, fc.Arbitrary<unknown>> = {};
      for (const [name, field] of Object.entries(schema.properties ?? {})) fields[name] = anyOf(field as Schema, ids);
      return fc.record(fields, { requiredKeys: schema.required ?? [] });
    }
    case 'array':
      return fc.array(anyOf(schema.items as Schema, ids), { minLength: 1, maxLength: 3 });
    case 'integer':
    case 'number':
      return fc.constantFrom(...NUMBERS);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.constantFrom(...(schema.pattern?.includes('\\d{4}') ? DAYS : [...TEXTS, ...ids]));
  }
}

describe.each(testDialects)('hostile requests on %s', (dialect) => {
  let test: TestApp;
  let token: string;
  /** One of each thing, by the first part of its path. */
  const ids: Record<string, string> = {};
  const send = async (method: string, path: string, body?: unknown) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await test.http.request(`/api/v1${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as { id?: string } };
  };
  beforeAll(async () => {
    test = await openTestApp(dialect);
    token = await test.token('write');
    const add = async (path: string, body: object) => (await send('POST', path, body)).body.id ?? '';
    ids.people = await add('/people', { name: 'Ada Obi' });
    ids.triage = await add('/people', { name: 'Bo Ito' });
    ids.circles = await add('/circles', { name: 'Close', rhythmDays: 30 });
    ids.touches = await add('/touches', { people: [ids.people], channel: 'email' });
    ids.facts = await add(`/people/${ids.people}/facts`, { kind: 'family', text: 'Two sisters' });
    ids.promises = await add(`/people/${ids.people}/promises`, { by: 'me', text: 'Send the book' });
    ids.reminders = await add(`/people/${ids.people}/reminders`, { date: '2027-01-01', text: 'Call' });
    expect(Object.values(ids)).not.toContain('');
  });
  afterAll(() => test.close());

  it.each(writes)('never make the server fail: %s', async (_, route) => {
    const path = route.path.replace('{id}', ids[route.path.split('/')[1] ?? ''] ?? 'nobody');
    const schema = z.toJSONSchema(route.body ?? z.never());
    await fc.assert(
      fc.asyncProperty(anyOf(schema, Object.values(ids)), async (body) => {
        const { status } = await send(route.method.toUpperCase(), path, body);
        expect(test.logged).toEqual([]);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 15 },
    );
  });

  it('leave everything readable', async () => {
    // Whoever was there may have been put away: an address book of nobody is empty.
    await send('POST', '/people', { name: 'Cy Lund' });
    for (const path of [
      '/today?all=true',
      '/people',
      `/people/${ids.triage}`,
      '/circles',
      '/triage',
      '/history',
      '/duplicates',
      '/find?q=ada',
    ]) {
      expect((await send('GET', path)).status, path).toBe(200);
    }
    for (const format of ['vcard', 'vcard3', 'jscontact', 'csv', 'ics', 'archive']) {
      const response = await test.http.request(`/api/v1/export?format=${format}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.status).toBe(200);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
    }
  });
});
