import type { FactKind } from '../words.ts';
import {
  clausesOf,
  finished,
  hopeThread,
  joinKin,
  kinThread,
  nounThread,
  quoted,
  readClause,
  startLow,
} from './clause.ts';
import {
  AIM,
  CAUTION,
  ENTHUSIAST,
  GERUND_CLAUSE,
  LIKING,
  moodOf,
  PARTNER,
  ROLE,
  SECRET,
  UNKIND,
  worse,
} from './patterns.ts';
import { placedAt, plain } from './phrases.ts';

/**
 * Something remembered that a message can pick up, in the form a sentence needs:
 * `topic` a noun phrase (tidal power) · `wonder` an indirect question (whether anyone still writes letters) · `said` a
 * clause (your daughter starts school) · `person` someone of theirs (your daughter Mia) · `still` a habit (play the cello) ·
 * `hope` a wish (teach one day) · `interest` what they like (sailing) · `event` the meeting itself (our lunch) · `did` what I
 * did (sent you the paper) · `quote` anything else, in the words of the note.
 */
export type ThreadKind =
  | 'topic'
  | 'wonder'
  | 'said'
  | 'person'
  | 'still'
  | 'hope'
  | 'interest'
  | 'event'
  | 'did'
  | 'quote';

export interface Thread {
  readonly kind: ThreadKind;
  /** As said to the person. */
  readonly text: string;
  /** As said to the owner, about the person. */
  readonly about: string;
  /** Illness, loss and the like: asked about with care, never cheerfully. `loss` is never asked about at all. */
  readonly mood: 'light' | 'heavy' | 'loss';
  /** Whether it was talked about, or is only known. */
  readonly from: 'talk' | 'fact';
}

/** How a note may be read: who it is about, and whether others were there. */
export interface Reading {
  readonly names: readonly string[];
  /** One person was there, so "she" is that person unless somebody else was named first. */
  readonly alone: boolean;
  /** Facts have the person as their unspoken subject; notes of a conversation do not. */
  readonly isFact?: boolean;
  /** A piece that continues a sentence. */
  readonly isFragment?: boolean;
}

/** The best thing to pick up from a note, undefined when nothing in it may be said. */
export function threadFrom(note: string, reading: Reading): Thread | undefined {
  if (SECRET.test(plain(note))) return undefined;
  let best: { readonly thread: Thread; readonly rank: number } | undefined;
  for (const [index, { text: clause, isFragment }] of clausesOf(note).entries()) {
    // Names after the first words ("Dinner at Leo’s: Amara, Hana") say who was there.
    if (isOnlyNames(clause, index === 0)) continue;
    const thread = readClause(clause, { ...reading, isFragment });
    const rank = thread === undefined ? 0 : RANK[thread.kind] + (thread.mood === 'light' ? 0 : 4);
    if (thread !== undefined && rank > (best?.rank ?? 0)) best = { thread, rank };
  }
  if (best === undefined) return undefined;
  // A heavy word anywhere in the note sets the tone for all of it.
  const mood = worse(best.thread.mood, moodOf(note));
  return mood === best.thread.mood ? best.thread : { ...best.thread, mood };
}

/** The same for what is known to be the subject: `tidal power`, `her pottery studio`. */
export function threadFromTopic(topic: string, reading: Reading): Thread | undefined {
  const text = plain(topic);
  if (text === '' || CAUTION.test(text)) return undefined;
  return nounThread(text, reading) ?? readClause(text, reading);
}

const RANK: Readonly<Record<ThreadKind, number>> = {
  said: 8,
  topic: 7,
  wonder: 7,
  person: 6,
  hope: 6,
  still: 5,
  interest: 5,
  did: 3,
  event: 3,
  quote: 2,
};

