import { wouldHear } from '../today/indirect.ts';
import { openingsOf, recallsOf } from '../today/lines.ts';
import { type Parts, type WordingPicker, worded } from '../today/parts.ts';
import { isWeak } from '../today/thread.ts';

/*
 * To ask how somebody is. To somebody who has it hard with care and few words; to everybody else lightly, and with what is
 * theirs, for a grave question frightens whoever is well. Read every line aloud before adding it.
 */

const GENTLE: readonly string[] = [
  'I have been thinking of you. How are you these days? No need for a long answer.',
  'You have been on my mind. How are things now?',
  'I just wanted to say that I am thinking of you. I am here whenever you feel like talking.',
  'How are you, really? I have time to listen whenever you like.',
  'You crossed my mind, and I wondered how you are. A word is enough, or none.',
  'How are your days at the moment? If a walk or a call would do you good, say the word.',
];
const LIGHT: readonly string[] = [
  'How are you getting on? I’d love to hear, whenever you have a minute.',
  'What have the last weeks been like for you?',
  'I realised that I don’t know how you are, and that I would like to.',
  'How is everything with you? A few lines would make me happy.',
  'What is life like at your end? I am curious.',
  'I just wanted to hear how you are.',
  'How have you been keeping? Tell me a little when you feel like it.',
  'It would be good to know how you are.',
];
/** `t` goes on from "how you are, and": `whether you still row`. */
const LIGHT_ABOUT: readonly ((t: string) => string)[] = [
  (t) => `I just wanted to hear how you are, and ${t}.`,
  (t) => `I’d love to know how you are, and ${t}.`,
  (t) => `I have been wondering how you are, and ${t}.`,
  (t) => `Tell me how you are, and ${t}, when you have a minute.`,
];
const LIGHT_ASKS: readonly string[] = [
  'How are you these days?',
  'How are you getting on?',
  'How have you been since?',
];

export function checkedIn(parts: Parts, picker: WordingPicker, hard: boolean): readonly string[] {
  if (hard) return [picker.pick('check-in-gentle', GENTLE)];
  const thread = [parts.thread, parts.second].find((one) => one !== undefined && !isWeak(one));
  if (thread === undefined) return [picker.pick('check-in-light', LIGHT)];
  if (thread.mood !== 'light') return [worded(openingsOf(thread), picker)];
  const clauses = wouldHear(thread);
  if (clauses.length > 0)
    return [picker.pick('check-in-about', LIGHT_ABOUT)(picker.pick(`check-in-${thread.kind}`, clauses))];
  if (BESIDE.has(thread.kind) && thread.told === undefined)
    return [worded(recallsOf(thread), picker), picker.pick('check-in-asks', LIGHT_ASKS)];
  // What they were about to do comes after themselves.
  return [
    worded(openingsOf(thread), picker).replace(
      /(?<=\. )(How|What) (?=[^.?]*\?$)/,
      (word) => `How are you, and ${word.toLowerCase()}`,
    ),
  ];
}

/** What is remembered in a sentence before one asks. */
const BESIDE: ReadonlySet<string> = new Set(['talk', 'event', 'memory', 'received', 'feat']);
