import type { CalendarDate } from '../dates.ts';
import { AppError } from '../errors.ts';
import { fromDayNumber, toDayNumber } from './day-number.ts';
import { stableHash } from './hash.ts';

/** A circle the product offers on the first day; nobody has to take it. `size` is soft, `rhythmDays` in days. */
export interface OfferedCircle {
  readonly name: string;
  readonly size: number;
  readonly rhythmDays: number;
}

/** Sizes and rhythms after the layers that Dunbar describes (5, 15, 50, 150). */
export const OFFERED_CIRCLES: readonly OfferedCircle[] = [
  { name: 'Inner', size: 5, rhythmDays: 7 },
  { name: 'Close', size: 15, rhythmDays: 30 },
  { name: 'Active', size: 50, rhythmDays: 91 },
  { name: 'Wide', size: 150, rhythmDays: 365 },
];

/** Rhythms to choose from, from the quickest to the slowest, in days. */
export const OFFERED_RHYTHMS: readonly number[] = [7, 14, 30, 61, 91, 182, 365, 730];

const LONGEST_RHYTHM = 3650;

/** What a person's next date is derived from; all of it is stored, none of it depends on today. */
export interface RhythmState {
  /** What their share of the first rhythm follows from: the same for the same person wherever and whenever they are added. */
  readonly seed: string;
  /** The last real contact. */
  readonly lastContact?: CalendarDate | undefined;
  /** Their own rhythm, else their circle's; absent means none. */
  readonly rhythmDays?: number | null | undefined;
  /** The day the rhythm began for them: they joined the circle, or were given one of their own. */
  readonly joinedCircleOn?: CalendarDate | undefined;
  /** The day on which one round was skipped. */
  readonly skippedOn?: CalendarDate | undefined;
  readonly snoozedUntil?: CalendarDate | undefined;
  readonly pausedFrom?: CalendarDate | undefined;
  /** The first day after the pause; a pause with a beginning and no end lasts until it is lifted. */
  readonly pausedUntil?: CalendarDate | undefined;
}

/**
 * The day on which they fall due: the last real contact plus the rhythm, moved by a skip, a snooze and a pause. Before the
 * first contact it is the day they joined plus their own share of the rhythm, so that three hundred people sorted in one
 * evening do not fall due together. Null without a rhythm, while paused without end, or when no day is known to count from.
 */
export function nextTouch(state: RhythmState): CalendarDate | null {
  const { rhythmDays, lastContact, joinedCircleOn, skippedOn } = state;
  if (rhythmDays === undefined || rhythmDays === null || rhythmDays < 1) return null;
  if (state.pausedFrom !== undefined && state.pausedUntil === undefined) return null;
  const start = lastContact ?? joinedCircleOn;
  if (start === undefined) return null;
  let next = toDayNumber(start) + (lastContact === undefined ? stableShare(state.seed, rhythmDays) : rhythmDays);
  // A contact after the skip has restarted the rhythm, so the skip is spent.
  if (skippedOn !== undefined && (lastContact === undefined ? skippedOn >= start : skippedOn > start)) {
    next = Math.max(next, toDayNumber(skippedOn)) + rhythmDays;
  }
  for (const until of [state.snoozedUntil, state.pausedUntil]) {
    if (until !== undefined) next = Math.max(next, toDayNumber(until));
  }
  return fromDayNumber(next);
}

/** A day from 1 to `rhythmDays` that belongs to this seed for good, spread evenly over all of them. */
export function stableShare(seed: string, rhythmDays: number): number {
  return 1 + (stableHash(seed) % Math.max(1, Math.floor(rhythmDays)));
}

/**
 * How close somebody is, 0 to 1, by the rhythm one chose for them: weekly 1, monthly about 0.75, quarterly 0.55, yearly 0.3,
 * a circle without a rhythm 0.2, an acquaintance 0.1.
 */
export function closenessOf(rhythmDays: number | null | undefined, inCircle = false): number {
  if (rhythmDays === null || rhythmDays === undefined) return inCircle ? 0.2 : 0.1;
  const slowness = Math.log(Math.max(7, rhythmDays) / 7) / Math.log(365 / 7);
  return Math.max(0.2, Math.round((1 - 0.7 * slowness) * 1000) / 1000);
}

/** What decides whether a touch counts. `people` is how many others took part. */
export interface ContactLike {
  readonly personal: boolean;
  readonly plan: boolean;
  readonly people: number;
}

/**
 * Whether a touch restarts the rhythm: it is personal, it happened, and one to eight people took part, whoever began. Group
 * mail, newsletters, reactions and plans do not count.
 */
export function isRealContact(touch: ContactLike): boolean {
  return touch.personal && !touch.plan && touch.people >= 1 && touch.people <= 8;
}

const WORDS: Readonly<Record<string, number | null>> = {
  daily: 1,
  weekly: 7,
  biweekly: 14,
  fortnightly: 14,
  monthly: 30,
  bimonthly: 61,
  quarterly: 91,
  'half-yearly': 182,
  yearly: 365,
  annually: 365,
  none: null,
  never: null,
  off: null,
};

/**
 * Reads how often: `30d`, `2w`, `3m`, `1y`, `every 3 months`, `weekly`, `monthly`, `quarterly`, `yearly`; `none` is null.
 * @throws AppError `invalid`
 */
export function parseRhythm(text: string): number | null {
  const said = text.trim().toLowerCase();
  const word = WORDS[said];
  if (word !== undefined) return word;
  const match = /^(?:every\s+)?(?:(\d{1,5})\s*)?(d|days?|w|weeks?|m|months?|y|years?)$/.exec(said);
  const unit = match?.[2]?.[0];
  const bare = match !== null && match[1] === undefined;
  // A unit alone is a rhythm only as words ("every week"): a lone `d` is a slip of the finger.
  if (match === null || unit === undefined || (bare && !said.startsWith('every'))) throw badRhythm(text);
  const count = bare ? 1 : Number(match[1]);
  const days =
    unit === 'd' ? count : unit === 'w' ? count * 7 : unit === 'y' ? count * 365 : Math.floor((count * 365 + 5) / 12);
  if (days < 1 || days > LONGEST_RHYTHM) throw badRhythm(text);
  return days;
}

function badRhythm(text: string): AppError {
  return new AppError(
    'invalid',
    `"${text}" is not a rhythm: write 30d, 2w, 3m, 1y, weekly, monthly, quarterly, yearly or none (at most ten years).`,
    {
      details: { rhythm: text },
    },
  );
}

/** How often, as one says it: `every week`, `every 3 months`, `every 10 days`. */
export function rhythmText(days: number): string {
  const [count, unit] = rhythmParts(days);
  return count === 1 ? `every ${unit}` : `every ${count} ${unit}s`;
}

/** A rhythm as a count and a unit, in the largest unit that says it truly: 91 days are three months, 90 as well. */
export function rhythmParts(days: number): readonly [count: number, unit: 'day' | 'week' | 'month' | 'year'] {
  const years = Math.round(days / 365.25);
  if (years >= 1 && Math.abs(days - years * 365) <= years) return [years, 'year'];
  const months = Math.round(days / 30.4);
  if (months >= 1 && (days === months * 30 || Math.abs(days - (months * 365) / 12) <= 1)) return [months, 'month'];
  return days % 7 === 0 ? [days / 7, 'week'] : [days, 'day'];
}
