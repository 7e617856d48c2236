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

/** A city as cards name it, and how many active people live there. `country` is null where their cards name none. */
export interface CountedCity {
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
  readonly count: number;
}

/** The cities people live in, those with the most first. */
export async function countCities({ db, networkId }: Scope, limit: number): Promise<CountedCity[]> {
  const rows = await db
    .with('counted', (cte) =>
      cte
        .selectFrom('person_state')
        .select((eb) => [
          'city_key',
          'country',
          eb.fn.countAll<number>().as('count'),
          eb.fn.min('person_id').as('sample'),
        ])
        .where('network_id', '=', networkId)
        .where('active', '=', 1)
        .where('city_key', 'is not', null)
        .groupBy(['city_key', 'country'])
        .orderBy('count', 'desc')
        .orderBy('city_key')
        .limit(limit),
    )
    .selectFrom('counted as c')
    .innerJoin('person_state as w', (join) =>
      join.onRef('w.person_id', '=', 'c.sample').on('w.network_id', '=', networkId),
    )
    .select(['c.city_key as key', 'c.country', 'c.count', 'w.place as name'])
    .execute();
  return rows
    .map(({ key, country, count, name }) => ({
      key: key ?? '',
      name: name ?? key ?? '',
      country,
      count: Number(count),
    }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
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
