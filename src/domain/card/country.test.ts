import { expect, test } from 'vitest';
import { countryOf } from './country.ts';
import type { Card } from './jscontact.ts';

const options = {
  phoneCountry: (number: string) => (number.startsWith('+49') ? 'DE' : undefined),
  home: 'NL',
  locale: 'de',
};
const of = (parts: Partial<Card>, given: Partial<typeof options> = {}) =>
  countryOf({ '@type': 'Card', version: '1.0', uid: 'x', ...parts }, { ...options, ...given });
const inCountry = (value: string) => ({ components: [{ kind: 'country' as const, value }] });

test('the country is that of the home address, by its code or its name in English or the owner’s language', () => {
  const work = { countryCode: 'us', contexts: { work: true as const } };
  expect(of({ addresses: { a: work, b: { countryCode: 'JP', contexts: { private: true } } } })).toBe('JP');
  expect(of({ addresses: { a: work } })).toBe('US');
  expect(of({ addresses: { a: { countryCode: 'UK' } } })).toBe('GB');
  expect(of({ addresses: { a: inCountry('Japan') } })).toBe('JP');
  expect(of({ addresses: { a: inCountry('Frankreich') } })).toBe('FR');
  expect(of({ addresses: { a: inCountry('germany') } })).toBe('DE');
});

test('without an address it is that of the telephone, else the owner’s', () => {
  expect(of({ phones: { p: { number: '+49 30 123456' } } })).toBe('DE');
  expect(of({ phones: { p: { number: '030 123456' } } })).toBe('NL');
  expect(of({})).toBe('NL');
  expect(of({}, { home: 'ZZ' })).toBeUndefined();
});

test('a country nobody knows is not taken for the owner’s', () => {
  expect(of({ addresses: { a: inCountry('Atlantis') }, phones: { p: { number: '+49 30 123456' } } })).toBeUndefined();
});
