import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, dayIn, daysBetween, type PartialDate, toPlainDate } from '../dates.ts';
import { MOVING_CALENDARS, monthCodeOf, monthNumberOf, movingCalendar } from './calendars.ts';
import { movingKeysOn, occasionKey } from './occasion-key.ts';
import { nextOccurrence } from './occasions.ts';

const day = (text: string) => text as CalendarDate;
const anyDay = fc.integer({ min: -25_000, max: 47_000 }).map((n) => addDays(day('1970-01-01'), n));
const moving = fc.constantFrom(...MOVING_CALENDARS);
/** The longest that a date can be away: a year with a leap month, and the days a short month lacks. */
const LONGEST_GAP = 415;

const anyMovingDate: fc.Arbitrary<PartialDate & { month: number; day: number }> = fc
  .record({
    calendarScale: moving,
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 30 }),
    'tendril:leapMonth': fc.boolean(),
  })
  .map(({ 'tendril:leapMonth': leap, ...date }) =>
    leap && (date.calendarScale === 'chinese' || date.calendarScale === 'dangi')
      ? { ...date, 'tendril:leapMonth': true }
      : date,
  );

function next(date: PartialDate, from: CalendarDate): CalendarDate {
  const found = nextOccurrence(date, from, 'feb-28');
  if (found === undefined) throw new Error(`${JSON.stringify(date)} must return`);
  return found;
}

describe('known days', () => {
  // As almanacs print them.
  test.each([
    [
      'Chinese new year',
      { month: 1, day: 1, calendarScale: 'chinese' },
      `2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06
       2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08`,
    ],
    [
      'Mid-Autumn',
      { month: 8, day: 15, calendarScale: 'chinese' },
      '2020-10-01 2021-09-21 2022-09-10 2023-09-29 2024-09-17 2025-10-06 2026-09-25 2027-09-15 2028-10-03',
    ],
    [
      'Rosh Hashanah',
      { month: 1, day: 1, calendarScale: 'hebrew' },
      `2020-09-19 2021-09-07 2022-09-26 2023-09-16 2024-10-03 2025-09-23 2026-09-12 2027-10-02
       2028-09-21 2029-09-10 2030-09-28 2031-09-18 2032-09-06 2033-09-24 2034-09-14 2035-10-04`,
    ],
    [
      'Purim, in Adar or Adar II',
      { month: 7, day: 14, calendarScale: 'hebrew' },
      '2020-03-10 2021-02-26 2022-03-17 2023-03-07 2024-03-24 2025-03-14 2026-03-03 2027-03-23',
    ],
    [
      'Eid al-Fitr by Umm al-Qura',
      { month: 10, day: 1, calendarScale: 'islamic-umalqura' },
      '2020-05-24 2021-05-13 2022-05-02 2023-04-21 2024-04-10 2025-03-30 2026-03-20',
    ],
    [
      'Nowruz',
      { month: 1, day: 1, calendarScale: 'persian' },
      '2020-03-20 2021-03-21 2022-03-21 2023-03-21 2024-03-20 2025-03-21 2026-03-21',
    ],
    [
      'Enkutatash',
      { month: 1, day: 1, calendarScale: 'ethiopic' },
      '2020-09-11 2021-09-11 2022-09-11 2023-09-12 2024-09-11 2025-09-11 2026-09-11 2027-09-12',
    ],
  ] as const)('%s', (_name, date, list) => {
    const known = list.split(/\s+/);
    let from = day('2020-01-01');
    const found = known.map(() => {
      const occurrence = next(date, from);
      from = addDays(occurrence, 1);
      return occurrence;
    });
    expect(found).toEqual(known);
  });

  test('a leap month is kept in itself where the year has it, and else in the month it follows', () => {
    const sixth = { month: 6, day: 1, calendarScale: 'chinese', 'tendril:leapMonth': true };
    expect(next(sixth, day('2025-01-01'))).toBe('2025-07-25');
    expect(next({ ...sixth, 'tendril:leapMonth': false }, day('2025-01-01'))).toBe('2025-06-25');
    // 2026 has no leap month.
    expect(next(sixth, day('2026-01-01'))).toBe('2026-07-14');
  });

  test('the thirtieth of a month of twenty-nine days is its last day', () => {
    // Cheshvan has 30 days in 5784 and 29 in 5785.
    expect(next({ month: 2, day: 29, calendarScale: 'hebrew' }, day('2024-10-01'))).toBe('2024-11-30');
    expect(next({ month: 2, day: 30, calendarScale: 'hebrew' }, day('2024-10-01'))).toBe('2024-12-01');
    expect(next({ month: 2, day: 30, calendarScale: 'hebrew' }, day('2023-10-01'))).toBe('2023-11-13');
  });

  test('a calendar has more than one name, and a month that no year has never comes', () => {
    expect(movingCalendar({ calendarScale: 'ISLAMIC' })).toBe('islamic-umalqura');
    expect(movingCalendar({ calendarScale: 'hijri' })).toBe('islamic-umalqura');
    expect(movingCalendar({ calendarScale: 'martian' })).toBeUndefined();
    expect(nextOccurrence({ month: 14, day: 1, calendarScale: 'hebrew' }, day('2026-11-23'), 'feb-28')).toBeUndefined();
  });
});

