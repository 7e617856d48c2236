import { expect, it } from 'vitest';
import { capture } from '../../src/services/capture.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { addFact } from '../../src/services/memory.service.ts';
import { updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { addResource } from '../../src/services/resources.service.ts';
import { getToday } from '../../src/services/today.service.ts';
import { aPerson, describeNetworks, LOGGED, problemsOf, rowsOf, type TestNetwork } from '../support/a-network.ts';

const log = (t: TestNetwork, text: string, dryRun = false) => capture(t.context(), { text, dryRun });

async function toldOf(t: TestNetwork, personId: string): Promise<string[]> {
  const { moments, exchanges } = await getPersonPage(t.context(), personId);
  return [...moments, ...exchanges].map(({ kind, text, date }) => `${kind} ${date}: ${text}`);
}

async function aPersonAt(t: TestNetwork, name: string, organisation: string): Promise<string> {
  const id = await aPerson(t, { name });
  const { card } = await getPersonPage(t.context(), id);
  await updatePerson(t.context(), id, { card: { ...card, organizations: { o1: { name: organisation } } } });
  return id;
}

describeNetworks('a line about a life and about giving', (open) => {
  it('makes good news a reason to write, and keeps the fact of it', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    const before = await rowsOf(t, LOGGED);
    const sentence = 'Ada Brandt’s promotion is noted, a reason to write while it is fresh.';
    expect((await log(t, 'Ada got promoted yesterday', true)).preview).toContain(sentence);
    expect(await rowsOf(t, LOGGED)).toEqual(before);
    expect(await log(t, 'Ada got promoted yesterday')).toMatchObject({
      touch: null,
      facts: [{ personId: ada, kind: 'work', text: 'got promoted yesterday' }],
      moments: [{ personId: ada, kind: 'promotion', text: 'got promoted', date: '2026-11-22' }],
      exchanges: [],
      preview: expect.arrayContaining([sentence]),
    });
    const { items } = await getToday(t.context(), {});
    expect(items).toMatchObject([
      { personId: ada, reasons: [{ kind: 'moment' }], opener: expect.stringMatching(/promotion/) },
    ]);
    await undo(t.context());
    expect(await toldOf(t, ada)).toEqual([]);
    expect((await getPersonPage(t.context(), ada)).facts).toEqual([]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('does not note the same news twice', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    await log(t, 'Ada got promoted');
    expect(await log(t, 'Lunch with Ada, she got promoted')).toMatchObject({ moments: [], touch: {} });
    expect(await toldOf(t, ada)).toEqual(['promotion 2026-11-23: got promoted']);
  });

  it('asks for no congratulation on what was told face to face', async () => {
    const t = await open();
    await aPerson(t, { name: 'Ada Brandt' });
    await log(t, 'Lunch with Ada yesterday, she got a new job at Kanda');
    const { items } = await getToday(t.context(), { all: true });
    expect(items.flatMap(({ reasons }) => reasons.map(({ kind }) => kind))).not.toContain('moment');
  });

  it('ends a hard time when it is said to be over, and brings it back with an undo', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    const tom = await aPerson(t, { name: 'Tom Hollis' });
    await log(t, 'Ada’s mother is in hospital');
    await log(t, 'Tom lost his job');
    expect((await log(t, 'Ada’s mother is not feeling better')).preview.join(' ')).not.toContain('is over');
    await log(t, 'Ada was diagnosed with cancer');
    const { preview, stepId } = await log(t, 'Ada’s mum is out of hospital and doing better');
    expect(preview).toContain('What was hard for Ada Brandt is over: nobody asks about it again.');
    // Her own illness is another.
    expect(await toldOf(t, ada)).toEqual(['illness 2026-11-23: diagnosed with cancer']);
    await log(t, 'Tom found a new job at Kelp Works');
    expect(await toldOf(t, tom)).toEqual(['job 2026-11-23: found a new job at Kelp Works']);
    await undo(t.context(), stepId ?? undefined);
    expect((await toldOf(t, ada)).toSorted()).toEqual([
      'hard-time 2026-11-23: mother is in hospital',
      'illness 2026-11-23: diagnosed with cancer',
    ]);
    await log(t, 'Ada is in remission');
    expect(await toldOf(t, ada)).toEqual(['hard-time 2026-11-23: mother is in hospital']);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('marks who has died, with the day, and brings them back with an undo', async () => {
    const t = await open();
    const tom = await aPerson(t, { name: 'Tom Hollis' });
    await log(t, 'Lunch with Tom Hollis last Monday');
    const { preview, deaths } = await log(t, 'Tom Hollis died on Sunday');
    expect(preview).toEqual([
      'Tom Hollis has died (22 November 2026): no longer proposed, and everything shared stays.',
    ]);
    expect(deaths).toEqual([{ personId: tom, date: { year: 2026, month: 11, day: 22 } }]);
    const page = await getPersonPage(t.context(), tom);
    expect(page.deceased).toBe(true);
    expect(page.facts).toEqual([]);
    expect(page.card.anniversaries).toMatchObject({
      death: { kind: 'death', date: { year: 2026, month: 11, day: 22 } },
    });
    const { items } = await getToday(t.context(), { all: true });
    expect(items.filter(({ personId }) => personId === tom)).toEqual([]);
    await undo(t.context());
    expect(await getPersonPage(t.context(), tom)).toMatchObject({ deceased: false });
    expect(await problemsOf(t)).toEqual([]);
  });

  it('notes a death without a day, and keeps the day that is there', async () => {
    const t = await open();
    const tom = await aPerson(t, { name: 'Tom Hollis' });
    await log(t, 'Tom Hollis died on 3 May 2024');
    await log(t, 'Went to Tom Hollis’s funeral');
    const { card, deceased } = await getPersonPage(t.context(), tom);
    expect(deceased).toBe(true);
    expect(card.anniversaries).toMatchObject({ death: { date: { year: 2024, month: 5, day: 3 } } });
  });

  it('meets a loss with care, and nothing cheerful', async () => {
    const t = await open();
    const don = await aPerson(t, { name: 'Don Quill' });
    const { preview } = await log(t, 'Don’s mother passed away');
    expect(preview.join(' ')).toMatch(/Don Quill’s loss is noted: you will be reminded to ask/);
    const { items } = await getToday(t.context(), {});
    expect(items).toMatchObject([
      { personId: don, reasons: [{ kind: 'check-in' }], opener: expect.stringMatching(/sorry/i) },
    ]);
    expect(items[0]?.opener).not.toMatch(/congrat|mother|!/i);
  });

  it('keeps what is private a private fact, says it nowhere else, and holds cheerful reasons back', async () => {
    const t = await open();
    const [ada, tom] = [await aPerson(t, { name: 'Ada Brandt' }), await aPerson(t, { name: 'Tom Okafor' })];
    await updatePerson(t.context(), ada, { rhythmDays: 7 });
    await capture(t.context({ on: '2026-11-20' }), { text: 'private: Ada lost her job' });
    await log(t, 'private: Tom got promoted');
    await log(t, 'private: Tom lent me money');
    expect([await toldOf(t, ada), await toldOf(t, tom)]).toEqual([['quiet-time 2026-11-20: Something private'], []]);
    expect((await getPersonPage(t.context(), ada)).facts).toMatchObject([{ kind: 'challenge', private: true }]);
    const told = JSON.stringify(await getToday(t.context(), { all: true }));
    expect(told).not.toMatch(/check-in|private|job|promot|sorry/i);
    await addResource(t.context(), { title: 'Tides', topics: ['tides'] });
    for (const id of [ada, tom]) await addFact(t.context(), id, { kind: 'interest', text: 'tides' });
    const offered = (await getToday(t.context(), { all: true })).items.filter(({ reasons }) =>
      reasons.some(({ kind }) => kind === 'resource'),
    );
    expect(offered.map(({ name }) => name)).toEqual(['Tom Okafor']);
  });

  it('writes favours and thanks in the ledger together with the touch, and takes both back at once', async () => {
    const t = await open();
    const [ada, tom] = [await aPerson(t, { name: 'Ada Brandt' }), await aPerson(t, { name: 'Tom Okafor' })];
    await log(t, 'Ada reviewed my deck');
    expect((await getPersonPage(t.context(), ada)).facts).toEqual([]);
    expect(await log(t, 'I gave Tom feedback on his deck yesterday')).toMatchObject({
      touch: { direction: 'mine', date: '2026-11-22' },
      exchanges: [{ personId: tom, kind: 'given', text: 'Gave feedback on his deck', date: '2026-11-22' }],
      preview: expect.arrayContaining(['The ledger notes what you did for Tom Okafor: gave feedback on his deck.']),
    });
    await log(t, 'Asked Tom for an introduction');
    const thanks = await log(t, 'Thanks to Ada for the introduction to Priya');
    expect(thanks).toMatchObject({ questions: [], people: [{ id: ada }], touch: { direction: 'mine' } });
    expect(await toldOf(t, tom)).toEqual([
      'asked 2026-11-23: An introduction',
      'given 2026-11-22: Gave feedback on his deck',
    ]);
    expect((await toldOf(t, ada)).toSorted()).toEqual([
      'received 2026-11-23: Reviewed my deck',
      'thanked 2026-11-23: The introduction to Priya',
    ]);
    await undo(t.context());
    expect(await toldOf(t, ada)).toEqual(['received 2026-11-23: Reviewed my deck']);
    expect((await getPersonPage(t.context(), ada)).touchCount).toBe(0);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('brings good news of an organisation to everybody there, and makes nobody of its name', async () => {
    const t = await open();
    const ada = await aPersonAt(t, 'Ada Brandt', 'Kanda Tidal');
    const tom = await aPersonAt(t, 'Tom Okafor', 'Kanda Tidal GmbH');
    const result = await log(t, 'Kanda Tidal won the Ocean Prize');
    expect(result).toMatchObject({
      people: [],
      questions: [],
      touch: null,
      preview: ['Good news of Kanda Tidal, a reason to write to all 2 people there: won the Ocean Prize.'],
    });
    expect(result.moments.map(({ personId }) => personId).toSorted()).toEqual([ada, tom].toSorted());
    expect((await getPersonPage(t.context(), tom)).moments).toMatchObject([
      { kind: 'award', text: 'won the Ocean Prize', organisation: 'Kanda Tidal GmbH' },
    ]);
    await undo(t.context());
    expect([await toldOf(t, ada), await toldOf(t, tom)]).toEqual([[], []]);
  });

  it('makes what it showed before', async () => {
    const t = await open();
    for (const name of ['Ada Brandt', 'Tom Okafor']) await aPerson(t, { name });
    for (const line of [
      'Lunch with Ada yesterday, she got engaged and she reviewed my deck',
      'Tom had a baby girl called Mia last Tuesday',
      'Helped Tom with his CV, he lent me a tent',
      'Thanked Ada for the flowers',
    ]) {
      const shown = await log(t, line, true);
      const made = await log(t, line);
      expect(made.preview).toEqual(shown.preview);
      expect([made.moments, made.exchanges]).toEqual([shown.moments, shown.exchanges]);
      expect(made.moments.length + made.exchanges.length).toBeGreaterThan(0);
    }
  });
});
