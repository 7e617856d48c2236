import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../dates.ts';
import { AppError } from '../errors.ts';
import { daysApart, fromDayNumber } from './day-number.ts';
import { touchToFollowUp, unansweredTouch } from './open-threads.ts';
import {
  closenessOf,
  isRealContact,
  nextTouch,
  OFFERED_CIRCLES,
  parseRhythm,
  rhythmText,
  stableShare,
} from './rhythm.ts';

const day = (text: string) => text as CalendarDate;
const anyDay = fc.integer({ min: 10_000, max: 25_000 }).map(fromDayNumber);
const maybeDay = fc.option(anyDay, { nil: undefined });

describe('the next date', () => {
  const base = { seed: 'p', rhythmDays: 30, lastContact: day('2026-10-01'), joinedCircleOn: day('2026-01-01') };

  test('is the last real contact plus the rhythm', () => {
    expect(nextTouch(base)).toBe('2026-10-31');
    expect(nextTouch({ ...base, rhythmDays: null })).toBeNull();
  });

  test('exists for everyone in a circle with a rhythm who is not paused without end', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.integer({ min: 1, max: 3650 }),
        maybeDay,
        anyDay,
        maybeDay,
        maybeDay,
        maybeDay,
        (seed, rhythmDays, lastContact, joinedCircleOn, skippedOn, snoozedUntil, pausedUntil) => {
          const next = nextTouch({
            seed,
            rhythmDays,
            lastContact,
            joinedCircleOn,
            skippedOn,
            snoozedUntil,
            pausedUntil,
          });
          if (next === null) throw new Error('no next date');
          expect(next > (lastContact ?? joinedCircleOn)).toBe(true);
          if (snoozedUntil !== undefined) expect(next >= snoozedUntil).toBe(true);
          if (pausedUntil !== undefined) expect(next >= pausedUntil).toBe(true);
        },
      ),
    );
  });

  test('moves one round on when skipped, until a contact restarts the rhythm', () => {
    expect(nextTouch({ ...base, skippedOn: day('2026-10-20') })).toBe('2026-11-30');
    expect(nextTouch({ ...base, skippedOn: day('2026-11-23') })).toBe('2026-12-23');
    expect(nextTouch({ ...base, skippedOn: day('2026-09-20') })).toBe('2026-10-31');
  });

  test('waits for the end of a snooze or a pause', () => {
    expect(nextTouch({ ...base, snoozedUntil: day('2026-12-01') })).toBe('2026-12-01');
    expect(nextTouch({ ...base, snoozedUntil: day('2026-10-05') })).toBe('2026-10-31');
    expect(nextTouch({ ...base, pausedFrom: day('2026-10-05'), pausedUntil: day('2027-01-05') })).toBe('2027-01-05');
    expect(nextTouch({ ...base, pausedFrom: day('2026-10-05') })).toBeNull();
  });

  test('before the first contact is spread evenly over the rhythm, the same every time', () => {
    const ids = Array.from(
      { length: 9100 },
      (_, i) =>
        `0197b3c2-7e1f-7${i.toString(16).padStart(3, '0')}-8a4d-5f6e7d8c9b${(i % 256).toString(16).padStart(2, '0')}`,
    );
    const counts = new Map<number, number>();
    for (const seed of ids) {
      const next = nextTouch({ seed, rhythmDays: 91, joinedCircleOn: day('2026-11-23') });
      if (next === null) throw new Error('no next date');
      const share = daysApart(day('2026-11-23'), next);
      expect(share).toBe(stableShare(seed, 91));
      counts.set(share, (counts.get(share) ?? 0) + 1);
    }
    expect(Math.min(...counts.keys())).toBe(1);
    expect(Math.max(...counts.keys())).toBe(91);
    // 100 people expected on each of 91 days: chi-square with 90 degrees of freedom stays under 137 in 999 of 1000 draws.
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
    expect(counts.size).toBe(91);
    expect(chiSquare).toBeLessThan(137);
  });
});

