import { firstWord, isDeed, isHabit, KIN, toSecondPerson, withoutSecondVerb, withYou } from './grammar.ts';
import {
  ABOUT,
  ATTENDED,
  CAUTION,
  COUNTED,
  DANGLING,
  EMPTY,
  EVENT,
  FINITE,
  FUNCTION_WORD,
  GERUND_CLAUSE,
  HEAVY,
  JOINT,
  LASTING,
  MINE,
  moodOf,
  OWNED_CLAUSE,
  PAST,
  SENTENCE_START,
} from './patterns.ts';
import { plain, shortened } from './phrases.ts';
import type { Reading, Thread, ThreadKind } from './thread.ts';

const LONGEST = 90;
const LONGEST_QUOTE = 70;

/** "wants to teach one day", "hoping to visit". */
export function hopeThread(clause: string, reading: Reading): Thread | undefined {
  const wish = /^(?:(?:is )?(?:wants?|hopes?|plans?|would like|would love|hoping|planning) to)\s+(.+)$/i.exec(
    clause,
  )?.[1];
  return wish === undefined ? undefined : finished('hope', wish, reading);
}

/** A piece of a note. A fragment continues a sentence, so that a bare noun in it need not be a subject of its own. */
export interface Clause {
  readonly text: string;
  readonly isFragment: boolean;
}

/** Sentences and clauses, closed off from each other, in the order of the note. */
export function clausesOf(note: string): readonly Clause[] {
  const clauses: Clause[] = [];
  for (const sentence of note.split(/[.;!?…\n]+(?:\s|$)|[。；！？]|\s[–—-]\s/u)) {
    const parts = sentence.split(/[,:]\s+|[()，、]/u).map(bareClause);
    const isList = EVENT.test(parts[0] ?? '');
    for (const [index, text] of parts.entries()) {
      if (text !== '') clauses.push({ text, isFragment: index > 0 && !isList });
    }
  }
  return clauses;
}

function bareClause(clause: string): string {
  return plain(clause).replace(
    /^(?:and|also|then|but|so|because|she said|he said|said|says|told me|mentions?|mentioned)(?: that)?\s+(?!about\b)/i,
    '',
  );
}

/** "Daughter Mia, starts school" is one sentence. */
export function joinKin(clauses: readonly Clause[]): readonly string[] {
  const texts = clauses.map(({ text }) => text);
  const [first, second] = texts;
  if (first === undefined || second === undefined) return texts;
  const isJoined =
    KIN.has(firstWord(first)) &&
    first.split(' ').length <= 3 &&
    (FINITE.test(firstWord(second)) || /^\p{Lu}\p{L}*$/u.test(second));
  return isJoined ? [`${first} ${second}`] : texts;
}

/** What one clause of a note lets one pick up, if anything. */
export function readClause(given: string, reading: Reading): Thread | undefined {
  const clause = given.replace(/^(?:about|re) (?=\S)/i, '');
  if (CAUTION.test(clause) || EMPTY.test(clause) || (reading.isFact !== true && isDeed(clause))) return undefined;
  if (/^(?:called|phoned|rang|spoke)$/i.test(clause))
    return { kind: 'event', text: 'our last call', about: 'your last call', mood: 'light', from: 'talk' };
  const about = ABOUT.exec(withoutSubject(clause, reading));
  if (
    about !== null &&
    (about[1] !== undefined || /^(?:discussed|discussing|debated|mentioned|mentions)/i.test(clause))
  ) {
    const lead = about[1]?.toLowerCase();
    const rest = about[2] ?? '';
    return lead === undefined || lead === 'about' || lead === 'on' || lead === 'over'
      ? nounThread(rest, reading)
      : wonderThread(`${lead} ${rest}`, reading);
  }
  if (isAboutOthers(clause, reading)) return undefined;
  const kin = kinThread(clause, reading);
  if (kin !== undefined) return kin;
  if (isPersonSubject(clause, reading)) return personThread(clause, reading);
  if (OWNED_CLAUSE.test(clause) || startsOwned(clause, reading)) return finished('said', clause, reading);
  const hope = reading.alone ? hopeThread(clause, reading) : undefined;
  if (hope !== undefined) return hope;
  if (reading.alone && GERUND_CLAUSE.test(clause))
    return finished('said', `${subjectOf(reading)} is ${clause.charAt(0).toLowerCase()}${clause.slice(1)}`, reading);
  if (reading.isFact === true && PAST.test(clause))
    return finished('said', `${subjectOf(reading)} ${clause.charAt(0).toLowerCase()}${clause.slice(1)}`, reading);
  if (reading.alone && isHabit(clause) && (reading.isFact === true || !PAST.test(clause)))
    return habitThread(clause, reading);
  if (reading.isFact !== true) {
    const event = eventThread(clause) ?? deedThread(clause, reading);
    if (event !== undefined) return event;
  }
  return (reading.isFragment === true ? undefined : nounThread(clause, reading)) ?? quoted(clause, reading);
}

