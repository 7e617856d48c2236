import { expect, test } from 'vitest';
import type { CalendarDate } from '../dates.ts';
import { lastDayOf, monthOf, monthsFrom, plusMonths } from './months.ts';

test('counts months across years, forwards and back', () => {
  expect(plusMonths('2026-11', 2)).toBe('2027-01');
  expect(plusMonths('2026-01', -1)).toBe('2025-12');
  expect(plusMonths('2026-11', -23)).toBe('2024-12');
  expect(monthsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsFrom('2026-02', '2026-01')).toEqual([]);
});

test('knows the last day of a month, in leap years too', () => {
  expect(lastDayOf('2024-02')).toBe('2024-02-29');
  expect(lastDayOf('2026-11')).toBe('2026-11-30');
  expect(monthOf('2026-11-23' as CalendarDate)).toBe('2026-11');
});
