import type { TouchTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

/**
 * Joins are written as `crossJoin` with conditions: on SQLite that fixes the order in which the tables are walked, the
 * selective one first. With the network first in every key its planner otherwise guesses from the wrong end.
 */

/** Touches with a person, the newest first, below a cursor. Plans stand on top: they are the newest of all. */
export async function touchesOfPerson(
  scope: Scope,
  personId: string,
  page: { after?: { date: string; id: string }; limit: number },
): Promise<TouchTable[]> {
  let query = scope.db
    .selectFrom('touch_person as tp')
    .crossJoin('touch as t')
    .whereRef('t.network_id', '=', 'tp.network_id')
    .whereRef('t.id', '=', 'tp.touch_id')
    .selectAll('t')
    .where('tp.network_id', '=', scope.networkId)
    .where('tp.person_id', '=', personId);
  const { after } = page;
  if (after)
    query = query.where((eb) =>
      eb.or([eb('t.date', '<', after.date), eb.and([eb('t.date', '=', after.date), eb('t.id', '<', after.id)])]),
    );
  return query.orderBy('t.date', 'desc').orderBy('t.id', 'desc').limit(page.limit).execute();
}

/**
 * The newest or the oldest touches of each of these people, in one query however many they are: up to a day without plans,
 * or all there are.
 */
export async function touchesOfEach(
  scope: Scope,
  personIds: readonly string[],
  { from, until, each }: { from: 'newest' | 'oldest'; until?: string; each: number },
): Promise<Map<string, TouchTable[]>> {
  const order = from === 'newest' ? 'desc' : 'asc';
  const rows = await inSlices(personIds, (ids) =>
    scope.db
      .with('ranked', (db) =>
        db
          .selectFrom('touch_person as tp')
          .crossJoin('touch as t')
          .whereRef('t.network_id', '=', 'tp.network_id')
          .whereRef('t.id', '=', 'tp.touch_id')
          .selectAll('t')
          .select('tp.person_id')
          .select(({ fn }) =>
            fn
              .agg<number>('row_number')
              .over((over) => over.partitionBy('tp.person_id').orderBy('t.date', order).orderBy('t.id', order))
              .as('nth'),
          )
          .where('tp.network_id', '=', scope.networkId)
          .where('tp.person_id', 'in', ids)
          .$if(until !== undefined, (query) => query.where('t.plan', '=', 0).where('t.date', '<=', until ?? '')),
      )
      .selectFrom('ranked')
      .selectAll()
      .where('nth', '<=', each)
      .orderBy('nth')
      .execute(),
  );
  return Map.groupBy(rows, (row) => row.person_id);
}

/** The plan that comes next, from a day on; those of a day by their hour, where they have one. */
export async function nextPlan(scope: Scope, from: string): Promise<TouchTable | undefined> {
  const first = await scope.db
    .selectFrom('touch')
    .select('date')
    .where('network_id', '=', scope.networkId)
    .where('plan', '=', 1)
    .where('date', '>=', from)
    .orderBy('date')
    .limit(1)
    .executeTakeFirst();
  if (!first) return undefined;
  const plans = await scope.db
    .selectFrom('touch')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('plan', '=', 1)
    .where('date', '=', first.date)
    .orderBy('id')
    .execute();
  // A plan without an hour may be at any: it is looked at before those that have one. Sorted here: the databases place
  // what is null differently.
  return plans.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : (a.at ?? '') > (b.at ?? '') ? 1 : 0))[0];
}

export async function findTouches(scope: Scope, ids: readonly string[]): Promise<TouchTable[]> {
  return inSlices(ids, (slice) =>
    scope.db
      .selectFrom('touch')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('id', 'in', slice)
      .execute(),
  );
}

/** Who was part of each touch, in the order they were written down. */
export async function peopleOfTouches(
  scope: Scope,
  touchIds: readonly string[],
): Promise<Map<string, { id: string; name: string }[]>> {
  const rows = await inSlices(touchIds, (slice) =>
    scope.db
      .selectFrom('touch_person as tp')
      .crossJoin('person_state as s')
      .whereRef('s.network_id', '=', 'tp.network_id')
      .whereRef('s.person_id', '=', 'tp.person_id')
      .select(['tp.id', 'tp.touch_id', 'tp.person_id', 's.name'])
      .where('tp.network_id', '=', scope.networkId)
      .where('tp.touch_id', 'in', slice)
      .execute(),
  );
  // Sorted here: an order by id tempts the planner to walk the whole table by its key.
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(
    [...Map.groupBy(rows, (row) => row.touch_id)].map(([id, mine]) => [
      id,
      mine.map((row) => ({ id: row.person_id, name: row.name })),
    ]),
  );
}

