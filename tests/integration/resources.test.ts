import { expect, it } from 'vitest';
import { capture } from '../../src/services/capture.service.ts';
import { merge } from '../../src/services/duplicates.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { done } from '../../src/services/keeping.service.ts';
import { addFact, updateFact } from '../../src/services/memory.service.ts';
import { addMoment } from '../../src/services/moments.service.ts';
import { deletePerson, updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import {
  addResource,
  deleteResource,
  findResource,
  getResource,
  listResources,
  readAddress,
  resourcesFor,
  updateResource,
} from '../../src/services/resources.service.ts';
import { shareResource, updateShare } from '../../src/services/shares.service.ts';
import { getToday } from '../../src/services/today.service.ts';
import { aPerson, describeNetworks, problemsOf, type TestNetwork } from '../support/a-network.ts';

const tides = { title: 'Tides of the Atlantic', topics: ['tides', 'kelp forests'], url: 'https://example.org/tides' };

/** A person who is known to care for something. */
async function whoLikes(t: TestNetwork, name: string, text: string): Promise<string> {
  const id = await aPerson(t, { name });
  await addFact(t.context(), id, { kind: 'interest', text });
  return id;
}

const keptAs = async (t: TestNetwork, input: Parameters<typeof addResource>[1]) =>
  String((await addResource(t.context(), input)).id);
const namesFor = async (t: TestNetwork, id: string) =>
  (await getResource(t.context(), id)).people.map(({ name }) => name);
const offeredToday = async (t: TestNetwork) =>
  (await getToday(t.context(), { all: true })).items.flatMap(({ name, reasons }) =>
    reasons.some(({ kind }) => kind === 'resource') ? [name] : [],
  );

describeNetworks('resources', (open) => {
  it('are offered to whom they suit, best first, with the words and where they stand', async () => {
    const t = await open();
    await whoLikes(t, 'Tom Weber', 'old cars');
    await whoLikes(t, 'Ada Brandt', 'kelp forests and tides');
    await whoLikes(t, 'Grace Ito', 'tides, opera, gardening and the news');
    const id = await keptAs(t, tides);
    const { people } = await getResource(t.context(), id);
    expect(people.map(({ name }) => name)).toEqual(['Ada Brandt', 'Grace Ito']);
    expect(people[0]?.why).toBe('Ada’s interests speak of “kelp forests” and “tides” (kelp forests and tides).');
    expect(people[0]?.draft).toContain('“Tides of the Atlantic”');
    expect(people[0]?.draft).toContain('https://example.org/tides');
  });

  it('are not kept under what looks like an address and is none', async () => {
    const t = await open();
    const told = ['http://not a url', 'https:example'].map((title) => [title, 'leave https:// out'] as const);
    const others = ['javascript:alert(1)', 'file:///etc/passwd'].map((title) => [title, 'no address'] as const);
    for (const [title, why] of [...told, ...others])
      await expect(addResource(t.context(), { title })).rejects.toMatchObject({
        code: 'invalid',
        message: expect.stringContaining(why),
      });
    expect((await listResources(t.context(), {})).resources).toEqual([]);
  });

  it('are known by what is known now: a fact, a job, an end of it', async () => {
    const t = await open();
    const id = await keptAs(t, tides);
    expect(await namesFor(t, id)).toEqual([]);
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    const fact = await addFact(t.context(), ada, { kind: 'goal', text: 'chart the tides' });
    expect(await namesFor(t, id)).toEqual(['Ada Brandt']);
    await updateFact(t.context(), String(fact.id), { until: '2026-01-01' });
    expect(await namesFor(t, id)).toEqual([]);
    const { card } = await getPersonPage(t.context(), ada);
    await updatePerson(t.context(), ada, {
      card: { ...card, titles: { t1: { name: 'Surveyor of tides', kind: 'title' } } },
    });
    expect((await getResource(t.context(), id)).people[0]?.why).toContain('Ada’s work has to do with “tides”');
    await updatePerson(t.context(), ada, { archived: true });
    expect(await namesFor(t, id)).toEqual([]);
  });

  it('go to five people with five drafts that say why, and nothing private', async () => {
    const t = await open();
    for (const name of ['Ada Brandt', 'Grace Ito', 'Tom Weber', 'Mia Obi', 'Lea Rossi'])
      await whoLikes(t, name, 'the tides');
    const secret = await aPerson(t, { name: 'Noor Haddad' });
    await addFact(t.context(), secret, { kind: 'interest', text: 'tides at the clinic', private: true });
    const { people } = await getResource(t.context(), await keptAs(t, tides));
    const drafts = people.map(({ draft, name }) => draft.replaceAll(name.split(' ')[0] ?? '', ''));
    expect(new Set(drafts).size).toBe(6);
    for (const { name, draft } of people)
      if (name !== 'Noor Haddad') expect(draft, name).toMatch(/tides(?! of the Atlantic)/);
    expect(people.find(({ name }) => name === 'Noor Haddad')?.draft).not.toMatch(/clinic/);
  });

  it('are shared in one step: a touch, who got it, the ledger; and undo takes all of it back', async () => {
    const t = await open();
    const ada = await whoLikes(t, 'Ada Brandt', 'tides');
    const id = await keptAs(t, tides);
    const { stepId } = await shareResource(t.context(), id, { personId: ada, channel: 'email' });
    const page = await getPersonPage(t.context(), ada);
    expect(page.touches.map(({ summary, channel, direction }) => [summary, channel, direction])).toEqual([
      ['Sent “Tides of the Atlantic”', 'email', 'mine'],
    ]);
    expect(page.exchanges.map(({ kind, text }) => [kind, text])).toEqual([['given', 'Shared “Tides of the Atlantic”']]);
    expect(await namesFor(t, id)).toEqual([]);
    expect((await getResource(t.context(), id)).shares).toMatchObject([{ name: 'Ada Brandt', sharedOn: '2026-11-23' }]);
    await undo(t.context(), String(stepId));
    expect(await namesFor(t, id)).toEqual(['Ada Brandt']);
    expect((await getPersonPage(t.context(), ada)).touches).toEqual([]);
    expect((await getPersonPage(t.context(), ada)).exchanges).toEqual([]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('are never given twice to one person without saying so', async () => {
    const t = await open();
    const ada = await whoLikes(t, 'Ada Brandt', 'tides');
    const id = await keptAs(t, tides);
    await shareResource(t.context(), id, { personId: ada });
    await expect(shareResource(t.context(), id, { personId: ada })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('2026-11-23'),
    });
    await shareResource(t.context(), id, { personId: ada, again: true });
    expect((await getResource(t.context(), id)).shares).toHaveLength(2);
    await expect(shareResource(t.context(), id, { personId: ada, date: '2026-12-01' })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('are ranked by what people made of what they got before', async () => {
    const t = await open();
    const [ada, grace] = [await whoLikes(t, 'Ada Brandt', 'tides'), await whoLikes(t, 'Grace Ito', 'tides')];
    const first = await keptAs(t, tides);
    await shareResource(t.context(), first, { personId: ada });
    await shareResource(t.context(), first, { personId: grace });
    const { shares } = await getResource(t.context(), first);
    const of = (id: string) => String(shares.find(({ personId }) => personId === id)?.id);
    await updateShare(t.context(), of(ada), { reaction: 'not-for-them' });
    await updateShare(t.context(), of(grace), { reaction: 'loved', said: 'Read it twice' });
    const { people } = await getResource(t.context(), await keptAs(t, { title: 'Reading the tides' }));
    expect(people[0]?.name).toBe('Grace Ito');
    const { people: kelp } = await getResource(t.context(), await keptAs(t, { title: 'Kelp forests at night' }));
    expect(kelp.map(({ name, why }) => [name, why])).toEqual([
      ['Grace Ito', expect.stringContaining('Grace liked something else about')],
    ]);
  });

  it('wait for one person, and say so on their page', async () => {
    const t = await open();
    const ada = await whoLikes(t, 'Ada Brandt', 'the tides');
    await keptAs(t, { title: 'Old cars', topics: ['cars'] });
    await keptAs(t, { ...tides, for: [ada] });
    await keptAs(t, { title: 'A tide table', topics: ['tides'] });
    const { resources, shares } = await resourcesFor(t.context(), ada);
    expect(resources.map(({ resource, meant }) => [resource.title, meant])).toEqual([
      ['Tides of the Atlantic', true],
      ['A tide table', false],
    ]);
    expect(shares).toEqual([]);
  });

  it('are a quiet reason today, one a person, until shared, and not for somebody who has it hard', async () => {
    const t = await open();
    const [ada, grace] = [await whoLikes(t, 'Ada Brandt', 'tides'), await whoLikes(t, 'Grace Ito', 'tides')];
    const tom = await aPerson(t, { name: 'Tom Weber' });
    const id = await keptAs(t, { ...tides, for: [tom] });
    await keptAs(t, { title: 'A tide table', topics: ['tides'] });
    expect((await offeredToday(t)).sort()).toEqual(['Ada Brandt', 'Grace Ito', 'Tom Weber']);
    const { items } = await getToday(t.context(), { all: true });
    expect(items.find(({ name }) => name === 'Tom Weber')?.reasons[0]?.text).toBe(
      'You kept “Tides of the Atlantic” for Tom.',
    );
    expect(items.flatMap(({ reasons }) => reasons.filter(({ kind }) => kind === 'resource'))).toHaveLength(3);
    await addMoment(t.context(), grace, { kind: 'loss', text: 'lost her father' });
    await shareResource(t.context(), id, { personId: ada });
    expect(await offeredToday(t)).toEqual(['Tom Weber']);
    expect(await namesFor(t, id)).toEqual(['Tom Weber']);
    expect((await resourcesFor(t.context(), grace)).resources).toEqual([]);
  });

  it('are shared by being done with the card of Today, which then is done', async () => {
    const t = await open();
    const ada = await whoLikes(t, 'Ada Brandt', 'tides');
    const id = await keptAs(t, tides);
    const acted = await done(t.context(), ada, { channel: 'email', resource: id });
    expect((await getResource(t.context(), id)).shares).toMatchObject([{ name: 'Ada Brandt', channel: 'email' }]);
    expect((await getPersonPage(t.context(), ada)).touches).toMatchObject([
      { summary: 'Sent “Tides of the Atlantic”' },
    ]);
    expect(await offeredToday(t)).toEqual([]);
    await undo(t.context(), acted.stepId);
    expect(await offeredToday(t)).toEqual(['Ada Brandt']);
  });

  it('are read from a line: kept, kept for somebody, and passed on, by what is kept already', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    await capture(t.context(), { text: 'Why tides turn https://example.org/tides – good for Ada' });
    const { resources } = await resourcesFor(t.context(), ada);
    expect(resources).toMatchObject([
      { meant: true, resource: { title: 'Why tides turn', url: 'https://example.org/tides' } },
    ]);
    const sent = await capture(t.context(), { text: 'Sent Ada the article on tides' });
    expect((await listResources(t.context(), {})).resources).toMatchObject([{ shared: 1, meant: 0 }]);
    expect((await getPersonPage(t.context(), ada)).touches).toHaveLength(1);
    expect((await getPersonPage(t.context(), ada)).exchanges).toMatchObject([{ text: 'Shared “Why tides turn”' }]);
    await undo(t.context(), String(sent.stepId));
    expect((await listResources(t.context(), {})).resources).toMatchObject([{ shared: 0, meant: 1 }]);
    await capture(t.context(), { text: 'Gave Ada the book on glass' });
    expect((await listResources(t.context(), {})).resources).toMatchObject([
      { title: 'Book on glass', kind: 'book', topics: ['glass'], shared: 1 },
      { title: 'Why tides turn', shared: 0 },
    ]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('are kept once by their address, with topics out of the title, and changed and deleted', async () => {
    const t = await open();
    const id = await keptAs(t, { url: 'https://www.example.org/a/?utm_source=x', title: 'How kelp forests grow' });
    expect((await listResources(t.context(), {})).resources).toMatchObject([
      { url: 'https://www.example.org/a/', topics: ['kelp', 'forests', 'grow'], shared: 0 },
    ]);
    expect(await addResource(t.context(), { url: 'https://example.org/a', title: 'Other words' })).toMatchObject({
      id,
      message: expect.stringContaining('already'),
    });
    await updateResource(t.context(), id, { title: 'Kelp', topics: ['Kelp', 'kelp', 'sea'] });
    expect(await findResource(t.context(), 'kel')).toMatchObject({ id, topics: ['Kelp', 'sea'] });
    const { stepId } = await deleteResource(t.context(), id);
    expect((await listResources(t.context(), {})).resources).toEqual([]);
    await undo(t.context(), String(stepId));
    expect(await findResource(t.context(), 'https://example.org/a')).toMatchObject({ id });
    await expect(findResource(t.context(), 'opera')).rejects.toMatchObject({ code: 'not-found' });
    await expect(addResource(t.context(), { url: 'javascript:alert(1)' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(addResource(t.context(), {})).rejects.toMatchObject({ code: 'invalid' });
  });

  it('lose no link when a page cannot be read', async () => {
    const t = await open();
    const url = 'https://example.org/2026/why-tides-turn.html';
    expect(await readAddress(t.context(), { url })).toMatchObject({
      title: 'Why tides turn (example.org)',
      topics: ['tides'],
      problem: expect.any(String),
      known: null,
    });
    const { message } = await addResource(t.context(), { url });
    expect(message).toContain('The page was not read');
    expect((await listResources(t.context(), { q: 'tides turn' })).resources).toHaveLength(1);
  });

  it('go along in a merge and with the person, and come back', async () => {
    const t = await open();
    const [ada, other] = [await aPerson(t, { name: 'Ada Brandt' }), await aPerson(t, { name: 'Ada Brandt-Ito' })];
    const id = await keptAs(t, tides);
    await shareResource(t.context(), id, { personId: ada });
    const names = async () => (await getResource(t.context(), id)).shares.map(({ name }) => name);
    const merged = await merge(t.context(), other, ada);
    expect(await names()).toEqual(['Ada Brandt-Ito']);
    await undo(t.context(), merged.stepId);
    const deleted = await deletePerson(t.context(), ada);
    expect(await names()).toEqual([]);
    await undo(t.context(), deleted.stepId);
    expect(await names()).toEqual(['Ada Brandt']);
    expect(await problemsOf(t)).toEqual([]);
  });
});
