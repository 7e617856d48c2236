import { expect, it } from 'vitest';
import { addAttendees, deleteAttendee, updateAttendee } from '../../src/services/attendees.service.ts';
import { readCalendar } from '../../src/services/calendar.service.ts';
import { capture } from '../../src/services/capture.service.ts';
import { merge } from '../../src/services/duplicates.service.ts';
import { gatheringFile, planFile } from '../../src/services/gathering-calendar.service.ts';
import {
  addGathering,
  deleteGathering,
  getGathering,
  listGatherings,
  personGatherings,
  updateGathering,
} from '../../src/services/gatherings.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { getGuestIdeas, getInvitations } from '../../src/services/hosting.service.ts';
import { done } from '../../src/services/keeping.service.ts';
import { addFact, addPromise } from '../../src/services/memory.service.ts';
import { gatheringFollowUps, metThere } from '../../src/services/met-there.service.ts';
import { addMoment } from '../../src/services/moments.service.ts';
import { deletePerson, listPeople, updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { listPlans, planHeld } from '../../src/services/plans.service.ts';
import { getToday, getTodayPage } from '../../src/services/today.service.ts';
import { getWhomToMeet } from '../../src/services/whom-to-meet.service.ts';
import { aPerson, aTouchWith, describeNetworks, problemsOf, type TestNetwork, whole } from '../support/a-network.ts';

/** Today is Monday 23 November 2026. */
const aMixer = async (t: TestNetwork, given: Partial<Parameters<typeof addGathering>[1]> = {}): Promise<string> =>
  (await addGathering(t.context(), { kind: 'mixer', name: 'OCEAN mixer', since: '2026-11-26', ...given })).id ?? '';
const listOf = async (t: TestNetwork, id: string, date?: string) =>
  (await getGathering(t.context(), id, date)).attendees.map(({ name, part, person }) => [name, part, person !== null]);
const attendeeOf = async (t: TestNetwork, id: string, name: string) =>
  (await getGathering(t.context(), id)).attendees.find((one) => one.name === name)?.id ?? '';
const everyone = async (t: TestNetwork) => (await listPeople(t.context(), {})).items.map(({ name }) => name).sort();

describeNetworks('gatherings', (open) => {
  it('are added, listed with the next first, changed, deleted and taken back', async () => {
    const t = await open();
    const mixer = await aMixer(t, { place: 'Harbour Hall' });
    await addGathering(t.context(), {
      kind: 'conference',
      name: 'TidalConf',
      since: '2026-11-10',
      until: '2026-11-12',
    });
    await addGathering(t.context(), { kind: 'dinner', name: 'Dinner', since: '2026-11-24' });
    const names = async () => (await listGatherings(t.context())).gatherings.map(({ name }) => name);
    expect(await names()).toEqual(['Dinner', 'OCEAN mixer', 'TidalConf']);
    await updateGathering(t.context(), mixer, { name: 'Ocean evening', since: '2026-11-23' });
    expect(await getGathering(t.context(), mixer)).toMatchObject({ name: 'Ocean evening', until: '2026-11-23' });
    await addAttendees(t.context(), mixer, { text: 'Zed Ito' });
    const before = await whole(t);
    const deleted = await deleteGathering(t.context(), mixer);
    expect(await names()).toEqual(['Dinner', 'TidalConf']);
    await undo(t.context(), deleted.stepId);
    expect(await whole(t)).toMatchObject({ gathering_person: before.gathering_person, gathering: before.gathering });
    expect(await problemsOf(t)).toEqual([]);
  });

  it('match a pasted list to those who are known, ask of the doubtful, and make nobody of a name', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    await aPerson(t, { name: 'Grace Osei' });
    await aPerson(t, { name: 'Grace Okafor' });
    const mixer = await aMixer(t);
    const added = await addAttendees(t.context(), mixer, {
      text: 'Name, Company\nada brandt, Kelp Works\nGrace\n- Zed Ito (Tidewater)\nZed Ito (Tidewater)\n',
    });
    expect(added.message).toBe('On the list: 1 you know, 1 you may know, 1 new to you.');
    expect(await everyone(t)).toEqual(['Ada Brandt', 'Grace Okafor', 'Grace Osei']);
    const page = await getGathering(t.context(), mixer);
    expect(
      page.attendees.map(({ person, candidates }) => [person?.id ?? null, candidates.map(({ name }) => name).sort()]),
    ).toEqual([
      [ada, []],
      [null, ['Grace Okafor', 'Grace Osei']],
      [null, []],
    ]);
    expect((await addAttendees(t.context(), mixer, { text: 'Ada Brandt\nZed Ito, Tidewater' })).message).toBe(
      'On the list: 2 on the list already.',
    );
    const grace = await attendeeOf(t, mixer, 'Grace');
    await updateAttendee(t.context(), grace, { personId: null });
    expect((await getGathering(t.context(), mixer)).attendees[1]?.candidates).toEqual([]);
    await expect(updateAttendee(t.context(), grace, { personId: ada })).rejects.toMatchObject({ code: 'conflict' });
    await undo(t.context(), (await deleteAttendee(t.context(), grace)).stepId);
    expect(await listOf(t, mixer)).toHaveLength(3);
  });

  it('note in one row whom one met: a touch and a follow-up each, which quotes what was said; one step', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt', email: 'ada@example.org', circle: 'Close' });
    const mixer = await aMixer(t, { since: '2026-11-23' });
    await addAttendees(t.context(), mixer, { text: 'Ada Brandt\nZed Ito, Tidewater' });
    const before = await whole(t);
    const met = await metThere(t.context(), mixer, { text: 'Zed, Ada, Grace Osei: tidal permits' });
    expect(met.people.map(({ name, created, said }) => [name, created, said])).toEqual([
      ['Zed Ito', true, ''],
      ['Ada Brandt', false, ''],
      ['Grace Osei', true, 'tidal permits'],
    ]);
    expect(await listOf(t, mixer)).toEqual([
      ['Ada Brandt', 'met', true],
      ['Zed Ito', 'met', true],
      ['Grace Osei', 'met', true],
    ]);
    const grace = met.people[2]?.id ?? '';
    expect((await getPersonPage(t.context(), grace)).facts).toMatchObject([
      { kind: 'how-we-met', text: 'at the OCEAN mixer' },
    ]);
    expect((await getPersonPage(t.context(), ada)).touches).toMatchObject([
      { date: '2026-11-23', channel: 'event', place: 'OCEAN mixer', followUp: true },
    ]);
    const tomorrow = await getToday(t.context({ on: '2026-11-24' }), {});
    expect(tomorrow.items.flatMap(({ reasons }) => reasons[0]?.text ?? '')).toContain(
      'You met Grace at the OCEAN mixer yesterday and talked about tidal permits.',
    );
    // More of the same conversation goes to the same touch.
    await metThere(t.context(), mixer, { text: 'Grace: send her the paper' });
    const [touch, ...more] = (await getPersonPage(t.context(), grace)).touches;
    expect([touch?.summary, more]).toEqual(['tidal permits; send her the paper', []]);
    await undo(t.context());
    await undo(t.context(), met.stepId ?? '');
    expect(await whole(t)).toMatchObject({
      person: before.person,
      touch: before.touch,
      gathering_person: before.gathering_person,
    });
    expect(await problemsOf(t)).toEqual([]);
  });

  it('save nothing while it is open who is meant, and nobody before they begin', async () => {
    const t = await open();
    const osei = await aPerson(t, { name: 'Grace Osei' });
    await aPerson(t, { name: 'Grace Okafor' });
    const mixer = await aMixer(t, { since: '2026-11-22', until: '2026-11-24' });
    const asked = await metThere(t.context(), mixer, { text: 'Zed Ito, Grace: permits' });
    expect(asked).toMatchObject({ stepId: null, people: [], questions: [{ asked: 'Grace' }] });
    expect(await listOf(t, mixer)).toEqual([]);
    const met = await metThere(t.context(), mixer, {
      text: 'Zed Ito, Grace: permits',
      answers: { Grace: osei },
      on: '2026-11-22',
    });
    expect(met.people.map(({ name }) => name)).toEqual(['Zed Ito', 'Grace Osei']);
    await expect(metThere(t.context(), mixer, { text: 'Ada', on: '2026-11-24' })).rejects.toMatchObject({
      code: 'invalid',
    });
    const later = await aMixer(t, { name: 'Later' });
    await expect(metThere(t.context(), later, { text: 'Ada' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(metThere(t.context(), mixer, { text: ' , ;' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('are emptied of follow-ups one by one, no two drafts alike', async () => {
    const t = await open();
    const mixer = await aMixer(t, { since: '2026-11-23' });
    const names = ['Zed Ito', 'Ada Brandt', 'Grace Osei', 'Will An'];
    await metThere(t.context(), mixer, { text: names.map((name, i) => `${name}: topic number ${i}`).join('\n') });
    const { people } = await gatheringFollowUps(t.context(), mixer);
    expect(people.map(({ said, due, done: isDone }) => [said, due, isDone])).toEqual(
      names.map((_, i) => [`topic number ${i}`, '2026-11-24', false]),
    );
    expect(new Set(people.map(({ draft, person }) => draft.replaceAll(person.name.split(' ')[0] ?? '', ''))).size).toBe(
      4,
    );
    await done(t.context(), people[0]?.person.id ?? '', { channel: 'email' });
    const after = (await gatheringFollowUps(t.context(), mixer)).people;
    expect(after.map(({ done: isDone }) => isDone)).toEqual([false, false, false, true]);
  });

  it('of one that returns look back on the time that was, not on the next', async () => {
    const t = await open();
    const mixer = await aMixer(t, { since: '2026-11-23', rule: 'FREQ=WEEKLY' });
    await metThere(t.context(), mixer, { text: 'Zed Ito: tides, Mira Stone' });
    const dayAfter = t.context({ on: '2026-11-24' });
    expect((await gatheringFollowUps(dayAfter, mixer)).people.map(({ person }) => person.name)).toEqual([
      'Zed Ito',
      'Mira Stone',
    ]);
    await metThere(dayAfter, mixer, { text: 'Grace Osei' });
    expect((await gatheringFollowUps(dayAfter, mixer)).people).toHaveLength(3);
  });

  it('speak of somebody known as seen again', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt', email: 'ada@example.org' });
    await done(t.context({ on: '2026-09-01' }), ada, { channel: 'email' });
    const mixer = await aMixer(t, { since: '2026-11-22' });
    await metThere(t.context(), mixer, { text: 'Ada: tidal permits' });
    const { people } = await gatheringFollowUps(t.context(), mixer);
    expect(people[0]?.text).toBe('You saw Ada at the OCEAN mixer yesterday and talked about tidal permits.');
    expect(people[0]?.draft).toMatch(/see you|saw each other/);
  });

  it('say before whom to meet and why, and Today speaks of those one wants to meet', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt', email: 'ada@example.org' });
    const zed = await aPerson(t, { name: 'Zed Ito' });
    const will = await aPerson(t, { name: 'Will An', email: 'will@example.org' });
    await aTouchWith(t, [ada], { date: '2026-09-01', summary: 'She is applying for the post in Kiel' });
    await addPromise(t.context(), zed, { by: 'me', text: 'the sailing book' });
    await addFact(t.context(), ada, { kind: 'need', text: 'an architect in Porto' });
    await addFact(t.context(), zed, { kind: 'offer', text: 'knows every architect' });
    await addFact(t.context(), will, { kind: 'need', text: 'a secret', private: true });
    const mixer = await aMixer(t);
    await addAttendees(t.context(), mixer, { people: [ada, zed, will] });
    for (const [name, say] of [
      ['Ada Brandt', 'ask about Kiel'],
      ['Will An', ''],
    ] as const)
      await updateAttendee(t.context(), await attendeeOf(t, mixer, name), { wanted: true, say });
    const { people, further } = await getWhomToMeet(t.context(), mixer);
    expect([people.map(({ person }) => person.name), further]).toEqual([['Ada Brandt', 'Will An', 'Zed Ito'], 0]);
    expect(people[0]?.why[0]).toBe(
      'Ada needs “an architect in Porto”, and Zed, who is there too, offers “knows every architect”.',
    );
    expect(people[0]?.question).toContain('post in Kiel');
    expect(people[1]?.why).toEqual(['You have not met yet.']);
    expect(people[2]?.why[0]).toBe('You promised Zed: the sailing book.');
    await addMoment(t.context(), will, { kind: 'loss', text: 'his father died' });
    const today = await getToday(t.context(), { all: true });
    const near = today.items.flatMap(({ reasons }) => reasons.filter(({ kind }) => kind === 'gathering'));
    expect(near.map(({ text }) => text)).toEqual([
      'Ada will be at the OCEAN mixer on Thursday; you want to say: ask about Kiel.',
    ]);
    expect(today.items.find(({ personId }) => personId === ada)?.opener).toContain('at the OCEAN mixer');
    expect((await getTodayPage(t.context(), {})).gatherings).toEqual([
      { date: '2026-11-26', id: mixer, name: 'OCEAN mixer' },
    ]);
    await done(t.context(), ada, { channel: 'email' });
    const later = await getToday(t.context({ on: '2026-11-25' }), { all: true });
    expect(later.items.flatMap(({ reasons }) => reasons).filter(({ kind }) => kind === 'gathering')).toEqual([]);
  });

  it('return by a rule, each time with a list of its own', async () => {
    const t = await open();
    const mixer = await aMixer(t, { since: '2026-11-05', rule: 'FREQ=MONTHLY;BYDAY=1TH', at: '2026-11-05T18:00:00Z' });
    expect(await getGathering(t.context(), mixer)).toMatchObject({
      time: { key: '2026-12-03', since: '2026-12-03' },
      before: '2026-11-05',
      after: '2027-01-07',
    });
    await addAttendees(t.context(), mixer, { text: 'Zed Ito' });
    await metThere(t.context(), mixer, { text: 'Grace Osei', date: '2026-11-05' });
    expect(await listOf(t, mixer)).toEqual([['Zed Ito', 'coming', false]]);
    expect(await listOf(t, mixer, '2026-11-05')).toEqual([['Grace Osei', 'met', true]]);
    await expect(getGathering(t.context(), mixer, '2026-11-06')).rejects.toMatchObject({ code: 'not-found' });
    const { text } = await gatheringFile(t.context(), mixer);
    // The hour of the owner's clock, also once theirs has changed.
    expect(text).toContain('DTSTART:20261203T180000Z');
    expect(text).toContain('DTSTART:20270401T170000Z');
    const feed = (await Array.fromAsync((await readCalendar(t.context())).parts())).join('');
    expect(feed.match(/SUMMARY:OCEAN mixer/g)?.length).toBeGreaterThan(12);
    const whole = await aMixer(t, { name: 'Days', since: '2026-12-01', until: '2026-12-03', rule: 'FREQ=YEARLY' });
    expect((await gatheringFile(t.context(), whole)).text).toContain(
      'DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261204\r\nRRULE:FREQ=YEARLY\r\n',
    );
  });

  it('are known to a line that names one on its day', async () => {
    const t = await open();
    const mixer = await aMixer(t, { since: '2026-11-22' });
    await aPerson(t, { name: 'Ada Brandt' });
    const line = 'Met Zed Ito and Ada Brandt at the OCEAN mixer yesterday';
    expect((await capture(t.context(), { text: line, dryRun: true })).preview).toContain(
      'It goes on the list of OCEAN mixer.',
    );
    await capture(t.context(), { text: line });
    expect(await listOf(t, mixer)).toEqual([
      ['Zed Ito', 'met', true],
      ['Ada Brandt', 'met', true],
    ]);
    await capture(t.context(), { text: 'Met Will An at the OCEAN mixer on Saturday' });
    expect(await listOf(t, mixer)).toHaveLength(2);
  });

  it('go along in a merge and with the person, and come back', async () => {
    const t = await open();
    const [ada, other] = [await aPerson(t, { name: 'Ada Brandt' }), await aPerson(t, { name: 'Ada Brandt-Ito' })];
    const mixer = await aMixer(t, { since: '2026-11-23' });
    const both = await aMixer(t, { name: 'Both', since: '2026-11-20' });
    await metThere(t.context(), mixer, { text: 'Ada Brandt: permits' });
    await addAttendees(t.context(), both, { people: [ada, other] });
    const before = await whole(t);
    const merged = await merge(t.context(), other, ada);
    expect((await personGatherings(t.context(), other)).gatherings).toMatchObject([
      { name: 'OCEAN mixer', part: 'met', said: 'permits' },
      { name: 'Both', part: 'coming' },
    ]);
    await undo(t.context(), merged.stepId);
    expect((await whole(t)).gathering_person).toEqual(before.gathering_person);
    const deleted = await deletePerson(t.context(), ada);
    expect(await listOf(t, mixer)).toEqual([]);
    await undo(t.context(), deleted.stepId);
    expect((await whole(t)).gathering_person).toEqual(before.gathering_person);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('propose guests who enjoy each other and one new face, and draft an invitation for each', async () => {
    const t = await open();
    const guest = async (name: string, interest: string, circle?: string) => {
      const id = await aPerson(t, { name, ...(circle === undefined ? {} : { circle }) });
      await addFact(t.context(), id, { kind: 'interest', text: interest });
      return id;
    };
    const ada = await guest('Ada Brandt', 'sailing', 'Close');
    const zed = await guest('Zed Ito', 'Sailing', 'Close');
    const will = await guest('Will An', 'chess', 'Close');
    const gone = await guest('Rosa Gone', 'sailing', 'Close');
    const fresh = await guest('Grace Osei', 'sailing boats');
    for (const date of ['2026-08-01', '2026-09-01', '2026-10-01'])
      for (const id of [ada, zed, will, gone]) await aTouchWith(t, [id], { date });
    await aTouchWith(t, [ada, will], { date: '2026-10-10', channel: 'in-person' });
    await aTouchWith(t, [fresh], { date: '2026-11-10', channel: 'event' });
    await updatePerson(t.context(), gone, { deceased: true });
    const dinner =
      (await addGathering(t.context(), { kind: 'dinner', name: 'Dinner at ours', since: '2026-11-28' })).id ?? '';
    await addAttendees(t.context(), dinner, { people: [ada] });
    const { guests } = await getGuestIdeas(t.context(), dinner, { size: 4 });
    expect(guests.map(({ person, why, newFace }) => [person.name, why, newFace])).toEqual([
      ['Zed Ito', 'Cares for Sailing, as Ada does.', false],
      ['Will An', 'Knows Ada.', false],
      ['Grace Osei', 'A new face at your table, and cares for sailing boats, as Ada does.', true],
    ]);
    await addAttendees(t.context(), dinner, { people: [zed] });
    const { people } = await getInvitations(t.context(), dinner);
    expect(people.map(({ person, part }) => [person.name, part])).toEqual([
      ['Ada Brandt', 'invited'],
      ['Zed Ito', 'invited'],
    ]);
    for (const { draft } of people) expect(draft).toMatch(/dinner.*on Saturday/);
    expect(new Set(people.map(({ draft }) => draft.replace(/Ada|Zed/g, ''))).size).toBe(2);
    const reasons = (await getToday(t.context(), { all: true })).items.flatMap((item) => item.reasons);
    expect(reasons.map(({ text }) => text)).toContain(
      'You invited Ada to Dinner at ours on Saturday and have no answer yet.',
    );
  });

  it('refuse what cannot be, with a remedy', async () => {
    const t = await open();
    await expect(aMixer(t, { until: '2026-11-25' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(aMixer(t, { until: '2028-11-25' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(aMixer(t, { at: '2026-11-27T18:00:00Z' })).rejects.toMatchObject({ code: 'invalid' });
    const mixer = await aMixer(t);
    await expect(addAttendees(t.context(), mixer, { text: '\n , \n' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(getGathering(t.context(), 'nothing')).rejects.toMatchObject({ code: 'not-found' });
    await expect(updateAttendee(t.context(), 'nothing', {})).rejects.toMatchObject({ code: 'not-found' });
  });
});

describeNetworks('plans', (open) => {
  it('become a touch by one answer, with a follow-up if wished', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    await capture(t.context(), { text: 'coffee with Ada next week' });
    const [plan] = (await listPlans(t.context())).plans;
    expect(plan).toMatchObject({ past: false, people: [{ id: ada }] });
    const { fileName, text } = await planFile(t.context(), plan?.touchId ?? '');
    expect([fileName, text.includes('METHOD:PUBLISH'), text.includes('SUMMARY:Coffee with Ada')]).toEqual([
      'ada-brandt.ics',
      true,
      true,
    ]);
    await expect(planHeld(t.context(), plan?.touchId ?? '', { held: true })).rejects.toMatchObject({ code: 'invalid' });
    const after = t.context({ on: '2026-12-10' });
    expect((await getTodayPage(after, {})).unanswered).toMatchObject([
      { touchId: plan?.touchId, people: [{ name: 'Ada Brandt' }] },
    ]);
    const held = await planHeld(after, plan?.touchId ?? '', {
      held: true,
      followUp: true,
      summary: 'Her move to Kiel',
    });
    expect((await getTodayPage(after, {})).unanswered).toEqual([]);
    expect((await getPersonPage(after, ada)).touches).toMatchObject([
      { plan: false, followUp: true, summary: 'Her move to Kiel' },
    ]);
    expect((await getToday(after, {})).items.map(({ reasons }) => reasons[0]?.kind)).toEqual(['follow-up']);
    await expect(planHeld(after, plan?.touchId ?? '', { held: true })).rejects.toMatchObject({ code: 'conflict' });
    await expect(planFile(after, plan?.touchId ?? '')).rejects.toMatchObject({ code: 'invalid' });
    await undo(t.context(), held.stepId);
    const fell = await planHeld(after, plan?.touchId ?? '', { held: false });
    expect((await getPersonPage(after, ada)).touches).toEqual([]);
    await undo(t.context(), fell.stepId);
    expect((await listPlans(after)).plans).toMatchObject([{ past: true }]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('are remembered quietly a year later, with whom one met there and nobody else', async () => {
    const t = await open();
    const [ada, zed] = [await aPerson(t, { name: 'Ada Brandt' }), await aPerson(t, { name: 'Zed Ito' })];
    const mixer = await aMixer(t, { since: '2025-11-24' });
    await addAttendees(t.context(), mixer, { text: 'Ada Brandt\nZed Ito' });
    await metThere(t.context(), mixer, { text: 'Ada Brandt' });
    const said = async (id: string) => (await getPersonPage(t.context(), id)).reasons.map(({ text }) => text);
    expect(await said(ada)).toContain('A year ago this week you and Ada were both at the OCEAN mixer.');
    expect((await said(zed)).join()).not.toContain('OCEAN mixer');
  });
});
