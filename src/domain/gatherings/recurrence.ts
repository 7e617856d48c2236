import { type CalendarDate, safeParseCalendarDate, toCalendarDate, toPlainDate } from '../dates.ts';

/** How a gathering returns: the rules of RFC 5545 that people meet by, every so many weeks, months or years. */

export interface ReturnRule {
  readonly every: 'week' | 'month' | 'year';
  readonly interval: number;
  /** Of a week: on which weekdays, Monday 1. Of a month: on its nth, counted from the end when negative. */
  readonly weekdays: readonly { readonly weekday: number; readonly nth?: number }[];
  readonly monthDay?: number;
  readonly count?: number;
  readonly until?: CalendarDate;
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const UNITS: Readonly<Record<string, ReturnRule['every']>> = { WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };
const MOST_INTERVAL = 60;
const MOST_COUNT = 500;
/** Further than this nobody plans, and no rule is followed. */
const MOST_STEPS = 3_000;

/** Reads an RRULE. Undefined for one that is none, or says what no gathering needs: hours, weeks of the year, a set of dates. */
export function readRule(text: string): ReturnRule | undefined {
  const parts = new Map<string, string>();
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')) {
    const [name = '', value = ''] = part.split('=');
    if (value === '' || parts.has(name)) return undefined;
    parts.set(name, value);
  }
  const every = UNITS[parts.get('FREQ') ?? ''];
  const interval = numberIn(parts.get('INTERVAL') ?? '1', 1, MOST_INTERVAL);
  const weekdays = weekdaysIn(parts.get('BYDAY'), every);
  if (every === undefined || interval === undefined || weekdays === undefined) return undefined;
  const rule: { -readonly [K in keyof ReturnRule]: ReturnRule[K] } = { every, interval, weekdays };
  for (const [name, value] of parts) {
    if (name === 'FREQ' || name === 'INTERVAL' || name === 'BYDAY') continue;
    if (name === 'COUNT') rule.count = numberIn(value, 1, MOST_COUNT);
    else if (name === 'UNTIL') rule.until = untilIn(value);
    else if (name === 'BYMONTHDAY' && every === 'month' && weekdays.length === 0)
      rule.monthDay = numberIn(value, 1, 31);
    else if (name !== 'WKST' || value !== 'MO') return undefined;
  }
  const isWhole = [...parts.keys()].every(
    (name) =>
      (name !== 'COUNT' || rule.count !== undefined) &&
      (name !== 'UNTIL' || rule.until !== undefined) &&
      (name !== 'BYMONTHDAY' || rule.monthDay !== undefined),
  );
  return isWhole && !(rule.count !== undefined && rule.until !== undefined) ? rule : undefined;
}

function numberIn(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

function untilIn(text: string): CalendarDate | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(text) ?? [];
  return safeParseCalendarDate(`${year}-${month}-${day}`);
}

function weekdaysIn(
  text: string | undefined,
  every: ReturnRule['every'] | undefined,
): ReturnRule['weekdays'] | undefined {
  if (text === undefined) return [];
  const found = text.split(',').flatMap((each) => {
    const [, nth, name = ''] = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(each) ?? [];
    const weekday = DAYS.indexOf(name) + 1;
    return weekday === 0 ? [] : [{ weekday, ...(nth === undefined ? {} : { nth: Number(nth) }) }];
  });
  const fits =
    found.length === text.split(',').length &&
    ((every === 'week' && found.every(({ nth }) => nth === undefined)) ||
      (every === 'month' && found.length === 1 && found[0]?.nth !== undefined));
  return fits ? found : undefined;
}

/** The same as a line of a calendar says it, without `RRULE:`. */
export function writeRule({ every, interval, weekdays, monthDay, count, until }: ReturnRule): string {
  const unit = Object.entries(UNITS).find(([, value]) => value === every)?.[0] ?? '';
  return [
    `FREQ=${unit}`,
    ...(interval === 1 ? [] : [`INTERVAL=${interval}`]),
    ...(weekdays.length === 0
      ? []
      : [`BYDAY=${weekdays.map(({ weekday, nth }) => `${nth ?? ''}${DAYS[weekday - 1]}`).join(',')}`]),
    ...(monthDay === undefined ? [] : [`BYMONTHDAY=${monthDay}`]),
    ...(count === undefined ? [] : [`COUNT=${count}`]),
    ...(until === undefined ? [] : [`UNTIL=${until.replaceAll('-', '')}`]),
  ].join(';');
}

/** The days on which it begins within a span, both ends within. The first time always counts, as RFC 5545 says of DTSTART. */
export function returnsWithin(
  rule: ReturnRule,
  first: CalendarDate,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): CalendarDate[] {
  const found: CalendarDate[] = [];
  let nth = 0;
  for (const day of returnsOf(rule, first)) {
    if (day > to || (rule.until !== undefined && day > rule.until)) break;
    nth += 1;
    if (rule.count !== undefined && nth > rule.count) break;
    if (day >= from) found.push(day);
  }
  return found;
}

function* returnsOf(rule: ReturnRule, first: CalendarDate): Generator<CalendarDate> {
  yield first;
  const start = toPlainDate(first);
  for (let step = 0; step < MOST_STEPS; step++)
    for (const day of daysOfStep(rule, start, step * rule.interval)) {
      const date = toCalendarDate(day);
      if (date > first) yield date;
    }
}

function daysOfStep(rule: ReturnRule, start: Temporal.PlainDate, steps: number): Temporal.PlainDate[] {
  if (rule.every === 'week') {
    const monday = start.subtract({ days: start.dayOfWeek - 1 }).add({ weeks: steps });
    const weekdays = rule.weekdays.length === 0 ? [start.dayOfWeek] : rule.weekdays.map(({ weekday }) => weekday);
    return weekdays.toSorted((a, b) => a - b).map((weekday) => monday.add({ days: weekday - 1 }));
  }
  const month = start.with({ day: 1 }).add(rule.every === 'month' ? { months: steps } : { years: steps });
  const [weekday] = rule.weekdays;
  if (weekday?.nth !== undefined) return nthWeekday(month, weekday.weekday, weekday.nth);
  const day = rule.monthDay ?? start.day;
  // A month that is too short is left out, as RFC 5545 says.
  return day > month.daysInMonth ? [] : [month.with({ day })];
}

function nthWeekday(month: Temporal.PlainDate, weekday: number, nth: number): Temporal.PlainDate[] {
  const first = 1 + ((weekday - month.dayOfWeek + 7) % 7);
  const count = Math.floor((month.daysInMonth - first) / 7) + 1;
  const at = nth > 0 ? nth : count + 1 + nth;
  return at < 1 || at > count ? [] : [month.with({ day: first + (at - 1) * 7 })];
}
