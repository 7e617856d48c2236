import type { CalendarDate } from '../dates.ts';
import { daysApart } from '../keeping/day-number.ts';
import type { Holiday } from '../keeping/holidays.ts';
import type { Candidate, Reason } from './candidate.ts';
import type { WordingPicker } from './parts.ts';
import { moodOf } from './patterns.ts';
import { type DayContext, onDay, plain, sentence } from './phrases.ts';
import { wordsIn } from './words/words.ts';

/** A holiday that is near where somebody lives. */
export interface NearHoliday extends Holiday {
  readonly country: string;
  /** The country's name, where it is not the owner's own. */
  readonly abroad?: string;
}

/** For so long nobody is wished a merry anything. */
const MOURNING_DAYS = 365;

/**
 * A quiet reason beside others: it puts nobody on the list, and says nothing of what they believe, only what day it is where
 * they live. Undefined when it was waved away.
 */
export function holidayReason(candidate: Candidate, holiday: NearHoliday, context: DayContext): Reason | undefined {
  const key = `holiday:${holiday.country}:${holiday.date}`;
  const { today } = context;
  if (candidate.dismissed.some((entry) => entry.key === key && (!entry.until || today < entry.until))) return undefined;
  const name = `${plain(holiday.name)}${holiday.abroad === undefined ? '' : ` (${holiday.abroad})`}`;
  const { date } = holiday;
  return { kind: 'occasion', key, date, text: sentence(wordsIn(context.locale).holiday({ name, date }, context)) };
}

/** One line of a message that mentions the day; undefined for somebody who lost someone within the year. */
export function holidayLine(
  candidate: Candidate,
  holiday: NearHoliday,
  { picker, ...context }: DayContext & { readonly picker: WordingPicker },
): string | undefined {
  if (hasRecentLoss(candidate, context.today)) return undefined;
  const name = plain(holiday.name);
  if (holiday.date === context.today)
    return picker.pick('holiday-today', [
      `I hope today, ${name}, is a good day for you.`,
      `I hope ${name} finds you in good company.`,
      `I hope you have a good day today, on ${name}.`,
    ]);
  const when = onDay(holiday.date, context);
  return picker.pick('holiday-coming', [
    `With ${name} ${when}, I hope you have some good days ahead.`,
    `${name} is ${when}; I hope it is a good day for you.`,
    `I hope the days around ${name} are good ones for you.`,
  ]);
}

function hasRecentLoss({ facts, lastTouch, lastTold }: Candidate, today: CalendarDate): boolean {
  const isRecent = (date: CalendarDate | undefined) => date === undefined || daysApart(date, today) <= MOURNING_DAYS;
  return (
    facts.some(({ text, learnedOn }) => isRecent(learnedOn) && moodOf(text) === 'loss') ||
    [lastTouch, lastTold].some(
      (touch) => touch !== undefined && isRecent(touch.date) && moodOf(touch.summary) === 'loss',
    )
  );
}
