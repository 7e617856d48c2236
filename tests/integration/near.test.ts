import { expect, it } from 'vitest';
import { undo } from '../../src/services/history.service.ts';
import { addTrip, deleteTrip, findTrip, getNear, listTrips, updateTrip } from '../../src/services/near.service.ts';
import { allPeople, updatePerson } from '../../src/services/people.service.ts';
import { getPlaces } from '../../src/services/places.service.ts';
import { getToday } from '../../src/services/today.service.ts';
import { aPerson, aTouchWith, describeNetworks, problemsOf, type TestNetwork } from '../support/a-network.ts';

/** Adds a person who lives somewhere. */
async function aPersonIn(
  t: TestNetwork,
  city: string,
  given: Parameters<typeof aPerson>[1] & { country?: string } = {},
) {
  const { country, ...rest } = given;
  const id = await aPerson(t, rest);
  const card = (await allPeople(t.context(), {})).find((person) => person.id === id)?.card;
  if (card === undefined) throw new Error('The person is not there.');
  const components = [
    { kind: 'locality', value: city },
    ...(country === undefined ? [] : [{ kind: 'country', value: country }]),
  ];
  await updatePerson(t.context(), id, { card: { ...card, addresses: { a: { components } } } });
  return id;
}

const lisbon = { city: 'Lisbon', since: '2026-12-03', until: '2026-12-06' };

describeNetworks('being near somebody', (open) => {
  it('lists who lives in a city, the closest first, and counts those of whom nothing is known', async () => {
    const t = await open();
    await aPersonIn(t, 'Lisbon', { name: 'Zed Ito' });
    const grace = await aPersonIn(t, 'LISBON', { name: 'Grace Osei', rhythmDays: 30, country: 'Portugal' });
    await aPersonIn(t, 'Lisbon', { name: 'Tom Vale', country: 'United States' });
    await aPersonIn(t, 'Delft', { name: 'Ada Brandt' });
    await aPerson(t, { name: 'Nobody Knows' });
    await aTouchWith(t, [grace], { date: '2026-09-01' });
    const near = await getNear(t.context(), { city: 'lisbon', country: 'PT' });
    expect(near.people.map(({ name }) => name)).toEqual(['Grace Osei', 'Zed Ito']);
    expect(near).toMatchObject({ country: 'PT', total: 2, unknown: 1 });
    expect(near.people[0]?.why).toMatch(/^It has been/);
    expect((await getNear(t.context(), { city: 'Lisbon' })).total).toBe(3);
    expect((await getNear(t.context(), { city: 'Oslo' })).people).toEqual([]);
  });

  it('places the cities people live in, however cards spell them, and lists those no map has', async () => {
    const t = await open();
    await aPersonIn(t, 'Lisboa', { name: 'Zed Ito', country: 'Portugal' });
    await aPersonIn(t, 'lisbon', { name: 'Grace Osei' });
    await aPersonIn(t, 'Lisbon', { name: 'Tom Vale' });
    await aPersonIn(t, 'Bag End', { name: 'Ada Brandt', country: 'The Shire' });
    await aPerson(t, { name: 'Nobody Knows' });
    const { places, unplaced, unknown } = await getPlaces(t.context());
    expect(places).toEqual([
      {
        latitude: expect.closeTo(38.72, 1),
        longitude: expect.closeTo(-9.13, 1),
        people: 3,
        cities: [
          { city: expect.stringMatching(/^lisbon$/i), country: null, people: 2 },
          { city: 'Lisboa', country: 'PT', people: 1 },
        ],
      },
    ]);
    expect(unplaced).toEqual([{ city: 'Bag End', country: 'the shire', people: 1 }]);
    expect(unknown).toBe(1);
    // Somebody new is there at once.
    await aPersonIn(t, 'Oslo', { name: 'Ola Lund' });
    expect((await getPlaces(t.context())).places.length).toBe(2);
  });

  it('makes a trip a quiet reason for whom one keeps up with there, from two weeks before until its end', async () => {
    const t = await open();
    const grace = await aPersonIn(t, 'Lisbon', { name: 'Grace Osei', rhythmDays: 90 });
    await aPersonIn(t, 'Lisbon', { name: 'Zed Ito' });
    await aTouchWith(t, [grace], { date: '2026-11-10' });
    await addTrip(t.context(), lisbon);
    const reasonsOn = async (on: string) => {
      const { items } = await getToday(t.context({ on }), { all: true });
      return items.flatMap((item) =>
        item.reasons.filter(({ kind }) => kind === 'gathering').map(({ text }) => `${item.name}: ${text}`),
      );
    };
    expect(await reasonsOn('2026-11-18')).toEqual([]);
    expect(await reasonsOn('2026-11-24')).toEqual([
      'Grace Osei: You are in Lisbon from 3 December until 6 December, where Grace lives.',
    ]);
    expect(await reasonsOn('2026-12-05')).toEqual(['Grace Osei: You are in Lisbon until tomorrow, where Grace lives.']);
    expect(await reasonsOn('2026-12-07')).toEqual([]);
    const [item] = (await getToday(t.context({ on: '2026-11-24' }), {})).items;
    expect(item?.opener).toContain('I am in Lisbon from 3 December until 6 December.');
    // With a meeting agreed on, nothing is left to ask.
    await aTouchWith(t, [grace], { date: '2026-12-04', plan: true, channel: 'in-person' });
    expect(await reasonsOn('2026-11-24')).toEqual([]);
  });

  it('keeps trips that are changed and called off, and takes each back', async () => {
    const t = await open();
    const { id = '' } = await addTrip(t.context(), { ...lisbon, country: 'Portugal', note: 'Conference' });
    await updateTrip(t.context(), id, { until: '2026-12-08' });
    expect((await listTrips(t.context())).trips).toEqual([
      { id, ...lisbon, until: '2026-12-08', country: 'PT', note: 'Conference', people: 0 },
    ]);
    expect(await findTrip(t.context(), 'LISBON')).toBe(id);
    const { stepId } = await deleteTrip(t.context(), id);
    expect((await listTrips(t.context())).trips).toEqual([]);
    await expect(findTrip(t.context(), 'Lisbon')).rejects.toMatchObject({ code: 'not-found' });
    await undo(t.context(), stepId);
    expect((await listTrips(t.context())).trips).toHaveLength(1);
    await expect(addTrip(t.context(), { ...lisbon, until: '2026-12-01' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await problemsOf(t)).toEqual([]);
  });
});
