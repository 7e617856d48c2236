import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCandidate } from '../../../tests/support/a-candidate.ts';
import { addDays, type CalendarDate } from '../dates.ts';
import { isHardTime } from '../keeping/moments.ts';
import { summarizeContacts } from '../keeping/warmth.ts';
import { MOMENT_KINDS } from '../words.ts';
import { asideFor } from './asides.ts';
import type { Candidate, PastTouch } from './candidate.ts';

const TODAY = '2026-11-23' as CalendarDate;
const days = { today: TODAY, locale: 'en-GB' };
const told = (given: Partial<Candidate>, today: string = TODAY) =>
  asideFor(aCandidate({ name: 'Ada Brandt', given: 'Ada', ...given }), { ...days, today: today as CalendarDate });

const metOn = (first: string) =>
  summarizeContacts(
    [first, '2026-08-01', '2026-09-01'].map((date) => ({ date: date as CalendarDate, direction: 'mutual' as const })),
  );
const past = (given: Partial<PastTouch>): PastTouch => ({
  id: 't1',
  date: '2025-11-24' as CalendarDate,
  summary: '',
  people: 1,
  ...given,
});
const history = (date: string): Partial<Candidate> => {
  const found = metOn(date);
  return found === undefined ? {} : { history: found };
};

describe('a quiet reason', () => {
  it('is how long ago one met, in round years', () => {
    expect(told(history('2016-11-25'))?.reason.text).toBe('Ten years ago this week you met Ada.');
    const place = past({ date: '2025-11-21' as CalendarDate, place: 'the harbour fair' });
    expect(told({ ...history('2025-11-21'), pasts: [place] })?.reason.text).toBe(
      'A year ago this week you met Ada at the harbour fair.',
    );
    expect(told(history('2016-11-27'))).toBeUndefined();
    expect(told(history('2019-11-23'))).toBeUndefined();
    expect(told(history('2016-02-29'), '2026-03-02')?.reason.key).toBe('met:10');
  });

  it('is what one talked about a year ago', () => {
    const found = told({ pasts: [past({ summary: 'We talked about her thesis' })] });
    expect(found?.reason.text).toBe('A year ago this week, with Ada: “We talked about her thesis”.');
    expect(found?.lines.join()).toMatch(/your thesis.*, a year ago now\./);
    expect(told({ pasts: [past({ summary: 'Her father died' })] })).toBeUndefined();
    expect(told({ pasts: [past({ summary: '' })] })).toBeUndefined();
  });

  it('is where both were a year ago, unless more is noted of it', () => {
    const mixer = { id: 'g1', name: 'OCEAN mixer', since: '2025-11-22' as CalendarDate };
    const found = told({ pastGatherings: [mixer] });
    expect(found?.reason.text).toBe('A year ago this week you and Ada were both at the OCEAN mixer.');
    expect(found?.lines).toContain('A year ago this week we were both at the OCEAN mixer.');
    expect(told({ pastGatherings: [{ ...mixer, since: '2024-11-22' as CalendarDate }] })).toBeUndefined();
    expect(told({ pastGatherings: [{ ...mixer, name: 'Leo’s funeral' }] })).toBeUndefined();
    expect(told({ pasts: [past({ place: 'the station buffet' })] })?.reason.key).toBe('both-there:t1:1');
    expect(told({ pasts: [past({ place: 'the café', summary: 'We talked about sailing' })] })?.reason.key).toBe(
      'year-ago:t1',
    );
    const german = asideFor(aCandidate({ given: 'Ada', pastGatherings: [mixer] }), { ...days, locale: 'de-DE' });
    expect(german?.reason.text).toBe('Vor einem Jahr in dieser Woche wart ihr beide dort, du und Ada: OCEAN mixer.');
  });

  it('is the years in a job, while it is the last that was heard of', () => {
    const moment = (kind: 'job' | 'job-loss', date: string, id: string = kind) =>
      ({
        id,
        kind,
        date: date as CalendarDate,
        noticedOn: date as CalendarDate,
        text: 'Head of Design at Kelp',
      }) as const;
    const job = moment('job', '2023-11-25');
    expect(told({ moments: [job] })?.reason.text).toBe(
      'Three years ago this week Ada began a new job: “Head of Design at Kelp”.',
    );
    expect(told({ moments: [job] })?.lines.join()).toMatch(/three years/);
    expect(told({ moments: [moment('job', '2022-11-25')] })).toBeUndefined();
    expect(told({ moments: [job, moment('job', '2025-01-10', 'next')] })).toBeUndefined();
    expect(told({ moments: [job, moment('job-loss', '2024-05-10')] })).toBeUndefined();
  });

  it('is the season of their trade', () => {
    expect(told({ work: 'Tax adviser, Moss' }, '2026-03-10')?.reason.text).toBe(
      'It is tax season: Ada may have little time now, so ask for nothing or wait a little.',
    );
    expect(told({ work: 'Teacher, Moss School' }, '2026-07-10')?.reason.text).toBe(
      'It is the end of term: Ada may have an hour to spare again.',
    );
  });

  it('is one alone, until it is waved away', () => {
    const all = { ...history('2016-11-23'), pasts: [past({ summary: 'We talked about sailing' })] };
    expect(told(all)?.reason.key).toBe('met:10');
    expect(told({ ...all, dismissed: [{ key: 'met:10' }] })?.reason.key).toBe('year-ago:t1');
  });

  it('is for nobody who has it hard, or has died', () => {
    const hard = fc.record({ kind: fc.constantFrom(...MOMENT_KINDS), ago: fc.nat(400) });
    fc.assert(
      fc.property(fc.array(hard, { maxLength: 3 }), fc.boolean(), (all, deceased) => {
        const moments = all.map(({ kind, ago }, i) => {
          const date = addDays(TODAY, -ago);
          return { id: `m${i}`, kind, date, noticedOn: date, text: 'x' };
        });
        const found = told({ ...history('2016-11-23'), moments, deceased });
        expect(found === undefined).toBe(deceased || isHardTime(moments, TODAY));
      }),
    );
  });
});
