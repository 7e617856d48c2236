import { foldText } from '../fold.ts';
import { EMPTY_WORDS } from './empty-words.ts';

/** One thing a text is about. */
export interface Term {
  /** What compares equal: folded and without endings, so that `Gardeners` and `gardening` are one term. */
  readonly key: string;
  /** As the text writes it. */
  readonly word: string;
}

const ASCII = /^[\0-\x7f]*$/;
const ASCII_WORDS = /[A-Za-z0-9']+/g;
const WORDS = /[\p{L}\p{N}\p{M}'’]+/gu;

/** The terms of a text in its order, each once, without the words of grammar. */
export function termsOf(text: string): readonly Term[] {
  const terms = new Map<string, Term>();
  for (const word of wordsIn(text)) for (const key of keysOf(word)) if (!terms.has(key)) terms.set(key, { key, word });
  return [...terms.values()];
}

/** Only what compares equal of the terms of a text, each once. */
export function keysIn(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const word of wordsIn(text)) for (const key of keysOf(word)) keys.add(key);
  return keys;
}

function wordsIn(text: string): readonly string[] {
  return text.match(ASCII.test(text) ? ASCII_WORDS : WORDS) ?? [];
}

/** Words are far fewer than texts: each is folded once. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 20_000;

function keysOf(word: string): readonly string[] {
  const there = known.get(word);
  if (there) return there;
  const keys = foldText(word)
    .replaceAll("'", '')
    .split(' ')
    .filter((token) => !EMPTY_WORDS.has(token))
    .flatMap((token) => [stem(token), ...headsOf(token).map(stem)])
    .filter(says);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, keys);
  return keys;
}

const LATIN = /^[a-z]+$/;

/** One Latin letter or a bare number below a thousand tells two texts nothing about each other. */
function says(key: string): boolean {
  return !/^(?:[a-z]|\d{1,3})$/.test(key) && key !== '';
}

/** The second half of a compound that names what one does, and the first what it is done with: `beekeeping`, `boatbuilder`. */
const DONE_WITH =
  /^([a-z]{3,}?)s?(?:keep|build|mak|watch|work|spott|brew|bak|hunt|collect|breed|grow|restor|repair)(?:ers?|ings?)$/;
/** German says it in one word as well: `Bienenzucht`, `Gartenbau`. */
const GERMAN_DONE_WITH = /^([a-z]{4,}?)(?:zucht|zuchter(?:in)?|bau|kunde|sammlung|sammler(?:in)?|malerei|beobachtung)$/;
/** What only looks made of two: who keeps books of account has none of them to read. */
const ONE_THING =
  /^(?:book|house|time|gate|goal|score|net|home|frame|team|ground|path|way|law|match|dress|play|trouble|head|over|under|out|body|clock|co)$/;

/** What a compound is about beside itself, so that who likes beekeeping finds an article on bees. */
function headsOf(token: string): readonly string[] {
  const head = (DONE_WITH.exec(token) ?? GERMAN_DONE_WITH.exec(token))?.[1];
  return head === undefined || ONE_THING.test(head) || EMPTY_WORDS.has(head) ? [] : [head];
}

/** What has to be left of a word when an ending goes; of a plural less: `apps`, `vans`. */
const SHORTEST = 4;
const SHORTEST_OF_MANY = 3;

/** English endings, the outermost first: people write `a designer`, `design` and `designing` for one thing. */
const ENDINGS: readonly (readonly [ending: RegExp, instead: string])[] = [
  [/ies$/, 'y'],
  [/(?<=ss|sh|ch|x)es$/, ''],
  [/(?<![sui])s$/, ''],
  [/(?<=.{5})ment$/, ''],
  [/(?<=.{4}[ts])ion$/, ''],
  [/ing$/, ''],
  [/ed$/, ''],
  [/(?:(?<!e)er|or)$/, ''],
  [/e$/, ''],
];

/** Who trains for a race does not travel by train. */
const ANOTHER_THING: ReadonlySet<string> = new Set(['training', 'trainings', 'trainer', 'trainers', 'trained']);

function stem(token: string): string {
  if (ANOTHER_THING.has(token)) return 'training';
  if (!LATIN.test(token)) return token;
  let stemmed = token;
  for (const [ending, instead] of ENDINGS) {
    const shorter = stemmed.replace(ending, instead);
    if (shorter.length >= (stemmed.endsWith('s') ? SHORTEST_OF_MANY : SHORTEST)) stemmed = shorter;
  }
  // `running` leaves `runn`.
  return stemmed.length < token.length ? stemmed.replace(/(?<=..)([bdgklmnprt])\1$/, '$1') : stemmed;
}
