import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-introductions.de.ts';
import { en, type IntroductionStrings } from './strings-introductions.en.ts';

/** The words of introductions, loaded with them. */
const CATALOGUES: Readonly<Record<Language, IntroductionStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let tIntro: IntroductionStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  tIntro = CATALOGUES[languageOf(getLocale())];
});
