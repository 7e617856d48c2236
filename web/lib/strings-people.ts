import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-people.de.ts';
import { en, type PeopleStrings } from './strings-people.en.ts';

/** The words of the list of people, loaded with it. */
const CATALOGUES: Readonly<Record<Language, PeopleStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let tPeople: PeopleStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  tPeople = CATALOGUES[languageOf(getLocale())];
});
