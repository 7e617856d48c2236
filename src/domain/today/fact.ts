import type { FactKind } from '../words.ts';
import { firstWord, isHabit, KIN, withYou } from './grammar.ts';
import { kinThread, predicateThread } from './news.ts';
import {
  AIM,
  CAUTION,
  COUNTED,
  DANGLING,
  DIET,
  ENTHUSIAST,
  IN_THE_MIDDLE,
  LIFE_EVENT,
  LIKING,
  moodOf,
  PARTNER,
  PAST,
  ROLE,
  SECRET,
  SENSITIVE,
  SPAN_TAIL,
  UNKIND,
  worse,
} from './patterns.ts';
import { placedAt, plain } from './phrases.ts';
import {
  clausesOf,
  finished,
  headOf,
  isEnglish,
  isSayableText,
  nounPhrase,
  quotable,
  quoted,
  startLow,
  turned,
  undated,
  withoutFurtherVerb,
  written,
} from './reading.ts';
import type { Reading, Thread } from './thread.ts';

interface SaidFact {
  readonly kind: FactKind;
  /** The first clause, which is as much as a message holds. */
  readonly clause: string;
  readonly reading: Reading;
}

/** What a fact lets one ask, by its kind. A gift idea, an offer and a dislike are never said to the person. */
export function threadFromFact(
  fact: { readonly kind: FactKind; readonly text: string },
  names: readonly string[],
): Thread | undefined {
  if (fact.kind === 'gift-idea' || fact.kind === 'offer') return undefined;
  const text = plain(written(fact.text)).replace(A_COURSE, '$1 in ');
  if (text === '' || CAUTION.test(text) || UNKIND.test(text) || SECRET.test(text) || SENSITIVE.test(text))
    return undefined;
  const reading: Reading = { names, alone: true, trusted: true, from: 'fact', conversation: '' };
  const clause = withoutSubject(firstClause(text), names).replace(
    /^(?:just|now|currently|recently|also) (?=\p{Ll})/iu,
    '',
  );
  if (clause === '' || !isSayableText(clause)) return undefined;
  const read = isEnglish(clause) ? readFact({ kind: fact.kind, clause, reading }) : undefined;
  // What is hard for them is asked about or left alone, never recited.
  const found = read ?? (fact.kind === 'challenge' ? undefined : quotedFact(fact.kind, clause, reading));
  return found === undefined
    ? undefined
    : { ...found, source: quotable(text, 90), mood: worse(found.mood, moodOf(text)) };
}

/** "Taking a course: furniture repair": what is learned is more than that something is. */
const A_COURSE = /^((?:taking|takes) a (?:course|class)):\s+/i;

function quotedFact(kind: FactKind, clause: string, reading: Reading): Thread | undefined {
  const thread = quoted(clause, reading);
  return thread !== undefined && kind === 'preference' ? { ...thread, kind: 'preference' } : thread;
}

/** "Daughter Mia, starts school": a name after a comma belongs to the noun before it. */
function firstClause(text: string): string {
  const [first, second] = clausesOf(text).map((clause) => clause.text);
  if (first === undefined) return '';
  const isNamed =
    KIN.has(first.split(' ').at(-1)?.toLowerCase() ?? '') &&
    second !== undefined &&
    /^\p{Lu}\p{L}+(?: and \p{Lu}\p{L}+)?$/u.test(second);
  return isNamed ? `${first} ${second}` : first;
}

function withoutSubject(clause: string, names: readonly string[]): string {
  const name = names.find((entry) => clause.startsWith(`${entry} `));
  const bare = name === undefined ? clause.replace(/^(?:she|he) (?=\p{Ll})/iu, '') : clause.slice(name.length + 1);
  return bare.replace(/^is (?=\p{L}+ing\b)/u, '');
}

