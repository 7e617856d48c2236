/*
 * The little English that drafts need: who a note is about, and how to turn "her daughter" into "your daughter". Notes in
 * another language match nothing here and are quoted as they stand.
 */

import { plain } from './phrases.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** People (and animals) who belong to someone: "her daughter" is the daughter of whom the note is about. */
export const KIN = words(
  'daughter son wife husband partner mother father mum mom dad brother sister parents kids children child baby grandmother ' +
    'grandfather grandma grandpa grandparents grandson granddaughter grandchild grandchildren niece nephew cousin uncle aunt ' +
    'sons daughters brothers sisters siblings nieces nephews cousins aunts uncles toddler stepson stepdaughter stepfather stepmother spouse ' +
    'girlfriend boyfriend fiancé fiancée family twins boys girls dog cat puppy kitten dogs cats in-laws mother-in-law father-in-law',
);
const PLURAL_KIN = words(
  'sons daughters brothers sisters siblings nieces nephews cousins aunts uncles parents kids children grandparents grandchildren twins boys girls dogs cats in-laws',
);

/** Verbs that begin something one means to do: "send her the book". */
const DEEDS = words(
  'send call bring lend write share look find check get give help make invite book pay return read review show tell pass forward ' +
    'recommend buy put cook plan visit meet come fix email e-mail text ring phone try let talk host introduce ask answer reply ' +
    'remind thank congratulate wish order sign post print translate explain pick drop drive order repair arrange organise organize ' +
    'water feed take teach proofread message offer apologise apologize say bake draw paint knit record copy scan mail hand keep',
);

/** What "I wanted to …" may say to the person themselves; other reminders are the owner's own chores. */
const SAYABLE_DEEDS = words('ask congratulate wish thank tell invite share send show offer apologise apologize say');

const ADVERBS = words(
  'always often sometimes still never also just now really usually probably finally recently already only rarely soon',
);

const NOT_CONJUGATED = words('can could will would shall should may might must');
const IRREGULAR: Readonly<Record<string, string>> = {
  is: 'are',
  was: 'were',
  has: 'have',
  does: 'do',
  goes: 'go',
  'isn’t': 'aren’t',
  'wasn’t': 'weren’t',
  'hasn’t': 'haven’t',
  'doesn’t': 'don’t',
};

/** Common verbs in the third person, by which a fact without a subject ("plays the cello") is known to be a sentence. */
const HABITS = words(
  'rows plays collects likes loves enjoys wants hopes plans dreams runs paints writes reads teaches works lives sings bakes cooks ' +
    'climbs hikes sails swims cycles gardens keeps speaks studies follows supports volunteers owns makes builds brews knits sews ' +
    'trains coaches rides skis surfs dances acts designs grows travels looks needs has is was practises practices restores repairs ' +
    'walks watches eats drinks hunts hosts tends fishes meditates blogs boxes skates bikes draws photographs counts knits whittles fights presses fences learns remembers ' +
    'wears lights maps leads organises organizes translates helps cares prefers retires gets goes does says',
);

/** "Folds the paper", "whittles spoons": what follows tells a verb from a plural. */
const UNLISTED_HABIT =
  /^(?!\p{L}+(?:ator|ist|ism|tion|ing|ment)s )\p{L}{2,}[^su\P{L}]s (?:(?:an?|the|his|her|at|into|up|out|only|everything|every|no|other|people)\b|(?!(?:and|or|of) )(?:\p{L}+ ){0,2}\p{L}+[^s\P{L}]s\b)/u;
const PLURAL_FIRST =
  /^(?:nights|mornings|evenings|weekends|\p{L}+days|sports|arts|news|birds|books|trains|cats|dogs|films|maps|friends|tips|plans|games|boats|bikes|cars|bees|flowers|plants|years|weeks|months|kids|parents|ways|times|lots)$/u;

