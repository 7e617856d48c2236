import type { CalendarDate } from '../dates.ts';
import { daysApart } from '../keeping/day-number.ts';
import { keywordsOf, sharedKeywords } from '../news/keywords.ts';
import type { FactKind } from '../words.ts';

/** A goal or a challenge of somebody's that was not spoken of for long. */
export interface Unasked {
  readonly factId: string;
  readonly kind: 'goal' | 'challenge';
  readonly text: string;
  /** When it was spoken of last, or learned. */
  readonly since: CalendarDate;
}

export interface AskableFact {
  readonly id: string;
  readonly kind: FactKind;
  readonly text: string;
  readonly private: boolean;
  readonly learnedOn: CalendarDate;
  readonly until?: CalendarDate | null;
}

/** A goal takes its time; what weighs on somebody is asked about sooner. */
const FITTING_DAYS = { goal: 90, challenge: 45 } as const;
/** What nobody spoke of for so long is over. */
const FORGOTTEN_DAYS = 550;

/** Of everything one might ask about again what waited longest; undefined when nothing did. */
export function toAskAgain(
  facts: readonly AskableFact[],
  spoken: readonly { readonly date: CalendarDate; readonly words: string }[],
  today: CalendarDate,
): Unasked | undefined {
  const found = facts.flatMap((fact): Unasked[] => {
    const { id: factId, kind, text } = fact;
    if ((kind !== 'goal' && kind !== 'challenge') || !isOpen(fact, today)) return [];
    const since = lastSpoken(fact, spoken, today);
    const silence = daysApart(since, today);
    return silence >= FITTING_DAYS[kind] && silence <= FORGOTTEN_DAYS ? [{ factId, kind, text, since }] : [];
  });
  return found.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.factId < b.factId ? -1 : 1))[0];
}

/** The day from which on words may tell that a fact was asked about; undefined while it is too early to ask. */
export function worthReadingSince(facts: readonly AskableFact[], today: CalendarDate): CalendarDate | undefined {
  return facts
    .filter((fact) => toAskAgain([fact], [], today) !== undefined)
    .reduce<CalendarDate | undefined>(
      (first, { learnedOn }) => (first !== undefined && first <= learnedOn ? first : learnedOn),
      undefined,
    );
}

function isOpen({ private: isPrivate, learnedOn, until }: AskableFact, today: CalendarDate): boolean {
  return !isPrivate && learnedOn <= today && (until === undefined || until === null || until >= today);
}

function lastSpoken(
  { text, learnedOn }: AskableFact,
  spoken: readonly { readonly date: CalendarDate; readonly words: string }[],
  today: CalendarDate,
): CalendarDate {
  const keywords = keywordsOf(text);
  const last = spoken
    .filter(({ date, words }) => date <= today && date > learnedOn && sharedKeywords(keywords, words).length > 0)
    .map(({ date }) => date)
    .sort()
    .at(-1);
  return last ?? learnedOn;
}
