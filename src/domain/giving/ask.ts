import type { CalendarDate } from '../dates.ts';
import { plain } from '../today/phrases.ts';
import { type Exchange, newestOf } from './exchange.ts';
import type { Favour } from './favours.ts';

/** What to know before asking somebody for something. */
export interface BeforeAsking {
  readonly lastGiven: Exchange | undefined;
  readonly lastReceived: Exchange | undefined;
  /** Ways to give first, which is asked for nothing in return. */
  readonly waysToGive: readonly Favour[];
  /** A draft that leaves room for a no. */
  readonly draft: string;
}

const MOST_WAYS = 3;
/** Favours that are asked of them are no way to give. */
const GIVES = new Set<Favour['kind']>([
  'thanks',
  'public-thanks',
  'feedback',
  'introduction',
  'article',
  'cheer',
  'recommendation',
  'hello',
]);

export function beforeAsking({
  name,
  text,
  exchanges,
  favours,
  today,
}: {
  readonly name: string;
  /** What is to be asked, in the owner's words; may be empty. */
  readonly text: string;
  readonly exchanges: readonly Exchange[];
  readonly favours: readonly Favour[];
  readonly today: CalendarDate;
}): BeforeAsking {
  return {
    lastGiven: newestOf(exchanges, 'given', today),
    lastReceived: newestOf(exchanges, 'received', today),
    waysToGive: favours.filter(({ kind }) => GIVES.has(kind)).slice(0, MOST_WAYS),
    draft: draftOf(name, plain(text)),
  };
}

/** "to read my proposal" is asked as a question; "for a lift" names the thing. */
function asked(what: string): string {
  if (/^to \p{Ll}/u.test(what)) return `could you ${what.slice('to '.length)}?`;
  return `${what.replace(/^for (?=(?:an?|the|some|your|my|help|advice|feedback)(?: |$))/, '')}.`;
}

function draftOf(name: string, what: string): string {
  const ask =
    what === ''
      ? 'May I ask you something?'
      : /[?]$/.test(what)
        ? what
        : `I have a question, and I thought of you: ${asked(what.replace(/[.!]+$/u, ''))}`;
  return `Hi ${name}, ${/^(?:I\b|I’)/.test(ask) ? ask : ask.charAt(0).toLowerCase() + ask.slice(1)} If it does not fit just now, no is a perfectly good answer.`;
}
