import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toE164 } from './phone.ts';

describe('phone numbers as E.164', () => {
  it.each([
    ['030 12345678', 'DE', '+493012345678'],
    ['+49 (0)30 12345678', 'DE', '+493012345678'],
    ['+49 30 12345678', undefined, '+493012345678'],
    ['0049 30 12345678', undefined, '+493012345678'],
    ['tel:+1-212-555-0100;ext=12', 'DE', '+12125550100'],
    ['(212) 555-0100 ext. 12', 'US', '+12125550100'],
    ['212.555.0100', 'us', '+12125550100'],
    ['030 12345678', undefined, undefined],
    ['110', 'DE', undefined],
    ['911', 'US', undefined],
    ['12345', 'DE', undefined],
    ['+49', 'DE', undefined],
    ['call Ada on +49 30 12345678', 'DE', undefined],
    ['', 'DE', undefined],
    ['030 12345678', 'XX', undefined],
  ])('reads %s in %s as %s', (number, country, expected) => {
    expect(toE164(number, country)).toBe(expected);
  });

  it('never throws, and its key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-() ;ext=.tel:x') }), (number) => {
        const key = toE164(number, 'DE');
        expect(key === undefined || toE164(key) === key).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
