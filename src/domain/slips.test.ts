import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedSlips, distance, nearestFirst } from './slips.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 1, maxLength: 9 });

describe('slips of the finger', () => {
  it.each([
    ['grace', 'grace', 0],
    ['grcae', 'grace', 1],
    ['grac', 'grace', 1],
    ['gracee', 'grace', 1],
    ['grade', 'grace', 1],
    ['chirstohper', 'christopher', 2],
    ['', 'abc', 3],
  ])('%s is not %s by %i', (a, b, slips) => {
    expect(distance(a, b)).toBe(slips);
  });

  it('are as many one way as the other, and none only between equals', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it('are allowed in words long enough to be told apart', () => {
    expect(['ada', 'anna', 'charles', 'lovelace'].map(allowedSlips)).toEqual([0, 1, 1, 2]);
  });
});

it('the nearest name comes first, whatever its case and accents, and equals keep their order', () => {
  expect(nearestFirst('clsoe', ['Active', 'Close', 'Inner'])).toEqual(['Close', 'Active', 'Inner']);
  expect(nearestFirst('CAFE', ['Chess', 'Café'])).toEqual(['Café', 'Chess']);
  expect(nearestFirst('xyz', ['abc', 'def'])).toEqual(['abc', 'def']);
  expect(nearestFirst('x', [])).toEqual([]);
});