/** What lasts is asked about ("you are learning Welsh"); what they did in passing is only quoted. */
function personThread(clause: string, reading: Reading): Thread | undefined {
  const rest = withoutSubject(clause, reading);
  const kept = withoutSecondVerb(rest);
  if (/^(?:she|he)’/i.test(clause))
    return DANGLING.test(rest) ? quoted(rest, reading) : finished('said', clause, reading);
  if (!LASTING.test(kept) || DANGLING.test(kept)) return quoted(rest, reading);
  return finished('said', `${subjectOf(reading)} ${kept}`, reading);
}

/** "she is learning Welsh" → "is learning Welsh". */
function withoutSubject(clause: string, reading: Reading): string {
  if (/^(?:she|he) /i.test(clause)) return clause.slice(clause.indexOf(' ') + 1);
  const name = reading.names.find((entry) => clause.startsWith(`${entry} `));
  return name === undefined ? clause : clause.slice(name.length + 1);
}

function startsOwned(clause: string, { names }: Reading): boolean {
  return names.some(
    (name) => clause.startsWith(`${name}’s `) && OWNED_CLAUSE.test(`their ${clause.slice(name.length + 3)}`),
  );
}

/** "sailed round the island" is what we did, "sent her the paper" what I did, "sent me the paper" is about the paper. */
function deedThread(clause: string, reading: Reading): Thread | undefined {
  const toMe = /^(?:sent|gave|lent|wrote|told|showed|brought|offered|thanked|asked) me (.+)$/i.exec(clause)?.[1];
  if (toMe !== undefined) return nounThread(toMe.replace(/^(?:about|for) /i, ''), reading);
  const low = clause.charAt(0).toLowerCase() + clause.slice(1);
  if (MINE.test(clause)) {
    const said = toSecondPerson(low, reading.names, { pronouns: reading.alone });
    return said === undefined || !/\byou(?:r)?\b/.test(said)
      ? undefined
      : { kind: 'did', text: shortened(said, LONGEST), about: low, mood: moodOf(clause), from: 'talk' };
  }
  if (!JOINT.test(clause)) return undefined;
  const did = toSecondPerson(low, reading.names, { pronouns: reading.alone });
  if (did === undefined || /\byou\b/.test(did)) return undefined;
  return {
    kind: 'event',
    text: `the time we ${shortened(did, LONGEST)}`,
    about: `the time you ${low}`,
    mood: moodOf(clause),
    from: 'talk',
  };
}

