import { isSpoken } from '../keeping/open-threads.ts';
import { askedBeside, recallsOf } from '../today/lines.ts';
import { type Body, type Parts, type WordingPicker, worded } from '../today/parts.ts';
import { plain, shortened } from '../today/phrases.ts';
import { isWeak, type ThreadKind } from '../today/thread.ts';
import { wishesOf } from '../today/wishes.ts';
import type { DraftKind } from '../words.ts';
import { checkedIn } from './check-ins.ts';
import { congratulated } from './congratulations.ts';
import { deedOf } from './deed.ts';
import { invited } from './invitations.ts';

/*
 * Messages one begins by oneself rather than because something is due: to thank, to congratulate, to invite. Read every line
 * aloud before adding it. A congratulation asks for nothing, an ask says that no is fine, an invitation leaves the day open.
 */

const THANKS: readonly string[] = [
  'I have been meaning to say thank you. You helped me more than you may know.',
  'Thank you, for more than I usually find words for.',
  'I never thanked you properly, so here it is: thank you.',
  'A late but honest thank you: what you did made a difference to me.',
];
/** `t` is what they did: `You read my draft`. */
const THANKS_FOR: readonly ((t: string) => string)[] = [
  (t) => `${t}, and it helped me more than you may know. Thank you.`,
  (t) => `${t}, and I have not forgotten it. Thank you.`,
  (t) => `${t}, and that meant a lot to me. Thank you.`,
  (t) => `${t}, and I think of it often. Thank you.`,
];
const FOLLOW_UPS: Readonly<Record<'spoken' | 'written' | 'mine', readonly string[]>> = {
  spoken: [
    'It was good to talk. I have been thinking about what you said.',
    'I enjoyed our conversation, and I would like to go on with it.',
    'It was good to have the time to talk. Let’s not wait so long next time.',
    'I keep coming back to our conversation. Thank you for it.',
    'Talking to you did me good. I would like to do it again soon.',
  ],
  written: [
    'It was good to hear from you. Let’s not wait so long next time.',
    'I was glad of your words, and I would like to hear more.',
    'It did me good to be in touch with you again.',
    'I was happy that we wrote to each other again.',
  ],
  mine: [
    'I wanted to write to you again.',
    'I have been meaning to come back to you since I last wrote.',
    'You have been on my mind since I last wrote.',
  ],
};
/** `t` is what was talked about: `our talk about tidal power`. */
const FOLLOW_UPS_ABOUT: readonly ((t: string) => string)[] = [
  (t) => `I keep coming back to ${t}. Thank you for that.`,
  (t) => `I have been thinking about ${t}, and I would like to hear more.`,
  (t) => `${t.charAt(0).toUpperCase()}${t.slice(1)} gave me something to think about. Thank you for that.`,
  (t) => `I am still thinking about ${t}. Let’s not wait so long next time.`,
];
const REPLIES: readonly string[] = [
  'I owe you an answer, and I am sorry that it took me so long.',
  'Forgive my long silence; it was no lack of interest.',
  'I am late with my answer, and I am sorry. Thank you for writing.',
  'Your message deserved a quicker answer. I was glad to have it.',
  'I read your message more than once, and it is time I answered it.',
];
const ASKS: readonly string[] = [
  'May I ask you something? If it does not fit just now, no is a perfectly good answer.',
  'I have a question, and I thought of you first. Please say no if it does not fit.',
  'Would you have ten minutes for a question of mine? If not, that is quite all right.',
];
const NEW_YEAR: readonly string[] = [
  'I hope the past year was kind to you, and that the new one is better still.',
  'I wish you a year with good work, good company and time for what you love.',
  'May the new year bring you what you are hoping for.',
  'I wish you health, some good surprises and a few quiet days to begin with.',
  'I hope the year ends gently for you and the next one begins with good news.',
  'I wish you a good start, and I hope our paths cross more often this year.',
  'Here’s to a year with more of what you love in it.',
  'May it be a good year for you and for the people you love.',
];
const BIRTHDAYS: readonly string[] = [
  'I hope you spend it with people you love.',
  'I hope the day is a good one, and the year after it even better.',
  'I wish you a year full of what you enjoy most.',
  'I hope somebody bakes you a cake.',
  'Have a good day, and a year with many more of them.',
  'I am glad that you are here, today and all year.',
];
/** For somebody in a hard time: no wish for joy. */
const GENTLE_YEAR: readonly string[] = [
  'I know that this was not an easy year, and I am thinking of you. I wish you quiet days and good company.',
  'I am thinking of you as the year ends. I hope the new one is gentler with you.',
];
const GENTLE_BIRTHDAY: readonly string[] = [
  'I am thinking of you on your day. I hope it has a few good hours in it.',
  'You are on my mind on your birthday. Be gentle with yourself.',
];

export interface LibraryContext {
  /** What they did, or what is asked for, in the owner's words. */
  readonly about?: string | undefined;
  readonly hard: boolean;
}