describe('a date of another calendar', () => {
  test('returns on or after the day asked for, within the longest year, and stands where it was found', () => {
    fc.assert(
      fc.property(anyMovingDate, anyDay, (date, today) => {
        const found = next(date, today);
        expect(found >= today).toBe(true);
        expect(daysBetween(today, found)).toBeLessThanOrEqual(LONGEST_GAP);
        expect(next(date, found)).toBe(found);
      }),
      { numRuns: 60 },
    );
  });

  test('falls on the day that has its name in that calendar, found by walking day after day', () => {
    fc.assert(
      fc.property(moving, anyDay, anyDay, (calendarScale, anchor, today) => {
        const named = toPlainDate(anchor).withCalendar(calendarScale);
        // Plain months, and days that all of them have: what is left needs no rule.
        fc.pre(!named.monthCode.endsWith('L') && named.day <= 29 && named.monthCode !== 'M13');
        let walked = toPlainDate(today).withCalendar(calendarScale);
        while (walked.monthCode !== named.monthCode || walked.day !== named.day) walked = walked.add({ days: 1 });
        const month = monthNumberOf(calendarScale, named.monthCode);
        expect(monthCodeOf(calendarScale, month, false)).toBe(named.monthCode);
        expect(next({ month, day: named.day, calendarScale }, today)).toBe(walked.withCalendar('iso8601').toString());
      }),
      { numRuns: 30 },
    );
  });

  test('comes once in each of two hundred years', () => {
    for (const calendar of ['chinese', 'hebrew', 'islamic-umalqura', 'persian'] as const) {
      const date = { month: 8, day: 15, calendarScale: calendar };
      const first = next(date, day('1900-01-01'));
      const start = toPlainDate(first).withCalendar(calendar).year;
      let from = first;
      for (let year = start; year < start + 200; year++) {
        const found = next(date, from);
        const monthCode = monthCodeOf(calendar, 8, false);
        expect(found).toBe(
          Temporal.PlainDate.from({ calendar, year, monthCode, day: 15 }).withCalendar('iso8601').toString(),
        );
        from = addDays(found, 1);
      }
    }
  });

  test('is filed where the day on which it returns looks for it', () => {
    fc.assert(
      fc.property(anyMovingDate, anyDay, (date, today) => {
        const key = occasionKey(date);
        expect(key?.month).toBeGreaterThan(100);
        expect(movingKeysOn(next(date, today))).toContainEqual(key);
      }),
      { numRuns: 60 },
    );
  });
});

describe('days and zones', () => {
  /** Every offset from twelve hours behind to fourteen ahead, and zones whose clocks change, one of them at midnight. */
  const zones = [
    'Etc/GMT+12',
    'Pacific/Marquesas',
    'America/St_Johns',
    'America/Sao_Paulo',
    'UTC',
    'Europe/Berlin',
    'Africa/Cairo',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Pacific/Kiritimati',
    ...Array.from({ length: 25 }, (_, at) => `Etc/GMT${at < 12 ? '+' : '-'}${Math.abs(12 - at)}`),
  ];

  test('a returning day is the same day in every zone, from its first moment to its last', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyMovingDate, anyDay.map(inOurs)),
        anyDay,
        fc.constantFrom(...zones),
        (date, today, zone) => {
          const found = toPlainDate(next(date, today));
          const first = found.toZonedDateTime(zone);
          // Samoa left out 30 December 2011 when it crossed the date line: there is no such day there to be in.
          fc.pre(first.toPlainDate().equals(found));
          const last = found.add({ days: 1 }).toZonedDateTime(zone).subtract({ nanoseconds: 1 });
          expect(dayIn(zone, first.toInstant())).toBe(found.toString());
          if (last.toPlainDate().equals(found))
            expect(next(date, dayIn(zone, last.toInstant()))).toBe(found.toString());
        },
      ),
    );
  });

  test('a day asked for at any instant is today or later where the owner is, wherever that is', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyMovingDate, anyDay.map(inOurs)),
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.constantFrom(...zones),
        (date, seconds, zone) => {
          const here = dayIn(zone, Temporal.Instant.fromEpochMilliseconds(seconds * 1000));
          const found = next(date, here);
          expect(found >= here).toBe(true);
          // A day later, elsewhere, it is the same day or the next return: it never slips by one.
          const later = next(date, addDays(here, 1));
          expect(later === found || found === here).toBe(true);
        },
      ),
    );
  });
});

function inOurs(date: CalendarDate): PartialDate {
  return { month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}