/** The rows that tie people to one touch. */
export async function touchPeopleRows(scope: Scope, touchId: string): Promise<{ id: string; person_id: string }[]> {
  const rows = await scope.db
    .selectFrom('touch_person')
    .select(['id', 'person_id'])
    .where('network_id', '=', scope.networkId)
    .where('touch_id', '=', touchId)
    .execute();
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What is planned between two days, both included. */
export async function plansBetween(
  scope: Scope,
  from: string,
  to: string,
): Promise<(TouchTable & { person_id: string })[]> {
  return scope.db
    .selectFrom('touch as t')
    .crossJoin('touch_person as tp')
    .whereRef('tp.network_id', '=', 't.network_id')
    .whereRef('tp.touch_id', '=', 't.id')
    .selectAll('t')
    .select('tp.person_id')
    .where('t.network_id', '=', scope.networkId)
    .where('t.plan', '=', 1)
    .where('t.date', '>=', from)
    .where('t.date', '<=', to)
    .orderBy('t.date')
    .orderBy('t.id')
    .execute();
}

/** For each person the id of the newest touch that left words to come back to; whoever has none is absent. */
export async function newestToldTouches(scope: Scope, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await inSlices(personIds, (slice) =>
    scope.db
      .selectFrom('touch_person as tp')
      .crossJoin('touch as t')
      .whereRef('t.network_id', '=', 'tp.network_id')
      .whereRef('t.id', '=', 'tp.touch_id')
      .select(['tp.person_id', 't.id', 't.date'])
      .where('tp.network_id', '=', scope.networkId)
      .where('tp.person_id', 'in', slice)
      .where('t.plan', '=', 0)
      .where('t.personal', '=', 1)
      // Two profiles that were connected said nothing to each other yet.
      .where((eb) => eb.or([eb('t.source', 'is', null), eb('t.source', '<>', 'linkedin')]))
      .where((eb) => eb.or([eb('t.summary', '<>', ''), eb('t.topic', 'is not', null)]))
      .execute(),
  );
  rows.sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
  return new Map(rows.map((row) => [row.person_id, row.id]));
}

/** Whether nothing has happened with this person before. */
export async function isFirstTouch(scope: Scope, personId: string): Promise<boolean> {
  const row = await scope.db
    .selectFrom('touch_person')
    .select('id')
    .where('network_id', '=', scope.networkId)
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return row === undefined;
}

/** Personal touches of these people that were on one of these days, with how many others took part; plans are none. */
export async function touchesOnDays(
  { db, networkId }: Scope,
  personIds: readonly string[],
  days: readonly string[],
): Promise<
  (Pick<TouchTable, 'id' | 'date' | 'summary' | 'topic' | 'place' | 'source'> & { person_id: string; people: number })[]
> {
  const rows = await inSlices(personIds, (ids) =>
    db
      .selectFrom('touch_person as tp')
      .crossJoin('touch as t')
      .whereRef('t.network_id', '=', 'tp.network_id')
      .whereRef('t.id', '=', 'tp.touch_id')
      .select(['tp.person_id', 't.id', 't.date', 't.summary', 't.topic', 't.place', 't.source'])
      .select((eb) =>
        eb
          .selectFrom('touch_person as o')
          .select((inner) => inner.fn.countAll<number>().as('people'))
          .whereRef('o.network_id', '=', 't.network_id')
          .whereRef('o.touch_id', '=', 't.id')
          .as('people'),
      )
      .where('tp.network_id', '=', networkId)
      .where('tp.person_id', 'in', ids)
      .where('t.plan', '=', 0)
      .where('t.personal', '=', 1)
      .where('t.date', 'in', days)
      .orderBy('t.date', 'desc')
      .orderBy('t.id', 'desc')
      .execute(),
  );
  return rows.map((row) => ({ ...row, people: Number(row.people ?? 1) }));
}
