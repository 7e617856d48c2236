import { expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../src/domain/dates.ts';
import { generateNetwork } from '../../src/domain/demo/generate-network.ts';
import type { NetworkId } from '../../src/domain/ids.ts';
import { loadCandidates, todaySettings } from '../../src/services/candidates.ts';
import { setCircle } from '../../src/services/circles.service.ts';
import type { Context } from '../../src/services/context.ts';
import { loadNetwork } from '../../src/services/demo.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { dismiss, done, snooze } from '../../src/services/keeping.service.ts';
import { addFact, addPromise, addReminder } from '../../src/services/memory.service.ts';
import { withPasts } from '../../src/services/pasts.ts';
import { updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { readSettings } from '../../src/services/read-settings.ts';
import { updateSettings } from '../../src/services/settings.service.ts';
import { wakingOn, withWaking } from '../../src/services/sleepers.ts';
import { getToday, getTodayPage } from '../../src/services/today.service.ts';
import { addTouch } from '../../src/services/touches.service.ts';
import { readScope, type Store } from '../../src/storage/store.ts';
import {
  anotherNetwork,
  aPerson,
  aTouchWith,
  aVCard,
  describeNetworks,
  importFiles,
  rowsOf,
  type TestNetwork,
} from '../support/a-network.ts';
import { openStore, temporaryFile } from '../support/open-store.ts';
import { selectToday } from '../support/select-today.ts';

const kindsOf = async (t: TestNetwork, on?: string) => {
  const { items } = await getToday(t.context(on === undefined ? {} : { on }), { all: true });
  return Object.fromEntries(items.map((item) => [item.name, item.reasons.map((reason) => reason.kind)]));
};

/** People of whom each has one reason on 23 November 2026, and some who have none. */
async function knownHistories(t: TestNetwork): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  const add = async (name: string, given: Parameters<typeof aPerson>[1] = {}) => {
    const id = await aPerson(t, { name, ...given });
    ids[name] = id;
    return id;
  };
  await addTouch(t.context(), {
    people: [await add('Follow Up')],
    channel: 'event',
    date: '2026-11-21',
    summary: 'Tidal power at the mixer',
    followUp: true,
  });
  await addTouch(t.context(), {
    people: [await add('Reply Owed', { email: 'r@example.org' })],
    channel: 'email',
    direction: 'theirs',
    date: '2026-11-20',
    summary: 'Asked about the boat',
  });
  await addPromise(t.context(), await add('Promise Due'), { by: 'me', text: 'send the book', due: '2026-11-23' });
  await addReminder(t.context(), await add('Own Reminder'), { date: '2026-11-23', text: 'ask about the move' });
  const rhythm = await add('Rhythm Due', { rhythmDays: 7, channel: 'signal', phone: '0612345678' });
  await addTouch(t.context(), { people: [rhythm], channel: 'phone', date: '2026-11-01', summary: 'The new allotment' });
  await addFact(t.context(), rhythm, { kind: 'interest', text: 'Growing leeks' });
  await importFiles(t, {
    'b.vcf':
      aVCard('FN:Birth Day', 'BDAY:1980-11-23') +
      aVCard('FN:Leap Day', 'BDAY:2000-02-29') +
      aVCard('FN:Far Day', 'BDAY:1980-06-01'),
  });
  await addTouch(t.context(), {
    people: [await add('Just Talked', { rhythmDays: 30 })],
    channel: 'phone',
    date: '2026-11-22',
  });
  await aTouchWith(t, [await add('Group Mail', { rhythmDays: 365 })], {
    channel: 'email',
    personal: false,
    date: '2026-11-22',
  });
  const archived = await add('Put Away', { rhythmDays: 1 });
  await addTouch(t.context(), { people: [archived], channel: 'phone', date: '2026-01-01' });
  await updatePerson(t.context(), archived, { archived: true });
  const snoozed = await add('Snoozed', { rhythmDays: 1 });
  await addTouch(t.context(), { people: [snoozed], channel: 'phone', date: '2026-01-01' });
  await snooze(t.context(), snoozed, '2026-12-24');
  return ids;
}

describeNetworks('today', (open) => {
  it('is the people with a reason, the reason, the channel and an opener that fits', async () => {
    const t = await open();
    await knownHistories(t);
    expect(await kindsOf(t)).toEqual({
      'Follow Up': ['follow-up'],
      'Reply Owed': ['reply'],
      'Promise Due': ['promise'],
      'Own Reminder': ['reminder'],
      'Rhythm Due': ['rhythm'],
      'Birth Day': ['occasion'],
    });
    const { items } = await getToday(t.context({ on: '2026-11-23' }), { all: true });
    const of = (name: string) => items.find((item) => item.name === name);
    expect(of('Rhythm Due')).toMatchObject({ channel: 'signal', opener: expect.stringMatching(/allotment|leeks/i) });
    expect(of('Reply Owed')).toMatchObject({ channel: 'email', opener: expect.stringMatching(/boat/i) });
    expect(of('Follow Up')?.opener).toMatch(/tidal power/i);
    for (const item of items) {
      expect(item.opener, item.name).not.toMatch(/undefined|null|\{|\}|\[|\]/);
      for (const reason of item.reasons) expect(reason.text, item.name).toMatch(/^\S.*[.?!…]$/);
    }
    expect(new Set(items.map((item) => item.opener)).size).toBe(items.length);
  });

  it('keeps a 29 February as the settings say', async () => {
    const t = await open();
    await importFiles(t, { 'b.vcf': aVCard('FN:Leap Day', 'BDAY:2000-02-29') });
    await updateSettings(t.context(), { noticeDays: 0 });
    const textOn = async (on: string) => (await getToday(t.context({ on }), { all: true })).items[0]?.reasons[0];
    expect((await textOn('2027-02-28'))?.date).toBe('2027-02-28');
    await updateSettings(t.context(), { leapDayRule: 'mar-1' });
    expect(await textOn('2027-02-28')).toBeUndefined();
    expect((await textOn('2027-03-01'))?.date).toBe('2027-03-01');
    expect((await textOn('2028-02-29'))?.date).toBe('2028-02-29');
  });

  it('keeps a private fact out of every opener', async () => {
    const t = await open();
    const id = await aPerson(t, { name: 'Ada Brandt', rhythmDays: 7 });
    await aTouchWith(t, [id], { date: '2026-10-01' });
    await addFact(t.context(), id, { kind: 'challenge', text: 'Divorce proceedings', private: true });
    const { items } = await getToday(t.context(), {});
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toMatch(/divorce/i);
    expect((await getPersonPage(t.context(), id)).opener).not.toMatch(/divorce/i);
  });

  it('is stored at the first look and stays the same through the day', async () => {
    const t = await open();
    await knownHistories(t);
    await updateSettings(t.context(), { capacity: 3 });
    const first = await getToday(t.context(), {});
    expect(first.items).toHaveLength(3);
    expect(first.waiting).toBe(3);
    expect((await rowsOf(t, ['day_plan'])).day_plan).toHaveLength(1);
    expect(await getToday(t.context(), {})).toEqual(first);
    t.clock.now += 5 * 3_600_000;
    // What is due but not urgent waits for its turn, however strong.
    const late = await aPerson(t, { name: 'Long Due', rhythmDays: 1 });
    await aTouchWith(t, [late], { date: '2020-01-01' });
    const later = await getToday(t.context(), {});
    expect(later.items.map((item) => item.name)).toEqual(first.items.map((item) => item.name));
    expect(later.waiting).toBe(4);
    expect((await getToday(t.context(), { all: true })).items.slice(3).map((item) => item.name)).toContain('Long Due');
  });

  it('gives its reasons in the language of the settings from the next look on, its drafts in English', async () => {
    const t = await open();
    const ids = await knownHistories(t);
    const look = async () => (await getToday(t.context(), {})).items;
    const english = await look();
    await updateSettings(t.context(), { locale: 'de' });
    const german = await look();
    const bare = (items: typeof english) =>
      items.map(({ personId, reasons }) => [personId, reasons.map(({ kind }) => kind)]);
    expect(bare(german)).toEqual(bare(english));
    const reasonOf = (name: string) => german.find(({ personId }) => personId === ids[name])?.reasons[0]?.text;
    expect(reasonOf('Own Reminder')).toBe('Du wolltest erinnert werden: ask about the move.');
    expect(reasonOf('Promise Due')).toMatch(/^Bis heute hast du .* versprochen: send the book\.$/);
    const page = await getPersonPage(t.context(), ids['Rhythm Due'] ?? '');
    expect(page.reasons[0]?.text).toMatch(/^Das letzte Mal ist .* her; du möchtest dich .* melden\.$/);
    expect(page.warmthText).toMatch(/^(?:Ihr|Das letzte Mal) /);
    expect(page.opener).not.toMatch(/\b(?:du|und|ist)\b/);
  });

  it('loses whom one acted on, has them back when that is undone, and gains what became urgent', async () => {
    const t = await open();
    const ids = await knownHistories(t);
    await updateSettings(t.context(), { capacity: 3 });
    const first = await getToday(t.context(), {});
    const [acted] = first.items;
    const { stepId } = await done(t.context(), acted?.personId ?? '', {});
    const without = await getTodayPage(t.context(), {});
    expect(without.items.map((item) => item.name)).toEqual(first.items.slice(1).map((item) => item.name));
    expect(without.done).toBe(1);
    await undo(t.context(), stepId);
    expect((await getToday(t.context(), {})).items.map((item) => item.name)).toEqual(
      first.items.map((item) => item.name),
    );
    const calm = Object.entries(ids).find(([name]) => name === 'Just Talked')?.[1] ?? '';
    await addReminder(t.context(), calm, { date: '2026-11-23', text: 'call before five' });
    const urgent = await getToday(t.context(), {});
    expect(urgent.items.map((item) => item.name)).toEqual([...first.items.map((item) => item.name), 'Just Talked']);
  });

  it('of a pretended day is never stored, and leaves the stored one alone', async () => {
    const t = await open();
    await knownHistories(t);
    await getToday(t.context({ on: '2026-11-23' }), { all: true });
    await getTodayPage(t.context({ on: '2026-12-24' }), { all: true });
    expect((await rowsOf(t, ['day_plan'])).day_plan).toEqual([]);
    await getToday(t.context(), {});
    const stored = await rowsOf(t, ['day_plan']);
    await getToday(t.context({ on: '2026-11-24' }), {});
    expect(await rowsOf(t, ['day_plan'])).toEqual(stored);
  });

  it('shows or counts everyone due, every day, until they are acted on', async () => {
    const t = await open();
    await loadNetwork(
      t.store,
      t.networkId,
      generateNetwork({ seed: 21, people: 120, touches: 500, today: '2026-11-23' as CalendarDate }),
    );
    for (const on of ['2026-11-23', '2026-11-24', '2026-12-07', '2027-01-15', '2028-02-29']) {
      const { items, waiting } = await getToday(t.context({ on }), { all: true });
      const listed = new Set(items.map((item) => item.personId));
      expect(listed.size, 'nobody twice').toBe(items.length);
      expect(waiting).toBe(Math.max(0, items.length - 5));
      const {
        person_state: states = [],
        person = [],
        touch = [],
        touch_person: parts = [],
      } = await rowsOf(t, ['person_state', 'person', 'touch', 'touch_person']);
      const soon = new Set(
        touch
          .filter(
            (row) =>
              row.plan === 1 &&
              String(row.date) >= on &&
              String(row.date) <= String(Temporal.PlainDate.from(on).add({ days: 7 })),
          )
          .map((row) => row.id),
      );
      const met = new Set(parts.filter((row) => soon.has(row.touch_id)).map((row) => row.person_id));
      const resting = new Set(
        person
          .filter((row) => (row.snoozed_until !== null && String(row.snoozed_until) > on) || row.paused_from !== null)
          .map((row) => row.id),
      );
      const due = states.filter(
        (state) =>
          state.active === 1 &&
          state.next_touch !== null &&
          String(state.next_touch) <= on &&
          !met.has(state.person_id) &&
          !resting.has(state.person_id),
      );
      expect(
        due.filter((state) => !listed.has(String(state.person_id))).map((state) => state.name),
        on,
      ).toEqual([]);
    }
  });

  it('is what looking at everyone and writing to everyone gives', async () => {
    const t = await open();
    const day = '2026-11-23' as CalendarDate;
    await loadNetwork(
      t.store,
      t.networkId,
      generateNetwork({ seed: 23, people: 400, touchesPerPerson: 20, today: day }),
    );
    const some = (await rowsOf(t, ['person'])).person?.map((row) => String(row.id)) ?? [];
    for (const on of ['2026-11-23', '2026-12-20', '2027-05-01']) {
      const settings = await readSettings(readScope(t.store, t.networkId));
      const { items } = await getToday(t.context({ on }), { all: true });
      // Ties that went quiet and are waved away, rest, or are about to meet.
      const quiet = items.filter((item) => item.reasons.every(({ kind }) => kind === 'quiet'));
      expect(quiet.length).toBeGreaterThan(settings.capacity);
      const [waved, snoozed, meeting] = quiet.map((item) => item.personId);
      const key = (await getPersonPage(t.context({ on }), waved ?? '')).reasons[0]?.key ?? '';
      await dismiss(t.context({ on }), waved ?? '', key);
      await snooze(t.context({ on }), snoozed ?? '', addDays(on as CalendarDate, 9));
      await addTouch(t.context({ on }), {
        people: [meeting ?? ''],
        channel: 'in-person',
        date: addDays(on as CalendarDate, 3),
        summary: 'Coffee at the harbour',
      });
      const made = await getToday(t.context({ on }), { all: true });
      const scope = readScope(t.store, t.networkId);
      const waking = await wakingOn(t.context({ on }), scope, on as CalendarDate);
      const all = await withPasts(scope, await loadCandidates(scope, some, on as CalendarDate), on as CalendarDate);
      const candidates = all.map((one) => withWaking(one, waking));
      const whole = selectToday({
        today: on as CalendarDate,
        settings: todaySettings(settings),
        candidates: candidates.filter((one) => !one.archived && !one.deceased),
      });
      type Said = { personId: string; score: number; opener: string; reasons: readonly { text: string }[] };
      // What to ask about again is read of whoever is shown, and decides nothing.
      const isWhy = ({ text }: { text: string }) => !text.startsWith('You have not asked');
      const said = (list: readonly Said[]) =>
        list.map(({ reasons, ...item }) => ({
          ...{ personId: item.personId, score: item.score, opener: item.opener },
          reasons: reasons.filter(isWhy).length,
        }));
      expect(made.waiting).toBe(whole.waiting.length);
      expect(said(made.items)).toEqual(said([...whole.items, ...whole.waiting]));
      expect(made.items.map((item) => item.personId)).not.toContain(snoozed);
    }
  });

  it('after two weeks away is a plan and not an alarm', async () => {
    const t = await open();
    await loadNetwork(
      t.store,
      t.networkId,
      generateNetwork({ seed: 22, people: 120, touches: 500, today: '2026-11-23' as CalendarDate }),
    );
    const page = await getTodayPage(t.context({ on: '2026-12-07' }), {});
    expect(page.items).toHaveLength(5);
    expect(page.waiting).toBeGreaterThan(5);
  });

  it.each([
    ['Europe/Amsterdam', '2026-11-22T22:59:59Z', '2026-11-22'],
    ['Europe/Amsterdam', '2026-11-22T23:00:00Z', '2026-11-23'],
    ['America/Los_Angeles', '2026-11-23T07:59:59Z', '2026-11-22'],
    ['America/Los_Angeles', '2026-11-23T08:00:00Z', '2026-11-23'],
    // The night in which the clocks go forward, and the one in which they go back.
    ['Europe/Amsterdam', '2027-03-27T22:59:59Z', '2027-03-27'],
    ['Europe/Amsterdam', '2027-03-28T21:59:59Z', '2027-03-28'],
    ['Europe/Amsterdam', '2027-03-28T22:00:00Z', '2027-03-29'],
    ['Europe/Amsterdam', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['Europe/Amsterdam', '2026-10-25T23:00:00Z', '2026-10-26'],
    ['America/Los_Angeles', '2026-11-02T07:59:59Z', '2026-11-01'],
    ['Pacific/Kiritimati', '2026-11-22T10:00:00Z', '2026-11-23'],
    // Clocks that go forward at midnight: the day begins at one.
    ['Africa/Cairo', '2027-04-29T21:59:59Z', '2027-04-29'],
    ['Africa/Cairo', '2027-04-29T22:00:00Z', '2027-04-30'],
    ['Asia/Kathmandu', '2026-11-22T18:14:59Z', '2026-11-22'],
    ['Asia/Kathmandu', '2026-11-22T18:15:00Z', '2026-11-23'],
  ])('is the owner’s day: in %s at %s it is %s', async (zone, instant, date) => {
    const t = await open();
    await updateSettings(t.context(), { zone });
    t.clock.now = Temporal.Instant.from(instant).epochMilliseconds;
    expect((await getToday(t.context(), {})).date).toBe(date);
    const id = await aPerson(t);
    await done(t.context(), id, {});
    expect((await getPersonPage(t.context(), id)).lastTouch).toBe(date);
  });

  it('begins anew at midnight', async () => {
    const t = await open();
    const ids = await knownHistories(t);
    expect((await kindsOf(t))['Promise Due']).toEqual(['promise']);
    await done(t.context(), ids['Promise Due'] ?? '', {});
    expect(await kindsOf(t)).not.toHaveProperty('Promise Due');
    t.clock.now += 86_400_000;
    expect((await kindsOf(t))['Promise Due']).toEqual(['promise']);
    expect((await getToday(t.context(), {})).date).toBe('2026-11-24');
    expect((await rowsOf(t, ['day_plan'])).day_plan).toHaveLength(1);
  });

  it('shows nobody twice who came from several sources', async () => {
    const t = await open();
    await setCircle(t.context(), { name: 'Close' });
    const card = (uid: string) => aVCard(`UID:${uid}`, 'FN:Grace Osei', 'EMAIL:grace@example.org', 'BDAY:--1123');
    await importFiles(t, { 'a.vcf': card('5a0f2f9c-one'), 'b.vcf': card('5a0f2f9c-two') });
    await importFiles(t, { 'c.vcf': card('5a0f2f9c-three') }, { source: 'phone' });
    expect(await kindsOf(t)).toEqual({ 'Grace Osei': ['occasion'] });
  });

  it('is the same on both databases, in whatever order people came', async () => {
    const t = await open();
    const place = await temporaryFile();
    const lite = await openStore(place.url);
    try {
      const plans = await Promise.all(
        [t, await anotherNetwork(lite)].map((network, i) => seededPlans(network, i === 1)),
      );
      expect(plans[0]).toEqual(plans[1]);
    } finally {
      await lite.store.database.close();
      await place.drop();
    }
  });
});

/** Plans of some days of an invented network whose ids are the same each time, whatever the database. */
async function seededPlans(t: TestNetwork, backwards: boolean): Promise<unknown> {
  let count = 0;
  // A name of each row's own, made of nothing but the order: the same in both stores.
  const random = (length: number) => Uint8Array.from({ length }, (_, i) => (count++ * 31 + i * 7) % 256);
  const store: Store = { ...t.store, random };
  const network = generateNetwork({ seed: 33, people: 80, touches: 300, today: '2026-11-23' as CalendarDate });
  await loadNetwork(store, t.networkId, network);
  if (backwards) await shuffle(store, t.networkId);
  const context = (on: string): Context => ({
    store,
    actor: { networkId: t.networkId, name: 'you', scope: 'write' },
    on: on as CalendarDate,
  });
  const plans = [];
  for (const on of ['2026-11-23', '2026-12-24', '2027-03-01']) plans.push(await getToday(context(on), { all: true }));
  return plans;
}

/** Writes the rows of touches and people once more in the other order, so that a query without an order shows. */
async function shuffle(store: Store, networkId: NetworkId): Promise<void> {
  await store.database.write(async (tx) => {
    for (const table of ['person', 'touch', 'touch_person', 'person_state', 'fact'] as const) {
      const rows = await tx.selectFrom(table).selectAll().where('network_id', '=', networkId).execute();
      await tx.deleteFrom(table).where('network_id', '=', networkId).execute();
      for (const row of rows.reverse())
        await tx
          .insertInto(table)
          .values(row as never)
          .execute();
    }
  });
}