function readFact(fact: SaidFact): Thread | undefined {
  const { kind, clause, reading } = fact;
  if (kind === 'how-we-met') return metThread(fact);
  if (kind === 'preference') return mealThread(fact);
  const low = lowFirst(clause);
  const partner = PARTNER.exec(clause)?.[1];
  if (partner !== undefined) return kinThread(`husband ${partner}`, ['husband', partner], 0, reading);
  const kin = familyThread(fact);
  if (kin !== undefined) return kin;
  const wish = predicateThread(low, { clause, isExplicit: false, reading });
  if (wish !== undefined && wish.kind === 'hope') return wish;
  const idea = /^(?:interested in|knows everything about) (.+)$/i.exec(clause)?.[1];
  if (idea !== undefined)
    return toldThread(`${/^i/i.test(clause) ? 'you are interested in' : 'you know everything about'} ${idea}`, fact);
  const like = LIKING.exec(clause)?.[1];
  if (like !== undefined) return nounThread('interest', like, fact);
  if (/^(?:looking|searching) for /i.test(clause)) return nounThread('need', clause.replace(/^\S+ for /, ''), fact);
  if (IN_THE_MIDDLE.test(clause) || (kind === 'challenge' && /^\p{L}+ing \p{Ll}/u.test(clause)))
    return ongoingThread(low, fact);
  if (kind === 'goal') return goalThread(low, fact);
  if (kind === 'need') return nounThread('need', low, fact);
  const happened = kind === 'success' && !PAST.test(clause) ? happenedThread(clause, fact) : undefined;
  if (happened !== undefined) return happened;
  const done = /^has (?=\p{L})/iu.test(clause) ? clause.slice(4) : '';
  if (PAST.test(done) && kind !== 'challenge' && moodOf(clause) === 'light')
    return LIFE_EVENT.test(done) ? pastThread('since', done, fact) : pastThread('feat', `have ${done}`, fact);
  if (isHabit(clause)) return habitThread(clause, fact);
  if (LIFE_EVENT.test(clause)) return pastThread('since', low, fact);
  if (PAST.test(clause) && !/^(?:used to|interested|retired|hundred)\b/i.test(clause))
    return kind === 'challenge' ? undefined : pastThread('feat', low, fact);
  if ((kind === 'work' || kind === 'other') && ROLE.test(clause)) return roleThread(clause, fact);
  if (kind === 'challenge') return matterThread(clause, fact);
  if (kind === 'interest')
    return /^(?:an?|two|three|four|five|six|seven|eight|nine|ten|\d+) /i.test(clause)
      ? matterThread(clause, fact)
      : nounThread('interest', clause, fact);
  return ENTHUSIAST.test(clause) ? roleThread(clause, fact) : undefined;
}

