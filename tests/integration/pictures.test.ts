import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as shapes from '../../src/contract/shapes.ts';
import { isRealContact } from '../../src/domain/keeping/rhythm.ts';
import { CHANNELS, DIRECTIONS, WARMTHS } from '../../src/domain/words.ts';
import { addCircle, changeMembers } from '../../src/services/circles.service.ts';
import { addExchange } from '../../src/services/giving.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { getMapPage } from '../../src/services/map.service.ts';
import { addPromise, addTie, updatePromise } from '../../src/services/memory.service.ts';
import { getContactPicture, getNetworkWarmth, getPersonWarmth } from '../../src/services/over-time.service.ts';
import { listPeople, updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { getYearReview } from '../../src/services/year.service.ts';
import { anotherNetwork, aPerson, aTouchWith, describeNetworks, type TestNetwork } from '../support/a-network.ts';

const TODAY = '2026-11-23';
const PEOPLE = 11;

/** A touch as chance makes it: with some of eleven people, on one of few days, so that they fall together. */
const aChance = fc.record({
  people: fc.uniqueArray(fc.nat(PEOPLE - 1), { minLength: 1, maxLength: 10 }),
  date: fc.constantFrom('2019-12-31', '2024-11-30', '2024-12-01', '2025-12-31', '2026-01-01', '2026-11-01', TODAY),
  channel: fc.constantFrom(...CHANNELS),
  direction: fc.constantFrom(...DIRECTIONS),
  personal: fc.boolean(),
});
type Chance = typeof aChance extends fc.Arbitrary<infer T> ? T : never;

interface Drawn {
  readonly t: TestNetwork;
  readonly ids: readonly string[];
  readonly circle: string;
}

/** Eleven people, the first three of them in a circle. */
async function aGroup(t: TestNetwork): Promise<Drawn> {
  const ids: string[] = [];
  for (let n = 0; n < PEOPLE; n++) ids.push(await aPerson(t, { name: `Person ${n}` }));
  const { id: circle = '' } = await addCircle(t.context(), { name: 'Rowing', rhythmDays: 30 });
  await changeMembers(t.context(), circle, { add: ids.slice(0, 3) });
  return { t, ids, circle };
}

function recount(touches: readonly Chance[], periodOf: (date: string) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { date, channel, direction } of touches) {
    const key = `${periodOf(date)} ${channel} ${direction}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const counted = ({ cells }: shapes.ContactPicture) =>
  new Map(cells.map(({ period, channel, direction, count }) => [`${period} ${channel} ${direction}`, count]));

describeNetworks('pictures', (open) => {
  it('equal a plain recount of the touches, whatever these are', async () => {
    const first = await open();
    await fc.assert(
      fc.asyncProperty(fc.array(aChance, { maxLength: 14 }), async (touches) => {
        const { t, ids, circle } = await aGroup(await anotherNetwork(first));
        for (const { people, ...touch } of touches)
          await aTouchWith(
            t,
            people.map((at) => ids[at] ?? ''),
            touch,
          );
        await aTouchWith(t, ids.slice(0, 1), { date: '2026-12-24', plan: true });
        const real = touches.filter(({ personal, people }) =>
          isRealContact({ personal, plan: false, people: people.length }),
        );

        const byYear = shapes.contactPicture.parse(await getContactPicture(t.context(), { by: 'year' }));
        expect(counted(byYear)).toEqual(recount(real, (date) => date.slice(0, 4)));
        const byMonth = await getContactPicture(t.context(), { by: 'month' });
        const lately = real.filter(({ date }) => date >= '2024-12-01');
        expect(counted(byMonth)).toEqual(recount(lately, (date) => date.slice(0, 7)));
        const inCircle = await getContactPicture(t.context(), { by: 'year', circle });
        expect(counted(inCircle)).toEqual(
          recount(
            real.filter(({ people }) => people.some((at) => at < 3)),
            (date) => date.slice(0, 4),
          ),
        );

        const now = { fine: 0, cooling: 0, 'at-risk': 0, dormant: 0 };
        for (const [at, id] of ids.entries()) {
          const { months } = shapes.personWarmth.parse(await getPersonWarmth(t.context(), id));
          const mine = real.filter(({ people }) => people.includes(at));
          expect(months.reduce((sum, { contacts }) => sum + contacts, 0)).toBe(mine.length);
          const { warmth } = await getPersonPage(t.context(), id);
          expect(months.at(-1)?.warmth ?? null).toBe(warmth);
          if (warmth !== null) now[warmth] += 1;
        }
        const census = shapes.networkWarmth.parse(await getNetworkWarmth(t.context()));
        const { month, ...last } = census.months.at(-1) ?? { month: '2026-11', ...now };
        expect([month, last]).toEqual(['2026-11', now]);

        const year = shapes.yearReview.parse(await getYearReview(t.context(), 2026));
        const ofYear = real.filter(({ date }) => date >= '2026-01-01');
        expect(year.people).toBe(new Set(ofYear.flatMap(({ people }) => people)).size);
        expect(year.days).toBe(new Set(ofYear.map(({ date }) => date)).size);
      }),
      { numRuns: 12 },
    );
  });

  it('are drawn anew when something changed, and of the archived and the owner nothing is counted', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    await aPerson(t, { name: 'Never Met' });
    expect(await getNetworkWarmth(t.context())).toEqual({ months: [] });
    expect(await getContactPicture(t.context(), {})).toEqual({ by: 'month', periods: [], cells: [] });
    await aTouchWith(t, [ada], { date: '2026-10-30' });
    const sums = async () =>
      (await getNetworkWarmth(t.context())).months.map((month) => WARMTHS.reduce((sum, band) => sum + month[band], 0));
    expect(await sums()).toEqual([1, 1]);
    const { stepId } = await updatePerson(t.context(), ada, { archived: true });
    expect(await sums()).toEqual([0, 0]);
    await undo(t.context(), stepId ?? '');
    expect(await sums()).toEqual([1, 1]);
    // Another day is another picture.
    expect((await getNetworkWarmth(t.context({ on: '2026-12-02' }))).months).toHaveLength(3);
    const other = await anotherNetwork(t);
    expect(await getNetworkWarmth(other.context())).toEqual({ months: [] });
    await expect(getPersonWarmth(other.context(), ada)).rejects.toThrow('not here');
    await expect(getContactPicture(t.context(), { circle: 'Nowhere' })).rejects.toThrow('Nowhere');
  });

  it('give periods without gaps, by month for two years and by year from the first', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    await aTouchWith(t, [ada], { date: '2021-05-05' });
    await aTouchWith(t, [ada], { date: '2026-02-05' });
    const { periods } = await getContactPicture(t.context(), { by: 'year' });
    expect(periods).toEqual(['2021', '2022', '2023', '2024', '2025', '2026']);
    const byMonth = await getContactPicture(t.context(), {});
    expect([byMonth.periods.length, byMonth.periods[0], byMonth.periods.at(-1)]).toEqual([24, '2024-12', '2026-11']);
  });

  it('bring the map a page at a time, the closest first, each tie once', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt', circle: 'Close', rhythmDays: 7 });
    const ids = [await aPerson(t, { name: 'Eve Lind' }), await aPerson(t, { name: 'Zed Ito' })];
    const [eve = '', zed = ''] = ids;
    const gone = await aPerson(t, { name: 'Gone Away' });
    await updatePerson(t.context(), gone, { archived: true });
    const { card } = await getPersonPage(t.context(), zed);
    await updatePerson(t.context(), zed, { card: { ...card, organizations: { o: { name: 'Delta Works' } } } });
    await aTouchWith(t, [zed], { date: '2026-11-01' });
    await addTie(t.context(), zed, { kind: 'introduced-by', otherId: ada });
    await addTie(t.context(), ada, { kind: 'sibling', otherId: eve });
    await addTie(t.context(), ada, { kind: 'friend', otherId: gone });
    await addTie(t.context(), ada, { kind: 'child', otherName: 'Mia' });

    const pages = [];
    for (let cursor: string | undefined; ; ) {
      const page = shapes.mapPage.parse(await getMapPage(t.context(), { limit: 2, cursor }));
      pages.push(page);
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(pages.map(({ people, total }) => [people.map(({ name }) => name), total])).toEqual([
      [['Ada Brandt', 'Zed Ito'], 3],
      [['Eve Lind'], 3],
    ]);
    const circle = pages[0]?.circles[0];
    expect(pages[0]?.people).toMatchObject([
      { circle: circle?.id, circles: [circle?.id], closeness: 1, organization: null },
      { circle: null, circles: [], closeness: 0.1, organization: 'Delta Works' },
    ]);
    const drawn = new Set([ada, ...ids]);
    expect(pages.flatMap(({ ties }) => ties).filter(({ from, to }) => drawn.has(from) && drawn.has(to))).toEqual([
      { from: zed, to: ada, kind: 'introduced by', introduction: true },
      { from: ada, to: eve, kind: 'sibling', introduction: false },
    ]);
    await expect(getMapPage(t.context(), { cursor: 'mine' })).rejects.toThrow('not one of ours');
    // The inverse of what is written with a hyphen is seen on the other page too.
    expect((await getPersonPage(t.context(), ada)).ties.map(({ kind }) => kind)).toContain('introduced');
  });

  it('tell a year from what is noted, and the last one in which anything was when none is named', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt', circle: 'Close' });
    const zed = await aPerson(t, { name: 'Zed Ito' });
    const linked = await aPerson(t, { name: 'Only Linked' });
    const empty = await getYearReview(t.context());
    expect(empty).toMatchObject({ year: 2026, years: [2026], people: 0, sections: [], isOver: false });
    const { card } = await getPersonPage(t.context(), ada);
    await updatePerson(t.context(), ada, {
      card: { ...card, anniversaries: { b: { kind: 'birth', date: { month: 3, day: 3 } } } },
    });
    await aTouchWith(t, [ada], { date: '2021-01-10', channel: 'in-person', direction: 'mutual' });
    for (const date of ['2025-03-03', '2025-04-10', '2025-05-10'])
      await aTouchWith(t, [ada], { date, channel: 'phone', direction: 'mine' });
    await aTouchWith(t, [zed], { date: '2025-06-01', channel: 'event', direction: 'mutual', place: 'the OCEAN mixer' });
    await aTouchWith(t, [linked], { date: '2025-07-01', channel: 'linkedin', direction: 'mutual' });
    await t.store.database.write((tx) =>
      tx
        .updateTable('touch')
        .set({ source: 'linkedin' })
        .where('network_id', '=', t.networkId)
        .where('channel', '=', 'linkedin')
        .execute(),
    );
    await addTie(t.context(), zed, { kind: 'introduced by', otherId: ada });
    await addExchange(t.context(), ada, { kind: 'received', text: 'Read my draft', date: '2025-04-10' });
    await addExchange(t.context(), ada, { kind: 'given', text: 'Lent the ladder', date: '2025-04-11' });
    const { id: promise = '' } = await addPromise(t.context({ on: '2025-01-10' }), ada, { by: 'me', text: 'a map' });
    await updatePromise(t.context({ on: '2025-08-08' }), promise, { done: true });

    // Two profiles that were connected had no conversation.
    const { cells } = await getContactPicture(t.context(), { by: 'year' });
    expect(cells.some(({ channel }) => channel === 'linkedin')).toBe(false);
    const review = shapes.yearReview.parse(await getYearReview(t.context()));
    expect(review).toMatchObject({
      year: 2025,
      until: '2025-12-31',
      isOver: true,
      years: [2025, 2024, 2023, 2022, 2021],
      people: 2,
      days: 4,
      months: [0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0],
      inShort: 'In 2025 you were in touch with two people, on four days.',
    });
    expect(review.sections.map(({ kind, sentences }) => [kind, sentences.map(({ text }) => text)])).toEqual([
      ['spoken', ['Nobody was part of your year as often as Ada Brandt: on three days.']],
      ['returned', ['You reached out to Ada Brandt in March, after four years of silence.']],
      ['met', ['You met Zed Ito in June, at the OCEAN mixer.']],
      ['longest', ['You and Ada Brandt have been in touch since 2021, and were again this year.']],
      ['received', ['Ada Brandt did you a good turn in April: “Read my draft”.']],
      ['promises', ['You kept a promise: “a map” for Ada Brandt.']],
      ['occasions', ['You were there for the birthday of Ada Brandt.']],
      ['introducers', ['Ada Brandt once opened the door to Zed Ito.']],
    ]);
    expect((await getYearReview(t.context(), 2023)).people).toBe(0);
    expect((await getYearReview(t.context({ on: '2025-03-31' }))).months).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect((await listPeople(t.context(), {})).total).toBe(3);
  });
});
