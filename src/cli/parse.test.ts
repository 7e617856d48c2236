import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { parseCountry, parseDay, parseNumber, parsePublicUrl, parseZone } from './parse.ts';

/** A Monday. */
const today = '2026-11-23' as CalendarDate;

describe('parseDay', () => {
  it.each([
    ['2026-12-24', '2026-12-24'],
    [' Tomorrow ', '2026-11-24'],
    ['today', '2026-11-23'],
    ['yesterday', '2026-11-22'],
    ['+7d', '2026-11-30'],
    ['+2w', '2026-12-07'],
    ['+3m', '2027-02-23'],
    ['+1y', '2027-11-23'],
    ['friday', '2026-11-27'],
    ['fri', '2026-11-27'],
    ['tue', '2026-11-24'],
    ['sunday', '2026-11-29'],
    // Today's own weekday is the one of next week: nobody says it of today.
    ['monday', '2026-11-30'],
  ])('reads %s', (text, day) => {
    expect(parseDay(text, today)).toBe(day);
  });

  it.each(['', '2026-02-30', '24-12-2026', '7d', 'fr', 'someday', '+d', '+99999d'])('refuses %j', (text) => {
    expect(() => parseDay(text, today)).toThrow(AppError);
  });

  it('ends in the month it means when that one is shorter', () => {
    expect(parseDay('+1m', '2026-01-31' as CalendarDate)).toBe('2026-02-28');
  });
});

describe('countries, zones and numbers', () => {
  it('takes countries in either case and no others', () => {
    expect(parseCountry('nl')).toBe('NL');
    for (const text of ['', 'NLD', 'QQ', '1']) expect(() => parseCountry(text)).toThrow(AppError);
  });

  it('takes zones by their names', () => {
    expect(parseZone('Europe/Amsterdam')).toBe('Europe/Amsterdam');
    for (const text of ['', 'Amsterdam', 'Moon/Base']) expect(() => parseZone(text)).toThrow(AppError);
  });

  it('takes the address of a server and nothing after it', () => {
    expect(parsePublicUrl(' https://Tendril.example/ ')).toBe('https://tendril.example');
    expect(parsePublicUrl('http://10.0.0.2:4747')).toBe('http://10.0.0.2:4747');
    for (const text of ['', 'tendril.example', 'ftp://a.example', 'https://a.example/app', 'https://me:pw@a.example'])
      expect(() => parsePublicUrl(text)).toThrow(AppError);
  });

  it('takes whole numbers within bounds', () => {
    const bounds = { what: 'size', least: 1, most: 20 };
    expect(parseNumber('20', bounds)).toBe(20);
    for (const text of ['', '0', '21', '1.5', '1e1', '-1']) expect(() => parseNumber(text, bounds)).toThrow(AppError);
  });
});
