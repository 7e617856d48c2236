import { type CalendarDate, dayIn, daysBetween, safeParseCalendarDate, toPlainDate } from '../../domain/dates.ts';
import type { Page } from './text.ts';

/** `Monday 23 November`, with the year when it is another one. */
export function longDay(day: string, page: Pick<Page, 'locale' | 'today'>): string {
  const date = safeParseCalendarDate(day);
  if (date === undefined) return day;
  const year = day.slice(0, 4) === page.today.slice(0, 4) ? {} : { year: 'numeric' as const };
  return toPlainDate(date).toLocaleString(page.locale, { weekday: 'long', day: 'numeric', month: 'long', ...year });
}

/** `12 Oct`, with the year when it is another one. */
export function shortDay(day: string, page: Pick<Page, 'locale' | 'today'>): string {
  const date = safeParseCalendarDate(day);
  if (date === undefined) return day;
  const year = day.slice(0, 4) === page.today.slice(0, 4) ? {} : { year: 'numeric' as const };
  return toPlainDate(date).toLocaleString(page.locale, { day: 'numeric', month: 'short', ...year });
}

/** How far away a day is, as one says it: `today`, `yesterday`, `in 3 days`, `5 weeks ago`. */
export function relativeDay(day: string, page: Pick<Page, 'today'>): string {
  const away = awayFrom(day, page);
  if (away === undefined) return day;
  if (away === 0) return 'today';
  if (away === 1) return 'tomorrow';
  if (away === -1) return 'yesterday';
  const [number, unit] = spanOf(Math.abs(away));
  const span = `${number} ${unit}${number === 1 ? '' : 's'}`;
  return away > 0 ? `in ${span}` : `${span} ago`;
}

/** The last few days by their distance, days longer ago by their date. */
export function nearDay(day: string, page: Pick<Page, 'locale' | 'today'>): string {
  const away = awayFrom(day, page);
  return away !== undefined && Math.abs(away) < 7 ? relativeDay(day, page) : shortDay(day, page);
}

/** The day it was somewhere at an instant. */
export function dayAt(instant: string, zone: string): CalendarDate {
  return dayIn(zone, Temporal.Instant.from(instant));
}

function awayFrom(day: string, page: Pick<Page, 'today'>): number | undefined {
  const date = safeParseCalendarDate(day);
  return date && daysBetween(page.today as CalendarDate, date);
}

function spanOf(days: number): [number, 'day' | 'week' | 'month' | 'year'] {
  if (days < 14) return [days, 'day'];
  if (days < 61) return [Math.round(days / 7), 'week'];
  if (days < 700) return [Math.round(days / 30.44), 'month'];
  return [Math.round(days / 365.25), 'year'];
}
