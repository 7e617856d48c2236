import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { KeptPerson, OfflinePart } from '../../src/contract/shapes.ts';
import { capture } from '../../src/services/capture.service.ts';
import { addFact } from '../../src/services/memory.service.ts';
import { getOfflinePart } from '../../src/services/offline.service.ts';
import { deletePerson } from '../../src/services/people.service.ts';
import { updateSettings } from '../../src/services/settings.service.ts';
import { updateTouch } from '../../src/services/touches.service.ts';
import { renewEpoch } from '../../src/storage/repositories/network.repository.ts';
import { anotherNetwork, aPerson, aTouchWith, describeNetworks, type TestNetwork } from '../support/a-network.ts';
import { perform, someActs } from '../support/random-acts.ts';

/** A device: what it keeps, by the rules of the contract alone. */
class Device {
  readonly people = new Map<string, KeptPerson>();
  state: { epoch: string; since: number; after: string | undefined } | undefined;
  /** How many parts it asked for. */
  asked = 0;

  /** One question. Answers whether there is more. */
  async ask(t: TestNetwork): Promise<boolean> {
    const part: OfflinePart = await getOfflinePart(t.context(), { ...this.state });
    this.asked += 1;
    if (part.total !== null) this.people.clear();
    for (const person of part.people) this.people.set(person.id, person);
    for (const id of part.gone) this.people.delete(id);
    this.state = { epoch: part.epoch, since: part.seq, after: part.next ?? undefined };
    return part.more;
  }

  async catchUp(t: TestNetwork): Promise<void> {
    while (await this.ask(t));
  }

  /** What it shows: names stand in the list of people, wherever they are said. */
  shown(): unknown[] {
    const nameOf = (id: string | null, name: string) => this.people.get(id ?? '')?.name ?? name;
    return [...this.people.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((person) => ({
        ...person,
        ties: person.ties.map((tie) => ({ ...tie, otherName: nameOf(tie.otherId, tie.otherName) })),
        touches: person.touches.map((touch) => ({
          ...touch,
          people: touch.people.map(({ id, name }) => nameOf(id, name)),
        })),
      }));
  }
}

describeNetworks('what a device keeps', (open) => {
  it('is what a device that begins anew gets, after anything one can do, asked for at any moment', async () => {
    const t = await open();
    await fc.assert(
      fc.asyncProperty(someActs({ min: 10, max: 30 }), fc.infiniteStream(fc.nat(3)), async (acts, moments) => {
        const network = await anotherNetwork(t);
        for (let i = 0; i < 60; i++) await aPerson(network, { name: `Guest ${i}` });
        const device = new Device();
        for (const act of acts) {
          // In the middle of its first load, between two parts, or not at all.
          for (let n = moments.next().value ?? 0; n > 1; n--) await device.ask(network);
          await perform(network, act);
        }
        await device.catchUp(network);
        const other = new Device();
        await other.catchUp(network);
        expect(device.shown()).toEqual(other.shown());
      }),
      { numRuns: 4 },
    );
  });

  it('has in a touch of several only who is in it now, whoever joined, left or was deleted', async () => {
    const t = await anotherNetwork(await open());
    const [ada, tom, noor] = [await aPerson(t), await aPerson(t, { name: 'Tom' }), await aPerson(t, { name: 'Noor' })];
    for (let i = 0; i < 60; i++) await aPerson(t, { name: `Guest ${i}` });
    const touch = await aTouchWith(t, [ada]);
    const device = new Device();
    await device.catchUp(t);
    const besideAda = async () => {
      await device.catchUp(t);
      return device.people
        .get(ada)
        ?.touches.flatMap(({ people }) => people.map(({ id }) => id))
        .sort();
    };
    await updateTouch(t.context(), touch, { people: [ada, tom, noor] });
    expect(await besideAda()).toEqual([ada, tom, noor].sort());
    await updateTouch(t.context(), touch, { people: [ada, noor] });
    expect(await besideAda()).toEqual([ada, noor].sort());
    await deletePerson(t.context(), noor);
    expect(await besideAda()).toEqual([ada]);
  });

  it('has everyone with facts and their last twenty touches, and of changes only who changed', async () => {
    const t = await anotherNetwork(await open());
    const ada = await aPerson(t, { name: 'Ada Obi' });
    for (let i = 0; i < 70; i++) await aPerson(t, { name: `Guest ${i}` });
    for (let i = 0; i < 25; i++) await aTouchWith(t, [ada], { summary: `Talk ${i}` });
    await addFact(t.context(), ada, { kind: 'family', text: 'plays the oboe' });
    const device = new Device();
    await device.catchUp(t);
    expect(device.people.size).toBe(71);
    expect(device.people.get(ada)?.facts.map(({ text }) => text)).toEqual(['plays the oboe']);
    expect(device.people.get(ada)?.touches).toHaveLength(20);
    expect(device.people.get(ada)?.olderTouches).not.toBeNull();

    await addFact(t.context(), ada, { kind: 'family', text: 'has a twin' });
    const { epoch = '', since = 0 } = device.state ?? {};
    expect(await getOfflinePart(t.context(), { epoch, since })).toMatchObject({
      full: false,
      more: false,
      people: [{ id: ada }],
      gone: [],
    });
    await deletePerson(t.context(), ada);
    await device.catchUp(t);
    expect(device.people.has(ada)).toBe(false);
  });

  it('is loaded anew after a restore, from a future that never was, and when the settings read everyone differently', async () => {
    const t = await anotherNetwork(await open());
    await aPerson(t, { name: 'Ada Obi', phone: '020 123 4567' });
    const device = new Device();
    await device.catchUp(t);
    const { epoch = '', since = 0 } = device.state ?? {};
    expect(await getOfflinePart(t.context(), { epoch, since: since + 1_000 })).toMatchObject({ full: true, total: 1 });
    await updateSettings(t.context(), { country: 'GB' });
    expect(await getOfflinePart(t.context(), { epoch, since })).toMatchObject({ full: true, total: 1 });
    await renewEpoch(t.store, t.networkId, 'another');
    expect(await getOfflinePart(t.context(), { epoch, since })).toMatchObject({ full: true, epoch: 'another' });
  });

  it('reads a line by the day it was written on, and saves it once however often it arrives', async () => {
    const t = await anotherNetwork(await open());
    const ada = await aPerson(t, { name: 'Ada Obi' });
    const context = { ...t.context(), requestId: 'a-line-kept-1', on: '2026-11-20' as never };
    const first = await capture(context, { text: 'Lunch with Ada Obi yesterday' });
    expect(first.touch?.date).toBe('2026-11-19');
    expect(await capture(context, { text: 'Lunch with Ada Obi yesterday' })).toEqual(first);
    const device = new Device();
    await device.catchUp(t);
    expect(device.people.get(ada)?.touches).toHaveLength(1);
  });
});
