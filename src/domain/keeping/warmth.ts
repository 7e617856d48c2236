import type { CalendarDate } from '../dates.ts';
import type { Direction, Warmth } from '../words.ts';
import { daysApart, fromDayNumber, toDayNumber } from './day-number.ts';

/** In how many days a contact loses half its weight. */
const HALF_LIFE_DAYS = 180;
/** How many of the last gaps the usual gap is the median of. */
const GAPS_REMEMBERED = 12;
/** What counts as the usual gap of people who have no rhythm and too little history: about four months. */
const DEFAULT_GAP_DAYS = 120;
/** With this many gaps of one's own, own history and the rhythm weigh the same; a mere default is outweighed sooner. */
const GAPS_TO_TRUST = 2;
const GAPS_TO_TRUST_OVER_DEFAULT = 0.75;
/** Silent this long, any tie is dormant (Levin, Walter and Murnighan 2011). */
export const DORMANT_DAYS = 3 * 365;
/** A tie with this many contact days was a regular one. */
const REGULAR_DAYS = 8;
/** A regular tie silent for this long, and for eight of its own gaps (Navarro and others 2017), is dormant too. */
const REGULAR_DORMANT_DAYS = 540;
const DORMANT_GAPS = 8;
/** No tie cools in less than this, however lively it was. */
const SHORTEST_SILENCE_DAYS = 10;

/** For how long going quiet is news; after that it is a dormant tie to wake, or one let go. */
export const QUIET_NEWS_DAYS = 240;

const BANDS = { fine: 0.62, cooling: 0.35 } as const;

/**
 * What one row per person remembers of all their real contacts. Nothing in it changes as time passes: today is applied when
 * warmth is read. It depends on the set of touches only, never on the order they came in.
 */
export interface ContactHistory {
  /** The earliest contact day. */
  readonly firstContact: CalendarDate;
  /** The latest contact day. */
  readonly lastContact: CalendarDate;
  /** Different days with at least one contact. */
  readonly contactDays: number;
  /** The sum over those days of 2^(-age / 180 days), as of `lastContact`: at least 1. */
  readonly decayedDays: number;
  /** The median of the last twelve gaps between contact days, in days; null with fewer than two gaps. */
  readonly usualGap: number | null;
  /** Touches that were my move, theirs, and of both (a meeting). */
  readonly mine: number;
  readonly theirs: number;
  readonly mutual: number;
  /** Days of mine since the last day on which they took part: 2 after two messages without an answer. */
  readonly unanswered: number;
}

/** A real contact (see `isRealContact`) as history needs it. */
export interface HistoryTouch {
  readonly date: CalendarDate;
  readonly direction: Direction;
}

/** The aggregates of a person's real contacts, in any order; undefined when there are none. */
export function summarizeContacts(contacts: Iterable<HistoryTouch>): ContactHistory | undefined {
  const theirsOn = new Map<number, boolean>();
  const counts = { mine: 0, theirs: 0, mutual: 0 };
  for (const { date, direction } of contacts) {
    counts[direction] += 1;
    const day = toDayNumber(date);
    theirsOn.set(day, (theirsOn.get(day) ?? false) || direction !== 'mine');
  }
  const days = [...theirsOn.keys()].sort((a, b) => a - b);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return undefined;
  let decayedDays = 0;
  for (const day of days) decayedDays += halved(last - day);
  const lastAnswer = days.findLastIndex((day) => theirsOn.get(day) === true);
  return {
    firstContact: fromDayNumber(first),
    lastContact: fromDayNumber(last),
    contactDays: days.length,
    decayedDays: Math.round(decayedDays * 1e6) / 1e6,
    usualGap: usualGapOf(days),
    ...counts,
    unanswered: days.length - 1 - lastAnswer,
  };
}

/** What warmth is read from: the history, the rhythm one chose (days), and the day. */
export interface WarmthInput {
  readonly history: ContactHistory | undefined;
  readonly rhythmDays?: number | null | undefined;
  readonly today: CalendarDate;
}

export interface WarmthReading {
  /** 0 (gone) to 1 (as warm as can be); falls every day without a word. Never shown. */
  readonly score: number;
  readonly band: Warmth;
  /** Days since the last contact. */
  readonly silence: number;
}

/**
 * How warm a tie is today, by its own history, leaning on the chosen rhythm while there is little of it; null without any
 * contact. A small logistic form whose every term can be said aloud: silence against the usual gap, silence itself, decayed
 * contact days, frequency, age of the tie and reciprocity.
 */
export function warmthOf({ history, rhythmDays, today }: WarmthInput): WarmthReading | null {
  if (history === undefined) return null;
  const silence = Math.max(0, daysApart(history.lastContact, today));
  const gap = expectedGap(history, rhythmDays);
  const score = scoreAt(history, gap, silence);
  const band = bandOf(history, gap, silence);
  return { score: Math.round(score * 1e4) / 1e4, band, silence };
}

