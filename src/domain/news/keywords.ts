import { foldTokens } from '../fold.ts';

/** Words that say nothing of what a text is about. */
const UNTELLING = new Set(
  (
    'about after again also always another around away because been before being between both came changed come ' +
    'could days does doing done down each even every find first from gave getting goes going good great have having ' +
    'help here hope into just keep kept last later learn left life like long look made make many more most move much ' +
    'must need never news next only open other over people please really role roles said same should since some ' +
    'someone something soon start started starting still such take tell than that their them then there these they ' +
    'thing things this those through time today told took under until very want wants week well went were what when ' +
    'where which while will wish with without work working works would year years your lead leads leading team ' +
    'january february march april june july august september october november december monday tuesday wednesday ' +
    'thursday friday saturday sunday spring summer autumn winter'
  ).split(' '),
);
const SHORTEST = 4;
/** One word in its forms: `sail`, `sails`, `sailing`; `designer` and `design`. */
const ENDING = /(?:ings?|ers?|ors?|ed|es|s|ly|ment|ions?)$/;
/** Beginnings this long make two words one: `application`, `applicant`. */
const LONG_STEM = 6;

/** The words a text is about, folded, each once. */
export function keywordsOf(text: string): readonly string[] {
  return [...new Set(foldTokens(text))].filter((word) => [...word].length >= SHORTEST && !UNTELLING.has(word));
}

/** The words of `text` that `keywords` speak of as well. */
export function sharedKeywords(keywords: readonly string[], text: string): readonly string[] {
  const stems = keywords.map(stemOf);
  return keywordsOf(text).filter((word) => {
    const stem = stemOf(word);
    return stems.some((known) => isSame(known, stem));
  });
}

/** What the forms of a word have in common, to be looked for as a beginning. */
export function stemOf(word: string): string {
  const stem = word.replace(ENDING, '');
  return [...stem].length >= SHORTEST ? stem : word;
}

function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= LONG_STEM && long.startsWith(short);
}
