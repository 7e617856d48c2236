import { isThirdPerson, KIN, toSecondPerson } from './grammar.ts';
import {
  DANGLING,
  EVENT,
  FOREIGN,
  moodOf,
  NOT_PAST,
  PAST,
  SENSITIVE,
  SENTENCE_START,
  UNFLATTERING,
  WHEN_TAIL,
} from './patterns.ts';
import { plain, shortened } from './phrases.ts';
import type { Reading, Thread, ThreadKind } from './thread.ts';

/*
 * What reading a note and reading a fact have in common: cutting it into clauses, finding the noun phrase in one, and
 * turning it to the person. Every function says nothing rather than something doubtful.
 */

const LONGEST = 90;
const LONGEST_QUOTE = 64;
const LONGEST_SOURCE = 90;
const LONGEST_PHRASE = 10;
/** What a draft can pick up stands at the beginning of a note. */
const LONGEST_NOTE = 800;

/** A piece of a note. */
export interface Clause {
  readonly text: string;
  /** Continues the sentence before it. */
  readonly isFragment: boolean;
  /** Ended in a question mark. */
  readonly isQuestion: boolean;
}

const SHORTHAND: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  [/^(?:(?:re|fwd?|aw|wg|sv|antw|tr)\s*:\s*)+/i, ''],
  [/^\s*(?:[-*•·–]|\d+[.)])\s+/gm, ''],
  [/\s\d+[.)]\s+/g, '; '],
  [/\bw\/\s?/gi, 'with '],
  [/\b(s?he)s\b/gi, '$1’s'],
  [/ & /g, ' and '],
  [/\bbday\b/gi, 'birthday'],
  [
    /\b(?:january|february|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?<=\b(?:in|until|by|since|early|late) )(?:march|may))\b/g,
    (name: string) => name.charAt(0).toUpperCase() + name.slice(1),
  ],
  [/"([^"]*)"/g, '“$1”'],
  [/\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}\ufe0f\u200d]/gu, ' '],
  [/^\s*(?:topics?|notes?|talked|spoke)\s*:\s*/i, ''],
];

