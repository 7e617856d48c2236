import { threadFromFact } from '../today/fact.ts';
import { namesOf } from '../today/grammar.ts';
import { asksOf, PLAIN_FIRST, recallsOf } from '../today/lines.ts';
import { goodNewsSentence } from '../today/moment-message.ts';
import { type Body, type Parts, type WordingPicker, worded } from '../today/parts.ts';
import { PAST } from '../today/patterns.ts';
import { plain, shortened } from '../today/phrases.ts';
import { turned } from '../today/reading.ts';
import { isWeak, type ThreadKind } from '../today/thread.ts';
import type { DraftKind } from '../words.ts';
import { isStale } from './stale.ts';

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
const CONGRATULATIONS: readonly string[] = [
  'I heard your good news, and I am so happy for you. Congratulations!',
  'What wonderful news. Congratulations, you have earned it!',
  'I was so glad to hear it. Congratulations!',
  'Congratulations! I hope you take an evening to celebrate.',
  'Your news made my day. Congratulations!',
  'I always thought you would do it. Congratulations, and enjoy it!',
  'Congratulations! I would love to hear how it came about.',
];
const AFTER_CONGRATULATIONS: readonly string[] = [
  'I am so happy for you. How does it feel?',
  'You have earned it. I hope you take an evening to celebrate.',
  'What wonderful news. Tell me more when you have a moment.',
];
const CHECK_INS: readonly string[] = [
  'I have been thinking of you. How are you these days? No need for a long answer.',
  'You have been on my mind. How are things now?',
  'I just wanted to say that I am thinking of you. I am here whenever you feel like talking.',
  'How are you, really? I have time to listen whenever you like.',
  'You crossed my mind, and I wondered how you are. A word is enough, or none.',
  'How are things with you these days? I hope they are kind to you.',
  'How are your days at the moment? If a walk or a call would do you good, say the word.',
];
const FOLLOW_UPS: readonly string[] = [
  'It was good to talk. I have been thinking about what you said.',
  'I enjoyed our conversation, and I would like to go on with it.',
  'It was good to have the time to talk. Let’s not wait so long next time.',
  'I keep coming back to our conversation. Thank you for it.',
  'Talking to you did me good. I would like to do it again soon.',
];
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
const INVITATIONS: Readonly<Record<'near' | 'far', readonly string[]>> = {
  near: [
    'Shall we have a coffee one of these days? You choose the place.',
    'I would love to see you. Is there an evening that suits you in the next weeks?',
    'Are you free for a walk some time soon? Any day that is good for you.',
    'Come round for soup one of these evenings? I would enjoy the company.',
  ],
  far: [
    'Would you like to have a coffee some time? I would be glad to hear what you are working on.',
    'Could we meet for half an hour in the next weeks? I would enjoy that.',
    'I would like to hear more from you. Would a coffee or a call suit you better?',
    'If you have half an hour in the next weeks, I would enjoy talking with you again.',
  ],
};
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
  const { candidate, name } = parts;
  const pick = (pool: readonly string[]) => picker.pick(`library-${kind}`, pool);
  switch (kind) {
    case 'thanks':
      return { sentences: thanksFor(plain(about), parts, picker) };
    case 'congratulations':
      return { sentences: congratulated(plain(about), parts, picker) };
    case 'check-in':
      return { sentences: [pick(CHECK_INS)] };
    case 'follow-up':
      return { sentences: followedUp(parts, picker) };
    case 'reply':
      return { sentences: [pick(REPLIES), ...orHow(isMine(parts.thread) ? [] : more(parts, picker))] };
    case 'ask':
      return { sentences: asked(plain(about), pick) };
    case 'invitation':
      return { sentences: [...leadIn(parts, picker), pick(INVITATIONS[candidate.closeness >= 0.4 ? 'near' : 'far'])] };
    case 'new-year':
      if (hard) return { sentences: [picker.pick('gentle-year', GENTLE_YEAR)] };
      return { wish: `Happy new year, ${name}!`, sentences: [pick(NEW_YEAR), ...remembered(parts, picker)] };
    case 'birthday':
      if (hard) return { sentences: [picker.pick('gentle-birthday', GENTLE_BIRTHDAY)] };
      return {
        wish: `Happy birthday, ${name}!`,
        sentences: [pick(BIRTHDAYS), ...besideAWish(parts, picker)],
      };
    case 'hello':
    case 'promise':
    case 'anniversary':
    case 'trip':
      return undefined;
  }
}

/** "Won the prize" is something they did, "the new job" something there is. */
function congratulated(about: string, parts: Parts, picker: WordingPicker): readonly string[] {
  const pick = (pool: readonly string[]) => picker.pick('library-congratulations', pool);
  if (about === '') return [goodNewsSentence(parts, picker) ?? successSentence(parts, picker) ?? pick(CONGRATULATIONS)];
  const deed = deedOf(about, parts);
  if (deed !== undefined) return [`${deed}: congratulations!`, pick(AFTER_CONGRATULATIONS)];
  const what = shortened(about, 120).replace(/^(?:The|A|An|Your|His|Her|Their)\b/, (word) => word.toLowerCase());
  return [`Congratulations on ${what.replace(/^(?:his|her|their)\b/, 'your')}!`, pick(AFTER_CONGRATULATIONS)];
}

