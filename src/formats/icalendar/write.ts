import type { Instant, LeapDayRule, PartialDate } from '../../domain/dates.ts';

/** One all-day event of the calendar export. */
export interface CalendarEvent {
  readonly uid: string;
  readonly name: string;
  /** A JSContact anniversary kind, or `next-touch`. */
  readonly kind: string;
  readonly label?: string | undefined;
  readonly date: PartialDate;
}

/** An unknown year is anchored here: a leap year before anyone living, as other calendars do. */
const YEARLESS = 1904;

/**
 * An iCalendar file (RFC 5545) of dates: birthdays and the like return every year, the next touch stands once. Dates of
 * other calendars, or without a day, cannot be said in it and are left out.
 */
export function writeCalendar(
  events: readonly CalendarEvent[],
  options: { stamp: Instant; leapDayRule: LeapDayRule },
): string {
  const stamp = options.stamp.replace(/\.\d+/, '').replace(/[-:]/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tendril//Tendril//EN',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Tendril',
  ];
  for (const event of events) lines.push(...eventLines(event, { stamp, leapDayRule: options.leapDayRule }));
  lines.push('END:VCALENDAR', '');
  return lines.map(fold).join('\r\n');
}

function eventLines(
  event: CalendarEvent,
  { stamp, leapDayRule }: { stamp: string; leapDayRule: LeapDayRule },
): string[] {
  const { year, month, day, calendarScale } = event.date;
  if (month === undefined || day === undefined || (calendarScale !== undefined && calendarScale !== 'gregorian'))
    return [];
  const once = event.kind === 'next-touch';
  const start = `${pad(year ?? YEARLESS, 4)}${pad(month, 2)}${pad(day, 2)}`;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${start}`,
    ...(once ? [] : [`RRULE:${yearly(month, day, leapDayRule)}`]),
    `SUMMARY:${escaped(summaryOf(event))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** 29 February is skipped in common years by RFC 5545; the last day of February, or the sixtieth of the year, is what people mean. */
function yearly(month: number, day: number, rule: LeapDayRule): string {
  if (month !== 2 || day !== 29) return 'FREQ=YEARLY';
  return rule === 'feb-28' ? 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1' : 'FREQ=YEARLY;BYYEARDAY=60';
}

function summaryOf({ kind, label, name }: CalendarEvent): string {
  if (kind === 'next-touch') return `Catch up with ${name}`;
  if (kind === 'birth') return `${name}’s birthday`;
  if (kind === 'wedding') return `${name}’s wedding anniversary`;
  return `${name}: ${label ?? kind}`;
}

const pad = (value: number, length: number) => String(value).padStart(length, '0');
const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** Lines of at most 75 octets, never cut inside a character (RFC 5545 section 3.1). */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let length = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (length + size > 75) {
      folded += '\r\n ';
      length = 1;
    }
    folded += letter;
    length += size;
  }
  return folded;
}
