import type { CalendarDate, Instant } from '../domain/dates.ts';
import { addDays } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { readRule, writeRule } from '../domain/gatherings/recurrence.ts';
import { timesWithin } from '../domain/gatherings/when.ts';
import { type CalendarEntry, gatheringEntry, planEntry, type Span } from '../domain/keeping/calendar-entries.ts';
import type { Channel, GatheringKind } from '../domain/words.ts';
import { writeEventFile } from '../formats/icalendar/feed.ts';
import { findRow } from '../storage/feed.ts';
import { allGatherings } from '../storage/repositories/gathering.repository.ts';
import { networkSeq } from '../storage/repositories/network.repository.ts';
import type { GatheringTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { type Context, nowOf, scopeOf, todayOf } from './context.ts';
import { beginOf, daysOf, getGatheringRow, timeOf } from './gathering-rows.ts';
import { readSettings } from './read-settings.ts';
import { toTouches } from './touches.service.ts';

/** Gatherings and plans in calendars: in the one that is subscribed to, and each as a file of its own. Nothing is sent. */

/** How far ahead a file tells when a gathering returns that begins at an hour. */
const FILE_DAYS = 366;

export interface CalendarFile {
  readonly fileName: string;
  readonly text: string;
}

/** Every time of every gathering within a span. */
export async function gatheringEntries(scope: Scope, span: Span, zone: string): Promise<CalendarEntry[]> {
  return (await allGatherings(scope)).flatMap((row) => entriesOf(row, span, zone));
}

function entriesOf(row: GatheringTable, span: Span, zone: string): CalendarEntry[] {
  return timesWithin(daysOf(row), span).map((time) => {
    const { id, name, place } = row;
    const { since, until } = time;
    const kind = row.kind as GatheringKind;
    return gatheringEntry({ id, name, place, kind, time: time.key, since, until, at: beginOf(row, time, zone) });
  });
}

/** A gathering to open in a calendar: whole days with their rule, some hours at each of its times of the coming year. */
export async function gatheringFile(context: Context, id: string, date?: string): Promise<CalendarFile> {
  const scope = scopeOf(context);
  const settings = await readSettings(scope);
  const row = await getGatheringRow(scope, id);
  const rule = row.rule === null ? undefined : readRule(row.rule);
  const time = timeOf(row, date, await todayOf(context, settings));
  const [from, to] = [time.since, addDays(time.since, rule === undefined ? 0 : FILE_DAYS)];
  const times = entriesOf(row, { from, to }, settings.zone);
  const [first] = entriesOf(row, { from: row.since as CalendarDate, to: row.since as CalendarDate }, settings.zone);
  const entries =
    rule !== undefined && row.at === null && first !== undefined ? [{ ...first, rule: writeRule(rule) }] : times;
  return fileOf(context, row.name, entries);
}

/** A plan to open in a calendar. @throws AppError `not-found`, `invalid` for what has happened already */
export async function planFile(context: Context, touchId: string): Promise<CalendarFile> {
  const scope = scopeOf(context);
  const row = await findRow(scope, 'touch', touchId);
  const [touch] = row ? await toTouches(scope, [row]) : [];
  if (!row || !touch) throw new AppError('not-found', 'This plan is not here (any more).');
  if (!touch.plan) throw new AppError('invalid', 'This has happened already; a file for a calendar is made of a plan.');
  const names = touch.people.map(({ name }) => name);
  const entry = planEntry({
    id: touch.id,
    date: touch.date as CalendarDate,
    at: row.at as Instant | null,
    channel: touch.channel as Channel,
    summary: touch.summary,
    place: touch.place,
    names,
  });
  return fileOf(context, names.join(' '), [entry]);
}

async function fileOf(context: Context, name: string, entries: readonly CalendarEntry[]): Promise<CalendarFile> {
  const state = await networkSeq(context.store, context.actor.networkId);
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return {
    fileName: `${plain.slice(0, 60) || 'tendril'}.ics`,
    text: writeEventFile(entries, { sequence: state?.seq ?? 0, stamp: nowOf(context) }),
  };
}
