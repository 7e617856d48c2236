import { expect, it } from 'vitest';
import { addDays } from '../../src/domain/dates.ts';
import { capture } from '../../src/services/capture.service.ts';
import { todayOf } from '../../src/services/context.ts';
import { merge } from '../../src/services/duplicates.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { suggestIntroductions } from '../../src/services/introduction-suggestions.service.ts';
import {
  addIntroduction,
  listIntroductions,
  moveIntroduction,
  removeIntroduction,
  updateIntroduction,
} from '../../src/services/introductions.service.ts';
import { done } from '../../src/services/keeping.service.ts';
import { addFact, addTie, updateFact } from '../../src/services/memory.service.ts';
import { addMoment } from '../../src/services/moments.service.ts';
import { deletePerson, updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { getToday } from '../../src/services/today.service.ts';
import { addTouch } from '../../src/services/touches.service.ts';
import { aPerson, describeNetworks, problemsOf, type TestNetwork } from '../support/a-network.ts';

/** Two who may help each other: she needs what he offers. */
async function aPair(t: TestNetwork): Promise<{ ada: string; grace: string }> {
  const ada = await aPerson(t, { name: 'Ada Brandt' });
  const grace = await aPerson(t, { name: 'Grace Osei' });
  await addFact(t.context(), ada, { kind: 'need', text: 'somebody to look over two patents' });
  await addFact(t.context(), grace, { kind: 'offer', text: 'reads patents and contracts' });
  return { ada, grace };
}

const suggested = async (t: TestNetwork, person?: string) =>
  (await suggestIntroductions(t.context(), { person })).map(({ first, second }) => `${first.name}, ${second.name}`);
const listed = async (t: TestNetwork, person?: string) =>
  (await listIntroductions(t.context(), { person })).introductions;
const ledgerOf = async (t: TestNetwork, id: string) =>
  (await getPersonPage(t.context(), id)).exchanges.map(({ kind, text }) => `${kind}: ${text}`);

async function anIdea(t: TestNetwork): Promise<{ ada: string; grace: string; id: string }> {
  const pair = await aPair(t);
  const [idea] = await suggestIntroductions(t.context(), {});
  if (!idea) throw new Error('There is a suggestion.');
  const { first, second, whyFirst, whySecond } = idea;
  const { id = '' } = await addIntroduction(t.context(), { first: first.id, second: second.id, whyFirst, whySecond });
  return { ...pair, id };
}

describeNetworks('introductions', (open) => {
  it('go from a suggestion over two yeses to thanks, each step undone by one undo', async () => {
    const t = await open();
    expect(await suggested(t)).toEqual([]);
    const { ada, grace, id } = await anIdea(t);
    expect(await suggested(t)).toEqual([]);
    const steps = ['ask', 'yes', 'ask', 'yes', 'make', 'outcome', 'thank'] as const;
    const states: string[] = [];
    for (const act of steps) {
      const [before] = await listed(t);
      const { stepId } = await moveIntroduction(t.context(), id, { act, text: 'They talk every week now' });
      await undo(t.context(), stepId);
      expect((await listed(t))[0]).toEqual(before);
      await moveIntroduction(t.context(), id, { act, text: 'They talk every week now' });
      states.push((await listed(t))[0]?.state ?? '');
    }
    expect(states).toEqual(['asked-first', 'first-yes', 'asked-second', 'both-yes', 'made', 'outcome', 'thanked']);
    expect((await listed(t))[0]).toMatchObject({ outcome: 'They talk every week now', acts: ['outcome'] });
    expect(await ledgerOf(t, ada)).toEqual([
      'thanked: Gave thanks for meeting Grace Osei',
      'given: Introduced to Grace Osei',
    ]);
    expect(await ledgerOf(t, grace)).toEqual([
      'thanked: Gave thanks for meeting Ada Brandt',
      'given: Introduced to Ada Brandt',
    ]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('are refused out of turn, twice, of one person, of the dead, and while the same person is being asked', async () => {
    const t = await open();
    const { ada, grace, id } = await anIdea(t);
    await expect(moveIntroduction(t.context(), id, { act: 'make' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(addIntroduction(t.context(), { first: ada, second: grace })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(addIntroduction(t.context(), { first: ada, second: ada })).rejects.toMatchObject({ code: 'invalid' });
    await expect(moveIntroduction(t.context(), 'nothing', { act: 'ask' })).rejects.toMatchObject({ code: 'not-found' });
    await moveIntroduction(t.context(), id, { act: 'ask' });
    const tom = await aPerson(t, { name: 'Tom Ito' });
    const other = await addIntroduction(t.context(), { first: grace, second: tom });
    await expect(moveIntroduction(t.context(), other.id ?? '', { act: 'ask' })).rejects.toThrow(
      'Grace Osei has not answered about Ada Brandt yet.',
    );
    await moveIntroduction(t.context(), id, { act: 'no' });
    expect((await listed(t)).find((one) => one.id === other.id)?.restsUntil).toBe('2027-01-04');
    await moveIntroduction(t.context(), other.id ?? '', { act: 'ask' });
    await updatePerson(t.context(), ada, { deceased: true });
    await expect(addIntroduction(t.context(), { first: ada, second: tom })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('that are thought of by hand say why the two fit, where what is known says it', async () => {
    const t = await open();
    const { ada, grace } = await aPair(t);
    const tom = await aPerson(t, { name: 'Tom Ito' });
    const [idea] = await suggestIntroductions(t.context(), { person: ada });
    const turned = idea?.first.id === ada;
    await addIntroduction(t.context(), { first: ada, second: grace });
    await addIntroduction(t.context(), { first: ada, second: tom });
    const [why, none] = ['Grace Osei', 'Tom Ito'].map(async (name) =>
      (await listed(t)).find(({ second }) => second.name === name),
    );
    expect(await why).toMatchObject(
      turned
        ? { whyFirst: idea?.whyFirst, whySecond: idea?.whySecond }
        : { whyFirst: idea?.whySecond, whySecond: idea?.whyFirst },
    );
    expect(await none).toMatchObject({ whyFirst: '', whySecond: '' });
  });

  it('can be worded anew, and turned round until somebody was asked', async () => {
    const t = await open();
    const { id } = await anIdea(t);
    await updateIntroduction(t.context(), id, { whyFirst: 'Ada builds tidal turbines.' });
    await updateIntroduction(t.context(), id, { swap: true });
    const [turned] = await listed(t);
    expect(turned).toMatchObject({ first: { name: 'Ada Brandt' }, whySecond: 'Ada builds tidal turbines.' });
    expect(turned?.drafts[0]?.text).toMatch(/^Hi Ada, .*Grace Osei/);
    await moveIntroduction(t.context(), id, { act: 'ask', channel: 'email' });
    expect((await getPersonPage(t.context(), turned?.first.id ?? '')).touches).toMatchObject([{ channel: 'email' }]);
    await expect(updateIntroduction(t.context(), id, { swap: true })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are suggested to nobody who knows the other, has it hard, was asked of late, or was ruled out', async () => {
    const t = await open();
    const { ada, grace } = await aPair(t);
    const both = ['Grace Osei, Ada Brandt'];
    expect(await suggested(t)).toEqual(both);
    expect(await suggested(t, grace)).toEqual(both);
    const until = async (work: () => Promise<{ stepId: string | null }>) => {
      const { stepId } = await work();
      expect(await suggested(t)).toEqual([]);
      await undo(t.context(), stepId ?? '');
      expect(await suggested(t)).toEqual(both);
    };
    await until(() => addTie(t.context(), ada, { kind: 'friend', otherId: grace }));
    await until(() => addTouch(t.context(), { people: [ada, grace], channel: 'in-person', date: '2026-01-02' }));
    await until(() => addMoment(t.context(), grace, { kind: 'loss', text: 'lost her father' }));
    await until(() => updatePerson(t.context(), grace, { archived: true }));
    await until(() => updatePerson(t.context(), grace, { deceased: true }));
    await until(() => addIntroduction(t.context(), { first: ada, second: grace, as: 'dismissed' }));
    await addTouch(t.context(), { people: [ada, grace], channel: 'email', personal: false, date: '2026-01-02' });
    expect(await suggested(t)).toEqual(both);
    const tom = await aPerson(t, { name: 'Tom Ito' });
    const { id = '' } = await addIntroduction(t.context(), { first: grace, second: tom });
    await moveIntroduction(t.context(), id, { act: 'ask' });
    expect(await suggested(t)).toEqual([]);
  });

  it('follow what is said: corrected, ended on a day, and by somebody new', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    const grace = await aPerson(t, { name: 'Grace Osei' });
    const { id: need = '' } = await addFact(t.context(), ada, { kind: 'need', text: 'a boat for the tides' });
    const { id: offer = '' } = await addFact(t.context(), grace, { kind: 'offer', text: 'bakes pies' });
    expect(await suggested(t)).toEqual([]);
    await updateFact(t.context(), offer, { text: 'lends her boat' });
    expect(await suggested(t)).toEqual(['Grace Osei, Ada Brandt']);
    const today = await todayOf(t.context());
    await updateFact(t.context(), need, { until: today });
    const countIn = async (days: number) =>
      (await suggestIntroductions({ ...t.context(), on: addDays(today, days) }, {})).length;
    expect([await countIn(0), await countIn(1), await countIn(0)]).toEqual([1, 0, 1]);
    const tom = await aPerson(t, { name: 'Tom Ito' });
    await addFact(t.context(), tom, { kind: 'need', text: 'a boat on Sundays' });
    expect(await suggested(t, tom)).toEqual(['Grace Osei, Tom Ito']);
  });

  it('never rest on what is private', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    const grace = await aPerson(t, { name: 'Grace Osei' });
    await addFact(t.context(), ada, { kind: 'need', text: 'patents', private: true });
    await addFact(t.context(), grace, { kind: 'offer', text: 'patents' });
    expect(await suggested(t)).toEqual([]);
  });

  it('move on with “Done” on Today where it was my turn, touch and all, and one undo takes it back', async () => {
    const t = await open();
    const { ada, grace, id } = await anIdea(t);
    const state = async () => (await listed(t))[0]?.state;
    const asDone = (person: string, day: string, more: object = {}) =>
      done(t.context({ on: day }), person, { introduction: id, channel: 'email', ...more });
    const touches = async (person: string) =>
      (await getPersonPage(t.context({ on: '2026-11-30' }), person)).touches.map(
        ({ date, notes }) => `${date} ${notes}`,
      );
    await moveIntroduction(t.context(), id, { act: 'ask' });
    // Their answer is theirs to give: asking again is a word with them, no more.
    const again = await asDone(grace, '2026-11-28');
    expect(again.message).toBe('Logged: in touch with Grace Osei.');
    expect(await state()).toBe('asked-first');
    await undo(t.context(), again.stepId);
    await moveIntroduction(t.context(), id, { act: 'yes' });

    expect(await state()).toBe('first-yes');
    await asDone(ada, '2026-11-24', { direction: 'theirs' });
    await asDone(grace, '2026-11-24');
    expect(await state()).toBe('first-yes');
    const before = await touches(ada);
    const asked = await asDone(ada, '2026-11-24');
    expect(asked.message).toBe('Logged: in touch with Ada Brandt. Noted that you asked Ada Brandt about Grace Osei.');
    expect(await state()).toBe('asked-second');
    expect(await touches(ada)).toContain('2026-11-24 About an introduction to Grace Osei.');
    await undo(t.context(), asked.stepId);
    expect(await state()).toBe('first-yes');
    expect(await touches(ada)).toEqual(before);

    await moveIntroduction(t.context(), id, { act: 'ask' });
    await moveIntroduction(t.context(), id, { act: 'yes' });
    await asDone(grace, '2026-11-24', { words: { text: 'I will write to you both.', edited: true } });
    expect(await state()).toBe('both-yes');
    const made = await asDone(grace, '2026-11-25');
    expect(await state()).toBe('made');
    for (const person of [ada, grace])
      expect(await touches(person)).toContain('2026-11-25 About the introduction of Grace Osei and Ada Brandt.');
    expect(await ledgerOf(t, ada)).toEqual(['given: Introduced to Grace Osei']);
    await undo(t.context(), made.stepId);
    expect(await state()).toBe('both-yes');
    expect(await ledgerOf(t, ada)).toEqual([]);
    await expect(done(t.context(), ada, { introduction: 'nothing' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await problemsOf(t)).toEqual([]);
  });

  it('come back on Today when an answer is long in coming, when it is my turn, and two weeks after', async () => {
    const t = await open();
    const { ada, grace, id } = await anIdea(t);
    const on = async (day: string) =>
      (await getToday(t.context({ on: day }), { all: true })).items.flatMap(({ personId, reasons, opener }) =>
        reasons.flatMap(({ kind, text }) => (kind === 'introduction' ? [{ personId, text, opener }] : [])),
      );
    await moveIntroduction(t.context(), id, { act: 'ask' });
    expect(await on('2026-11-27')).toEqual([]);
    expect(await on('2026-11-28')).toMatchObject([{ personId: grace, text: expect.stringMatching(/no answer yet/) }]);
    const nudged = await done(t.context({ on: '2026-11-28' }), grace, {});
    expect(await on('2026-11-29')).toEqual([]);
    expect(await on('2026-12-05')).toHaveLength(1);
    await undo(t.context(), nudged.stepId);
    await moveIntroduction(t.context(), id, { act: 'yes' });
    const [turn] = await on('2026-11-24');
    expect(turn).toMatchObject({ personId: ada, text: 'Grace Osei would like to meet Ada: now ask Ada.' });
    expect(turn?.opener).toContain('Grace Osei offers: reads patents and contracts.');
    await moveIntroduction(t.context(), id, { act: 'ask' });
    await moveIntroduction(t.context(), id, { act: 'yes' });
    expect(await on('2026-11-24')).toMatchObject([{ text: 'Grace and Ada Brandt both said yes: introduce them.' }]);
    await moveIntroduction(t.context(), id, { act: 'make' });
    expect(await on('2026-12-06')).toEqual([]);
    expect(await on('2026-12-07')).toMatchObject([{ personId: ada, text: expect.stringMatching(/ask how it went/) }]);
    await addMoment(t.context(), ada, { kind: 'loss', text: 'lost her father' });
    expect(await on('2026-12-07')).toEqual([]);
  });

  it('that were made already stand in both ledgers, and close what was under way', async () => {
    const t = await open();
    const { ada, grace, id } = await anIdea(t);
    const made = await addIntroduction(t.context(), { first: ada, second: grace, as: 'made', date: '2026-11-20' });
    expect(made.id).toBe(id);
    expect(await listed(t)).toMatchObject([{ state: 'made' }]);
    expect(await ledgerOf(t, ada)).toEqual(['given: Introduced to Grace Osei']);
    await undo(t.context(), made.stepId);
    expect(await listed(t)).toMatchObject([{ state: 'idea' }]);
    expect(await ledgerOf(t, ada)).toEqual([]);
  });

  it('say who introduced whom to you, and whom thanks are owed', async () => {
    const t = await open();
    const { ada, grace } = await aPair(t);
    await addTie(t.context(), ada, { kind: 'introduced by', otherId: grace });
    const read = (person: string) => listIntroductions(t.context(), { person });
    expect(await read(grace)).toMatchObject({
      introducedYou: [{ id: ada, name: 'Ada Brandt' }],
      introducedBy: [],
      thanksOwed: 'Introduced me to Ada Brandt',
    });
    expect(await read(ada)).toMatchObject({ introducedBy: [{ id: grace }], thanksOwed: null });
    expect((await getPersonPage(t.context(), grace)).favours[0]).toMatchObject({ kind: 'thanks' });
  });

  it('are understood in a line: made, thought of, and the ones through which you met somebody', async () => {
    const t = await open();
    const { ada, grace } = await aPair(t);
    const say = async (text: string) => (await capture(t.context(), { text })).preview;
    expect(await say('I should introduce Ada to Grace')).toEqual([
      'An idea: introduce Ada Brandt and Grace Osei. Both are asked first.',
    ]);
    await say('Maybe introduce Ada and Grace');
    expect(await listed(t)).toMatchObject([{ state: 'idea', first: { name: 'Ada Brandt' } }]);
    expect((await getPersonPage(t.context(), ada)).promises).toEqual([]);
    expect(await say('Introduced Ada to Grace yesterday')).toContain('You introduced Ada Brandt and Grace Osei.');
    expect(await listed(t)).toMatchObject([{ state: 'made', since: '2026-11-22' }]);
    expect(await ledgerOf(t, grace)).toEqual(['given: Introduced to Ada Brandt']);
    await say('Grace introduced me to Zed Quill');
    expect(await listIntroductions(t.context(), { person: grace })).toMatchObject({
      introducedYou: [{ name: 'Zed Quill' }],
      thanksOwed: 'Introduced me to Zed Quill',
    });
    expect(await problemsOf(t)).toEqual([]);
  });

  it('go along in a merge and with the person, and come back', async () => {
    const t = await open();
    const { ada, grace, id } = await anIdea(t);
    const other = await aPerson(t, { name: 'Ada Brandt-Ito' });
    const merged = await merge(t.context(), other, ada);
    expect((await listed(t, other)).map((one) => one.id)).toEqual([id]);
    await undo(t.context(), merged.stepId);
    const self = await merge(t.context(), ada, grace);
    expect(await listed(t)).toEqual([]);
    await undo(t.context(), self.stepId);
    const deleted = await deletePerson(t.context(), ada);
    expect(await listed(t)).toEqual([]);
    await undo(t.context(), deleted.stepId);
    expect(await listed(t)).toHaveLength(1);
    const removed = await removeIntroduction(t.context(), id);
    expect(await listed(t)).toEqual([]);
    await undo(t.context(), removed.stepId);
    expect(await listed(t)).toHaveLength(1);
    expect(await problemsOf(t)).toEqual([]);
  });
});
