import { getLocale } from '../../lib/days.ts';

/** A country in the reader's language; a name that stands for no code as it is. */
export function countryName(key: string): string {
  if (!/^[A-Z]{2}$/.test(key)) return key;
  return new Intl.DisplayNames([getLocale()], { type: 'region' }).of(key) ?? key;
}
