import type { ExpressionBuilder } from 'kysely';
import type { ExchangeTable, OccasionTable, PromiseTable, Schema, TieTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

/**
 * What pictures are drawn from: sums that the database makes, in spans that the caller keeps short, so that others are
 * answered between. Everything is of real contacts alone, as `isRealContact` says.
 */

/** The most people of a touch that is a contact with each of them. */
const MOST_PEOPLE = 8;

function isReal(eb: ExpressionBuilder<Schema & { t: Schema['touch'] }, 't'>) {
  const people = eb
    .selectFrom('touch_person as of')
    .select((e) => e.fn.countAll<number>().as('people'))
    .whereRef('of.network_id', '=', 't.network_id')
    .whereRef('of.touch_id', '=', 't.id');
  // Counted last and once: it is what a long reading spends its time with.
  return eb.and([eb('t.plan', '=', 0), eb('t.personal', '=', 1), eb.between(people, eb.lit(1), eb.lit(MOST_PEOPLE))]);
}

/** Whether anything was said: two profiles that were connected said nothing to each other yet. */
function isSaid(eb: ExpressionBuilder<Schema & { t: Schema['touch'] }, 't'>) {
  return eb.or([eb('t.source', 'is', null), eb('t.source', '<>', 'linkedin')]);
}

/** Days, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The first and the last day up to one on which anything happened; undefined when nothing did. */
export async function touchedDays({ db, networkId }: Scope, until: string): Promise<Days | undefined> {
  const end = (order: 'asc' | 'desc') =>
    db
      .selectFrom('touch')
      .select('date')
      .where('network_id', '=', networkId)
      .where('plan', '=', 0)
      .where('date', '<=', until)
      .orderBy('date', order)
      .limit(1)
      .executeTakeFirst();
  const from = await end('asc');
  const to = await end('desc');
  return from && to ? { from: from.date, to: to.date } : undefined;
}

/** The day of the so-manieth touch from a day on: up to it there are fewer. Undefined when there are fewer in all. */
export async function dayOfTouch(
  { db, networkId }: Scope,
  { from, to, nth }: Days & { readonly nth: number },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('touch')
    .select('date')
    .where('network_id', '=', networkId)
    .where('plan', '=', 0)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .limit(1)
    .offset(nth)
    .executeTakeFirst();
  return row?.date;
}

/** How many conversations there were by month, channel and direction; with a circle, those in which somebody of it took part. */
export async function contactCounts(
  { db, networkId }: Scope,
  { from, to, circleId }: Days & { readonly circleId?: string | undefined },
): Promise<{ month: string; channel: string; direction: string; count: number }[]> {
  let query = db
    .selectFrom('touch as t')
    .where('t.network_id', '=', networkId)
    .where('t.plan', '=', 0)
    .where('t.date', '>=', from)
    .where('t.date', '<=', to)
    .where(isSaid)
    .where(isReal);
  if (circleId !== undefined)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('touch_person as tp')
          .crossJoin('circle_member as m')
          .whereRef('m.network_id', '=', 'tp.network_id')
          .whereRef('m.person_id', '=', 'tp.person_id')
          .select('m.id')
          .whereRef('tp.network_id', '=', 't.network_id')
          .whereRef('tp.touch_id', '=', 't.id')
          .where('m.circle_id', '=', circleId),
      ),
    );
  const rows = await query
    .select((eb) => eb.fn<string>('substr', ['t.date', eb.lit(1), eb.lit(7)]).as('month'))
    .select(['t.channel', 't.direction'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy(['month', 't.channel', 't.direction'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** Day by day with whom there was a conversation, and whether I took part in it or only they wrote. */
export async function contactDays(
  { db, networkId }: Scope,
  { from, to }: Days,
): Promise<{ person_id: string; date: string; mine: number; theirs: number }[]> {
  const rows = await db
    .selectFrom('touch as t')
    .crossJoin('touch_person as tp')
    .whereRef('tp.network_id', '=', 't.network_id')
    .whereRef('tp.touch_id', '=', 't.id')
    .select(['tp.person_id', 't.date'])
    .select((eb) => [
      eb.fn.count<number>(eb.case().when('t.direction', '<>', 'theirs').then(1).end()).as('mine'),
      eb.fn.count<number>(eb.case().when('t.direction', '<>', 'mine').then(1).end()).as('theirs'),
    ])
    .where('t.network_id', '=', networkId)
    .where('t.plan', '=', 0)
    .where('t.date', '>=', from)
    .where('t.date', '<=', to)
    .where(isSaid)
    .where(isReal)
    .groupBy(['tp.person_id', 't.date'])
    .execute();
  return rows.map((row) => ({ ...row, mine: Number(row.mine), theirs: Number(row.theirs) }));
}

/** Every contact with each of these people up to a day, in no order. */
export async function contactsOfEach(
  { db, networkId }: Scope,
  personIds: readonly string[],
  until: string,
): Promise<{ person_id: string; date: string; direction: string }[]> {
  return inSlices(personIds, (ids) =>
    db
      .selectFrom('touch_person as tp')
      .crossJoin('touch as t')
      .whereRef('t.network_id', '=', 'tp.network_id')
      .whereRef('t.id', '=', 'tp.touch_id')
      .select(['tp.person_id', 't.date', 't.direction'])
      .where('tp.network_id', '=', networkId)
      .where('tp.person_id', 'in', ids)
      .where('t.date', '<=', until)
      .where(isReal)
      .execute(),
  );
}

/** The last contact with each of these people before a day; whoever had none is absent. */
export async function lastContactBefore(
  { db, networkId }: Scope,
  personIds: readonly string[],
  day: string,
): Promise<Map<string, string>> {
  const rows = await inSlices(personIds, (ids) =>
    db
      .selectFrom('touch_person as tp')
      .crossJoin('touch as t')
      .whereRef('t.network_id', '=', 'tp.network_id')
      .whereRef('t.id', '=', 'tp.touch_id')
      .select('tp.person_id')
      .select((eb) => eb.fn.max('t.date').as('date'))
      .where('tp.network_id', '=', networkId)
      .where('tp.person_id', 'in', ids)
      .where('t.date', '<', day)
      .where(isReal)
      .groupBy('tp.person_id')
      .execute(),
  );
  return new Map(rows.map((row) => [row.person_id, row.date]));
}

/** People with whom there was ever contact and who are neither archived nor gone, after one in the order of their ids. */
export async function knownAfter(
  { db, networkId }: Scope,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<{ person_id: string; rhythm_days: number | null }[]> {
  return db
    .selectFrom('person_state')
    .select(['person_id', 'rhythm_days'])
    .where('network_id', '=', networkId)
    .where('person_id', '>', after)
    .where('active', '=', 1)
    .where('last_contact', 'is not', null)
    .orderBy('person_id')
    .limit(limit)
    .execute();
}

/** Promises that were kept between two days, the first kept first. */
export async function promisesKept(
  { db, networkId }: Scope,
  { from, to }: Days,
): Promise<(Pick<PromiseTable, 'person_id' | 'by' | 'text'> & { done_on: string })[]> {
  return db
    .selectFrom('promise')
    .select(['person_id', 'by', 'text'])
    .select((eb) => eb.ref('done_on').$notNull().as('done_on'))
    .where('network_id', '=', networkId)
    .where('done_on', '>=', from)
    .where('done_on', '<=', to)
    .orderBy('done_on')
    .orderBy('id')
    .execute();
}

/** What others did for the owner between two days, the first first. */
export async function receivedIn(
  { db, networkId }: Scope,
  { from, to }: Days,
): Promise<Pick<ExchangeTable, 'person_id' | 'text' | 'date'>[]> {
  return db
    .selectFrom('exchange')
    .select(['person_id', 'text', 'date'])
    .where('network_id', '=', networkId)
    .where('kind', '=', 'received')
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .orderBy('id')
    .execute();
}

/** The days of these people that return. */
export async function occasionsOfEach(
  { db, networkId }: Scope,
  personIds: readonly string[],
): Promise<Pick<OccasionTable, 'person_id' | 'kind' | 'label' | 'date'>[]> {
  return inSlices(personIds, (ids) =>
    db
      .selectFrom('occasion')
      .select(['person_id', 'kind', 'label', 'date'])
      .where('network_id', '=', networkId)
      .where('person_id', 'in', ids)
      .orderBy('month')
      .orderBy('day')
      .orderBy('person_id')
      .execute(),
  );
}

/** Ties of some kinds to people who are here, in the order in which they were noted. */
export async function tiesOfKinds(
  { db, networkId }: Scope,
  kinds: readonly string[],
): Promise<(Pick<TieTable, 'id' | 'person_id' | 'kind' | 'inverse_id'> & { other_id: string })[]> {
  return db
    .selectFrom('tie')
    .select(['id', 'person_id', 'kind', 'inverse_id'])
    .select((eb) => eb.ref('other_id').$notNull().as('other_id'))
    .where('network_id', '=', networkId)
    .where('kind', 'in', kinds)
    .where('other_id', 'is not', null)
    .orderBy('id')
    .execute();
}

/** A person on the map, with the card their organisation is read from. */
export interface MappedRow {
  readonly id: string;
  readonly name: string;
  readonly closeness: number;
  readonly last_contact: string | null;
  readonly card: string;
}

/** Where a page of the map ended. */
export interface MapPlace {
  readonly closeness: number;
  /** Empty for whoever was never in touch. */
  readonly lastContact: string;
  readonly id: string;
}

/** People to draw behind a place: the closest first, then who was met last. */
export async function closestPeople(
  { db, networkId }: Scope,
  { after, limit }: { readonly after: MapPlace | undefined; readonly limit: number },
): Promise<MappedRow[]> {
  // Whom to draw is decided before their cards are fetched: to sort with them would move every card about.
  let query = db
    .selectFrom('person_state')
    .select('person_id')
    .select((eb) => eb.fn.coalesce('last_contact', eb.val('')).as('last'))
    .where('network_id', '=', networkId)
    .where('active', '=', 1);
  if (after)
    query = query.where((eb) => {
      const last = eb.fn.coalesce('last_contact', eb.val(''));
      return eb.or([
        eb('closeness', '<', after.closeness),
        eb.and([eb('closeness', '=', after.closeness), eb(last, '<', after.lastContact)]),
        eb.and([
          eb('closeness', '=', after.closeness),
          eb(last, '=', after.lastContact),
          eb('person_id', '>', after.id),
        ]),
      ]);
    });
  const chosen = await query
    .orderBy('closeness', 'desc')
    .orderBy('last', 'desc')
    .orderBy('person_id')
    .limit(limit)
    .execute();
  const rows = await inSlices(
    chosen.map((row) => row.person_id),
    (ids) =>
      db
        .selectFrom('person_state as s')
        .crossJoin('person as p')
        .whereRef('p.network_id', '=', 's.network_id')
        .whereRef('p.id', '=', 's.person_id')
        .select(['p.id', 's.name', 's.closeness', 's.last_contact', 'p.card'])
        .where('s.network_id', '=', networkId)
        .where('s.person_id', 'in', ids)
        .execute(),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return chosen.flatMap(({ person_id: id }) => byId.get(id) ?? []);
}
