import { expect, it } from 'vitest';
import { Attempts } from './attempts.ts';

const HOUR = 60 * 60_000;

it('counts tries until their quarter of an hour is over', () => {
  let now = 10 * HOUR;
  const attempts = new Attempts(() => now);
  attempts.take('a', 2);
  attempts.take('a', 2);
  expect(() => attempts.take('a', 2)).toThrow('Wait 15 minutes');
  attempts.take('b', 2);
  now += HOUR / 4;
  attempts.take('a', 2);
});

it('does not hold anybody for longer when the clock is set back', () => {
  let now = 100 * HOUR;
  const attempts = new Attempts(() => now);
  attempts.take('a', 1);
  expect(() => attempts.take('a', 1)).toThrow('Too many tries');
  now -= 24 * HOUR;
  attempts.take('a', 1);
});
