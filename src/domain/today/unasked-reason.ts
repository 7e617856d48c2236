import type { Unasked } from '../goals/ask-again.ts';
import { isHardTime } from '../keeping/moments.ts';
import type { Candidate, Reason } from './candidate.ts';
import { calledName, plain, sentence, shortened } from './phrases.ts';
import { type ReasonContext, say, wordsOf } from './reason-context.ts';

const LONGEST_QUOTE = 70;

/** That a goal or a challenge of theirs was not asked about for long: a further word, never why somebody is on the list. */
export function unaskedReason(candidate: Candidate, unasked: Unasked, context: ReasonContext): Reason | undefined {
  const { today } = context;
  const key = `asked:${unasked.factId}:${unasked.since}`;
  const isDismissed = candidate.dismissed.some(
    (entry) => entry.key === key && (entry.until === undefined || entry.until === null || today < entry.until),
  );
  if (isDismissed || isHardTime(candidate.moments ?? [], today)) return undefined;
  const told = {
    who: calledName(candidate),
    text: shortened(plain(unasked.text), LONGEST_QUOTE),
    since: unasked.since,
  };
  return { kind: 'follow-up', key, date: unasked.since, text: sentence(wordsOf(context).unasked(told, say(context))) };
}
