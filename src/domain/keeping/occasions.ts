import { type CalendarDate, type LeapDayRule, type PartialDate, toCalendarDate, toPlainDate } from '../dates.ts';
import { daysInMonth, isLeapYear } from './day-number.ts';

/** Calendars whose months and days are the Gregorian ones, so that only the year's number differs. */
const GREGORIAN_MONTHS: ReadonlySet<string> = new Set([
  'gregorian',
  'gregory',
  'iso8601',
  'japanese',
  'buddhist',
  'roc',
]);

/** CLDR names that `Temporal` refuses because they name no one rule, and the rule most calendars print. */
const CALENDAR_ALIASES: Readonly<Record<string, string>> = {
  islamic: 'islamic-umalqura',
  'islamic-rgsa': 'islamic-umalqura',
  islamicc: 'islamic-civil',
  'ethiopic-amete-alem': 'ethioaa',
};

/**
 * The first day on or after `onOrAfter` on which the date returns, computed from the anchor itself. Undefined when it names
 * no day (month or day unknown), a day that never exists (31 April), or a calendar nobody knows.
 *
 * A date that begins in the future returns first on its own day. In other calendars months are numbered as CLDR does
 * (Hebrew 6 is Adar I, 7 Adar); a leap month or a thirtieth day that a year lacks falls on the nearest day it has.
 */
export function nextOccurrence(
  date: PartialDate,
  onOrAfter: CalendarDate,
  rule: LeapDayRule,
): CalendarDate | undefined {
  const { month, day } = date;
  if (month === undefined || day === undefined) return undefined;
  const calendar = calendarOf(date);
  if (calendar === undefined) {
    const start =
      date.year !== undefined && date.year > yearOf(onOrAfter) && isCalendarYear(date) ? date.year : yearOf(onOrAfter);
    for (let year = start; year <= start + 1; year++) {
      const found = gregorianDay({ year, month, day }, rule);
      if (found === undefined) return undefined;
      if (found >= onOrAfter) return found;
    }
    return undefined;
  }
  return nextIn(calendar, { year: date.year, month, day }, onOrAfter);
}

/** Whole years completed on `on`, counted in the date's own calendar; undefined when its year or day is unknown. */
export function ageAt(date: PartialDate, on: CalendarDate, rule: LeapDayRule): number | undefined {
  const next = nextOccurrence(date, on, rule);
  if (next === undefined) return undefined;
  const turns = occurrenceNumber(date, next);
  if (turns === undefined || turns < 0) return undefined;
  return next === on ? turns : turns - 1 < 0 ? undefined : turns - 1;
}

/** Which return this is: 40 on the day someone turns forty, 0 on the day itself. `occurrence` is a result of {@link nextOccurrence}. */
export function occurrenceNumber(date: PartialDate, occurrence: CalendarDate): number | undefined {
  if (date.year === undefined) return undefined;
  const scale = scaleOf(date);
  if (scale === undefined) return yearOf(occurrence) - date.year;
  try {
    return toPlainDate(occurrence).withCalendar(scale).year - date.year;
  } catch {
    return undefined;
  }
}

function nextIn(
  calendar: string,
  anchor: { year: number | undefined; month: number; day: number },
  onOrAfter: CalendarDate,
): CalendarDate | undefined {
  try {
    const from = toPlainDate(onOrAfter).withCalendar(calendar);
    const start = Math.max(from.year, anchor.year ?? from.year);
    for (let year = start; year <= start + 1; year++) {
      const found = toCalendarDate(
        Temporal.PlainDate.from(
          { calendar, year, monthCode: monthCodeOf(calendar, anchor.month), day: anchor.day },
          { overflow: 'constrain' },
        ),
      );
      if (found >= onOrAfter) return found;
    }
  } catch {
    // A calendar or a month that Temporal does not know: no day can be named.
  }
  return undefined;
}

/** The calendar to compute in, undefined when plain Gregorian arithmetic serves. */
function calendarOf(date: PartialDate): string | undefined {
  const scale = scaleOf(date);
  return scale === undefined || GREGORIAN_MONTHS.has(scale) ? undefined : scale;
}

function scaleOf(date: PartialDate): string | undefined {
  const scale = date.calendarScale?.toLowerCase();
  if (scale === undefined || scale === '' || scale === 'gregorian' || scale === 'gregory' || scale === 'iso8601')
    return undefined;
  return CALENDAR_ALIASES[scale] ?? scale;
}

/** Whether the year is counted as ours is: a Buddhist 2569 is no year to begin from. */
function isCalendarYear(date: PartialDate): boolean {
  return scaleOf(date) === undefined;
}

function monthCodeOf(calendar: string, month: number): string {
  if (calendar !== 'hebrew') return `M${String(month).padStart(2, '0')}`;
  if (month === 6) return 'M05L';
  return `M${String(month > 6 ? month - 1 : month).padStart(2, '0')}`;
}

function gregorianDay(date: { year: number; month: number; day: number }, rule: LeapDayRule): CalendarDate | undefined {
  const { year, month, day } = date;
  if (!Number.isInteger(month) || !Number.isInteger(day) || month < 1 || month > 12 || day < 1) return undefined;
  if (month === 2 && day === 29 && !isLeapYear(year))
    return rule === 'feb-28' ? written(year, 2, 28) : written(year, 3, 1);
  return day > daysInMonth(year, month) ? undefined : written(year, month, day);
}

function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

function written(year: number, month: number, day: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CalendarDate;
}
