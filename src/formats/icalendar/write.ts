import { addDays, type CalendarDate, type Instant, type LeapDayRule, type PartialDate } from '../../domain/dates.ts';
import { calendarName, hasGregorianMonths, movingCalendar, scaleOf } from '../../domain/keeping/calendars.ts';
import { nextOccurrence } from '../../domain/keeping/occasions.ts';
import { basicForm, escapeText, foldLine } from './lines.ts';

/** One all-day event of the calendar export. */
export interface CalendarEvent {
  readonly uid: string;
  readonly name: string;
  /** A JSContact anniversary kind, or `next-touch`. */
  readonly kind: string;
  readonly label?: string | undefined;
  readonly date: PartialDate;
}

/**
 * RFC 5545 counts only in our calendar, and of RFC 7529, which counts in others, hardly any program knows: so many coming
 * days are written out instead.
 */
const RETURNS_WRITTEN = 10;

/** An unknown year is anchored here: a leap year before anyone living, as other calendars do. */
const YEARLESS = 1904;

export interface CalendarOptions {
  readonly stamp: Instant;
  readonly leapDayRule: LeapDayRule;
  /** From this day on the returns of other calendars are written out. */
  readonly today: CalendarDate;
}

/**
 * An iCalendar file (RFC 5545) of dates: birthdays and the like return every year, the next touch stands once, and what
 * returns by another calendar stands on each of its next days. Dates without a day cannot be said in it and are left out.
 */
export function writeCalendar(events: readonly CalendarEvent[], options: CalendarOptions): string {
  const stamp = basicForm(options.stamp);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tendril//Tendril//EN',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Tendril',
  ];
  for (const event of events) lines.push(...eventLines(event, stamp, options));
  lines.push('END:VCALENDAR', '');
  return lines.map(foldLine).join('\r\n');
}

function eventLines(event: CalendarEvent, stamp: string, options: CalendarOptions): string[] {
  const { date } = event;
  const { month, day } = date;
  if (month === undefined || day === undefined) return [];
  if (!hasGregorianMonths(date))
    return coming(date, options).flatMap((each) =>
      entry({ ...event, uid: event.uid.replace(/(?=@|$)/, `-${each}`) }, { stamp, start: basicForm(each) }),
    );
  // The years of a Buddhist or Japanese calendar are not those of a calendar file.
  const year = scaleOf(date) === undefined ? date.year : undefined;
  const start = `${pad(year ?? YEARLESS, 4)}${pad(month, 2)}${pad(day, 2)}`;
  return entry(event, {
    stamp,
    start,
    ...(event.kind !== 'next-touch' && { rule: yearly(month, day, options.leapDayRule) }),
  });
}

function entry(
  event: CalendarEvent,
  { stamp, start, rule }: { readonly stamp: string; readonly start: string; readonly rule?: string },
): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${start}`,
    ...(rule === undefined ? [] : [`RRULE:${rule}`]),
    `SUMMARY:${escapeText(summaryOf(event))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function coming(date: PartialDate, { today, leapDayRule }: CalendarOptions): CalendarDate[] {
  const days: CalendarDate[] = [];
  let next = nextOccurrence(date, today, leapDayRule);
  while (next !== undefined && days.length < RETURNS_WRITTEN) {
    days.push(next);
    next = nextOccurrence(date, addDays(next, 1), leapDayRule);
  }
  return days;
}

/** 29 February is skipped in common years by RFC 5545; the last day of February, or the sixtieth of the year, is what people mean. */
function yearly(month: number, day: number, rule: LeapDayRule): string {
  if (month !== 2 || day !== 29) return 'FREQ=YEARLY';
  return rule === 'feb-28' ? 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1' : 'FREQ=YEARLY;BYYEARDAY=60';
}

function summaryOf({ kind, label, name, date }: CalendarEvent): string {
  const calendar = movingCalendar(date);
  const by = calendar === undefined ? '' : ` (${calendarName(calendar)} calendar)`;
  if (kind === 'next-touch') return `Catch up with ${name}`;
  if (kind === 'birth') return `${name}’s birthday${by}`;
  if (kind === 'wedding') return `${name}’s wedding anniversary${by}`;
  return `${name}: ${label ?? kind}${by}`;
}

const pad = (value: number, length: number) => String(value).padStart(length, '0');
