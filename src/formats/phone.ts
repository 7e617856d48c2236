import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** How many digits a number has at least, written with its country and without. */
const SHORTEST_WITH_COUNTRY = 8;
const SHORTEST = 7;

/**
 * A phone number as E.164 (`+4930123456`), the key by which two ways of writing it are the same. Extensions are left out:
 * they belong to the desk, not to the line.
 *
 * The module reads 80 kB of metadata when it is first imported (a few milliseconds): import it where numbers are compared,
 * not at the start of the program.
 * @param defaultCountry ISO 3166 code of the country in which numbers without a country are meant
 * @returns undefined when it is not a valid, whole number; so for short codes, which mean something else in each country
 */
export function toE164(number: string, defaultCountry?: string): string | undefined {
  const country = defaultCountry?.toUpperCase();
  const text = number
    .trim()
    .replace(/^tel:/i, '')
    .replace(/;(?!ext=).*$/i, '');
  // Without a country `00` can only be meant as it is dialled in most of the world.
  const international = country === undefined ? text.replace(/^00(?=[1-9])/, '+') : text;
  const parsed = parsePhoneNumberFromString(international, {
    extract: false,
    ...(country !== undefined && isSupportedCountry(country) && { defaultCountry: country }),
  });
  if (!parsed?.isValid()) return undefined;
  // The smallest metadata lets short codes and local numbers without an area code pass as national numbers.
  const written = text.replace(/(?:;ext=|\s*(?:ext|x|#)).*$/i, '').replace(/\D/g, '');
  return written.length >= (text.startsWith('+') ? SHORTEST_WITH_COUNTRY : SHORTEST) ? parsed.number : undefined;
}

/** The country (ISO 3166) in which a number is; undefined when the number does not tell. */
export function countryOfPhone(number: string, defaultCountry: string): string | undefined {
  const e164 = toE164(number, defaultCountry);
  return e164 === undefined ? undefined : parsePhoneNumberFromString(e164)?.country;
}
