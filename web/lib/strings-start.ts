import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-start.de.ts';
import { en, type StartStrings } from './strings-start.en.ts';

/** The words of the first hour, loaded with it. */
const CATALOGUES: Readonly<Record<Language, StartStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let tStart: StartStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  tStart = CATALOGUES[languageOf(getLocale())];
});
