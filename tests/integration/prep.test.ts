import { expect, it } from 'vitest';
import { prep as shape } from '../../src/contract/shapes.ts';
import { addCircle, changeMembers } from '../../src/services/circles.service.ts';
import { addFact, addPromise, addReminder, addTie, updatePromise } from '../../src/services/memory.service.ts';
import { deletePerson, updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { getPrep } from '../../src/services/prep.service.ts';
import { anotherNetwork, aPerson, aTouchWith, describeNetworks, type TestNetwork } from '../support/a-network.ts';

const WEEK = { rhythmDays: 7 };

/** Changes something of a card. */
async function withCard(t: TestNetwork, id: string, change: Record<string, unknown>): Promise<void> {
  const { card } = await getPersonPage(t.context(), id);
  await updatePerson(t.context(), id, { card: { ...card, ...change } });
}

/** How many queries a look takes, whatever they answer. */
async function queriesOf(t: TestNetwork, people: readonly string[]): Promise<number> {
  let count = 0;
  const context = t.context();
  const { database } = context.store;
  const reader = new Proxy(database.reader, {
    get(target, key) {
      if (key === 'selectFrom' || key === 'with') count += 1;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const counted = new Proxy(database, {
    get(target, key) {
      if (key === 'reader') return reader;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  await getPrep({ ...context, store: { ...context.store, database: counted } }, { people });
  return count;
}

describeNetworks('preparing for a meeting', (open) => {
  it('tells where one left off with a person, what is new, what was promised, and what to ask', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt', ...WEEK });
    await withCard(t, ada, { anniversaries: { b: { kind: 'birth', date: { year: 1986, month: 12, day: 3 } } } });
    await aTouchWith(t, [ada], { date: '2019-05-02', summary: 'Met at the OCEAN mixer', channel: 'event' });
    await aTouchWith(t, [ada], { date: '2026-09-01', summary: 'Coffee. She is applying for the post in Kiel' });
    for (const day of ['10-01', '10-02', '10-03'])
      await aTouchWith(t, [ada], { date: `2026-${day}`, summary: `Talked about ${day}` });
    await aTouchWith(t, [ada], { date: '2026-11-01', summary: '' });
    await addFact(t.context({ on: '2026-01-10' }), ada, { kind: 'family', text: 'Daughter Mia' });
    await addFact(t.context({ on: '2026-11-10' }), ada, { kind: 'challenge', text: 'Sleeps badly', private: true });
    await addPromise(t.context(), ada, { by: 'me', text: 'the sailing book', due: '2026-11-30' });
    await addPromise(t.context(), ada, { by: 'them', text: 'the recipe' });
    const { id: kept = '' } = await addPromise(t.context(), ada, { by: 'me', text: 'a map' });
    await updatePromise(t.context(), kept, { done: true });
    await addReminder(t.context(), ada, { date: '2026-12-01', text: 'ask about the race' });
    const plan = await aTouchWith(t, [ada], { date: '2026-11-28', summary: 'Dinner at mine', channel: 'in-person' });

    const prep = shape.parse(await getPrep(t.context(), { people: [ada] }));
    expect(prep).toMatchObject({ date: '2026-11-23', touch: null, common: [] });
    const [person] = prep.people;
    expect(person).toMatchObject({
      name: 'Ada Brandt',
      howMet: { text: 'Met at the OCEAN mixer', date: '2019-05-02', from: 'touch' },
      lastTouch: '2026-11-01',
    });
    expect(person?.touches.map(({ date }) => date)).toEqual(['2026-10-03', '2026-10-02', '2026-10-01']);
    expect(person?.news).toEqual([
      { kind: 'occasion', text: 'birthday, turning 40', date: '2026-12-03', private: false },
      { kind: 'plan', text: 'Dinner at mine', date: '2026-11-28', private: false },
      { kind: 'fact', text: 'Sleeps badly', date: '2026-11-10', private: true },
    ]);
    expect(person?.remember.map(({ text }) => text)).toEqual(['Daughter Mia']);
    expect(person?.promises.map(({ by, text }) => `${by}: ${text}`).sort()).toEqual([
      'me: the sailing book',
      'them: the recipe',
    ]);
    const asked = person?.questions.map(({ text }) => text) ?? [];
    expect(asked).toContain('You wanted to: ask about the race.');
    expect(asked).toContain('Ask how it went: “She is applying for the post in Kiel”.');
    expect(asked.some((text) => text.includes('Mia'))).toBe(true);
    expect(asked.join()).not.toContain('Sleeps');

    // The plan one prepares for is no news of itself.
    const planned = await getPrep(t.context(), { touch: plan });
    expect(planned.touch).toMatchObject({ id: plan, plan: true });
    expect(planned.people[0]?.news.map(({ kind }) => kind)).toEqual(['occasion', 'fact']);
  });

  it('tells what several have in common', async () => {
    const t = await open();
    const [ada, tom, leo] = [
      await aPerson(t, { name: 'Ada Brandt' }),
      await aPerson(t, { name: 'Tom Okoye' }),
      await aPerson(t, { name: 'Leo Marsh' }),
    ];
    const { id: circle = '' } = await addCircle(t.context(), { name: 'Rowing' });
    await changeMembers(t.context(), circle, { add: [ada, tom] });
    for (const id of [ada, tom]) {
      await withCard(t, id, {
        organizations: { o: { name: 'Delta Works' } },
        addresses: { a: { components: [{ kind: 'locality', value: 'Rotterdam' }] } },
      });
      await addTie(t.context(), id, { kind: 'friend', otherId: leo, otherName: 'Leo Marsh' });
      await addFact(t.context(), id, { kind: 'interest', text: 'Tidal power' });
      await addFact(t.context(), id, { kind: 'interest', text: 'Collects beetles', private: true });
    }
    await addTie(t.context(), ada, { kind: 'sibling', otherId: tom, otherName: 'Tom Okoye' });
    await aTouchWith(t, [ada, tom], { date: '2026-10-12', summary: 'Dinner at Leo’s', channel: 'in-person' });
    await updatePerson(t.context(), leo, { deceased: true });

    const { common, people } = await getPrep(t.context(), { people: [ada, tom] });
    expect(people.map(({ id }) => id)).toEqual([ada, tom]);
    expect(common.map(({ text }) => text)).toEqual([
      'Tom Okoye is Ada Brandt’s sibling.',
      'Last together on 12 October: “Dinner at Leo’s”.',
      'Both knew Leo Marsh, who has died.',
      'Both are at Delta Works.',
      'Both are in Rotterdam.',
      'Both are in your circle Rowing.',
      'Both care for tidal power.',
    ]);
    expect(common[2]).toMatchObject({ people: [ada, tom], otherId: leo });
  });

  it('prepares nothing cheerful of who has died, and nothing of who is archived', async () => {
    const t = await open();
    const [ada, tom] = [await aPerson(t, { name: 'Ada Brandt' }), await aPerson(t, { name: 'Tom Okoye' })];
    for (const id of [ada, tom]) {
      await withCard(t, id, { anniversaries: { b: { kind: 'birth', date: { month: 11, day: 24 } } } });
      await aTouchWith(t, [id], { date: '2026-09-01', summary: 'She moves to Lyon next month' });
      await addFact(t.context(), id, { kind: 'gift-idea', text: 'A kite' });
      await addPromise(t.context(), id, { by: 'me', text: 'the book' });
    }
    await withCard(t, ada, {
      anniversaries: {
        b: { kind: 'birth', date: { month: 11, day: 24 } },
        d: { kind: 'death', date: { year: 2026, month: 10, day: 2 } },
      },
    });
    await updatePerson(t.context(), tom, { archived: true });
    const { people, common } = await getPrep(t.context(), { people: [ada, tom] });
    expect(people[0]).toMatchObject({
      deceased: true,
      died: '2 October 2026',
      news: [],
      questions: [],
      promises: [],
      remember: [],
    });
    expect(people[0]?.touches).toHaveLength(1);
    expect(people[1]).toMatchObject({ archived: true, news: [], questions: [], promises: [{ text: 'the book' }] });
    expect(people[1]?.remember.map(({ text }) => text)).toEqual(['A kite']);
    expect(common).toEqual([]);
  });

  it('has a page also for somebody of whom nothing is known', async () => {
    const t = await open();
    const zed = await aPerson(t, { name: 'Zed Ito' });
    const { people } = await getPrep(t.context(), { people: [zed, zed] });
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({
      howMet: null,
      lastTouch: null,
      touches: [],
      news: [],
      remember: [],
      questions: [],
    });
  });

  it('finds the next plan by day, then by hour, and says when there is none', async () => {
    const t = await open();
    expect(await getPrep(t.context(), {})).toEqual({ date: '2026-11-23', touch: null, people: [], common: [] });
    const [ada, tom] = [await aPerson(t, { name: 'Ada Brandt' }), await aPerson(t, { name: 'Tom Okoye' })];
    const plan = (date: string, at: string | null, people: readonly string[]) =>
      aTouchWith(t, people, { date, at, plan: true, summary: 'Lunch', channel: 'in-person' });
    await plan('2026-11-22', null, [ada]);
    await plan('2026-11-25', '2026-11-25T19:00:00Z', [ada]);
    const early = await plan('2026-11-25', '2026-11-25T09:00:00Z', [tom, ada]);
    await plan('2026-12-01', null, [ada]);
    const next = await getPrep(t.context(), {});
    expect(next.touch?.id).toBe(early);
    expect(next.people.map(({ name }) => name)).toEqual(['Tom Okoye', 'Ada Brandt']);
    // On a pretended day it is the next from there.
    expect((await getPrep(t.context({ on: '2026-11-26' }), {})).touch?.date).toBe('2026-12-01');
  });

  it('refuses nobody, too many, two wishes at once and who is not here, each with a way on', async () => {
    const t = await open();
    const ada = await aPerson(t);
    const many = Array.from({ length: 13 }, (_, i) => `person-${i}`);
    await expect(getPrep(t.context(), { people: many })).rejects.toMatchObject({
      code: 'invalid',
      message: 'These are 13 people; a page prepares for 12 at most. Choose those you want to talk to.',
    });
    await expect(getPrep(t.context(), { people: [''] })).rejects.toMatchObject({ code: 'invalid' });
    await expect(getPrep(t.context(), { people: [ada], touch: 't' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(getPrep(t.context(), { touch: 'nothing' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(getPrep(t.context(), { people: [ada, 'nobody'] })).rejects.toMatchObject({ code: 'not-found' });
    const other = await anotherNetwork(t);
    await expect(getPrep(other.context(), { people: [ada] })).rejects.toMatchObject({ code: 'not-found' });
    const touch = await aTouchWith(t, [ada], { date: '2026-11-30' });
    await expect(getPrep(other.context(), { touch })).rejects.toMatchObject({ code: 'not-found' });
    await deletePerson(t.context(), ada);
    await expect(getPrep(t.context(), { people: [ada] })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('asks the database as often for twelve as for two', async () => {
    const t = await open();
    const ids: string[] = [];
    for (let i = 0; i < 12; i++) ids.push(await aPerson(t, { name: `Person ${i}` }));
    for (const id of ids) {
      await aTouchWith(t, [id, ids[0] ?? ''], { date: '2026-11-01', summary: 'Lunch' });
      await addTie(t.context(), id, { kind: 'friend', otherName: 'Leo' });
      await addFact(t.context(), id, { kind: 'interest', text: 'chess' });
    }
    const two = await queriesOf(t, ids.slice(0, 2));
    expect(two).toBeGreaterThan(8);
    expect(await queriesOf(t, ids)).toBe(two);
  });
});
