import type { CalendarDate } from '../dates.ts';
import { stableHash } from '../keeping/hash.ts';
import { isHardTime } from '../keeping/moments.ts';
import { isSpoken } from '../keeping/open-threads.ts';
import { germanMessage, readsGerman } from '../words/german.ts';
import { draftKindOf, isOfItsOwn, leadOf, styleOf } from '../words/kinds.ts';
import { takeApart } from '../words/letter.ts';
import { lineKeysOf } from '../words/lines.ts';
import { isStale } from '../words/stale.ts';
import type { PlaceValues } from '../words/template.ts';
import { NO_VOICE, ownWords, type Spoken, type Voice, voiced } from '../words/voice.ts';
import type { Channel, Direction, DraftKind, DraftStyle } from '../words.ts';
import type { Candidate, KnownFact, Reason } from './candidate.ts';
import { threadFromFact } from './fact.ts';
import { whoSpeaksOfTheGone } from './gone.ts';
import { namesOf } from './grammar.ts';
import type { NearHoliday } from './holiday-reason.ts';
import { asksOf, isReadOut } from './lines.ts';
import { composeMessage, greetings } from './message.ts';
import { threadFrom, threadFromTopic } from './note.ts';
import { type Parts, worded } from './parts.ts';
import { calledName, messageName, onDay, plain, rememberedDay } from './phrases.ts';
import { remembered } from './remembered.ts';
import { composeTalkingPoint } from './talking-point.ts';
import { isWeak, sharesWords, type Thread } from './thread.ts';

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
  /** The owner's own words, greetings and closes. */
  readonly voice?: Voice;
  /** What it is to be for, whatever the reasons say. */
  readonly kind?: DraftKind;
  /** What is thanked or asked for, in the owner's words. */
  readonly about?: string | undefined;
}

/** What a draft is made from: chosen once, worded as often as it takes. */
export interface DraftContext extends Parts {
  readonly candidate: Candidate;
  readonly today: CalendarDate;
  readonly locale: string;
  readonly channel: Channel;
  readonly kind: DraftKind;
  readonly about?: string | undefined;
  readonly voice: Voice;
}

/**
 * A first draft: from the strongest reason, the last conversation and a fact that is not private, in the length the channel
 * wants and the owner's own voice; for a call or a meeting what to begin with, said to the owner. The same person gets the
 * same draft all day, and no line that was ever said to them while there is another.
 */
export function openerFor(candidate: Candidate, options: OpenerOptions): string {
  const { channel, today, locale = 'en', holiday, aside, used, attempts = ATTEMPTS, about, voice = NO_VOICE } = options;
  const style = styleOf(channel);
  const name = calledName(candidate);
  const first = leadOf(options.reasons);
  const kind = options.kind ?? draftKindOf(first);
  const lead = draftKindOf(first) === kind ? first : options.reasons.find((reason) => draftKindOf(reason) === kind);
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
    kind,
    about,
    voice,
    ...threadsOf(candidate, { lead, kind, today, style }),
  };
  const names = [name, candidate.name];
  const said = candidate.said ?? NOTHING_USED;
  let best: { readonly draft: string; readonly repeats: number } | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const picker = new Picker(`${candidate.personId}|${today}|${attempt}`, used ?? NOTHING_USED);
    const draft = tidied(composed(context, picker, attempt));
    const repeats = said.size === 0 ? 0 : lineKeysOf(draft, names).filter((key) => said.has(key)).length;
    const line = draft.split(name).join('').toLowerCase();
    const isNew = used?.has(line) !== true;
    if (best === undefined || (isNew && repeats < best.repeats)) best = { draft, repeats };
    if (!isNew || repeats > 0) continue;
    used?.add(line);
    for (const wording of picker.taken) used?.add(wording);
    best = { draft, repeats };
    break;
  }
  return best?.draft ?? '';
}