/** The verb as "you" takes it: wants → want, studies → study, was → were; a past tense stays. */
export function withYou(verb: string): string {
  const known = IRREGULAR[verb.toLowerCase()];
  if (known !== undefined) return known;
  if (NOT_CONJUGATED.has(verb) || !/[a-z]s$/.test(verb) || /(ss|us|is)$/.test(verb)) return verb;
  if (/[^aeiou]ies$/.test(verb)) return `${verb.slice(0, -3)}y`;
  return /(ch|sh|ss|x|zz)es$/.test(verb) ? verb.slice(0, -2) : verb.slice(0, -1);
}

const DOUBLED = /^(?:plan|run|begin|swim|get|set|cut|sit|stop|quit|put|knit|win|skip|let|shop|chat)$/;

/** The verb as it follows "is": learn → learning, write → writing, plan → planning, lie → lying. */
export function toGerund(base: string): string {
  if (DOUBLED.test(base)) return `${base}${base.at(-1) ?? ''}ing`;
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  return /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
}

/** Whether the text begins with something to do: `send her the book`, not `the sailing book`. */
export function isDeed(text: string): boolean {
  return DEEDS.has(firstWord(text));
}

export function isSayable(text: string): boolean {
  return SAYABLE_DEEDS.has(firstWord(text)) && !/\b(gift|present|surprise|party)\b/i.test(text);
}

/** Whether the text begins with a verb in the third person: `plays the cello`, not `nights on the ward`. */
export function isHabit(text: string): boolean {
  const first = firstWord(text);
  if (HABITS.has(first)) return text.includes(' ');
  return !PLURAL_FIRST.test(first) && UNLISTED_HABIT.test(text.charAt(0).toLowerCase() + text.slice(1));
}

/** Whether a word is surely a verb in the third person: `wants`, `plays`. */
export function isThirdPerson(word: string): boolean {
  return HABITS.has(word.toLowerCase());
}

export function isPluralKin(text: string): boolean {
  const kin = text
    .toLowerCase()
    .split(' ')
    .find((word) => KIN.has(word));
  return (kin !== undefined && PLURAL_KIN.has(kin)) || / and /.test(text);
}

