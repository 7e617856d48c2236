import type { TodayPageItem } from '../../src/contract/shapes.ts';
import type { ReasonKind } from '../../src/domain/words.ts';
import { t } from './strings.ts';

export interface ReasonWords {
  readonly lead: string;
  readonly rest: string;
}

/** More than this is no lead any more. */
const LONGEST_LEAD = 44;

/**
 * A reason in two weights, what it is and then the rest. A text that opens with a short clause or with “You promised”
 * gives the lead itself, and a short text is all lead; otherwise the kind's own words stand before it.
 */
export function toReasonWords(kind: ReasonKind, text: string): ReasonWords {
  // A full stop after a number may belong to it: “am 21. August”.
  const opening = /^(.+?(?:(?<!\d)\.|[!?;:]))\s+(\S.*)$/su.exec(text);
  if (opening?.[1] !== undefined && opening[2] !== undefined && opening[1].length <= LONGEST_LEAD)
    return { lead: opening[1], rest: opening[2] };
  const owed = /^((?:You|They|He|She) (?:promised|said \S+ would|owe[sd]?))\s+(.*)$/su.exec(text);
  if (owed?.[1] !== undefined && owed[2] !== undefined) return { lead: owed[1], rest: owed[2] };
  if (text.length <= LONGEST_LEAD) return { lead: text, rest: '' };
  return { lead: t.today.lead(kind), rest: text };
}

/** Colour only where a word says the same: warm for what is owed or pressing, sky for what happens in their life. */
export function toneOf(kind: ReasonKind, urgent: boolean): 'leaf' | 'warm' | 'sky' {
  if (kind === 'promise' || kind === 'reminder' || kind === 'reply') return 'warm';
  if (kind === 'occasion' || kind === 'moment' || kind === 'gathering' || kind === 'news' || kind === 'check-in')
    return 'sky';
  return urgent && kind !== 'follow-up' ? 'warm' : 'leaf';
}

/** Something to do rather than someone to write to: shown small, with “Done it”. */
export function isErrand(item: Pick<TodayPageItem, 'reasons' | 'promiseId' | 'reminderId'>): boolean {
  const kind = item.reasons[0]?.kind;
  return (kind === 'promise' && item.promiseId !== null) || (kind === 'reminder' && item.reminderId !== null);
}
