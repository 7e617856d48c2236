import type { PartialDate } from '../../domain/dates.ts';
import { fold } from '../../domain/fold.ts';

/** What `3/4/21` means in one file. */
export type DayOrder = 'day-first' | 'month-first';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
/** Languages whose names of months are known beside the English ones. */
const MONTH_LANGUAGES = ['de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv'] as const;
/** Countries that write the month first (CLDR short dates). */
const MONTH_FIRST: ReadonlySet<string> = new Set(['US', 'PH', 'FM', 'PW', 'MH', 'AS', 'GU', 'MP', 'PR', 'VI', 'UM']);
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})(?:[ T,].*)?$/;

/**
 * Reads a date cell without ever passing through a point in time: ISO 8601 (also without year, or year alone), `04 Mar
 * 2021`, `7-Feb-22`, `Mar 4, 2021`, `4.3.2021`, `3/4/21`. Undefined when it is none, or names a day that does not exist.
 * @param century added to years of two digits; without it they are read as Excel does (30 to 99 are 19..)
 */
export function safeParseDateCell(
  text: string,
  { order, century }: { readonly order: DayOrder; readonly century?: number },
): PartialDate | undefined {
  const cell = text.trim();
  const parts = readIso(cell) ?? readNamedMonth(cell, century) ?? readNumeric(cell, order, century);
  return parts !== undefined && isReal(parts) ? parts : undefined;
}

/**
 * Decides how the slashed dates of one file are written, over all of them: a number above 12 settles it, else the order
 * in which they run steadily one way (exports are sorted by date), else `fallback`.
 */
export function guessDayOrder(cells: Iterable<string>, fallback: DayOrder): DayOrder {
  let count = 0;
  let firstAbove = 0;
  let secondAbove = 0;
  const dayFirst = new Turns();
  const monthFirst = new Turns();
  for (const cell of cells) {
    const match = SLASHED.exec(cell.trim());
    if (match === null) continue;
    const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
    count += 1;
    if (first > 12) firstAbove += 1;
    if (second > 12) secondAbove += 1;
    dayFirst.add(year * 10_000 + second * 100 + first);
    monthFirst.add(year * 10_000 + first * 100 + second);
  }
  if (firstAbove !== secondAbove) return firstAbove > secondAbove ? 'day-first' : 'month-first';
  if (firstAbove > 0 || count < 3 || dayFirst.count === monthFirst.count) return fallback;
  return dayFirst.count < monthFirst.count ? 'day-first' : 'month-first';
}

/**
 * Decides how slashed dates that follow no order of their own (birthdays) are written: a number above 12 anywhere settles
 * it, else the country where the file is read. Undefined when neither says.
 * @param country ISO 3166 code; `ZZ` is nowhere
 */
export function decideDayOrder(cells: Iterable<string>, country: string | undefined): DayOrder | undefined {
  let firstAbove = 0;
  let secondAbove = 0;
  for (const cell of cells) {
    const [, first, second] = SLASHED.exec(cell.trim()) ?? [];
    if (Number(first) > 12) firstAbove += 1;
    if (Number(second) > 12) secondAbove += 1;
  }
  if (firstAbove !== secondAbove) return firstAbove > secondAbove ? 'day-first' : 'month-first';
  if (country === undefined || country === '' || country === 'ZZ') return undefined;
  return MONTH_FIRST.has(country.toUpperCase()) ? 'month-first' : 'day-first';
}

/** Whether a date is written so that what comes first in it shows over the whole file only. */
export function isSlashedDate(cell: string): boolean {
  return SLASHED.test(cell.trim());
}

/** Whether a slashed date means another day when it is read the other way round. */
export function isAmbiguousDate(cell: string): boolean {
  const [, first, second] = SLASHED.exec(cell.trim()) ?? [];
  return first !== undefined && first !== second && Number(first) <= 12 && Number(second) <= 12;
}

/** What programs write for no date at all: `0/0/00`, `0000-00-00`, and Outlook's year 4501. */
export function isNoDate(cell: string): boolean {
  return /^[0\s./-]*$/.test(cell) || /(?:^|\D)4501(?:\D|$)/.test(cell);
}

