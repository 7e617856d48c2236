import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, type Instant, type PartialDate, toPlainDate } from '../dates.ts';
import {
  followUpEntry,
  gatheringEntry,
  nextTouchEntry,
  occasionEntries,
  overdueEntry,
  planEntry,
  promiseEntry,
  reminderEntry,
} from './calendar-entries.ts';
import { MOVING_CALENDARS } from './calendars.ts';

const TODAY = '2026-11-27' as CalendarDate;
const SPAN = { from: TODAY, to: addDays(TODAY, 400) };
const ada = { personId: 'p1', name: 'Ada Obi' };
const returns = (date: PartialDate, kind = 'birth', label?: string, rule: 'feb-28' | 'mar-1' = 'feb-28') =>
  occasionEntries({ ...ada, id: 'a1', kind, label, date }, SPAN, rule);

describe('occasionEntries', () => {
  it('says the age on each return, today and next year', () => {
    expect(returns({ year: 1985, month: 11, day: 27 })).toEqual([
      { uid: 'p1-a1-2026@tendril', title: 'Ada Obi’s birthday: turns 41', start: '2026-11-27' },
      { uid: 'p1-a1-2027@tendril', title: 'Ada Obi’s birthday: turns 42', start: '2027-11-27' },
    ]);
  });

  it('says no age where the year is unknown, or cannot be one of a life', () => {
    expect(returns({ month: 3, day: 15 }).map(({ title }) => title)).toEqual(['Ada Obi’s birthday']);
    expect(returns({ year: 1604, month: 3, day: 15 }).map(({ title }) => title)).toEqual(['Ada Obi’s birthday']);
  });

  it('keeps 29 February on the day the owner chose, and on itself in a leap year', () => {
    const date = { year: 2000, month: 2, day: 29 };
    expect(returns(date).map(({ start }) => start)).toEqual(['2027-02-28']);
    expect(returns(date, 'birth', undefined, 'mar-1').map(({ start }) => start)).toEqual(['2027-03-01']);
    const leap = { from: '2028-01-01' as CalendarDate, to: '2028-12-31' as CalendarDate };
    expect(occasionEntries({ ...ada, id: 'a1', kind: 'birth', date }, leap, 'mar-1').map(({ start }) => start)).toEqual(
      ['2028-02-29'],
    );
  });

  it('follows other calendars, and tells two returns within one of our years apart', () => {
    expect(returns({ year: 1985, month: 1, day: 1, calendarScale: 'chinese' })).toEqual([
      { uid: 'p1-a1-2027@tendril', title: 'Ada Obi’s birthday (Chinese calendar)', start: '2027-02-06' },
    ]);
    const span = { from: '2030-01-01' as CalendarDate, to: '2030-12-31' as CalendarDate };
    const date = { month: 9, day: 1, calendarScale: 'islamic-umalqura' };
    const both = occasionEntries({ ...ada, id: 'a1', kind: 'birth', date }, span, 'feb-28');
    expect(both.map(({ start }) => start)).toEqual(['2030-01-05', '2030-12-26']);
    expect(new Set(both.map(({ uid }) => uid)).size).toBe(2);
  });

  it('counts the years of a marriage and of what has a name of its own', () => {
    expect(returns({ year: 2016, month: 12, day: 1 }, 'wedding').map(({ title }) => title)).toEqual([
      'Ada Obi’s wedding anniversary, 10 years',
      'Ada Obi’s wedding anniversary, 11 years',
    ]);
    expect(returns({ year: 2027, month: 5, day: 1 }, 'wedding').map(({ title }) => title)).toEqual([
      'Ada Obi’s wedding',
    ]);
    expect(returns({ year: 2026, month: 3, day: 1 }, 'other', 'Sober').map(({ title }) => title)).toEqual([
      'Ada Obi: Sober, 1 year',
    ]);
  });

  it('leaves out what has no day', () => {
    expect(returns({ month: 5 })).toEqual([]);
    expect(returns({ year: 1985 })).toEqual([]);
    expect(returns({ month: 4, day: 31 })).toEqual([]);
    expect(returns({ month: 1, day: 1, calendarScale: 'martian' })).toEqual([]);
  });

  it('keeps within the span, each return under a name of its own that the next day gives it again', () => {
    const partial = fc.record({
      year: fc.integer({ min: 1900, max: 2026 }),
      month: fc.integer({ min: 1, max: 13 }),
      day: fc.integer({ min: 1, max: 31 }),
      calendarScale: fc.constantFrom('gregorian', ...MOVING_CALENDARS),
    });
    fc.assert(
      fc.property(partial, fc.integer({ min: 0, max: 1_500 }), (date, later) => {
        const from = addDays(TODAY, later);
        const at = (day: CalendarDate) =>
          occasionEntries({ ...ada, id: 'a1', kind: 'birth', date }, { from: day, to: addDays(day, 400) }, 'feb-28');
        const entries = at(from);
        expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length);
        for (const { start } of entries) {
          expect(start >= from && start <= addDays(from, 400)).toBe(true);
          expect(toPlainDate(start as CalendarDate).toString()).toBe(start);
        }
        const next = new Map(at(addDays(from, 1)).map(({ uid, start }) => [uid, start]));
        for (const { uid, start } of entries) if (start > from) expect(next.get(uid)).toBe(start);
      }),
      { numRuns: 200 },
    );
  });
});

