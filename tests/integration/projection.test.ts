import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addCircle, changeMembers, updateCircle } from '../../src/services/circles.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { done } from '../../src/services/keeping.service.ts';
import { deletePerson, updatePerson } from '../../src/services/people.service.ts';
import { updateSettings } from '../../src/services/settings.service.ts';
import { deleteTouch, updateTouch } from '../../src/services/touches.service.ts';
import { rebuild } from '../../src/storage/projection/rebuild.ts';
import { findState } from '../../src/storage/repositories/person.repository.ts';
import { readScope } from '../../src/storage/store.ts';
import {
  anotherNetwork,
  aPerson,
  aTouchWith,
  DERIVED,
  describeNetworks,
  problemsOf,
  rowsOf,
  type TestNetwork,
} from '../support/a-network.ts';
import { perform, someActs } from '../support/random-acts.ts';

const stateOf = async (t: TestNetwork, id: string) => {
  const state = await findState(readScope(t.store, t.networkId), id);
  if (!state) throw new Error('no state');
  return state;
};

describeNetworks('derived values', (open) => {
  it('are what a fresh computation gives, and a rebuild changes nothing, after anything one can do', async () => {
    const t = await open();
    await fc.assert(
      fc.asyncProperty(someActs({ min: 12, max: 35 }), async (acts) => {
        const network = await anotherNetwork(t);
        for (let i = 0; i < 9; i++) await aPerson(network, { name: `Guest ${i}` });
        for (const act of acts) await perform(network, act);
        expect(await problemsOf(network)).toEqual([]);
        const before = await rowsOf(network, DERIVED);
        await rebuild(network.store, network.networkId);
        expect(await rowsOf(network, DERIVED)).toEqual(before);
      }),
      { numRuns: 5 },
    );
  });

  it('are found to be too many or too few beginnings of a name, and made right by a rebuild', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Lovelace' });
    const before = await rowsOf(t, DERIVED);
    const owner = { network_id: t.networkId, person_id: ada };
    await t.store.database.write(async (tx) => {
      await tx.deleteFrom('name_prefix').where('person_id', '=', ada).where('prefix', '=', 'lov').execute();
      await tx
        .insertInto('name_prefix')
        .values({ ...owner, prefix: 'zz', rank: 7 })
        .execute();
      await tx
        .insertInto('name_prefix')
        .values({ ...owner, prefix: 'zzz', rank: 7 })
        .execute();
    });
    expect(await problemsOf(t)).toEqual([
      expect.stringContaining('name_prefix differ'),
      'Beginnings of names are stored that no name has: 1.',
    ]);
    await rebuild(t.store, t.networkId);
    expect(await problemsOf(t)).toEqual([]);
    expect(await rowsOf(t, DERIVED)).toEqual(before);
  });

  it('move for everyone in a touch when it becomes too large or small enough to be personal', async () => {
    const t = await open();
    const people: string[] = [];
    for (let i = 0; i < 9; i++) people.push(await aPerson(t, { name: `Guest ${i}` }));
    const [first = '', ...others] = people;
    const touch = await aTouchWith(t, people.slice(0, 8), { date: '2026-11-20', channel: 'event' });
    expect((await stateOf(t, first)).last_contact).toBe('2026-11-20');
    await updateTouch(t.context(), touch, { people });
    expect((await stateOf(t, first)).last_contact).toBeNull();
    const deleted = await deletePerson(t.context(), others[0] ?? '');
    expect((await stateOf(t, first)).last_contact).toBe('2026-11-20');
    await undo(t.context(), deleted.stepId);
    expect((await stateOf(t, first)).last_contact).toBeNull();
    expect(await problemsOf(t)).toEqual([]);
  });

  it('read phone numbers anew when the country changes, and when that is undone', async () => {
    const t = await open();
    await aPerson(t, { phone: '020 123 4567' });
    const numbers = async () =>
      (await rowsOf(t, ['identity'])).identity?.filter((row) => row.kind === 'phone').map((row) => row.value);
    expect(await numbers()).toEqual(['+31201234567']);
    await updateSettings(t.context(), { country: 'GB' });
    expect(await numbers()).not.toEqual(['+31201234567']);
    await undo(t.context());
    expect(await numbers()).toEqual(['+31201234567']);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('give nobody who is archived or has died a next date', async () => {
    const t = await open();
    const id = await aPerson(t, { rhythmDays: 7 });
    expect((await stateOf(t, id)).next_touch).not.toBeNull();
    await updatePerson(t.context(), id, { archived: true });
    expect(await stateOf(t, id)).toMatchObject({ active: 0, next_touch: null, quiet_on: null, unsorted: 0 });
    await updatePerson(t.context(), id, { archived: false, deceased: true });
    expect(await stateOf(t, id)).toMatchObject({ active: 0, next_touch: null });
    await updatePerson(t.context(), id, { deceased: false });
    expect((await stateOf(t, id)).active).toBe(1);
  });

  it('move every member when the rhythm of a circle changes', async () => {
    const t = await open();
    const people = [await aPerson(t), await aPerson(t, { name: 'Grace Osei' })];
    const { id: circle = '' } = await addCircle(t.context(), { name: 'Close', rhythmDays: 30 });
    await changeMembers(t.context(), circle, { add: people });
    for (const id of people) await done(t.context(), id, { channel: 'phone', date: '2026-11-01' });
    const next = async () => (await Promise.all(people.map((id) => stateOf(t, id)))).map((state) => state.next_touch);
    expect(await next()).toEqual(['2026-12-01', '2026-12-01']);
    await updateCircle(t.context(), circle, { rhythmDays: 7 });
    expect(await next()).toEqual(['2026-11-08', '2026-11-08']);
    await undo(t.context());
    expect(await next()).toEqual(['2026-12-01', '2026-12-01']);
    await updateCircle(t.context(), circle, { rhythmDays: null });
    expect(await next()).toEqual([null, null]);
  });

  it('forget a touch that is deleted', async () => {
    const t = await open();
    const id = await aPerson(t);
    await aTouchWith(t, [id], { date: '2026-10-01' });
    const last = await aTouchWith(t, [id], { date: '2026-11-10' });
    expect((await stateOf(t, id)).last_contact).toBe('2026-11-10');
    await deleteTouch(t.context(), last);
    expect(await stateOf(t, id)).toMatchObject({ last_contact: '2026-10-01', touch_count: 1 });
  });
});
