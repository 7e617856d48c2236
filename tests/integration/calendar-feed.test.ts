import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feeds } from '../../src/server/feeds/index.ts';
import { endCalendarFeed, getCalendarFeed, renewCalendarFeed } from '../../src/services/calendar-feed.service.ts';
import type { Context } from '../../src/services/context.ts';
import { addFact, addPromise, addReminder } from '../../src/services/memory.service.ts';
import { addPerson, updatePerson } from '../../src/services/people.service.ts';
import { addTouch } from '../../src/services/touches.service.ts';
import { openTestApp, TEN, type TestApp } from '../support/an-app.ts';
import { testDialects } from '../support/dialects.ts';

const DAY = 24 * 60 * 60_000;

describe.each(testDialects)('the calendar feed on %s', (dialect) => {
  let test: TestApp;
  let context: Context;
  let path: string;
  let ada: string;
  let bo: string;
  beforeAll(async () => {
    test = await openTestApp(dialect);
    context = test.app.contextFor({ name: 'you', scope: 'write' });
    ada = (await addPerson(context, { name: 'Ada, Obi', rhythmDays: 30 })).id ?? '';
    bo = (await addPerson(context, { name: 'Bo Ito' })).id ?? '';
    path = (await renewCalendarFeed(context)).path;
  });
  afterAll(async () => {
    expect(test.logged).toEqual([]);
    await test.close();
  });

  const get = (at = path, headers: Record<string, string> = {}) => test.http.request(at, { headers });
  const text = async () => (await (await get()).text()).replaceAll('\r\n ', '');

  it('has promises, reminders and plans in it, and no private fact', async () => {
    await addPromise(context, bo, { by: 'me', text: 'send the paper', due: '2026-12-03' });
    await addPromise(context, bo, { by: 'me', text: 'undated' });
    await addReminder(context, bo, { date: '2026-12-04', text: 'ask about Oslo' });
    await addTouch(context, { people: [ada, bo], date: '2026-12-05', channel: 'phone', plan: true });
    await addTouch(context, {
      people: [bo],
      date: '2026-12-06',
      at: '2026-12-06T11:00:00.000Z',
      channel: 'in-person',
      summary: 'lunch',
      plan: true,
    });
    await addFact(context, bo, { kind: 'family', text: 'a secret of theirs', private: true });
    const calendar = await text();
    expect(calendar).toContain('DTSTART;VALUE=DATE:20261203\r\nSUMMARY:Promised to Bo Ito: send the paper');
    expect(calendar).toContain('DTSTART;VALUE=DATE:20261204\r\nSUMMARY:Bo Ito: ask about Oslo');
    expect(calendar).toContain('DTSTART;VALUE=DATE:20261205\r\nSUMMARY:Call Ada\\, Obi and Bo Ito');
    expect(calendar).toContain('DTSTART:20261206T110000Z\r\nDURATION:PT1H\r\nSUMMARY:Bo Ito: lunch');
    expect(calendar).not.toContain('undated');
    expect(calendar).not.toContain('a secret of theirs');
  });

  it('has birthdays, follow-ups and whose turn it is; of the deceased nothing', async () => {
    const card = (name: string) => ({
      '@type': 'Card' as const,
      version: '1.0' as const,
      uid: `urn:uuid:${name}`,
      name: { full: name },
      anniversaries: {
        b: {
          '@type': 'Anniversary' as const,
          kind: 'birth',
          date: { '@type': 'PartialDate', year: 1985, month: 3, day: 1 },
        },
      },
    });
    const cy = (await addPerson(context, { name: 'Cy Mbeki' })).id ?? '';
    const di = (await addPerson(context, { name: 'Di Late' })).id ?? '';
    for (const [id, name] of [
      [cy, 'Cy Mbeki'],
      [di, 'Di Late'],
    ] as const)
      await updatePerson(context, id, { card: card(name) });
    await updatePerson(context, di, { deceased: true });
    await addTouch(context, { people: [cy], date: '2026-11-01', channel: 'in-person', followUp: true });
    await addTouch(context, { people: [ada], date: '2026-11-20', channel: 'phone' });
    const calendar = await text();
    expect(calendar).toContain('DTSTART;VALUE=DATE:20270301\r\nSUMMARY:Cy Mbeki’s birthday: turns 42');
    expect(calendar).toContain('DTSTART;VALUE=DATE:20261123\r\nSUMMARY:Follow up with Cy Mbeki');
    expect(calendar).toContain('DTSTART;VALUE=DATE:20261220\r\nSUMMARY:Catch up with Ada\\, Obi');
    expect(calendar).not.toContain('Di Late');
    test.clock.now = TEN + 40 * DAY;
    expect(await text()).toContain('DTSTART;VALUE=DATE:20270102\r\nSUMMARY:Catch up with Ada\\, Obi');
    test.clock.now = TEN;
  });

  it('answers 304 until the network or the day changes, and grows the sequence', async () => {
    const first = await get();
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const etag = first.headers.get('etag') ?? '';
    const before = await first.text();
    expect((await get(path, { 'if-none-match': `W/${etag}` })).status).toBe(304);
    expect(await text()).toBe(before.replaceAll('\r\n ', ''));
    test.clock.now = TEN + DAY;
    expect((await get(path, { 'if-none-match': etag })).status).toBe(200);
    test.clock.now = TEN;
    await addReminder(context, bo, { date: '2026-12-07', text: 'and again' });
    const after = await get(path, { 'if-none-match': etag });
    expect(after.status).toBe(200);
    const sequence = (calendar: string) => Number(/SEQUENCE:(\d+)/.exec(calendar)?.[1]);
    expect(sequence(await after.text())).toBeGreaterThan(sequence(before));
  });

  it('leaves out who is archived, and lets nobody else’s name go with them', async () => {
    await updatePerson(context, bo, { archived: true });
    const calendar = await text();
    expect(calendar).toContain('SUMMARY:Call Ada\\, Obi\r\n');
    expect(calendar).not.toContain('Bo Ito');
    await updatePerson(context, bo, { archived: false });
    expect(await text()).toContain('Bo Ito');
  });

  it('asks every feed for its secret, and mounts nothing else outside the API', async () => {
    const outside = test.http.mounted.filter((each) => !/ \/api\/v1\//.test(each) && !each.endsWith(' /*'));
    expect(outside.sort()).toEqual(['GET /healthz', ...feeds.map((feed) => `GET ${feed.path}`)].sort());
    const token = await test.token('write');
    const secret = path.split('/').at(-2) ?? '';
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    for (const none of [wrong, 'x', 'a'.repeat(5_000), '%00', "'--"]) {
      const response = await get(`/feeds/${none}/calendar.ics`, { authorization: `Bearer ${token}` });
      expect(response.status, none.slice(0, 80)).toBe(404);
      expect(await response.text()).toContain('There is nothing at GET');
    }
    expect((await get(path)).status).toBe(200);
  });

  it('keeps the hash and never the secret, and neither in the feed of changes', async () => {
    const secret = path.split('/').at(-2) ?? '';
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const { reader } = test.app.store.database;
    const hash = createHash('sha256').update(secret).digest('hex');
    expect(await reader.selectFrom('calendar_feed').select('hash').execute()).toEqual([{ hash }]);
    const said = JSON.stringify([
      await reader.selectFrom('change').selectAll().execute(),
      await reader.selectFrom('step').selectAll().execute(),
    ]);
    expect(said).not.toContain(secret);
    expect(said).not.toContain(hash);
  });

  it('notes that it is read, and ends the old address with a new one and the last with none', async () => {
    expect(await getCalendarFeed(context)).toMatchObject({ on: true, lastReadAt: expect.any(String) });
    const { path: newer } = await renewCalendarFeed(context);
    expect((await get(path)).status).toBe(404);
    expect((await get(newer)).status).toBe(200);
    await endCalendarFeed(context);
    expect((await get(newer)).status).toBe(404);
    expect(await getCalendarFeed(context)).toEqual({ on: false, createdAt: null, lastReadAt: null });
    await expect(endCalendarFeed(context)).rejects.toMatchObject({ code: 'not-found' });
  });
});
