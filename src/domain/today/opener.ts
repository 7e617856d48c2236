import type { CalendarDate } from '../dates.ts';
import { stableHash } from '../keeping/hash.ts';
import { isSpoken } from '../keeping/open-threads.ts';
import type { Channel, Direction } from '../words.ts';
import type { Candidate, KnownFact, Reason } from './candidate.ts';
import { threadFromFact } from './fact.ts';
import { namesOf } from './grammar.ts';
import type { NearHoliday } from './holiday-reason.ts';
import { isReadOut } from './lines.ts';
import { composeMessage } from './message.ts';
import { threadFrom, threadFromTopic } from './note.ts';
import type { Parts } from './parts.ts';
import { calledName, messageName, plain } from './phrases.ts';
import { remembered } from './remembered.ts';
import { composeTalkingPoint } from './talking-point.ts';
import { isWeak, sharesWords, type Thread } from './thread.ts';

/** How long and in what shape a channel wants it. */
export type OpenerStyle = 'short' | 'email' | 'card' | 'talk';

const STYLES: Readonly<Partial<Record<Channel, OpenerStyle>>> = {
  email: 'email',
  card: 'card',
  phone: 'talk',
  video: 'talk',
  'in-person': 'talk',
  event: 'talk',
};
/** How often another wording is tried before two people may hear the same: thoroughly for a day's list. */
const ATTEMPTS = 24;
const NOTHING_USED: ReadonlySet<string> = new Set();

export interface OpenerOptions {
  /** Best first; may be empty when the owner begins by themselves. */
  readonly reasons: readonly Reason[];
  readonly channel: Channel;
  readonly today: CalendarDate;
  readonly locale?: string;
  /** A holiday that is near where they live, to be mentioned in passing. */
  readonly holiday?: NearHoliday | undefined;
  /** Lines of a quiet reason, of which one may be said in passing. */
  readonly aside?: readonly string[] | undefined;
  /** Fewer tries for a list that is too long to be sent in a day. */
  readonly attempts?: number;
  /** What was already said today, so that no two people get the same line. Added to. */
  readonly used?: Set<string>;
}

/** What a draft is made from: chosen once, worded as often as it takes. */
export interface DraftContext extends Parts {
  readonly candidate: Candidate;
  readonly today: CalendarDate;
  readonly locale: string;
  readonly channel: Channel;
}

/**
 * A first draft: from the strongest reason, the last conversation and a fact that is not private, in the length the channel
 * wants; for a call or a meeting what to begin with, said to the owner. The same person gets the same draft all day.
 */
export function openerFor(candidate: Candidate, options: OpenerOptions): string {
  const { reasons, channel, today, locale = 'en', holiday, aside, used, attempts = ATTEMPTS } = options;
  const style = STYLES[channel] ?? 'short';
  const name = calledName(candidate);
  const lead = leadOf(reasons);
  const context = {
    candidate,
    today,
    locale,
    channel,
    style,
    name,
    lead,
    holiday,
    aside,
    ...threadsOf(candidate, lead, today, style),
  };
  let draft = '';
  for (let attempt = 0; attempt < attempts; attempt++) {
    const picker = new Picker(`${candidate.personId}|${today}|${attempt}`, used ?? NOTHING_USED);
    draft = tidied(style === 'talk' ? composeTalkingPoint(context, picker) : composeMessage(context, picker));
    const line = draft.split(name).join('').toLowerCase();
    if (used?.has(line) === true) continue;
    used?.add(line);
    for (const wording of picker.taken) used?.add(wording);
    break;
  }
  return draft;
}

/** What the draft begins with: the strongest reason, but nobody speaks of time that has passed when a day of theirs is near. */
function leadOf(reasons: readonly Reason[]): Reason | undefined {
  const [strongest] = reasons;
  const isOnlyTime = strongest?.kind === 'rhythm' || strongest?.kind === 'quiet';
  return (isOnlyTime ? reasons.find(({ kind }) => kind === 'occasion') : undefined) ?? strongest;
}

/** Chooses wordings by a stable hash, and one that nobody got today while there is one. */
export class Picker {
  readonly taken: string[] = [];
  readonly #seed: string;
  readonly #used: ReadonlySet<string>;

  constructor(seed: string, used: ReadonlySet<string>) {
    this.#seed = seed;
    this.#used = used;
  }

