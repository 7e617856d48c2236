import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { PeopleSort, Warmth } from '../../domain/words.ts';
import type { PersonStateTable, PersonTable, Schema } from '../schema.ts';
import type { Scope } from '../store.ts';

export type PersonState = PersonStateTable;

export async function findPerson(scope: Scope, id: string): Promise<PersonTable | undefined> {
  return scope.db
    .selectFrom('person')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Those marked as having died; a card may also say so itself. */
export async function deceasedIds({ db, networkId }: Scope): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('network_id', '=', networkId)
    .where('deceased', '=', 1)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The id so many people further on, in the order of ids, whoever they are; undefined when there are not so many. */
export async function idBeyond(
  { db, networkId }: Scope,
  { after, count }: { after: string; count: number },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('person_state')
    .select('person_id')
    .where('network_id', '=', networkId)
    .where('person_id', '>', after)
    .orderBy('person_id')
    .offset(count - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.person_id;
}

export async function findPeople(scope: Scope, ids: readonly string[]): Promise<PersonTable[]> {
  return inSlices(ids, (slice) =>
    scope.db
      .selectFrom('person')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('id', 'in', slice)
      .execute(),
  );
}

/** Cards; that of the owner, who is nobody's contact, is left out. */
export async function findCards(scope: Scope, ids: readonly string[]): Promise<{ id: string; card: string }[]> {
  return inSlices(ids, (slice) =>
    scope.db
      .selectFrom('person')
      .select(['id', 'card'])
      .where('network_id', '=', scope.networkId)
      .where('id', 'in', slice)
      .where('is_owner', '=', 0)
      .execute(),
  );
}

export async function findState(scope: Scope, personId: string): Promise<PersonState | undefined> {
  return scope.db
    .selectFrom('person_state')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

export async function findStates(scope: Scope, ids: readonly string[]): Promise<PersonState[]> {
  return inSlices(ids, (slice) =>
    scope.db
      .selectFrom('person_state')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', slice)
      .execute(),
  );
}

/** These people in the order in which a search answers them: the closest first, then who was met last; archived ones behind. */
export async function closestFirst(scope: Scope, ids: readonly string[]): Promise<string[]> {
  const rows = await inSlices([...new Set(ids)], (slice) =>
    scope.db
      .selectFrom('person_state')
      .select(['person_id', 'active', 'closeness', 'last_contact'])
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', slice)
      .execute(),
  );
  const day = (text: string | null) => text ?? '';
  return rows
    .sort(
      (a, b) =>
        b.active - a.active ||
        b.closeness - a.closeness ||
        (day(a.last_contact) > day(b.last_contact) ? -1 : day(a.last_contact) < day(b.last_contact) ? 1 : 0) ||
        (a.person_id < b.person_id ? -1 : 1),
    )
    .map((row) => row.person_id);
}

/** Which people a list is of. Everything that is given must hold. Days are `YYYY-MM-DD`. */
export interface StateFilter {
  readonly show: 'active' | 'archived' | 'all';
  readonly circleId?: string;
  /** By their keys, see `placeKey` and `countryKey`. */
  readonly tag?: string;
  readonly city?: string;
  readonly country?: string;
  readonly organisation?: string;
  readonly sourceId?: string;
  /** How ties stand on a day. */
  readonly warmth?: { readonly band: Warmth; readonly on: string };
  readonly lastBefore?: string;
  readonly lastAfter?: string;
  readonly dueBy?: string;
  /** All of these `Lack`s, as bits. */
  readonly lacks?: number;
  readonly ids?: readonly string[];
}

/** How a page of people is chosen and ordered. The cursor is the last row's sort value and id. */
export interface PeoplePage extends StateFilter {
  readonly sort: PeopleSort;
  readonly after?: { readonly value: string; readonly id: string };
  readonly limit: number;
}

const SORTS = {
  name: 'sort_key',
  'last-touch': 'last_contact',
  'next-touch': 'next_touch',
  added: 'person_id',
  // Who is the furthest gone comes first.
  warmth: 'dormant_on',
  city: 'city_key',
  organisation: 'organisation_key',
  birthday: 'birthday_key',
} as const satisfies Record<PeopleSort, keyof PersonState>;

/** The value a row is sorted by: the other half of a cursor. People without one come last; theirs is empty. */
export function sortValue(state: PersonState, sort: PeoplePage['sort']): string {
  return state[SORTS[sort]] ?? '';
}

/** A page of people in a stable order that is the same on both databases. */
export async function listStates(scope: Scope, page: PeoplePage): Promise<PersonState[]> {
  return isPlain(page) ? walkStates(scope, page) : sortStates(scope, page);
}

/** Asks nothing that walking an index in its order would read too many rows for. */
function isPlain({ sort: _sort, after: _after, limit: _limit, show, ...rest }: PeoplePage): boolean {
  return show !== 'all' && Object.values(rest).every((value) => value === undefined);
}

/**
 * Each part of the list is read from an index in its order: pairs are compared as pairs, and people without a date, whom the
 * two databases place differently, by themselves.
 */
async function walkStates(scope: Scope, page: PeoplePage): Promise<PersonState[]> {
  const { sort, after, limit } = page;
  const column = `s.${SORTS[sort]}` as const;
  const [direction, beyond] = directionOf(sort);
  const people = () => filtered(scope, page).selectAll('s').orderBy('s.person_id', direction);
  if (sort === 'added') {
    const rest = after ? people().where('s.person_id', beyond, after.id) : people();
    return rest.limit(limit).execute();
  }
  const dates = sort !== 'name';
  const undatedAfter = dates && after?.value === '' ? after.id : undefined;
  const rows: PersonState[] = [];
  if (undatedAfter === undefined) {
    let query = filtered(scope, page).selectAll('s').orderBy(column, direction).orderBy('s.person_id', direction);
    if (dates) query = query.where(column, 'is not', null);
    if (after)
      query = query.where((eb) => eb(eb.refTuple(column, 's.person_id'), beyond, eb.tuple(after.value, after.id)));
    rows.push(...(await query.limit(limit).execute()));
  }
  if (!dates || rows.length === limit) return rows;
  const undated = people().where(column, 'is', null);
  const rest = undatedAfter === undefined ? undated : undated.where('s.person_id', beyond, undatedAfter);
  rows.push(...(await rest.limit(limit - rows.length).execute()));
  return rows;
}

/**
 * Who is on the page is found in the one index that holds all that is filtered and sorted by, without the rows themselves;
 * then those few rows are read. Walking the index of the order instead would read every row up to the last that fits.
 */
async function sortStates(scope: Scope, page: PeoplePage): Promise<PersonState[]> {
  const { sort, after, limit } = page;
  const column = `s.${SORTS[sort]}` as const;
  const [direction, beyond] = directionOf(sort);
  let query = (await filteredBySize(scope, page)).select('s.person_id').limit(limit);
  // The index by name is in this order already; of every other the key is an expression, see `filtered`.
  const last = direction === 'desc' ? '' : LAST;
  const key = (eb: ExpressionBuilder<{ s: PersonStateTable }, 's'>) =>
    sort === 'name' ? eb.ref('s.sort_key') : eb.fn.coalesce(column, eb.val(last));
  if (sort !== 'added') query = query.orderBy(key, direction);
  query = query.orderBy('s.person_id', direction);
  if (after !== undefined)
    query =
      sort === 'added'
        ? query.where('s.person_id', beyond, after.id)
        : query.where((eb) =>
            eb(sql`(${key(eb)}, s.person_id)`, beyond, sql`(${after.value === '' ? last : after.value}, ${after.id})`),
          );
  const ids = (await query.execute()).map((row) => row.person_id);
  const byId = new Map((await findStates(scope, ids)).map((state) => [state.person_id, state]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Who was in touch last and who came last stand first. */
function directionOf(sort: PeopleSort) {
  return sort === 'last-touch' || sort === 'added' ? (['desc', '<'] as const) : (['asc', '>'] as const);
}

/**
 * The next people that fit, in the order of their ids: whoever changes them meanwhile comes to each once, though they may
 * fit no longer afterwards.
 */
export async function idsAfter(scope: Scope, filter: StateFilter, page: { after: string; limit: number }) {
  const rows = await filtered(scope, filter)
    .select('s.person_id')
    .where('s.person_id', '>', page.after)
    .orderBy('s.person_id')
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.person_id);
}

export async function countStates(scope: Scope, filter: StateFilter): Promise<number> {
  const row = await (await filteredBySize(scope, filter))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Of so many members of a circle, or bearers of a tag, each is looked up; of more, everybody is asked whether they are one. */
const FEW = 1_000;

async function filteredBySize(scope: Scope, filter: StateFilter) {
  const few = await Promise.all(
    memberships(scope, filter).map(async ({ members }) => {
      const rows = await scope.db
        .selectFrom(members.limit(FEW + 1).as('few'))
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(rows.count) <= FEW;
    }),
  );
  return filtered(scope, filter, few);
}

/** Whose ids a filter names by an index. Of columns of the list itself it is `sure` without. */
function memberships({ db, networkId }: Scope, filter: StateFilter) {
  const { circleId, tag, sourceId, city, organisation } = filter;
  const of = (table: keyof Schema) =>
    db
      .selectFrom(sql<{ network_id: string; person_id: string }>`${sql.table(table)}`.as('m'))
      .select('m.person_id')
      .where('m.network_id', '=', networkId);
  const all = [
    [circleId, 'circle_member', 'circle_id'],
    [tag, 'person_tag', 'tag_key'],
    [sourceId, 'source_record', 'source_id'],
    [city, 'person_state', 'city_key'],
    [organisation, 'person_state', 'organisation_key'],
  ] as const;
  return all.flatMap(([value, table, column]) => {
    if (value === undefined) return [];
    const sure = table === 'person_state';
    const named = of(table).where(sql.ref<string>(`m.${column}`), '=', value);
    // Both, for the index begins with it.
    return { sure, members: sure ? named.where(sql.ref<number>('m.active'), 'in', sql<number>`(0, 1)`) : named };
  });
}

/** After every text that is sorted by. */
const LAST = '\u{10ffff}';
/** After every day there is: in its place, what has no day comes after none. */
const NEVER = '9999-99-99';

/**
 * Columns are compared as expressions, so that the planner takes no index for a part of the answer but goes through the one
 * that holds everything.
 * @param few whether each of the memberships names few, whose ids may then lead
 */
function filtered(scope: Scope, page: StateFilter, few: readonly boolean[] = []) {
  const { db, networkId } = scope;
  let query = db.selectFrom('person_state as s').where('s.network_id', '=', networkId);
  if (page.show === 'active') query = query.where('s.active', '=', 1);
  else {
    query =
      page.show === 'archived' ? query.where('s.active', '=', 0) : query.where('s.active', 'in', sql<number>`(0, 1)`);
    // The owner is nobody's contact. Written out, for an index of owners alone answers it.
    query = query.where((eb) =>
      eb(
        's.person_id',
        'not in',
        eb
          .selectFrom('person as p')
          .select('p.id')
          .where('p.network_id', '=', networkId)
          .where('p.is_owner', '=', eb.lit(1)),
      ),
    );
  }
  for (const [at, { sure, members }] of memberships(scope, page).entries()) {
    if (few[at] === true) query = query.where('s.person_id', 'in', members);
    else if (!sure) query = query.where((eb) => eb(eb.fn.coalesce('s.person_id', eb.val('')), 'in', members));
  }
  const { city, country, organisation, warmth, lastBefore, lastAfter, dueBy, lacks, ids } = page;
  if (city !== undefined) query = query.where((eb) => eb(eb.fn.coalesce('s.city_key', eb.val('')), '=', city));
  if (country !== undefined) query = query.where('s.country', '=', country);
  if (organisation !== undefined)
    query = query.where((eb) => eb(eb.fn.coalesce('s.organisation_key', eb.val('')), '=', organisation));
  if (lastBefore !== undefined)
    query = query.where((eb) => eb(eb.fn.coalesce('s.last_contact', eb.val(NEVER)), '<', lastBefore));
  if (lastAfter !== undefined)
    query = query.where((eb) => eb(eb.fn.coalesce('s.last_contact', eb.val('')), '>', lastAfter));
  if (dueBy !== undefined) query = query.where((eb) => eb(eb.fn.coalesce('s.next_touch', eb.val(NEVER)), '<=', dueBy));
  if (lacks !== undefined) query = query.where(sql<number>`s.lacks & ${lacks}`, '=', lacks);
  if (warmth !== undefined) {
    const { from, until } = BAND_DAYS[warmth.band];
    query = query.where('s.dormant_on', 'is not', null);
    if (from !== undefined) query = query.where((eb) => eb(eb.fn.coalesce(from, eb.val(NEVER)), '<=', warmth.on));
    if (until !== undefined) query = query.where((eb) => eb(eb.fn.coalesce(until, eb.val(NEVER)), '>', warmth.on));
  }
  if (ids !== undefined) query = query.where('s.person_id', 'in', ids.length > 0 ? ids : ['']);
  return query;
}

/** From which of the derived days a tie stands so, and until which. */
const BAND_DAYS = {
  fine: { from: undefined, until: 's.quiet_on' },
  cooling: { from: 's.quiet_on', until: 's.at_risk_on' },
  'at-risk': { from: 's.at_risk_on', until: 's.dormant_on' },
  dormant: { from: 's.dormant_on', until: undefined },
} as const satisfies Record<Warmth, unknown>;

/** What people can be filtered by, with how many active ones there are of each; the most frequent first. */
export interface Facet {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

/** @param column what is counted, and the column that says it as it is written */
export async function countKeys(
  { db, networkId }: Scope,
  column: 'city_key' | 'country' | 'organisation_key',
  { written, limit }: { written: 'place' | 'organisation' | 'country'; limit: number },
): Promise<Facet[]> {
  const rows = await db
    .with('counted', (cte) =>
      cte
        .selectFrom('person_state as s')
        .select((eb) => [
          `s.${column} as key`,
          eb.fn.countAll<number>().as('count'),
          eb.fn.min('s.person_id').as('sample'),
        ])
        .where('s.network_id', '=', networkId)
        .where('s.active', '=', 1)
        .where(`s.${column}`, 'is not', null)
        .groupBy(`s.${column}`)
        .orderBy('count', 'desc')
        .orderBy(`s.${column}`)
        .limit(limit),
    )
    .selectFrom('counted as c')
    .innerJoin('person_state as w', (join) =>
      join.onRef('w.person_id', '=', 'c.sample').on('w.network_id', '=', networkId),
    )
    .select(['c.key', 'c.count', `w.${written} as name`])
    .execute();
  return facets(rows);
}

export async function countTags({ db, networkId }: Scope, limit: number): Promise<Facet[]> {
  const rows = await db
    .selectFrom('person_tag')
    .select((eb) => ['tag_key as key', eb.fn.min('tag').as('name'), eb.fn.countAll<number>().as('count')])
    .where('network_id', '=', networkId)
    .groupBy('tag_key')
    .orderBy('count', 'desc')
    .orderBy('tag_key')
    .limit(limit)
    .execute();
  return facets(rows);
}

function facets(rows: readonly { key: string | null; name: string | null; count: number }[]): Facet[] {
  return rows
    .map(({ key, name, count }) => ({ key: key ?? '', name: name ?? key ?? '', count: Number(count) }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** Circle names by person, in the order of the circles. */
export async function circleNames(
  scope: Scope,
  personIds: readonly string[],
): Promise<Map<string, { id: string; name: string }[]>> {
  const rows = await inSlices(personIds, (slice) =>
    scope.db
      .selectFrom('circle_member as m')
      .crossJoin('circle as c')
      .whereRef('c.network_id', '=', 'm.network_id')
      .whereRef('c.id', '=', 'm.circle_id')
      .select(['m.person_id', 'c.id', 'c.name'])
      .where('m.network_id', '=', scope.networkId)
      .where('m.person_id', 'in', slice)
      .orderBy('c.position')
      .orderBy('c.id')
      .execute(),
  );
  return new Map(
    [...Map.groupBy(rows, (row) => row.person_id)].map(([id, mine]) => [
      id,
      mine.map((row) => ({ id: row.id, name: row.name })),
    ]),
  );
}

/** Which of these are people of the network other than its owner. */
export async function contactsAmong(scope: Scope, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await inSlices(ids, (slice) =>
    scope.db
      .selectFrom('person')
      .select('id')
      .where('network_id', '=', scope.networkId)
      .where('id', 'in', slice)
      .where('is_owner', '=', 0)
      .execute(),
  );
  return new Set(rows.map((row) => row.id));
}

/** Who has one of these identities. */
export async function findByIdentity(
  scope: Scope,
  identities: readonly { kind: string; value: string }[],
): Promise<{ kind: string; value: string; personId: string }[]> {
  const byKind = Map.groupBy(identities, (identity) => identity.kind);
  const found: { kind: string; value: string; personId: string }[] = [];
  for (const [kind, list] of byKind) {
    const rows = await inSlices([...new Set(list.map((identity) => identity.value))], (slice) =>
      scope.db
        .selectFrom('identity')
        .select(['value', 'person_id'])
        .where('network_id', '=', scope.networkId)
        .where('kind', '=', kind)
        .where('value', 'in', slice)
        .execute(),
    );
    for (const row of rows) found.push({ kind, value: row.value, personId: row.person_id });
  }
  return found;
}

/** Some people: a few hundred that are named, or all between two ids, which costs less to ask for. */
export type Whose = readonly string[] | { readonly after: string; readonly upTo: string | undefined };

export function isOf(column: 'person_id' | 's.person_id', whose: Whose) {
  const id = sql.ref<string>(column);
  if (!('after' in whose)) return sql<SqlBool>`${id} in (${sql.join(whose)})`;
  const { after, upTo } = whose;
  return upTo === undefined ? sql<SqlBool>`${id} > ${after}` : sql<SqlBool>`(${id} > ${after} and ${id} <= ${upTo})`;
}

/** A database takes so many parameters and no more. */
export async function inSlices<A, B>(items: readonly A[], query: (slice: readonly A[]) => Promise<B[]>): Promise<B[]> {
  const all: B[] = [];
  for (let i = 0; i < items.length; i += 500) all.push(...(await query(items.slice(i, i + 500))));
  return all;
}
