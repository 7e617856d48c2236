import { type CalendarWords, WORDLIKE_DAYS } from './calendar-words.ts';
import { readClock } from './clock.ts';
import { oneDay, startOfWeek } from './resolve-when.ts';
import { isUnspaced, type Token } from './tokens.ts';
import type { ClockTime, ReadMoment, Tense, When, Which } from './when-types.ts';
import { readWrittenDate } from './written-date.ts';

export interface WhenContext {
  readonly today: Temporal.PlainDate;
  readonly words: CalendarWords;
}

const DEADLINE = new Set(['by', 'until', 'till', 'before']);
/** Words before a date, English ones and those of the larger languages of Europe. */
const BEFORE_DATE = new Set([
  'on',
  'in',
  'at',
  'since',
  'around',
  'from',
  'this',
  'over',
  'during',
  'of',
  'for',
  'am',
  'im',
  'le',
  'el',
  'den',
  'il',
  'op',
  'pa',
  'em',
  'en',
  'earlier',
  'later',
  ...DEADLINE,
]);
const PART_OF_DAY = new Set(['morning', 'afternoon', 'evening', 'night', 'lunchtime']);
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['couple', 2],
  ['few', 3],
  ['several', 3],
]);
const UNITS: ReadonlyMap<string, DateUnits> = new Map([
  ['minute', {}],
  ['min', {}],
  ['hour', {}],
  ['hr', {}],
  ['day', { days: 1 }],
  ['night', { days: 1 }],
  ['week', { weeks: 1 }],
  ['wk', { weeks: 1 }],
  ['fortnight', { weeks: 2 }],
  ['month', { months: 1 }],
  ['year', { years: 1 }],
]);
interface DateUnits {
  readonly days?: number;
  readonly weeks?: number;
  readonly months?: number;
  readonly years?: number;
}
const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['fall', 9],
  ['winter', 12],
]);
const FEASTS = new Set(['christmas', 'xmas']);
/** A count beyond this is a story, not a date, and would leave the calendar. */
const MOST_UNITS = 400;

/** Reads the time expression that starts at token `i`: a day, a time of day or both, with the words before it. */
export function readWhen(tokens: readonly Token[], i: number, context: WhenContext): When | undefined {
  // "climbing every Tuesday" is on no day
  if (wordAt(tokens, i - 1) === 'every' || wordAt(tokens, i - 1) === 'each') return undefined;
  const clock = readClock(tokens, i);
  const day = readDay(tokens, i, context);
  if (clock !== undefined && (day === undefined || day.end <= clock.end))
    return withDayBehind(tokens, i, clock, context);
  if (day === undefined) return undefined;
  const behind = day.time === undefined ? readClock(tokens, skipJoint(tokens, day.end)) : undefined;
  const { moment, tense, evening = false, year } = day;
  const time = day.time ?? behind?.time;
  return {
    start: i,
    end: behind?.end ?? day.end,
    moment,
    tense,
    evening,
    deadline: DEADLINE.has(wordAt(tokens, i)),
    ...(time === undefined ? {} : { time }),
    ...(year === undefined ? {} : { year }),
  };
}

function withDayBehind(
  tokens: readonly Token[],
  i: number,
  clock: { readonly time: ClockTime; readonly end: number },
  context: WhenContext,
): When {
  const day = readDay(tokens, skipJoint(tokens, clock.end), context);
  const base = { start: i, deadline: DEADLINE.has(wordAt(tokens, i)), time: clock.time } as const;
  if (day === undefined) return { ...base, end: clock.end, tense: 'unknown', evening: false };
  const year = day.year === undefined ? {} : { year: day.year };
  return { ...base, end: day.end, moment: day.moment, tense: day.tense, evening: day.evening ?? false, ...year };
}

function readDay(tokens: readonly Token[], i: number, context: WhenContext): ReadMoment | undefined {
  const prepositions = BEFORE_DATE.has(wordAt(tokens, i)) ? 1 : 0;
  let start = i + prepositions;
  if (prepositions > 0 && wordAt(tokens, start) === 'the') start++;
  // "in" never stands before a weekday or "next month": there it belongs to a verb ("check in")
  const isBehindIn = wordAt(tokens, i) === 'in';
  const read =
    readWrittenDate(tokens, start, { ...context, hasPreposition: prepositions > 0 }) ??
    (prepositions > 0 ? readAfterPreposition(tokens, i, start, context) : undefined) ??
    (isBehindIn ? undefined : readPlainDay(tokens, start, context)) ??
    (isBehindIn ? undefined : readWeekday(tokens, start, prepositions > 0 || isHeading(tokens, start), context)) ??
    (prepositions === 0 ? readAfterPreposition(tokens, i, start, context) : undefined);
  return read === undefined ? undefined : withPartOfDay(tokens, read);
}

