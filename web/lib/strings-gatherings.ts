import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-gatherings.de.ts';
import { en, type GatheringStrings } from './strings-gatherings.en.ts';

/** The words of gatherings, loaded with them; in every language at once, for they are few. */
const CATALOGUES: Readonly<Record<Language, GatheringStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let tGatherings: GatheringStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  tGatherings = CATALOGUES[languageOf(getLocale())];
});
