import type { CalendarWords } from './calendar-words.ts';
import { oneDay } from './resolve-when.ts';
import { isCapitalized, type Token } from './tokens.ts';
import type { ReadMoment } from './when-types.ts';

interface WrittenContext {
  readonly today: Temporal.PlainDate;
  readonly words: CalendarWords;
  readonly hasPreposition: boolean;
}

/** Reads `2026-11-20`, `20.11.`, `3/4`, `5 May 2025`, `May 5th`, `the 5th`, `12 mars`, `5. Mai`, `Friday, 5 May`, `2019`. */
export function readWrittenDate(tokens: readonly Token[], i: number, context: WrittenContext): ReadMoment | undefined {
  const start = context.words.weekdays.has(foldAt(tokens, i))
    ? tokens[i + 1]?.text === ',' || tokens[i + 1]?.text === '.'
      ? i + 2
      : i + 1
    : i;
  const at = start > i && ['the', 'den', 'le'].includes(foldAt(tokens, start)) ? start + 1 : start;
  return (
    readDigits(tokens, at, context) ??
    readDayMonth(tokens, at, context) ??
    readMonthDay(tokens, at, context) ??
    readOrdinal(tokens, at, context)
  );
}

function readDigits(tokens: readonly Token[], i: number, context: WrittenContext): ReadMoment | undefined {
  const text = tokens[i]?.fold ?? '';
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text);
  if (iso !== null) {
    const [, year, month, day] = iso;
    return wholeDate(
      { year: Number(year), month: Number(month), day: day === undefined ? undefined : Number(day) },
      i + 1,
      context,
    );
  }
  const parts = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (parts !== null) return readNumericDate(tokens, i, parts, context);
  // a year alone only where one is expected: "in 2019"
  if (context.hasPreposition && /^(19|20)\d\d$/.test(text)) return wholeDate({ year: Number(text) }, i + 1, context);
  return undefined;
}

function readNumericDate(
  tokens: readonly Token[],
  i: number,
  parts: RegExpExecArray,
  context: WrittenContext,
): ReadMoment | undefined {
  const [whole, a = '', separator, b = '', yearText] = parts;
  const isDotted = tokens[i + 1]?.text === '.' && tokens[i + 1]?.glued === true;
  if (whole === '24/7' || foldAt(tokens, i + 1) === 'of') return undefined;
  if (separator === '.' && yearText === undefined && !isDotted && !context.hasPreposition) return undefined;
  if (separator === '-' && yearText === undefined) return undefined;
  const dayFirst = separator === '/' ? context.words.dayFirst : true;
  const [first, second] = [Number(a), Number(b)];
  const pairs = dayFirst
    ? [
        [first, second],
        [second, first],
      ]
    : [
        [second, first],
        [first, second],
      ];
  const fitting = separator === '.' ? pairs.slice(0, 1) : pairs;
  for (const [day = 0, month = 0] of fitting) {
    if (!isDay(month, day)) continue;
    const end = isDotted && yearText === undefined && !endsSentence(tokens, i + 1) ? i + 2 : i + 1;
    return yearText === undefined
      ? yearless(month, day, end)
      : wholeDate({ year: wholeYear(yearText, context), month, day }, end, context);
  }
  return undefined;
}

/** `5 May`, `5th of May 2025`, `5. Mai`, `12 de mayo`. */
function readDayMonth(tokens: readonly Token[], i: number, context: WrittenContext): ReadMoment | undefined {
  const day = dayNumber(foldAt(tokens, i));
  if (day === undefined) return undefined;
  let at = i + 1;
  if (tokens[at]?.text === '.') at++;
  if (['of', 'de'].includes(foldAt(tokens, at))) at++;
  const month = context.words.months.get(foldAt(tokens, at));
  if (month === undefined || !isDay(month, day)) return undefined;
  return withYear(tokens, { month, day, end: at + 1 }, context);
}

