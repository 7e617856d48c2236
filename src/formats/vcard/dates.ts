import type { PartialDate } from '../../domain/dates.ts';

/** What a date value says: a day of which parts may be missing, and whether it carried a time of day. */
export interface ReadDate {
  readonly date: PartialDate;
  readonly hasTime: boolean;
}

const TIME = /[T ]\d{1,2}(?::?\d{2}){0,2}(?:[.,]\d+)?\s*(?:Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;
const MIDNIGHT = /[T ]0{1,2}(?::?00){0,2}(?:[.,]0+)?\s*(?:Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;

/** Every way a date is written, with its parts by name. First match wins. */
const SHAPES: readonly RegExp[] = [
  /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})$/,
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<year>\d{4})[/.](?<month>\d{1,2})[/.](?<day>\d{1,2})\.?$/,
  /^--(?<month>\d{2})-?(?<day>\d{2})$/,
  /^(?<year>\d{4})-(?<month>\d{2})$/,
  /^(?<year>\d{4})$/,
  /^--(?<month>\d{2})$/,
  /^---(?<day>\d{2})$/,
  // RFC 6350 has no dots, but people who write the day first do.
  /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})$/,
];
const SLASHES = /^(?<first>\d{1,2})\/(?<second>\d{1,2})\/(?<year>\d{4})$/;

/**
 * Reads a vCard date of any version (RFC 6350 section 4.3, ISO 8601, and what programs write instead).
 * @param omittedYear the year that stands for "no year" (`X-APPLE-OMIT-YEAR`)
 * @returns undefined when it is no date, or a day that does not exist
 */
export function readDate(
  value: string,
  { omittedYear, calendarScale }: { omittedYear?: number; calendarScale?: string } = {},
): ReadDate | undefined {
  const text = value.trim();
  const scale = calendarScale === undefined || /^gregor/i.test(calendarScale) ? undefined : calendarScale.toLowerCase();
  const era = scale === undefined ? undefined : readEraDate(text, scale);
  if (era) return { date: era, hasTime: false };
  const time = TIME.exec(text);
  const day = time ? text.slice(0, time.index) : text;
  const parts = matchShape(day);
  if (!parts) return undefined;
  const year = parts.year === 0 || parts.year === omittedYear ? undefined : parts.year;
  const date: PartialDate = {
    ...(year !== undefined && { year }),
    ...(parts.month !== undefined && { month: parts.month }),
    ...(parts.day !== undefined && { day: parts.day }),
    ...(scale !== undefined && { calendarScale: scale }),
  };
  if (!isPossible(date)) return undefined;
  return { date, hasTime: time !== null && !MIDNIGHT.test(text) };
}

function matchShape(day: string): { year?: number; month?: number; day?: number } | undefined {
  for (const shape of SHAPES) {
    const groups = shape.exec(day)?.groups;
    if (groups) return numbers(groups);
  }
  const slashes = SLASHES.exec(day)?.groups;
  if (!slashes) return undefined;
  const { first = '', second = '', year = '' } = slashes;
  // 3/4/1990 is a day in March or in April: only a number past twelve tells.
  if (Number(first) > 12) return numbers({ day: first, month: second, year });
  return Number(second) > 12 || first === second ? numbers({ month: first, day: second, year }) : undefined;
}

function numbers(groups: Record<string, string | undefined>): { year?: number; month?: number; day?: number } {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([name, text]) => (text === undefined ? [] : [[name, Number(text)]])),
  );
}

function isPossible({ year, month, day, calendarScale }: PartialDate): boolean {
  if (year === undefined && month === undefined && day === undefined) return false;
  if (month !== undefined && (month < 1 || month > 13 || (month > 12 && calendarScale === undefined))) return false;
  if (day === undefined) return true;
  if (calendarScale !== undefined || month === undefined) return day >= 1 && day <= 32;
  return day >= 1 && day <= daysInMonth(year ?? 2000, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The year in which the 78th sexagenary cycle began, as Apple and CLDR count them. */
const CYCLE_78 = 1984;

/**
 * Apple's X-ALTBDAY: four digits of era, four of the year in it, month, day; `-` for what is not known. The era of the
 * Chinese calendar is its cycle of sixty years, from which the year as Temporal counts it follows.
 */
function readEraDate(text: string, scale: string): PartialDate | undefined {
  const parts = /^(\d{4}|-)(\d{4}|-)(\d{2})(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const [era, year, month, day] = parts.slice(1).map((part) => (part === '-' ? undefined : Number(part)));
  // An era of the Japanese calendar is a reign: its years cannot be told without a table of emperors.
  if (scale === 'japanese' && era !== undefined) return undefined;
  const cyclic = scale === 'chinese' || scale === 'dangi';
  const fullYear =
    cyclic && year !== undefined ? (era === undefined ? undefined : CYCLE_78 + (era - 78) * 60 + year - 1) : year;
  const date = {
    ...(fullYear !== undefined && { year: fullYear }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    calendarScale: scale,
  };
  return isPossible(date) ? date : undefined;
}

/** Writes X-ALTBDAY as Apple reads it; undefined when the date has no month or day. */
export function formatEraDate({ year, month, day, calendarScale }: PartialDate): string | undefined {
  if (month === undefined || day === undefined) return undefined;
  const monthDay = pad(month, 2) + pad(day, 2);
  if (calendarScale !== 'chinese' && calendarScale !== 'dangi')
    return `-${year === undefined ? '-' : pad(year, 4)}${monthDay}`;
  if (year === undefined) return `--${monthDay}`;
  const years = year - CYCLE_78;
  const era = 78 + Math.floor(years / 60);
  return `${pad(era, 4)}${pad(years - (era - 78) * 60 + 1, 4)}${monthDay}`;
}

/** Writes a date in the truncated forms of RFC 6350 section 4.3.1, whole days with hyphens when `extended`. */
export function formatDate({ year, month, day }: PartialDate, { extended }: { extended: boolean }): string {
  if (year === undefined) {
    if (month === undefined) return `---${pad(day ?? 0, 2)}`;
    return day === undefined ? `--${pad(month, 2)}` : `--${pad(month, 2)}${pad(day, 2)}`;
  }
  if (month === undefined) return pad(year, 4);
  if (day === undefined) return `${pad(year, 4)}-${pad(month, 2)}`;
  return extended ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : `${pad(year, 4)}${pad(month, 2)}${pad(day, 2)}`;
}

const TIMESTAMP = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})(\.\d+)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * Reads REV and CREATED into a UTCDateTime (RFC 9553 section 1.4.5); a time without a zone is taken as UTC.
 * @returns undefined when it is no point in time
 */
export function readTimestamp(value: string): string | undefined {
  const parts = TIMESTAMP.exec(value.trim());
  if (!parts) return undefined;
  const [year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = parts.slice(1);
  const isDay = isPossible({ year: Number(year), month: Number(month), day: Number(day) });
  if (
    isDay &&
    fraction === '' &&
    zone.toUpperCase() === 'Z' &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60
  ) {
    return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  }
  try {
    const instant = Temporal.Instant.from(
      `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 10)}${zone}`,
    );
    return instant.toString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