/** "Wed: coffee with Ada". */
function isHeading(tokens: readonly Token[], i: number): boolean {
  return i === 0 && (tokens[1]?.text === ':' || tokens[1]?.text === ',');
}

function readPlainDay(tokens: readonly Token[], i: number, context: WhenContext): ReadMoment | undefined {
  return readRelativeDay(tokens, i, context) ?? readWhichUnit(tokens, i, context) ?? readAgo(tokens, i, context);
}

/** "Friday morning", "tomorrow night": the part of the day adds only whether it is evening. */
function withPartOfDay(tokens: readonly Token[], read: ReadMoment): ReadMoment {
  const at = wordAt(tokens, read.end) === 'in' && wordAt(tokens, read.end + 1) === 'the' ? read.end + 2 : read.end;
  const part = wordAt(tokens, at);
  if (!PART_OF_DAY.has(part) || read.moment.kind === 'month') return read;
  return { ...read, end: at + 1, evening: part === 'evening' || part === 'night' };
}

function readRelativeDay(tokens: readonly Token[], i: number, { today, words }: WhenContext): ReadMoment | undefined {
  const at = (days: number, end: number, extra: Partial<ReadMoment> = {}): ReadMoment => ({
    moment: { kind: 'fixed', ...oneDay(today.add({ days })) },
    end,
    tense: days < 0 ? 'past' : days > 0 ? 'future' : 'unknown',
    ...extra,
  });
  const [one, two, three, four] = [0, 1, 2, 3].map((k) => wordAt(tokens, i + k));
  switch (one) {
    case 'yesterday':
    case 'yday':
    case 'yest':
    case 'ystd':
      return at(-1, i + 1);
    case 'today':
      return at(0, i + 1);
    case 'tonight':
    case 'tonite':
      return at(0, i + 1, { evening: true, tense: 'future' });
    case 'tomorrow':
    case 'tmrw':
    case 'tmr':
    case 'tmw':
    case 'tomorow':
      return at(1, i + 1);
    case 'just':
    case 'right':
      return two === 'now' ? at(0, i + 2, { tense: 'past' }) : undefined;
    case 'earlier':
      return two === 'today' ? at(0, i + 2, { tense: 'past' }) : undefined;
    case 'later':
      return two === 'today' ? at(0, i + 2, { tense: 'future' }) : undefined;
    case 'last':
      return two === 'night' ? at(-1, i + 2, { evening: true }) : undefined;
    case 'this':
      return PART_OF_DAY.has(two ?? '') ? at(0, i + 2, { evening: two === 'evening' }) : undefined;
    default:
      break;
  }
  const the = one === 'the' ? 1 : 0;
  const rest = the === 1 ? [two, three, four] : [one, two, three];
  if (rest[0] === 'other' && rest[1] === 'day' && the === 1) return at(-3, i + 3);
  if (rest[0] === 'day' && rest[1] === 'before' && rest[2] === 'yesterday') return at(-2, i + the + 3);
  if (rest[0] === 'day' && rest[1] === 'after' && rest[2] === 'tomorrow') return at(2, i + the + 3);
  for (const [word, end] of spelledAt(tokens, i)) {
    const days = words.relativeDays.get(word);
    if (days !== undefined) return at(days, end);
  }
  return undefined;
}

