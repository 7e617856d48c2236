import type { Settings } from '../contract/shapes.ts';
import { occasionsOf } from '../domain/card/card.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { addDays, type CalendarDate, type Instant, toInstant, toPlainDate } from '../domain/dates.ts';
import {
  type CalendarEntry,
  followUpEntry,
  nextTouchEntry,
  occasionEntries,
  overdueEntry,
  planEntry,
  promiseEntry,
  reminderEntry,
  type Span,
} from '../domain/keeping/calendar-entries.ts';
import type { Channel } from '../domain/words.ts';
import { closeFeed, openFeed, writeFeedEntry } from '../formats/icalendar/feed.ts';
import {
  activeCards,
  activeNames,
  calendarFollowUps,
  datedPromises,
  idsWithOccasions,
  nextTouches,
  openReminders,
} from '../storage/repositories/calendar.repository.ts';
import { dismissalsOf } from '../storage/repositories/memory.repository.ts';
import { networkSeq } from '../storage/repositories/network.repository.ts';
import { restsOf } from '../storage/repositories/today.repository.ts';
import { plansBetween } from '../storage/repositories/touch.repository.ts';
import type { Scope } from '../storage/store.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { gatheringEntries } from './gathering-calendar.service.ts';
import { readSettings } from './read-settings.ts';

/** The calendar that other programs subscribe to: a function of the network's state and the owner's day. */

/** A year and a little, so that every birthday is in it. */
const AHEAD_DAYS = 400;
/** Meetings stay for a while after their day: a calendar is also looked back in. */
const BEHIND_DAYS = 30;
/** How many people's cards are read at once, others being answered between. */
const SLICE = 200;

export interface CalendarEdition {
  /** The same as long as the calendar is: of the state of the network and the day. */
  readonly tag: string;
  /** The calendar in parts, so that a large one need not be in memory whole. */
  readonly parts: () => AsyncIterable<string>;
}

export async function readCalendar(context: Context): Promise<CalendarEdition> {
  const scope = scopeOf(context);
  // Before anything else: what changes while it is read is another edition, fetched the next time.
  const state = await networkSeq(context.store, context.actor.networkId);
  const settings = await readSettings(scope);
  const today = await todayOf(context, settings);
  const sequence = state?.seq ?? 0;
  const start = toPlainDate(today).toZonedDateTime({ timeZone: settings.zone }).epochMilliseconds;
  return {
    tag: `${state?.epoch ?? ''}-${sequence}-${today}`,
    parts: async function* () {
      yield openFeed();
      for await (const entries of calendarEntries(scope, { today, settings }))
        yield entries.map((entry) => writeFeedEntry(entry, { sequence, stamp: toInstant(start) })).join('');
      yield closeFeed();
    },
  };
}

interface Day {
  readonly today: CalendarDate;
  readonly settings: Settings;
}

async function* calendarEntries(scope: Scope, day: Day): AsyncGenerator<CalendarEntry[]> {
  const span = { from: day.today, to: addDays(day.today, AHEAD_DAYS) };
  yield await openEntries(scope, day, span);
  yield await planEntries(scope, span);
  yield await gatheringEntries(scope, { from: addDays(span.from, -BEHIND_DAYS), to: span.to }, day.settings.zone);
  yield await turnEntries(scope, day, span);
  const ids = await idsWithOccasions(scope);
  for (let i = 0; i < ids.length; i += SLICE) {
    const people = await activeCards(scope, ids.slice(i, i + SLICE));
    yield people.flatMap(({ id: personId, name, card }) =>
      occasionsOf(JSON.parse(card) as Card).flatMap((occasion) =>
        occasionEntries({ personId, name, ...occasion }, span, day.settings.leapDayRule),
      ),
    );
  }
}

