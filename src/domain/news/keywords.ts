import { termsOf } from '../matching/terms.ts';

/** Words that say nothing of what somebody's news, goal or conversation is about, beside those of grammar. */
const UNTELLING = new Set(
  termsOf(
    'about again also always another around away became come change come coming day days done each even ' +
      'every find first gave get getting give going good great have having help hope just keep kept last later lead ' +
      'leading learn left life like long look made make many month more most move much must need never new news next ' +
      'now only open other own part people place really role said same see send set should since small soon start still ' +
      'take talk team tell thing think time today together told took try use very visit want week well went wish word ' +
      'work year yes yesterday january february march april may june july august september october november december ' +
      'monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter',
  ).map(({ key }) => key),
);
/** A shorter beginning finds half of a network. */
const SHORTEST = 3;

/** What a text is about: its telling terms, by their keys. */
export function keywordsOf(text: string): readonly string[] {
  return termsOf(text)
    .map(({ key }) => key)
    .filter((key) => [...key].length >= SHORTEST && !UNTELLING.has(key));
}

/** The words of `text` that `keywords` speak of as well. */
export function sharedKeywords(keywords: readonly string[], text: string): readonly string[] {
  const known = new Set(keywords);
  return termsOf(text).flatMap(({ key, word }) => (known.has(key) ? [word] : []));
}
