import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-person.de.ts';
import { en, type PersonStrings } from './strings-person.en.ts';

/** The words of a person’s page, loaded with it. */
const CATALOGUES: Readonly<Record<Language, PersonStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let tPerson: PersonStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  tPerson = CATALOGUES[languageOf(getLocale())];
});