describe('a rhythm as text', () => {
  test.each([
    ['30d', 30],
    ['2w', 14],
    ['1m', 30],
    ['3m', 91],
    ['6m', 182],
    ['12m', 365],
    ['1y', 365],
    ['2Y', 730],
    ['weekly', 7],
    ['Monthly', 30],
    ['quarterly', 91],
    ['yearly', 365],
    [' none ', null],
    ['every 3 months', 91],
    ['every week', 7],
    ['10 days', 10],
  ])('%s is %s days', (text, days) => {
    expect(parseRhythm(text)).toBe(days);
  });

  test.each(['', 'd', '0d', '-3d', '3', 'sometimes', '99999y', '1.5w', 'every', '3 3m'])(
    '%j is refused with what to write',
    (text) => {
      expect(() => parseRhythm(text)).toThrow(AppError);
      expect(() => parseRhythm(text)).toThrow(/30d/);
    },
  );

  test.each([
    [1, 'every day'],
    [7, 'every week'],
    [14, 'every 2 weeks'],
    [28, 'every 4 weeks'],
    [30, 'every month'],
    [60, 'every 2 months'],
    [90, 'every 3 months'],
    [91, 'every 3 months'],
    [182, 'every 6 months'],
    [365, 'every year'],
    [730, 'every 2 years'],
    [10, 'every 10 days'],
    [100, 'every 100 days'],
  ])('%s days read %s', (days, text) => {
    expect(rhythmText(days)).toBe(text);
  });

  test('reads back as nearly the same rhythm', () => {
    for (let days = 1; days <= 3650; days++) {
      const back = parseRhythm(rhythmText(days)) ?? 0;
      expect(Math.abs(back - days)).toBeLessThanOrEqual(Math.max(2, days * 0.03));
    }
  });
});

test('closer circles have quicker rhythms', () => {
  const closeness = OFFERED_CIRCLES.map((circle) => closenessOf(circle.rhythmDays, true));
  expect(closeness).toEqual([...closeness].sort((a, b) => b - a));
  expect(closeness[0]).toBe(1);
  expect(Math.min(...closeness)).toBeGreaterThan(closenessOf(null, true));
  expect(closenessOf(null, true)).toBeGreaterThan(closenessOf(null));
});

test('a real contact is personal, happened, and was among one to eight people', () => {
  expect(isRealContact({ personal: true, plan: false, people: 1 })).toBe(true);
  expect(isRealContact({ personal: true, plan: false, people: 8 })).toBe(true);
  expect(isRealContact({ personal: true, plan: false, people: 9 })).toBe(false);
  expect(isRealContact({ personal: true, plan: false, people: 0 })).toBe(false);
  expect(isRealContact({ personal: false, plan: false, people: 1 })).toBe(false);
  expect(isRealContact({ personal: true, plan: true, people: 1 })).toBe(false);
});

describe('what is left open', () => {
  const touch = (id: string, date: string, direction: 'mine' | 'theirs' | 'mutual', given = {}) => ({
    id,
    date: day(date),
    channel: 'email' as const,
    direction,
    personal: true,
    plan: false,
    people: 1,
    followUp: false,
    ...given,
  });

  test('is their last message until I write or we meet', () => {
    const theirs = touch('2', '2026-11-10', 'theirs');
    expect(unansweredTouch([theirs, touch('1', '2026-11-01', 'mine')])).toBe(theirs);
    expect(unansweredTouch([touch('3', '2026-11-10', 'mine'), theirs])).toBeUndefined();
    expect(unansweredTouch([theirs, touch('3', '2026-11-12', 'mutual')])).toBeUndefined();
    expect(unansweredTouch([theirs, touch('3', '2026-11-12', 'mine', { plan: true })])).toBe(theirs);
    expect(unansweredTouch([touch('2', '2026-11-10', 'theirs', { channel: 'phone' })])).toBeUndefined();
    expect(unansweredTouch([touch('2', '2026-11-10', 'theirs', { personal: false })])).toBeUndefined();
  });

  test('orders one day by the moment, then by when it was logged', () => {
    const early = touch('9', '2026-11-10', 'mine', { at: '2026-11-10T08:00:00.000Z' });
    const late = touch('1', '2026-11-10', 'theirs', { at: '2026-11-10T18:00:00.000Z' });
    expect(unansweredTouch([late, early])).toBe(late);
    expect(unansweredTouch([touch('9', '2026-11-10', 'mine'), touch('1', '2026-11-10', 'theirs')])).toBeUndefined();
  });

  test('is a first meeting until I write, whatever they write', () => {
    const met = touch('1', '2026-11-21', 'mutual', { channel: 'event', followUp: true });
    expect(touchToFollowUp([met])).toBe(met);
    expect(touchToFollowUp([touch('2', '2026-11-22', 'theirs'), met])).toBe(met);
    expect(touchToFollowUp([touch('2', '2026-11-21', 'mine'), met])).toBeUndefined();
    expect(touchToFollowUp([touch('0', '2026-11-01', 'mine'), met])).toBe(met);
    expect(touchToFollowUp([touch('2', '2026-11-21', 'mine')])).toBeUndefined();
    expect(touchToFollowUp([])).toBeUndefined();
  });
});
