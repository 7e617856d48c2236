import type { TodayPageItem } from '../../src/contract/shapes.ts';
import type { ReasonKind } from '../../src/domain/words.ts';
import { t } from './strings.ts';

export interface ReasonWords {
  readonly lead: string;
  readonly rest: string;
}

/** A sentence longer than this is not a lead. */
const LONGEST_LEAD = 44;

/**
 * A reason in two weights: what kind it is, then the sentence. A text that already opens with a short sentence or with
 * “You promised” gives the lead itself; otherwise the kind's own words stand before it.
 */
export function toReasonWords(kind: ReasonKind, text: string): ReasonWords {
  const opening = /^(.+?[.!?])\s+(\S.*)$/su.exec(text);
  if (opening?.[1] !== undefined && opening[2] !== undefined && opening[1].length <= LONGEST_LEAD) return { lead: opening[1], rest: opening[2] };
  const owed = /^((?:You|They|He|She) (?:promised|owe[sd]?|asked))\s+(.*)$/su.exec(text);
  if (owed?.[1] !== undefined && owed[2] !== undefined) return { lead: owed[1], rest: owed[2] };
  return { lead: t.today.lead(kind), rest: text };
}

/** Colour only where a word says the same: warm for what is owed or pressing, sky for what happens in their life. */
export function toneOf(kind: ReasonKind, urgent: boolean): 'leaf' | 'warm' | 'sky' {
  if (kind === 'promise' || kind === 'reminder' || kind === 'reply') return 'warm';
  if (kind === 'occasion' || kind === 'moment' || kind === 'gathering' || kind === 'news' || kind === 'check-in') return 'sky';
  return urgent && kind !== 'follow-up' ? 'warm' : 'leaf';
}

/** Something to do rather than someone to write to: shown small, with “Done it”. */
export function isErrand(item: Pick<TodayPageItem, 'reasons' | 'promiseId' | 'reminderId'>): boolean {
  const kind = item.reasons[0]?.kind;
  return (kind === 'promise' && item.promiseId !== null) || (kind === 'reminder' && item.reminderId !== null);
}
