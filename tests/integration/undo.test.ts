import fc from 'fast-check';
import { expect, it } from 'vitest';
import { capture } from '../../src/services/capture.service.ts';
import { addCircle, changeMembers, deleteCircle, setCircle, updateCircle } from '../../src/services/circles.service.ts';
import { merge, notSame } from '../../src/services/duplicates.service.ts';
import { addExchange } from '../../src/services/giving.service.ts';
import { addGoal } from '../../src/services/goals.service.ts';
import { getHistory, runUndo, undo, undoSlice } from '../../src/services/history.service.ts';
import { addIntroduction } from '../../src/services/introductions.service.ts';
import { dismiss, done, letGo, pause, resume, skip, snooze, sortPerson } from '../../src/services/keeping.service.ts';
import { takeUpOpenWork } from '../../src/services/maintenance.service.ts';
import {
  addFact,
  addPromise,
  addReminder,
  addTie,
  removeRemembered,
  removeTie,
  updateFact,
  updatePromise,
  updateReminder,
} from '../../src/services/memory.service.ts';
import { addMoment } from '../../src/services/moments.service.ts';
import { addNews } from '../../src/services/news.service.ts';
import { addOutcome } from '../../src/services/outcomes.service.ts';
import { addPerson, deletePerson, setPhoto, updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { addResource, deleteResource } from '../../src/services/resources.service.ts';
import { updateSettings } from '../../src/services/settings.service.ts';
import { shareResource, updateShare } from '../../src/services/shares.service.ts';
import { thank } from '../../src/services/thanks.ts';
import { addTouch, deleteTouch, updateTouch } from '../../src/services/touches.service.ts';
import { rateWaking } from '../../src/services/waking.service.ts';
import { addWording } from '../../src/services/words.service.ts';
import { continueStep, openStep } from '../../src/storage/feed.ts';
import {
  anotherNetwork,
  aPerson,
  aTouchWith,
  aVCard,
  describeNetworks,
  importFiles,
  problemsOf,
  rowsOf,
  type TestNetwork,
  whole,
} from '../support/a-network.ts';
import { perform, someActs } from '../support/random-acts.ts';

/** Two people with a circle, a touch, and something of everything, for the acts below. */
async function aLife(t: TestNetwork) {
  const ada = await aPerson(t, { name: 'Ada Brandt', email: 'ada@example.org' });
  const grace = await aPerson(t, { name: 'Grace Osei', phone: '020 123 4567' });
  const { id: circle = '' } = await addCircle(t.context(), { name: 'Close', rhythmDays: 30 });
  await changeMembers(t.context(), circle, { add: [ada] });
  const touch = await aTouchWith(t, [ada, grace], { date: '2026-11-01', summary: 'Tidal power', followUp: true });
  const { id: fact = '' } = await addFact(t.context(), ada, { kind: 'interest', text: 'Plays the cello' });
  const { id: promise = '' } = await addPromise(t.context(), ada, {
    by: 'me',
    text: 'send the book',
    due: '2026-12-01',
  });
  const { id: reminder = '' } = await addReminder(t.context(), ada, { date: '2026-11-30', text: 'ask about the move' });
  const { id: tie = '' } = await addTie(t.context(), ada, { kind: 'spouse', otherId: grace });
  await pause(t.context(), grace, '2027-01-01');
  const { id: resource = '' } = await addResource(t.context(), { title: 'On tides' });
  const { id: share = '' } = await shareResource(t.context(), resource, { personId: ada, date: '2026-10-01' });
  return { ada, grace, circle, touch, fact, promise, reminder, tie, resource, share };
}
type Life = Awaited<ReturnType<typeof aLife>>;

type Acted = Promise<{ readonly stepId: string | null }>;
const ACTS: Readonly<Record<string, (t: TestNetwork, life: Life) => Acted>> = {
  'changing a card': async (t, { ada }) => {
    const { card } = await getPersonPage(t.context(), ada);
    return updatePerson(t.context(), ada, { card: { ...card, name: { full: 'Ada Obi' } } });
  },
  'archiving a person': (t, { ada }) => updatePerson(t.context(), ada, { archived: true }),
  'marking a death': (t, { ada }) => updatePerson(t.context(), ada, { deceased: true }),
  'tags and a rhythm': (t, { ada }) =>
    updatePerson(t.context(), ada, { tags: ['chess'], rhythmDays: 3, channel: 'signal' }),
  'a photo': (t, { ada }) =>
    setPhoto(t.context(), ada, { bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/png', hash: 'a'.repeat(64) }),
  'deleting a person': (t, { ada }) => deletePerson(t.context(), ada),
  'logging a touch': (t, { ada, grace }) => addTouch(t.context(), { people: [ada, grace], channel: 'video' }),
  'changing a touch': (t, { ada, touch }) =>
    updateTouch(t.context(), touch, { people: [ada], date: '2026-11-20', followUp: false }),
  'deleting a touch': (t, { touch }) => deleteTouch(t.context(), touch),
  'changing a fact': (t, { fact }) => updateFact(t.context(), fact, { text: 'Plays the viola', private: true }),
  'removing a fact': (t, { fact }) => removeRemembered(t.context(), 'fact', fact),
  'keeping a promise': (t, { promise }) => updatePromise(t.context(), promise, { done: true }),
  'finishing a reminder': (t, { reminder }) => updateReminder(t.context(), reminder, { done: true, text: 'asked' }),
  'writing in the ledger': (t, { ada }) => addExchange(t.context(), ada, { kind: 'given', text: 'Lent the ladder' }),
  'keeping something to share': (t, { ada }) =>
    addResource(t.context(), { title: 'Tides of the Atlantic', for: [ada] }),
  'sharing it': (t, { ada, resource }) => shareResource(t.context(), resource, { personId: ada, again: true }),
  'noting what they said': (t, { share }) => updateShare(t.context(), share, { reaction: 'loved', said: 'Read twice' }),
  'deleting what was shared': (t, { resource }) => deleteResource(t.context(), resource),
  'saying how a tie was woken': (t, { ada }) => rateWaking(t.context(), ada, 'glad'),
  'words of one’s own': (t) => addWording(t.context(), { use: 'greeting', text: 'Hej {name},' }),
  'sending words': (t, { ada }) =>
    done(t.context(), ada, { words: { text: 'Hej Ada,\n\nhow is the boat these days?\n\nInes', edited: true } }),
  'noting an introduction that was made': (t, { ada, grace }) =>
    addIntroduction(t.context(), { first: ada, second: grace, as: 'made' }),
  'having news': (t) => addNews(t.context(), { kind: 'job', text: 'I changed roles' }),
  'a goal': (t) => addGoal(t.context(), { text: 'Learn to row' }),
  'an outcome': (t, { ada, grace }) => addOutcome(t.context(), { text: 'The job at Kanda', people: [ada, grace] }),
  'giving thanks': (t, { ada }) => thank(t.context(), ada, { text: 'The job at Kanda' }),
  'noting what happened': (t, { ada }) => addMoment(t.context(), ada, { kind: 'job', text: 'started at Kelp Works' }),
  'a tie': (t, { ada }) => addTie(t.context(), ada, { kind: 'child', otherName: 'Mia' }),
  'removing a tie': (t, { tie }) => removeTie(t.context(), tie),
  'making a circle': (t) => setCircle(t.context(), { name: 'Wide' }),
  'changing a circle': (t, { circle }) => updateCircle(t.context(), circle, { name: 'Closest', rhythmDays: 7 }),
  'deleting a circle': (t, { circle }) => deleteCircle(t.context(), circle),
  'changing members': (t, { ada, grace, circle }) =>
    changeMembers(t.context(), circle, { add: [grace], remove: [ada] }),
  'being in touch': (t, { ada }) => done(t.context(), ada, {}),
  'a snooze': (t, { ada }) => snooze(t.context(), ada, '2026-12-24'),
  'a skip': (t, { ada }) => skip(t.context(), ada),
  'a pause': (t, { ada }) => pause(t.context(), ada, undefined),
  'a resumption': (t, { grace }) => resume(t.context(), grace),
  'letting go': (t, { ada }) => letGo(t.context(), ada),
  'dismissing a reason': (t, { ada, touch }) => dismiss(t.context(), ada, `follow-up:${touch}`),
  sorting: (t, { grace, circle }) => sortPerson(t.context(), grace, circle),
  'a merge': (t, { ada, grace }) => merge(t.context(), ada, grace),
  'keeping two apart': (t, { ada, grace }) => notSame(t.context(), ada, grace),
  'another country': (t) => updateSettings(t.context(), { country: 'GB' }).then(() => lastStep(t)),
  'a captured line': (t) =>
    capture(t.context(), { text: 'Met Zed Ito from Kanda at the OCEAN mixer, talked about tidal power' }),
  'an import': (t) =>
    importFiles(t, {
      'people.vcf':
        aVCard('UID:zed-1', 'FN:Zed Ito', 'EMAIL:zed@example.org') +
        aVCard('FN:Ada Brandt', 'EMAIL:ada@example.org', 'NOTE:From school'),
    }),
};

async function lastStep(t: TestNetwork): Promise<{ stepId: string }> {
  const { items } = await getHistory(t.context(), { limit: 1 });
  return { stepId: items[0]?.id ?? '' };
}

describeNetworks('undo', (open) => {
  it('of each kind of act brings everything back to the letter, and its own undo does it again', async () => {
    const t = await open();
    const life = await aLife(t);
    const before = await whole(t);
    for (const [what, act] of Object.entries(ACTS)) {
      const { stepId } = await act(t, life);
      const after = await whole(t);
      expect(after, what).not.toEqual(before);
      const undone = await undo(t.context(), stepId ?? '');
      expect(undone.left, what).toEqual([]);
      expect(await whole(t), `undo of ${what}`).toEqual(before);
      const again = await undo(t.context(), undone.stepId);
      expect(await whole(t), `undo of the undo of ${what}`).toEqual(after);
      expect((await undo(t.context(), again.stepId)).left, what).toEqual([]);
      expect(await whole(t), `undo of the undo of the undo of ${what}`).toEqual(before);
    }
    expect(await problemsOf(t)).toEqual([]);
  });

  it('of the last act leads back to the state before it, after anything', async () => {
    const t = await open();
    await fc.assert(
      fc.asyncProperty(someActs({ min: 4, max: 16 }), async (acts) => {
        const network = await anotherNetwork(t);
        for (let i = 0; i < 9; i++) await aPerson(network, { name: `Guest ${i}` });
        for (const act of acts) {
          const before = await whole(network);
          const last = await lastStep(network);
          if (!(await perform(network, act))) continue;
          const { stepId } = await lastStep(network);
          if (stepId === last.stepId || act.kind.startsWith('undo')) continue;
          const after = await whole(network);
          const { stepId: undoId, left } = await undo(network.context(), stepId);
          expect(left).toEqual([]);
          expect(await whole(network)).toEqual(before);
          await undo(network.context(), undoId);
          expect(await whole(network)).toEqual(after);
        }
        expect(await problemsOf(network)).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });

  it('of old acts in any order never leaves anything that hangs on nothing', async () => {
    const t = await open();
    await fc.assert(
      fc.asyncProperty(
        someActs({ min: 10, max: 25 }),
        fc.infiniteStream(fc.nat({ max: 60 })),
        async (acts, choices) => {
          const network = await anotherNetwork(t);
          for (const act of acts) await perform(network, act);
          for (let i = 0; i < 8; i++)
            await perform(network, { kind: 'undoAny', a: choices.next().value ?? 0, b: 0, n: 0 });
          expect(await problemsOf(network)).toEqual([]);
          const { touch = [], touch_person: people = [] } = await rowsOf(network, ['touch', 'touch_person']);
          for (const { id } of touch) expect(people.some((row) => row.touch_id === id)).toBe(true);
        },
      ),
      { numRuns: 4 },
    );
  });

  it('restores field by field: what was changed since stays and is listed', async () => {
    const t = await open();
    const id = await aPerson(t);
    const { stepId } = await updatePerson(t.context(), id, { channel: 'signal', rhythmDays: 14, tags: ['chess'] });
    await updatePerson(t.context(), id, { channel: 'phone' });
    const result = await undo(t.context(), stepId);
    expect(result.left).toEqual([{ entity: 'person', id, name: 'Ada Brandt', reason: 'changed since' }]);
    expect(await getPersonPage(t.context(), id)).toMatchObject({ channel: 'phone', rhythmDays: null, tags: [] });
  });

  it('restores a card property by property', async () => {
    const t = await open();
    const id = await aPerson(t, { email: 'ada@example.org' });
    const { card } = await getPersonPage(t.context(), id);
    const { stepId } = await updatePerson(t.context(), id, {
      card: { ...card, emails: { e1: { address: 'new@example.org' } }, notes: { n1: { note: 'Met at school' } } },
    });
    const { card: later } = await getPersonPage(t.context(), id);
    await updatePerson(t.context(), id, { card: { ...later, notes: { n1: { note: 'Met at university' } } } });
    await undo(t.context(), stepId);
    const { card: restored } = await getPersonPage(t.context(), id);
    expect(restored).toMatchObject({ emails: card.emails, notes: { n1: { note: 'Met at university' } } });
  });

  it('keeps a touch with its people when it was changed since it was logged', async () => {
    const t = await open();
    const id = await aPerson(t);
    const { stepId, id: touch = '' } = await addTouch(t.context(), { people: [id], channel: 'phone' });
    await updateTouch(t.context(), touch, { summary: 'About the move' });
    const { left } = await undo(t.context(), stepId);
    expect(left.map((one) => one.entity).sort()).toEqual(['touch', 'touch_person']);
    expect((await getPersonPage(t.context(), id)).touches).toMatchObject([
      { summary: 'About the move', people: [{ id }] },
    ]);
  });

  it('keeps an added person whom something was written about since, and says so', async () => {
    const t = await open();
    const { stepId, id = '' } = await addPerson(t.context(), { name: 'Zed Ito' });
    await addFact(t.context(), id, { kind: 'work', text: 'Tides' });
    const { left } = await undo(t.context(), stepId);
    expect(left).toEqual([{ entity: 'person', id, name: 'Zed Ito', reason: 'has a fact since' }]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('takes an added person away with what is of no worth without them', async () => {
    const t = await open();
    const grace = await aPerson(t, { name: 'Grace Osei' });
    const { stepId, id = '' } = await addPerson(t.context(), { name: 'Zed Ito' });
    await notSame(t.context(), id, grace);
    await dismiss(t.context(), id, 'reply:2026-11-01');
    expect((await undo(t.context(), stepId)).left).toEqual([]);
    expect(await problemsOf(t)).toEqual([]);
    expect(await rowsOf(t, ['not_same', 'dismissal', 'person'])).toMatchObject({
      not_same: [],
      dismissal: [],
      person: [{ id: grace }],
    });
  });

  it('leaves what would hang on someone who is gone', async () => {
    const t = await open();
    const { ada, grace, circle, fact, touch } = await aLife(t);
    const removed = await removeRemembered(t.context(), 'fact', fact);
    const taken = await changeMembers(t.context(), circle, { remove: [ada] });
    const alone = await updateTouch(t.context(), touch, { people: [grace] });
    await deletePerson(t.context(), ada);
    await deleteCircle(t.context(), circle);
    for (const { stepId } of [removed, taken, alone])
      expect((await undo(t.context(), stepId)).left).toMatchObject([
        { reason: expect.stringMatching(/^its (?:person|circle) is gone$/) },
      ]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('of a deletion brings the whole story back, and the others in it', async () => {
    const t = await open();
    const { ada, grace } = await aLife(t);
    const page = await getPersonPage(t.context(), ada);
    const other = await getPersonPage(t.context(), grace);
    const { stepId } = await deletePerson(t.context(), ada);
    await expect(getPersonPage(t.context(), ada)).rejects.toMatchObject({ code: 'not-found' });
    expect((await getPersonPage(t.context(), grace)).ties).toEqual([]);
    await undo(t.context(), stepId);
    const strip = ({ rev: _rev, ...rest }: typeof page) => rest;
    expect(strip(await getPersonPage(t.context(), ada))).toEqual(strip(page));
    expect(strip(await getPersonPage(t.context(), grace))).toEqual(strip(other));
  });

  it('says in the history what is undone, along a chain of undos', async () => {
    const t = await open();
    const id = await aPerson(t);
    const { stepId } = await updatePerson(t.context(), id, { channel: 'signal' });
    const first = await undo(t.context(), stepId);
    const second = await undo(t.context(), first.stepId);
    const states = async () =>
      Object.fromEntries((await getHistory(t.context(), {})).items.map((step) => [step.id, step.state]));
    expect(await states()).toMatchObject({ [stepId]: 'done', [first.stepId]: 'undone', [second.stepId]: 'done' });
    const third = await undo(t.context(), second.stepId);
    expect(await states()).toMatchObject({
      [stepId]: 'undone',
      [first.stepId]: 'done',
      [second.stepId]: 'undone',
      [third.stepId]: 'done',
    });
    expect((await getPersonPage(t.context(), id)).channel).toBeNull();
  });

  it('without a step takes the newest act that is not undone, one after the other', async () => {
    const t = await open();
    const id = await aPerson(t);
    await updatePerson(t.context(), id, { channel: 'signal' });
    await updatePerson(t.context(), id, { rhythmDays: 9 });
    await undo(t.context());
    expect(await getPersonPage(t.context(), id)).toMatchObject({ channel: 'signal', rhythmDays: null });
    await undo(t.context());
    expect((await getPersonPage(t.context(), id)).channel).toBeNull();
    await undo(t.context());
    await expect(getPersonPage(t.context(), id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(undo(t.context())).rejects.toMatchObject({ code: 'not-found' });
  });

  it('answers a second delivery as the first, and refuses to undo twice', async () => {
    const t = await open();
    const id = await aPerson(t);
    const { stepId } = await updatePerson(t.context(), id, { channel: 'signal' });
    const context = t.context({ requestId: 'undo-from-a-phone' });
    const first = await undo(context);
    expect(await undo(context)).toEqual(first);
    expect((await getPersonPage(t.context(), id)).channel).toBeNull();
    await expect(undo(t.context(), stepId)).rejects.toMatchObject({ code: 'conflict' });
    await expect(undo(t.context(), 'no such step')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('goes on from where it was stopped, also when two go on with it', async () => {
    const t = await open();
    const cards = Array.from({ length: 130 }, (_, i) =>
      aVCard(`UID:person-${i}`, `FN:Person ${i}`, `EMAIL:p${i}@example.org`),
    );
    const before = await whole(t);
    const run = await importFiles(t, { 'people.vcf': cards.join('') });
    const after = await whole(t);
    const undoId = await openStep(t.store, t.networkId, async () => ({
      kind: 'undo',
      title: 'Undid',
      actor: 'you',
      undoes: run.stepId ?? '',
    }));
    await continueStep(t.store, t.networkId, undoId, (writer) => undoSlice(writer, undoId));
    expect(await whole(t)).not.toEqual(before);
    expect(await problemsOf(t)).toEqual([expect.stringContaining('was begun and not finished')]);
    await Promise.all([takeUpOpenWork(t.context()), runUndo(t.store, t.networkId, undoId)]);
    expect(await whole(t)).toEqual(before);
    expect((await getHistory(t.context(), {})).items.find((step) => step.id === undoId)?.state).toBe('done');
    const again = await undo(t.context(), undoId);
    expect(again.left).toEqual([]);
    expect(await whole(t)).toEqual(after);
  });
});
