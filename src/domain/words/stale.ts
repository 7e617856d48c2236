import type { CalendarDate } from '../dates.ts';
import { daysApart } from '../keeping/day-number.ts';
import type { FactKind } from '../words.ts';

/** What is true for a while only, and for how many days one may still take it for true. */
const LASTS: Readonly<Partial<Record<FactKind, number>>> = { challenge: 730, need: 730, goal: 1100, work: 1100 };
/** Words that grow old with the child, the job or the house they speak of, and when they have. */
const FLEETING =
  /\b(?:baby|newborn|toddler|pregnan\w+|new (?:job|house|flat|home|puppy)|Baby|neuer Job|neue Wohnung)\b/u;
const FLEETING_DAYS = 550;
const AGED = /\b(?:is|turns|aged?) \d{1,2}\b|\b\d{1,2} (?:years? old|months? old|weeks? old)\b/i;
const AGED_DAYS = 365;

export interface DatedFact {
  readonly kind: FactKind;
  readonly text: string;
  readonly learnedOn?: CalendarDate;
  readonly until?: CalendarDate | null;
}

/** Whether a fact was true once, and may not be any more: its end is over, or it is of a kind that does not last so long. */
export function isStale({ kind, text, learnedOn, until }: DatedFact, today: CalendarDate): boolean {
  if (until != null && until < today) return true;
  if (learnedOn === undefined) return false;
  const days = daysApart(learnedOn, today);
  if (FLEETING.test(text) && days > FLEETING_DAYS) return true;
  if (AGED.test(text) && days > AGED_DAYS) return true;
  return days > (LASTS[kind] ?? Number.POSITIVE_INFINITY);
}
