import { expect, test } from 'vitest';
import type { SavedFilter } from '../../src/contract/shapes.ts';
import { countFields, filterOf, isChanged, openFilter, readPeopleSearch } from './people-search.ts';

const saved: SavedFilter = {
  id: 'f1',
  name: 'Silent in Delft',
  filter: { city: 'Delft', lastBefore: '180d' },
  sort: 'last-touch',
  count: 3,
};

test('an address says what is asked, and nothing that is none', () => {
  expect(
    readPeopleSearch({ city: 'Delft', warmth: 'hot', show: 'active', sort: 'name', saved: 'f1', page: '2' }),
  ).toEqual({
    city: 'Delft',
    saved: 'f1',
  });
  expect(readPeopleSearch({ warmth: 'dormant', due: true, sort: 'city' })).toEqual({
    warmth: 'dormant',
    due: 'true',
    sort: 'city',
  });
});

test('a saved filter opens with all that it asks, and is changed by anything else', () => {
  const search = openFilter(saved);
  expect(search).toEqual({ city: 'Delft', lastBefore: '180d', sort: 'last-touch', saved: 'f1' });
  expect(filterOf(search)).toEqual(saved.filter);
  expect(isChanged(search, saved)).toBe(false);
  expect(isChanged({ ...search, missing: 'phone' }, saved)).toBe(true);
  expect(isChanged({ saved: 'f1', city: 'Delft', lastBefore: '180d' }, saved)).toBe(true);
});

test('words searched for are no filter that is counted', () => {
  expect(countFields({ q: 'ada', city: 'Delft', due: 'true', sort: 'city' })).toBe(2);
});
