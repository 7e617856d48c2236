import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-import.de.ts';
import { en, type ImportStrings } from './strings-import.en.ts';

/** The words of bringing people in, loaded with it. */
const CATALOGUES: Readonly<Record<Language, ImportStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let tImport: ImportStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  tImport = CATALOGUES[languageOf(getLocale())];
});
