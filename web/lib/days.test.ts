import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  comingDay,
  dayCount,
  daysFrom,
  isDay,
  longDay,
  nextMonday,
  nextWeekend,
  partOfDay,
  plainDay,
  plusDays,
  plusMonths,
  relativeDay,
  setLocale,
  withDays,
} from './days.ts';

const monday = '2026-11-23';
beforeEach(() => setLocale('en-GB'));
afterEach(() => setLocale('en-GB'));

describe('moving days', () => {
  test.each([
    ['2026-11-23', '2026-11-28'],
    ['2026-11-27', '2026-11-28'],
    ['2026-11-28', '2026-12-05'],
    ['2026-11-29', '2026-12-05'],
  ])('the weekend after %s is %s', (day, weekend) => {
    expect(nextWeekend(day)).toBe(weekend);
  });

  test.each([
    ['2026-11-23', '2026-11-30'],
    ['2026-11-29', '2026-11-30'],
    ['2026-12-31', '2027-01-04'],
  ])('next week after %s begins on %s', (day, next) => {
    expect(nextMonday(day)).toBe(next);
  });

  test('a month after the last of January is the last of February', () => {
    expect(plusMonths('2027-01-31', 1)).toBe('2027-02-28');
  });

  test('counts across the change of clocks', () => {
    expect(daysFrom('2026-10-24', '2026-10-26')).toBe(2);
    expect(plusDays('2026-03-28', 2)).toBe('2026-03-30');
  });

  test('knows what is a day', () => {
    expect([isDay('2026-02-28'), isDay('2026-02-29'), isDay(''), isDay('23.11.2026')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('saying days', () => {
  test.each([
    ['2026-11-23', 'today'],
    ['2026-11-22', 'yesterday'],
    ['2026-11-13', '10 days ago'],
    ['2026-11-02', '3 weeks ago'],
    ['2026-08-23', '3 months ago'],
    ['2024-11-23', '2 years ago'],
    ['2026-12-01', 'in 8 days'],
  ])('%s is %s', (day, words) => {
    expect(relativeDay(day, monday)).toBe(words);
  });

  test('names the weekday of a day within the week and the date of a later one', () => {
    expect(comingDay('2026-11-24', monday)).toBe('tomorrow');
    expect(comingDay('2026-11-27', monday)).toBe('Friday');
    expect(comingDay('2026-11-30', monday)).toBe('30 November');
  });

  test('shows the year only when it is another', () => {
    expect(plainDay('2026-08-21', monday)).toBe('21 August');
    expect(plainDay('2019-08-21', monday)).toBe('21 August 2019');
  });

  test('writes the days inside a sentence, and leaves what is no day alone', () => {
    expect(withDays('Ada waits until 2026-11-30, not 2025-01-02 or 2026-13-40.', monday)).toBe(
      'Ada waits until 30 November, not 2 January 2025 or 2026-13-40.',
    );
  });

  test('follows the locale', () => {
    expect(longDay(monday)).toBe('Monday 23 November');
    setLocale('de');
    expect(longDay(monday)).toBe('Montag, 23. November');
    expect(dayCount(19)).toBe('19 Tage');
    setLocale('xx-nonsense-tag');
    expect(plainDay('2026-08-21', monday)).toBe('August 21');
  });

  test('greets by the hour', () => {
    expect([3, 9, 14, 20].map((hour) => partOfDay(hour))).toEqual(['night', 'morning', 'afternoon', 'evening']);
  });
});
