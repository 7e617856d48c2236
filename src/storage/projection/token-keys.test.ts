import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance } from '../../domain/slips.ts';
import { keysOfToken, keysOneSlipAway } from './token-keys.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcdeé'), minLength: 3, maxLength: 8 });

describe('keys of mistyped words', () => {
  it('are shared by any two words one slip apart', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.nat(3), fc.constantFrom(...'abcdeé'), (right, at, kind, letter) => {
        const letters = [...right];
        const i = at % letters.length;
        const swapped = letters.toSpliced(i, 2, ...letters.slice(i, i + 2).reverse());
        const slipped = [letters.toSpliced(i, 1), letters.toSpliced(i, 0, letter), letters.with(i, letter), swapped][
          kind
        ];
        const typed = (slipped ?? letters).join('');
        fc.pre([...typed].length >= 3 && distance(typed, right) <= 1);
        const stored = new Set(keysOfToken(right));
        expect(keysOneSlipAway(typed).some((key) => stored.has(key))).toBe(true);
      }),
    );
  });

  it('are few, however long a word is', () => {
    expect(keysOfToken('an')).toEqual([]);
    expect(keysOfToken('a'.repeat(60))).toEqual([]);
    expect(keysOfToken('christopher').length).toBeLessThan(15);
  });
});
