import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-resources.de.ts';
import { en, type ResourceStrings } from './strings-resources.en.ts';

/** The words of what is kept to share, loaded with its pages. */
const CATALOGUES: Readonly<Record<Language, ResourceStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let r: ResourceStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  r = CATALOGUES[languageOf(getLocale())];
});
