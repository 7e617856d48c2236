import { expect, it } from 'vitest';
import type { CalendarDate } from '../../src/domain/dates.ts';
import { generateNetwork } from '../../src/domain/demo/generate-network.ts';
import {
  addCircle,
  changeMembers,
  deleteCircle,
  listCircles,
  setCircle,
  updateCircle,
} from '../../src/services/circles.service.ts';
import { scopeOf } from '../../src/services/context.ts';
import { loadNetwork } from '../../src/services/demo.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { dismiss, done, letGo, pause, resume, skip, snooze, sortPerson } from '../../src/services/keeping.service.ts';
import { addPromise, addReminder } from '../../src/services/memory.service.ts';
import { allPeople, updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { addTouch, updateTouch } from '../../src/services/touches.service.ts';
import { getTriage } from '../../src/services/triage.service.ts';
import { countsForTriage } from '../../src/services/triage-counts.ts';
import { triageCounts } from '../../src/storage/repositories/circle.repository.ts';
import {
  aGoogleCsv,
  aPerson,
  aTouchWith,
  describeNetworks,
  importFiles,
  problemsOf,
  rowsOf,
  type TestNetwork,
} from '../support/a-network.ts';

const next = async (t: TestNetwork, id: string) => (await getPersonPage(t.context(), id)).nextTouch;

describeNetworks('keeping in touch', (open) => {
  it('counts people and who waits to be sorted as they are, whatever changed since it last counted', async () => {
    const t = await open();
    const counts = async () => {
      const scope = scopeOf(t.context());
      const kept = await countsForTriage(t.store, scope);
      expect(kept).toEqual(await triageCounts(scope));
      return [kept.active, kept.unsorted];
    };
    expect(await counts()).toEqual([0, 0]);
    const ada = await aPerson(t, { name: 'Ada Lovelace' });
    const bea = await aPerson(t, { name: 'Bea Quist' });
    const before = await counts();
    expect(before[0]).toBe(2);
    await aTouchWith(t, [ada], { date: '2026-11-01' });
    expect(await counts()).toEqual(before);
    await sortPerson(t.context(), ada, null);
    const sorted = await counts();
    await updatePerson(t.context(), bea, { archived: true });
    expect(await counts()).not.toEqual(sorted);
    await undo(t.context());
    expect(await counts()).toEqual(sorted);
    await importFiles(t, { 'contacts.csv': aGoogleCsv([['Cleo', 'Ray', 'cleo@example.org']]) });
    expect((await counts())[0]).toBe(3);
  });

  it('restarts the rhythm from the last real contact', async () => {
    const t = await open();
    const id = await aPerson(t, { rhythmDays: 30 });
    await aTouchWith(t, [id], { date: '2026-11-01' });
    expect(await next(t, id)).toBe('2026-12-01');
    await done(t.context(), id, {});
    expect(await next(t, id)).toBe('2026-12-23');
    // An older one logged late moves nothing; a plan and a mail to many neither.
    await aTouchWith(t, [id], { date: '2026-10-01' });
    await aTouchWith(t, [id], { date: '2026-12-05', summary: 'Concert' });
    await aTouchWith(t, [id], { date: '2026-11-23', channel: 'email', personal: false });
    expect(await next(t, id)).toBe('2026-12-23');
    await aTouchWith(t, [id], { date: '2026-11-23', channel: 'email', direction: 'theirs' });
    expect(await next(t, id)).toBe('2026-12-23');
  });

  it('comes back to the last words, not to a touch that left none', async () => {
    const t = await open();
    const id = await aPerson(t, { rhythmDays: 30 });
    await aTouchWith(t, [id], { date: '2026-10-01', summary: 'Talked about violins' });
    await done(t.context({ on: '2026-10-20' }), id, { channel: 'phone' });
    const page = await getPersonPage(t.context(), id);
    expect(page.lastTouch).toBe('2026-10-20');
    expect(page.opener).toContain('violins');
  });

  it('gives people the same first days in whatever order and wherever they are added', async () => {
    const names = ['Ada Brandt', 'Zed Ito', 'Grace Osei', 'Łukasz Nowak', '王小明'];
    const days = async (order: readonly string[]) => {
      const t = await open();
      for (const name of order) await aPerson(t, { name, circle: 'Active' });
      return Object.fromEntries((await allPeople(t.context(), {})).map((person) => [person.name, person.nextTouch]));
    };
    expect(await days(names)).toEqual(await days(names.toReversed()));
  });

  it('takes the quickest rhythm of several circles, and the person’s own before any', async () => {
    const t = await open();
    const id = await aPerson(t, { circle: 'Wide' });
    const { id: club = '' } = await addCircle(t.context(), { name: 'Club', rhythmDays: 10 });
    const { id: plain = '' } = await addCircle(t.context(), { name: 'No rhythm' });
    await changeMembers(t.context(), club, { add: [id] });
    await changeMembers(t.context(), plain, { add: [id] });
    await done(t.context(), id, {});
    expect(await next(t, id)).toBe('2026-12-03');
    await updatePerson(t.context(), id, { rhythmDays: 2 });
    expect(await next(t, id)).toBe('2026-11-25');
    await updatePerson(t.context(), id, { rhythmDays: null });
    await deleteCircle(t.context(), club);
    expect(await next(t, id)).toBe('2027-11-23');
  });

  it('moves someone from one circle to another in one step, and leaves their other circles alone', async () => {
    const t = await open();
    const id = await aPerson(t, { name: 'Ada Brandt', circle: 'Inner' });
    const { id: close = '' } = await setCircle(t.context(), { name: 'Close' });
    const { id: club = '' } = await addCircle(t.context(), { name: 'Club' });
    await changeMembers(t.context(), club, { add: [id] });
    const circlesOf = async () => (await getPersonPage(t.context(), id)).circles.map((circle) => circle.name);
    const inner = (await listCircles(t.context())).circles.find((circle) => circle.name === 'Inner')?.id ?? '';
    const moved = await changeMembers(t.context(), close, { add: [id], from: inner });
    expect(moved.message).toBe('Moved Ada Brandt from Inner to Close.');
    expect(await circlesOf()).toEqual(['Close', 'Club']);
    await undo(t.context(), moved.stepId ?? '');
    expect(await circlesOf()).toEqual(['Inner', 'Club']);
    const gone = changeMembers(t.context(), close, { add: [id], from: '0190a000-0000-7000-8000-000000000000' });
    await expect(gone).rejects.toMatchObject({ code: 'not-found' });
    expect(await circlesOf()).toEqual(['Inner', 'Club']);
  });

  it('spreads people sorted on one evening over their rhythm, and gives each a next date', async () => {
    const t = await open();
    await importFiles(t, {
      'c.csv': aGoogleCsv(Array.from({ length: 120 }, (_, i) => [`Person${i}`, 'X', `p${i}@example.org`])),
    });
    const { id: circle = '' } = await setCircle(t.context(), { name: 'Close' });
    await changeMembers(t.context(), circle, { add: (await allPeople(t.context(), {})).map((person) => person.id) });
    const dates = (await allPeople(t.context(), {})).map((person) => person.nextTouch);
    expect(dates.every((date) => date !== null && date > '2026-11-23' && date <= '2026-12-23')).toBe(true);
    const busiest = Math.max(...[...Map.groupBy(dates, (date) => date).values()].map((same) => same.length));
    expect(busiest).toBeLessThan(15);
  });

  it('snoozes, skips once, pauses and resumes', async () => {
    const t = await open();
    const id = await aPerson(t, { rhythmDays: 7 });
    await aTouchWith(t, [id], { date: '2026-11-10' });
    expect(await next(t, id)).toBe('2026-11-17');
    await snooze(t.context(), id, '2026-12-01');
    expect(await getPersonPage(t.context(), id)).toMatchObject({ nextTouch: '2026-12-01', snoozedUntil: '2026-12-01' });
    await resume(t.context(), id);
    expect(await next(t, id)).toBe('2026-11-17');
    await skip(t.context(), id);
    expect(await next(t, id)).toBe('2026-11-30');
    await pause(t.context(), id, undefined);
    expect(await getPersonPage(t.context(), id)).toMatchObject({ nextTouch: null, pausedUntil: '9999-12-31' });
    await pause(t.context(), id, '2027-02-01');
    expect(await getPersonPage(t.context(), id)).toMatchObject({ nextTouch: '2027-02-01', pausedUntil: '2027-02-01' });
    await resume(t.context(), id);
    expect(await getPersonPage(t.context(), id)).toMatchObject({ nextTouch: '2026-11-30', pausedUntil: null });
    await done(t.context(), id, {});
    expect(await next(t, id)).toBe('2026-11-30');
  });

  it('refuses days that make no sense, in words', async () => {
    const t = await open();
    const id = await aPerson(t);
    await expect(snooze(t.context(), id, '2026-11-23')).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('2026-11-23'),
    });
    await expect(pause(t.context(), id, '2026-11-01')).rejects.toMatchObject({ code: 'invalid' });
    await expect(done(t.context(), id, { date: '2026-11-24' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('lets go: no circle, no rhythm, sorted, still here', async () => {
    const t = await open();
    const id = await aPerson(t, { circle: 'Close', rhythmDays: 9 });
    await letGo(t.context(), id);
    expect(await getPersonPage(t.context(), id)).toMatchObject({ circles: [], rhythmDays: null, nextTouch: null });
    expect((await listCircles(t.context())).circles).toMatchObject([{ members: 0 }]);
    expect(await getTriage(t.context())).toMatchObject({ remaining: 0, sorted: 1 });
  });

  it('done logs by the likely channel and settles what asked for it', async () => {
    const t = await open();
    const id = await aPerson(t, { email: 'ada@example.org' });
    const channels = async () =>
      (await getPersonPage(t.context(), id)).touches.map((touch) => `${touch.channel} ${touch.direction}`);
    await addReminder(t.context(), id, { date: '2026-11-20', text: 'ask about the move' });
    await addReminder(t.context(), id, { date: '2026-12-20', text: 'wish a merry Christmas' });
    await addPromise(t.context(), id, { by: 'me', text: 'send the book', due: '2026-11-22' });
    await done(t.context(), id, {});
    expect(await channels()).toEqual(['email mine']);
    const page = await getPersonPage(t.context(), id);
    expect(page.reminders.map((reminder) => reminder.doneOn)).toEqual(['2026-11-23', null]);
    expect(page.promises).toMatchObject([{ doneOn: null }]);
    expect(page.reasons).toEqual([]);
    expect((await getPersonPage(t.context({ on: '2026-11-24' }), id)).reasons.map((reason) => reason.kind)).toEqual([
      'promise',
    ]);
    await aTouchWith(t, [id], { channel: 'video', date: '2026-11-23' });
    await done(t.context(), id, {});
    await updatePerson(t.context(), id, { channel: 'signal' });
    await done(t.context(), id, {});
    expect(await channels()).toEqual(['signal mine', 'video mutual', 'video mutual', 'email mine']);
  });

  it('a dismissed reason stays away, the next of its kind does not', async () => {
    const t = await open();
    const id = await aPerson(t, { rhythmDays: 7 });
    await aTouchWith(t, [id], { date: '2026-11-10' });
    const reasons = async (on = '2026-11-23') => (await getPersonPage(t.context({ on }), id)).reasons;
    const [rhythm] = await reasons();
    expect(rhythm?.kind).toBe('rhythm');
    await dismiss(t.context(), id, rhythm?.key ?? '');
    expect(await reasons()).toEqual([]);
    expect((await reasons('2026-12-10')).map((reason) => reason.kind)).toEqual(['rhythm']);
  });

  it('a meeting asks for a follow-up until it is answered, dismissed or taken back', async () => {
    const t = await open();
    const id = await aPerson(t);
    const { id: touch = '' } = await addTouch(t.context(), {
      people: [id],
      channel: 'event',
      date: '2026-11-22',
      summary: 'Tidal power',
      followUp: true,
    });
    const kinds = async () => (await getPersonPage(t.context(), id)).reasons.map((reason) => reason.kind);
    expect(await kinds()).toEqual(['follow-up']);
    await updateTouch(t.context(), touch, { followUp: false });
    expect(await kinds()).toEqual([]);
    await updateTouch(t.context(), touch, { followUp: true });
    expect(await kinds()).toEqual(['follow-up']);
    await done(t.context(), id, { channel: 'email' });
    expect(await kinds()).toEqual([]);
  });

  it('sorts people one by one, each once, suggesting the circle that fits how often they talked', async () => {
    const t = await open();
    await setCircle(t.context(), { name: 'Close' });
    await setCircle(t.context(), { name: 'Wide' });
    const [circle] = (await listCircles(t.context())).circles;
    const [ada, grace] = [await aPerson(t), await aPerson(t, { name: 'Grace Osei' })];
    for (const date of ['2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01']) await aTouchWith(t, [ada], { date });
    const triage = await getTriage(t.context());
    expect(triage.cards.map((card) => [card.person.id, card.suggestion?.circleId ?? null])).toEqual([
      [ada, circle?.id],
      [grace, null],
    ]);
    await sortPerson(t.context(), ada, circle?.id ?? '');
    await sortPerson(t.context(), grace, null);
    expect(await getTriage(t.context())).toMatchObject({ remaining: 0, sorted: 2, cards: [] });
    await expect(sortPerson(t.context(), grace, 'no circle')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses two circles of one name, however it is written', async () => {
    const t = await open();
    const { id = '' } = await addCircle(t.context(), { name: 'Café' });
    await addCircle(t.context(), { name: 'Other' });
    await expect(addCircle(t.context(), { name: 'cafe' })).rejects.toMatchObject({ code: 'conflict' });
    await updateCircle(t.context(), id, { name: 'CAFÉ' });
    await expect(updateCircle(t.context(), id, { name: 'other' })).rejects.toMatchObject({ code: 'conflict' });
    await Promise.allSettled([setCircle(t.context(), { name: 'New' }), setCircle(t.context(), { name: 'New' })]);
    expect((await rowsOf(t, ['circle'])).circle?.filter((row) => row.name === 'New')).toHaveLength(1);
  });

  it('of a whole invented network leaves nobody in a circle with a rhythm without a next date', async () => {
    const t = await open();
    await loadNetwork(
      t.store,
      t.networkId,
      generateNetwork({ seed: 12, people: 150, touches: 600, today: '2026-11-23' as CalendarDate }),
    );
    const { person_state: states = [], person = [] } = await rowsOf(t, ['person_state', 'person']);
    const paused = new Set(person.filter((row) => row.paused_from !== null).map((row) => row.id));
    const without = states.filter(
      (state) =>
        state.active === 1 && state.rhythm_days !== null && state.next_touch === null && !paused.has(state.person_id),
    );
    expect(without).toEqual([]);
    expect(states.filter((state) => state.rhythm_days !== null).length).toBeGreaterThan(50);
    expect(await problemsOf(t)).toEqual([]);
  });
});
