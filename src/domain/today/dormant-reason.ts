import { daysApart } from '../keeping/day-number.ts';
import { isAsleep, weekOf } from '../keeping/dormant.ts';
import type { ContactHistory } from '../keeping/warmth.ts';
import type { Candidate, WeighedReason } from './candidate.ts';
import { recallsOf } from './lines.ts';
import type { Parts, WordingPicker } from './parts.ts';
import { worded } from './parts.ts';
import { calledName, sentence } from './phrases.ts';
import { type ReasonContext, say, wordsOf } from './reason-context.ts';
import { isWeak } from './thread.ts';

/** A tie that slept for years: a word to begin again, and afterwards the question how it was. */

/** Names the silence: let go of, it stays so until there is a word after all. */
export function dormantKey({ lastContact }: Pick<ContactHistory, 'lastContact'>): string {
  return `dormant:${lastContact}`;
}

/** Why to write to the one of the week, or to say how it was; undefined for everybody else. */
export function dormantReason(candidate: Candidate, context: ReasonContext): WeighedReason | undefined {
  const { history, waking } = candidate;
  const { today } = context;
  if (history === undefined || waking === undefined) return undefined;
  const common = { kind: 'dormant', date: history.lastContact, urgent: false } as const;
  const who = calledName(candidate);
  if (waking === 'woken')
    return {
      ...common,
      key: `woken:${history.lastContact}`,
      waited: 0,
      weight: 0.3,
      text: sentence(wordsOf(context).woken({ who, date: history.lastContact }, say(context))),
    };
  if (!isAsleep({ history, rhythmDays: candidate.rhythmDays, today })) return undefined;
  return {
    ...common,
    key: dormantKey(history),
    waited: daysApart(weekOf(today), today),
    weight: 0.5,
    text: sentence(wordsOf(context).dormant({ who, history, silence: daysApart(history.lastContact, today) })),
  };
}

/*
 * What one writes after years: what was good, in one sentence, and a question. No excuse and no reproach; the silence is not
 * spoken of. Read every line aloud before adding it.
 */
const FONDLY: readonly string[] = [
  'You came to mind today, and it made me smile.',
  'I was thinking back to old times today, and you were in them.',
  'Something reminded me of you today, and it was a good thought.',
  'I thought of you today, and of the good times we had.',
];
const WARMLY: readonly string[] = [
  'It makes me smile to this day.',
  'That is a good memory.',
  'I like to think back to that.',
];
/** After a talk, which is no scene to smile about. */
const STAYED: readonly string[] = [
  'It has stayed with me.',
  'I would gladly go on with it.',
  'I still have not come to the end of it.',
];
/** A sentence that is warm by itself. */
const WARM_ALREADY = new Set(['feat', 'received']);
const HOW_IS_LIFE: readonly string[] = [
  'What does life look like for you these days?',
  'How are you, and where has life taken you?',
  'I’d love to hear how you are.',
  'What fills your days now?',
];

/** Kinds of remembered things that were good, and need not be true any more. */
const GOOD_OLD = new Set(['talk', 'event', 'memory', 'met', 'feat', 'received']);

/** The sentences of a message that wakes a tie. */
export function wakingSentences({ thread, second }: Parts, picker: WordingPicker): readonly string[] {
  const old = [thread, second].find(
    (one) => one !== undefined && one.mood === 'light' && !isWeak(one) && GOOD_OLD.has(one.kind),
  );
  const ask = picker.pick('waking-ask', HOW_IS_LIFE);
  if (old === undefined) return [picker.pick('waking', FONDLY), ask];
  const recall = worded(recallsOf(old), picker);
  if (WARM_ALREADY.has(old.kind)) return [recall, ask];
  const warm = old.kind === 'talk' ? picker.pick('waking-stayed', STAYED) : picker.pick('waking-warm', WARMLY);
  return [`${recall} ${warm}`, ask];
}

/** To the owner, before a call. */
export function wakingTalkingPoint({ name, thread }: Parts): string {
  const old = thread !== undefined && thread.mood === 'light' && GOOD_OLD.has(thread.kind) ? thread : undefined;
  return old === undefined
    ? `Say that ${name} came to mind, and what you like to remember. Then listen.`
    : `Say what you like to remember: ${old.about}. Then ask ${name} how life is.`;
}
