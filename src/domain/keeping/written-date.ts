import type { PartialDate } from '../dates.ts';
import { type MovingCalendar, monthCodeOf, movingCalendar, scaleOf } from './calendars.ts';
import { ordinalInWords } from './durations.ts';

/** Where the months of the Chinese and the Korean calendar have names of their own; elsewhere they are counted. */
const NAMES_LUNAR_MONTHS = /^(?:zh|ja|ko|yue)\b/;
/** Years among which every month of every calendar is found, leap months too. */
const SOME_YEARS = 60;
/** A leap year: 29 February without a year has to print. */
const SOME_YEAR = 2000;

/**
 * A date of which parts may be unknown, as `locale` writes it in the date's own calendar: `24 May`, `May 1980`, `1958`,
 * `14 Adar I 5784`, `tenth month, day 19`. Empty when nothing is known.
 */
export function writtenDate(date: PartialDate, locale: string): string {
  const calendar = movingCalendar(date);
  const { year, month, day } = date;
  if (month === undefined) return year === undefined ? (day === undefined ? '' : String(day)) : String(year);
  if ((calendar === 'chinese' || calendar === 'dangi') && !NAMES_LUNAR_MONTHS.test(locale))
    return countedDate({ ...date, month });
  try {
    return formatted({ ...date, month }, locale);
  } catch (error) {
    // A month that no year has, or a year beyond all calendars: a card may hold anything.
    if (error instanceof RangeError) return [year, month, day].filter((part) => part !== undefined).join('-');
    throw error;
  }
}

function formatted(date: PartialDate & { month: number }, locale: string): string {
  const calendar = movingCalendar(date);
  const { year, month, day } = date;
  const shown = calendar === undefined ? ourDay({ ...date, month }) : dayIn(calendar, { ...date, month });
  const format = new Intl.DateTimeFormat(locale, {
    calendar: calendar ?? intlCalendar(date),
    timeZone: 'UTC',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' }),
    ...(year === undefined ? {} : { year: 'numeric' }),
  });
  return format.format(shown.withCalendar('iso8601').toZonedDateTime('UTC').epochMilliseconds);
}

function countedDate({ year, month, day, 'tendril:leapMonth': isLeap }: PartialDate & { month: number }): string {
  return [
    `${isLeap === true ? 'leap ' : ''}${ordinalInWords(month)} month`,
    day === undefined ? '' : `day ${day}`,
    year ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function ourDay({ year, month, day = 1, ...date }: PartialDate & { month: number }): Temporal.PlainDate {
  const calendar = intlCalendar(date);
  const own = year === undefined ? yearIn(calendar) : year;
  return Temporal.PlainDate.from({ calendar, year: own, month, day }, { overflow: 'constrain' });
}

/** A calendar with our months, or our own where nobody knows the name. */
function intlCalendar(date: PartialDate): string {
  const scale = scaleOf(date);
  return scale === 'japanese' || scale === 'buddhist' || scale === 'roc' ? scale : 'gregory';
}

/** The day in its year; without one, in some year that has it. */
function dayIn(calendar: MovingCalendar, date: PartialDate & { month: number }): Temporal.PlainDate {
  const monthCode = monthCodeOf(calendar, date.month, date['tendril:leapMonth'] === true);
  const { year, day = 1 } = date;
  if (year !== undefined) return Temporal.PlainDate.from({ calendar, year, monthCode, day }, { overflow: 'constrain' });
  // From a common year on: without a year, Adar is plain Adar.
  const first = yearIn(calendar) + 1;
  for (let each = first; each < first + SOME_YEARS; each++) {
    const found = Temporal.PlainDate.from({ calendar, year: each, monthCode, day }, { overflow: 'constrain' });
    if (found.monthCode === monthCode && found.day === day) return found;
  }
  return Temporal.PlainDate.from({ calendar, year: first, monthCode, day }, { overflow: 'constrain' });
}

function yearIn(calendar: string): number {
  return Temporal.PlainDate.from({ year: SOME_YEAR, month: 2, day: 29 }).withCalendar(calendar).year;
}
