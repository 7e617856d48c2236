import { describe, expect, it } from 'vitest';
import type { CalendarDate, Instant } from '../../domain/dates.ts';
import { type CalendarEvent, writeCalendar } from './write.ts';

const write = (event: CalendarEvent, leapDayRule: 'feb-28' | 'mar-1' = 'feb-28') =>
  writeCalendar([event], {
    stamp: '2026-11-23T11:00:00.000Z' as Instant,
    leapDayRule,
    today: '2026-11-23' as CalendarDate,
  });
const birthday = (date: CalendarEvent['date'], name = 'Ada'): CalendarEvent => ({
  uid: 'a@tendril',
  name,
  kind: 'birth',
  date,
});

describe('writeCalendar', () => {
  it('returns a birthday every year from its own day', () => {
    const text = write(birthday({ year: 1985, month: 3, day: 15 }));
    expect(text).toContain('DTSTART;VALUE=DATE:19850315\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Ada’s birthday');
    expect(text).toContain('DTSTAMP:20261123T110000Z');
  });

  it('keeps a leap day by the rule that was chosen', () => {
    expect(write(birthday({ month: 2, day: 29 }))).toContain('RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1');
    expect(write(birthday({ month: 2, day: 29 }), 'mar-1')).toContain('RRULE:FREQ=YEARLY;BYYEARDAY=60');
  });

  it('writes the next touch once', () => {
    const text = write({ uid: 'a', name: 'Ada', kind: 'next-touch', date: { year: 2026, month: 12, day: 1 } });
    expect(text).not.toContain('RRULE');
    expect(text).toContain('SUMMARY:Catch up with Ada');
  });

  it('leaves out what has no day', () => {
    expect(write(birthday({ year: 1985 }))).not.toContain('VEVENT');
    expect(write(birthday({ month: 5 }))).not.toContain('VEVENT');
    expect(write(birthday({ month: 1, day: 1, calendarScale: 'martian' }))).not.toContain('VEVENT');
  });

  it('writes out the coming returns of another calendar, each an event of its own', () => {
    const text = write(birthday({ year: 1985, month: 1, day: 1, calendarScale: 'chinese' }));
    expect(text.match(/(?<=DTSTART;VALUE=DATE:)\d+/g)).toEqual([
      '20270206',
      '20280126',
      '20290213',
      '20300203',
      '20310123',
      '20320211',
      '20330131',
      '20340219',
      '20350208',
      '20360128',
    ]);
    expect(text).toContain('UID:a-2027-02-06@tendril');
    expect(text).toContain('SUMMARY:Ada’s birthday (Chinese calendar)');
    expect(text).not.toContain('RRULE');
  });

  it('keeps the months of a calendar that differs from ours only by its years', () => {
    const text = write(birthday({ year: 2528, month: 3, day: 15, calendarScale: 'buddhist' }));
    expect(text).toContain('DTSTART;VALUE=DATE:19040315\r\nRRULE:FREQ=YEARLY');
  });

  it('escapes names and folds long lines between characters', () => {
    const text = write(birthday({ month: 1, day: 1 }, `Obi; Ada, ${'明'.repeat(60)}`));
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(76);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:Obi\\; Ada\\, ${'明'.repeat(60)}’s birthday`);
  });
});
