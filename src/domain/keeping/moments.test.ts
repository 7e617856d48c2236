import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, daysBetween } from '../dates.ts';
import { MOMENT_KINDS } from '../words.ts';
import { isHard, isHardTime, type Moment, rungOn } from './moments.ts';

const DAY = '2026-03-02' as CalendarDate;
const happened = (kind: Moment['kind'], more: Partial<Moment> = {}): Moment => ({
  id: 'm',
  kind,
  date: DAY,
  noticedOn: DAY,
  ...more,
});
const daysOn = (days: number) => addDays(DAY, days);

describe('a moment', () => {
  it.each([
    [0, 0],
    [6, 0],
    [7, 1],
    [20, 1],
    [21, undefined],
    [30, 2],
    [91, 3],
    [200, undefined],
    [365, 4],
    [379, undefined],
  ])('of loss asks %i days after by its rung %j', (days, rung) => {
    expect(rungOn(happened('loss'), daysOn(days))?.index).toBe(rung);
  });

  it('that is heard of late is news from that day', () => {
    const late = happened('job', { noticedOn: daysOn(40) });
    expect(rungOn(late, daysOn(39))).toBeUndefined();
    expect(rungOn(late, daysOn(40))).toEqual({ index: 0, from: daysOn(40), until: daysOn(61) });
  });

  it('has for each kind at most one rung a day, begun and not over', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MOMENT_KINDS), fc.nat(400), fc.nat(500), (kind, noticed, days) => {
        const found = rungOn(happened(kind, { noticedOn: daysOn(noticed) }), daysOn(days));
        if (!found) return;
        expect(found.from <= daysOn(days) && daysOn(days) < found.until).toBe(true);
        expect(daysOn(days) >= daysOn(noticed) || found.until > daysOn(noticed)).toBe(true);
      }),
    );
  });
});

describe('a hard time', () => {
  it('begins with its day and lasts three months, after a loss six', () => {
    expect(isHardTime([happened('illness')], daysOn(-1))).toBe(false);
    expect(isHardTime([happened('illness')], DAY)).toBe(true);
    expect(isHardTime([happened('illness')], daysOn(91))).toBe(false);
    expect(isHardTime([happened('loss')], daysOn(181))).toBe(true);
    expect(isHardTime([happened('loss')], daysOn(182))).toBe(false);
  });

  it('is made by hard things alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MOMENT_KINDS), fc.nat(200), (kind, days) => {
        const isIn = isHardTime([happened(kind)], daysOn(days));
        expect(isIn).toBe(isHard(kind) && daysBetween(DAY, daysOn(days)) < (kind === 'loss' ? 182 : 91));
      }),
    );
  });
});
