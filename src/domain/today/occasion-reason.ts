import type { CalendarDate } from '../dates.ts';
import { calendarName, movingCalendar } from '../keeping/calendars.ts';
import { daysApart, fromDayNumber, toDayNumber } from '../keeping/day-number.ts';
import { numberInWords, ordinalInWords } from '../keeping/durations.ts';
import { isRoundNumber, nextMonthOf, nextOccurrence, occurrenceNumber, yearsSaid } from '../keeping/occasions.ts';
import type { Candidate, Occasion, WeighedReason } from './candidate.ts';
import { calledName, monthName, onDay, plain, possessive, sentence } from './phrases.ts';
import type { ReasonContext } from './reasons.ts';

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
      text: sentence(belatedText(candidate, occasion, past, context)),
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
    text: sentence(occasionText(candidate, occasion, next, context)),
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
  const month = nextMonthOf(occasion.date, today);
  if (month === undefined || month.from > today || daysApart(month.from, today) >= MONTH_DAYS) return undefined;
  if (wasReached(candidate, month.from, today)) return undefined;
  const when = movingCalendar(occasion.date) === undefined ? `in ${monthName(month.from)}` : 'in these weeks';
  return {
    kind: 'occasion',
    key: `${keyOf(occasion)}:${month.from.slice(0, 7)}`,
    date: month.from,
    waited: 0,
    urgent: false,
    quiet: true,
    weight: 0.15,
    text: sentence(`${possessive(calledName(candidate))} ${dayLabel(occasion)} is sometime ${when}`),
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

/** The kind by its JSContact name. */
export function occasionKind({ kind }: Occasion): string {
  if (kind === 'birthday') return 'birth';
  return kind === 'anniversary' ? 'wedding' : kind;
}

function occasionText(candidate: Candidate, occasion: Occasion, day: CalendarDate, context: ReasonContext): string {
  const who = calledName(candidate);
  const when = onDay(day, { today: context.today, locale: context.settings.locale });
  const kind = occasionKind(occasion);
  const years = yearsSaid(kind, occasion.date, day);
  if (kind === 'birth' && years !== undefined) return `${who} turns ${numberInWords(years)} ${when}`;
  const isNumbered = years !== undefined && (kind === 'wedding' || isRoundNumber(kind, years));
  const label = `${isNumbered ? `${ordinalInWords(years)} ` : ''}${dayLabel(occasion)}`;
  if (when !== 'today') return `${possessive(who)} ${label} is ${when}`;
  return kind === 'birth' ? `It is ${possessive(who)} ${label} today` : `Today is ${possessive(who)} ${label}`;
}

function belatedText(candidate: Candidate, occasion: Occasion, day: CalendarDate, context: ReasonContext): string {
  const who = calledName(candidate);
  const when = onDay(day, { today: context.today, locale: context.settings.locale });
  const kind = occasionKind(occasion);
  if (kind !== 'birth') return `${possessive(who)} ${dayLabel(occasion)} was ${when}; a late word is still welcome`;
  const years = yearsSaid(kind, occasion.date, day);
  return years === undefined
    ? `${possessive(who)} ${dayLabel(occasion)} was ${when}; a late wish is still welcome`
    : `${who} turned ${numberInWords(years)} ${when}; a late wish is still welcome`;
}

/** `birthday`, `wedding anniversary`, `birthday by the Chinese calendar`. */
export function dayLabel(occasion: Occasion): string {
  const calendar = movingCalendar(occasion.date);
  const label = occasionKind(occasion) === 'birth' ? 'birthday' : occasionLabel(occasion);
  return calendar === undefined ? label : `${label} by the ${calendarName(calendar)} calendar`;
}

/** What to call an occasion that is no birthday: `wedding anniversary`, `name day`. */
export function occasionLabel(occasion: Occasion): string {
  if (occasionKind(occasion) === 'wedding') return 'wedding anniversary';
  const label = plain(occasion.label ?? '') || plain(occasion.kind);
  // "Name Day" reads as a name in the middle of a sentence; "PhD" stays as it is.
  return label.replace(/\b\p{Lu}\p{Ll}+\b/gu, (word, at: number) =>
    at === 0 || /^(Day|Anniversary|Birthday|Date)$/.test(word) ? word.toLowerCase() : word,
  );
}
