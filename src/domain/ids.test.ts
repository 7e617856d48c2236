import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uuidv7Maker } from './ids.ts';

const zeros = (length: number) => new Uint8Array(length);

describe('uuidv7Maker', () => {
  it('makes ids of version 7 and the RFC variant that begin with the time', () => {
    const make = uuidv7Maker(() => 0x0123456789ab, zeros);
    expect(make()).toBe('01234567-89ab-7000-8000-000000000000');
  });

  it('keeps the order of making within a millisecond, over its end, and when the clock is set back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 40 }), (times) => {
        let at = 0;
        const make = uuidv7Maker(() => 1_000 + (times[at++ % times.length] ?? 0), zeros);
        const ids = Array.from({ length: 9_000 }, make);
        expect([...ids].sort()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 20 },
    );
  });
});
