import type { PartialDate } from '../dates.ts';

/** Calendars whose months and days are the Gregorian ones, so that only the year's number differs. */
const GREGORIAN_MONTHS: ReadonlySet<string> = new Set(['japanese', 'buddhist', 'roc']);

/** Names for our own calendar. */
const GREGORIAN: ReadonlySet<string> = new Set(['', 'gregorian', 'gregory', 'iso8601']);

/** Names that `Temporal` refuses because they name no one rule, and the rule most calendars print. */
const ALIASES: Readonly<Record<string, string>> = {
  islamic: 'islamic-umalqura',
  'islamic-rgsa': 'islamic-umalqura',
  hijri: 'islamic-umalqura',
  islamicc: 'islamic-civil',
  jewish: 'hebrew',
  'ethiopic-amete-alem': 'ethioaa',
};

/**
 * Calendars whose days move through ours, by the names CLDR gives them. Never reordered: the place is part of what is
 * stored (see `occasionKey`).
 */
export const MOVING_CALENDARS = [
  'chinese',
  'dangi',
  'hebrew',
  'islamic-umalqura',
  'islamic-civil',
  'islamic-tbla',
  'persian',
  'indian',
  'coptic',
  'ethiopic',
  'ethioaa',
] as const;
export type MovingCalendar = (typeof MOVING_CALENDARS)[number];

const CALLED: Readonly<Record<MovingCalendar, string>> = {
  chinese: 'Chinese',
  dangi: 'Korean',
  hebrew: 'Hebrew',
  'islamic-umalqura': 'Islamic',
  'islamic-civil': 'Islamic',
  'islamic-tbla': 'Islamic',
  persian: 'Persian',
  indian: 'Indian',
  coptic: 'Coptic',
  ethiopic: 'Ethiopian',
  ethioaa: 'Ethiopian',
};

/** The calendar's name as `Temporal` knows it; undefined for our own. */
export function scaleOf({ calendarScale }: PartialDate): string | undefined {
  if (calendarScale === undefined) return undefined;
  const scale = calendarScale.toLowerCase();
  return GREGORIAN.has(scale) ? undefined : (ALIASES[scale] ?? scale);
}

/** Whether month and day are those of our own calendar, whatever its years are counted from. */
export function hasGregorianMonths(date: PartialDate): boolean {
  const scale = scaleOf(date);
  return scale === undefined || GREGORIAN_MONTHS.has(scale);
}

/** The calendar to compute in; undefined when plain Gregorian arithmetic serves, or for a calendar nobody knows. */
export function movingCalendar(date: PartialDate): MovingCalendar | undefined {
  const scale = scaleOf(date);
  return MOVING_CALENDARS.find((calendar) => calendar === scale);
}

/** What people call a calendar: `Chinese`, as in "by the Chinese calendar". */
export function calendarName(calendar: MovingCalendar): string {
  return CALLED[calendar];
}

/**
 * The month as `Temporal` names it. CLDR counts the Hebrew months from Tishri with Adar I as the sixth, so that Adar (Adar II
 * in leap years) is always the seventh.
 */
export function monthCodeOf(calendar: MovingCalendar, month: number, isLeap: boolean): string {
  if (calendar !== 'hebrew') return `M${String(month).padStart(2, '0')}${isLeap ? 'L' : ''}`;
  if (month === 6) return 'M05L';
  return `M${String(month > 6 ? month - 1 : month).padStart(2, '0')}`;
}

/** The number of the month as CLDR counts, of a `Temporal` month code; a leap month has the number of the one before it. */
export function monthNumberOf(calendar: MovingCalendar, monthCode: string): number {
  const number = Number(monthCode.slice(1, 3));
  if (calendar !== 'hebrew') return number;
  return monthCode === 'M05L' || number > 5 ? number + 1 : number;
}
