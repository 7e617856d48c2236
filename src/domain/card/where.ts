import { fold } from '../fold.ts';
import { cityOf, currentOrganization, homeFirst } from './card.ts';
import { countryNamed, countryOfAddress } from './country.ts';
import type { Card } from './jscontact.ts';

/** Longer names are compared by their beginning: a database indexes no more. */
const LONGEST = 80;

/** The form in which names of cities, organisations and tags are compared: Lisbon and LISBON, Zürich and Zurich are one. */
export const placeKey = (name: string): string => [...fold(name)].slice(0, LONGEST).join('').trim();

/** A country as it is compared: its code (ISO 3166-1 alpha-2), or its name folded when nobody knows it. */
export const countryKey = (name: string): string => countryNamed(name) ?? placeKey(name);

/** Where someone lives, as lists compare it: the city shown, and the country of that address, else of any. */
export function whereKeys(card: Card): { readonly city: string | null; readonly country: string | null } {
  const home = cityOf(card);
  const addresses = [...(home === undefined ? [] : [home.address]), ...homeFirst(card)];
  const named = addresses.map((address) => countryOfAddress(address)).find((code) => code !== undefined);
  const written = addresses
    .flatMap(({ components = [] }) => components)
    .find(({ kind, value }) => kind === 'country' && value.trim() !== '');
  return {
    city: orNull(placeKey(home?.city ?? '')),
    country: named ?? orNull(placeKey(written?.value ?? '')),
  };
}

/** Where someone works, as lists compare it. */
export function organisationKey(card: Card): string | null {
  return orNull(placeKey(currentOrganization(card).organization ?? ''));
}

const orNull = (text: string): string | null => (text === '' ? null : text);
