import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-news.de.ts';
import { en, type NewsStrings } from './strings-news.en.ts';

/** The words of one's own news, of goals and of what came of ties: loaded with their pages. */
const CATALOGUES: Readonly<Record<Language, NewsStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let n: NewsStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  n = CATALOGUES[languageOf(getLocale())];
});