/** A note without the shorthand, marks and pictures of quick typing. */
export function written(note: string): string {
  return SHORTHAND.reduce(
    (text, [pattern, word]) => (typeof word === 'string' ? text.replace(pattern, word) : text.replace(pattern, word)),
    note.slice(0, LONGEST_NOTE).normalize('NFC').replace(/'/g, '’'),
  );
}

/** Sentences and clauses, closed off from each other, in the order of the note. */
export function clausesOf(note: string): readonly Clause[] {
  const clauses: Clause[] = [];
  const pieces = note.split(/([.;!?…]+(?:\s|$)|\n+|[。；！？]|\s[–—-]\s)/u);
  for (let i = 0; i < pieces.length; i += 2) {
    const isQuestion = /[?？]/.test(pieces[i + 1] ?? '');
    const parts = (pieces[i] ?? '').split(/[,:]\s+|[()，、]/u).map((part) => bareClause(plain(part)));
    const kept = parts.filter((part) => part !== '');
    for (const [index, text] of kept.entries()) {
      clauses.push({
        text,
        isFragment: index > 0 && !EVENT.test(kept[0] ?? ''),
        isQuestion: isQuestion && index === kept.length - 1,
      });
    }
  }
  return clauses;
}

function bareClause(clause: string): string {
  return clause
    .replace(/^(?:and|also|then|but|so|because|anyway|apparently)\s+/i, '')
    .replace(
      /^(?:(?:she|he) )?(?:said|says|mentions?|mentioned|told me|tells me)(?: that)?\s+(?=(?:she|he|her|his|they|their)\b)/i,
      '',
    );
}

/** The clause as said to the person, or nothing when a pronoun might mean somebody else. */
export function turned(text: string, reading: Reading): string | undefined {
  const said = toSecondPerson(text, reading.names, { pronouns: reading.trusted });
  if (said === undefined || /\b(?:she|he|him|his|her|hers|himself|herself|they|them|their|themselves)\b/i.test(said))
    return undefined;
  return said;
}

/** Whether these words may be said to the person at all. */
export function isSayableText(text: string): boolean {
  return !SENSITIVE.test(text) && !UNFLATTERING.test(text);
}

/** What is not said to the person is not quoted from their draft either. */
export function finished(kind: ThreadKind, about: string, source: string, reading: Reading): Thread | undefined {
  const said = turned(about, reading);
  if (said === undefined || !isSayableText(source) || said.length > LONGEST) return undefined;
  return {
    kind,
    text: startLow(said),
    about: startLow(toOwner(about)),
    source: quotable(source, LONGEST_SOURCE),
    mood: moodOf(source),
    from: reading.from,
  };
}

/** A clause made about "you": `you were learning Welsh`, from what follows the verb. */
export function finishedClause(
  kind: ThreadKind,
  { subject, verb, rest }: { readonly subject: string; readonly verb: string; readonly rest: string },
  source: string,
  reading: Reading,
): Thread | undefined {
  const kept = undated(withoutFurtherVerb(rest));
  const said = kept === '' ? '' : turned(kept, reading);
  if (said === undefined || DANGLING.test(kept) || !isSayableText(source) || said.length > LONGEST || hasOwnVerb(kept))
    return undefined;
  const text = `${subject} ${verb} ${said}`.replace(/ +/g, ' ').trim();
  return {
    kind,
    text,
    about: text,
    source: quotable(source, LONGEST_SOURCE),
    mood: moodOf(source),
    from: reading.from,
  };
}

/** "Working for a school is better than feared": the gerund was the subject, not what they are doing. */
function hasOwnVerb(rest: string): boolean {
  const at = /\b(?:is|was|are|were|has|had|will|would)\b/.exec(rest)?.index;
  return at !== undefined && !/\b(?:who|that|which|whether|how|what|why|where|when|if)\b/.test(rest.slice(0, at));
}

/** The clause in its own words, for when no grammar is sure; it must stand alone and name nobody by a pronoun. */
export function quoted(clause: string, reading: Reading): Thread | undefined {
  if (
    !isSayableText(clause) ||
    (/^[\p{Ll}\p{Lu}’-]+$/u.test(clause) && reading.from === 'talk' && /^[\x00-\x7f’]+$/.test(clause))
  )
    return undefined;
  const text = quotable(withoutNames(clause, reading), LONGEST_QUOTE);
  if (text === '' || /\b(?:she|he|him|his|her|hers|they|them|their)\b/i.test(text)) return undefined;
  if (
    reading.from === 'talk' &&
    (DANGLING.test(text) || /^(?:talked|spoke|chatted|called|had|got|did|was|were)\b/i.test(text))
  )
    return undefined;
  return {
    kind: 'quote',
    text,
    about: text,
    source: quotable(clause, LONGEST_SOURCE),
    mood: moodOf(clause),
    from: reading.from,
  };
}

function withoutNames(clause: string, { names }: Reading): string {
  const name = names.find((entry) => clause.startsWith(`${entry} `) || clause.startsWith(`${entry}’s `));
  return name === undefined ? clause : clause.slice(name.length).replace(/^’s/, '').trim();
}

/** Fit to stand in quotation marks: quotations inside become single. */
export function quotable(text: string, limit: number): string {
  return shortened(plain(text), limit).replace(/[“„«]/g, '‘').replace(/[”»"]/g, '’').trim();
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Where the name of a thing ends: verbs, pronouns and what begins another clause. */
const STOP = words(
  'is was are were has had have will would can could shall should may might must does do did isn’t wasn’t ' +
    'can’t won’t but because so while when if that which who whom whose after before until till since then ' +
    'than as where though although unless she he they we i you it me him us them not too also very well ' +
    'better fine soon still again now once twice always never almost nearly instead together alone apart here ' +
    'there yet want wants says said got went came anyway',
);
/** Where a subject of conversation ends: what follows is another clause. */
const BREAK = words('but because so while when if until till since then although though unless she he they we i');
/** More that ends it: what things do, and how they are. */
export const FINITE = words(
  'starts begins ends opens closes comes goes seems looks feels sounds gets takes makes gives keeps knows ' +
    'thinks asks tells finds hurts leaks stops wins loses falls grows stands sells meets arrives happens ' +
    'continues lasts means sits sleeps laughs speaks cries votes pays booked done ready over finished ill ' +
    'sick',
);
/** What joins the words of a name, and never ends it. */
const PREPOSITION = words(
  'of in on at for with to from about between by over under near behind and or the a an into through ' +
    'without around your her his my our their until',
);
const NOT_ADVERB = words('family early daily weekly monthly only italy emily lily sicily');

/** The noun phrase a text begins with, and whether a verb ends it. Its first word is taken on trust. */
export function nounPhrase(
  text: string,
  { verbs = true }: { readonly verbs?: boolean } = {},
): { readonly phrase: string; readonly closed: boolean } | undefined {
  // Longer than this it is no name; what comes after need not be read.
  const tokens = text.split(' ', LONGEST_PHRASE + 8);
  let end = 1;
  while (end < tokens.length && !endsPhrase(tokens[end] ?? '', tokens[end - 1] ?? '', verbs)) end += 1;
  let last = end;
  while (last > 0 && PREPOSITION.has((tokens[last - 1] ?? '').toLowerCase())) last -= 1;
  const phrase = undated(tokens.slice(0, last).join(' '));
  if (phrase === '' || phrase.split(' ').length > LONGEST_PHRASE || PREPOSITION.has(phrase.toLowerCase()))
    return undefined;
  return { phrase, closed: end < tokens.length };
}

function endsPhrase(token: string, before: string, verbs: boolean): boolean {
  const word = token.replace(/[,;:]$/, '');
  const low = word.toLowerCase();
  if (!verbs) return BREAK.has(low);
  if (STOP.has(low) || (low.endsWith('ly') && !NOT_ADVERB.has(low))) return true;
  // After an article or a preposition even "plays" and "lost" are no verbs.
  if (PREPOSITION.has(before.toLowerCase())) return false;
  return isThirdPerson(low) || FINITE.has(low) || (low === word && PAST.test(word) && !NOT_PAST.test(`${word} `));
}

/** What is no time: no preposition leads to it, so that one before it belongs to the words that stay. */
const ADVERB_TAIL = /[ ,]+(?:again|as well|too|instead|at last|already|finally)$/i;

/** Without the "on Friday" at its end: "what libraries are for as well" keeps its "for". */
export function undated(text: string): string {
  let kept = text;
  let isLoose = false;
  for (let round = 0; round < 3; round++) {
    const next = kept.replace(WHEN_TAIL, '');
    if (next === kept) break;
    isLoose ||= !ADVERB_TAIL.test(kept);
    kept = next;
  }
  if (kept === text) return text;
  const bare = kept.replace(/[\s,]+$/, '').replace(/ (?:and|or|but)$/i, '');
  return isLoose ? bare.replace(/ (?:on|at|in|by|with|for)$/i, '') : bare;
}

/** "rows and hates …", "was there and gave …": a second verb would stay in the third person, so what comes before it is kept. */
export function withoutFurtherVerb(clause: string): string {
  return clause.replace(
    / (?:(?:and|but|or) (?:also |then |now )?(?:(?:she|he|they|we|i|it)\b|\p{Ll}+(?:[^s\P{L}]s|ed)\b(?! of| and|$)|is\b|has\b|was\b|gave|told|said|sent|took|went|had|made|came|got|wrote|asked|knew|thought|kept|will\b|wants\b)|(?:because|while|so that|so|although|though|since she|since he)\b).*$/iu,
    '',
  );
}

/** The owner reads "my boat" as theirs. */
export function toOwner(text: string): string {
  return text
    .replace(/\bmy\b/gi, 'your')
    .replace(/\b(?:me|I)\b/g, 'you')
    .replace(/\bour\b/gi, 'your');
}

/** A common word that began a note in capitals does not keep them inside a sentence. */
export function startLow(text: string): string {
  return SENTENCE_START.test(text) || KIN.has((/^[\p{L}-]+/u.exec(text)?.[0] ?? '').toLowerCase())
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

/** Whether English grammar may be expected of it. */
export function isEnglish(text: string): boolean {
  return !FOREIGN.test(text) && !/[^\p{Script=Latin}\p{P}\p{N}\s\p{S}]/u.test(text);
}

export function hasDeterminer(text: string): boolean {
  return /^(?:the|an?|her|his|their|your|my|our|this|that|these|those|some|any|every|each|no|two|three|four|five|six|\S+’s?)\s/i.test(
    text,
  );
}

/** The noun a phrase is about: "boat" in "the old boat in Ghent". */
export function headOf(phrase: string): string {
  const before =
    phrase.split(/ (?:of|in|on|at|for|with|to|from|about|between|by|over|under|near|behind|that|who|into|and) /i)[0] ??
    phrase;
  return before.split(' ').at(-1) ?? before;
}
