import { primaryPhone } from './card.ts';
import { byPreference } from './entries.ts';
import type { Address, Card } from './jscontact.ts';

interface CountryOptions {
  /** The country of a number, if it tells one. */
  readonly phoneCountry: (number: string) => string | undefined;
  /** Where the owner lives. */
  readonly home: string;
  /** In whose language the card may name countries, beside English. */
  readonly locale: string;
}

/**
 * The country somebody lives in (ISO 3166-1 alpha-2): of the home address, else any other, else of the telephone, else the
 * owner's own. Undefined when an address names a country nobody knows: then none is better than a wrong one.
 */
export function countryOf(card: Card, { phoneCountry, home, locale }: CountryOptions): string | undefined {
  const addresses = byPreference(card.addresses);
  const named = [
    ...addresses.filter(({ contexts = {} }) => contexts.private),
    ...addresses.filter(({ contexts = {} }) => !contexts.private),
  ].map((address) => ({ code: codeOf(address), name: nameOf(address) }));
  const code = named.find((each) => each.code !== undefined)?.code;
  if (code !== undefined) return code;
  const name = named.find((each) => each.name !== '')?.name;
  if (name !== undefined) return countryByName(name, locale);
  const phone = primaryPhone(card);
  return asCode((phone === undefined ? undefined : phoneCountry(phone)) ?? home);
}

/** In these languages the card of anybody may name a country: their own are the names people write most. */
const COMMON_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da', 'nb', 'fi', 'cs', 'tr'] as const;

/** The code of the country an address names; undefined when it names none, or one nobody knows. */
export function countryOfAddress(address: Address): string | undefined {
  return codeOf(address) ?? countryNamed(nameOf(address));
}

/** The code of a country by its code or its name in one of the larger languages of cards. */
export function countryNamed(name: string): string | undefined {
  const said = name.trim();
  if (said === '') return undefined;
  for (const language of COMMON_LANGUAGES) {
    const found = namesIn(language).get(said.toLowerCase());
    if (found !== undefined) return found;
  }
  return asCode(said);
}

function codeOf({ countryCode }: Address): string | undefined {
  return asCode(countryCode ?? '');
}

/** The code in use for it (`UK` is written for GB); `ZZ` stands for an unknown country. */
function asCode(text: string): string | undefined {
  const code = /^[A-Za-z]{2}$/.test(text) ? new Intl.Locale(`und-${text}`).region : undefined;
  return code === 'ZZ' ? undefined : code;
}

function nameOf({ components = [] }: Address): string {
  return components.find(({ kind }) => kind === 'country')?.value.trim() ?? '';
}

function countryByName(name: string, locale: string): string | undefined {
  const key = name.toLowerCase();
  return namesIn('en').get(key) ?? namesIn(locale).get(key);
}

const A = 65;
const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(A + at));
const byLocale = new Map<string, ReadonlyMap<string, string>>();

/** Every country's name in a language, in lower case; made once for each. */
function namesIn(locale: string): ReadonlyMap<string, string> {
  const known = byLocale.get(locale);
  if (known !== undefined) return known;
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter((code) => code !== 'ZZ');
  const found = new Map(codes.map((code) => [names.of(code)?.toLowerCase() ?? '', asCode(code) ?? code] as const));
  found.delete('');
  byLocale.set(locale, found);
  return found;
}