/** How often a run of numbers goes against its own main direction. */
class Turns {
  #last: number | undefined;
  #up = 0;
  #down = 0;

  get count(): number {
    return Math.min(this.#up, this.#down);
  }

  add(value: number): void {
    if (this.#last !== undefined && value > this.#last) this.#up += 1;
    if (this.#last !== undefined && value < this.#last) this.#down += 1;
    this.#last = value;
  }
}

function readIso(cell: string): PartialDate | undefined {
  const full = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T,].*)?$/.exec(cell) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(cell);
  if (full !== null) return dated(Number(full[1]), Number(full[2]), Number(full[3]));
  // RFC 6350 section 4.3.1 truncates with dashes; Google writes `--03-15`.
  const yearless = /^--(\d{2})-?(\d{2})$/.exec(cell);
  if (yearless !== null) return dated(0, Number(yearless[1]), Number(yearless[2]));
  const month = /^(\d{4})-(\d{2})$/.exec(cell);
  if (month !== null) return { year: Number(month[1]), month: Number(month[2]) };
  return /^\d{4}$/.test(cell) ? { year: Number(cell) } : undefined;
}

function readNamedMonth(cell: string, century: number | undefined): PartialDate | undefined {
  const dayFirst = /^(\d{1,2})\.?[ -](?:de )?(\p{L}{3,12})\.?,?[ -](?:de )?(\d{4}|\d{2})(?:[ T,].*)?$/u.exec(cell);
  const monthFirst = dayFirst === null ? /^(\p{L}{3,12})\.? (\d{1,2}),? (\d{4})(?:[ T,].*)?$/u.exec(cell) : null;
  const [day, name, year] =
    dayFirst !== null ? [dayFirst[1], dayFirst[2], dayFirst[3]] : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (day === undefined || name === undefined || year === undefined) return undefined;
  const month = monthNamed(name);
  return month === undefined ? undefined : dated(fullYear(year, century), month, Number(day));
}

let foreignMonths: ReadonlyMap<string, number> | undefined;

function monthNamed(name: string): number | undefined {
  const english = MONTHS.findIndex((prefix) => name.toLowerCase().startsWith(prefix)) + 1;
  if (english > 0) return english;
  foreignMonths ??= nameMonths();
  return foreignMonths.get(fold(name));
}

/** `März`, `mrt`, `mayo`, `kwietnia`: as they stand in a date and by themselves, whole and cut short. */
function nameMonths(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of MONTH_LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(language, { month, calendar: 'gregory' });
      const inDate = new Intl.DateTimeFormat(language, { month, day: 'numeric', calendar: 'gregory' });
      for (let number = 1; number <= 12; number++) {
        const day = new Temporal.PlainDate(2000, number, 1);
        const within = inDate.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '';
        for (const name of [alone.format(day), within]) {
          const key = fold(name.replace('.', ''));
          if (!names.has(key)) names.set(key, number);
        }
      }
    }
  }
  return names;
}

function readNumeric(cell: string, order: DayOrder, century: number | undefined): PartialDate | undefined {
  // Dots are written day first wherever they are written.
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?:[ T,].*)?$/.exec(cell);
  const match = dotted ?? SLASHED.exec(cell);
  if (match === null) return undefined;
  const [first, second] = [Number(match[1]), Number(match[2])];
  const year = fullYear(match[3] ?? '', century);
  return dotted !== null || order === 'day-first' ? dated(year, second, first) : dated(year, first, second);
}

function fullYear(digits: string, century: number | undefined): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  return year + (century ?? (year < 30 ? 2000 : 1900));
}

/** Year 0 and 1604 stand for "no year": the second is what Apple address books write. */
function dated(year: number, month: number, day: number): PartialDate {
  return year === 0 || year === 1604 ? { month, day } : { year, month, day };
}

function isReal({ year = 2000, month = 1, day = 1 }: PartialDate): boolean {
  try {
    Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    return year > 0;
  } catch {
    return false;
  }
}
