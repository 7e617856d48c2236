import { expect, it } from 'vitest';
import { capture } from '../../src/services/capture.service.ts';
import { addCircle, changeMembers } from '../../src/services/circles.service.ts';
import { merge } from '../../src/services/duplicates.service.ts';
import { addExchange } from '../../src/services/giving.service.ts';
import { addGoal, addGoalPerson, listGoals, suggestForGoal, updateGoal } from '../../src/services/goals.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { dismiss, done } from '../../src/services/keeping.service.ts';
import { addFact, addTie } from '../../src/services/memory.service.ts';
import { addMoment } from '../../src/services/moments.service.ts';
import {
  addNews,
  addNewsPeople,
  deleteNews,
  getNews,
  listNews,
  skipNews,
  suggestForNews,
  tellNews,
  updateNews,
} from '../../src/services/news.service.ts';
import { addOutcome, deleteOutcome, listOutcomes } from '../../src/services/outcomes.service.ts';
import { deletePerson, updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { thank } from '../../src/services/thanks.ts';
import { getToday } from '../../src/services/today.service.ts';
import { getYearReview } from '../../src/services/year.service.ts';
import { aPerson, aTouchWith, describeNetworks, problemsOf, type TestNetwork } from '../support/a-network.ts';

async function theNews(t: TestNetwork, people: readonly string[], perDay = 3): Promise<string> {
  const { id = '' } = await addNews(t.context(), { kind: 'job', text: 'I lead the tidal lab now', perDay });
  if (people.length > 0) await addNewsPeople(t.context(), id, { people: [...people] });
  return id;
}

const told = async (t: TestNetwork, id: string) =>
  (await getNews(t.context(), id)).people.map(({ name, toldOn }) => [name, toldOn]);
const onToday = async (t: TestNetwork, on: string) =>
  (await getToday(t.context({ on }), { all: true })).items
    .filter(({ reasons }) => reasons.some(({ kind }) => kind === 'news'))
    .map(({ name }) => name)
    .sort();

describeNetworks('one’s own news', (open) => {
  it('is told to thirty people over days, each in other words, and every step can be taken back', async () => {
    const t = await open();
    const people: string[] = [];
    for (let i = 0; i < 30; i++) people.push(await aPerson(t, { name: `Zed${i} Ito`, email: `zed${i}@example.org` }));
    await addFact(t.context(), people[0] ?? '', { kind: 'other', text: 'is ill', private: true });
    const id = await theNews(t, people);
    const page = await getNews(t.context(), id);
    const drafts = page.people.map(({ draft, name }) => (draft ?? '').replaceAll(name.split(' ')[0] ?? '', 'you'));
    expect(new Set(drafts).size).toBe(30);
    expect(drafts.every((draft) => draft.includes('I lead the tidal lab now'))).toBe(true);
    expect(drafts.join(' ')).not.toContain('is ill');
    expect(page.people.filter(({ turn }) => turn)).toHaveLength(3);

    const knows: string[] = [];
    for (let day = 0; day < 10; day++) {
      const on = Temporal.PlainDate.from('2026-11-23').add({ days: day }).toString();
      const { items } = await getToday(t.context({ on }), { all: true });
      const turns = items.filter(({ reasons }) => reasons[0]?.kind === 'news');
      expect(turns).toHaveLength(3);
      for (const { personId, name } of turns) {
        await done(t.context({ on }), personId, { channel: 'email' });
        knows.push(name);
      }
      expect(await onToday(t, on)).toEqual([]);
    }
    expect(new Set(knows).size).toBe(30);
    expect((await listNews(t.context()))[0]).toMatchObject({ told: 30, waiting: 0, answered: 0 });
    await done(t.context({ on: '2026-12-03' }), people[3] ?? '', { channel: 'email', direction: 'theirs' });
    expect((await getNews(t.context({ on: '2026-12-03' }), id)).answered).toBe(1);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('is taken as sent, and waits for an answer, where one was only met before', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt', email: 'ada@example.org' });
    await done(t.context({ on: '2026-11-01' }), ada, { channel: 'in-person' });
    const id = await theNews(t, [ada]);
    const [first] = (await getNews(t.context(), id)).people;
    await tellNews(t.context(), first?.id ?? '', {});
    const { touches } = await getPersonPage(t.context(), ada);
    expect(touches[0]).toMatchObject({ channel: 'email', direction: 'mine' });
    expect((await getNews(t.context(), id)).people[0]).toMatchObject({ toldOn: '2026-11-23', answeredOn: null });
  });

  it('marks told and logs the touch as one step, which one undo takes back', async () => {
    const t = await open();
    const [ada, zed] = [await aPerson(t, { name: 'Ada Brandt' }), await aPerson(t, { name: 'Zed Ito' })];
    const id = await theNews(t, [ada, zed]);
    const [first] = (await getNews(t.context(), id)).people;
    const step = await tellNews(t.context(), first?.id ?? '', { channel: 'in-person' });
    expect(step.message).toBe('Ada Brandt knows now.');
    expect((await getNews(t.context(), id)).people[0]).toMatchObject({
      toldOn: '2026-11-23',
      // one spoke with each other
      answeredOn: '2026-11-23',
      draft: null,
    });
    expect((await getPersonPage(t.context(), ada)).ownNews).toMatchObject([{ toldOn: '2026-11-23', open: false }]);
    await undo(t.context(), step.stepId);
    expect(await told(t, id)).toEqual([
      ['Ada Brandt', null],
      ['Zed Ito', null],
    ]);
    expect((await getPersonPage(t.context(), ada)).touchCount).toBe(0);
    const [, second] = (await getNews(t.context(), id)).people;
    await skipNews(t.context(), second?.id ?? '');
    expect(await onToday(t, '2026-11-23')).toEqual(['Ada Brandt']);
    const closed = await updateNews(t.context(), id, { closed: true });
    expect(await onToday(t, '2026-11-23')).toEqual([]);
    await undo(t.context(), closed.stepId);
    expect(await onToday(t, '2026-11-23')).toEqual(['Ada Brandt']);
    const deleted = await deleteNews(t.context(), id);
    await undo(t.context(), deleted.stepId);
    expect(await told(t, id)).toHaveLength(2);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('waits through a hard time, gives the turn to the next, and is never for the dead', async () => {
    const t = await open();
    const [ada, zed, gone] = [
      await aPerson(t, { name: 'Ada Brandt' }),
      await aPerson(t, { name: 'Zed Ito' }),
      await aPerson(t, { name: 'Tom Adeyemi' }),
    ];
    const id = await theNews(t, [ada, zed, gone], 1);
    await addMoment(t.context(), ada, { kind: 'loss', text: 'lost her father', date: '2026-11-20' });
    expect(await onToday(t, '2026-11-23')).toEqual(['Zed Ito']);
    expect((await getNews(t.context(), id)).people[0]).toMatchObject({ rests: true, turn: false });
    expect((await getNews(t.context(), id)).people[0]?.draft).toContain('thinking of you');
    await updatePerson(t.context(), gone, { deceased: true });
    const page = await getNews(t.context(), id);
    expect(page.people.find(({ personId }) => personId === gone)).toMatchObject({ draft: null, rests: true });
    await expect(addNewsPeople(t.context(), await theNews(t, []), { people: [gone] })).rejects.toMatchObject({
      code: 'invalid',
    });
    await dismiss(t.context(), zed, `news:${page.people[1]?.id}`);
    expect(await onToday(t, '2026-11-23')).toEqual([]);
  });

  it('suggests who would care with a reason each, and takes a small circle at once but no large one', async () => {
    const t = await open();
    const [ada, zed, rosa, tom] = [
      await aPerson(t, { name: 'Ada Brandt', rhythmDays: 7 }),
      await aPerson(t, { name: 'Zed Ito' }),
      await aPerson(t, { name: 'Rosa Lund' }),
      await aPerson(t, { name: 'Tom Adeyemi' }),
    ];
    await addFact(t.context(), zed, { kind: 'interest', text: 'tidal power' });
    await addExchange(t.context(), rosa, { kind: 'received', text: 'Read my application for the tidal lab' });
    await addFact(t.context(), tom, { kind: 'interest', text: 'tidal pools, in secret', private: true });
    const id = await theNews(t, []);
    const found = await suggestForNews(t.context(), id);
    expect(found.map(({ name, why }) => [name, why[0]])).toEqual([
      ['Ada Brandt', 'One of the people closest to you.'],
      ['Rosa Lund', 'Helped you on the way: “Read my application for the tidal lab”.'],
      ['Zed Ito', 'Cares for it: “tidal power”.'],
    ]);
    const circle = (await addCircle(t.context(), { name: 'Lab' })).id ?? '';
    await changeMembers(t.context(), circle, { add: [zed, rosa], remove: [] });
    expect((await suggestForNews(t.context(), id, circle)).map(({ name }) => name)).toEqual(['Rosa Lund', 'Zed Ito']);
    await addNewsPeople(t.context(), id, { circle });
    expect(await told(t, id)).toHaveLength(2);
    expect((await getNews(t.context(), id)).people.find(({ personId }) => personId === rosa)?.draft).toMatch(
      /You helped me get here|You had a part in it|It would not have come about/,
    );
    const many = [];
    for (let i = 0; i < 16; i++) many.push(await aPerson(t, { name: `Many${i} Ito` }));
    await changeMembers(t.context(), circle, { add: many, remove: [] });
    await expect(addNewsPeople(t.context(), id, { circle })).rejects.toMatchObject({ code: 'invalid' });
    await expect(addNewsPeople(t.context(), id, {})).rejects.toMatchObject({ code: 'invalid' });
    void ada;
  });

  it('is heard of in a captured line, goes along in a merge, and leaves with the person', async () => {
    const t = await open();
    const [ada, other] = [await aPerson(t, { name: 'Ada Brandt' }), await aPerson(t, { name: 'Adah Brandtova' })];
    const id = await theNews(t, [ada, other]);
    const line = 'Told Ada Brandt about the new job';
    expect((await capture(t.context(), { text: line, dryRun: true })).preview).toContain(
      'Ada Brandt knows your news now.',
    );
    await capture(t.context(), { text: line });
    expect(await told(t, id)).toEqual([
      ['Ada Brandt', '2026-11-23'],
      ['Adah Brandtova', null],
    ]);
    const merged = await merge(t.context(), other, ada);
    expect(await told(t, id)).toEqual([['Adah Brandtova', '2026-11-23']]);
    await undo(t.context(), merged.stepId);
    const deleted = await deletePerson(t.context(), ada);
    expect(await told(t, id)).toHaveLength(1);
    await undo(t.context(), deleted.stepId);
    expect(await told(t, id)).toHaveLength(2);
    expect(await problemsOf(t)).toEqual([]);
  });
});

describeNetworks('the long game', (open) => {
  it('finds who could help with a goal and links them, and reaching it can be taken back', async () => {
    const t = await open();
    const [ada, zed] = [await aPerson(t, { name: 'Ada Brandt' }), await aPerson(t, { name: 'Zed Ito' })];
    await addFact(t.context(), ada, { kind: 'offer', text: 'teaches sailing on Sundays' });
    const { id = '' } = await addGoal(t.context(), { text: 'Learn to sail a dinghy', due: '2027-06-01' });
    expect(await suggestForGoal(t.context(), id)).toMatchObject([
      { personId: ada, why: ['Offers this: “teaches sailing on Sundays”.'] },
    ]);
    await addGoalPerson(t.context(), id, { personId: ada, why: 'Teaches it' });
    await addGoalPerson(t.context(), id, { personId: zed });
    expect(await suggestForGoal(t.context(), id)).toEqual([]);
    expect((await getPersonPage(t.context(), ada)).ownGoals).toMatchObject([{ text: 'Learn to sail a dinghy' }]);
    const reached = await updateGoal(t.context(), id, { state: 'reached' });
    expect((await listGoals(t.context()))[0]).toMatchObject({ state: 'reached', endedOn: '2026-11-23' });
    await undo(t.context(), reached.stepId);
    expect((await listGoals(t.context()))[0]).toMatchObject({ state: 'open', endedOn: null });
    await merge(t.context(), ada, zed);
    expect((await listGoals(t.context()))[0]?.people).toHaveLength(1);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('traces an outcome back to whoever opened the first door, and owes each of them thanks once', async () => {
    const t = await open();
    const [grace, ada, tom] = [
      await aPerson(t, { name: 'Grace Lund' }),
      await aPerson(t, { name: 'Ada Brandt' }),
      await aPerson(t, { name: 'Tom Adeyemi' }),
    ];
    await addTie(t.context(), grace, { kind: 'introduced by', otherId: ada });
    await addTie(t.context(), ada, { kind: 'introduced by', otherId: tom });
    await addTie(t.context(), tom, { kind: 'introduced by', otherId: grace });
    const text = 'Grace’s introduction led to the job at Kanda';
    const { id = '' } = await addOutcome(t.context(), { text, people: [grace] });
    const [outcome] = await listOutcomes(t.context());
    expect(outcome?.doors.map(({ who, by }) => `${by.name} → ${who.name}`)).toEqual([
      'Ada Brandt → Grace Lund',
      'Tom Adeyemi → Ada Brandt',
    ]);
    expect(outcome?.thanks.map(({ name, draft, thankedOn }) => [name, draft, thankedOn])).toEqual([
      [
        'Grace Lund',
        'Hi Grace, I want to thank you. Your introduction led to the job at Kanda. I have not forgotten it. Thank you.',
        null,
      ],
      [
        'Ada Brandt',
        'Hi Ada, this is a thank-you that is overdue. You once introduced me to Grace Lund, and one thing has led to another: something good has come of it. It meant more to me than I said at the time.',
        null,
      ],
      ['Tom Adeyemi', expect.stringContaining('You once introduced me to Ada Brandt'), null],
    ]);
    const thanked = await thank(t.context(), ada, { text, channel: 'email' });
    expect((await listOutcomes(t.context()))[0]?.thanks.map(({ thankedOn }) => thankedOn)).toEqual([
      null,
      '2026-11-23',
      null,
    ]);
    await undo(t.context(), thanked.stepId);
    expect((await listOutcomes(t.context()))[0]?.thanks[1]?.thankedOn).toBeNull();
    expect((await getPersonPage(t.context(), grace)).outcomes).toMatchObject([{ text }]);
    const deleted = await deleteOutcome(t.context(), id);
    expect(await listOutcomes(t.context())).toEqual([]);
    await undo(t.context(), deleted.stepId);
    expect(await listOutcomes(t.context())).toHaveLength(1);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('asks again about a goal and a challenge after a fitting time, until they were spoken of', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt', rhythmDays: 30, on: '2026-01-01' });
    await addFact(t.context({ on: '2026-03-02' }), ada, { kind: 'goal', text: 'run the Lisbon marathon' });
    await addFact(t.context({ on: '2026-10-01' }), ada, { kind: 'challenge', text: 'a secret trouble', private: true });
    const text = 'You have not asked about “run the Lisbon marathon” since March.';
    expect((await getPersonPage(t.context(), ada)).unasked?.text).toBe(text);
    const { items } = await getToday(t.context({ on: '2026-11-23' }), {});
    expect(items.map(({ reasons }) => reasons.map((reason) => reason.text))[0]).toContain(text);
    await done(t.context(), ada, { summary: 'asked how the marathon went' });
    expect((await getPersonPage(t.context(), ada)).unasked).toBeNull();
    expect((await getPersonPage(t.context({ on: '2027-04-01' }), ada)).unasked?.text).toBe(
      'You have not asked about “run the Lisbon marathon” since November.',
    );
  });

  it('names in a year’s look back whom to thank and why, each with another draft', async () => {
    const t = await open();
    const [ada, zed, rosa] = [
      await aPerson(t, { name: 'Ada Brandt' }),
      await aPerson(t, { name: 'Zed Ito' }),
      await aPerson(t, { name: 'Rosa Lund' }),
    ];
    await addExchange(t.context(), ada, { kind: 'received', text: 'Read my draft', date: '2026-04-10' });
    await aTouchWith(t, [zed], { date: '2026-05-05', channel: 'in-person' });
    await addTie(t.context(), zed, { kind: 'introduced by', otherId: ada });
    for (const date of ['2026-06-01', '2026-07-01', '2026-08-01'])
      await aTouchWith(t, [rosa], { date, channel: 'email', direction: 'theirs' });
    const { thanks } = await getYearReview(t.context(), 2026);
    expect(thanks.map(({ name, why, thankedOn }) => ({ name, why, thankedOn }))).toEqual([
      {
        name: 'Ada Brandt',
        why: ['Did you a good turn in April: “Read my draft”.', 'Introduced you to Zed Ito.'],
        thankedOn: null,
      },
      { name: 'Rosa Lund', why: ['Came to you more than once without being asked, last in August.'], thankedOn: null },
    ]);
    expect(thanks[0]?.draft).toBe(
      'Hi Ada, before the year is over I want to thank you. In April you read my draft. You introduced me to Zed Ito. I have not forgotten it. Thank you.',
    );
    expect(thanks[1]?.draft).not.toContain('I have not forgotten it');
    await thank(t.context(), ada, { text: 'For this year' });
    expect((await getYearReview(t.context(), 2026)).thanks[0]?.thankedOn).toBe('2026-11-23');
  });
});
