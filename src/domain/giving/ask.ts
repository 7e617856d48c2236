import type { CalendarDate } from '../dates.ts';
import { daysApart } from '../keeping/day-number.ts';
import { durationText } from '../keeping/durations.ts';
import { plain, shortened } from '../today/phrases.ts';
import type { MomentKind, PromiseBy } from '../words.ts';
import { balanceSentence, type Exchange, newestOf } from './exchange.ts';
import type { Favour } from './favours.ts';

/** What to know before asking somebody for something. */
export interface BeforeAsking {
  /** They have it hard just now: wait, or ask how they are first. */
  readonly care: string | undefined;
  /** What is open between the two: promises either way, and what was asked for and never came. */
  readonly open: readonly string[];
  /** Where it was one-sided of late, said kindly. */
  readonly balance: string | undefined;
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
  promises,
  hardTime,
  today,
}: {
  readonly name: string;
  /** What is to be asked, in the owner's words; may be empty. */
  readonly text: string;
  readonly exchanges: readonly Exchange[];
  readonly favours: readonly Favour[];
  /** Those that are open. */
  readonly promises: readonly { readonly by: PromiseBy; readonly text: string }[];
  /** What is hard for them now, if anything. */
  readonly hardTime: { readonly kind: MomentKind; readonly text: string; readonly date: CalendarDate } | undefined;
  readonly today: CalendarDate;
}): BeforeAsking {
  return {
    care: hardTime && careSentence(name, hardTime, today),
    open: [
      ...promises.map(({ by, text: what }) =>
        by === 'me' ? `You promised ${name}: ${inShort(what)}.` : `${name} promised you: ${inShort(what)}.`,
      ),
      ...stillAsked(name, exchanges, today),
    ],
    balance: hardTime === undefined ? balanceSentence(exchanges, { name, today }) : undefined,
    lastGiven: newestOf(exchanges, 'given', today),
    lastReceived: newestOf(exchanges, 'received', today),
    waysToGive: favours.filter(({ kind }) => GIVES.has(kind)).slice(0, MOST_WAYS),
    draft: draftOf(name, plain(text)),
  };
}

const ASKED_DAYS = 180;
const LONGEST = 80;
const inShort = (text: string) => shortened(plain(text), LONGEST).replace(/[.!?…]+$/u, '');

function careSentence(
  name: string,
  { kind, text, date }: { readonly kind: MomentKind; readonly text: string; readonly date: CalendarDate },
  today: CalendarDate,
): string {
  const days = daysApart(date, today);
  const when = days === 0 ? 'today' : `${durationText(days)} ago`;
  const what = kind === 'quiet-time' ? '' : ` (${inShort(text)}, ${when})`;
  return `${name} has a hard time just now${what}. If it can wait, let it; else ask first how ${name} is.`;
}

/** What was asked for in the last half year, and after which nothing came. */
function stillAsked(name: string, exchanges: readonly Exchange[], today: CalendarDate): string[] {
  const asked = newestOf(exchanges, 'asked', today);
  if (asked === undefined || daysApart(asked.date, today) > ASKED_DAYS) return [];
  const received = newestOf(exchanges, 'received', today);
  if (received !== undefined && received.date >= asked.date) return [];
  const days = daysApart(asked.date, today);
  const when = days === 0 ? 'today' : `${durationText(days)} ago`;
  return [`You asked ${name} ${when}, and nothing is noted since: ${inShort(asked.text)}.`];
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
