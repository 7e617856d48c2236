import { addDays, type CalendarDate, daysBetween, safeParseCalendarDate, toPlainDate } from '../../src/domain/dates.ts';

/** Calendar days on screen. The only file of the web app that touches `Temporal`, so that a browser without it needs one door. */

/** Some systems name their language as no standard does (`en-US@posix`). */
const own = globalThis.navigator?.language ?? 'en';
let locale = isLocale(own) ? own : 'en';

/** The language tag dates and numbers are written in; the settings' once they are known. */
export function setLocale(tag: string): void {
  locale = isLocale(tag) ? tag : 'en';
}

/** Whether a tag is well formed and known to the browser. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false; // Not a language tag at all.
  }
}

export function getLocale(): string {
  return locale;
}

export function hasCalendar(): boolean {
  return 'Temporal' in globalThis;
}

/** Today where the reader sits. */
export function today(): CalendarDate {
  return Temporal.Now.plainDateISO().toString() as CalendarDate;
}

export function systemZone(): string {
  return Temporal.Now.timeZoneId();
}

/** A day the server sent; a malformed one is a bug worth a loud error rather than a wrong date. */
function read(day: string): CalendarDate {
  const parsed = safeParseCalendarDate(day);
  if (parsed === undefined) throw new RangeError(`not a calendar day: ${day}`);
  return parsed;
}

export function isDay(text: string): boolean {
  return safeParseCalendarDate(text) !== undefined;
}

export function plusDays(day: string, days: number): CalendarDate {
  return addDays(read(day), days);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysFrom(from: string, to: string): number {
  return daysBetween(read(from), read(to));
}

/** The coming Saturday; on a Saturday or Sunday, the next one. */
export function nextWeekend(day: string): CalendarDate {
  const weekday = toPlainDate(read(day)).dayOfWeek;
  return addDays(read(day), weekday < 6 ? 6 - weekday : 13 - weekday);
}

/** The Monday of next week. */
export function nextMonday(day: string): CalendarDate {
  return addDays(read(day), 8 - toPlainDate(read(day)).dayOfWeek);
}

export function plusMonths(day: string, months: number): CalendarDate {
  return toPlainDate(read(day)).add({ months }).toString() as CalendarDate;
}

function write(day: string, options: Intl.DateTimeFormatOptions): string {
  return toPlainDate(read(day)).toLocaleString(locale, { ...options, calendar: 'gregory' });
}

/** “Monday 23 November”, as the locale writes it. */
export function longDay(day: string): string {
  return write(day, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** “21 August”, with the year when it is not the year of `now`. */
export function plainDay(day: string, now: string = today()): string {
  return write(day, {
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) === now.slice(0, 4) ? {} : { year: 'numeric' }),
  });
}

export function shortDay(day: string, now: string = today()): string {
  return write(day, {
    day: 'numeric',
    month: 'short',
    ...(day.slice(0, 4) === now.slice(0, 4) ? {} : { year: 'numeric' }),
  });
}

export function weekdayName(day: string, width: 'short' | 'long' = 'long'): string {
  return write(day, { weekday: width });
}

/** “tomorrow”, “on Friday” within a week, else the date. */
export function comingDay(day: string, now: string, width: 'short' | 'long' = 'long'): string {
  const days = daysFrom(now, day);
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  return days > 1 && days < 7 ? weekdayName(day) : width === 'short' ? shortDay(day, now) : plainDay(day, now);
}

/** “yesterday”, “3 weeks ago”, “in 2 months”: as coarse as a person would say it. */
export function relativeDay(day: string, now: string = today()): string {
  const days = daysFrom(now, day);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const size = Math.abs(days);
  if (size < 14) return words.format(days, 'day');
  if (size < 60) return words.format(Math.round(days / 7), 'week');
  if (size < 700) return words.format(Math.round(days / 30.44), 'month');
  return words.format(Math.round(days / 365.25), 'year');
}

/** Writes the days inside a sentence of the server's, `2026-11-30`, the way the reader does. */
export function withDays(text: string, now: string = today()): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isDay(day) ? plainDay(day, now) : day));
}

/** “19 days”. */
export function dayCount(days: number): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
}

/** A day of every year, or a month of it: “12 Mar”. */
export function dayOfYear(month: number, day?: number): string {
  const date = Temporal.PlainDate.from({ year: 2000, month, day: day ?? 1 });
  return date.toLocaleString(getLocale(), { month: 'short', ...(day === undefined ? {} : { day: 'numeric' }) });
}

export function number(value: number): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** An instant in the reader's zone: “23 Nov, 09:14”. */
export function momentOf(instant: string, now: string = today()): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(Temporal.Now.timeZoneId());
  const sameDay = at.toPlainDate().toString() === now;
  return at.toLocaleString(locale, {
    hour: '2-digit',
    minute: '2-digit',
    ...(sameDay ? {} : { day: 'numeric', month: 'short' }),
    ...(at.year === Number(now.slice(0, 4)) ? {} : { year: 'numeric' }),
  });
}

/** The time of day of an instant in the reader's zone: “09:14”. */
export function timeOf(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(Temporal.Now.timeZoneId());
  return at.toLocaleString(locale, { hour: '2-digit', minute: '2-digit' });
}

/** The day it was, for the reader, at an instant. */
export function dayOf(instant: string): CalendarDate {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(Temporal.Now.timeZoneId())
    .toPlainDate()
    .toString() as CalendarDate;
}

export type PartOfDay = 'night' | 'morning' | 'afternoon' | 'evening';

export function partOfDay(hour: number = Temporal.Now.plainTimeISO().hour): PartOfDay {
  if (hour < 5) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** Every zone the browser knows, for a list to choose from. */
export function zones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}

/** Countries by name in the reader's language. */
export function countries(codes: readonly string[]): readonly { readonly code: string; readonly name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const order = new Intl.Collator(locale);
  return codes.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => order.compare(a.name, b.name));
}

/** A month, `YYYY-MM`: “Nov 2026”, or “November 2026”. */
export function monthName(month: string, width: 'short' | 'long' = 'short'): string {
  return write(`${month}-01`, { month: width, year: 'numeric' });
}

/** The months of a year, `Jan` to `Dec`. */
export function monthNames(width: 'short' | 'narrow' | 'long' = 'short'): readonly string[] {
  return Array.from({ length: 12 }, (_, at) => write(`2026-${String(at + 1).padStart(2, '0')}-01`, { month: width }));
}
