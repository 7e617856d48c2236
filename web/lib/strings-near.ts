import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-near.de.ts';
import { en, type NearStrings } from './strings-near.en.ts';

/** The words of who lives near a city, loaded with it. */
const CATALOGUES: Readonly<Record<Language, NearStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let tNear: NearStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  tNear = CATALOGUES[languageOf(getLocale())];
});
