import { expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../src/domain/dates.ts';
import { merge } from '../../src/services/duplicates.service.ts';
import { find } from '../../src/services/find.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { done } from '../../src/services/keeping.service.ts';
import { addMoment, removeMoment, updateMoment } from '../../src/services/moments.service.ts';
import { deletePerson, updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { getToday } from '../../src/services/today.service.ts';
import {
  aLinkedInCsv,
  aPerson,
  aVCard,
  describeNetworks,
  importFiles,
  problemsOf,
  type TestNetwork,
} from '../support/a-network.ts';

const TODAY = '2026-11-23' as CalendarDate;

/** Who is on the list of a day, with the kinds and texts of their reasons. */
async function reasonsOn(t: TestNetwork, on: string = TODAY): Promise<Record<string, string[]>> {
  const { items } = await getToday(t.context({ on }), { all: true });
  return Object.fromEntries(
    items.map((item) => [item.name, item.reasons.map((reason) => `${reason.kind}: ${reason.text}`)]),
  );
}

const openerOf = async (t: TestNetwork, on: string) =>
  (await getToday(t.context({ on }), { all: true })).items[0]?.opener;

/** A row of `Connections.csv`. */
const profile = (name: string, company: string, position: string) => [
  ...name.split(' '),
  `https://www.linkedin.com/in/${name.toLowerCase().replace(' ', '-')}`,
  '',
  company,
  position,
  '04 Mar 2021',
];

/** The days about each rung of a year. */
const YEAR = [
  [0, 36],
  [88, 96],
  [178, 183],
  [362, 370],
].flatMap(([from = 0, to = 0]) => Array.from({ length: to - from }, (_, i) => from + i));

describeNetworks('what happened in a life', (open) => {
  it('is a reason while it is fresh, until there was a word', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    await addMoment(t.context(), ada, { kind: 'award', text: 'won the prize for her bridge' });
    expect(await reasonsOn(t)).toEqual({ 'Ada Brandt': ['moment: Ada won the prize for her bridge.'] });
    expect(await openerOf(t, TODAY)).toMatch(/ongratulations|honour/);
    expect(Object.keys(await reasonsOn(t, addDays(TODAY, 20)))).toEqual(['Ada Brandt']);
    expect(await reasonsOn(t, addDays(TODAY, 21))).toEqual({});
    await done(t.context({ on: addDays(TODAY, 2) }), ada, { channel: 'phone' });
    expect(await reasonsOn(t, addDays(TODAY, 3))).toEqual({});
  });

  it('asks over a year after a loss, once a rung, without anything cheerful beside it', async () => {
    const t = await open();
    await importFiles(t, { 'a.vcf': aVCard('FN:Ben Okafor', 'BDAY:1980-12-24', 'EMAIL:ben@example.org') });
    const [ben] = (await find(t.context(), 'Ben')).map((hit) => hit.id);
    if (ben === undefined) throw new Error('Ben did not arrive.');
    await addMoment(t.context(), ben, { kind: 'loss', text: 'lost his father', date: '2026-11-22' });
    expect(await reasonsOn(t)).toEqual({
      'Ben Okafor': ['check-in: Ben lost his father yesterday. A short word is enough.'],
    });
    expect(await openerOf(t, TODAY)).toMatch(/sorry/);
    const asked: string[] = [];
    for (const day of YEAR) {
      const on = addDays(TODAY, day);
      const reasons = (await reasonsOn(t, on))['Ben Okafor'] ?? [];
      const kinds = reasons.map((reason) => reason.split(':')[0]);
      expect(kinds.filter((kind) => kind === 'check-in').length).toBeLessThan(2);
      if (day < 180) expect(kinds).not.toContain('occasion');
      if (!kinds.includes('check-in')) continue;
      asked.push(on);
      await done(t.context({ on }), ben, { channel: 'text' });
    }
    expect(asked).toEqual(['2026-11-23', '2026-11-29', '2026-12-22', '2027-02-21', '2027-11-22']);
    expect((await reasonsOn(t, '2027-12-24'))['Ben Okafor']?.[0]).toMatch(/^occasion/);
  });

  it('is found, changed, taken back, goes along in a merge, and goes with the person', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    const other = await aPerson(t, { name: 'Ada Brandt-Ito' });
    const { id = '', stepId } = await addMoment(t.context(), ada, { kind: 'move', text: 'moved to Kanda' });
    expect((await find(t.context(), 'Kanda')).map((hit) => hit.personId)).toEqual([ada]);
    await updateMoment(t.context(), id, { text: 'moved to Kanda, near the river', date: '2026-11-20' });
    const moments = async (who: string) => (await getPersonPage(t.context(), who)).moments.map(({ text }) => text);
    expect(await moments(ada)).toEqual(['moved to Kanda, near the river']);
    const merged = await merge(t.context(), other, ada);
    expect(await moments(other)).toEqual(['moved to Kanda, near the river']);
    await undo(t.context(), merged.stepId);
    expect(await moments(ada)).toEqual(['moved to Kanda, near the river']);
    const removed = await removeMoment(t.context(), id);
    expect(await moments(ada)).toEqual([]);
    await undo(t.context(), removed.stepId);
    const deleted = await deletePerson(t.context(), ada);
    await undo(t.context(), deleted.stepId);
    expect(await moments(ada)).toEqual(['moved to Kanda, near the river']);
    expect(stepId).not.toBe('');
    expect(await problemsOf(t)).toEqual([]);
  });

  it('refuses what is still to come, and what is not there', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    await expect(addMoment(t.context(), ada, { kind: 'job', text: 'x', date: '2026-11-24' })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('still to come'),
    });
    await expect(removeMoment(t.context(), ada)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is noticed between two LinkedIn exports: the right news, and nothing else', async () => {
    const t = await open();
    const before = [
      profile('Ada Brandt', 'Foam Ltd', 'Designer'),
      profile('Ben Okafor', 'Foam Ltd', 'Engineer'),
      profile('Cleo Marsh', 'Bird', 'Cook'),
      profile('Dara Quinn', 'Bird', 'Baker'),
      profile('Eve Lind', 'Bird', 'Waiter'),
      profile('Finn Osei', 'Foam Ltd', 'Analyst'),
      profile('Gil Moreau', 'Foam Ltd', 'Sr. Engineer'),
    ];
    await importFiles(t, { 'Connections.csv': aLinkedInCsv(before) });
    expect(await reasonsOn(t)).toEqual({});
    const finn = (await find(t.context(), 'Finn'))[0]?.id ?? '';
    const page = await getPersonPage(t.context(), finn);
    await updatePerson(t.context(), finn, {
      card: { ...page.card, organizations: { o1: { name: 'Kelp Works' } }, titles: { t1: { name: 'Analyst' } } },
    });
    const now = [
      profile('Ada Brandt', 'Kelp Works', 'Head of Design'),
      profile('Ben Okafor', 'Foam Limited', 'Senior Engineer'),
      profile('Cleo Marsh', 'Kite', 'Cook'),
      profile('Dara Quinn', 'Kite', 'Baker'),
      profile('Eve Lind', 'Foam', 'Waiter'),
      profile('Finn Osei', 'Kelp Works', 'Analyst'),
      profile('Gil Moreau', 'Foam Ltd.', 'Senior Engineer'),
    ];
    const run = await importFiles(t, { 'Connections (1).csv': aLinkedInCsv(now) });
    expect(run.notes).toContain('There is news of 3 people: Today says what, and asks you to check first.');
    expect(await reasonsOn(t)).toEqual({
      'Ada Brandt': [
        'moment: LinkedIn now says of Ada: Head of Design at Kelp Works, before: Designer at Foam Ltd. Check first.',
      ],
      'Ben Okafor': [
        'moment: LinkedIn now says of Ben: Senior Engineer at Foam Limited, before: Engineer at Foam Ltd. Check first.',
      ],
      'Eve Lind': ['moment: LinkedIn now says of Eve: Waiter at Foam, before: Waiter at Bird. Check first.'],
    });
    const again = await importFiles(t, { 'Connections (2).csv': aLinkedInCsv(now) });
    expect(again.notes.join(' ')).not.toContain('news');
    await undo(t.context(), run.stepId ?? '');
    expect(await reasonsOn(t)).toEqual({});
    expect(await problemsOf(t)).toEqual([]);
  });
});
