import { expect, test } from 'vitest';
import { readHolidays } from './source.ts';

test('the almanac knows the holidays of a country, in a language, and none of a country that is none', async () => {
  const found = await readHolidays({ countries: ['US', 'DE', 'ZZ'], years: [2026, 2027], language: 'de' });
  const days = (country: string) => (found.get(country) ?? []).map(({ date, name }) => `${date} ${name}`);
  expect(days('US')).toContain('2026-12-25 Weihnachten');
  expect(days('DE')).toContain('2026-12-25 1. Weihnachtstag');
  expect(days('DE').filter((text) => /^2027-01-01/.test(text))).toHaveLength(1);
  expect(days('ZZ')).toEqual([]);
  // Asked again it answers the same, without loading anything.
  expect(await readHolidays({ countries: ['US'], years: [2026, 2027], language: 'de' })).toEqual(
    new Map([['US', found.get('US')]]),
  );
}, 60_000);