/** What a message of this kind says when nothing in the notes asks for it; undefined for kinds that need something there. */
export function libraryBody(
  kind: DraftKind,
  parts: Parts,
  picker: WordingPicker,
  { about = '', hard }: LibraryContext,
): Body | undefined {
  const { name } = parts;
  const pick = (pool: readonly string[]) => picker.pick(`library-${kind}`, pool);
  switch (kind) {
    case 'thanks':
      return { sentences: thanksFor(plain(about), parts, picker) };
    case 'congratulations':
      return { sentences: congratulated(plain(about), parts, picker) };
    case 'check-in':
      return { sentences: checkedIn(parts, picker, hard) };
    case 'follow-up':
      return { sentences: followedUp(parts, picker) };
    case 'reply':
      return { sentences: [pick(REPLIES), ...orHow(more(parts, picker))] };
    case 'ask':
      return { sentences: asked(plain(about), pick) };
    case 'invitation':
      return { sentences: invited(parts, picker) };
    case 'new-year':
      if (hard) return { sentences: [picker.pick('gentle-year', GENTLE_YEAR)] };
      return { wish: `Happy new year, ${name}!`, sentences: wishing(remembered(parts, picker), NEW_YEAR, pick) };
    case 'birthday':
      if (hard) return { sentences: [picker.pick('gentle-birthday', GENTLE_BIRTHDAY)] };
      return {
        wish: `Happy birthday, ${name}!`,
        sentences: wishing(besideAWish(parts, picker), BIRTHDAYS, pick),
      };
    case 'hello':
    case 'promise':
    case 'anniversary':
    case 'trip':
      return undefined;
  }
}

/** What was talked about last in one sentence with the thanks for it; else a question about what is theirs. */
function followedUp(parts: Parts, picker: WordingPicker): readonly string[] {
  const { thread, candidate } = parts;
  // What one wrote oneself is asked about, and no talk is thanked for.
  if (thread !== undefined && isMine(thread)) return [worded(recallsOf(thread), picker)];
  if (thread?.kind === 'talk' && thread.mood === 'light' && /^(?:our|what you told me)\b/.test(thread.text))
    return [picker.pick('follow-up-about', FOLLOW_UPS_ABOUT)(thread.text)];
  const touch = candidate.lastTold ?? candidate.lastTouch;
  const way =
    touch === undefined || isSpoken(touch.channel) ? 'spoken' : touch.direction === 'mine' ? 'mine' : 'written';
  const further = more(parts, picker);
  return [picker.pick(`follow-up-${way}`, FOLLOW_UPS[way]), ...(way === 'mine' ? orHow(further) : further)];
}

/** A question, where there is none to ask of what is known. */
function orHow(sentences: readonly string[]): readonly string[] {
  return sentences.length > 0 ? sentences : ['How are you?'];
}

/** "Read my draft" is something they did: "You read my draft …". Anything else is thanked for without naming it. */
function thanksFor(about: string, parts: Parts, picker: WordingPicker): readonly string[] {
  const deed = deedOf(about, parts);
  return [deed === undefined ? picker.pick('thanks', THANKS) : picker.pick('thanks-for', THANKS_FOR)(deed)];
}

function asked(about: string, pick: (pool: readonly string[]) => string): readonly string[] {
  if (about === '') return [pick(ASKS)];
  const what = shortened(about, 300);
  const ask = /[?]$/.test(what) ? what : `I have a question, and I thought of you: ${what}.`;
  return [ask, 'If it does not fit just now, no is a perfectly good answer.'];
}

/** How one met, what they once did and what they gave do not belong beside an answer or thanks for a talk. */
const ASIDE: ReadonlySet<ThreadKind> = new Set(['met', 'feat', 'received', 'meal']);

/** What the owner wrote is not what they are answering, nor a wish. */
const isMine = (thread: Parts['thread']): boolean => thread?.kind === 'talk' && thread.text.startsWith('my ');

/** One question about what is theirs. */
function more({ thread, second }: Parts, picker: WordingPicker): readonly string[] {
  const found = [thread, second].find(
    (one) => one !== undefined && !isWeak(one) && !ASIDE.has(one.kind) && !isMine(one),
  );
  return found === undefined ? [] : [worded(askedBeside(found), picker)];
}

/** What is told at the turn of a year; other threads are for a message of their own. */
const WISHED_WITH: ReadonlySet<ThreadKind> = new Set(['talk', 'matter', 'plan']);

/** A wish for anybody before what is theirs, and not two in a row that begin with "I hope". */
function wishing(
  theirs: readonly string[],
  pool: readonly string[],
  pick: (pool: readonly string[]) => string,
): readonly string[] {
  const begin = /^I (?:hope|wish)\b/.exec(theirs[0] ?? '')?.[0];
  return [pick(begin === undefined ? pool : pool.filter((line) => !line.startsWith(begin))), ...theirs];
}

/** On a day of joy only what is light, and said as a wish. */
function besideAWish({ thread, second }: Parts, picker: WordingPicker): readonly string[] {
  const wishes = wishesOf(thread) ?? wishesOf(second);
  return wishes === undefined ? [] : [worded(wishes, picker)];
}

/** The same, or what was talked about: a year looks back as well. */
function remembered(parts: Parts, picker: WordingPicker): readonly string[] {
  const { thread } = parts;
  if (thread === undefined || thread.mood !== 'light' || isMine(thread) || !WISHED_WITH.has(thread.kind))
    return besideAWish(parts, picker);
  return [worded(recallsOf(thread), picker)];
}
