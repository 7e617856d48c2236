import { placeKey } from '../domain/card/where.ts';
import { addDays, type CalendarDate } from '../domain/dates.ts';
import type { Trip } from '../domain/today/candidate.ts';
import { TRIP_NOTICE_DAYS } from '../domain/today/trip-reason.ts';
import type { PersonState } from '../storage/repositories/person.repository.ts';
import { keptUpWithIn, tripsFrom } from '../storage/repositories/trip.repository.ts';
import type { TripTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';

/** Trips that are near, and whom one keeps up with where they lead. */

export async function tripsNear(scope: Scope, today: CalendarDate): Promise<TripTable[]> {
  const ahead = addDays(today, TRIP_NOTICE_DAYS);
  return (await tripsFrom(scope, today)).filter((trip) => trip.since <= ahead);
}

/** By person, the first trip to where they live. */
export async function metOnTrips(scope: Scope, trips: readonly TripTable[]): Promise<Map<string, Trip>> {
  const met = new Map<string, Trip>();
  for (const trip of trips)
    for (const id of await keptUpWithIn(scope, trip)) if (!met.has(id)) met.set(id, toTrip(trip));
  return met;
}

/** The same of people who are read already. */
export async function tripsOf(
  scope: Scope,
  states: readonly PersonState[],
  today: CalendarDate,
): Promise<ReadonlyMap<string, Trip>> {
  const trips = await tripsNear(scope, today);
  return new Map(
    states.flatMap((state) => {
      const trip = trips.find(
        ({ city, country }) =>
          state.rhythm_days !== null &&
          state.city_key === placeKey(city) &&
          (country === null || state.country === null || state.country === country),
      );
      return trip === undefined ? [] : [[state.person_id, toTrip(trip)]];
    }),
  );
}

const toTrip = ({ id, city, since, until }: TripTable): Trip => ({
  id,
  city,
  since: since as CalendarDate,
  until: until as CalendarDate,
});