/** "Daughter Mia (7)", "two kids", "has a dog called Bruno", "helps raise a nephew called Taras". */
function familyThread({ kind, clause, reading }: SaidFact): Thread | undefined {
  if (kind !== 'family' && kind !== 'other') return undefined;
  const labelled = /^\p{Lu}[\p{L}’-]+$/u.test(clause) && !KIN.has(clause.toLowerCase()) ? clause : undefined;
  if (labelled !== undefined && kind === 'family') return kinThread(clause, ['child', labelled], 0, reading);
  const called = /\b(\p{Ll}+) (?:is )?(?:called|named) (\p{Lu}[\p{L}’-]+)/iu.exec(clause);
  if (called !== null && KIN.has((called[1] ?? '').toLowerCase()))
    return kinThread(clause, [called[1] ?? '', called[2] ?? ''], 0, reading);
  const bare = clause.replace(/^has (?:got )?/i, '').replace(/^(?:her|his|their) /i, '');
  const tokens = bare.replace(/ \(.*$/, '').split(' ');
  return kinThread(clause, tokens, 0, reading);
}

/** "builds cargo bicycles since 1998": "do you still build cargo bicycles". */
function habitThread(clause: string, { kind, reading }: SaidFact): Thread | undefined {
  const [verb = '', ...object] = clause.split(' ');
  const low = verb.toLowerCase();
  // "Has walked every street", "is modest": no habit. "Has the same number" is one.
  if (
    /^(?:is|was|does|says|retires|gets)$/.test(low) ||
    (low === 'has' && !/^the same\b/i.test(object[0] === 'the' ? object.join(' ') : ''))
  )
    return undefined;
  if (kind === 'challenge' || kind === 'success' || kind === 'family') return undefined;
  const rest = withoutFurtherVerb(object.join(' ').replace(SPAN_TAIL, ''));
  const said = turned(rest, reading);
  if (said === undefined || DANGLING.test(rest) || said.length > 70) return undefined;
  const text = `${withYou(low)} ${said}`.trim();
  return { kind: 'still', text, about: `${low} ${rest}`.trim(), source: clause, mood: moodOf(clause), from: 'fact' };
}

function goalThread(low: string, fact: SaidFact): Thread | undefined {
  const aim = low.replace(/^(?:to|perhaps|maybe|one day|some day) /, '');
  if (AIM.test(aim)) {
    const said = turned(withoutFurtherVerb(aim), fact.reading);
    return said === undefined || DANGLING.test(said) || said.length > 80
      ? undefined
      : {
          kind: 'hope',
          text: said,
          about: withoutFurtherVerb(aim),
          source: fact.clause,
          mood: moodOf(aim),
          from: 'fact',
        };
  }
  return nounThread('plan', fact.clause, fact);
}

function ongoingThread(low: string, { clause, reading }: SaidFact): Thread | undefined {
  const rest = withoutFurtherVerb(low.replace(/ properly$/, ''));
  return DANGLING.test(rest) ? undefined : finished('ongoing', rest, clause, reading);
}

/** "Shortlisted for a prize" was done to them: "you were shortlisted". */
const DONE_TO_THEM =
  /^(?:(?:short-?listed|nominated|promoted|elected|appointed|selected|accepted|featured|honou?red|invited|voted|commissioned|hired|picked) (?=for|to|as|by|in|into|at|onto|on)|(?:elected|appointed|named|awarded|chosen|voted) )/i;

/** "you spoke at the council": what they did and may be proud of. */
function pastThread(kind: 'since' | 'feat', low: string, { clause, reading }: SaidFact): Thread | undefined {
  const rest = withoutFurtherVerb(low.replace(SPAN_TAIL, '')).replace(DONE_TO_THEM, 'were $&');
  const said = turned(rest, reading);
  // "the same house" means a house that was named before.
  if (said === undefined || DANGLING.test(rest) || /\bthe same\b/i.test(rest) || said.length > 80) return undefined;
  return { kind, text: `you ${said}`, about: rest, source: clause, mood: moodOf(clause), from: 'fact' };
}

/** "Elias was accepted at the conservatory", "the stadium lesson worked": a joy of theirs that somebody or something else did. */
function happenedThread(clause: string, { reading }: SaidFact): Thread | undefined {
  const found = nounPhrase(clause);
  if (found === undefined || !found.closed) return undefined;
  const after = clause.slice(found.phrase.length).trim();
  const isTold = /^(?:is|are|was|were|has|have|had|will|got) \S/.test(after) || PAST.test(after);
  if (!isTold || HAS_PRONOUN.test(clause) || DANGLING.test(clause) || clause.length > 80) return undefined;
  const text = startLow(clause);
  const said = turned(text, reading);
  return said === text
    ? { kind: 'feat', text, about: text, source: clause, mood: moodOf(clause), from: 'fact' }
    : undefined;
}

const HAS_PRONOUN = /\b(?:she|he|her|hers|his|him|they|their|them|you|your|I|me|my|we|us|our|who|which|that)\b/i;

/** What they are known for, which is remembered and not asked about. */
function toldThread(text: string, { clause, reading }: SaidFact): Thread | undefined {
  const said = turned(text, reading);
  return said === undefined || said.length > 80
    ? undefined
    : { kind: 'feat', text: said, about: clause, source: clause, mood: moodOf(clause), from: 'fact' };
}

function roleThread(clause: string, fact: SaidFact): Thread | undefined {
  const low = /^(?:\p{Lu}{2,}|Head|Chief|Lead|\p{Lu}\p{Ll}+ (?:of|at) \p{Lu})/u.test(clause)
    ? clause
    : lowFirst(clause.replace(/^(?:\p{Lu}\p{Ll}+ ){2,}(?=(?:of|at) )/u, (title) => title.toLowerCase()));
  const named =
    /^an? /.test(low) || /^\p{Lu}/u.test(low) || /^(?:head|chief|captain) of\b/.test(low)
      ? low
      : `${/^[aeiou]/i.test(low) ? 'an' : 'a'} ${low}`;
  return finished('role', named, clause, fact.reading);
}

/** A thing they have to do with: "your two beehives on the roof". */
function matterThread(clause: string, fact: SaidFact): Thread | undefined {
  const found = nounPhrase(clause);
  if (found === undefined || found.closed) return undefined;
  const thing = lowFirst(found.phrase).replace(/^(?:an?|the|her|his|their) /, '');
  return finished('matter', `her ${thing}`, clause, fact.reading);
}

/** A noun phrase in the form of its kind; "someone who has asked fishermen" may be a whole clause. */
function nounThread(kind: 'interest' | 'plan' | 'need', text: string, fact: SaidFact): Thread | undefined {
  const whole = undated(text.replace(SPAN_TAIL, ''));
  if (kind === 'need' && /^(?:someone|somebody|people|an? \S+ (?:who|that)) /i.test(whole))
    return finished('need', lowFirst(whole), fact.clause, fact.reading);
  if (kind === 'need' && /^(?:help|advice|tips|time|money)\b/i.test(whole))
    return finished('need', lowFirst(whole), fact.clause, fact.reading);
  const found = nounPhrase(whole, { verbs: false });
  // A verb at its end, or a plural at its beginning that may be a verb ("Fences"): not surely a thing.
  if (found === undefined || found.closed || PAST.test(found.phrase)) return undefined;
  const isLow = /^\p{Ll}/u.test(found.phrase) || startLow(found.phrase) !== found.phrase;
  if (!isLow && kind === 'interest' && /^\p{Lu}\p{Ll}+s$/u.test(found.phrase)) return undefined;
  const phrase =
    kind !== 'interest' &&
    COUNTED.test(found.phrase) &&
    !/^(?:an?|the|her|his|my|our) /i.test(found.phrase) &&
    !/s$/.test(headOf(found.phrase))
      ? `the ${lowFirst(found.phrase)}`
      : found.phrase;
  return finished(
    kind,
    kind === 'interest' ? phrase : /^(?:An?|The) /.test(phrase) ? lowFirst(phrase) : phrase,
    fact.clause,
    fact.reading,
  );
}

/** A diet is the one preference a message can speak of; others are for the owner to keep in mind. */
function mealThread({ clause, reading }: SaidFact): Thread | undefined {
  const diet = DIET.exec(clause)?.[1];
  if (diet === undefined) return undefined;
  return {
    kind: 'meal',
    text: diet.toLowerCase(),
    about: diet.toLowerCase(),
    source: clause,
    mood: 'light',
    from: reading.from,
  };
}

/** "how we met through Leo in 2019", "how we shared an office until 2021", "how we met: a wrong number". */
function metThread({ clause, reading }: SaidFact): Thread | undefined {
  const low = startLow(clause).replace(/^(?:we )?(?:first )?met /i, '');
  if (
    /^(?:friends|flatmates|neighbours|neighbors|colleagues) (?:since|for|from)\b/i.test(low) ||
    /\b(?:she|he|they|her|his|him|them)\b/i.test(low)
  )
    return undefined;
  const from = (tail: string): Thread => ({
    kind: 'met',
    text: `how we ${tail}`,
    about: `how you ${tail
      .replace(/\bour\b/g, 'your')
      .replace(/\bus\b/g, 'you')
      .replace(/\bwe\b/g, 'you')}`,
    source: clause,
    mood: moodOf(clause),
    from: 'fact',
  });
  const introducer = /^introduced by (.+)$/i.exec(low)?.[1];
  if (introducer !== undefined) return from(`met through ${introducer}`);
  if (/^(?:at|in|on|by|near|during|after|through|via|over|while)\b/i.test(low)) return from(`met ${low}`);
  if (low !== startLow(clause)) return from(`met ${placedAt(low)}`);
  if (/^(?:we )\p{L}/iu.test(low)) return from(low.slice(3));
  if (PAST.test(low) && /^\p{Ll}/u.test(lowFirst(clause)) && firstWord(clause) !== 'introduced')
    return from(lowFirst(clause));
  if (/ (?:introduced|said) /.test(clause) && /^\p{Lu}/u.test(clause)) return from(`met: ${clause}`);
  if (reading.names.length > 0 && clause.split(' ').length <= 12 && /^(?:an?|the) /i.test(low))
    return from(`met: ${low}`);
  return clause.split(' ').length <= 5 ? from(`met ${placedAt(low)}`) : undefined;
}

function lowFirst(text: string): string {
  return /^\p{Lu}(?:\p{Ll}|\s)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
