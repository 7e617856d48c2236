import { addDays, type CalendarDate, daysBetween } from '../dates.ts';
import { readRule, returnsWithin } from './recurrence.ts';

/** When a gathering is: its days, and of one that returns which time is meant. */

export interface GatheringDays {
  readonly since: CalendarDate;
  readonly until: CalendarDate;
  /** An RRULE; null when it happens once. */
  readonly rule: string | null;
}

/** One time of a gathering. */
export interface Time {
  /** Of one that returns, its first day; empty for one that does not. Rows of people are kept by it. */
  readonly key: string;
  readonly since: CalendarDate;
  readonly until: CalendarDate;
}

/** How far ahead and back a returning gathering is looked for. */
const YEAR = 366;
const LOOK_AHEAD = 2 * YEAR;

/** Its times that touch a span of days, in order. */
export function timesWithin(
  { since, until, rule }: GatheringDays,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): Time[] {
  const lasts = daysBetween(since, until);
  const parsed = rule === null ? undefined : readRule(rule);
  if (parsed === undefined) return since <= to && until >= from ? [{ key: '', since, until }] : [];
  return returnsWithin(parsed, since, { from: addDays(from, -lasts), to }).map((day) => ({
    key: day,
    since: day,
    until: addDays(day, lasts),
  }));
}

/** The time that a day means: the one that is on or comes next, else the last there was. */
export function timeNear(days: GatheringDays, today: CalendarDate): Time {
  const [next] = timesWithin(days, { from: today, to: addDays(today, LOOK_AHEAD) });
  if (next !== undefined) return next;
  const last = timesWithin(days, { from: addDays(today, -LOOK_AHEAD), to: today }).at(-1);
  return last ?? { key: days.rule === null ? '' : days.since, since: days.since, until: days.until };
}

/** The newest time that has begun; the first to come where none has. */
export function lastBegun(days: GatheringDays, today: CalendarDate): Time {
  const begun = timesWithin(days, { from: addDays(today, -LOOK_AHEAD), to: today })
    .filter(({ since }) => since <= today)
    .at(-1);
  return begun ?? timeNear(days, today);
}

/** The time that begins on a day, or of which that day is one. */
export function timeOn(days: GatheringDays, day: CalendarDate): Time | undefined {
  return timesWithin(days, { from: day, to: day }).at(-1);
}

/** The times before and after one, of a gathering that returns. */
export function timesBeside(days: GatheringDays, { since }: Time): { before?: Time; after?: Time } {
  const before = timesWithin(days, { from: addDays(since, -LOOK_AHEAD), to: addDays(since, -1) })
    .filter((time) => time.since < since)
    .at(-1);
  const after = timesWithin(days, { from: addDays(since, 1), to: addDays(since, LOOK_AHEAD) }).find(
    (time) => time.since > since,
  );
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
