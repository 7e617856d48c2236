import { KIN, withYou } from './grammar.ts';
import { eventOf, eventThread, memoryThread, sentThread } from './meeting.ts';
import { ownedThread, personThread } from './news.ts';
import {
  ASK_LATER,
  BARE_ABOUT,
  CAUTION,
  DANGLING,
  DISCUSSED,
  EMPTY,
  EVENT,
  EXPLAINED,
  moodOf,
  OWN_QUESTION,
  SECRET,
  TALKED_ABOUT,
  TO_DO,
  worse,
} from './patterns.ts';
import { plain } from './phrases.ts';
import { type Clause, clausesOf, finished, isEnglish, quotable, quoted, turned, undated, written } from './reading.ts';
import { aboutThread, pastimeThread, talkThread } from './talk.ts';
import { mentionThread, subjectThread } from './things.ts';
import type { Reading, Thread, ThreadKind } from './thread.ts';

/** What a note of a conversation lets one pick up. */

export interface NoteContext {
  readonly names: readonly string[];
  /** One other person was there. */
  readonly alone: boolean;
  /** What to call the conversation: `our talk` unless told otherwise. */
  readonly conversation?: string;
}

/** Which thread of a note is the best to pick up; the first of the best. */
const RANK: Readonly<Partial<Record<ThreadKind, number>>> = {
  talk: 9,
  news: 9,
  since: 8,
  hope: 8,
  question: 8,
  asking: 8,
  interest: 8,
  kin: 7,
  matter: 7,
  sent: 6,
  memory: 5,
  received: 5,
  event: 4,
  mention: 3,
  quote: 1,
};

const BEST_RANK = 9;

/** The best thing to pick up from a note, undefined when nothing in it may be said. */
export function threadFrom(note: string, context: NoteContext): Thread | undefined {
  const text = written(note);
  if (SECRET.test(plain(text))) return undefined;
  const clauses = clausesOf(text);
  const reading = {
    names: context.names,
    alone: context.alone,
    from: 'talk',
    conversation: context.conversation ?? 'our talk',
  } as const;
  let trusted = context.alone && !/\bthey\b/i.test(text);
  // The first "she" or "he" is the person; the other of the two is somebody else.
  const first = /\b(?:she|her|he|his|him)\b/i.exec(text)?.[0];
  const isShe = first !== undefined && /^(?:she|her)$/i.test(first);
  const other = first === undefined ? undefined : isShe ? /\b(?:he|his|him)\b/i : /\b(?:she|her)\b/i;
  const tone = moodOf(text);
  let best: { readonly thread: Thread; readonly rank: number } | undefined;
  for (const [index, clause] of clauses.entries()) {
    // Names after the first words ("Dinner at Leo’s: Amara, Hana") say who was there.
    if (isOnlyNames(clause.text, index === 0)) continue;
    const thread = readClause(clause, {
      ...reading,
      trusted: trusted && (other === undefined || !other.test(clause.text) || isKinOf(clause.text)),
    });
    const rank = thread === undefined ? 0 : (RANK[thread.kind] ?? 0) + (thread.mood === 'light' ? 0 : 4);
    if (thread !== undefined && rank > (best?.rank ?? 0)) best = { thread, rank };
    if (tone === 'light' && (best?.rank ?? 0) >= BEST_RANK) break;
    trusted &&= !namesSomebodyElse(clause.text, context.names);
  }
  if (best === undefined) return undefined;
  // A heavy word anywhere in the note sets the tone for all of it.
  const mood = worse(best.thread.mood, tone);
  return { ...best.thread, mood, source: quotable(text, 100) };
}

/** The same for what is known to be the subject: `tidal power`, `her pottery studio`. */
export function threadFromTopic(topic: string, context: NoteContext): Thread | undefined {
  const text = plain(written(topic));
  if (text === '' || CAUTION.test(text) || SECRET.test(text)) return undefined;
  const reading = {
    names: context.names,
    alone: context.alone,
    trusted: context.alone,
    from: 'talk',
    conversation: context.conversation ?? 'our talk',
  } as const;
  return talkThread(text, text, reading) ?? quoted(text, reading);
}

/** "her son passed his exams": whose son it is is certain, whatever follows. */
function isKinOf(clause: string): boolean {
  const [owner = '', noun = ''] = clause.split(' ');
  return /^(?:her|his)$/i.test(owner) && KIN.has(noun.toLowerCase());
}

/** One capitalised word may be a subject if it begins the note; several, or one further on, are people. */
function isOnlyNames(clause: string, isFirst: boolean): boolean {
  return (
    /^(?:and )?\p{Lu}[\p{L}’-]*(?: (?:and )?\p{Lu}[\p{L}’-]*){0,2}$/u.test(clause) && (!isFirst || clause.includes(' '))
  );
}

