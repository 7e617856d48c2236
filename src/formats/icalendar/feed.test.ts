import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate, Instant } from '../../domain/dates.ts';
import type { CalendarEntry } from '../../domain/keeping/calendar-entries.ts';
import { closeFeed, openFeed, writeFeedEntry } from './feed.ts';
import { escapeText, foldLine } from './lines.ts';

const EDITION = { sequence: 12, stamp: '2026-11-26T23:00:00.000Z' as Instant };
const entry = (given: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'a@tendril',
  title: 'Ada’s birthday',
  start: '2026-12-01' as CalendarDate,
  ...given,
});
const octets = (line: string) => new TextEncoder().encode(line).length;

describe('writeFeedEntry', () => {
  it('writes a whole day that keeps one free', () => {
    expect(writeFeedEntry(entry(), EDITION)).toBe(
      [
        'BEGIN:VEVENT',
        'UID:a@tendril',
        'DTSTAMP:20261126T230000Z',
        'SEQUENCE:12',
        'DTSTART;VALUE=DATE:20261201',
        'SUMMARY:Ada’s birthday',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        '',
      ].join('\r\n'),
    );
  });

  it('writes a point in time as an hour that is taken, and where it is', () => {
    const text = writeFeedEntry(
      entry({ start: '2026-12-01T11:30:00.000Z' as Instant, place: 'Kanda, Tokyo' }),
      EDITION,
    );
    expect(text).toContain('DTSTART:20261201T113000Z\r\nDURATION:PT1H\r\n');
    expect(text).toContain('LOCATION:Kanda\\, Tokyo\r\nTRANSP:OPAQUE\r\n');
  });

  it('lets no name end its line or begin another', () => {
    const text = writeFeedEntry(entry({ title: 'Eve\r\nEND:VEVENT\rBEGIN:VALARM\n;x\u0000,\\' }), EDITION);
    expect(text).toContain('SUMMARY:Eve\\nEND:VEVENT\\nBEGIN:VALARM\\n\\;x\\,\\\\\r\n');
    expect(text.match(/^END:VEVENT/gm)).toHaveLength(1);
  });

  it('writes lines of at most 75 octets that unfold to what was said, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const text = writeFeedEntry(entry({ title }), EDITION);
        const lines = text.split('\r\n');
        for (const line of lines) expect(octets(line)).toBeLessThanOrEqual(75);
        expect(text.replaceAll('\r\n ', '').split('\r\n')).toContain(`SUMMARY:${escapeText(title)}`);
        expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
      }),
    );
  });
});

it('stands between a beginning and an end that calendars know', () => {
  expect(`${openFeed()}${closeFeed()}`.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tendril//Tendril//EN',
    'CALSCALE:GREGORIAN',
    'NAME:Tendril',
    'X-WR-CALNAME:Tendril',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    'END:VCALENDAR',
    '',
  ]);
});

describe('foldLine', () => {
  it.each([
    [75, 1],
    [76, 2],
    [149, 2],
    [150, 3],
  ])('writes %i octets in %i lines', (length, lines) => {
    expect(foldLine('x'.repeat(length)).split('\r\n ')).toHaveLength(lines);
  });

  it('never cuts inside a character', () => {
    for (const part of foldLine('👋'.repeat(40)).split('\r\n ')) expect(part).toMatch(/^(?:👋)+$/u);
  });
});
