import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-edit.de.ts';
import { type EditStrings, en } from './strings-edit.en.ts';

/** The words of editing a card, loaded with it. */
const CATALOGUES: Readonly<Record<Language, EditStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let tEdit: EditStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  tEdit = CATALOGUES[languageOf(getLocale())];
});