/** The owner's own message of this kind, else one in the language of the person, greeted and closed as the owner does. */
function composed(context: DraftContext, picker: Picker, attempt: number): string {
  const { candidate, style, kind, name, voice, today, lead, about = '' } = context;
  if (style === 'talk') return composeTalkingPoint(context, picker);
  const hard = isHardTime(candidate.moments ?? [], today);
  const ownThing = isOfItsOwn(lead);
  const german =
    !ownThing && readsGerman(candidate.language) ? germanMessage(kind, context, picker, { hard }) : undefined;
  const to = { personId: candidate.personId, name, fullName: candidate.name, closeness: candidate.closeness };
  const spoken: Spoken = { voice, to, style, language: german === undefined ? 'en' : 'de' };
  // What one says to everybody at such an occasion is not said to somebody who has it hard, nor has it a place for what is
  // thanked for, congratulated on or asked.
  const own =
    ownThing || (hard && kind !== 'check-in') || plain(about) !== ''
      ? undefined
      : ownWords(kind, spoken, () => detailsOf(context, picker), attempt);
  if (own !== undefined) return voiced(greeted(own, context, picker), spoken);
  return voiced(german ?? composeMessage(context, picker), spoken);
}

/** What the owner may name in words of their own. Nothing of a note that is not safe to be said; beside thanks no question. */
function detailsOf({ candidate, kind, lead, thread, today, locale }: DraftContext, picker: Picker): PlaceValues {
  const said =
    thread === undefined || isWeak(thread) || (kind === 'thanks' && thread.kind !== 'received')
      ? undefined
      : worded(asksOf(thread), picker);
  const { lastContact, city, company } = candidate;
  return {
    ...(said !== undefined && { thread: said }),
    ...(lastContact !== undefined && { last: rememberedDay(lastContact, { today, locale }) }),
    ...(lead?.kind === 'occasion' && { day: onDay(lead.date, { today, locale }) }),
    ...(city !== undefined && { city: plain(city) }),
    ...(company !== undefined && { company: plain(company) }),
  };
}

/** Words of one's own that neither greet nor name anybody are greeted first. */
function greeted(text: string, context: DraftContext, picker: Picker): string {
  const { name, style, candidate } = context;
  const { greeting, body } = takeApart(text, [name, candidate.name]);
  if (greeting !== undefined || (linesBefore(body).includes(name) && name !== '')) return text;
  return `${picker.pick('greeting', greetings(context))}${style === 'email' ? '\n\n' : ' '}${text}`;
}

function linesBefore(text: string): string {
  return /^[^.!?\n]*/.exec(text)?.[0] ?? '';
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
  {
    lead,
    kind,
    today,
    style,
  }: {
    readonly lead: Reason | undefined;
    readonly kind: DraftKind;
    readonly today: CalendarDate;
    readonly style: DraftStyle;
  },
): { readonly thread?: Thread; readonly second?: Thread } {
  const names = namesOf(candidate);
  const speaksOfTheGone = whoSpeaksOfTheGone(candidate);
  const said = talkThread(candidate, lead, names);
  const talk = said !== undefined && speaksOfTheGone(`${said.text} ${said.told?.clause ?? ''}`) ? undefined : said;
  const isTalkStrong = talk !== undefined && !isWeak(talk);
  const strong: Thread[] = [];
  const weak: Thread[] = [];
  // Two are all a draft can hold.
  const wanted = isTalkStrong && talk.mood === 'light' ? 1 : 2;
  for (const fact of [...candidate.facts].sort(byWelcome(kind))) {
    if (fact.private || (fact.learnedOn !== undefined && fact.learnedOn > today) || isStale(fact, today)) continue;
    if (speaksOfTheGone(fact.text)) continue;
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
  // A bare mention or a quotation reminds the owner before a call; read by the other it says nothing, or sounds of a file.
  const [thread, second] = style === 'talk' ? threads : threads.filter((one) => !isWeak(one));
  return { ...(thread && { thread }), ...(second && { second }) };
}

/** What weighs on them, how one met and what to mind come after what one would rather ask about; then the newest first. */
const LATER: Readonly<Partial<Record<KnownFact['kind'], number>>> = { challenge: 1, 'how-we-met': 2, preference: 3 };

/** A wish goes with what somebody loves and hopes for before what they need, do for a living or once did. */
const LATER_BESIDE_A_WISH: typeof LATER = { ...LATER, need: 1, work: 1, success: 1, other: 1 };

function byWelcome(kind: DraftKind): (a: KnownFact, b: KnownFact) => number {
  const later = kind === 'birthday' || kind === 'new-year' ? LATER_BESIDE_A_WISH : LATER;
  return (a, b) => (later[a.kind] ?? 0) - (later[b.kind] ?? 0) || newestFirst(a, b);
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