/** What a fact lets one ask, by its kind. A gift idea, an offer and a dislike are never said to the person. */
export function threadFromFact(
  fact: { readonly kind: FactKind; readonly text: string },
  names: readonly string[],
): Thread | undefined {
  const reading: Reading = { names, alone: true, isFact: true };
  if (fact.kind === 'gift-idea' || fact.kind === 'offer') return undefined;
  const text = plain(fact.text);
  if (text === '' || CAUTION.test(text) || UNKIND.test(text) || SECRET.test(text)) return undefined;
  if (fact.kind === 'how-we-met') return meetingThread(text, reading);
  const clause = joinKin(clausesOf(text))[0];
  if (clause === undefined) return undefined;
  const read =
    shapedByWords(fact.kind, clause, reading) ??
    (fact.kind === 'preference' ? quoted(clause, reading) : readClause(clause, reading));
  return read === undefined ? undefined : { ...shapedByKind(read, fact.kind), mood: worse(read.mood, moodOf(text)) };
}

/** What the first words of a fact make of it: a liking, a wish, a job, a partner, children; undefined for other facts. */
function shapedByWords(kind: FactKind, clause: string, reading: Reading): Thread | undefined {
  const low = clause.charAt(0).toLowerCase() + clause.slice(1);
  const like = LIKING.exec(clause)?.[1];
  if (like !== undefined) return finished('interest', like, reading);
  const wish = hopeThread(clause, reading);
  if (wish !== undefined) return wish;
  if (kind === 'goal' && AIM.test(clause)) return finished('hope', low, reading);
  if (kind === 'work' && ROLE.test(clause))
    return subjectSaid('work as', /^\p{Ll}/u.test(clause) ? withArticle(clause) : clause);
  if (kind === 'challenge' && GERUND_CLAUSE.test(clause)) return finished('topic', low, reading);
  const spouse = PARTNER.exec(clause)?.[1];
  if (spouse !== undefined) return finished('person', spouse, reading);
  const own = /^has (?:an? )?(.+)$/i.exec(clause)?.[1];
  const kin = own === undefined ? undefined : kinThread(`their ${own}`, reading);
  if (kin !== undefined) return kin;
  return ENTHUSIAST.test(clause) ? subjectSaid('are', withArticle(low)) : undefined;
}

/** A clause about the person, made of a verb as "you" takes it and its object. */
function subjectSaid(verb: string, object: string): Thread {
  const about = `${verb === 'are' ? 'is' : verb.replace(/^work/, 'works')} ${object}`;
  return { kind: 'said', text: `you ${verb} ${object}`, about, mood: moodOf(object), from: 'fact' };
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** "the day we met through Leo in 2019", "at the OCEAN mixer"; a story is quoted. */
function meetingThread(text: string, reading: Reading): Thread | undefined {
  const short = startLow(text);
  const isPlace =
    short.split(' ').length <= 9 && !/\b(?:us|we|me|i|she|he|they|was|were|had|introduced|\p{Ll}+ed)\b/iu.test(short);
  if (!isPlace) return quoted(text, reading);
  const where = placedAt(short);
  return {
    kind: 'event',
    text: `the day we met ${where}`,
    about: `the day you met ${where}`,
    mood: 'light',
    from: 'fact',
  };
}

/** What a bare noun means depends on the kind of fact it is. */
function shapedByKind(thread: Thread, kind: FactKind): Thread {
  if (thread.kind === 'still' && kind !== 'interest') return { ...thread, kind: 'said', text: `you ${thread.text}` };
  if (thread.kind !== 'topic') return thread;
  if (kind === 'interest') return { ...thread, kind: 'interest' };
  if (kind === 'goal') return { ...thread, text: `the plan for ${thread.text}`, about: `the plan for ${thread.about}` };
  if (kind === 'need')
    return { ...thread, text: `the search for ${thread.text}`, about: `the search for ${thread.about}` };
  return thread;
}

/** Whether two texts speak of the same thing, by a word of more than three letters. */
export function sharesWords(a: string, b: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/\P{L}+/u)
      .filter((word) => word.length > 3 && word !== 'your' && word !== 'about');
  const known = new Set(words(a));
  return words(b).some((word) => known.has(word));
}

/** One capitalised word may be a subject if it begins the note; several, or one further on, are people. */
function isOnlyNames(clause: string, isFirst: boolean): boolean {
  return /^\p{Lu}[\p{L}’-]*(?: (?:and )?\p{Lu}[\p{L}’-]*){0,2}$/u.test(clause) && (!isFirst || clause.includes(' '));
}
