import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PeopleFilter, PersonRow } from '../../src/contract/shapes.ts';
import {
  birthday,
  cityOf,
  currentOrganization,
  homeFirst,
  photoOf,
  primaryEmail,
  primaryPhone,
} from '../../src/domain/card/card.ts';
import { countryOfAddress } from '../../src/domain/card/country.ts';
import type { Card } from '../../src/domain/card/jscontact.ts';
import { lacksIn } from '../../src/domain/card/lacks.ts';
import { addDays, type CalendarDate } from '../../src/domain/dates.ts';
import { generateNetwork } from '../../src/domain/demo/generate-network.ts';
import { fold } from '../../src/domain/fold.ts';
import { LACKS, type Lack, PEOPLE_SORTS, type PeopleSort, WARMTHS } from '../../src/domain/words.ts';
import { bulk } from '../../src/services/bulk.service.ts';
import { deleteCircle, listCircles, setCircle, updateCircle } from '../../src/services/circles.service.ts';
import { loadNetwork } from '../../src/services/demo.service.ts';
import { exportPeople } from '../../src/services/export.service.ts';
import {
  addFilter,
  deleteFilter,
  listFacets,
  listFilters,
  saveFilter,
  updateFilter,
} from '../../src/services/filters.service.ts';
import { getHistory, undo } from '../../src/services/history.service.ts';
import { allPeople, deletePerson, listPeople, updatePerson } from '../../src/services/people.service.ts';
import {
  aGoogleCsv,
  aPerson,
  aTouchWith,
  describeNetworks,
  importFiles,
  problemsOf,
  type TestNetwork,
} from '../support/a-network.ts';

const TODAY = '2026-11-23' as CalendarDate;

interface Known extends PersonRow {
  readonly archived: boolean;
  readonly channel: string | null;
  readonly howMet: boolean;
}

/** Everyone with what a filter may ask, read from the tables of what was entered. */
async function everyoneOf(t: TestNetwork): Promise<Known[]> {
  const { reader } = t.store.database;
  const people = await reader.selectFrom('person').selectAll().where('network_id', '=', t.networkId).execute();
  const facts = await reader.selectFrom('fact').selectAll().where('network_id', '=', t.networkId).execute();
  const byId = new Map(people.map((row) => [row.id, row]));
  return (await allPeople(t.context(), {})).map((row) => ({
    ...row,
    archived: byId.get(row.id)?.archived_on !== null || byId.get(row.id)?.deceased === 1,
    channel: byId.get(row.id)?.channel ?? null,
    howMet: facts.some((fact) => fact.person_id === row.id && fact.kind === 'how-we-met'),
  }));
}

function lacks(person: Known, lack: Lack): boolean {
  const card = person.card as unknown as Card;
  const has: Record<Lack, unknown> = {
    birthday: birthday(card),
    email: primaryEmail(card),
    phone: primaryPhone(card),
    photo: photoOf(card),
    city: cityOf(card),
    organisation: currentOrganization(card).organization,
    circle: person.circles[0],
    channel: person.channel,
    'how-we-met': person.howMet,
    touch: person.lastTouch,
    tag: Object.keys(card.keywords ?? {})[0],
  };
  return !has[lack];
}

const dayMeant = (said: string) => (said.endsWith('d') ? addDays(TODAY, -Number(said.slice(0, -1))) : said);

/** The same question asked of one person in plain code. */
function fits(person: Known, filter: PeopleFilter): boolean {
  const card = person.card as unknown as Card;
  const { show = 'active', circle, tag, city, country, organisation, warmth, lastBefore, lastAfter } = filter;
  const same = (a: string | undefined, b: string) => fold(a ?? '') === fold(b);
  return (
    (show === 'all' || person.archived === (show === 'archived')) &&
    (circle === undefined || person.circles.some((name) => same(name, circle))) &&
    (tag === undefined || Object.keys(card.keywords ?? {}).some((each) => same(each, tag))) &&
    (city === undefined || same(cityOf(card)?.city, city)) &&
    (country === undefined || homeFirst(card).map(countryOfAddress).find(Boolean) === country) &&
    (organisation === undefined || same(currentOrganization(card).organization, organisation)) &&
    (warmth === undefined || person.warmth === warmth) &&
    (lastBefore === undefined || (person.lastTouch !== null && person.lastTouch < dayMeant(lastBefore))) &&
    (lastAfter === undefined || (person.lastTouch !== null && person.lastTouch > dayMeant(lastAfter))) &&
    (filter.due === undefined || (person.nextTouch !== null && person.nextTouch <= TODAY)) &&
    (lacksIn(filter.missing ?? 'email') ?? []).every((lack) => filter.missing === undefined || lacks(person, lack))
  );
}

