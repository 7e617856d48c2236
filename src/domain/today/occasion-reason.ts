import type { CalendarDate } from '../dates.ts';
import { movingCalendar } from '../keeping/calendars.ts';
import { daysApart, fromDayNumber, toDayNumber } from '../keeping/day-number.ts';
import { nextMonthOf, nextOccurrence, occurrenceNumber, yearsSaid } from '../keeping/occasions.ts';
import type { Candidate, Occasion, WeighedReason } from './candidate.ts';
import { occasionKind } from './occasion-label.ts';
import { calledName, plain, sentence } from './phrases.ts';
import { type ReasonContext, say, wordsOf } from './reason-context.ts';
import type { OccasionTold } from './words/reason-words.ts';

/** A missed birthday can still be kept for this long. */
const BELATED_DAYS = 7;
/** A month without a day is mentioned in its first days. */
const MONTH_DAYS = 7;

/** A birthday or anniversary: coming, today, or just missed. */
export function occasionReason(
  candidate: Candidate,
  occasion: Occasion,
  context: ReasonContext,
): WeighedReason | undefined {
  const { today, settings } = context;
  const [words, days] = [wordsOf(context), say(context)];
  if (occasionKind(occasion) === 'death') return undefined;
  if (occasion.date.day === undefined) return monthReason(candidate, occasion, context);
  const past = nextOccurrence(occasion.date, fromDayNumber(toDayNumber(today) - BELATED_DAYS), settings.leapDayRule);
  if (past === undefined || daysApart(today, past) > settings.noticeDays) return undefined;
  const next = past < today ? nextOccurrence(occasion.date, today, settings.leapDayRule) : past;
  const key = (day: CalendarDate, stage: string) => `${keyOf(occasion)}:${day}${stage}`;
  if (past < today && !wasReached(candidate, past, today)) {
    const waited = daysApart(past, today);
    // The day itself is no occasion to return to: nobody is born again the week after.
    if (occurrenceNumber(occasion.date, past) === 0) return undefined;
    return {
      kind: 'occasion',
      key: key(past, ''),
      date: past,
      weight: 0.6,
      waited,
      urgent: false,
      text: sentence(words.belated(occasionTold(candidate, occasion, past), days)),
    };
  }
  if (next === undefined || wasReached(candidate, next, today)) return undefined;
  const ahead = daysApart(today, next);
  if (ahead > settings.noticeDays || (ahead > 0 && wasNoticed(candidate, today, settings.noticeDays))) return undefined;
  return {
    kind: 'occasion',
    key: key(next, ahead === 0 ? '' : ':notice'),
    date: next,
    waited: 0,
    urgent: ahead === 0,
    weight: ahead === 0 ? 0.95 : 0.3 * (1 - ahead / (settings.noticeDays + 1)),
    text: sentence(words.occasion(occasionTold(candidate, occasion, next), days)),
  };
}

/** Whether a reason speaks of this occasion. */
export function isReasonOf({ key }: Pick<WeighedReason, 'key'>, occasion: Occasion): boolean {
  const own = `${keyOf(occasion)}:`;
  const day = occasion.date.day === undefined ? /^\d{4}-\d{2}$/ : /^\d{4}-\d{2}-\d{2}(?::notice)?$/;
  return key.startsWith(own) && day.test(key.slice(own.length));
}

function keyOf(occasion: Occasion): string {
  const calendar = movingCalendar(occasion.date);
  return ['occasion', occasionKind(occasion), occasion.label ? plain(occasion.label) : '', calendar ?? '']
    .filter((part) => part !== '')
    .join(':');
}

/** Only the month is known: one quiet word as it begins, and no day that nobody knows. */
function monthReason(candidate: Candidate, occasion: Occasion, context: ReasonContext): WeighedReason | undefined {
  const { today } = context;
  const [words, days] = [wordsOf(context), say(context)];
  const month = nextMonthOf(occasion.date, today);
  if (month === undefined || month.from > today || daysApart(month.from, today) >= MONTH_DAYS) return undefined;
  if (wasReached(candidate, month.from, today)) return undefined;
  return {
    kind: 'occasion',
    key: `${keyOf(occasion)}:${month.from.slice(0, 7)}`,
    date: month.from,
    waited: 0,
    urgent: false,
    quiet: true,
    weight: 0.15,
    text: sentence(words.inMonth(occasionTold(candidate, occasion, month.from), days)),
  };
}

/** I wrote or we met on the day or since. */
function wasReached(candidate: Candidate, day: CalendarDate, today: CalendarDate): boolean {
  const last = candidate.lastTouch;
  return last !== undefined && last.direction !== 'theirs' && last.date >= day && last.date <= today;
}

/** I wrote or met them so lately that the coming day was surely spoken of; on the day itself they return. */
function wasNoticed(candidate: Candidate, today: CalendarDate, noticeDays: number): boolean {
  return wasReached(candidate, fromDayNumber(toDayNumber(today) - noticeDays), today);
}

/** What is said of an occasion on the day that it falls on. */
function occasionTold(candidate: Candidate, occasion: Occasion, day: CalendarDate): OccasionTold {
  const years = yearsSaid(occasionKind(occasion), occasion.date, day);
  return { who: calledName(candidate), occasion, years, day };
}
