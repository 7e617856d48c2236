import type { CalendarDate } from '../dates.ts';
import { daysApart, weekdayOf } from '../keeping/day-number.ts';
import type { Channel } from '../words.ts';
import type { Candidate, Trip } from './candidate.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
/** Where English puts the month first. */
const MONTH_FIRST = /^en-(US|CA|PH)\b/;

export interface DayContext {
  readonly today: CalendarDate;
  readonly locale: string;
}

/** A day by the name one gives it from here: `today`, `yesterday`, `Saturday`, `21 August`, `21 August 2024`. */
export function dayName(date: CalendarDate, { today, locale }: DayContext): string {
  const away = daysApart(today, date);
  if (away === 0) return 'today';
  if (away === 1) return 'tomorrow';
  if (away === -1) return 'yesterday';
  if (Math.abs(away) <= 6) return WEEKDAYS[weekdayOf(date)] ?? date;
  const month = monthName(date);
  const day = Number(date.slice(8, 10));
  const sameYear = date.slice(0, 4) === today.slice(0, 4) || Math.abs(away) < 120;
  const year = sameYear ? '' : date.slice(0, 4);
  if (MONTH_FIRST.test(locale)) return `${month} ${day}${year && `, ${year}`}`;
  return `${day} ${month}${year && ` ${year}`}`;
}

/** The same with its preposition: `today`, `on Saturday`, `on 21 August`. */
export function onDay(date: CalendarDate, context: DayContext): string {
  const name = dayName(date, context);
  return name === 'today' || name === 'tomorrow' || name === 'yesterday' ? name : `on ${name}`;
}

/** When one is there, seen from today: `from Thursday until 6 December`, `until Sunday`, `on Friday`. */
export function tripDays({ since, until }: Pick<Trip, 'since' | 'until'>, context: DayContext): string {
  if (since === until || until <= context.today) return onDay(until, context);
  const end = `until ${dayName(until, context)}`;
  return since <= context.today ? end : `from ${dayName(since, context)} ${end}`;
}

/** A day as one remembers it: `yesterday`, `on Saturday`, `the other week`, `in August`, `in August 2024`. */
export function rememberedDay(date: CalendarDate, context: DayContext): string {
  const ago = daysApart(date, context.today);
  if (ago <= 6) return onDay(date, context);
  if (ago <= 13) return 'last week';
  if (ago <= 27) return 'a few weeks ago';
  const sameYear = date.slice(0, 4) === context.today.slice(0, 4) || ago < 300;
  return sameYear ? `in ${monthName(date)}` : `in ${monthName(date)} ${date.slice(0, 4)}`;
}

/** What one calls them: the given name, else the whole name. */
export function calledName(person: Pick<Candidate, 'name' | 'given'>): string {
  return plain(person.given ?? '') || plain(person.name) || 'this person';
}

export function possessive(name: string): string {
  return `${name}’s`;
}

const MESSAGE_NAMES: Readonly<Partial<Record<Channel, string>>> = {
  email: 'e-mail',
  phone: 'call',
  card: 'card',
  video: 'call',
};

/** What one calls a message that came this way: `e-mail`, `call`, `message`. */
export function messageName(channel: Channel): string {
  return MESSAGE_NAMES[channel] ?? 'message';
}

/** `at the OCEAN mixer`; a place that brings its own preposition or article keeps it. */
export function placedAt(place: string): string {
  if (/^(?:at|in|on|by|near|during|after|through|via|over)\b/i.test(place)) return place;
  if (/^(?:the|a|an|my|our|his|her|their)\b/i.test(place))
    return `at ${place.charAt(0).toLowerCase()}${place.slice(1)}`;
  const isGathering =
    /\b(?:mixer|conference|party|wedding|meetup|meet-up|dinner|lunch|workshop|fair|festival|summit|reception|picnic|concert|office|station|airport|talk)$/i.test(
      place,
    );
  return isGathering ? `at the ${place}` : `at ${place}`;
}

/** A note as one line of running text: no line breaks, links, braces or closing full stop. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/[{}<>[\]|\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/'/g, '’')
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;:!…–—-]+$/u, '')
    .trim();
}

/** At most `limit` characters, cut between words (and never inside a character). */
export function shortened(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const cut = characters.slice(0, limit).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/u, '')}…`;
}

export function upperFirst(text: string): string {
  const first = [...text][0] ?? '';
  return first.toUpperCase() + text.slice(first.length);
}

/** `August`. */
export function monthName(date: CalendarDate): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? date;
}

/** Closed by a full stop unless it is closed already, and begun with a capital. */
export function sentence(text: string): string {
  const whole = upperFirst(text.trim());
  return /[.!?…]$/u.test(whole) ? whole : `${whole}.`;
}
