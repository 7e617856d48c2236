import { expect, it } from 'vitest';
import { capture } from '../../src/services/capture.service.ts';
import { listGoals } from '../../src/services/goals.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { listNews } from '../../src/services/news.service.ts';
import { listOutcomes } from '../../src/services/outcomes.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import {
  aPerson,
  aTouchWith,
  describeNetworks,
  LOGGED,
  problemsOf,
  rowsOf,
  type TestNetwork,
} from '../support/a-network.ts';

const log = (t: TestNetwork, text: string, dryRun = false) => capture(t.context(), { text, dryRun });

describeNetworks('a line about the long game', (open) => {
  it('notes a goal of one’s own with its day and who could help, as one step', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    const text = 'Goal: run the choir by 1 June, Ada and Zed Ito could help';
    const before = await rowsOf(t, LOGGED);
    const preview = [
      'Someone new: Zed Ito.',
      'A goal of yours, until 2027-06-01: Run the choir.',
      'Ada Brandt and Zed Ito have to do with it.',
    ];
    expect(await log(t, text, true)).toMatchObject({ touch: null, preview, saved: false });
    expect(await rowsOf(t, LOGGED)).toEqual(before);
    const { goals, people } = await log(t, text);
    const zed = people.find(({ name }) => name === 'Zed Ito')?.id;
    expect(goals).toEqual([{ text: 'Run the choir', due: '2027-06-01', people: [ada, zed] }]);
    expect(await listGoals(t.context())).toMatchObject([
      { text: 'Run the choir', due: '2027-06-01', state: 'open', people: [{ personId: ada }, { personId: zed }] },
    ]);
    expect((await getPersonPage(t.context(), ada)).ownGoals).toMatchObject([{ text: 'Run the choir' }]);
    await undo(t.context());
    expect(await listGoals(t.context())).toEqual([]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('notes news of one’s own, for which people are chosen on its page', async () => {
    const t = await open();
    const { news, preview } = await log(t, 'News: we are moving to Ghent in March');
    expect(news).toEqual([{ kind: 'move', text: 'We are moving to Ghent in March' }]);
    expect(preview).toEqual([
      'Your news: We are moving to Ghent in March. On its page you choose who would care to hear it.',
    ]);
    expect(await listNews(t.context())).toMatchObject([{ kind: 'move', text: 'We are moving to Ghent in March' }]);
    await undo(t.context());
    expect(await listNews(t.context())).toEqual([]);
  });

  it('notes what came of a tie, with thanks owed to whoever opened the door', async () => {
    const t = await open();
    const [ada, bram] = [await aPerson(t, { name: 'Ada Brandt' }), await aPerson(t, { name: 'Bram Kuiper' })];
    await log(t, 'Ada introduced me to Bram');
    const { outcomes, preview } = await log(t, 'Got the flat yesterday thanks to Bram');
    expect(outcomes).toEqual([{ text: 'Got the flat', date: '2026-11-22', people: [bram] }]);
    expect(preview).toEqual(['What came of it, with Bram Kuiper: Got the flat. Thanks are kept in mind.']);
    const [outcome] = await listOutcomes(t.context());
    expect(outcome?.text).toBe('Got the flat');
    expect(JSON.stringify(outcome)).toContain(ada);
    await undo(t.context());
    expect(await listOutcomes(t.context())).toEqual([]);
  });

  it('asks which of two is meant, and saves nothing before', async () => {
    const t = await open();
    await aPerson(t, { name: 'Bram Kuiper' });
    await aPerson(t, { name: 'Bram Haan' });
    const { questions, saved } = await log(t, 'Got the flat thanks to Bram');
    expect([questions.map(({ text }) => text), saved]).toEqual([['Which Bram?'], false]);
    expect(await listOutcomes(t.context())).toEqual([]);
  });

  it('rates a tie that slept for years by what the line says of it, and no other', async () => {
    const t = await open();
    const [ada, bram] = [await aPerson(t, { name: 'Ada Brandt' }), await aPerson(t, { name: 'Bram Kuiper' })];
    for (let year = 2012; year <= 2020; year++)
      for (const month of ['02', '05', '08', '11'])
        await aTouchWith(t, [ada], { date: `${year}-${month}-10`, channel: 'in-person', direction: 'mutual' });
    const told = await log(t, 'Coffee with Ada yesterday, it was lovely');
    expect(told.revivals).toEqual([{ personId: ada, rating: 'glad' }]);
    expect(told.preview).toContain('Noted: you are glad to be in touch with Ada Brandt again.');
    expect((await getPersonPage(t.context(), ada)).waking).toMatchObject({ state: 'said', rating: 'glad' });
    await undo(t.context());
    expect((await getPersonPage(t.context(), ada)).waking).toMatchObject({ state: 'asleep', rating: null });
    expect((await log(t, 'Coffee with Bram yesterday, it was lovely')).revivals).toEqual([]);
    expect((await getPersonPage(t.context(), bram)).waking).toBeNull();
  });
});
