import type { Answer, Body, Query } from '../contract/routes.ts';
import type { NearPerson, Trip } from '../contract/shapes.ts';
import { lacksToBits } from '../domain/card/lacks.ts';
import { countryKey, placeKey } from '../domain/card/where.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { reasonsFor } from '../domain/today/reasons.ts';
import { wordsIn } from '../domain/today/words/words.ts';
import { findRow } from '../storage/feed.ts';
import { findStates } from '../storage/repositories/person.repository.ts';
import { countIn, livingIn, tripsFrom, type Where } from '../storage/repositories/trip.repository.ts';
import type { TripTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { loadCandidates, todaySettings } from './candidates.ts';
import { act, type Context, scopeOf, todayOf } from './context.ts';
import type { Acted } from './memory.service.ts';
import { summariesOf, warmthNow } from './people.service.ts';
import { countPeople } from './people-count.ts';
import { readSettings } from './read-settings.ts';

/** Who lives where one is going, and the trips there. */

const MOST_NEAR = 60;

/** Who lives in a city, the closest first, each with why to meet; and how many have no city at all. */
export async function getNear(context: Context, query: Query<'getNear'>): Promise<Answer<'getNear'>> {
  const scope = scopeOf(context);
  const settings = await readSettings(scope);
  const today = await todayOf(context, settings);
  const where: Where = { city: requireCity(query.city), country: countryOf(query.country) };
  const ids = await livingIn(scope, where, MOST_NEAR);
  const why = await reasonsToMeet(scope, ids, { today, settings: todaySettings(settings) });
  const people: NearPerson[] = (await summariesOf(scope, ids, today)).map((person) => ({
    ...person,
    why: why.get(person.id) ?? null,
  }));
  return {
    ...where,
    people,
    total: ids.length < MOST_NEAR ? ids.length : await countIn(scope, where),
    unknown: await countPeople(context.store, scope, { show: 'active', lacks: lacksToBits(['city']) }),
  };
}

/** What stands open with them, else how the tie stands. */
async function reasonsToMeet(
  scope: Scope,
  ids: readonly string[],
  by: { today: CalendarDate; settings: ReturnType<typeof todaySettings> },
): Promise<Map<string, string>> {
  const why = new Map<string, string>();
  for (const state of await findStates(scope, ids)) {
    const tie = warmthNow(state, by.today);
    if (tie !== null) why.set(state.person_id, wordsIn(by.settings.locale).warmth(tie));
  }
  for (const candidate of await loadCandidates(scope, ids, by.today)) {
    // That one will be there is known already.
    const [reason] = reasonsFor(candidate, by).filter(({ kind }) => kind !== 'gathering');
    if (reason !== undefined) why.set(candidate.personId, reason.text);
  }
  return why;
}

/** Trips that are not over, the next first, each with how many people live there. */
export async function listTrips(context: Context): Promise<Answer<'listTrips'>> {
  const scope = scopeOf(context);
  const trips: Trip[] = [];
  for (const row of await tripsFrom(scope, await todayOf(context)))
    trips.push({ ...shown(row), people: await countIn(scope, row) });
  return { trips };
}

const shown = ({ id, city, country, since, until, note }: TripTable) => ({ id, city, country, since, until, note });

export async function addTrip(context: Context, input: Body<'addTrip'>): Promise<Acted> {
  const city = requireCity(input.city);
  requireOrder(input.since, input.until);
  const { stepId, result } = await act(
    context,
    { kind: 'trip', title: `Planned a trip to ${city}` },
    async (writer) => {
      const id = writer.newId();
      const { since, until, note = '' } = input;
      await writer.insert('trip', [{ id, city, country: countryOf(input.country), since, until, note }]);
      return id;
    },
  );
  return { stepId, id: result, message: `The trip to ${city} is planned.` };
}

export async function updateTrip(context: Context, id: string, input: Body<'updateTrip'>): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'trip', title: 'Changed a trip' }, async (writer) => {
    const row = await findRow(writer, 'trip', id);
    if (!row) throw gone();
    const city = input.city === undefined ? row.city : requireCity(input.city);
    requireOrder(input.since ?? row.since, input.until ?? row.until);
    writer.title = `Changed the trip to ${city}`;
    const { country, ...rest } = input;
    await writer.updateRow('trip', row, {
      ...rest,
      city,
      ...(country === undefined ? {} : { country: countryOf(country) }),
    });
    return city;
  });
  return { stepId, id, message: `The trip to ${result} is changed.` };
}

export async function deleteTrip(context: Context, id: string): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'trip', title: 'Deleted a trip' }, async (writer) => {
    const row = await findRow(writer, 'trip', id);
    if (!row) throw gone();
    writer.title = `Called off the trip to ${row.city}`;
    await writer.remove('trip', [id]);
    return row.city;
  });
  return { stepId, message: `The trip to ${result} is called off.` };
}

/** The trip that is meant: by its id, or the next to a city. @throws AppError `not-found` */
export async function findTrip(context: Context, said: string): Promise<string> {
  const trips = await tripsFrom(scopeOf(context), await todayOf(context));
  const trip = trips.find(({ id }) => id === said) ?? trips.find(({ city }) => placeKey(city) === placeKey(said));
  if (trip !== undefined) return trip.id;
  const cities = [...new Set(trips.map(({ city }) => city))];
  throw new AppError(
    'not-found',
    `No trip to “${said}” is planned.${cities.length === 0 ? '' : ` There are trips to: ${cities.join(', ')}.`}`,
  );
}

const gone = () => new AppError('not-found', 'This trip is not here (any more).');

function requireCity(text: string): string {
  if (placeKey(text) === '') throw new AppError('invalid', `“${text}” is no city. Say its name: Lisbon.`);
  return text.trim();
}

function requireOrder(since: string, until: string): void {
  if (until < since)
    throw new AppError('invalid', `The trip ends on ${until}, before it begins on ${since}. Turn the two days round.`);
}

const countryOf = (said: string | null | undefined): string | null =>
  said === undefined || said === null || said.trim() === '' ? null : countryKey(said);
