import { createHash } from 'node:crypto';

/** Longer words are indexed by their beginning. */
const LONGEST_WORD = 64;
/** PostgreSQL holds at most 1 MB of words of one text; what is beyond is not found. */
const MOST_WORD_BYTES = 500_000;
const MOST_QUERY_WORDS = 16;

const ASCII = /^[\0-\x7f]*$/;

/** The distinct words of folded text: runs of letters, digits and marks, the same for both databases. */
export function wordsOf(folded: string): string[] {
  const words = new Set<string>();
  let bytes = 0;
  // The same for text of ASCII alone, in a third of the time.
  for (const word of folded.split(ASCII.test(folded) ? /[^A-Za-z0-9]+/ : /[^\p{L}\p{N}\p{M}]+/u)) {
    if (word === '') continue;
    const cut = word.length > LONGEST_WORD ? [...word].slice(0, LONGEST_WORD).join('') : word;
    if (words.has(cut)) continue;
    bytes += Buffer.byteLength(cut) + 8;
    if (bytes > MOST_WORD_BYTES) break;
    words.add(cut);
  }
  return [...words];
}

export function queryWords(foldedQuery: string): string[] {
  return wordsOf(foldedQuery).slice(0, MOST_QUERY_WORDS);
}

/** What is searched by itself, so that the people of a firm are not looked for among a million touches that name it. */
export type TextPart = 'people' | 'memories';

export function partOf(entity: string): TextPart {
  return entity === 'person' ? 'people' : 'memories';
}

/**
 * Four characters put before every indexed word of a part of a network, so that a search reads only that part of the index
 * however large the others are. Two may share them: the network is compared as well, and the entity.
 */
export function networkMark(networkId: string, part: TextPart = 'memories'): string {
  const seed = part === 'people' ? `${networkId} people` : networkId;
  const mark = marks.get(seed) ?? createHash('sha256').update(seed).digest('hex').slice(0, 4);
  if (marks.size < MOST_MARKS) marks.set(seed, mark);
  return mark;
}

/** Asked for with every text. */
const marks = new Map<string, string>();
const MOST_MARKS = 100;

/** Stands between the parts of a text, over which no phrase goes. */
export const BETWEEN_PARTS = ' | ';

/** Whether the words of every phrase stand in one part of the text one after the other, the last perhaps only begun. All folded. */
export function holdsPhrases(folded: string, phrases: readonly string[]): boolean {
  const spaced = (text: string) => ` ${[...text.matchAll(/[\p{L}\p{N}\p{M}]+|\|/gu)].join(' ')}`;
  return phrases.length === 0 || phrases.every((phrase) => spaced(folded).includes(spaced(phrase)));
}

/** So many rows are read when a phrase may leave most of them out. */
const MOST_FOR_PHRASES = 500;

/** How many rows to read for `limit` that hold the phrases. */
export function rowsToRead(limit: number, phrases: readonly string[]): number {
  return phrases.length === 0 ? limit : Math.max(limit, MOST_FOR_PHRASES);
}

const EXCERPT_BEFORE = 40;
const EXCERPT_LENGTH = 160;

/** The part of the text around the first word that begins with one of `words`, cut at spaces. */
export function excerptOf(folded: string, words: readonly string[]): string {
  let hit = 0;
  for (const match of folded.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (words.some((word) => match[0].startsWith(word))) {
      hit = match.index;
      break;
    }
  }
  let start = Math.max(0, hit - EXCERPT_BEFORE);
  if (start > 0) {
    const space = folded.indexOf(' ', start);
    start = space >= 0 && space < hit ? space + 1 : hit;
  }
  let end = Math.min(folded.length, start + EXCERPT_LENGTH);
  if (end < folded.length) {
    const space = folded.lastIndexOf(' ', end);
    if (space > hit) end = space;
  }
  const text = folded.slice(start, end).toWellFormed().trim();
  return `${start > 0 ? '…' : ''}${text}${end < folded.length ? '…' : ''}`;
}
