import type { Token } from './tokens.ts';
import type { ClockTime } from './when-types.ts';

interface ReadClock {
  readonly time: ClockTime;
  /** Of the token behind it. */
  readonly end: number;
}

const HOURS: ReadonlyMap<string, number> = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map((word, i) => [
    word,
    i + 1,
  ]),
);
/** What may follow a bare number for it to be an hour and not a house or a count. */
const AFTER_HOUR = new Set([
  'and',
  'with',
  'in',
  'on',
  'at',
  'about',
  'for',
  'to',
  'then',
  'today',
  'tomorrow',
  'tonight',
  'yesterday',
  'next',
  'this',
  'last',
]);

/**
 * Reads a time of day at token `i`: `10:30`, `10am`, `noon`, `half past six`, and after "at" also a bare `10` or `10.30`.
 */
export function readClock(tokens: readonly Token[], i: number): ReadClock | undefined {
  const first = tokens[i];
  if (first === undefined || first.kind !== 'word') return undefined;
  const afterAt = first.fold === 'at';
  const at = afterAt ? i + 1 : i;
  const word = tokens[at]?.fold ?? '';
  if (word === 'noon' || word === 'midday') return { time: { hour: 12, minute: 0, sure: true }, end: at + 1 };
  if (word === 'midnight') return afterAt ? { time: { hour: 0, minute: 0, sure: true }, end: at + 1 } : undefined;
  return readHalfPast(tokens, at) ?? readDigits(tokens, at, afterAt);
}

function readHalfPast(tokens: readonly Token[], i: number): ReadClock | undefined {
  const minutes = { half: 30, quarter: 15 }[tokens[i]?.fold ?? ''];
  const relation = tokens[i + 1]?.fold;
  if (minutes === undefined || (relation !== 'past' && relation !== 'to')) return undefined;
  const word = tokens[i + 2]?.fold ?? '';
  const hour = HOURS.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : Number.NaN);
  if (!(hour >= 1 && hour <= 12)) return undefined;
  const time =
    relation === 'past' ? { hour, minute: minutes } : { hour: hour === 1 ? 12 : hour - 1, minute: 60 - minutes };
  return { time: { ...time, sure: false }, end: i + 3 };
}

function readDigits(tokens: readonly Token[], i: number, afterAt: boolean): ReadClock | undefined {
  const token = tokens[i];
  if (token === undefined) return undefined;
  const match = /^(\d{1,2})(?:([:.h])(\d{2}))?(am|pm|h)?$/.exec(token.fold);
  const spelled = afterAt ? HOURS.get(token.fold) : undefined;
  if (match === null && spelled === undefined) return undefined;
  const [, digits = '', separator, minutes = '0', suffix] = match ?? [];
  let hour = spelled ?? Number(digits);
  const minute = Number(minutes);
  const next = tokens[i + 1];
  const nextSuffix =
    next?.fold === 'am' || next?.fold === 'pm' || next?.fold === "o'clock" || next?.fold === 'oclock'
      ? next.fold
      : undefined;
  const half = suffix ?? nextSuffix;
  const end = nextSuffix === undefined || suffix !== undefined ? i + 1 : i + 2;
  if (hour > 23 || minute > 59) return undefined;
  if (half === 'am' || half === 'pm') {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
    return { time: { hour, minute, sure: true }, end };
  }
  const isWritten = separator === ':' || separator === 'h' || suffix === 'h' || half !== undefined;
  if (!isWritten && !(afterAt && (next === undefined || next.kind === 'mark' || AFTER_HOUR.has(next.fold))))
    return undefined;
  // a full stop is a decimal point anywhere but after "at"
  if (separator === '.' && !afterAt) return undefined;
  return { time: { hour, minute, sure: hour > 12 || hour === 0 || digits.startsWith('0') }, end };
}

/** The hour of a day meant by a bare "at 7": the evening for dinner, the morning from seven on, else the afternoon. */
export function settleClock(time: ClockTime, isEvening: boolean): Temporal.PlainTime {
  const { hour, minute, sure } = time;
  const isLate = !sure && hour < 12 && (isEvening || hour < 7);
  return new Temporal.PlainTime(isLate ? hour + 12 : hour, minute);
}
