import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../dates.ts';
import { fromDayNumber } from '../keeping/day-number.ts';
import { type HistoryTouch, summarizeContacts, warmthBand } from '../keeping/warmth.ts';
import { DIRECTIONS, WARMTHS } from '../words.ts';
import { lastDayOf } from './months.ts';
import { bandsOn, WarmthCensus, warmthByMonth } from './warmth-over-time.ts';

const TODAY = '2026-11-23' as CalendarDate;
const aContact = fc.record({
  date: fc.integer({ min: 18_500, max: 20_900 }).map(fromDayNumber),
  direction: fc.constantFrom(...DIRECTIONS),
});
const aRhythm = fc.option(fc.constantFrom(7, 30, 91, 365), { nil: null });
function lookedAtOn(month: string): CalendarDate {
  const last = lastDayOf(month);
  if (last < TODAY) return last;
  return TODAY;
}
const touch = (date: string, direction: HistoryTouch['direction'] = 'mutual'): HistoryTouch => ({
  date: date as CalendarDate,
  direction,
});

describe('warmth by month', () => {
  test('is what the page would have said on the last day of each month, and counts every contact once', () => {
    fc.assert(
      fc.property(fc.array(aContact, { minLength: 1, maxLength: 40 }), aRhythm, (contacts, rhythmDays) => {
        const months = warmthByMonth(contacts, { rhythmDays, today: TODAY });
        const past = contacts.filter(({ date }) => date <= TODAY);
        for (const { month, contacts: count, warmth } of months) {
          const day = lookedAtOn(month);
          const history = summarizeContacts(past.filter(({ date }) => date <= day));
          expect(warmth).toBe(warmthBand({ history, rhythmDays, today: day }));
          expect(count).toBe(past.filter(({ date }) => date.startsWith(month)).length);
        }
        expect(months.reduce((sum, month) => sum + month.contacts, 0)).toBe(past.length);
        expect(months.at(-1)?.month).toBe('2026-11');
      }),
      { numRuns: 60 },
    );
  });

  test('begins with the first contact, goes back twenty years at most, and leaves the future out', () => {
    const months = warmthByMonth([touch('2026-09-10'), touch('2026-12-24')], { rhythmDays: 30, today: TODAY });
    expect(months.map(({ month, contacts }) => [month, contacts])).toEqual([
      ['2026-09', 1],
      ['2026-10', 0],
      ['2026-11', 0],
    ]);
    const long = warmthByMonth([touch('1980-01-01'), touch('2026-11-01')], { rhythmDays: null, today: TODAY });
    expect([long.length, long[0]]).toEqual([240, { month: '2006-12', contacts: 0, warmth: 'dormant' }]);
  });
});

test('nobody is counted before the first contact', () => {
  expect(bandsOn([touch('2026-05-05')], ['2026-05-04', '2026-05-05'] as CalendarDate[], null)).toEqual([null, 'fine']);
});

test('a census is the sum of its ties', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.array(aContact, { maxLength: 12 }), aRhythm), { maxLength: 8 }), (ties) => {
      const months = ['2026-08', '2026-09', '2026-10', '2026-11'];
      const census = new WarmthCensus(months, TODAY);
      for (const [contacts, rhythmDays] of ties) census.add(contacts, rhythmDays);
      for (const row of census.months()) {
        const day = lookedAtOn(row.month);
        const bands = ties.flatMap(([contacts, rhythmDays]) => bandsOn(contacts, [day], rhythmDays));
        for (const band of WARMTHS) expect(row[band]).toBe(bands.filter((each) => each === band).length);
      }
    }),
    { numRuns: 40 },
  );
});
