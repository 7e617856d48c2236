import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../dates.ts';
import { DIRECTIONS, type RevivalRating } from '../words.ts';
import { chooseSleeper, isAsleep, type Sleeper, weekOf, wokenBy } from './dormant.ts';
import { type ContactHistory, summarizeContacts } from './warmth.ts';

const TODAY = '2026-11-23' as CalendarDate;

/** A tie of so many contacts, so many days apart, that ended so many days ago. */
function tie({ contacts = 20, every = 14, silence = 1_100 } = {}): ContactHistory {
  const history = summarizeContacts(
    Array.from({ length: contacts }, (_, i) => ({
      date: addDays(TODAY, -silence - i * every),
      direction: 'mutual' as const,
    })),
  );
  if (history === undefined) throw new Error('There were no contacts.');
  return history;
}
const asleep = (history: ContactHistory, rhythmDays?: number) => isAsleep({ history, rhythmDays, today: TODAY });

describe('a tie that sleeps', () => {
  it('was close once and is silent for some three years, sooner where they met often', () => {
    expect(asleep(tie())).toBe(true);
    expect(asleep(tie({ silence: 400 }))).toBe(false);
    expect(asleep(tie({ every: 7, silence: 600 }))).toBe(true);
    expect(asleep(tie({ contacts: 6, every: 60, silence: 600 }))).toBe(false);
    expect(asleep(tie({ contacts: 6, every: 60 }))).toBe(true);
  });

  it('is none of few contacts, of one side alone, of who met once a year, or of who has a rhythm', () => {
    expect(asleep(tie({ contacts: 5 }))).toBe(false);
    expect(asleep(tie({ every: 365, silence: 1_200 }))).toBe(false);
    expect(asleep(tie(), 30)).toBe(false);
    const { mutual, ...rest } = tie();
    expect(asleep({ ...rest, mutual: 0, mine: mutual })).toBe(false);
  });
});

const sleeper = (personId: string, more: Partial<Sleeper> = {}): Sleeper => ({
  personId,
  history: tie(),
  toSay: 'nothing',
  near: false,
  ...more,
});
const WEEKS = Array.from({ length: 52 }, (_, i) => addDays(weekOf(TODAY), 7 * i));

describe('the one of the week', () => {
  it('is the same all week and whatever the order', () => {
    const days = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays(TODAY, n));
    const people = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(days, people, (day, ids) => {
        const week = weekOf(day);
        expect(week <= day && day < addDays(week, 7)).toBe(true);
        const all = ids.map((id) => sleeper(id));
        const chosen = chooseSleeper(all, { week, revivals: [] });
        expect(ids).toContain(chosen);
        expect(chooseSleeper(all.toReversed(), { week, revivals: [] })).toBe(chosen);
      }),
    );
  });

  it('is not always the familiar one, and more often one with something to say or on the way', () => {
    const people = [
      sleeper('deep', { history: tie({ contacts: 80 }) }),
      sleeper('b'),
      sleeper('c'),
      sleeper('needs', { toSay: 'need' }),
      sleeper('on the way', { near: true }),
    ];
    const chosen = WEEKS.map((week) => chooseSleeper(people, { week, revivals: [] }));
    expect(new Set(chosen).size).toBeGreaterThan(2);
    const often = (id: string) => chosen.filter((one) => one === id).length;
    expect(often('needs') + often('on the way')).toBeGreaterThan(WEEKS.length / 2);
  });

  it('leaves in peace for a year whoever was proposed', () => {
    const week = weekOf(TODAY);
    const ago = (weeks: number) => addDays(week, -7 * weeks);
    expect(chooseSleeper([sleeper('a', { proposedOn: ago(51) })], { week, revivals: [] })).toBeUndefined();
    expect(chooseSleeper([sleeper('a', { proposedOn: ago(52) })], { week, revivals: [] })).toBe('a');
  });

  it('learns from how it was with ties alike', () => {
    const long = tie({ contacts: 60, every: 40 });
    const short = tie({ contacts: 12, every: 20 });
    const people = ['a', 'b', 'c', 'd'].flatMap((id) => [
      sleeper(`${id} long`, { history: long }),
      sleeper(`${id} short`, { history: short }),
    ]);
    const longOnes = (rating: RevivalRating) =>
      WEEKS.filter((week) =>
        chooseSleeper(people, { week, revivals: Array(8).fill({ history: long, rating }) })?.endsWith('long'),
      ).length;
    expect(longOnes('glad')).toBeGreaterThan(longOnes('rest'));
  });
});

describe('a tie that was woken', () => {
  const ago = (days: number) => addDays(TODAY, -days);

  it('is one with a touch after years, while one remembers', () => {
    expect(wokenBy([ago(2), ago(1_200), ago(1_210)], TODAY)).toEqual({ on: ago(2), after: 1_198 });
    expect(wokenBy([ago(1), ago(4), ago(1_200)], TODAY)).toEqual({ on: ago(4), after: 1_196 });
    expect(wokenBy([ago(2), ago(300)], TODAY)).toBeUndefined();
    expect(wokenBy([ago(40), ago(1_200)], TODAY)).toBeUndefined();
    expect(wokenBy([ago(2)], TODAY)).toBeUndefined();
  });

  it('is told from any history', () => {
    const touches = fc.array(fc.record({ ago: fc.nat(4_000), direction: fc.constantFrom(...DIRECTIONS) }));
    fc.assert(
      fc.property(touches, (all) => {
        const history = summarizeContacts(all.map((one) => ({ date: ago(one.ago), direction: one.direction })));
        const woken = wokenBy(
          all.map((one) => ago(one.ago)),
          TODAY,
        );
        if (woken !== undefined) expect(isAsleep({ history, today: TODAY })).toBe(false);
      }),
    );
  });
});
