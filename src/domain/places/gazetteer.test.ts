import { expect, test } from 'vitest';
import { findCities } from './gazetteer.ts';

const GAZETTEER = [
  'GB\tcambridge\t52.20\t0.12',
  'DE\tmunster|muenster\t51.96\t7.63',
  'US\tcambridge\t42.38\t-71.11',
  'DE\tmunich|munchen\t48.14\t11.58',
  'US\tmunster|munich\t41.56\t-87.51',
  '',
].join('\n');

const find = (key: string, country: string | null = null) => {
  const [at] = findCities(GAZETTEER, [{ key, country }]);
  return at === undefined ? undefined : [at.latitude, at.longitude];
};

test('finds a city by the country of the card', () => {
  expect(find('cambridge', 'US')).toEqual([42.38, -71.11]);
  expect(find('munster', 'DE')).toEqual([51.96, 7.63]);
});

test('means the largest of a name when no country is said', () => {
  expect(find('cambridge')).toEqual([52.2, 0.12]);
});

test('knows other names, after those that are called so first of all', () => {
  expect(find('munchen')).toEqual([48.14, 11.58]);
  expect(find('munich')).toEqual([48.14, 11.58]);
  expect(find('munich', 'US')).toEqual([41.56, -87.51]);
});

test('leaves out what follows a city', () => {
  expect(find('cambridge, ma', 'US')).toEqual([42.38, -71.11]);
  expect(find('munster (westfalen)', 'DE')).toEqual([51.96, 7.63]);
});

test('does not place what it does not have', () => {
  expect(find('bag end')).toBeUndefined();
  expect(find('cambridge', 'FR')).toBeUndefined();
  expect(find('')).toBeUndefined();
});

test('keeps the order it is asked in', () => {
  const found = findCities(GAZETTEER, [
    { key: 'munich', country: 'DE' },
    { key: 'nowhere', country: null },
    { key: 'cambridge', country: 'GB' },
  ]);
  expect(found.map((at) => at?.latitude)).toEqual([48.14, undefined, 52.2]);
});
