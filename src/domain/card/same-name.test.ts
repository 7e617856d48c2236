import { describe, expect, it } from 'vitest';
import type { Card } from './jscontact.ts';
import { nameFromText } from './new-card.ts';
import { compareNames, nameKey, sharesGivenName } from './same-name.ts';

const named = (name: string): Card => ({ '@type': 'Card', version: '1.0', uid: name, name: nameFromText(name) });

describe('compareNames', () => {
  it.each([
    ['Ada Lovelace', 'Ada Lovelace', 'same'],
    ['Ada Lovelace', 'LOVELACE ADA', 'same'],
    ['Łukasz Żak', 'lukasz zak', 'same'],
    ['Jean-Luc Moreau', 'Jean Luc Moreau', 'same'],
    ['A. Lovelace', 'Ada Lovelace', 'compatible'],
    ['Ada', 'Ada Lovelace', 'compatible'],
    ['Ada King Lovelace', 'Ada Lovelace', 'compatible'],
    ['王小明', '王小明', 'same'],
    ['Ada Lovelace', 'Ada Byron', 'related'],
    ['Ada Lovelace', 'Tom Lovelace', 'related'],
    ['Ada Lovelace', 'Grace Hopper', 'different'],
    ['A. L.', 'Ada Lovelace', 'different'],
  ] as const)('finds %s and %s %s', (a, b, expected) => {
    expect(compareNames(named(a), named(b))).toBe(expected);
    expect(compareNames(named(b), named(a))).toBe(expected);
  });

  it('cannot tell when one has no name', () => {
    expect(compareNames({ '@type': 'Card', version: '1.0', uid: '' }, named('Ada'))).toBe('unknown');
  });
});

describe('sharesGivenName', () => {
  it('sees a married name as the same person may be, and a family as several', () => {
    expect(sharesGivenName(named('Ada Lovelace'), named('Ada Byron'))).toBe(true);
    expect(sharesGivenName(named('Ada Lovelace'), named('Tom Lovelace'))).toBe(false);
  });

  it('takes a nickname for a given name', () => {
    const bob: Card = { ...named('Robert Klein'), nicknames: { n1: { name: 'Bob' } } };
    expect(sharesGivenName(bob, named('Bob Klein'))).toBe(true);
  });
});

describe('nameKey', () => {
  it('is the same in every order of the words, and empty without a name', () => {
    expect(nameKey(named('Ada Lovelace'))).toBe(nameKey(named('Lovelace Ada')));
    expect(nameKey({ '@type': 'Card', version: '1.0', uid: '' })).toBe('');
  });
});