  /** One of the pool, which must not be empty. `pool` is the object itself: its wordings are told apart by `label`. */
  pick<T>(label: string, pool: readonly T[]): T {
    const start = stableHash(`${this.#seed}|${label}`) % pool.length;
    for (let step = 0; step <= pool.length; step++) {
      const index = (start + step) % pool.length;
      const wording = `#${label}:${index}`;
      const chosen = pool[index];
      // The last round takes the first choice again: everything was used.
      if (chosen === undefined || (step < pool.length && this.#used.has(wording))) continue;
      this.taken.push(wording);
      return chosen;
    }
    throw new RangeError(`No wording for ${label}`);
  }
}

const noteThread = remembered(threadFrom, (note, { names, alone, conversation = '' }) =>
  JSON.stringify([note, names, alone, conversation]),
);
const factThread = remembered(threadFromFact, (fact, names) => JSON.stringify([fact.text, fact.kind, names]));

/** The last conversation first, then a fact; but a fact before a mere quotation. */
function threadsOf(
  candidate: Candidate,
  lead: Reason | undefined,
  today: CalendarDate,
  style: OpenerStyle,
): { readonly thread?: Thread; readonly second?: Thread } {
  const names = namesOf(candidate);
  const talk = talkThread(candidate, lead, names);
  const isTalkStrong = talk !== undefined && !isWeak(talk);
  const strong: Thread[] = [];
  const weak: Thread[] = [];
  // Two are all a draft can hold.
  const wanted = isTalkStrong && talk.mood === 'light' ? 1 : 2;
  for (const fact of [...candidate.facts].sort(byWelcome)) {
    if (fact.private || (fact.learnedOn !== undefined && fact.learnedOn > today)) continue;
    const found = factThread(fact, names);
    if (found === undefined) continue;
    // a mere quotation gives way to the fact that was learned from it
    const isSaid = talk !== undefined && sharesWords(found.text, talk.text);
    if (isSaid && (isWeak(found) || !(isWeak(talk) || (style === 'talk' && isReadOut(talk))))) continue;
    (isWeak(found) ? weak : strong).push(found);
    if (strong.filter((thread) => thread.mood === 'light').length === wanted) break;
  }
  const isQuoted = talk !== undefined && strong.some(({ text }) => sharesWords(text, talk.text));
  const last = isTalkStrong || isQuoted ? [] : [talk];
  const threads = [...(isTalkStrong && !isQuoted ? [talk] : []), ...strong, ...last, ...weak].filter(
    (thread) => thread !== undefined,
  );
  // On a day of joy the light thread goes first, whatever was said last.
  if (lead?.kind === 'occasion') threads.sort((a, b) => Number(a.mood !== 'light') - Number(b.mood !== 'light'));
  const [thread, second] = threads;
  return { ...(thread && { thread }), ...(second && { second }) };
}

/** What weighs on them, how one met and what to mind come after what one would rather ask about; then the newest first. */
const LATER: Readonly<Partial<Record<KnownFact['kind'], number>>> = { challenge: 1, 'how-we-met': 2, preference: 3 };

function byWelcome(a: KnownFact, b: KnownFact): number {
  return (LATER[a.kind] ?? 0) - (LATER[b.kind] ?? 0) || newestFirst(a, b);
}

function newestFirst(a: KnownFact, b: KnownFact): number {
  const [dayA, dayB] = [a.learnedOn ?? '', b.learnedOn ?? ''];
  if (dayA !== dayB) return dayA < dayB ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function talkThread(candidate: Candidate, lead: Reason | undefined, names: readonly string[]): Thread | undefined {
  const { followUp } = candidate;
  const lastTouch = candidate.lastTold ?? candidate.lastTouch;
  const conversation = lastTouch === undefined ? 'our talk' : conversationName(lastTouch.channel, lastTouch.direction);
  if (lead?.kind === 'follow-up' && followUp?.topic !== undefined && plain(followUp.topic) !== '')
    return threadFromTopic(followUp.topic, { names, alone: true, conversation });
  if (lastTouch === undefined) return undefined;
  const context = { names, alone: lastTouch.people <= 1, conversation };
  return threadFromTopic(lastTouch.topic ?? '', context) ?? noteThread(lastTouch.summary, context);
}

/** What one calls the last time: "our talk", "your e-mail", "my message". */
function conversationName(channel: Channel, direction: Direction): string {
  if (isSpoken(channel)) return 'our talk';
  const name = messageName(channel);
  return direction === 'theirs' ? `your ${name}` : direction === 'mine' ? `my ${name}` : `our ${name}s`;
}

function tidied(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ +([.,;:!?])/g, '$1')
    .replace(/([!?…])\./g, '$1')
    .replace(/\.{2,}/g, '.')
    .replace(/ *\n */g, '\n')
    .trim();
}
