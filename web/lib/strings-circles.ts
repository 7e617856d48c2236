import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-circles.de.ts';
import { type CirclesStrings, en } from './strings-circles.en.ts';

/** The words of circles, loaded with it. */
const CATALOGUES: Readonly<Record<Language, CirclesStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let tCircles: CirclesStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  tCircles = CATALOGUES[languageOf(getLocale())];
});
