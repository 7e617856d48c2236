import { de } from './de.ts';
import { en } from './en.ts';
import type { ReasonWords } from './reason-words.ts';

/** The words for somebody with this locale: English where there are none in their language. */
export function wordsIn(locale: string): ReasonWords {
  return /^de\b/i.test(locale) ? de : en;
}
