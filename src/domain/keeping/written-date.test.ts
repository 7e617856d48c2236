import { expect, test } from 'vitest';
import { writtenDate } from './written-date.ts';

test('a date is written as the locale does, with the parts that are known', () => {
  expect(writtenDate({ month: 5, day: 24 }, 'en-GB')).toBe('24 May');
  expect(writtenDate({ month: 2, day: 29 }, 'en-GB')).toBe('29 February');
  expect(writtenDate({ year: 1980, month: 5, day: 24 }, 'en-US')).toBe('May 24, 1980');
  expect(writtenDate({ year: 1980, month: 5 }, 'de')).toBe('Mai 1980');
  expect(writtenDate({ month: 5 }, 'en')).toBe('May');
  expect(writtenDate({ year: 1980 }, 'en')).toBe('1980');
  expect(writtenDate({}, 'en')).toBe('');
});

test('a date of another calendar is written in it', () => {
  expect(writtenDate({ year: 5784, month: 6, day: 14, calendarScale: 'hebrew' }, 'en-GB')).toBe('14 Adar I 5784');
  expect(writtenDate({ month: 6, day: 30, calendarScale: 'hebrew' }, 'en-GB')).toBe('30 Adar I');
  expect(writtenDate({ month: 7, day: 14, calendarScale: 'hebrew' }, 'en-GB')).toBe('14 Adar');
  expect(writtenDate({ month: 9, day: 5, calendarScale: 'islamic' }, 'en-GB')).toBe('5 Ramadan');
  expect(writtenDate({ year: 1360, month: 4, day: 15, calendarScale: 'persian' }, 'en-GB')).toBe('15 Tir 1360 AP');
  expect(writtenDate({ month: 13, calendarScale: 'coptic' }, 'en')).toBe('Nasie');
  expect(writtenDate({ year: 2569, month: 5, day: 3, calendarScale: 'buddhist' }, 'en-GB')).toBe('3 May 2569 BE');
});

test('Chinese months are counted where the language has no names for them', () => {
  const date = { month: 6, day: 5, calendarScale: 'chinese' };
  expect(writtenDate(date, 'en')).toBe('sixth month, day 5');
  expect(writtenDate({ ...date, year: 2025, 'tendril:leapMonth': true }, 'en')).toBe('leap sixth month, day 5, 2025');
  expect(writtenDate({ ...date, 'tendril:leapMonth': true }, 'zh-CN')).toBe('闰六月5日');
  expect(writtenDate(date, 'zh-CN')).toBe('六月5日');
});

test('what no calendar has is written as it stands', () => {
  expect(writtenDate({ year: 5784, month: 99, day: 1, calendarScale: 'hebrew' }, 'en')).toBe('5784-99-1');
  expect(writtenDate({ year: 1e9, month: 5 }, 'en')).toBe('1000000000-5');
});
