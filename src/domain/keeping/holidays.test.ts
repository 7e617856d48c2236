import { expect, test } from 'vitest';
import type { CalendarDate } from '../dates.ts';
import { type AlmanacDay, greetedHolidays, nearHoliday } from './holidays.ts';

const day = (text: string) => text as CalendarDate;
const listed = (date: string, english: string, given: Partial<AlmanacDay> = {}): AlmanacDay => ({
  date: day(date),
  english,
  name: english,
  type: 'public',
  ...given,
});
const names = (...days: readonly AlmanacDay[]) => greetedHolidays(days).map(({ name }) => name);

test('the days people greet each other for are taken, and free days are not', () => {
  expect(
    names(
      listed('2026-01-01', "New Year's Day"),
      listed('2026-01-19', 'Martin Luther King Jr. Day'),
      listed('2026-04-03', 'Good Friday'),
      listed('2026-05-25', 'Memorial Day'),
      listed('2026-07-03', 'Independence Day (substitute day)'),
      listed('2026-07-04', 'Independence Day'),
      listed('2026-09-30', 'National Day for Truth and Reconciliation'),
      listed('2026-10-03', 'National Holiday'),
      listed('2026-11-08', 'Deepavali'),
      listed('2026-11-23', 'Labor Thanksgiving Day'),
      listed('2026-11-26', 'Thanksgiving Day'),
      listed('2026-11-27', 'Day after Thanksgiving Day'),
      listed('2026-12-24', 'Christmas Eve'),
      listed('2026-12-25', 'Christmas Day'),
      listed('2026-12-31', 'New Year’s Eve'),
    ),
  ).toEqual([
    "New Year's Day",
    'Independence Day',
    'National Holiday',
    'Deepavali',
    'Thanksgiving Day',
    'Christmas Day',
  ]);
});

test('a feast of several days stands on its first, and is called by its own name', () => {
  expect(
    greetedHolidays([
      listed('2026-04-02', 'Passover (Pesach)'),
      listed('2026-04-08', 'Mimouna, Seventh day of Passover'),
      listed('2026-03-21', 'End of Ramadan (Eid al-Fitr)'),
      listed('2026-03-20', 'End of Ramadan (Eid al-Fitr)'),
      listed('2026-04-05', 'Easter Sunday', { type: 'observance' }),
      listed('2026-04-06', 'Easter Monday'),
      listed('2026-09-12', 'Rosh Hashanah (Yom Teruah)'),
      listed('2026-09-13', 'Rosh Hashanah (Day 2)'),
    ]),
  ).toEqual([
    { date: '2026-03-20', name: 'Eid al-Fitr' },
    { date: '2026-04-02', name: 'Passover' },
    { date: '2026-04-05', name: 'Easter Sunday' },
    { date: '2026-09-12', name: 'Rosh Hashanah' },
  ]);
});

test('an observance of some is left to them, and a day is named in the language asked for', () => {
  expect(names(listed('2026-03-17', 'St. Patrick’s Day', { type: 'observance' }))).toEqual([]);
  expect(names(listed('2026-03-17', 'St. Patrick’s Day'))).toEqual(['St. Patrick’s Day']);
  expect(names(listed('2026-12-25', 'Christmas Day', { name: '1. Weihnachtstag' }))).toEqual(['1. Weihnachtstag']);
});

test('a holiday is near on its day and five days before', () => {
  const christmas = { date: day('2026-12-25'), name: 'Christmas Day' };
  const on = (today: string) => nearHoliday([christmas], day(today));
  expect(on('2026-12-19')).toBeUndefined();
  expect(on('2026-12-20')).toBe(christmas);
  expect(on('2026-12-25')).toBe(christmas);
  expect(on('2026-12-26')).toBeUndefined();
});
