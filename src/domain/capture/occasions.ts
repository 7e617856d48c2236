import type { PartialDate } from '../dates.ts';
import type { CapturedOccasion } from './capture.ts';
import { resolveMoment } from './resolve-when.ts';
import type { When } from './when-types.ts';

export interface OccasionReading {
  readonly kind: CapturedOccasion['kind'];
  /** The node of its time. */
  readonly node: number;
  /** "turns 40": how old they are then. */
  readonly age?: number;
  readonly hasPassed: boolean;
}

const BIRTHDAY = /^(?:birthday|bday|b-day)(?: (?:is|was|'s|on|in|falls|:))* ?~(\d+)(?= |$)/;
const BORN = /^(?:was |is |were )?born(?: (?:on|in))? ~(\d+)(?= |$)/;
const TURNS = /^(?:is |will |'ll |'s )*(?:turn(?:s|ed|ing)?|be) (\d{1,3})(?: (?:on|in))? ~(\d+)(?= |$)/;
const ANNIVERSARY = /^(?:wedding )?anniversary(?: (?:is|was|'s|on|in|falls|:))* ?~(\d+)(?= |$)/;

/** Reads a date that returns from what is said of somebody: "birthday is 5 May", "turns 40 on 5 May". */
export function readOccasion(predicate: string): OccasionReading | undefined {
  const birth = BIRTHDAY.exec(predicate) ?? BORN.exec(predicate);
  if (birth !== null) return { kind: 'birth', node: Number(birth[1]), hasPassed: false };
  const turns = TURNS.exec(predicate);
  if (turns !== null)
    return { kind: 'birth', node: Number(turns[2]), age: Number(turns[1]), hasPassed: /turned/.test(turns[0]) };
  const wedding = ANNIVERSARY.exec(predicate);
  return wedding === null ? undefined : { kind: 'wedding', node: Number(wedding[1]), hasPassed: false };
}

/** The date to keep: with a year only when one was said, or follows from an age. Undefined for a mere stretch of days. */
export function toOccasionDate(
  when: When,
  reading: OccasionReading,
  today: Temporal.PlainDate,
): PartialDate | undefined {
  const { moment, year } = when;
  if (moment === undefined) return undefined;
  const { from, to } = resolveMoment(moment, today, reading.hasPassed ? 'past' : 'future');
  const birthYear = reading.age === undefined ? year : from.year - reading.age;
  const said = birthYear === undefined || birthYear > today.year ? {} : { year: birthYear };
  if (moment.kind === 'month-day') return { ...said, month: moment.month, day: moment.day };
  if (moment.kind === 'month') return { ...said, month: moment.month };
  if (from.equals(to)) return { ...said, month: from.month, day: from.day };
  if (year === undefined) return undefined;
  return from.until(to).days < 31 ? { ...said, month: from.month } : said;
}
