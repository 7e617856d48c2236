import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-triage.de.ts';
import { en, type TriageStrings } from './strings-triage.en.ts';

/** The words of sorting people, loaded with it. */
const CATALOGUES: Readonly<Record<Language, TriageStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let tTriage: TriageStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  tTriage = CATALOGUES[languageOf(getLocale())];
});
