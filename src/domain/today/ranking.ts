import type { CalendarDate } from '../dates.ts';
import type { ContactHistory } from '../keeping/warmth.ts';
import type { ReasonKind } from '../words.ts';
import type { Candidate, WeighedReason } from './candidate.ts';

/** Where somebody stands among those due: all that choosing asks, and nothing of what is said. */
export interface Standing {
  readonly personId: string;
  readonly name: string;
  readonly score: number;
  readonly urgent: boolean;
  /** The kind of the strongest reason. */
  readonly lead: ReasonKind;
  /** Here only because an occasion is coming: it can still be shown tomorrow, and on the day itself it is urgent. */
  readonly isNotice: boolean;
}

/** A list of at least this many people is never all of one kind while another kind is due. */
const VARIED_FROM = 3;
/** How many people a day may show only because an occasion is coming up. */
const NOTICES_A_DAY = 2;
/** What a further reason adds to the best one. */
const FURTHER_REASON = 0.05;
/** Each person of the same kind already chosen makes the next one this much less welcome. */
const SAME_KIND = 0.9;
const SAME_KIND_IN_A_ROW = 0.7;
const URGENT_FIRST = 1.5;

/**
 * Urgency of the reason, times closeness, times how likely a message helps, growing with every day of waiting: fast at first,
 * then slowly, so that after an absence importance decides and not age.
 */
export function rank(
  candidate: Candidate,
  { lead, reasons, today }: { lead: ReasonKind; reasons: readonly WeighedReason[]; today: CalendarDate },
): Standing {
  const strengths = reasons
    .map((reason) => reason.weight * ageFactor(reason) * likelihood(candidate, reason))
    .sort((a, b) => b - a);
  const further = Math.min(3, strengths.length - 1) * FURTHER_REASON;
  // Nobody is close after one meeting: the first move is owed to a stranger as to a friend.
  const closeness = reasons.some((reason) => reason.kind === 'follow-up') ? 1 : candidate.closeness;
  const score = ((strengths[0] ?? 0) + further) * closenessFactor(closeness);
  return {
    personId: candidate.personId,
    name: candidate.name,
    score: Math.round(score * 1e4) / 1e4,
    urgent: reasons.some((reason) => reason.urgent),
    lead,
    isNotice: reasons.every((reason) => reason.kind === 'occasion' && (reason.date > today || reason.quiet === true)),
  };
}

/**
 * What the score of somebody who only went quiet is a multiple of, by one factor for all ties that cool and another for all
 * at risk: it does not change with today, so that an index can hold ties in the order of the list.
 */
export function quietWorth(history: ContactHistory, closeness: number): number {
  return oddsOfAnswer(history.unanswered) * closenessFactor(closeness);
}

function closenessFactor(closeness: number): number {
  return 0.4 + 0.6 * Math.min(1, Math.max(0, closeness));
}

function ageFactor({ waited }: WeighedReason): number {
  return 1 + Math.log2(1 + Math.max(0, waited) / 4) / 2;
}

/** One more message after several unanswered ones helps less; what was promised or asked for is not a matter of odds. */
function likelihood(candidate: Candidate, { kind }: WeighedReason): number {
  if (kind !== 'rhythm' && kind !== 'quiet') return 1;
  return oddsOfAnswer(candidate.history?.unanswered ?? 0);
}

function oddsOfAnswer(unanswered: number): number {
  return 1 / (1 + 0.15 * Math.min(4, unanswered));
}

/** Best first; ties by name, then id, so that neither insertion order nor locale decides. */
export function byRank(a: Standing, b: Standing): number {
  if (a.urgent !== b.urgent) return a.urgent ? -1 : 1;
  return b.score - a.score || compare(a.name, b.name) || compare(a.personId, b.personId);
}

/** By code units, which are the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Chooses the people of one day and leaves the rest waiting, both in the order they are shown. */
export function choose(
  due: readonly Standing[],
  capacity: number,
): { readonly chosen: readonly Standing[]; readonly waiting: readonly Standing[] } {
  const rest = [...due].sort(byRank);
  const chosen: Standing[] = [];
  let notices = 0;
  const take = (index: number) => {
    const [taken] = rest.splice(index, 1);
    if (taken === undefined) return;
    chosen.push(taken);
    if (taken.isNotice) notices += 1;
  };
  const urgentCount = rest.filter((entry) => entry.urgent).length;
  for (let i = Math.min(capacity, urgentCount); i > 0; i--) take(0);
  while (chosen.length < capacity) {
    const index = mostWelcome(rest, (entry) =>
      entry.isNotice && notices >= NOTICES_A_DAY ? 0 : SAME_KIND ** sameKind(chosen, entry),
    );
    if (index < 0) break;
    take(index);
  }
  makeRoomForAnother(chosen, rest, { capacity, urgentCount });
  return { chosen: inShownOrder(chosen), waiting: rest.sort(byRank) };
}

/** The last of a list that is all of one kind gives way to the best of another; an urgent one only if not all urgent ones fit anyway. */
function makeRoomForAnother(
  chosen: Standing[],
  rest: Standing[],
  { capacity, urgentCount }: { capacity: number; urgentCount: number },
): void {
  const last = chosen.at(-1);
  if (last === undefined || chosen.length < Math.max(VARIED_FROM, capacity)) return;
  if (new Set(chosen.map(({ lead }) => lead)).size > 1 || (last.urgent && urgentCount <= capacity)) return;
  const other = rest.findIndex((entry) => entry.lead !== last.lead);
  const [found] = other < 0 ? [] : rest.splice(other, 1, last);
  if (found !== undefined) chosen[chosen.length - 1] = found;
}

function inShownOrder(chosen: readonly Standing[]): readonly Standing[] {
  const rest = [...chosen].sort(byRank);
  const shown: Standing[] = [];
  while (rest.length > 0) {
    const index = mostWelcome(
      rest,
      (entry) => (entry.urgent ? URGENT_FIRST : 1) * SAME_KIND_IN_A_ROW ** runLength(shown, entry),
    );
    shown.push(...rest.splice(Math.max(0, index), 1));
  }
  return shown;
}

/** The index of the entry with the highest score times `factor`; -1 when nothing is welcome. */
function mostWelcome(entries: readonly Standing[], factor: (entry: Standing) => number): number {
  let best = -1;
  let bestValue = 0;
  for (const [index, entry] of entries.entries()) {
    const value = entry.score * factor(entry);
    if (value > bestValue) {
      best = index;
      bestValue = value;
    }
  }
  return best;
}

function sameKind(chosen: readonly Standing[], entry: Standing): number {
  return chosen.filter((other) => other.lead === entry.lead).length;
}

function runLength(shown: readonly Standing[], entry: Standing): number {
  let length = 0;
  while (length < shown.length) {
    const before = shown[shown.length - 1 - length];
    if (before === undefined || before.lead !== entry.lead) break;
    length += 1;
  }
  return length;
}
