import type { Attendee, Gathering } from '../contract/gathering-shapes.ts';
import { type CalendarDate, type Instant, toInstant } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { fold } from '../domain/fold.ts';
import { type GatheringDays, lastBegun, type Time, timeNear, timeOn, timesWithin } from '../domain/gatherings/when.ts';
import type { GatheringKind, GatheringPart } from '../domain/words.ts';
import { findRow } from '../storage/feed.ts';
import { allGatherings, peopleOfGathering } from '../storage/repositories/gathering.repository.ts';
import type { PersonState } from '../storage/repositories/person.repository.ts';
import type { GatheringPersonTable, GatheringTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';

/** What the services of gatherings share: which one is meant, which of its times, and its rows as the contract says them. */

export const gone = () => new AppError('not-found', 'This gathering is not here (any more).');

export async function getGatheringRow(scope: Scope, id: string): Promise<GatheringTable> {
  const row = await findRow(scope, 'gathering', id);
  if (!row) throw gone();
  return row;
}

export function daysOf(row: GatheringTable): GatheringDays {
  return { since: row.since as CalendarDate, until: row.until as CalendarDate, rule: row.rule };
}

/** The time that is asked for by its first day, else the one that is on or next. @throws AppError `not-found` */
export function timeOf(row: GatheringTable, date: string | undefined, today: CalendarDate): Time {
  if (date === undefined || date === '') return timeNear(daysOf(row), today);
  const time = timesWithin(daysOf(row), { from: date as CalendarDate, to: date as CalendarDate }).find(
    ({ since }) => since === date,
  );
  if (time === undefined)
    throw new AppError('not-found', `${row.name} does not begin on ${date}. Say the first day of one of its times.`);
  return time;
}

/** The time that was last, or is on; the next one where none has begun. Of a day said, that one. */
export function timeBegun(row: GatheringTable, date: string | undefined, today: CalendarDate): Time {
  return date === undefined || date === '' ? lastBegun(daysOf(row), today) : timeOf(row, date, today);
}

/** Who is on its list at one time. */
export async function peopleAt(
  scope: Scope,
  row: GatheringTable,
  time: Pick<Time, 'key'>,
): Promise<GatheringPersonTable[]> {
  return (await peopleOfGathering(scope, row.id)).filter(({ date }) => date === time.key);
}

/** When it begins at one of its times: at the same hour of the owner's clock. */
export function beginOf({ at, since }: GatheringTable, time: Time, zone: string): Instant | null {
  if (at === null) return null;
  const hour = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const days = Temporal.PlainDate.from(since).until(time.since).days;
  return toInstant(hour.add({ days }).epochMilliseconds);
}

export function toGathering(row: GatheringTable, time: Time, people: readonly GatheringPersonTable[]): Gathering {
  const { id, name, place, since, until, at, rule, note } = row;
  const there = people.filter((one) => one.gathering_id === id && one.date === time.key);
  return {
    id,
    kind: row.kind as GatheringKind,
    name,
    place,
    since,
    until,
    at,
    rule,
    note,
    time: { ...time },
    people: there.filter(({ part }) => part !== 'declined').length,
    met: there.filter(({ part }) => part === 'met').length,
  };
}

export type Face = NonNullable<Attendee['person']>;

export const toFace = ({ person_id, name, initials, photo, headline }: PersonState): Face => ({
  id: person_id,
  name,
  initials,
  photo,
  headline,
});

export const partOf = (row: GatheringPersonTable): GatheringPart => row.part as GatheringPart;

/** The gathering that a place on a day means: `the OCEAN mixer`. Undefined when none does, or several do. */
export async function gatheringAt(
  scope: Scope,
  place: string,
  day: CalendarDate,
): Promise<{ row: GatheringTable; time: Time } | undefined> {
  const said = placeWords(place);
  if (said === '') return undefined;
  const found = (await allGatherings(scope)).flatMap((row) => {
    const time = placeWords(row.name) === said ? timeOn(daysOf(row), day) : undefined;
    return time === undefined ? [] : [{ row, time }];
  });
  return found.length === 1 ? found[0] : undefined;
}

const placeWords = (text: string): string =>
  fold(text)
    .replace(/^(?:at|in)\s+/, '')
    .replace(/^(?:the|our|my)\s+/, '')
    .trim();

/** The gathering that is meant: by its id, its name, or words its name begins with. @throws AppError `not-found`, `ambiguous` */
export async function findGathering(scope: Scope, said: string, today: CalendarDate): Promise<GatheringTable> {
  const all = await allGatherings(scope);
  const byId = all.find(({ id }) => id === said);
  if (byId) return byId;
  const wanted = placeWords(said);
  const same = all.filter(({ name }) => placeWords(name) === wanted);
  const fits = same.length > 0 ? same : all.filter(({ name }) => placeWords(name).includes(wanted));
  // Of one name, the one that is on or comes next; last year's is asked for by its id.
  const coming = fits.filter((row) => timeNear(daysOf(row), today).until >= today);
  const [only] = coming.length === 1 ? coming : fits;
  if (only === undefined || wanted === '')
    throw new AppError('not-found', `No gathering is called “${said}”. See: tendril gathering list`);
  if (coming.length !== 1 && fits.length > 1)
    throw new AppError('ambiguous', `“${said}” fits ${fits.length} gatherings. Say which, by id.`, {
      details: { candidates: fits.map(({ id, name, since }) => ({ id, name, headline: since })) },
    });
  return only;
}
