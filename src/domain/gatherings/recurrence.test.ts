import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, type CalendarDate } from '../dates.ts';
import { EVERY, ruleOfEvery } from './every.ts';
import { readRule, returnsWithin, writeRule } from './recurrence.ts';
import { timeNear, timeOn, timesBeside, timesWithin } from './when.ts';

const day = (text: string) => text as CalendarDate;
const aDay = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => day(Temporal.PlainDate.from('2000-01-01').add({ days }).toString()));

function returns(rule: string, first: string, to = '2027-12-31'): string[] {
  const parsed = readRule(rule);
  if (parsed === undefined) throw new Error(`${rule} is a rule.`);
  return returnsWithin(parsed, day(first), { from: day(first), to: day(to) }).slice(0, 5);
}

describe('returnsWithin', () => {
  test.each([
    ['FREQ=WEEKLY', '2026-11-26', ['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24']],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH',
      '2026-11-26',
      ['2026-11-26', '2026-12-08', '2026-12-10', '2026-12-22', '2026-12-24'],
    ],
    ['FREQ=MONTHLY;BYDAY=1TH', '2026-11-05', ['2026-11-05', '2026-12-03', '2027-01-07', '2027-02-04', '2027-03-04']],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27', ['2026-11-27', '2026-12-25', '2027-01-29', '2027-02-26', '2027-03-26']],
    ['FREQ=MONTHLY', '2026-10-31', ['2026-10-31', '2026-12-31', '2027-01-31', '2027-03-31', '2027-05-31']],
    ['FREQ=MONTHLY;BYMONTHDAY=15;COUNT=3', '2026-11-15', ['2026-11-15', '2026-12-15', '2027-01-15']],
    ['FREQ=WEEKLY;UNTIL=20261210', '2026-11-26', ['2026-11-26', '2026-12-03', '2026-12-10']],
  ])('%s from %s', (rule, first, expected) => {
    expect(returns(rule, first)).toEqual(expected);
  });

  it('leaves the 29 February out of years that have none', () => {
    expect(returns('FREQ=YEARLY', '2024-02-29', '2033-01-01')).toEqual(['2024-02-29', '2028-02-29', '2032-02-29']);
  });

  it('is in order, begins with the first time, and is the same from wherever one looks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EVERY), aDay, fc.nat(400), (every, first, ahead) => {
        const rule = readRule(ruleOfEvery(every, first) ?? '');
        if (rule === undefined) return false;
        const all = returnsWithin(rule, first, { from: first, to: addDays(first, 800) });
        const from = addDays(first, ahead);
        expect(all[0]).toBe(first);
        expect(all).toEqual([...new Set(all)].sort());
        expect(returnsWithin(rule, first, { from, to: addDays(first, 800) })).toEqual(
          all.filter((each) => each >= from),
        );
        return true;
      }),
    );
  });
});

describe('readRule', () => {
  test.each([
    '',
    'FREQ=HOURLY',
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYDAY=1MO',
    'FREQ=MONTHLY;BYDAY=MO',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;COUNT=0',
    'FREQ=MONTHLY;COUNT=2;UNTIL=20270101',
    'FREQ=YEARLY;BYWEEKNO=3',
    'FREQ=WEEKLY;FREQ=WEEKLY',
    'FREQ=WEEKLY;UNTIL=20261340',
  ])('refuses %j', (text) => {
    expect(readRule(text)).toBeUndefined();
  });

  it('reads what it writes, and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EVERY), aDay, (every, first) => {
        const text = ruleOfEvery(every, first) ?? '';
        const rule = readRule(text);
        expect(rule && writeRule(rule)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'FREQ=WEKLYMONTHINVBADU;1,-0') }),
        (text) => void readRule(text),
      ),
    );
  });
});

describe('the times of a gathering', () => {
  const monthly = { since: day('2026-11-05'), until: day('2026-11-06'), rule: 'FREQ=MONTHLY;BYDAY=1TH' };

  it('are those that are on or come next', () => {
    expect(timeNear(monthly, day('2026-11-06'))).toMatchObject({ key: '2026-11-05', until: '2026-11-06' });
    expect(timeNear(monthly, day('2026-11-07'))).toMatchObject({ key: '2026-12-03', until: '2026-12-04' });
    expect(timeNear({ ...monthly, rule: null }, day('2027-01-01'))).toEqual({
      key: '',
      since: '2026-11-05',
      until: '2026-11-06',
    });
    expect(timeNear({ ...monthly, rule: 'FREQ=WEEKLY;COUNT=2' }, day('2027-01-01'))).toMatchObject({
      key: '2026-11-12',
    });
  });

  it('hold each of their days, and have others beside them', () => {
    expect(timeOn(monthly, day('2026-12-04'))).toMatchObject({ key: '2026-12-03' });
    expect(timeOn(monthly, day('2026-12-05'))).toBeUndefined();
    expect(timesBeside(monthly, timeNear(monthly, day('2026-12-01')))).toMatchObject({
      before: { since: '2026-11-05' },
      after: { since: '2027-01-07' },
    });
    expect(timesWithin({ ...monthly, rule: null }, { from: day('2026-11-06'), to: day('2026-11-30') })).toHaveLength(1);
  });
});
