import type { PersonStateTable, PersonTable } from '../schema.ts';
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

/** Which people a list is of. */
export interface StateFilter {
  readonly show: 'active' | 'archived' | 'all';
  readonly circleId?: string;
  readonly tag?: string;
  readonly ids?: readonly string[];
}

/** How a page of people is chosen and ordered. The cursor is the last row's sort value and id. */
export interface PeoplePage extends StateFilter {
  readonly sort: 'name' | 'last-touch' | 'next-touch' | 'added';
  readonly after?: { readonly value: string; readonly id: string };
  readonly limit: number;
}

const SORTS = {
  name: 'sort_key',
  'last-touch': 'last_contact',
  'next-touch': 'next_touch',
  added: 'person_id',
} as const;

/** The value a row is sorted by: the other half of a cursor. People without a date come last; theirs is empty. */
export function sortValue(state: PersonState, sort: PeoplePage['sort']): string {
  return state[SORTS[sort]] ?? '';
}

/**
 * A page of people in a stable order that is the same on both databases. Each part of it is read from an index in its
 * order: pairs are compared as pairs, and people without a date, whom the two databases place differently, by themselves.
 */
export async function listStates(scope: Scope, page: PeoplePage): Promise<PersonState[]> {
  const { sort, after, limit } = page;
  const column = `s.${SORTS[sort]}` as const;
  const [direction, beyond] =
    sort === 'last-touch' || sort === 'added' ? (['desc', '<'] as const) : (['asc', '>'] as const);
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
  const row = await filtered(scope, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function filtered(scope: Scope, page: StateFilter) {
  let query = scope.db.selectFrom('person_state as s').where('s.network_id', '=', scope.networkId);
  if (page.show === 'active') query = query.where('s.active', '=', 1);
  else {
    // The owner is nobody's contact.
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('person as p')
          .select('p.id')
          .whereRef('p.network_id', '=', 's.network_id')
          .whereRef('p.id', '=', 's.person_id')
          .where('p.is_owner', '=', 0),
      ),
    );
    if (page.show === 'archived') query = query.where('s.active', '=', 0);
  }
  const { circleId, tag, ids } = page;
  if (circleId !== undefined) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('circle_member as m')
          .select('m.id')
          .whereRef('m.network_id', '=', 's.network_id')
          .whereRef('m.person_id', '=', 's.person_id')
          .where('m.circle_id', '=', circleId),
      ),
    );
  }
  if (tag !== undefined) {
    // Tags are few per person and stored as a JSON list: the quoted word is looked for as it stands.
    const quoted = JSON.stringify(tag);
    query = query.where((eb) =>
      eb(eb.fn<string>('replace', ['s.tags', eb.val(quoted), eb.val('')]), '!=', eb.ref('s.tags')),
    );
  }
  if (ids !== undefined) query = query.where('s.person_id', 'in', ids.length > 0 ? ids : ['']);
  return query;
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

/** A database takes so many parameters and no more. */
export async function inSlices<A, B>(items: readonly A[], query: (slice: readonly A[]) => Promise<B[]>): Promise<B[]> {
  const all: B[] = [];
  for (let i = 0; i < items.length; i += 500) all.push(...(await query(items.slice(i, i + 500))));
  return all;
}
