import { expect, it } from 'vitest';
import { driftOf } from './drift.ts';

it.each([
  ['a tie that cools', { warmth: 'cooling', nextTouch: '2026-12-01' }, 'cooling'],
  ['a tie that cools and is late', { warmth: 'at-risk', nextTouch: '2026-11-01' }, 'cooling'],
  ['a date that passed', { warmth: 'fine', nextTouch: '2026-11-22' }, 'late'],
  ['a date that is today', { warmth: 'fine', nextTouch: '2026-11-23' }, undefined],
  ['nobody with a rhythm', { warmth: null, nextTouch: null }, undefined],
] as const)('reads %s', (_, person, drift) => {
  expect(driftOf(person, '2026-11-23')).toBe(drift);
});
