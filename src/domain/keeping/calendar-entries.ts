import { addDays, type CalendarDate, type Instant, type LeapDayRule, type PartialDate, toPlainDate } from '../dates.ts';
import { foldTokens } from '../fold.ts';
import { upperFirst } from '../today/phrases.ts';
import type { Channel, GatheringKind } from '../words.ts';
import { calendarName, movingCalendar } from './calendars.ts';
import { nextOccurrence, occurrenceNumber, yearsSaid } from './occasions.ts';

/** What stands in the owner's own calendar: occasions, promises, reminders, meetings, and whom to write to when. */

/** One entry of a calendar: a whole day, or a point in time. */
export interface CalendarEntry {
  /** The same for the same thing at every reading, so that a calendar moves it rather than showing it twice. */
  readonly uid: string;
  readonly title: string;
  readonly start: CalendarDate | Instant;
  /** How long it lasts from a point in time, in hours; one without it. */
  readonly hours?: number;
  /** The last day, where there are several. */
  readonly end?: CalendarDate;
  /** How whole days return, an RRULE. */
  readonly rule?: string;
  readonly place?: string;
}

export interface Named {
  readonly personId: string;
  readonly name: string;
}

/** Days from the first to the last, both within. */
export interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A returning date of somebody; `id` is that of the card's entry. */
export interface OwnOccasion extends Named {
  readonly id: string;
  readonly kind: string;
  readonly label?: string | undefined;
  readonly date: PartialDate;
}

/** An entry for each return within the span; none for a date without a day, for nobody knows when that is. */
export function occasionEntries(occasion: OwnOccasion, { from, to }: Span, rule: LeapDayRule): CalendarEntry[] {
  const { personId, id, date } = occasion;
  const entries: CalendarEntry[] = [];
  let day = nextOccurrence(date, from, rule);
  while (day !== undefined && day <= to) {
    entries.push({
      // Named by its year and not its day: a birthday that is set right moves.
      uid: uidOf(personId, id, String(yearOf(date, day))),
      title: occasionTitle(occasion, day),
      start: day,
    });
    day = nextOccurrence(date, addDays(day, 1), rule);
  }
  return entries;
}

/** The year in the date's own calendar: in ours, two returns of a shorter year can fall into one. */
function yearOf(date: PartialDate, day: CalendarDate): number {
  const calendar = movingCalendar(date);
  const plain = toPlainDate(day);
  return (calendar === undefined ? plain : plain.withCalendar(calendar)).year;
}

function occasionTitle({ name, kind, label, date }: OwnOccasion, day: CalendarDate): string {
  const calendar = movingCalendar(date);
  const by = calendar === undefined ? '' : ` (${calendarName(calendar)} calendar)`;
  const years = yearsSaid(kind, date, day);
  if (kind === 'birth') return `${name}’s birthday${years === undefined ? '' : `: turns ${years}`}${by}`;
  const since = years === undefined ? '' : `, ${years} ${years === 1 ? 'year' : 'years'}`;
  if (kind !== 'wedding') return `${name}: ${label ?? kind}${since}${by}`;
  return occurrenceNumber(date, day) === 0 ? `${name}’s wedding${by}` : `${name}’s wedding anniversary${since}${by}`;
}

/** A promise stands on the day that was named. */
export function promiseEntry(
  promise: Named & {
    readonly id: string;
    readonly by: 'me' | 'them';
    readonly text: string;
    readonly due: CalendarDate;
  },
): CalendarEntry {
  const { id, by, name, text, due } = promise;
  return {
    uid: uidOf('promise', id),
    title: `${by === 'me' ? `Promised to ${name}` : `${name} promised`}: ${text}`,
    start: due,
  };
}

export function reminderEntry(
  reminder: Named & { readonly id: string; readonly text: string; readonly date: CalendarDate },
): CalendarEntry {
  const { id, name, text, date } = reminder;
  return { uid: uidOf('reminder', id), title: text === '' ? name : `${name}: ${text}`, start: date };
}

