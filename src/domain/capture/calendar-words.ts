import { foldWord } from './tokens.ts';

/** What a locale calls days and months, folded, beside the English words that always work. */
export interface CalendarWords {
  /** 1 is Monday. */
  readonly weekdays: ReadonlyMap<string, number>;
  readonly months: ReadonlyMap<string, number>;
  /** `gestern` is -1. Of one word only. */
  readonly relativeDays: ReadonlyMap<string, number>;
  /** Whether `3/4` is the third of April. */
  readonly dayFirst: boolean;
}

const WEEKDAYS: readonly (readonly string[])[] = [
  ['monday', 'mon'],
  ['tuesday', 'tue', 'tues'],
  ['wednesday', 'wed', 'weds'],
  ['thursday', 'thu', 'thur', 'thurs'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
];
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
/** Short English forms that are words of their own: dates only after "on", "last" and the like. */
export const WORDLIKE_DAYS: ReadonlySet<string> = new Set(['sat', 'sun', 'wed', 'mon']);

const known = new Map<string, CalendarWords>();

/** The words of `locale`; an unknown or malformed locale has the English ones. */
export function calendarWords(locale: string): CalendarWords {
  const cached = known.get(locale);
  if (cached !== undefined) return cached;
  const made = makeCalendarWords(usableLocale(locale));
  known.set(locale, made);
  return made;
}

function usableLocale(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

function makeCalendarWords(locale: string): CalendarWords {
  const weekdays = new Map<string, number>();
  const months = new Map<string, number>();
  const relativeDays = new Map<string, number>();
  const format = (options: Intl.DateTimeFormatOptions, date: number, part: string) =>
    new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' })
      .formatToParts(date)
      .find(({ type }) => type === part)?.value ?? '';
  for (let day = 1; day <= 7; day++) {
    // 1 January 2024 was a Monday
    addWord(weekdays, format({ weekday: 'long' }, Date.UTC(2024, 0, day), 'weekday'), day);
  }
  for (let month = 1; month <= 12; month++) {
    const date = Date.UTC(2024, month - 1, 5);
    // with a day beside it many languages inflect the month: "5 мая"
    for (const options of [
      { month: 'long' },
      { month: 'long', day: 'numeric' },
      { month: 'short', day: 'numeric' },
    ] as const) {
      addWord(months, format(options, date, 'month'), month);
    }
  }
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const days of [-2, -1, 0, 1, 2]) addWord(relativeDays, relative.format(days, 'day'), days);
  for (const [i, names] of WEEKDAYS.entries()) for (const name of names) weekdays.set(name, i + 1);
  for (const [i, names] of MONTHS.entries()) for (const name of names) months.set(name, i + 1);
  const order = new Intl.DateTimeFormat(locale, { dateStyle: 'short', calendar: 'gregory', timeZone: 'UTC' })
    .formatToParts(Date.UTC(2024, 4, 17))
    .map(({ type }) => type)
    .filter((type) => type === 'day' || type === 'month');
  return { weekdays, months, relativeDays, dayFirst: order[0] === 'day' };
}

/** Names of several words ("pasado mañana") and bare numbers ("5月") are left out: they are read by other rules or not at all. */
function addWord(into: Map<string, number>, name: string, value: number): void {
  const word = foldWord(name.replace(/\.$/, ''));
  if (/^\p{L}[\p{L}\p{M}]*$/u.test(word) && !into.has(word)) into.set(word, value);
}
