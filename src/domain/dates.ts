import type { Brand } from './ids.ts';

/** A whole calendar day, `YYYY-MM-DD`, proleptic Gregorian, in nobody's time zone. */
export type CalendarDate = Brand<string, 'CalendarDate'>;

/** A point in time, ISO 8601 in UTC with milliseconds (`2026-11-23T09:00:00.000Z`). */
export type Instant = Brand<string, 'Instant'>;

/** A date of which any part may be unknown (RFC 9553 section 2.8.1). Month and day are those of `calendarScale`. */
export interface PartialDate {
  readonly '@type'?: 'PartialDate';
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** CLDR calendar name; absent means Gregorian. */
  readonly calendarScale?: string;
  /** The leap month that follows the month of that number (Chinese), for which JSContact has no word. */
  readonly 'tendril:leapMonth'?: boolean;
}

/** On which day a 29 February is kept in a common year. */
export type LeapDayRule = 'feb-28' | 'mar-1';

/** Reads `YYYY-MM-DD`, refusing days that do not exist; undefined when it is not one. */
export function safeParseCalendarDate(text: string): CalendarDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as CalendarDate;
  } catch {
    return undefined;
  }
}

/** Whether `text` is a point in time, ISO 8601 with a zone. */
export function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

export function toCalendarDate(date: Temporal.PlainDate): CalendarDate {
  return date.withCalendar('iso8601').toString() as CalendarDate;
}

export function toPlainDate(date: CalendarDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(date);
}

export function toInstant(milliseconds: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ smallestUnit: 'millisecond' }) as Instant;
}

/** The calendar day it is at `instant` in `zone` (an IANA name). */
export function dayIn(zone: string, instant: Temporal.Instant): CalendarDate {
  return toCalendarDate(instant.toZonedDateTimeISO(zone).toPlainDate());
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toPlainDate(from).until(toPlainDate(to), { largestUnit: 'days' }).days;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return toCalendarDate(toPlainDate(date).add({ days }));
}
