import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-pictures.de.ts';
import { en, type PictureStrings } from './strings-pictures.en.ts';

/** The words of the pictures, loaded with them; in every language at once, for they are few. */
const CATALOGUES: Readonly<Record<Language, PictureStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let p: PictureStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  p = CATALOGUES[languageOf(getLocale())];
});