/** All pages of a list. */
async function listed(t: TestNetwork, filter: PeopleFilter, sort: PeopleSort, limit: number) {
  const ids: string[] = [];
  const totals = new Set<number>();
  for (let cursor: string | undefined; ; ) {
    const page = await listPeople(t.context(), { ...filter, sort, limit, ...(cursor === undefined ? {} : { cursor }) });
    ids.push(...page.items.map((person) => person.id));
    totals.add(page.total);
    if (page.next === null) return { ids, totals: [...totals] };
    cursor = page.next;
  }
}

const some = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });

function aFilter(
  facets: Awaited<ReturnType<typeof listFacets>>,
  circles: readonly string[],
): fc.Arbitrary<PeopleFilter> {
  const names = (list: readonly { name: string }[]) => ['nowhere', ...list.slice(0, 3).map(({ name }) => name)];
  const rarely = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 });
  return fc
    .record({
      show: some(['active', 'archived', 'all'] as const),
      circle: rarely(['No such circle', ...circles]),
      tag: rarely(names(facets.tags)),
      city: rarely(names(facets.cities).map((name) => name.toUpperCase())),
      country: rarely(['NL', 'DE']),
      organisation: rarely(names(facets.organisations)),
      warmth: rarely(WARMTHS),
      lastBefore: rarely(['90d', '2026-06-01']),
      lastAfter: rarely(['200d', '2026-10-01']),
      due: rarely(['true'] as const),
      missing: some([...LACKS, 'email,phone', 'circle,touch', 'birthday,how-we-met']),
    })
    .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
}

