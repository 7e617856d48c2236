import { placeKey } from '../../domain/card/where.ts';
import type { TripTable } from '../schema.ts';
import type { Scope } from '../store.ts';

/** Trips that are not over on a day, the next first. */
export async function tripsFrom(scope: Scope, day: string): Promise<TripTable[]> {
  return scope.db
    .selectFrom('trip')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('until', '>=', day)
    .orderBy('since')
    .orderBy('id')
    .execute();
}

/** Where one may live. `country` is as `countryKey` says; null for any. */
export interface Where {
  readonly city: string;
  readonly country: string | null;
}

/** Who lives in a city: the closest first, then who was met last. */
export async function livingIn(scope: Scope, where: Where, limit: number): Promise<string[]> {
  const rows = await peopleIn(scope, where)
    .orderBy('closeness', 'desc')
    .orderBy((eb) => eb.fn.coalesce('last_contact', eb.val('')), 'desc')
    .orderBy('person_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.person_id);
}

export async function countIn(scope: Scope, where: Where): Promise<number> {
  const row = await peopleIn(scope, where)
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Whom one keeps up with by a rhythm in a city. */
export async function keptUpWithIn(scope: Scope, where: Where): Promise<string[]> {
  const rows = await peopleIn(scope, where).where('rhythm_days', 'is not', null).execute();
  return rows.map((row) => row.person_id);
}

function peopleIn({ db, networkId }: Scope, { city, country }: Where) {
  const query = db
    .selectFrom('person_state')
    .select('person_id')
    .where('network_id', '=', networkId)
    .where('active', '=', 1)
    .where('city_key', '=', placeKey(city));
  // Most cards name no country: they are not left out for that.
  return country === null
    ? query
    : query.where((eb) => eb.or([eb('country', '=', country), eb('country', 'is', null)]));
}
