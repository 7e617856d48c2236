import { addDays, type Instant } from '../../domain/dates.ts';
import type { CalendarEntry } from '../../domain/keeping/calendar-entries.ts';
import { basicForm, escapeText, foldLine } from './lines.ts';

/** Which edition of the feed this is: a client takes the later one of two entries of one UID (RFC 5546 section 2.1.5). */
export interface Edition {
  /** Grows with every change of the network. */
  readonly sequence: number;
  /** Grows with every day. */
  readonly stamp: Instant;
}

/** How often a calendar app is asked to look again; it costs nothing while nothing changed. */
const LOOK_AGAIN = 'PT1H';
/** Nobody says how long they will meet; without a length most calendars show no more than a line. */
const USUAL_HOURS = 1;

/** What stands before the entries of a calendar to subscribe to (RFC 5545, RFC 7986). */
export function openFeed(): string {
  return written([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tendril//Tendril//EN',
    'CALSCALE:GREGORIAN',
    'NAME:Tendril',
    'X-WR-CALNAME:Tendril',
    `REFRESH-INTERVAL;VALUE=DURATION:${LOOK_AGAIN}`,
    `X-PUBLISHED-TTL:${LOOK_AGAIN}`,
  ]);
}

/** One event: a whole day that leaves one free, or some hours that do not. */
export function writeFeedEntry(entry: CalendarEntry, { sequence, stamp }: Edition): string {
  const { uid, title, start, hours, end, rule, place } = entry;
  const isTimed = start.includes('T');
  return written([
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${basicForm(stamp)}`,
    `SEQUENCE:${sequence}`,
    isTimed ? `DTSTART:${basicForm(start)}` : `DTSTART;VALUE=DATE:${basicForm(start)}`,
    ...(isTimed ? [`DURATION:PT${hours ?? USUAL_HOURS}H`] : []),
    // The end of whole days is the day after the last (RFC 5545 section 3.6.1).
    ...(end === undefined ? [] : [`DTEND;VALUE=DATE:${basicForm(addDays(end, 1))}`]),
    ...(rule === undefined ? [] : [`RRULE:${rule}`]),
    `SUMMARY:${escapeText(title)}`,
    ...(place === undefined ? [] : [`LOCATION:${escapeText(place)}`]),
    `TRANSP:${isTimed ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ]);
}

/** Some events as a file to be opened by a calendar: published, asking nobody for an answer (RFC 5546 section 3.2.1). */
export function writeEventFile(entries: readonly CalendarEntry[], edition: Edition): string {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tendril//Tendril//EN', 'CALSCALE:GREGORIAN'];
  const events = entries.map((entry) => writeFeedEntry(entry, edition)).join('');
  return `${written([...head, 'METHOD:PUBLISH'])}${events}${closeFeed()}`;
}

export function closeFeed(): string {
  return written(['END:VCALENDAR']);
}

function written(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}