/** The thing talked about: "her daughter", "tidal power", "whether anyone still writes letters". */
export function nounThread(text: string, reading: Reading): Thread | undefined {
  if (/^(?:whether|how|why|what|if|when|where)\b/i.test(text)) return wonderThread(text, reading);
  const kin = kinThread(text, reading);
  if (kin !== undefined) return kin;
  const tokens = text.split(' ');
  const isShort =
    tokens.length <= 3 ||
    (tokens.length <= 9 && (FUNCTION_WORD.test(text) || /^(?:an?|the|her|his|their|your|my|our) /i.test(text)));
  // "the house burned down" is no name of a thing.
  const hasVerb = tokens
    .slice(1)
    .some((word) => /^(?:is|was|are|were|has|had|have|will|would|can|could|got|went)$/.test(word));
  const isSentence =
    /\b(?:we|I|you|he|she|they|me|us)\b/.test(text) || /^\p{L}+ly\b|^(?:There|This|That|It|She|He|We)\b/u.test(text);
  if (!isShort || hasVerb || isSentence || tokens.slice(1).some((word) => PAST.test(word))) return undefined;
  if (tokens.some((word) => /^\p{Ll}/u.test(word) && /[^\x00-\x7f’–-]/.test(word)) && tokens.length > 1)
    return undefined;
  if (PAST.test(text) || /[^\p{Script=Latin}\p{P}\p{N}\s]{5,}/u.test(text)) return undefined;
  const named =
    (COUNTED.test(text) || (HEAVY.test(text) && reading.isFact === true)) &&
    !/^(?:the|a|an|his|her|their|my|our|your|\S+’s)\s/i.test(text)
      ? `the ${lowerCommon(text)}`
      : text;
  return finished('topic', named, reading);
}

/** An indirect question: "if" asks as "whether" does, and "whether to move" is theirs to decide. */
function wonderThread(text: string, reading: Reading): Thread | undefined {
  return finished(
    'wonder',
    text.replace(/^if /i, 'whether ').replace(/^(whether|how|what|when|where) to /i, `$1 ${subjectOf(reading)} might `),
    reading,
  );
}

/** "her daughter starts school" (a clause) or "her daughter Mia" (someone). */
export function kinThread(clause: string, reading: Reading): Thread | undefined {
  const tokens = clause.split(' ');
  const owner = /^(?:her|his|their)$/i.test(tokens[0] ?? '') ? 1 : ownerLength(tokens, reading);
  const at = /^(?:new|eldest|oldest|youngest|older|younger|little|old|two|three|four|twin)$/i.test(tokens[owner] ?? '')
    ? owner + 1
    : owner;
  if (!KIN.has((tokens[at] ?? '').toLowerCase().replace(/’s$/, ''))) return undefined;
  if (owner === 0 && !reading.alone) return undefined;
  const said = owner === 0 ? `their ${lowerCommon(clause)}` : clause;
  if ((tokens[at] ?? '').endsWith('’s')) return finished('topic', said, reading);
  const hasName = /^\p{Lu}/u.test(tokens[at + 1] ?? '');
  const verb = tokens[at + (hasName ? 2 : 1)];
  if (verb === undefined) return finished('person', said, reading);
  const someone = said
    .split(' ')
    .slice(0, at + (hasName ? 2 : 1) + (owner === 0 ? 1 : 0))
    .join(' ');
  // Whether an ill father may be named as ill is the writer's to judge: the draft asks after him.
  if (moodOf(clause) !== 'light') return withMood(finished('person', someone, reading), moodOf(clause));
  if (FINITE.test(verb)) return finished('said', said, reading);
  return finished('person', someone, reading);
}

function ownerLength(tokens: readonly string[], reading: Reading): number {
  for (const name of reading.names) {
    const length = name.split(' ').length;
    if (tokens.slice(0, length).join(' ') === `${name}’s`) return length;
  }
  return 0;
}

/** Begins with the person: "she is learning Welsh", "Ada moved to Lyon". */
function isPersonSubject(clause: string, reading: Reading): boolean {
  if (/^(?:she|he)(?:’(?:s|ll))? /i.test(clause)) return reading.alone;
  return reading.names.some(
    (name) => clause.startsWith(`${name} `) && FINITE.test(clause.slice(name.length + 1).split(' ')[0] ?? ''),
  );
}

