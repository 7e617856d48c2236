import type { CalendarDate } from '../dates.ts';
import type { RevivalRating } from '../words.ts';
import { daysApart, fromDayNumber, toDayNumber, weekdayOf } from './day-number.ts';
import { stableHash } from './hash.ts';
import { type ContactHistory, warmthBand } from './warmth.ts';

/** Ties that were close once and have slept for years: which of them is worth waking, one in a week. */

/** Contact days, and so many in a year, that make a tie close once. */
const CLOSE_DAYS = 6;
const CLOSE_PER_YEAR = 2;
/** Who met once a year is not asleep after three: their own pace has to be left behind so many times. */
const GAPS_OF_SILENCE = 4;
/** Who was proposed and not written to is left in peace for a year. */
const REST_DAYS = 364;
/** A touch after a silence this long has woken a tie. */
const WOKEN_AFTER_DAYS = 540;
/** Asked from the day after, for as long as one remembers how it was. */
const ASKED_FOR_DAYS = 30;

const YEAR = 365;

/** Whether a tie was close once and sleeps now, by its own history. Where a rhythm was chosen, that speaks. */
export function isAsleep({
  history,
  rhythmDays,
  today,
}: {
  readonly history: ContactHistory | undefined;
  readonly rhythmDays?: number | null | undefined;
  readonly today: CalendarDate;
}): boolean {
  if (history === undefined || (rhythmDays !== undefined && rhythmDays !== null)) return false;
  const years = yearsOf(history);
  const wasClose = history.contactDays >= CLOSE_DAYS && history.contactDays / Math.max(1, years) >= CLOSE_PER_YEAR;
  const wasMutual = history.mutual + history.theirs > 0 && history.mutual + history.mine > 0;
  return (
    wasClose &&
    wasMutual &&
    warmthBand({ history, today }) === 'dormant' &&
    daysApart(history.lastContact, today) >= GAPS_OF_SILENCE * (history.usualGap ?? 0)
  );
}

/** The Monday of the week a day is in: what a week is called. */
export function weekOf(day: CalendarDate): CalendarDate {
  return fromDayNumber(toDayNumber(day) - weekdayOf(day));
}

/** Somebody whose tie sleeps, and what speaks for them. */
export interface Sleeper {
  readonly personId: string;
  readonly history: ContactHistory;
  /** What is known to begin with: something they need or offer, something else, or nothing but the old days. */
  readonly toSay: 'need' | 'fact' | 'nothing';
  /** One is soon where they live. */
  readonly near: boolean;
  /** The week they were proposed last. */
  readonly proposedOn?: CalendarDate;
}

/** A tie that was woken before, and how that was. */
export interface Revival {
  readonly history: ContactHistory;
  readonly rating: RevivalRating;
}

/**
 * Whom to wake in a week: undefined when nobody is left. How close they were counts, and what there is to say; how it was
 * with ties like theirs; and chance about as much, so that it is not always the ones one would think of anyway.
 */
export function chooseSleeper(
  sleepers: readonly Sleeper[],
  { week, revivals }: { readonly week: CalendarDate; readonly revivals: readonly Revival[] },
): string | undefined {
  const tastes = tastesOf(revivals);
  const [best] = sleepers
    .filter(({ proposedOn }) => proposedOn === undefined || daysApart(proposedOn, week) >= REST_DAYS)
    .map((sleeper) => ({
      id: sleeper.personId,
      worth: worthOf(sleeper, tastes) + chance(`${week}|${sleeper.personId}`),
    }))
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1));
  return best?.id;
}

const TO_SAY = { need: 0.35, fact: 0.2, nothing: 0 } as const;

function worthOf({ history, toSay, near }: Sleeper, tastes: readonly number[]): number {
  const depth = Math.min(1, Math.log1p(history.contactDays) / Math.log1p(40));
  const taste = traitsOf(history).reduce((sum, has, i) => sum + (has ? (tastes[i] ?? 0) : 0), 0);
  return 0.6 * depth + TO_SAY[toSay] + (near ? 0.45 : 0) + taste;
}

/** What ties have in common that were good to wake: long ones, lively ones, ones of meeting rather than writing. */
function traitsOf(history: ContactHistory): readonly boolean[] {
  const touches = history.mine + history.theirs + history.mutual;
  return [yearsOf(history) >= 5, history.contactDays >= 20, history.mutual * 2 >= touches];
}

const LIKED: Readonly<Record<RevivalRating, number>> = { glad: 1, 'so-so': -0.5, rest: -1 };
const TASTE = 0.3;

/** For each trait how much it speaks for a tie: nothing at first, and surer with every one that was woken. */
function tastesOf(revivals: readonly Revival[]): readonly number[] {
  return [0, 1, 2].map((trait) => {
    const alike = revivals.filter(({ history }) => traitsOf(history)[trait]);
    return (TASTE * alike.reduce((sum, { rating }) => sum + LIKED[rating], 0)) / (alike.length + 2);
  });
}

/** The same for a week and a person; up to more than all else together mostly differs. */
function chance(seed: string): number {
  return (1.3 * (stableHash(seed) % 1_000)) / 1_000;
}

/** The touch that ended years of silence, while one remembers how it was. */
export interface Woken {
  readonly on: CalendarDate;
  /** Days of silence before it. */
  readonly after: number;
}

/** @param days of real contacts, in any order */
export function wokenBy(days: readonly CalendarDate[], today: CalendarDate): Woken | undefined {
  const known = [...new Set(days)].filter((day) => day <= today).sort((a, b) => (a < b ? 1 : -1));
  for (const [i, on] of known.entries()) {
    if (daysApart(on, today) > ASKED_FOR_DAYS) return undefined;
    const before = known[i + 1];
    if (before !== undefined && daysApart(before, on) >= WOKEN_AFTER_DAYS) return { on, after: daysApart(before, on) };
  }
  return undefined;
}

/** Whether to ask on a day how it was. */
export function isAskedOn(lastContact: CalendarDate, today: CalendarDate): boolean {
  const since = daysApart(lastContact, today);
  return since >= 1 && since <= ASKED_FOR_DAYS;
}

function yearsOf(history: ContactHistory): number {
  return daysApart(history.firstContact, history.lastContact) / YEAR;
}
