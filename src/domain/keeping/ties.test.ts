import { expect, it } from 'vitest';
import { inverseTie } from './ties.ts';

it.each([
  ['child', 'parent'],
  ['daughter', 'parent'],
  ['Spouse', 'Spouse'],
  ['colleague', 'colleague'],
  ['introduced by', 'introduced'],
  ['introduced-by', 'introduced'],
  ['Mentor', 'mentee'],
])('sees %s from the other side as %s', (kind, inverse) => {
  expect(inverseTie(kind)).toBe(inverse);
});
