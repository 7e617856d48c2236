import { describe, expect, it } from 'vitest';
import { guessDayOrder, safeParseDateCell } from './dates.ts';

describe('a date cell', () => {
  it.each([
    ['2021-03-04', { year: 2021, month: 3, day: 4 }],
    ['2021-03-04 10:22:00 UTC', { year: 2021, month: 3, day: 4 }],
    ['2021/3/4', { year: 2021, month: 3, day: 4 }],
    ['20210304', { year: 2021, month: 3, day: 4 }],
    ['04 Mar 2021', { year: 2021, month: 3, day: 4 }],
    ['4 March 2021', { year: 2021, month: 3, day: 4 }],
    ['7-Feb-22', { year: 2022, month: 2, day: 7 }],
    ['Mar 4, 2021', { year: 2021, month: 3, day: 4 }],
    ['4.3.2021', { year: 2021, month: 3, day: 4 }],
    ['3/4/21', { year: 2021, month: 3, day: 4 }],
    ['3/4/85', { year: 1985, month: 3, day: 4 }],
    ['--03-15', { month: 3, day: 15 }],
    [' --0315', { month: 3, day: 15 }],
    ['--02-29', { month: 2, day: 29 }],
    ['0000-03-15', { month: 3, day: 15 }],
    ['1604-05-24', { month: 5, day: 24 }],
    ['1985', { year: 1985 }],
    ['1985-03', { year: 1985, month: 3 }],
  ])('%s', (cell, date) => {
    expect(safeParseDateCell(cell, { order: 'month-first' })).toEqual(date);
  });

  it.each(['', 'soon', '2021-02-30', '31/31/21', '0/0/00', '12', '04 Foo 2021', '2021-13', '1/2', '99999-01-01'])(
    'refuses "%s"',
    (cell) => {
      expect(safeParseDateCell(cell, { order: 'month-first' })).toBeUndefined();
    },
  );

  it('follows the order and the century it is given', () => {
    expect(safeParseDateCell('3/4/85', { order: 'day-first', century: 2000 })).toEqual({
      year: 2085,
      month: 4,
      day: 3,
    });
  });

  it('takes the order from the only number above twelve', () => {
    expect(guessDayOrder(['1/2/21', '13/2/21', 'junk'], 'month-first')).toBe('day-first');
    expect(guessDayOrder(['1/2/21', '2/13/21'], 'day-first')).toBe('month-first');
    expect(guessDayOrder([], 'day-first')).toBe('day-first');
  });
});