describe('entries of what stands open', () => {
  it('says who promised', () => {
    const promise = { ...ada, id: 'x', text: 'send the paper', due: TODAY };
    expect(promiseEntry({ ...promise, by: 'me' })).toEqual({
      uid: 'promise-x@tendril',
      title: 'Promised to Ada Obi: send the paper',
      start: TODAY,
    });
    expect(promiseEntry({ ...promise, by: 'them' }).title).toBe('Ada Obi promised: send the paper');
  });

  it('names the person of a reminder, with or without words', () => {
    expect(reminderEntry({ ...ada, id: 'x', text: 'ask about Oslo', date: TODAY }).title).toBe(
      'Ada Obi: ask about Oslo',
    );
    expect(reminderEntry({ ...ada, id: 'x', text: '', date: TODAY }).title).toBe('Ada Obi');
  });

  it('puts a plan at its time where it has one', () => {
    const plan = {
      id: 't',
      date: TODAY,
      at: null,
      channel: 'phone',
      summary: '',
      place: null,
      names: ['Ada', 'Bo'],
    } as const;
    expect(planEntry(plan)).toEqual({ uid: 'plan-t@tendril', title: 'Call Ada and Bo', start: TODAY });
    const at = '2026-11-27T12:00:00.000Z' as Instant;
    expect(planEntry({ ...plan, at, summary: 'lunch', place: 'Kanda' })).toEqual({
      uid: 'plan-t@tendril',
      title: 'Ada and Bo: lunch',
      start: at,
      place: 'Kanda',
    });
    expect(planEntry({ ...plan, summary: 'Coffee with Ada and Bo' }).title).toBe('Coffee with Ada and Bo');
    expect(planEntry({ ...plan, summary: 'Coffee with Ada' }).title).toBe('Ada and Bo: Coffee with Ada');
    expect(planEntry({ ...plan, channel: 'email' }).title).toBe('Write to Ada and Bo');
  });

  it('gives a dinner the evening, and whole days no hours', () => {
    const dinner = {
      id: 'g',
      name: 'Dinner',
      place: null,
      kind: 'dinner',
      time: '',
      since: TODAY,
      until: TODAY,
    } as const;
    const at = '2026-11-27T18:00:00.000Z' as Instant;
    expect(gatheringEntry({ ...dinner, at })).toMatchObject({ start: at, hours: 3 });
    expect(gatheringEntry({ ...dinner, kind: 'other', at })).toMatchObject({ hours: 2 });
    expect(gatheringEntry({ ...dinner, at: null })).not.toHaveProperty('hours');
    expect(gatheringEntry({ ...dinner, until: addDays(TODAY, 1), at })).not.toHaveProperty('hours');
  });

  it('says what to follow up with, and of "follow up" only its topic', () => {
    const followUp = { ...ada, touchId: 't', on: TODAY, topic: 'tidal power' };
    expect(followUpEntry({ ...followUp, text: 'send the paper' }).title).toBe('Follow up with Ada Obi: send the paper');
    expect(followUpEntry({ ...followUp, text: 'Follow up about tides' }).title).toBe(
      'Follow up with Ada Obi: tidal power',
    );
    expect(followUpEntry({ ...followUp, text: null, topic: null }).title).toBe('Follow up with Ada Obi');
  });

  it('keeps one entry for the next touch of a person, wherever it moves', () => {
    expect(nextTouchEntry({ ...ada, on: TODAY }).uid).toBe(nextTouchEntry({ ...ada, on: addDays(TODAY, 9) }).uid);
  });

  it('gathers whose turn has passed, and counts those past the day’s number', () => {
    const at = { today: TODAY, most: 2, networkId: 'n' };
    expect(overdueEntry([], at)).toBeUndefined();
    expect(overdueEntry(['Ada'], at)?.title).toBe('Catch up with Ada');
    expect(overdueEntry(['Ada', 'Bo', 'Cy', 'Di'], at)?.title).toBe('Catch up with Ada, Bo and 2 more');
  });
});
