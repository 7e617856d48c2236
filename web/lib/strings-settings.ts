import { getLocale } from './days.ts';
import { type Language, languageOf, onLocale } from './language.ts';
import { de } from './strings-settings.de.ts';
import { en, type SettingsStrings } from './strings-settings.en.ts';

/** The words of the settings, loaded with it. */
const CATALOGUES: Readonly<Record<Language, SettingsStrings>> = { de, en };

/** The catalogue in use. Like `t`, read when something is drawn and never at module level. */
export let tSettings: SettingsStrings = CATALOGUES[languageOf(getLocale())];

onLocale(() => {
  tSettings = CATALOGUES[languageOf(getLocale())];
});
