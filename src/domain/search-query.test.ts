import { describe, expect, it } from 'vitest';
import { readSearchQuery } from './search-query.ts';

describe('a search query', () => {
  it.each([
    ['Ada Lovelace', [['ada', 'lovelace']]],
    ['Müller', [['muller'], ['mueller']]],
    ["O'Brien", [['obrien']]],
    ['al-Rashid', [['al', 'rashid']]],
    ['!!!', [[]]],
  ])('%s asks for names %j', (query, spellings) => {
    expect(readSearchQuery(query).spellings).toEqual(spellings);
  });

  it('in Cyrillic or Greek asks for names in Latin letters too', () => {
    expect(readSearchQuery('Петров').spellings).toEqual(expect.arrayContaining([['петров'], ['petrov']]));
  });

  it.each([
    ['"keeps bees"', ['keeps bees']],
    ['ada “Tidal  Power” „x y“', ['tidal power', 'x y']],
    ['"', []],
    ['"unclosed', []],
    ['"…"', []],
  ])('%s holds the phrases %j', (query, phrases) => {
    expect(readSearchQuery(query).phrases).toEqual(phrases);
  });

  it.each([
    ['+49 (0)30 555-0142', '49305550142'],
    ['0049 30 555', '4930555'],
    ['030/555', '30555'],
    ['٠٣٠ ٥٥٥', '30555'],
    ['42', undefined],
    ['3M 555', undefined],
    ['', undefined],
  ])('%s dials %s', (query, digits) => {
    expect(readSearchQuery(query).digits).toBe(digits);
  });
});
