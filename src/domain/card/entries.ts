import type { IdMap } from './jscontact.ts';

/** The entries of a collection, most preferred first (RFC 9553 section 1.5.3), else in the order of the card. */
export function byPreference<T extends { readonly pref?: number }>(entries: IdMap<T> | undefined): readonly T[] {
  // Without a preference an entry comes after all that have one.
  const last = 101;
  return Object.values(entries ?? {}).sort((a, b) => (a.pref ?? last) - (b.pref ?? last));
}
