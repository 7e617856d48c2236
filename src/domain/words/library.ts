import { asksOf, CLOSERS, recallsOf } from '../today/lines.ts';
import { type Body, type Parts, type WordingPicker, worded } from '../today/parts.ts';
import { PAST } from '../today/patterns.ts';
import { plain, shortened } from '../today/phrases.ts';
import { turned } from '../today/reading.ts';
import { isWeak } from '../today/thread.ts';
import type { DraftKind } from '../words.ts';

/*
 * Messages one begins by oneself rather than because something is due: to thank, to congratulate, to invite. Read every line
 * aloud before adding it. A congratulation asks for nothing, an ask says that no is fine, an invitation leaves the day open.
 */

const THANKS: readonly string[] = [
  'I have been meaning to say thank you. It helped me more than you may know.',
  'Thank you. I think of it more often than I say.',
  'I never thanked you properly, so here it is: thank you.',
  'A late but honest thank you. It made a difference to me.',
];
const THANKS_AFTER: readonly string[] = [
  'It helped me more than you may know. Thank you.',
  'I have not forgotten it. Thank you.',
  'That meant a lot to me. Thank you.',
  'I think of it often, and I wanted to thank you.',
];
const CONGRATULATIONS: readonly string[] = [
  'I heard your good news, and I am so happy for you. Congratulations!',
  'What wonderful news. Congratulations, you have earned it!',
  'I was so glad to hear it. Congratulations!',
  'Congratulations! I hope you take an evening to celebrate.',
];
const CHECK_INS: readonly string[] = [
  'I have been thinking of you. How are you these days? No need for a long answer.',
  'You have been on my mind. How are things now?',
  'I just wanted to say that I am thinking of you. I am here whenever you feel like talking.',
  'How are you, really? I have time to listen whenever you like.',
];
const FOLLOW_UPS: readonly string[] = [
  'It was good to talk. I have been thinking about what you said.',
  'I enjoyed our conversation, and I would like to go on with it.',
  'It was good to have the time to talk. Let’s not wait so long for the next.',
];
const REPLIES: readonly string[] = [
  'I owe you an answer, and I am sorry that it took me so long. How are you?',
  'Forgive my long silence; it was no lack of interest. How have you been?',
  'I am late with my answer, and I am sorry. Thank you for writing.',
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
  ],
  far: [
    'Would you like to have a coffee some time? I would be glad to hear what you are working on.',
    'Could we meet for half an hour in the next weeks? I would enjoy that.',
    'I would like to hear more from you. Would a coffee or a call suit you better?',
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
  const { candidate, name, style } = parts;
  const pick = (pool: readonly string[]) => picker.pick(`library-${kind}`, pool);
  switch (kind) {
    case 'thanks':
      return { sentences: thanksFor(plain(about), parts, picker) };
    case 'congratulations':
      return { sentences: [pick(CONGRATULATIONS)] };
    case 'check-in':
      return { sentences: [pick(CHECK_INS)] };
    case 'follow-up':
      return { sentences: [pick(FOLLOW_UPS), ...more(parts, picker)] };
    case 'reply':
      return { sentences: [pick(REPLIES)] };
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
        sentences: [pick(BIRTHDAYS), ...(style === 'card' ? remembered(parts, picker) : more(parts, picker))],
      };
    case 'hello':
    case 'promise':
    case 'anniversary':
    case 'trip':
      return undefined;
  }
}

/** "Read my draft" is something they did: "You read my draft." Anything else is thanked for without naming it. */
function thanksFor(about: string, { candidate }: Parts, picker: WordingPicker): readonly string[] {
  const names = [candidate.name, candidate.given ?? ''];
  const deed =
    about !== '' && PAST.test(about)
      ? turned(`You ${about.charAt(0).toLowerCase()}${about.slice(1)}`, {
          names,
          alone: true,
          trusted: true,
          from: 'talk',
          conversation: '',
        })
      : undefined;
  return deed === undefined
    ? [picker.pick('thanks', THANKS)]
    : [`${deed.charAt(0).toUpperCase()}${deed.slice(1)}.`, picker.pick('thanks-after', THANKS_AFTER)];
}

function asked(about: string, pick: (pool: readonly string[]) => string): readonly string[] {
  if (about === '') return [pick(ASKS)];
  const what = shortened(about, 300);
  const ask = /[?]$/.test(what) ? what : `I have a question, and I thought of you: ${what}.`;
  return [ask, 'If it does not fit just now, no is a perfectly good answer.'];
}

/** One question about what is theirs. */
function more({ thread }: Parts, picker: WordingPicker): readonly string[] {
  return thread === undefined || isWeak(thread) ? [] : [worded(asksOf(thread), picker)];
}

/** The same as a sentence that asks nothing. */
function remembered({ thread }: Parts, picker: WordingPicker): readonly string[] {
  if (thread === undefined || isWeak(thread) || thread.mood !== 'light') return [];
  return [worded(recallsOf(thread), picker)];
}

function leadIn(parts: Parts, picker: WordingPicker): readonly string[] {
  const found = remembered(parts, picker);
  return found.length > 0 || parts.style !== 'email' ? found : [picker.pick('closer', CLOSERS)];
}
