import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intentOf, placeOf } from './swipe.ts';

const distance = fc.integer({ min: -500, max: 500 });

describe('what a finger means', () => {
  it('is a swipe sideways, scrolling up and down, and nothing yet within a touch that trembles', () => {
    expect(intentOf(40, 6)).toBe('swipe');
    expect(intentOf(-40, 6)).toBe('swipe');
    expect(intentOf(12, 40)).toBe('scroll');
    expect(intentOf(4, -5)).toBe('undecided');
  });

  it('leaves whatever goes as far up or down as sideways to scrolling', () => {
    fc.assert(
      fc.property(distance, distance, (dx, dy) => {
        if (Math.abs(dy) >= Math.abs(dx)) expect(intentOf(dx, dy)).not.toBe('swipe');
      }),
    );
  });

  it('acts beyond the threshold only, and no more once the finger went back', () => {
    expect(placeOf(120, { width: 360, rtl: false })).toEqual({ side: 'end', armed: true });
    expect(placeOf(60, { width: 360, rtl: false })).toEqual({ side: 'end', armed: false });
    expect(placeOf(-120, { width: 360, rtl: false })).toEqual({ side: 'start', armed: true });
  });

  it('is mirrored where one reads from right to left', () => {
    fc.assert(
      fc.property(
        distance.filter((dx) => dx !== 0),
        (dx) => {
          expect(placeOf(dx, { width: 360, rtl: true })).toEqual(placeOf(-dx, { width: 360, rtl: false }));
        },
      ),
    );
  });
});
