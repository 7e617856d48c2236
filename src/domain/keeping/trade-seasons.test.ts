import { expect, it } from 'vitest';
import type { CalendarDate } from '../dates.ts';
import { tradeSeason } from './trade-seasons.ts';

const on = (work: string, day: string, country?: string) => tradeSeason({ work, country }, day as CalendarDate)?.name;

it.each([
  ['Teacher, Kiel Grammar School', '2026-07-01', 'end-of-term'],
  ['Lehrerin', '2026-06-24', 'end-of-term'],
  ['Steuerberaterin, Blume & Stern', '2026-03-15', 'tax-season'],
  ['Tax adviser', '2026-04-30', 'tax-season'],
  ['Farmer', '2026-09-01', 'harvest'],
  ['Winzer, Weingut Moos', '2026-10-01', 'harvest'],
  ['Gärtner', '2026-05-01', 'planting'],
  ['Bookseller', '2026-12-10', 'christmas-trade'],
  ['Wirtschaftsprüfer', '2026-01-20', 'year-end-accounts'],
])('%s on %s has: %s', (work, day, season) => {
  expect(on(work, day)).toBe(season);
});

it('is nothing at other times, in other trades, or where the sun is elsewhere', () => {
  expect(on('Teacher', '2026-11-23')).toBeUndefined();
  expect(on('Designer, Foam Ltd', '2026-07-01')).toBeUndefined();
  expect(on('Taxi driver', '2026-03-15')).toBeUndefined();
  expect(on('Farmer', '2026-09-01', 'AU')).toBeUndefined();
  expect(on('Tax adviser', '2026-03-15', 'NZ')).toBe('tax-season');
});
