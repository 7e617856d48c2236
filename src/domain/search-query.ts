import { writtenOut } from './card/search.ts';
import { fold, foldTokens } from './fold.ts';
import { romanizations } from './romanize.ts';

/** What somebody typed into a search box, read. */
export interface SearchQuery {
  /** The words as typed, in small letters, for telling Müller from Muller. */
  readonly typed: readonly string[];
  /** The folded words of names to look for, in each spelling that may be meant; the typed one first. */
  readonly spellings: readonly (readonly string[])[];
  /** Folded, without quotation marks: what is looked for in text. */
  readonly text: string;
  /** Folded words that must stand one after the other. */
  readonly phrases: readonly string[];
  /** The digits of what looks like a telephone number, without what is dialled in the place of the country. */
  readonly digits: string | undefined;
}

const MOST_WORDS = 8;
const LONGEST_WORD = 64;
const QUOTED = /["“”„«»]([^"“”„«»]+)["“”«»]/gu;

/** Reads a query; words beyond the eighth only count in text. */
export function readSearchQuery(query: string): SearchQuery {
  const typed = query.normalize('NFC').toLowerCase();
  const spellings = [typed, writtenOut(typed), ...romanizations(typed)].map(words);
  return {
    typed: typed.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean),
    spellings: spellings.filter((one, at) => spellings.findIndex((other) => other.join(' ') === one.join(' ')) === at),
    text: query.replace(/["“”„«»]/gu, ' '),
    phrases: [...query.matchAll(QUOTED)]
      .map(([, phrase = '']) => fold(phrase))
      .filter((phrase) => words(phrase).length > 0),
    digits: digitsOf(query),
  };
}

function words(text: string): string[] {
  return foldTokens(text)
    .slice(0, MOST_WORDS)
    .map((word) => (word.length > LONGEST_WORD ? [...word].slice(0, LONGEST_WORD).join('') : word));
}

function digitsOf(query: string): string | undefined {
  const folded = fold(query);
  if (!/^\+?[\d\s()./-]*$/.test(folded)) return undefined;
  const digits = folded.replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 3 ? digits : undefined;
}
