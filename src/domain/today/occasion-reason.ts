import type { CalendarDate } from '../dates.ts';
import { daysApart, fromDayNumber, toDayNumber } from '../keeping/day-number.ts';
import { numberInWords, ordinalInWords } from '../keeping/durations.ts';
import { nextOccurrence, occurrenceNumber } from '../keeping/occasions.ts';
import type { Candidate, Occasion, WeighedReason } from './candidate.ts';
import { calledName, onDay, plain, possessive, sentence } from './phrases.ts';
import type { ReasonContext } from './reasons.ts';

/** A missed birthday can still be kept for this long. */
const BELATED_DAYS = 7;
const OLDEST_AGE = 115;

/** A birthday or anniversary: coming, today, or just missed. */
export function occasionReason(
  candidate: Candidate,
  occasion: Occasion,
  context: ReasonContext,
): WeighedReason | undefined {
  const { today, settings } = context;
  const past = nextOccurrence(occasion.date, fromDayNumber(toDayNumber(today) - BELATED_DAYS), settings.leapDayRule);
  if (past === undefined || daysApart(today, past) > settings.noticeDays) return undefined;
  const kind = occasionKind(occasion);
  if (kind === 'death') return undefined;
  const next = past < today ? nextOccurrence(occasion.date, today, settings.leapDayRule) : past;
  const key = (day: CalendarDate, stage: string) =>
    `occasion:${kind}${occasion.label ? `:${plain(occasion.label)}` : ''}:${day}${stage}`;
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
  const turns = occurrenceNumber(occasion.date, day);
  const kind = occasionKind(occasion);
  if (kind === 'birth') {
    if (turns !== undefined && turns > 0 && turns <= OLDEST_AGE) return `${who} turns ${numberInWords(turns)} ${when}`;
    return when === 'today' ? `It is ${possessive(who)} birthday today` : `${possessive(who)} birthday is ${when}`;
  }
  const label = occasionLabel(occasion);
  const number = kind === 'wedding' && turns !== undefined && turns > 0 ? `${ordinalInWords(turns)} ` : '';
  return when === 'today'
    ? `Today is ${possessive(who)} ${number}${label}`
    : `${possessive(who)} ${number}${label} is ${when}`;
}

function belatedText(candidate: Candidate, occasion: Occasion, day: CalendarDate, context: ReasonContext): string {
  const who = calledName(candidate);
  const when = onDay(day, { today: context.today, locale: context.settings.locale });
  const turns = occurrenceNumber(occasion.date, day);
  if (occasionKind(occasion) !== 'birth')
    return `${possessive(who)} ${occasionLabel(occasion)} was ${when}; a late word is still welcome`;
  return turns !== undefined && turns > 0 && turns <= OLDEST_AGE
    ? `${who} turned ${numberInWords(turns)} ${when}; a late wish is still welcome`
    : `${possessive(who)} birthday was ${when}; a late wish is still welcome`;
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
