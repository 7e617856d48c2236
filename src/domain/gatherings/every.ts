import { type CalendarDate, toPlainDate } from '../dates.ts';
import { readRule, writeRule } from './recurrence.ts';

/** The ways a gathering returns that are offered by a word, from its first day on. */
export const EVERY = ['week', '2 weeks', 'month', 'weekday of the month', 'year'] as const;
export type Every = (typeof EVERY)[number];

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** In a month that has no fifth of them, the fifth means the last. */
const LAST_FROM = 5;

/** The RRULE of a word; or of a rule that was written out. Undefined for anything else. */
export function ruleOfEvery(said: string, first: CalendarDate): string | undefined {
  const day = toPlainDate(first);
  const nth = Math.ceil(day.day / 7);
  switch (
    said
      .trim()
      .toLowerCase()
      .replace(/^every /, '')
  ) {
    case 'week':
    case 'weekly':
      return 'FREQ=WEEKLY';
    case '2 weeks':
    case 'two weeks':
      return 'FREQ=WEEKLY;INTERVAL=2';
    case 'month':
    case 'monthly':
      return 'FREQ=MONTHLY';
    case 'weekday of the month':
      return `FREQ=MONTHLY;BYDAY=${nth >= LAST_FROM ? -1 : nth}${DAYS[day.dayOfWeek - 1]}`;
    case 'year':
    case 'yearly':
      return 'FREQ=YEARLY';
    default: {
      const rule = readRule(said);
      return rule === undefined ? undefined : writeRule(rule);
    }
  }
}