/** "last week", "next Friday", "this summer", "next May". */
function readWhichUnit(tokens: readonly Token[], i: number, { today, words }: WhenContext): ReadMoment | undefined {
  // "this" may have been taken for a preposition
  const at = wordAt(tokens, i - 1) === 'this' && toWhich(wordAt(tokens, i)) === undefined ? i - 1 : i;
  const start = wordAt(tokens, at) === 'the' ? at + 1 : at;
  if (isWeekAfterNext(tokens, start)) {
    const from = startOfWeek(today).add({ weeks: 2 });
    return { moment: { kind: 'fixed', from, to: from.add({ days: 6 }) }, end: start + 3, tense: 'future' };
  }
  const which = toWhich(wordAt(tokens, start));
  if (which === undefined) return undefined;
  const unit = wordAt(tokens, start + 1);
  const end = start + 2;
  const tense: Tense = which === 'last' ? 'past' : which === 'next' ? 'future' : 'unknown';
  const steps = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  const stretch = (from: Temporal.PlainDate, to: Temporal.PlainDate): ReadMoment => ({
    moment: { kind: 'fixed', from, to },
    end,
    tense,
  });
  const month = words.months.get(unit);
  const season = SEASONS.get(unit);
  const weekday = words.weekdays.get(unit);
  if (unit === 'week') {
    const monday = startOfWeek(today).add({ weeks: steps });
    // "next week on Tuesday", "next week Tuesday"
    const on = wordAt(tokens, end) === 'on' ? end + 1 : end;
    const day = words.weekdays.get(wordAt(tokens, on));
    if (day === undefined) return stretch(monday, monday.add({ days: 6 }));
    return { moment: { kind: 'fixed', ...oneDay(monday.add({ days: day - 1 })) }, end: on + 1, tense };
  }
  if (unit === 'month') {
    const first = today.with({ day: 1 }).add({ months: steps });
    return stretch(first, first.add({ months: 1 }).subtract({ days: 1 }));
  }
  if (unit === 'year') {
    const first = today.with({ month: 1, day: 1 }).add({ years: steps });
    return stretch(first, first.add({ years: 1 }).subtract({ days: 1 }));
  }
  if (unit === 'weekend') return { moment: { kind: 'weekend', which }, end, tense };
  if (weekday !== undefined) return { moment: { kind: 'weekday', weekday, which }, end, tense };
  if (season !== undefined) return { moment: { kind: 'month', month: season, which, months: 3 }, end, tense };
  if (month !== undefined) return { moment: { kind: 'month', month, which, months: 1 }, end, tense };
  return undefined;
}

function toWhich(word: string): Which {
  if (word === 'last' || word === 'past' || word === 'previous') return 'last';
  if (word === 'next' || word === 'coming') return 'next';
  return word === 'this' ? 'this' : undefined;
}

/** "two weeks ago", "a week from Friday", "3 days from now". */
function readAgo(tokens: readonly Token[], i: number, context: WhenContext): ReadMoment | undefined {
  const amount = readAmount(tokens, i);
  if (amount === undefined) return undefined;
  const { duration, end } = amount;
  const next = wordAt(tokens, end);
  if (next === 'ago' || next === 'back') {
    return { moment: { kind: 'fixed', ...oneDay(context.today.subtract(duration)) }, end: end + 1, tense: 'past' };
  }
  const weekday = next === 'on' ? context.words.weekdays.get(wordAt(tokens, end + 1)) : undefined;
  if (weekday !== undefined) {
    // "a week on Sunday"
    const ahead = (weekday - context.today.dayOfWeek + 7) % 7 || 7;
    const day = context.today.add({ days: ahead }).add(duration);
    return { moment: { kind: 'fixed', ...oneDay(day) }, end: end + 2, tense: 'future' };
  }
  if (next !== 'from' && next !== 'after') return undefined;
  if (wordAt(tokens, end + 1) === 'now') {
    return { moment: { kind: 'fixed', ...oneDay(context.today.add(duration)) }, end: end + 2, tense: 'future' };
  }
  const base = readRelativeDay(tokens, end + 1, context);
  if (base?.moment.kind !== 'fixed') return undefined;
  return { moment: { kind: 'fixed', ...oneDay(base.moment.from.add(duration)) }, end: base.end, tense: 'future' };
}

function readAmount(tokens: readonly Token[], i: number): { duration: DateUnits; end: number } | undefined {
  let at = i;
  if (['about', 'around', 'roughly', 'some'].includes(wordAt(tokens, at))) at++;
  if (wordAt(tokens, at) === 'a' && ['couple', 'few'].includes(wordAt(tokens, at + 1))) at++;
  const word = wordAt(tokens, at);
  const count = COUNTS.get(word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : undefined);
  if (count === undefined || count > MOST_UNITS) return undefined;
  at++;
  if (wordAt(tokens, at) === 'of') at++;
  const unit = UNITS.get(wordAt(tokens, at).replace(/s$/, ''));
  if (unit === undefined) return undefined;
  const { days = 0, weeks = 0, months = 0, years = 0 } = unit;
  const duration = { days: days * count, weeks: weeks * count, months: months * count, years: years * count };
  return { duration, end: at + 1 };
}