/** The band alone, for weighing thousands at once. */
export function warmthBand({ history, rhythmDays, today }: WarmthInput): Warmth | null {
  if (history === undefined) return null;
  return bandOf(history, expectedGap(history, rhythmDays), Math.max(0, daysApart(history.lastContact, today)));
}

/**
 * The first days on which the tie reads as each band beyond fine if nobody says a word: what indexes over "going quiet" hold,
 * since they do not change with today. A band that is skipped begins on the day of the next.
 */
export interface QuietDays {
  readonly cooling: CalendarDate;
  readonly atRisk: CalendarDate;
  readonly dormant: CalendarDate;
}

/** Null without history. */
export function quietDays(history: ContactHistory | undefined, rhythmDays?: number | null): QuietDays | null {
  if (history === undefined) return null;
  const gap = expectedGap(history, rhythmDays);
  const last = toDayNumber(history.lastContact);
  const cooling = silenceUntil('cooling', { history, gap, from: 0 });
  const atRisk = silenceUntil('at-risk', { history, gap, from: cooling });
  const dormant = silenceUntil('dormant', { history, gap, from: atRisk });
  return {
    cooling: fromDayNumber(last + cooling),
    atRisk: fromDayNumber(last + atRisk),
    dormant: fromDayNumber(last + dormant),
  };
}

/** The first day on which the tie reads less than fine if nobody says a word; null without history. */
export function coolsOn(history: ContactHistory | undefined, rhythmDays?: number | null): CalendarDate | null {
  if (history === undefined) return null;
  const silence = silenceUntil('cooling', { history, gap: expectedGap(history, rhythmDays), from: 0 });
  return fromDayNumber(toDayNumber(history.lastContact) + silence);
}

const FROM_WARM_TO_COLD: readonly Warmth[] = ['fine', 'cooling', 'at-risk', 'dormant'];

/** The days of silence after which the tie reads as this band, or a colder one: no band is ever left by more silence. */
function silenceUntil(
  band: Warmth,
  { history, gap, from }: { readonly history: ContactHistory; readonly gap: number; readonly from: number },
): number {
  const wanted = FROM_WARM_TO_COLD.indexOf(band);
  let low = from;
  let high = DORMANT_DAYS;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (FROM_WARM_TO_COLD.indexOf(bandOf(history, gap, middle)) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How long these two usually let pass, in days: their own median gap, blended with the rhythm while gaps are few. */
function expectedGap(history: ContactHistory, rhythmDays: number | null | undefined): number {
  const chosen = rhythmDays ?? DEFAULT_GAP_DAYS;
  if (history.usualGap === null) return chosen;
  const gaps = Math.min(GAPS_REMEMBERED, history.contactDays - 1);
  const isChosen = rhythmDays !== undefined && rhythmDays !== null;
  const trust = gaps / (gaps + (isChosen ? GAPS_TO_TRUST : GAPS_TO_TRUST_OVER_DEFAULT));
  return Math.exp(trust * Math.log(Math.max(1, history.usualGap)) + (1 - trust) * Math.log(Math.max(1, chosen)));
}

function scoreAt(history: ContactHistory, gap: number, silence: number): number {
  const years = daysApart(history.firstContact, history.lastContact) / 365;
  const perYear = (history.contactDays - 1) / Math.max(1, years);
  const fromMe = history.mine + history.mutual;
  const fromThem = history.theirs + history.mutual;
  const reciprocity = Math.min(fromMe, fromThem) / Math.max(1, fromMe, fromThem);
  const z =
    2.2 -
    2.4 * Math.log1p(silence / Math.max(gap, 3)) -
    0.25 * Math.log1p(silence / 30) +
    0.35 * Math.log1p(history.decayedDays * halved(silence)) +
    0.05 * Math.log1p(perYear) +
    0.15 * Math.log1p(years) +
    0.5 * reciprocity -
    0.2 * Math.min(3, history.unanswered);
  return 1 / (1 + Math.exp(-z));
}

function bandOf(history: ContactHistory, gap: number, silence: number): Warmth {
  const wasRegular = history.contactDays >= REGULAR_DAYS;
  if (silence >= DORMANT_DAYS) return 'dormant';
  if (wasRegular && silence >= REGULAR_DORMANT_DAYS && silence >= DORMANT_GAPS * gap) return 'dormant';
  if (silence < SHORTEST_SILENCE_DAYS) return 'fine';
  const score = scoreAt(history, gap, silence);
  if (score >= BANDS.fine) return 'fine';
  return score >= BANDS.cooling ? 'cooling' : 'at-risk';
}

function usualGapOf(days: readonly number[]): number | null {
  const recent = days.slice(-GAPS_REMEMBERED - 1);
  const gaps = recent.slice(1).map((day, i) => day - (recent[i] ?? day));
  if (gaps.length < 2) return null;
  gaps.sort((a, b) => a - b);
  const middle = gaps.length >> 1;
  const upper = gaps[middle] ?? 0;
  return gaps.length % 2 === 1 ? upper : ((gaps[middle - 1] ?? upper) + upper) / 2;
}

function halved(age: number): number {
  return 2 ** (-age / HALF_LIFE_DAYS);
}
