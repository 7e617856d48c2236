import { fold } from '../fold.ts';
import { stableHash } from '../keeping/hash.ts';
import { takeApart } from './letter.ts';

/*
 * What was said to somebody is remembered by the hash of each line, so that it is never said to them again and the words
 * themselves are kept nowhere.
 */

/** Shorter ones ("Happy birthday!", "How are you?") are said every year, and should be. */
const FEWEST_WORDS = 5;

/** The sentences of a message, without greeting and close. */
export function linesOf(text: string, names: readonly string[]): readonly string[] {
  return sentencesOf(takeApart(text, names).body).filter((line) => wordsOf(line, names).length >= FEWEST_WORDS);
}

/** Sentences, each with the mark it ends with. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n+|(?<=[.!?…][”"’“]?)\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** The same for the same words, whoever they name and however they are marked. */
export function lineKey(line: string, names: readonly string[]): string {
  const words = wordsOf(line, names).join(' ');
  return [stableHash(words), stableHash(`again ${words}`)].map((part) => part.toString(36).padStart(7, '0')).join('');
}

/** The keys of every line of a message. */
export function lineKeysOf(text: string, names: readonly string[]): readonly string[] {
  return [...new Set(linesOf(text, names).map((line) => lineKey(line, names)))];
}

function wordsOf(line: string, names: readonly string[]): readonly string[] {
  const known = new Set(names.flatMap((name) => fold(name).split(/\P{L}+/u)));
  return fold(line)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !known.has(word));
}
