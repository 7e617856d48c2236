import { type CalendarDate, type LeapDayRule, type PartialDate, toCalendarDate, toPlainDate } from '../dates.ts';
import { hasGregorianMonths, type MovingCalendar, monthCodeOf, movingCalendar, scaleOf } from './calendars.ts';
import { daysInMonth, isLeapYear } from './day-number.ts';

/** What stands for "no year": nothing, and what Apple's address books write. */
const NO_YEARS: ReadonlySet<number> = new Set([0, 1604]);
const OLDEST_AGE = 115;
const LONGEST_ANNIVERSARY = 200;

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
  if (!hasGregorianMonths(date)) {
    const calendar = movingCalendar(date);
    return calendar === undefined ? undefined : nextIn(calendar, { ...date, month, day }, onOrAfter);
  }
  const start =
    date.year !== undefined && date.year > yearOf(onOrAfter) && isCalendarYear(date) ? date.year : yearOf(onOrAfter);
  for (let year = start; year <= start + 1; year++) {
    const found = gregorianDay({ year, month, day }, rule);
    if (found === undefined) return undefined;
    if (found >= onOrAfter) return found;
  }
  return undefined;
}

/** First and last day of a month. */
export interface MonthSpan {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * The month of a date whose day is unknown, as it stands around `today` or comes next. Undefined when the day is known, or
 * the month is not.
 */
export function nextMonthOf(date: PartialDate, today: CalendarDate): MonthSpan | undefined {
  const { month, day } = date;
  if (month === undefined || day !== undefined) return undefined;
  const calendar = movingCalendar(date);
  if (calendar !== undefined) {
    const year = toPlainDate(today).withCalendar(calendar).year;
    for (let each = year; each <= year + 1; each++) {
      const first = dayIn(calendar, { ...date, year: each, month, day: 1 });
      if (first === undefined) return undefined;
      const to = toCalendarDate(first.with({ day: first.daysInMonth }));
      if (to >= today) return { from: toCalendarDate(first), to };
    }
    return undefined;
  }
  if (!hasGregorianMonths(date) || !Number.isInteger(month) || month < 1 || month > 12) return undefined;
  const year = Number(today.slice(5, 7)) > month ? yearOf(today) + 1 : yearOf(today);
  return { from: written(year, month, 1), to: written(year, month, daysInMonth(year, month)) };
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
  const scale = scaleOf(date);
  if (date.year === undefined || (scale === undefined && NO_YEARS.has(date.year))) return undefined;
  if (scale === undefined) return yearOf(occurrence) - date.year;
  try {
    return toPlainDate(occurrence).withCalendar(scale).year - date.year;
  } catch {
    return undefined;
  }
}

/**
 * The number people say on the day: how old somebody turns, how many years married. Undefined when the year is unknown or
 * cannot be one of a life, and for calendars whose years are not ours: a lunar count of years is nobody's age.
 */
export function yearsSaid(kind: string, date: PartialDate, occurrence: CalendarDate): number | undefined {
  if (!hasGregorianMonths(date)) return undefined;
  const number = occurrenceNumber(date, occurrence);
  const most = kind === 'birth' || kind === 'birthday' ? OLDEST_AGE : LONGEST_ANNIVERSARY;
  return number !== undefined && number > 0 && number <= most ? number : undefined;
}

/** An age that is made much of: 30, 40, 50 …; and 10, 25, 50 … years of anything else. */
export function isRoundNumber(kind: string, number: number): boolean {
  if (kind === 'birth' || kind === 'birthday') return number >= 30 && number % 10 === 0;
  return number === 10 || (number > 0 && number % 25 === 0);
}

/** How old somebody is, as far as is known. */
export interface Age {
  readonly years: number;
  /** A year more or less is possible: the date has no day, or was only guessed. */
  readonly about: boolean;
}

/** The age that a date of birth gives on `today`, however little of it is known but the year. */
export function ageOf(birth: PartialDate, today: CalendarDate, rule: LeapDayRule): Age | undefined {
  const age = hasGregorianMonths(birth) ? ageByOurYears(birth, today, rule) : ageByTheirYears(birth, today, rule);
  return age === undefined || age.years < 0 || age.years > OLDEST_AGE ? undefined : age;
}

function ageByOurYears(birth: PartialDate, today: CalendarDate, rule: LeapDayRule): Age | undefined {
  if (birth.month !== undefined && birth.day !== undefined) {
    const years = ageAt(birth, today, rule);
    return years === undefined ? undefined : { years, about: false };
  }
  const years = occurrenceNumber(birth, today);
  if (years === undefined || birth.month === undefined) return years === undefined ? undefined : { years, about: true };
  const month = Number(today.slice(5, 7));
  return { years: month < birth.month ? years - 1 : years, about: month === birth.month };
}

/** Counted from the day of ours on which they were born. */
function ageByTheirYears(birth: PartialDate, today: CalendarDate, rule: LeapDayRule): Age | undefined {
  const calendar = movingCalendar(birth);
  if (calendar === undefined || birth.year === undefined) return undefined;
  const born = dayIn(calendar, { ...birth, year: birth.year, month: birth.month ?? 1, day: birth.day ?? 1 });
  if (born === undefined) return undefined;
  const { year, month, day } = born.withCalendar('iso8601');
  if (birth.month === undefined || birth.day === undefined) return { years: yearOf(today) - year, about: true };
  return ageByOurYears({ year, month, day }, today, rule);
}

type MovingDay = PartialDate & { readonly month: number; readonly day: number };

function nextIn(calendar: MovingCalendar, anchor: MovingDay, onOrAfter: CalendarDate): CalendarDate | undefined {
  const now = toPlainDate(onOrAfter).withCalendar(calendar).year;
  const start = Math.max(now, anchor.year ?? now);
  for (let year = start; year <= start + 1; year++) {
    const day = dayIn(calendar, { ...anchor, year });
    if (day === undefined) return undefined;
    const found = toCalendarDate(day);
    if (found >= onOrAfter) return found;
  }
  return undefined;
}

/** The day of one year of that calendar, or the nearest it has; undefined for a month that no year has. */
function dayIn(calendar: MovingCalendar, date: MovingDay & { readonly year: number }): Temporal.PlainDate | undefined {
  const monthCode = monthCodeOf(calendar, date.month, date['tendril:leapMonth'] === true);
  try {
    return Temporal.PlainDate.from({ calendar, year: date.year, monthCode, day: date.day }, { overflow: 'constrain' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether the year is counted as ours is: a Buddhist 2569 is no year to begin from. */
function isCalendarYear(date: PartialDate): boolean {
  return scaleOf(date) === undefined;
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