/** Their names as they may stand in a note, the longest first. */
export function namesOf(person: { readonly name: string; readonly given?: string }): readonly string[] {
  // The first word of a name is the given one only while the card does not say otherwise.
  const called = plain(person.given ?? '') || (plain(person.name).split(' ')[0] ?? '');
  const names = new Set([plain(person.name), called]);
  names.delete('');
  return [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/**
 * The text as said to the person themselves: "her daughter" → "your daughter", "send her the book" → "send you the book",
 * "she wants to teach" → "you want to teach". Undefined when a pronoun might mean somebody else; with `pronouns: false`
 * (several people were there) only their own name is trusted.
 */
export function toSecondPerson(
  text: string,
  names: readonly string[],
  options: { readonly pronouns: boolean },
): string | undefined {
  const tokens = text.split(' ');
  const out: string[] = [];
  let verbIsNext = false;
  let otherSeen = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? '';
    // "They" may be anybody.
    if (/^(?:they|them|themselves|they’\p{Ll}+)[,;:]?$/iu.test(token)) return undefined;
    const found = pronounAt(tokens, i, names);
    if (found !== undefined) {
      if (!found.named && (!options.pronouns || otherSeen)) return undefined;
      out.push(found.said + found.tail);
      i += found.extra;
      verbIsNext = found.subject;
      continue;
    }
    const word = token.toLowerCase();
    const short = /^(?:she|he)’(s|d|ll)$/.exec(word)?.[1];
    if (short !== undefined) {
      const auxiliary = auxiliaryOf(short, tokens[i + 1]);
      if (auxiliary === undefined || !options.pronouns || otherSeen) return undefined;
      out.push(`you ${auxiliary}`);
      continue;
    }
    if (KIN.has(word.replace(/(’s)?[,.;:]?$/u, ''))) otherSeen = true;
    if (verbIsNext && !ADVERBS.has(word)) {
      out.push(withYou(token));
      verbIsNext = false;
    } else {
      out.push(token);
    }
  }
  const said = out.join(' ');
  return said.startsWith('you ') ? withoutSecondVerb(said) : said;
}

/** A second verb ("rows and hates …", "was there and gave …") would stay in the third person: what comes before it is kept. */
export function withoutSecondVerb(clause: string): string {
  return clause.replace(
    / (?:and|but|so|because|while) (?:also |then )?(?:\p{Ll}+(?:s|ed)|gave|told|said|sent|took|went|had|made|came|got|was|wrote|asked|knew|thought|kept)\b.*$/u,
    '',
  );
}

/** "she's moving" is "is", "she's moved" is "has"; where neither is sure, nothing is said. */
function auxiliaryOf(short: string, next: string | undefined): string | undefined {
  if (short === 'll') return 'will';
  if (short !== 's' || next === undefined) return undefined;
  if (/ing$|^(?:a|an|the|in|at|on|not|very|so|still|now|back|off|away|pregnant|engaged|married|retired)$/.test(next))
    return 'are';
  return /ed$|en$|^(?:got|been|had|gone|left|done|made|won|lost|found|bought|sold|become)$/.test(next)
    ? 'have'
    : undefined;
}

interface FoundPronoun {
  readonly said: string;
  readonly tail: string;
  readonly extra: number;
  readonly subject: boolean;
  readonly named: boolean;
}

function pronounAt(tokens: readonly string[], i: number, names: readonly string[]): FoundPronoun | undefined {
  const named = nameAt(tokens, i, names);
  if (named !== undefined) {
    if (named.possessive) return { said: 'your', tail: '', extra: named.extra, subject: false, named: true };
    const subject = i === 0 || isConjunction(tokens[i - 1]);
    return { said: 'you', tail: named.tail, extra: named.extra, subject, named: true };
  }
  const match = /^(she|he|her|his|their|him|hers|theirs|herself|himself)([,;:]?)$/.exec(
    (tokens[i] ?? '').toLowerCase(),
  );
  if (match === null) return undefined;
  const [, word = '', tail = ''] = match;
  if (word === 'she' || word === 'he') return { said: 'you', tail, extra: 0, subject: true, named: false };
  if (word === 'him') return { said: 'you', tail, extra: 0, subject: false, named: false };
  if (word.endsWith('self')) return { said: 'yourself', tail, extra: 0, subject: false, named: false };
  if (word === 'hers' || word === 'theirs') return { said: 'yours', tail, extra: 0, subject: false, named: false };
  const object = word === 'her' && (tail !== '' || isObjectBefore(tokens[i + 1]));
  return { said: object ? 'you' : 'your', tail, extra: 0, subject: false, named: false };
}

/** "her" is an object before an article, a preposition or the end ("send her the book"), else a possessive ("her book"). */
function isObjectBefore(next: string | undefined): boolean {
  return (
    next === undefined ||
    /^(I|we|the|a|an|some|this|that|these|those|my|our|your|to|about|for|with|on|in|at|by|from|and|or|how|what|when|where|whether|if|who|why|back|again|when|tomorrow|today|next|before|after|good|well|luck|happy)$/i.test(
      next,
    )
  );
}

function nameAt(
  tokens: readonly string[],
  i: number,
  names: readonly string[],
): { readonly possessive: boolean; readonly extra: number; readonly tail: string } | undefined {
  const first = tokens[i] ?? '';
  for (const name of names) {
    // Most words are no names, and this is asked of every word.
    if (!first.startsWith(name.split(' ', 1)[0] ?? name)) continue;
    const parts = name.split(' ');
    const here = tokens.slice(i, i + parts.length).join(' ');
    const tail = /[,;:]$/.exec(here)?.[0] ?? '';
    const bare = tail === '' ? here : here.slice(0, -1);
    if (bare === name) return { possessive: false, extra: parts.length - 1, tail };
    if (bare === `${name}’s` || (name.endsWith('s') && bare === `${name}’`))
      return { possessive: true, extra: parts.length - 1, tail: '' };
  }
  return undefined;
}

function isConjunction(word: string | undefined): boolean {
  return /^(that|whether|if|how|what|when|where|why|and|because|who)$/.test(word ?? '');
}

export function firstWord(text: string): string {
  return (text.split(' ')[0] ?? '').toLowerCase().replace(/[,;:]$/, '');
}
