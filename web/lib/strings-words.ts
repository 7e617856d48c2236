import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-words.de.ts';
import { en, type WordsStrings } from './strings-words.en.ts';

/** The words about words, loaded with the screens that need them; in every language at once, for they are few. */
const CATALOGUES: Readonly<Record<Language, WordsStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let w: WordsStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  w = CATALOGUES[languageOf(getLocale())];
});