/** With others there, a clause that begins with somebody's name is that person's story, not this one's. */
function isAboutOthers(clause: string, reading: Reading): boolean {
  if (reading.alone || reading.names.some((name) => clause.startsWith(name))) return false;
  return /^(?:\p{Lu}[\p{L}-]+’s |\p{Lu}[\p{L}-]+ (?:is|was|has|had|will|wants|moved|started|\p{Ll}+s|\p{Ll}+ed) )/u.test(
    clause,
  ) && !EVENT.test(clause)
    ? true
    : /^(?:her|his|their|she|he|they) /i.test(clause);
}

/** Their name as the subject a note left out; "she" would have to know. */
function subjectOf({ names }: Reading): string {
  return names.at(-1) ?? 'they';
}

function habitThread(clause: string, reading: Reading): Thread | undefined {
  const [verb = '', ...rest] = clause.split(' ');
  const kept = withoutSecondVerb(rest.join(' '));
  const base = withYou(verb.toLowerCase());
  const said = toSecondPerson(kept, reading.names, { pronouns: true });
  if (said === undefined) return undefined;
  if (base === verb.toLowerCase() || base === 'are' || base === 'were' || base === 'have') {
    return {
      kind: 'said',
      text: `you ${base} ${said}`.trim(),
      about: `${verb.toLowerCase()} ${kept}`.trim(),
      mood: moodOf(clause),
      from: origin(reading),
    };
  }
  const text = `${base} ${said}`.trim();
  // Said in passing it is news, known for long it is a habit.
  if (reading.isFact !== true)
    return {
      kind: 'said',
      text: `you ${text}`,
      about: `${verb.toLowerCase()} ${kept}`.trim(),
      mood: moodOf(clause),
      from: 'talk',
    };
  return { kind: 'still', text, about: `${base} ${kept}`.trim(), mood: moodOf(clause), from: 'fact' };
}

function eventThread(clause: string): Thread | undefined {
  const match = EVENT.exec(clause);
  if (match === null) return undefined;
  const noun = (match[1] ?? '').toLowerCase().replace(/^calls$/, 'call');
  const isAttended = ATTENDED.test(noun);
  const place = /^ (?:at|in) \p{Lu}[\p{L}’-]*(?: \p{Lu}[\p{L}’-]*)*/u.exec(match[2] ?? '')?.[0] ?? '';
  return {
    kind: 'event',
    text: `${isAttended ? 'the' : 'our'} ${noun}${place}`,
    about: `${isAttended ? 'the' : 'your'} ${noun}${place}`,
    mood: moodOf(clause),
    from: 'talk',
  };
}

/** The clause in its own words, for when no grammar is sure. */
export function quoted(clause: string, reading: Reading): Thread | undefined {
  const said = toSecondPerson(clause, reading.names, { pronouns: reading.alone }) ?? clause;
  // One word of a conversation ("texted") says nothing; of a fact ("vegetarian"), or in a script without spaces, it may.
  if (reading.isFact !== true && /^[\p{Script=Latin}’-]+$/u.test(said)) return undefined;
  const text = shortened(said, LONGEST_QUOTE);
  return { kind: 'quote', text, about: shortened(clause, LONGEST_QUOTE), mood: moodOf(clause), from: origin(reading) };
}

/** A thread in its final words, turned to the person; a quotation where a pronoun is unsure. */
export function finished(kind: ThreadKind, about: string, reading: Reading): Thread | undefined {
  const said = toSecondPerson(about, reading.names, { pronouns: reading.alone });
  if (said === undefined) return kind === 'quote' ? undefined : quoted(about, reading);
  const text = shortened(said, LONGEST);
  return {
    kind,
    text: startLow(text),
    about: startLow(shortened(about, LONGEST)),
    mood: moodOf(about),
    from: origin(reading),
  };
}

function origin({ isFact }: Reading): Thread['from'] {
  return isFact === true ? 'fact' : 'talk';
}

function withMood(thread: Thread | undefined, mood: Thread['mood']): Thread | undefined {
  return thread === undefined ? undefined : { ...thread, mood };
}

/** A pronoun or article that began a note in capitals does not keep them inside a sentence. */
export function startLow(text: string): string {
  return SENTENCE_START.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function lowerCommon(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) && (KIN.has(firstWord(text)) || COUNTED.test(text))
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
