import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-waking.de.ts';
import { en, type WakingStrings } from './strings-waking.en.ts';

/** The words about ties that slept, loaded with what shows them; in every language at once, for they are few. */
const CATALOGUES: Readonly<Record<Language, WakingStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let tWaking: WakingStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  tWaking = CATALOGUES[languageOf(getLocale())];
});
