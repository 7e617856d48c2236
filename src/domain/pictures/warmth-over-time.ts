import type { CalendarDate } from '../dates.ts';
import { type ContactHistory, type HistoryTouch, summarizeContacts, warmthBand } from '../keeping/warmth.ts';
import { WARMTHS, type Warmth } from '../words.ts';
import { lastDayOf, type Month, monthOf, monthsFrom } from './months.ts';

/** The longest span a picture of months shows: twenty years. */
const MOST_MONTHS = 240;

/** A month with somebody. */
export interface WarmthMonth {
  readonly month: Month;
  /** How often there was contact. */
  readonly contacts: number;
  /** How the tie stood at the end of the month, or today in the month that is not over; null before the first contact. */
  readonly warmth: Warmth | null;
}

/**
 * Contact and warmth of one tie, month by month, from the first contact (at most twenty years back) to today: what the page
 * would have said on the last day of each month, had the rhythm been what it is now.
 * @param contacts real contacts in any order; those after today are left out
 */
export function warmthByMonth(
  contacts: readonly HistoryTouch[],
  { rhythmDays, today }: { rhythmDays: number | null; today: CalendarDate },
): WarmthMonth[] {
  const past = contacts.filter(({ date }) => date <= today);
  const months = monthsUpTo(
    past.map(({ date }) => date),
    today,
  );
  const bands = bandsOn(past, dayOfEach(months, today), rhythmDays);
  const counts = new Map<Month, number>();
  for (const { date } of past) counts.set(monthOf(date), (counts.get(monthOf(date)) ?? 0) + 1);
  return months.map((month, i) => ({ month, contacts: counts.get(month) ?? 0, warmth: bands[i] ?? null }));
}

/** The months a picture shows: from that of the earliest of these days, or of today, to that of today. */
export function monthsUpTo(days: readonly CalendarDate[], today: CalendarDate, most: number = MOST_MONTHS): Month[] {
  let earliest = today;
  for (const day of days) if (day < earliest) earliest = day;
  return monthsFrom(monthOf(earliest), monthOf(today)).slice(-most);
}

/** On which day each month is looked at: its last, or today in the month that is not over. */
export function dayOfEach(months: readonly Month[], today: CalendarDate): CalendarDate[] {
  return months.map((month) => (lastDayOf(month) < today ? lastDayOf(month) : today));
}

/** How a tie stood on each of these days, which ascend; null before the first contact. */
export function bandsOn(
  contacts: readonly HistoryTouch[],
  days: readonly CalendarDate[],
  rhythmDays: number | null,
): (Warmth | null)[] {
  const sorted = [...contacts].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const bands: (Warmth | null)[] = [];
  let known = 0;
  let history: ContactHistory | undefined;
  for (const day of days) {
    const before = known;
    while ((sorted[known]?.date ?? '9') <= day) known += 1;
    if (known !== before) history = summarizeContacts(sorted.slice(0, known));
    // No silence wakes a tie: dormant it stays until the next contact.
    const last = known === before ? bands.at(-1) : undefined;
    bands.push(last === 'dormant' ? last : warmthBand({ history, rhythmDays, today: day }));
  }
  return bands;
}

/** How many ties stood how, at the end of a month. */
export type WarmthCounts = Record<Warmth, number>;

/** Adds up ties one by one, so that a network of any size is never held whole. */
export class WarmthCensus {
  readonly #days: readonly CalendarDate[];
  readonly #months: readonly Month[];
  readonly #counts: readonly WarmthCounts[];

  constructor(months: readonly Month[], today: CalendarDate) {
    this.#months = months;
    this.#days = dayOfEach(months, today);
    this.#counts = months.map(() => ({ fine: 0, cooling: 0, 'at-risk': 0, dormant: 0 }));
  }

  /** One tie, by its real contacts. */
  add(contacts: readonly HistoryTouch[], rhythmDays: number | null): void {
    for (const [i, band] of bandsOn(contacts, this.#days, rhythmDays).entries()) {
      const counts = this.#counts[i];
      if (band !== null && counts !== undefined) counts[band] += 1;
    }
  }

  months(): (WarmthCounts & { month: Month })[] {
    return this.#months.map((month, i) => {
      const counts = this.#counts[i];
      return {
        month,
        ...(Object.fromEntries(WARMTHS.map((band) => [band, counts?.[band] ?? 0])) as WarmthCounts),
      };
    });
  }
}