/** What is a time only behind certain words: "in two weeks", "in March", "at the weekend", "by the end of the month". */
function readAfterPreposition(
  tokens: readonly Token[],
  i: number,
  start: number,
  context: WhenContext,
): ReadMoment | undefined {
  const { today, words } = context;
  const preposition = wordAt(tokens, i);
  const word = wordAt(tokens, start);
  if (word === 'end' || word === 'eow' || word === 'eom') return readEnd(tokens, start, context);
  if (preposition === 'in' || preposition === 'within') {
    const amount = readAmount(tokens, preposition === 'within' ? i + 1 : start);
    if (amount !== undefined) {
      const end = wordAt(tokens, amount.end) === 'time' ? amount.end + 1 : amount.end;
      if (wordAt(tokens, end) === 'ago') return undefined;
      return { moment: { kind: 'fixed', ...oneDay(today.add(amount.duration)) }, end, tense: 'future' };
    }
  }
  if (start > i && FEASTS.has(word)) return readFeast(tokens, start);
  const turn = start > i ? readTurnOfYear(tokens, start, today) : undefined;
  if (turn !== undefined) return turn;
  const weekend = wordAt(tokens, start) === 'the' ? start + 1 : start;
  if (wordAt(tokens, weekend) === 'weekend')
    return { moment: { kind: 'weekend', which: undefined }, end: weekend + 1, tense: 'unknown' };
  if (
    start === i ||
    !['in', 'since', 'by', 'until', 'till', 'before', 'im', 'en', 'em', 'for', 'during', 'over'].includes(preposition)
  )
    return undefined;
  const month = ['early', 'mid', 'late'].includes(word) ? start + 1 : start;
  const named =
    words.months.get(wordAt(tokens, month)) ?? (preposition === 'for' ? undefined : SEASONS.get(wordAt(tokens, month)));
  if (named === undefined) return undefined;
  const months = SEASONS.has(wordAt(tokens, month)) ? 3 : 1;
  return { moment: { kind: 'month', month: named, which: undefined, months }, end: month + 1, tense: 'unknown' };
}

/** "at Christmas", "on Christmas Eve". */
function readFeast(tokens: readonly Token[], i: number): ReadMoment {
  const isEve = wordAt(tokens, i + 1) === 'eve';
  const end = isEve || wordAt(tokens, i + 1) === 'day' ? i + 2 : i + 1;
  return { moment: { kind: 'month-day', month: 12, day: isEve ? 24 : 25 }, end, tense: 'unknown' };
}

/** So near, a day with a name is the one to come. */
const NEAR_FEAST_DAYS = 60;

/** "on New Year's Eve", "on Boxing Day". */
function readTurnOfYear(tokens: readonly Token[], i: number, today: Temporal.PlainDate): ReadMoment | undefined {
  const words = [0, 1, 2].map((k) => tokens[i + k]?.fold ?? '').join(' ');
  const [month, day, length] = /^new years? eve$/.test(words)
    ? [12, 31, 3]
    : /^new years? day$/.test(words)
      ? [1, 1, 3]
      : words.startsWith('boxing day')
        ? [12, 26, 2]
        : [];
  if (month === undefined || day === undefined || length === undefined) return undefined;
  const thisYear = today.with({ month, day });
  const next = Temporal.PlainDate.compare(thisYear, today) < 0 ? thisYear.add({ years: 1 }) : thisYear;
  return today.until(next).days <= NEAR_FEAST_DAYS
    ? { moment: { kind: 'fixed', ...oneDay(next) }, end: i + length, tense: 'future' }
    : { moment: { kind: 'month-day', month, day }, end: i + length, tense: 'unknown' };
}

