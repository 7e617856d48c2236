import { getLocale, isLocale, setLocale } from './days.ts';
import { en, type Strings, setStrings } from './strings.ts';

/** The languages of the web app. English is always there, the others are loaded when somebody reads them. */
export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each by the name its speakers give it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { de: 'Deutsch', en: 'English' };

const DIRECTIONS: Readonly<Record<Language, 'ltr' | 'rtl'>> = { de: 'ltr', en: 'ltr' };

const CATALOGUES: Readonly<Record<Language, () => Promise<Strings>>> = {
  de: async () => (await import('./strings.de.ts')).de,
  en: () => Promise.resolve(en),
};

/** Where the device remembers, so that the next page begins in the right language. */
const KEY = 'tendril.locale';

const listeners = new Set<() => void>();
/** What was asked for last, and when it is there. */
let asked: { readonly locale: string; readonly spoken: Promise<void> } | undefined;

/** The language in which somebody with this locale reads: `de` for `de-AT`, English for one there are no words in. */
export function languageOf(locale: string): Language {
  return findLanguage(locale) ?? 'en';
}

function findLanguage(locale: string): Language | undefined {
  const [language] = locale.toLowerCase().split(/[-_]/);
  return LANGUAGES.find((known) => known === language);
}

/** What to begin with while nobody is known: the device's memory, else the first of the browser's languages there are words in. */
export function firstLocale(
  remembered: string | null = recall(),
  wanted: readonly string[] = navigator.languages,
): string {
  if (remembered !== null && isLocale(remembered)) return remembered;
  return wanted.find((tag) => isLocale(tag) && findLanguage(tag) !== undefined) ?? getLocale();
}

/** Puts words, dates and numbers into the language of a locale, and has all that is on screen drawn again. */
export function speak(locale: string): Promise<void> {
  if (asked?.locale !== locale) asked = { locale, spoken: change(locale) };
  return asked.spoken;
}

async function change(locale: string): Promise<void> {
  const wanted = languageOf(locale);
  const strings = await load(wanted);
  if (asked?.locale !== locale) return; // Somebody asked for another meanwhile.
  // Without its words (the line is down, say) the page stays English, and asks again when it next can.
  if (strings === undefined) asked = undefined;
  const language = strings === undefined ? 'en' : wanted;
  setStrings(strings ?? en);
  setLocale(locale);
  document.documentElement.lang = language;
  document.documentElement.dir = DIRECTIONS[language];
  remember(locale);
  for (const listener of listeners) listener();
}

async function load(language: Language): Promise<Strings | undefined> {
  try {
    return await CATALOGUES[language]();
  } catch {
    return undefined;
  }
}

/** Calls back when another locale is in use; the answer stops it. */
export function onLocale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function recall(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // Storage is blocked: the browser's language it is.
  }
}

function remember(locale: string): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // As above.
  }
}
