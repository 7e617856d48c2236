import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../dates.ts';
import { de } from '../today/words/de.ts';
import { en } from '../today/words/en.ts';
import { fromDayNumber, toDayNumber } from './day-number.ts';
import { coolsOn, type HistoryTouch, quietDays, summarizeContacts, warmthBand, warmthOf } from './warmth.ts';

const day = (text: string) => text as CalendarDate;
const LAST = day('2026-06-01');
const silentFor = (days: number) => fromDayNumber(toDayNumber(LAST) + days);

/** Contacts every `gap` days, the last one on {@link LAST}. */
function every(gap: number, count: number, direction: HistoryTouch['direction'] = 'mutual') {
  return summarizeContacts(Array.from({ length: count }, (_, i) => ({ date: silentFor(-i * gap), direction })));
}
const bandAfter = (silence: number, gap: number, count: number, rhythmDays?: number) =>
  warmthOf({ history: every(gap, count), rhythmDays, today: silentFor(silence) })?.band;

const anyTouch = fc.record({
  date: fc.integer({ min: 18_000, max: 20_600 }).map(fromDayNumber),
  direction: fc.constantFrom('mine' as const, 'theirs' as const, 'mutual' as const),
});

describe('the history of contacts', () => {
  test('is the same for the same touches in any order', () => {
    fc.assert(
      fc.property(fc.array(anyTouch, { maxLength: 40 }), fc.integer(), (touches, seed) => {
        const shuffled = [...touches].sort(
          (a, b) => ((a.date.charCodeAt(9) * 31 + seed) % 7) - ((b.date.charCodeAt(9) * 31 + seed) % 7),
        );
        expect(summarizeContacts(shuffled)).toEqual(summarizeContacts(touches));
      }),
    );
  });

  test('counts days once, moves by whose they were, and messages without an answer', () => {
    const touch = (date: string, direction: HistoryTouch['direction']) => ({ date: day(date), direction });
    const history = summarizeContacts([
      touch('2026-05-31', 'mine'),
      touch('2026-05-01', 'theirs'),
      touch('2026-05-01', 'mine'),
      touch('2026-05-11', 'mine'),
    ]);
    expect(history).toMatchObject({
      firstContact: '2026-05-01',
      lastContact: '2026-05-31',
      contactDays: 3,
      mine: 3,
      theirs: 1,
      mutual: 0,
      usualGap: 15,
      unanswered: 2,
    });
    expect(history?.decayedDays).toBeCloseTo(1 + 2 ** (-20 / 180) + 2 ** (-30 / 180), 5);
    expect(summarizeContacts([])).toBeUndefined();
  });
});

describe('warmth', () => {
  test('is unknown without any contact', () => {
    expect(warmthOf({ history: undefined, rhythmDays: 30, today: LAST })).toBeNull();
    expect(coolsOn(undefined)).toBeNull();
  });

  test('holds while people keep their own pace', () => {
    for (const gap of [3, 7, 14, 30, 91, 182, 365]) {
      expect([gap, bandAfter(gap, gap, 10)]).toEqual([gap, 'fine']);
      expect([gap, bandAfter(gap, gap, 2, gap)]).toEqual([gap, 'fine']);
    }
  });

  test('cools, then is at risk, then dormant, each at a silence that fits the pace', () => {
    expect(bandAfter(30, 7, 20)).toBe('cooling');
    expect(bandAfter(60, 7, 20)).toBe('at-risk');
    expect(bandAfter(100, 30, 15)).toBe('cooling');
    expect(bandAfter(200, 30, 15)).toBe('at-risk');
    expect(bandAfter(600, 30, 15)).toBe('dormant');
    expect(bandAfter(3 * 365, 365, 5)).toBe('dormant');
    expect(bandAfter(600, 365, 8)).not.toBe('dormant');
  });

  test('leans on the chosen rhythm while there is little history', () => {
    expect(bandAfter(150, 30, 1, 365)).toBe('fine');
    expect(bandAfter(150, 30, 1, 30)).toBe('at-risk');
  });

  test('never rises while nobody says a word, and leaves "fine" on the day foretold', () => {
    fc.assert(
      fc.property(
        fc.array(anyTouch, { minLength: 1, maxLength: 40 }),
        fc.option(fc.constantFrom(7, 30, 91, 365), { nil: undefined }),
        (touches, rhythmDays) => {
          const history = summarizeContacts(touches);
          if (history === undefined) return;
          const cools = coolsOn(history, rhythmDays) ?? day('');
          let before = 1;
          for (const silence of [0, 1, 5, 9, 10, 20, 40, 80, 160, 320, 640, 1094, 1095, 2000]) {
            const today = fromDayNumber(toDayNumber(history.lastContact) + silence);
            const reading = warmthOf({ history, rhythmDays, today });
            if (reading === null) throw new Error('no reading');
            expect(reading.score).toBeLessThanOrEqual(before);
            before = reading.score;
            expect(reading.band === 'fine').toBe(today < cools);
            for (const words of [en, de]) expect(words.warmth({ ...reading, history })).toMatch(/^[A-Z].*\.$/);
          }
        },
      ),
    );
  });

  test('reads as each band from the day foretold to the day of the next', () => {
    expect(quietDays(undefined)).toBeNull();
    fc.assert(
      fc.property(
        fc.array(anyTouch, { minLength: 1, maxLength: 40 }),
        fc.option(fc.constantFrom(7, 30, 91, 365), { nil: undefined }),
        fc.array(fc.nat(1200), { minLength: 10, maxLength: 10 }),
        (touches, rhythmDays, silences) => {
          const history = summarizeContacts(touches);
          const days = quietDays(history, rhythmDays);
          if (history === undefined || days === null) throw new Error('no history');
          for (const silence of silences) {
            const today = fromDayNumber(toDayNumber(history.lastContact) + silence);
            const { cooling, atRisk, dormant } = days;
            const band =
              today < cooling ? 'fine' : today < atRisk ? 'cooling' : today < dormant ? 'at-risk' : 'dormant';
            expect(warmthBand({ history, rhythmDays, today })).toBe(band);
          }
        },
      ),
    );
  });

  test('says why in a sentence, in every language', () => {
    const said = (history: ReturnType<typeof every>, silence: number, rhythmDays?: number) => {
      const reading = warmthOf({ history, rhythmDays, today: silentFor(silence) });
      if (history === undefined || reading === null) throw new Error('no reading');
      return [en, de].map((words) => words.warmth({ ...reading, history }));
    };
    expect(said(every(14, 12), 92)).toEqual([
      'You used to be in touch about every two weeks; now it has been 92 days.',
      'Das letzte Mal ist 92 Tage her; sonst wart ihr etwa alle zwei Wochen in Kontakt.',
    ]);
    expect(said(every(14, 3, 'mine'), 92, 30)).toEqual([
      'Your last 3 messages have had no answer, and it has been 92 days.',
      'Das letzte Mal ist 92 Tage her, und deine letzten drei Nachrichten blieben ohne Antwort.',
    ]);
    expect(said(every(30, 12), 1500)).toEqual([
      'You have not been in touch for four years.',
      'Ihr wart seit vier Jahren nicht in Kontakt.',
    ]);
    expect(said(every(14, 1), 1)).toEqual(['You were in touch a day ago.', 'Ihr wart gestern in Kontakt.']);
  });
});