/** A meeting or a call that was agreed on. */
export interface OwnPlan {
  readonly id: string;
  readonly date: CalendarDate;
  readonly at: Instant | null;
  readonly channel: Channel;
  readonly summary: string;
  readonly place: string | null;
  readonly names: readonly string[];
}

export function planEntry({ id, date, at, channel, summary, place, names }: OwnPlan): CalendarEntry {
  const who = namesText(names, names.length);
  return {
    uid: uidOf('plan', id),
    title:
      summary === ''
        ? `${PLANNED[channel] ?? 'Write to'} ${who}`
        : namesEveryone(summary, names)
          ? upperFirst(summary)
          : `${who}: ${summary}`,
    start: at ?? date,
    ...(place !== null && place !== '' && { place }),
  };
}

/** `Coffee with Ada` needs no name before it. */
function namesEveryone(summary: string, names: readonly string[]): boolean {
  const words = new Set(foldTokens(summary));
  return names.every((name) => foldTokens(name).some((word) => words.has(word)));
}

/** How long a gathering lasts that begins at an hour and says no end. */
const HOURS: Readonly<Partial<Record<GatheringKind, number>>> = { dinner: 3, mixer: 3, conference: 8 };

/** A gathering at one of its times. Several days are whole days, whenever the first of them begins. */
export function gatheringEntry(gathering: {
  readonly id: string;
  readonly name: string;
  readonly place: string | null;
  readonly kind: GatheringKind;
  /** The time's key, its days, and when it begins. */
  readonly time: string;
  readonly since: CalendarDate;
  readonly until: CalendarDate;
  readonly at: Instant | null;
}): CalendarEntry {
  const { id, name, place, kind, time, since, until, at } = gathering;
  return {
    uid: uidOf('gathering', id, ...(time === '' ? [] : [time])),
    title: name,
    start: until === since ? (at ?? since) : since,
    ...(until === since && at !== null && { hours: HOURS[kind] ?? 2 }),
    ...(until > since && { end: until }),
    ...(place !== null && place !== '' && { place }),
  };
}

const PLANNED: Readonly<Partial<Record<Channel, string>>> = {
  'in-person': 'Meet',
  event: 'Meet',
  phone: 'Call',
  video: 'Video call with',
};

/** Their turn by their rhythm; a turn of one person is one entry, wherever it moves. */
export function nextTouchEntry({ personId, name, on }: Named & { readonly on: CalendarDate }): CalendarEntry {
  return { uid: uidOf(personId, 'next'), title: `Catch up with ${name}`, start: on };
}

export function followUpEntry(
  followUp: Named & {
    readonly touchId: string;
    readonly on: CalendarDate;
    readonly text: string | null;
    readonly topic: string | null;
  },
): CalendarEntry {
  const { personId, touchId, name, on, text, topic } = followUp;
  // "Follow up about the paper" says no more than its topic.
  const about = text !== null && text !== '' && !/^follow/i.test(text) ? text : (topic ?? '');
  return {
    uid: uidOf(personId, 'follow-up', touchId),
    title: `Follow up with ${name}${about && `: ${about}`}`,
    start: on,
  };
}

/**
 * Whose turn has passed, in one entry of today: after an absence that may be dozens, and a calendar full of them helps
 * nobody. Undefined when there is nobody.
 */
export function overdueEntry(
  names: readonly string[],
  { today, most, networkId }: { readonly today: CalendarDate; readonly most: number; readonly networkId: string },
): CalendarEntry | undefined {
  if (names.length === 0) return undefined;
  return { uid: uidOf(networkId, 'waiting'), title: `Catch up with ${namesText(names, most)}`, start: today };
}

/** `Ada, Grace and Zed`; past `most` of them the rest is counted: `Ada, Grace and 3 more`. */
function namesText(names: readonly string[], most: number): string {
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

function uidOf(...parts: readonly string[]): string {
  return `${parts.join('-')}@tendril`;
}
