import { namesOf } from './grammar.ts';
import { askedBeside, CLOSERS, REPLIES } from './lines.ts';
import { type Parts, type WordingPicker, worded } from './parts.ts';
import { moodOf } from './patterns.ts';
import { dayName, messageName } from './phrases.ts';
import { type Asks, whatTheyWrote } from './reply.ts';
import { isWeak } from './thread.ts';

/*
 * What one says when an answer is late. The answer itself only the writer knows: the draft says what was asked, and that it
 * comes. Read every line aloud before adding it; none may say yes or no in the writer's place.
 */

/** An excuse without thanks, where what came is thanked for by itself. */
const EXCUSES: readonly ((t: string) => string)[] = [
  (t) => `I’m sorry that my answer to your ${t} comes so late.`,
  (t) => `Your ${t} deserved a quicker answer.`,
  (t) => `Sorry to have left your ${t} unanswered.`,
];

/** How an answer goes on, by what it has to do. */
const GOING_ON: Readonly<Record<Asks, readonly string[]>> = {
  answer: [
    'I want to give you a proper answer, and you will have it soon.',
    'Let me look into it, and I will tell you.',
    'You will hear from me about it very soon.',
  ],
  'answer-of-me': ['There is a good deal to tell, and I will write more soon.', 'I will tell you more very soon.'],
  favour: ['Let me see what I can do, and I will tell you.', 'Let me think about how best to do it.'],
  invitation: [
    'Thank you for thinking of me; let me look at my days, and I will tell you.',
    'How kind of you. I will look at my days and tell you.',
  ],
  look: ['I want to take my time with it before I say more.', 'I am looking forward to a quiet hour with it.'],
  news: ['How are things now?', 'How are you?'],
  more: ['I would like to hear more about it.', 'Tell me more about it when you have a moment.'],
};
/** After something hard: no question, and nothing cheerful. */
const GENTLY: readonly string[] = ['I’m thinking of you.', 'You are in my thoughts.'];

/** An excuse, what they asked or told, and how the answer goes on; undefined where no message waits for one. */
export function replySentences(
  { candidate, today, locale, thread, second }: Parts,
  picker: WordingPicker,
): readonly string[] | undefined {
  const { awaitingReply } = candidate;
  if (awaitingReply === undefined) return undefined;
  const when = dayName(awaitingReply.since, { today, locale });
  const name = `${messageName(awaitingReply.channel)} ${when === 'today' ? 'today' : `from ${when}`}`;
  const { sentence, asks = 'more', subject } = whatTheyWrote(awaitingReply.summary, namesOf(candidate));
  const isThanked = sentence?.startsWith('Thank you') === true;
  const first = isThanked
    ? picker.pick('excuse', EXCUSES)(name)
    : picker.pick('reply', REPLIES)(subject === undefined ? name : `${name} ${subject}`);
  if (sentence !== undefined) return [first, sentence, goingOn(sentence, asks, picker)];
  if (subject !== undefined) return [first];
  const other = [thread, second].find((entry) => entry !== undefined && !isWeak(entry));
  return other === undefined ? [first, picker.pick('closer', CLOSERS)] : [first, worded(askedBeside(other), picker)];
}

function goingOn(sentence: string, asks: Asks, picker: WordingPicker): string {
  if (moodOf(sentence) !== 'light') return picker.pick('going-on-gently', GENTLY);
  const line = picker.pick(`going-on-${asks}`, GOING_ON[asks]);
  const isMany = asks === 'look' && /s\.?$/.test(sentence.split(/ (?:of|from|in|about|for) /)[1] ?? '');
  return isMany ? line.replace(/\bit\b/, 'them') : line;
}