describeNetworks('a filter of people', (open) => {
  it('counts and lists, each once and in every order, exactly those whom plain code finds', async () => {
    const t = await open();
    await loadNetwork(t.store, t.networkId, generateNetwork({ seed: 11, people: 160, today: TODAY }));
    const [one, two] = await allPeople(t.context(), { limit: 2 });
    await updatePerson(t.context(), one?.id ?? '', { archived: true });
    await updatePerson(t.context(), two?.id ?? '', { tags: ['Łódź friends'], channel: 'signal' });
    const everyone = await everyoneOf(t);
    const circles = (await listCircles(t.context())).circles.map(({ name }) => name);
    const filters = aFilter(await listFacets(t.context()), circles);
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(...PEOPLE_SORTS), async (filter, sort) => {
        const expected = everyone.filter((person) => fits(person, filter)).map((person) => person.id);
        const { ids, totals } = await listed(t, filter, sort, 23);
        expect([...ids].sort()).toEqual(expected.sort());
        expect(totals).toEqual([expected.length]);
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it('folds the names of cities, countries and tags, and asks of days relative to today', async () => {
    const t = await open();
    const zed = await aPerson(t, { name: 'Zed Ito' });
    const ada = await aPerson(t);
    const { card } = (await allPeople(t.context(), { limit: 1 }))[0] ?? {};
    await updatePerson(t.context(), ada, {
      card: {
        '@type': 'Card',
        version: '1.0',
        uid: String(card?.uid),
        name: { full: 'Ada Brandt' },
        addresses: {
          a: {
            components: [
              { kind: 'locality', value: 'Zürich' },
              { kind: 'country', value: 'Schweiz' },
            ],
          },
        },
        keywords: { Ruderverein: true },
      },
    });
    await aTouchWith(t, [zed], { date: '2026-11-01' });
    const total = async (filter: PeopleFilter) => (await listPeople(t.context(), filter)).total;
    expect(await total({ city: 'ZURICH' })).toBe(1);
    expect(await total({ country: 'Switzerland' })).toBe(1);
    expect(await total({ country: 'ch' })).toBe(1);
    expect(await total({ tag: 'ruderverein' })).toBe(1);
    expect(await total({ lastBefore: '10d' })).toBe(1);
    expect(await total({ lastBefore: '30d' })).toBe(0);
    expect(await total({ missing: 'touch,email' })).toBe(1);
    expect(await listFacets(t.context())).toMatchObject({
      cities: [{ key: 'zurich', name: 'Zürich', count: 1 }],
      countries: [{ key: 'CH', count: 1 }],
      tags: [{ name: 'Ruderverein', count: 1 }],
    });
  });

  it('knows from which source people came', async () => {
    const t = await open();
    await aPerson(t);
    await importFiles(t, { 'c.csv': aGoogleCsv([['Kim', 'Osei', 'kim@example.org']]) });
    const [source] = (await listFacets(t.context())).sources;
    expect(source).toMatchObject({ count: 1 });
    for (const said of [source?.key, source?.name.toUpperCase(), 'google-csv'])
      expect((await listPeople(t.context(), { source: said })).items.map(({ name }) => name)).toEqual(['Kim Osei']);
    expect((await listPeople(t.context(), { source: 'elsewhere' })).total).toBe(0);
  });
});

describeNetworks('a saved filter', (open) => {
  const names = async (t: TestNetwork) =>
    (await listFilters(t.context())).filters.map(({ name, count }) => `${name} ${count}`);

  it('is asked anew each time, by its name, and says no more than the list', async () => {
    const t = await open();
    await addFilter(t.context(), { name: 'No e-mail', filter: { missing: 'email' } });
    expect(await names(t)).toEqual(['No e-mail 0']);
    const ada = await aPerson(t);
    await aPerson(t, { name: 'Zed Ito', email: 'zed@example.org' });
    expect(await names(t)).toEqual(['No e-mail 1']);
    expect((await listPeople(t.context(), { saved: 'no e-MAIL' })).items.map(({ id }) => id)).toEqual([ada]);
    // What is said beside it comes first.
    expect((await listPeople(t.context(), { saved: 'No e-mail', show: 'archived' })).total).toBe(0);
    await deletePerson(t.context(), ada);
    expect(await names(t)).toEqual(['No e-mail 0']);
  });

  it('chooses whom an act on many and an export are about', async () => {
    const t = await open();
    await aPerson(t);
    await aPerson(t, { name: 'Zed Ito', email: 'zed@example.org' });
    await addFilter(t.context(), { name: 'Bare', filter: { missing: 'email' } });
    const people = { filter: { saved: 'Bare' } };
    const run = await bulk(t.context(), { people, act: { kind: 'add-tag', tag: 'ask' } });
    expect(run).toMatchObject({ state: 'done', changed: 1 });
    expect((await listPeople(t.context(), { tag: 'ask' })).items.map(({ name }) => name)).toEqual(['Ada Brandt']);
    let text = '';
    for await (const part of (await exportPeople(t.context(), { people, format: 'vcard' })).parts) text += part;
    expect(text.match(/BEGIN:VCARD/g)).toHaveLength(1);
    await expect(
      bulk(t.context(), { people: { filter: { saved: 'bear' } }, act: { kind: 'archive' } }),
    ).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no saved filter “bear”. There are: Bare.',
    });
  });

  it('is renamed, changed and deleted, and each is undone', async () => {
    const t = await open();
    await setCircle(t.context(), { name: 'Club' });
    const ada = await aPerson(t, { circle: 'Club' });
    const { id = '' } = await saveFilter(t.context(), { name: 'Club', filter: { circle: 'club' } });
    const [circle] = (await listCircles(t.context())).circles;
    await updateCircle(t.context(), circle?.id ?? '', { name: 'Rowing' });
    expect((await listPeople(t.context(), { saved: 'Club' })).items.map((person) => person.id)).toEqual([ada]);
    await updateFilter(t.context(), id, { name: 'Rowers' });
    expect((await getHistory(t.context(), { limit: 1 })).items[0]?.title).toBe('Renamed the filter Club to Rowers');
    await saveFilter(t.context(), { name: 'rowers', filter: { missing: 'phone' }, sort: 'city' });
    const { stepId } = await deleteFilter(t.context(), id);
    expect(await names(t)).toEqual([]);
    await undo(t.context(), stepId);
    expect((await listFilters(t.context())).filters).toEqual([
      { id, name: 'rowers', filter: { missing: 'phone' }, sort: 'city', count: 1 },
    ]);
    await undo(t.context());
    expect(await problemsOf(t)).toEqual([]);
  });

  it('takes no name twice, and finds nobody in a circle that is gone', async () => {
    const t = await open();
    await setCircle(t.context(), { name: 'Club' });
    await aPerson(t, { circle: 'Club' });
    await addFilter(t.context(), { name: 'Club', filter: { circle: 'Club' } });
    await expect(addFilter(t.context(), { name: 'CLUB', filter: {} })).rejects.toMatchObject({ code: 'conflict' });
    const [circle] = (await listCircles(t.context())).circles;
    await deleteCircle(t.context(), circle?.id ?? '');
    expect(await names(t)).toEqual(['Club 0']);
  });
});