/** Promises and reminders that stand open, on the day that was named for them, and follow-ups. */
async function openEntries(scope: Scope, { today }: Day, { to }: Span): Promise<CalendarEntry[]> {
  const promises = await datedPromises(scope, to);
  const reminders = await openReminders(scope, to);
  const followUps = await calendarFollowUps(scope);
  const ids = [...new Set([...promises, ...reminders, ...followUps].map((row) => row.person_id))];
  const names = await activeNames(scope, ids);
  const dismissed = new Set(
    (await dismissalsOf(scope, ids))
      .filter(({ until }) => until === null || today < until)
      .map(({ person_id, key }) => `${person_id} ${key}`),
  );
  const named = <T extends { person_id: string; id: string }>(rows: readonly T[], kind: string) =>
    rows.flatMap((row) => {
      const name = names.get(row.person_id);
      const isOpen = !dismissed.has(`${row.person_id} ${kind}:${row.id}`);
      return name === undefined || !isOpen ? [] : [{ ...row, personId: row.person_id, name }];
    });
  const rests = await restEnds(scope, today);
  return [
    ...named(promises, 'promise').map((row) => promiseEntry({ ...row, due: row.due as CalendarDate })),
    ...named(reminders, 'reminder').map((row) => reminderEntry({ ...row, date: row.date as CalendarDate })),
    ...named(followUps, 'follow-up').flatMap((row) => {
      const due = row.follow_up_on ?? addDays(row.date as CalendarDate, 1);
      // It waits for a word, so it moves along with the days until there is one.
      const on = latest(due, today, rests.get(row.personId) ?? '') as CalendarDate;
      const { id: touchId, follow_up_text: text, topic } = row;
      return on > to ? [] : [followUpEntry({ ...row, touchId, on, text, topic })];
    }),
  ];
}

/** Until when people rest who are snoozed, or paused on `today`. */
async function restEnds(scope: Scope, today: CalendarDate): Promise<ReadonlyMap<string, string>> {
  const rows = await restsOf(scope);
  return new Map(
    rows.map(({ id, snoozed_until, paused_from, paused_until }) => {
      const paused = paused_from !== null && paused_from <= today ? (paused_until ?? '') : '';
      return [id, latest(snoozed_until ?? '', paused)];
    }),
  );
}

/** The last of some days; none is before all. */
function latest(...days: readonly string[]): string {
  return days.toSorted().at(-1) ?? '';
}

/** What was agreed on, once for all who come. */
async function planEntries(scope: Scope, { from, to }: Span): Promise<CalendarEntry[]> {
  const plans = Map.groupBy(await plansBetween(scope, addDays(from, -BEHIND_DAYS), to), (row) => row.id);
  const ids = [...plans.values()].flatMap((rows) => rows.map((row) => row.person_id));
  const active = await activeNames(scope, [...new Set(ids)]);
  return [...plans.values()].flatMap((rows) => {
    const [plan] = rows;
    const names = rows.flatMap((row) => active.get(row.person_id) ?? []).sort();
    if (!plan || names.length === 0) return [];
    const { id, summary, place } = plan;
    return planEntry({
      id,
      date: plan.date as CalendarDate,
      at: plan.at as Instant | null,
      channel: plan.channel as Channel,
      summary,
      place,
      names,
    });
  });
}

/** Whose turn comes, on its day; whose turn has passed, in one entry of today. */
async function turnEntries(scope: Scope, { today, settings }: Day, { to }: Span): Promise<CalendarEntry[]> {
  const turns = await nextTouches(scope, to);
  const passed = turns.filter((turn) => turn.next_touch < today).map(({ name }) => name);
  const coming = turns.filter((turn) => turn.next_touch >= today);
  const overdue = overdueEntry(passed, { today, most: settings.capacity, networkId: scope.networkId });
  return [
    ...(overdue ? [overdue] : []),
    ...coming.map(({ person_id, name, next_touch }) =>
      nextTouchEntry({ personId: person_id, name, on: next_touch as CalendarDate }),
    ),
  ];
}
