import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, dayIn, daysBetween, type LeapDayRule } from '../dates.ts';
import { daysApart, fromDayNumber, isLeapYear, toDayNumber, weekdayOf } from './day-number.ts';
import { ageAt, ageOf, isRoundNumber, nextMonthOf, nextOccurrence, occurrenceNumber, yearsSaid } from './occasions.ts';

const day = (text: string) => text as CalendarDate;
const anyDay = fc.integer({ min: -40_000, max: 80_000 }).map((n) => addDays(day('1970-01-01'), n));
const rules = fc.constantFrom<LeapDayRule>('feb-28', 'mar-1');

describe('day numbers', () => {
  test('agree with Temporal', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(daysApart(a, b)).toBe(daysBetween(a, b));
        expect(fromDayNumber(toDayNumber(a))).toBe(a);
        expect(weekdayOf(a)).toBe(Temporal.PlainDate.from(a).dayOfWeek - 1);
      }),
    );
  });
});

describe('the next occurrence', () => {
  test('is the same month and day, within a year, and never in the past', () => {
    fc.assert(
      fc.property(anyDay, anyDay, rules, (anchor, today, rule) => {
        const date = {
          year: Number(anchor.slice(0, 4)),
          month: Number(anchor.slice(5, 7)),
          day: Number(anchor.slice(8)),
        };
        const next = nextOccurrence(date, today, rule);
        if (next === undefined) throw new Error('an existing day always returns');
        expect(next >= today).toBe(true);
        expect(next >= anchor).toBe(true);
        if (today >= anchor) expect(daysBetween(today, next)).toBeLessThanOrEqual(366);
        const year = Number(next.slice(0, 4));
        const expected =
          anchor.slice(5) === '02-29' && !isLeapYear(year) ? (rule === 'feb-28' ? '02-28' : '03-01') : anchor.slice(5);
        expect(next.slice(5)).toBe(expected);
        expect(occurrenceNumber(date, next)).toBe(year - date.year);
      }),
    );
  });

  test('of 29 February comes every year, on the day the setting says, and never drifts off it', () => {
    for (const [rule, common] of [
      ['feb-28', '02-28'],
      ['mar-1', '03-01'],
    ] as const) {
      let today = day('1999-03-02');
      for (let year = 2000; year <= 2120; year++) {
        const next = nextOccurrence({ year: 1996, month: 2, day: 29 }, today, rule);
        expect(next).toBe(`${year}-${isLeapYear(year) ? '02-29' : common}`);
        today = addDays(day(next ?? ''), 1);
      }
    }
  });

  test('is that very day when it is today', () => {
    expect(nextOccurrence({ month: 11, day: 23 }, day('2026-11-23'), 'feb-28')).toBe('2026-11-23');
    expect(nextOccurrence({ month: 11, day: 22 }, day('2026-11-23'), 'feb-28')).toBe('2027-11-22');
    expect(nextOccurrence({ month: 2, day: 29 }, day('2027-02-28'), 'feb-28')).toBe('2027-02-28');
    expect(nextOccurrence({ month: 2, day: 29 }, day('2027-02-28'), 'mar-1')).toBe('2027-03-01');
  });

  test('is unknown when month or day is, and when no year has the day', () => {
    for (const date of [
      { year: 1980 },
      { year: 1980, month: 4 },
      { day: 3 },
      { month: 4, day: 31 },
      { month: 2, day: 30 },
      { month: 13, day: 1 },
      { month: 0, day: 0 },
    ]) {
      expect(nextOccurrence(date, day('2026-11-23'), 'feb-28')).toBeUndefined();
    }
  });

  test('of a date still to come is the date itself', () => {
    expect(nextOccurrence({ year: 2027, month: 1, day: 5 }, day('2026-11-23'), 'feb-28')).toBe('2027-01-05');
    expect(nextOccurrence({ year: 2028, month: 1, day: 5 }, day('2026-11-23'), 'feb-28')).toBe('2028-01-05');
  });

  test('follows the calendar the date is written in', () => {
    // Lunar new year, Rosh Hashanah, and Islamic new year (Umm al-Qura) as almanacs print them.
    expect(nextOccurrence({ month: 1, day: 1, calendarScale: 'chinese' }, day('2026-11-23'), 'feb-28')).toBe(
      '2027-02-06',
    );
    expect(nextOccurrence({ month: 1, day: 1, calendarScale: 'hebrew' }, day('2026-11-23'), 'feb-28')).toBe(
      '2027-10-02',
    );
    expect(nextOccurrence({ month: 1, day: 1, calendarScale: 'islamic-umalqura' }, day('2026-11-23'), 'feb-28')).toBe(
      '2027-06-06',
    );
    expect(nextOccurrence({ month: 1, day: 1, calendarScale: 'islamic' }, day('2026-11-23'), 'feb-28')).toBe(
      '2027-06-06',
    );
    expect(nextOccurrence({ month: 11, day: 23, calendarScale: 'GREGORIAN' }, day('2026-11-23'), 'feb-28')).toBe(
      '2026-11-23',
    );
    expect(
      nextOccurrence({ year: 2529, month: 11, day: 23, calendarScale: 'buddhist' }, day('2026-11-23'), 'feb-28'),
    ).toBe('2026-11-23');
    expect(occurrenceNumber({ year: 2529, month: 11, day: 23, calendarScale: 'buddhist' }, day('2026-11-23'))).toBe(40);
    expect(nextOccurrence({ month: 1, day: 1, calendarScale: 'martian' }, day('2026-11-23'), 'feb-28')).toBeUndefined();
  });

  test('keeps Adar I in Adar in common years, and a thirtieth on the last day of a short month', () => {
    // 5787 is a leap year, 5788 is not: Adar I 10 becomes Adar 10.
    expect(nextOccurrence({ month: 6, day: 10, calendarScale: 'hebrew' }, day('2027-01-01'), 'feb-28')).toBe(
      '2027-02-17',
    );
    expect(nextOccurrence({ month: 6, day: 10, calendarScale: 'hebrew' }, day('2028-01-01'), 'feb-28')).toBe(
      '2028-03-08',
    );
    fc.assert(
      fc.property(
        anyDay.filter((d) => d > '1900' && d < '2090'),
        fc.constantFrom('chinese', 'hebrew', 'islamic-civil', 'persian', 'indian'),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 30 }),
        (today, calendarScale, month, dayOfMonth) => {
          const next = nextOccurrence({ month, day: dayOfMonth, calendarScale }, today, 'feb-28');
          if (next === undefined) throw new Error('every month of these calendars returns');
          expect(next >= today).toBe(true);
          expect(daysBetween(today, next)).toBeLessThanOrEqual(400);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('an age', () => {
  test('is full years, also around 29 February', () => {
    expect(ageAt({ year: 1986, month: 11, day: 23 }, day('2026-11-22'), 'feb-28')).toBe(39);
    expect(ageAt({ year: 1986, month: 11, day: 23 }, day('2026-11-23'), 'feb-28')).toBe(40);
    expect(ageAt({ year: 2000, month: 2, day: 29 }, day('2027-02-28'), 'feb-28')).toBe(27);
    expect(ageAt({ year: 2000, month: 2, day: 29 }, day('2027-02-28'), 'mar-1')).toBe(26);
    expect(ageAt({ month: 2, day: 29 }, day('2027-02-28'), 'mar-1')).toBeUndefined();
    expect(ageAt({ year: 2030, month: 2, day: 1 }, day('2027-02-28'), 'mar-1')).toBeUndefined();
  });
});

describe('an age of which little is known', () => {
  const on = (today: string, birth: Parameters<typeof ageOf>[0]) => ageOf(birth, day(today), 'feb-28');

  test('is about so many years where only the year is known, and exact where the month decides', () => {
    expect(on('2026-11-23', { year: 1958 })).toEqual({ years: 68, about: true });
    expect(on('2026-11-23', { year: 1958, month: 5 })).toEqual({ years: 68, about: false });
    expect(on('2026-11-23', { year: 1958, month: 12 })).toEqual({ years: 67, about: false });
    expect(on('2026-11-23', { year: 1958, month: 11 })).toEqual({ years: 68, about: true });
    expect(on('2026-11-23', { year: 1958, month: 11, day: 24 })).toEqual({ years: 67, about: false });
  });

  test('is counted in our years also for a birthday of another calendar', () => {
    // 15 Tir 1360 was 6 July 1981; 5 Ramadan 1401 the seventh of that month.
    expect(on('2026-07-05', { year: 1360, month: 4, day: 15, calendarScale: 'persian' })).toEqual({
      years: 44,
      about: false,
    });
    expect(on('2026-07-06', { year: 1360, month: 4, day: 15, calendarScale: 'persian' })).toEqual({
      years: 45,
      about: false,
    });
    expect(on('2026-07-07', { year: 1401, month: 9, day: 5, calendarScale: 'islamic-umalqura' })).toEqual({
      years: 45,
      about: false,
    });
    expect(on('2026-07-07', { year: 5741, calendarScale: 'hebrew' })).toEqual({ years: 46, about: true });
  });

  test('is unknown without a year, and for years that are none', () => {
    for (const birth of [
      { month: 5, day: 3 },
      { year: 1604, month: 5, day: 3 },
      { year: 0, month: 5, day: 3 },
      { year: 2031 },
    ]) {
      expect(on('2026-11-23', birth)).toBeUndefined();
    }
    expect(yearsSaid('birth', { year: 1604, month: 5, day: 3 }, day('2026-05-03'))).toBeUndefined();
    expect(yearsSaid('birth', { year: 1800, month: 5, day: 3 }, day('2026-05-03'))).toBeUndefined();
    expect(yearsSaid('wedding', { year: 1976, month: 5, day: 3 }, day('2026-05-03'))).toBe(50);
    expect(
      yearsSaid('birth', { year: 1984, month: 1, day: 1, calendarScale: 'chinese' }, day('2026-02-17')),
    ).toBeUndefined();
  });

  test('is round at thirty and every ten, and at ten, twenty-five and fifty years of anything else', () => {
    expect([29, 30, 40, 55, 100].filter((age) => isRoundNumber('birth', age))).toEqual([30, 40, 100]);
    expect([1, 10, 20, 25, 50, 75].filter((years) => isRoundNumber('wedding', years))).toEqual([10, 25, 50, 75]);
  });
});

describe('a month without a day', () => {
  test('is the one it is, or the next of that name', () => {
    expect(nextMonthOf({ month: 5 }, day('2026-05-31'))).toEqual({ from: '2026-05-01', to: '2026-05-31' });
    expect(nextMonthOf({ year: 1980, month: 5 }, day('2026-06-01'))).toEqual({ from: '2027-05-01', to: '2027-05-31' });
    expect(nextMonthOf({ month: 2 }, day('2027-11-23'))).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(nextMonthOf({ month: 8, calendarScale: 'chinese' }, day('2026-11-23'))).toEqual({
      from: '2027-09-01',
      to: '2027-09-29',
    });
  });

  test('is none where the day is known or the month is not', () => {
    expect(nextMonthOf({ month: 5, day: 1 }, day('2026-05-31'))).toBeUndefined();
    expect(nextMonthOf({ year: 1958 }, day('2026-05-31'))).toBeUndefined();
    expect(nextMonthOf({ month: 13 }, day('2026-05-31'))).toBeUndefined();
  });
});

describe('the day it is', () => {
  test('is the day on the wall in every zone, also across daylight saving', () => {
    const at = (text: string) => Temporal.Instant.from(text);
    expect(dayIn('Pacific/Kiritimati', at('2026-11-23T10:00:00Z'))).toBe('2026-11-24');
    expect(dayIn('Etc/GMT+12', at('2026-11-23T11:59:00Z'))).toBe('2026-11-22');
    // Clocks in Berlin went back at 01:00 UTC on 25 October 2026; in New York forward at 07:00 UTC on 8 March.
    for (const [instant, expected] of [
      ['2026-10-24T21:59:59Z', '2026-10-24'],
      ['2026-10-24T22:00:00Z', '2026-10-25'],
      ['2026-10-25T22:59:59Z', '2026-10-25'],
      ['2026-10-25T23:00:00Z', '2026-10-26'],
    ] as const) {
      expect(dayIn('Europe/Berlin', at(instant))).toBe(expected);
    }
    for (const [instant, expected] of [
      ['2026-03-08T04:59:59Z', '2026-03-07'],
      ['2026-03-08T05:00:00Z', '2026-03-08'],
      ['2026-03-09T03:59:59Z', '2026-03-08'],
      ['2026-03-09T04:00:00Z', '2026-03-09'],
    ] as const) {
      expect(dayIn('America/New_York', at(instant))).toBe(expected);
    }
  });
});