/** After "her sister", "the agent" or "Juno laughs", a "she" may be somebody else. */
function namesSomebodyElse(clause: string, names: readonly string[]): boolean {
  const isTheirs = names.some((name) => clause.startsWith(name));
  if (isTheirs || EVENT.test(clause))
    return / with \p{Lu}/u.test(clause) && !names.some((name) => clause.includes(` with ${name}`));
  return (
    clause.split(' ').some((word) => KIN.has(word.toLowerCase().replace(/’s$/, ''))) ||
    /^(?:the|a|an|my|our|her|his|their|another|one of) /i.test(clause) ||
    /^\p{Lu}[\p{L}-]+(?:’s)? (?:is|was|has|had|will|wants|\p{Ll}+s|\p{Ll}+ed) /u.test(clause) ||
    /\b(?:with|and|from|to|for|by) \p{Lu}\p{Ll}/u.test(clause)
  );
}

function readClause(clause: Clause, reading: Reading): Thread | undefined {
  const { text } = clause;
  if (CAUTION.test(text) || EMPTY.test(text)) return undefined;
  if (!isEnglish(text)) return quoted(text, reading);
  if (OWN_QUESTION.test(text) || (clause.isQuestion && /^(?:how|what|where|when|who|why)\b/i.test(text)))
    return questionThread(text, reading);
  const later = ASK_LATER.exec(text);
  if (later !== null) return askingThread(later[1] ?? '', later[2] ?? '', text, reading);
  if (TO_DO.test(text)) return undefined;
  const child =
    /\b(?:had|have|has|got)(?: just)? (?:an?|the|their|her|his) (?:\p{L}+ )?(baby|son|daughter|girl|boy)\b/iu
      .exec(text)?.[1]
      ?.toLowerCase();
  if (child !== undefined && reading.alone && moodOf(text) === 'light')
    return finished('kin', /^(?:son|daughter)$/.test(child) ? `your ${child}` : 'the baby', text, reading);
  const own = text.replace(/^(?:I|we) (?=\p{Ll})/u, '');
  if (/^(?:called|phoned|rang)$/i.test(own)) return eventOf('our last call', 'your last call', text);
  const explained = reading.trusted ? EXPLAINED.exec(own) : null;
  const about = (TALKED_ABOUT.exec(own) ?? DISCUSSED.exec(own) ?? BARE_ABOUT.exec(own) ?? explained)?.[1];
  const talk = about === undefined ? undefined : talkThread(about, text, reading);
  if (talk !== undefined) return talk;
  if (/^(?:talked|spoke|chatted)\b/i.test(own)) return eventOf('our last talk', 'your last talk', text);
  if (isAboutOthers(text, reading)) return undefined;
  return (
    pastimeThread(own, text, reading) ??
    sentThread(own, text, reading) ??
    personThread(text, clause.isFragment, reading) ??
    ownedThread(text, reading) ??
    eventThread(own, text) ??
    memoryThread(own, text, reading) ??
    subjectThread(text, clause.isFragment, reading) ??
    aboutThread(text, reading) ??
    mentionThread(text, reading) ??
    quoted(text, reading)
  );
}

/** "did she get the job": asked of the person, "did you get the job". */
function questionThread(text: string, reading: Reading): Thread | undefined {
  if (/^(?:how|what|where|when|who|why)\b/i.test(text))
    return /\b(?:she|he|her|his|him|they|I|we|me|my)\b/i.test(text)
      ? quoted(text, reading)
      : finished('question', undated(text.charAt(0).toLowerCase() + text.slice(1)), text, reading);
  const match = /^(did|does|is|was|has|have|will|can|could|would) (\S+) (.+)$/i.exec(text);
  const [, verb = '', who = '', rest = ''] = match ?? [];
  const isThem = (/^(?:she|he)$/i.test(who) && reading.trusted) || reading.names.includes(who);
  const said = isThem ? turned(undated(rest), reading) : undefined;
  if (said === undefined || DANGLING.test(said) || /\b(?:I|me|my|we|us)\b/.test(said)) return quoted(text, reading);
  const asked = `${verb.toLowerCase() === 'does' ? 'do' : withYou(verb.toLowerCase())} you ${said}`;
  return finished('question', asked, text, { ...reading, trusted: true });
}

/** "ask how the exam went". */
function askingThread(word: string, rest: string, source: string, reading: Reading): Thread | undefined {
  const asked = `${word.toLowerCase().replace(/^if$/, 'whether')} ${undated(rest)}`;
  return DANGLING.test(asked) ? undefined : finished('asking', asked, source, reading);
}

/** With others there, a clause that begins with somebody's name is that person's story, not this one's. */
function isAboutOthers(clause: string, reading: Reading): boolean {
  if (reading.alone || reading.names.some((name) => clause.startsWith(name))) return false;
  return (
    (/^\p{Lu}[\p{L}-]+(?:’s | (?:is|was|has|had|will|wants|moved|started|\p{Ll}+s|\p{Ll}+ed) )/u.test(clause) &&
      !EVENT.test(clause)) ||
    /^(?:her|his|their|she|he|they) /i.test(clause)
  );
}