/** `May 5`, `May 5th, 2025`, `March 2024`. */
function readMonthDay(tokens: readonly Token[], i: number, context: WrittenContext): ReadMoment | undefined {
  const month = context.words.months.get(foldAt(tokens, i));
  if (month === undefined) return undefined;
  const at = tokens[i + 1]?.text === '.' ? i + 2 : i + 1;
  const year = foldAt(tokens, at);
  if (/^(19|20)\d\d$/.test(year)) return wholeDate({ year: Number(year), month }, at + 1, context);
  const day = dayNumber(foldAt(tokens, foldAt(tokens, at) === 'the' ? at + 1 : at));
  if (day === undefined || !isDay(month, day)) return undefined;
  return withYear(tokens, { month, day, end: foldAt(tokens, at) === 'the' ? at + 2 : at + 1 }, context);
}

/** `the 5th`, after a preposition. */
function readOrdinal(tokens: readonly Token[], i: number, { hasPreposition }: WrittenContext): ReadMoment | undefined {
  const at = foldAt(tokens, i) === 'the' ? i + 1 : i;
  const match = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(foldAt(tokens, at));
  const day = Number(match?.[1]);
  if (!hasPreposition || !(day >= 1 && day <= 31)) return undefined;
  return { moment: { kind: 'day-of-month', day }, end: at + 1, tense: 'unknown' };
}

function withYear(
  tokens: readonly Token[],
  read: { month: number; day: number; end: number },
  context: WrittenContext,
): ReadMoment {
  const at = tokens[read.end]?.text === ',' ? read.end + 1 : read.end;
  const year = foldAt(tokens, at);
  if (!/^(19|20)\d\d$/.test(year)) return yearless(read.month, read.day, read.end);
  return (
    wholeDate({ year: Number(year), month: read.month, day: read.day }, at + 1, context) ??
    yearless(read.month, read.day, read.end)
  );
}

function yearless(month: number, day: number, end: number): ReadMoment {
  return { moment: { kind: 'month-day', month, day }, end, tense: 'unknown' };
}

function wholeDate(
  { year, month, day }: { year: number; month?: number; day?: number | undefined },
  end: number,
  { today }: WrittenContext,
): ReadMoment | undefined {
  if (month !== undefined && !(month >= 1 && month <= 12)) return undefined;
  const from = Temporal.PlainDate.from({ year, month: month ?? 1, day: day ?? 1 });
  if (day !== undefined && from.day !== day) return undefined;
  const length = day === undefined ? (month === undefined ? { years: 1 } : { months: 1 }) : { days: 1 };
  const days = day === undefined ? { from, to: from.add(length).subtract({ days: 1 }) } : oneDay(from);
  const compared = Temporal.PlainDate.compare(days.from, today);
  return {
    moment: { kind: 'fixed', ...days },
    end,
    tense: compared < 0 ? 'past' : compared > 0 ? 'future' : 'unknown',
    year,
  };
}

/** `25` is 2025, and `80` 1980: never more than ten years ahead. */
function wholeYear(text: string, { today }: WrittenContext): number {
  if (text.length === 4) return Number(text);
  const century = today.year - (today.year % 100);
  const year = century + Number(text);
  return year > today.year + 10 ? year - 100 : year;
}

function dayNumber(word: string): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th|er|e)?$/.exec(word);
  return match === null ? undefined : Number(match[1]);
}

/** Whether the day can be one of that month in some year. */
function isDay(month: number, day: number): boolean {
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= Temporal.PlainDate.from({ year: 2024, month, day: 1 }).daysInMonth
  );
}

/** A full stop after `20.11` may also end the sentence. */
function endsSentence(tokens: readonly Token[], stop: number): boolean {
  const next = tokens[stop + 1];
  return next === undefined || (next.kind === 'word' && isCapitalized(next.text));
}

function foldAt(tokens: readonly Token[], i: number): string {
  const token = tokens[i];
  return token?.kind === 'word' && (token.clitic === undefined || token.clitic === '') ? token.fold : '';
}
