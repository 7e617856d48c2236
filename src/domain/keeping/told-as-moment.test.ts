import { expect, it } from 'vitest';
import { isToldAsMoment } from './told-as-moment.ts';

const FACT = { text: 'got married last Saturday in Rome', private: false, learnedOn: '2026-11-23' };
const MOMENT = { text: 'got married in Rome', noticedOn: '2026-11-23', organisation: null };

it('A fact is told as a moment of the same day in the same words, without when', () => {
  expect(isToldAsMoment(FACT, [MOMENT])).toBe(true);
});

it.each([
  ['there is none', FACT, []],
  ['it was noted another day', FACT, [{ ...MOMENT, noticedOn: '2026-11-22' }]],
  ['it says something else', FACT, [{ ...MOMENT, text: 'got promoted' }]],
  ['it happened where they work', FACT, [{ ...MOMENT, organisation: 'Kanda' }]],
  ['the fact is private', { ...FACT, private: true }, [MOMENT]],
])('A fact stands for itself when %s', (_, fact, moments) => {
  expect(isToldAsMoment(fact, moments)).toBe(false);
});
