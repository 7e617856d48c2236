import { expect, test } from 'vitest';
import { marksUpTo, yearsAmong } from './scale.ts';

test('marks a scale with a few round numbers', () => {
  expect(marksUpTo(0)).toEqual([0]);
  expect(marksUpTo(1)).toEqual([0, 1]);
  expect(marksUpTo(7)).toEqual([0, 5]);
  expect(marksUpTo(293)).toEqual([0, 100, 200]);
  expect(marksUpTo(51_234)).toEqual([0, 20_000, 40_000]);
});

test('names the years among months while there is room for their names', () => {
  const months = Array.from(
    { length: 30 },
    (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
  expect(yearsAmong(months, 600)).toEqual([
    { at: 0, year: '2024' },
    { at: 12, year: '2025' },
    { at: 24, year: '2026' },
  ]);
  expect(yearsAmong(months, 80).map(({ year }) => year)).toEqual(['2024', '2026']);
});