/** Something they managed, of which nobody ever made much. */
const LATE_PRAISE: readonly ((t: string) => string)[] = [
  (t) => `I don’t think I ever congratulated you properly: ${t}, and that is something. Well done!`,
  (t) => `Late, but meant all the more: ${t}. Congratulations!`,
  (t) => `It is a while ago, and I still admire it: ${t}. Congratulations!`,
];

/** The newest success that may be said, where there is no news. */
function successSentence({ candidate, today }: Parts, picker: WordingPicker): string | undefined {
  const [success] = candidate.facts
    .filter(
      (fact) => fact.kind === 'success' && !fact.private && (fact.learnedOn ?? '') <= today && !isStale(fact, today),
    )
    .sort((a, b) => ((a.learnedOn ?? '') < (b.learnedOn ?? '') ? 1 : -1))
    .flatMap((fact) => threadFromFact(fact, namesOf(candidate)) ?? [])
    .filter(({ kind, mood }) => mood === 'light' && (kind === 'feat' || kind === 'since'));
  return success && picker.pick('late-praise', LATE_PRAISE)(success.text);
}

/** What was talked about last in one sentence with the thanks for it; else a question about what is theirs. */
function followedUp(parts: Parts, picker: WordingPicker): readonly string[] {
  const { thread } = parts;
  // What one wrote oneself is asked about, and no talk is thanked for.
  if (thread !== undefined && isMine(thread)) return more(parts, picker);
  if (thread?.kind === 'talk' && thread.mood === 'light' && /^(?:our|what you told me)\b/.test(thread.text))
    return [picker.pick('follow-up-about', FOLLOW_UPS_ABOUT)(thread.text)];
  return [picker.pick('library-follow-up', FOLLOW_UPS), ...more(parts, picker)];
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

/** What they did, as said to them; undefined for anything else, and where it may be about somebody else. */
function deedOf(about: string, { candidate }: Parts): string | undefined {
  if (about === '' || !PAST.test(about)) return undefined;
  const said = turned(`You ${about.charAt(0).toLowerCase()}${about.slice(1)}`, {
    names: [candidate.name, candidate.given ?? ''],
    alone: true,
    trusted: true,
    from: 'talk',
    conversation: '',
  });
  return said && said.charAt(0).toUpperCase() + said.slice(1);
}

function asked(about: string, pick: (pool: readonly string[]) => string): readonly string[] {
  if (about === '') return [pick(ASKS)];
  const what = shortened(about, 300);
  const ask = /[?]$/.test(what) ? what : `I have a question, and I thought of you: ${what}.`;
  return [ask, 'If it does not fit just now, no is a perfectly good answer.'];
}

/** How one met and what they once did do not belong beside an answer or thanks for a talk. */
const ASIDE: ReadonlySet<ThreadKind> = new Set(['met', 'feat']);

/** What the owner wrote is not what they are answering, nor a wish. */
const isMine = (thread: Parts['thread']): boolean => thread?.kind === 'talk' && thread.text.startsWith('my ');

/** One question about what is theirs. */
function more({ thread }: Parts, picker: WordingPicker): readonly string[] {
  return thread === undefined || isWeak(thread) || ASIDE.has(thread.kind) ? [] : [worded(asksOf(thread), picker)];
}

/** What goes with a wish or an invitation; other threads are for a message of their own. */
const WISHED_WITH: ReadonlySet<ThreadKind> = new Set([
  'talk',
  'matter',
  'ongoing',
  'hope',
  'plan',
  'interest',
  'role',
  'still',
]);
const BIRTHDAY_WITH: ReadonlySet<ThreadKind> = new Set(['ongoing', 'hope', 'plan', 'interest', 'kin']);
const INVITED_WITH: ReadonlySet<ThreadKind> = new Set(['talk', 'ongoing', 'interest', 'matter']);

/** On a day of joy only what is light; a card asks nothing. */
function besideAWish(parts: Parts, picker: WordingPicker): readonly string[] {
  const { thread, style } = parts;
  if (thread === undefined || thread.mood !== 'light' || !BIRTHDAY_WITH.has(thread.kind)) return [];
  return [worded(style === 'card' ? recallsOf(thread) : asksOf(thread), picker)];
}

/** The same as a sentence that asks nothing. */
function remembered({ thread }: Parts, picker: WordingPicker): readonly string[] {
  if (thread === undefined || thread.mood !== 'light' || !WISHED_WITH.has(thread.kind) || isMine(thread)) return [];
  return [worded(recallsOf(thread), picker)];
}

function leadIn(parts: Parts, picker: WordingPicker): readonly string[] {
  const { thread, style } = parts;
  if (thread !== undefined && INVITED_WITH.has(thread.kind)) return remembered(parts, picker);
  return style === 'email' ? [picker.pick('plain-first', PLAIN_FIRST)] : [];
}