/** "end of the month", "end of next week", "end of May", "eow". */
function readEnd(tokens: readonly Token[], i: number, context: WhenContext): ReadMoment | undefined {
  const { today, words } = context;
  const last = (date: Temporal.PlainDate, end: number): ReadMoment => ({
    moment: { kind: 'fixed', ...oneDay(date) },
    end,
    tense: 'future',
  });
  const friday = startOfWeek(today).add({ days: 4 });
  const endOfMonth = today.with({ day: today.daysInMonth });
  if (wordAt(tokens, i) === 'eow') return last(friday, i + 1);
  if (wordAt(tokens, i) === 'eom') return last(endOfMonth, i + 1);
  if (wordAt(tokens, i + 1) !== 'of') return undefined;
  const unit = wordAt(tokens, i + 2) === 'the' || wordAt(tokens, i + 2) === 'this' ? i + 3 : i + 2;
  switch (wordAt(tokens, unit)) {
    case 'day':
      return last(today, unit + 1);
    case 'week':
      return last(friday, unit + 1);
    case 'month':
      return last(endOfMonth, unit + 1);
    case 'year':
      return last(today.with({ month: 12, day: 31 }), unit + 1);
  }
  const which = readWhichUnit(tokens, unit, context);
  if (which?.moment.kind === 'fixed') return { ...which, moment: { kind: 'fixed', ...oneDay(which.moment.to) } };
  const month = words.months.get(wordAt(tokens, unit));
  if (month === undefined) return undefined;
  const daysInMonth = Temporal.PlainDate.from({ year: today.year, month, day: 1 }).daysInMonth;
  return { moment: { kind: 'month-day', month, day: daysInMonth }, end: unit + 1, tense: 'unknown' };
}

function readWeekday(
  tokens: readonly Token[],
  i: number,
  hasPreposition: boolean,
  { words, today }: WhenContext,
): ReadMoment | undefined {
  for (const [word, end] of spelledAt(tokens, i)) {
    const weekday = words.weekdays.get(word);
    if (weekday === undefined || (WORDLIKE_DAYS.has(word) && !hasPreposition)) continue;
    const week = readOfWeek(tokens, end);
    if (week !== undefined) {
      const day = startOfWeek(today)
        .add({ weeks: week.steps })
        .add({ days: weekday - 1 });
      return { moment: { kind: 'fixed', ...oneDay(day) }, end: week.end, tense: week.steps > 0 ? 'future' : 'unknown' };
    }
    return { moment: { kind: 'weekday', weekday, which: undefined }, end, tense: 'unknown' };
  }
  return undefined;
}

/** Of "Tuesday next week", "Thursday of the week after next", what stands behind the day: how many weeks from this one. */
function readOfWeek(tokens: readonly Token[], i: number): { readonly steps: number; readonly end: number } | undefined {
  let at = wordAt(tokens, i) === 'of' || wordAt(tokens, i) === 'in' ? i + 1 : i;
  if (wordAt(tokens, at) === 'the') at++;
  if (isWeekAfterNext(tokens, at)) return { steps: 2, end: at + 3 };
  const which = toWhich(wordAt(tokens, at));
  if (which === undefined || wordAt(tokens, at + 1) !== 'week') return undefined;
  return { steps: which === 'last' ? -1 : which === 'next' ? 1 : 0, end: at + 2 };
}

function isWeekAfterNext(tokens: readonly Token[], i: number): boolean {
  return wordAt(tokens, i) === 'week' && wordAt(tokens, i + 1) === 'after' && wordAt(tokens, i + 2) === 'next';
}

/** The word at `i`, and in a script without spaces the two to four letters that start there. */
function spelledAt(tokens: readonly Token[], i: number): [word: string, end: number][] {
  const first = tokens[i];
  if (first === undefined || first.kind !== 'word') return [];
  const found: [string, number][] = [[first.fold, i + 1]];
  if (!isUnspaced(first)) return found;
  let word = first.fold;
  for (let end = i + 1; end < i + 4; end++) {
    const token = tokens[end];
    if (token === undefined || !token.glued || !isUnspaced(token)) break;
    word += token.fold;
    found.unshift([word, end + 1]);
  }
  return found;
}

/** What may stand between a day and a time: "Friday, 13:00", "am Freitag um 13:00". */
function skipJoint(tokens: readonly Token[], i: number): number {
  return tokens[i]?.text === ',' || ['um', 'kl', 'gegen'].includes(wordAt(tokens, i)) ? i + 1 : i;
}

/** The folded word at `i`, empty for a mark, the end, or a word with something attached ("Friday's"). */
function wordAt(tokens: readonly Token[], i: number): string {
  const token = tokens[i];
  return token?.kind === 'word' && (token.clitic === undefined || token.clitic === '') ? token.fold : '';
}
