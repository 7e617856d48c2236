import type { OccasionKey } from '../../domain/keeping/occasion-key.ts';
import type { OccasionTable, PersonStateTable, PromiseTable, ReminderTable, TouchTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

/** Days of interest. */
export interface DueQuery {
  readonly today: string;
  /** Ties that went quiet before this day are no news any more. */
  readonly quietSince: string;
  /** Their messages from before this day are not answered any more. */
  readonly repliesSince: string;
  /** Meetings up to this day are contact enough for a tie that goes quiet. */
  readonly plansUntil: string;
}

/** Where dates are filed that return on any day of interest, leap rule applied. */
export interface OccasionDays {
  /** In our calendar. */
  readonly days: readonly OccasionKey[];
  /** In other calendars. */
  readonly movingDays: readonly OccasionKey[];
}

/** Whose rhythm is due, and with a rhythm, who may be at risk before it is: few enough that each can be looked at. */
export async function dueByRhythm({ db, networkId }: Scope, { today, quietSince }: DueQuery): Promise<string[]> {
  const due = await db
    .selectFrom('person_state')
    .select('person_id')
    .where('network_id', '=', networkId)
    .where('active', '=', 1)
    .where('next_touch', '<=', today)
    .execute();
  const atRisk = await db
    .selectFrom('person_state')
    .select('person_id')
    .where('network_id', '=', networkId)
    .where('active', '=', 1)
    .where('rhythm_days', 'is not', null)
    .where('at_risk_on', '<=', today)
    .where('dormant_on', '>', today)
    .where('quiet_on', '>=', quietSince)
    .execute();
  return [...due, ...atRisk].map((row) => row.person_id);
}

/** How many acquaintances have gone quiet lately, whatever else is to be said of them. */
export async function countQuiet({ db, networkId }: Scope, { today, quietSince }: DueQuery): Promise<number> {
  const row = await db
    .selectFrom('person_state')
    .select((eb) => eb.fn.count<number>('quiet_worth').as('count'))
    .where('network_id', '=', networkId)
    .where('quiet_on', '<=', today)
    .where('quiet_on', '>=', quietSince)
    .where('dormant_on', '>', today)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/**
 * Acquaintances who have gone quiet lately, as the day's plan ranks them, those at risk before those who cool: so many of
 * each, since what stands between them weighs either. All, without a limit.
 */
export async function quietFirst(
  { db, networkId }: Scope,
  { today, quietSince }: DueQuery,
  limit?: number,
): Promise<string[]> {
  const quiet = () => {
    const all = db
      .selectFrom('person_state')
      .select('person_id')
      .where('network_id', '=', networkId)
      .where('quiet_worth', 'is not', null)
      // Not to be found by: the index that has them in this order is walked until there are enough.
      .where((eb) => eb.between(eb.fn.coalesce('quiet_on', eb.val('')), quietSince, today))
      .where('dormant_on', '>', today)
      .orderBy('quiet_worth', 'desc')
      .orderBy('name')
      .orderBy('person_id');
    return limit === undefined ? all : all.limit(limit);
  };
  const atRisk = await quiet().where('at_risk_on', '<=', today).execute();
  const cooling = await quiet().where('at_risk_on', '>', today).execute();
  return [...atRisk, ...cooling].map((row) => row.person_id);
}

/** Whose reason of having gone quiet was waved away. Keys of reasons name the last contact, so those of long ago are passed over. */
export async function quietDismissed({ db, networkId }: Scope, contactSince: string): Promise<string[]> {
  const rows = await db
    .selectFrom('dismissal')
    .select('person_id')
    .where('network_id', '=', networkId)
    .where('key', '>=', `quiet:${contactSince}`)
    .where('key', '<', 'quiet;')
    .execute();
  return rows.map((row) => row.person_id);
}

/** Everyone who was ever snoozed or paused and not taken back since. */
export async function restsOf({
  db,
  networkId,
}: Scope): Promise<
  { id: string; snoozed_until: string | null; paused_from: string | null; paused_until: string | null }[]
> {
  return db
    .selectFrom('person')
    .select(['id', 'snoozed_until', 'paused_from', 'paused_until'])
    .where('network_id', '=', networkId)
    .where((eb) =>
      eb.or([
        eb('snoozed_until', 'is not', null),
        eb('paused_from', 'is not', null),
        eb('paused_until', 'is not', null),
      ]),
    )
    .execute();
}

/** First meetings, and touches marked for it, that wait for a word from me. */
export async function openFollowUps({
  db,
  networkId,
}: Scope): Promise<{ person_id: string; id: string; date: string; follow_up_on: string | null }[]> {
  return db
    .selectFrom('person_state as s')
    .crossJoin('touch as t')
    .whereRef('t.network_id', '=', 's.network_id')
    .whereRef('t.id', '=', 's.follow_up_touch_id')
    .select(['s.person_id', 't.id', 't.date', 't.follow_up_on'])
    .where('s.network_id', '=', networkId)
    .where('s.follow_up_touch_id', 'is not', null)
    .execute();
}

/** Messages of theirs that wait for an answer. */
export async function openReplies(
  { db, networkId }: Scope,
  { repliesSince }: DueQuery,
): Promise<{ person_id: string; date: string; channel: string }[]> {
  return db
    .selectFrom('person_state as s')
    .crossJoin('touch as t')
    .whereRef('t.network_id', '=', 's.network_id')
    .whereRef('t.id', '=', 's.awaiting_touch_id')
    .select(['s.person_id', 't.date', 't.channel'])
    .where('s.network_id', '=', networkId)
    .where('s.awaiting_touch_id', 'is not', null)
    .where('t.date', '>=', repliesSince)
    .execute();
}

export async function openPromises({
  db,
  networkId,
}: Scope): Promise<Pick<PromiseTable, 'id' | 'person_id' | 'by' | 'due' | 'made_on'>[]> {
  return db
    .selectFrom('promise')
    .select(['id', 'person_id', 'by', 'due', 'made_on'])
    .where('network_id', '=', networkId)
    .where('done_on', 'is', null)
    .execute();
}

/** Open reminders whose day has come. */
export async function dueReminders(
  { db, networkId }: Scope,
  { today }: DueQuery,
): Promise<Pick<ReminderTable, 'id' | 'person_id' | 'date'>[]> {
  return db
    .selectFrom('reminder')
    .select(['id', 'person_id', 'date'])
    .where('network_id', '=', networkId)
    .where('done_on', 'is', null)
    .where('date', '<=', today)
    .execute();
}

/** Meetings agreed on, from today on. */
export async function nearPlans(
  { db, networkId }: Scope,
  { today, plansUntil }: DueQuery,
): Promise<{ person_id: string; date: string }[]> {
  return db
    .selectFrom('touch as t')
    .crossJoin('touch_person as tp')
    .whereRef('tp.network_id', '=', 't.network_id')
    .whereRef('tp.touch_id', '=', 't.id')
    .select(['tp.person_id', 't.date'])
    .where('t.network_id', '=', networkId)
    .where('t.plan', '=', 1)
    .where('t.date', '>=', today)
    .where('t.date', '<=', plansUntil)
    .execute();
}

/** Dates filed under the days given, in our calendar and in others. */
export async function datesOn(
  scope: Scope,
  { days, movingDays }: OccasionDays,
): Promise<Pick<OccasionTable, 'person_id' | 'kind' | 'label' | 'date'>[]> {
  const all: Pick<OccasionTable, 'person_id' | 'kind' | 'label' | 'date'>[] = [];
  for (const [month, ofMonth] of byMonth([...days, ...(await movingInUse(scope, movingDays))])) {
    const rows = await scope.db
      .selectFrom('occasion')
      .select(['person_id', 'kind', 'label', 'date'])
      .where('network_id', '=', scope.networkId)
      .where('month', '=', month)
      .where('day', 'in', ofMonth)
      .execute();
    all.push(...rows);
  }
  return all;
}

/** What of a person's state decides whether they are due; nobody who is archived, deceased or the owner. */
export type DueState = Pick<
  PersonStateTable,
  | 'person_id'
  | 'name'
  | 'closeness'
  | 'rhythm_days'
  | 'last_contact'
  | 'last_touch_id'
  | 'next_touch'
  | 'quiet_on'
  | 'dormant_on'
  | 'quiet_worth'
  | 'history'
>;

export async function dueStates({ db, networkId }: Scope, personIds: readonly string[]): Promise<DueState[]> {
  return inSlices(personIds, (ids) =>
    db
      .selectFrom('person_state')
      .select([
        'person_id',
        'name',
        'closeness',
        'rhythm_days',
        'last_contact',
        'last_touch_id',
        'next_touch',
        'quiet_on',
        'dormant_on',
        'quiet_worth',
        'history',
      ])
      .where('network_id', '=', networkId)
      .where('person_id', 'in', ids)
      .where('active', '=', 1)
      .execute(),
  );
}

export async function touchDays(
  { db, networkId }: Scope,
  touchIds: readonly string[],
): Promise<Pick<TouchTable, 'id' | 'date' | 'channel' | 'direction'>[]> {
  return inSlices(touchIds, (ids) =>
    db
      .selectFrom('touch')
      .select(['id', 'date', 'channel', 'direction'])
      .where('network_id', '=', networkId)
      .where('id', 'in', ids)
      .execute(),
  );
}

function byMonth(keys: readonly OccasionKey[]): Map<number, number[]> {
  const months = new Map<number, Set<number>>();
  for (const { month, day } of keys) months.set(month, (months.get(month) ?? new Set()).add(day));
  return new Map([...months].map(([month, days]) => [month, [...days]]));
}

/** Few networks keep dates of other calendars: only the months that are in use are worth a question each. */
async function movingInUse(scope: Scope, keys: readonly OccasionKey[]): Promise<OccasionKey[]> {
  if (keys.length === 0) return [];
  const rows = await scope.db
    .selectFrom('occasion')
    .select('month')
    .distinct()
    .where('network_id', '=', scope.networkId)
    .where('month', '>=', Math.min(...keys.map(({ month }) => month)))
    .execute();
  const used = new Set(rows.map(({ month }) => month));
  return keys.filter(({ month }) => used.has(month));
}

/** Dates filed under the days given, in our calendar and in others, with the name to show. */
export async function occasionsOn(
  scope: Scope,
  { days, movingDays }: OccasionDays,
): Promise<{ personId: string; name: string; kind: string; label: string; date: string }[]> {
  const all: { personId: string; name: string; kind: string; label: string; date: string }[] = [];
  for (const { month, day } of [...days, ...(await movingInUse(scope, movingDays))]) {
    const rows = await scope.db
      .selectFrom('occasion as o')
      .crossJoin('person_state as s')
      .whereRef('s.network_id', '=', 'o.network_id')
      .whereRef('s.person_id', '=', 'o.person_id')
      .select(['o.person_id', 's.name', 'o.kind', 'o.label', 'o.date'])
      .where('o.network_id', '=', scope.networkId)
      .where('o.month', '=', month)
      .where('o.day', '=', day)
      .where('s.active', '=', 1)
      .orderBy('s.closeness', 'desc')
      .orderBy('o.person_id')
      .limit(50)
      .execute();
    for (const row of rows)
      all.push({ personId: row.person_id, name: row.name, kind: row.kind, label: row.label, date: row.date });
  }
  return all;
}

/** Whether a touch has an earlier one with the same person: then it was no first meeting. */
export async function earliestTouches(scope: Scope, personIds: readonly string[]): Promise<Map<string, string>> {
  const earliest = new Map<string, string>();
  for (let i = 0; i < personIds.length; i += 500) {
    const rows = await scope.db
      .selectFrom('touch_person as tp')
      .crossJoin('touch as t')
      .whereRef('t.network_id', '=', 'tp.network_id')
      .whereRef('t.id', '=', 'tp.touch_id')
      .select('tp.person_id')
      .select((eb) => eb.fn.min('t.date').as('first'))
      .where('tp.network_id', '=', scope.networkId)
      .where('tp.person_id', 'in', personIds.slice(i, i + 500))
      .where('t.plan', '=', 0)
      .groupBy('tp.person_id')
      .execute();
    for (const row of rows) earliest.set(row.person_id, row.first);
  }
  return earliest;
}

/** Plans and upcoming touches of these people from a day on, and those just past. */
export async function plansOf(
  scope: Scope,
  personIds: readonly string[],
  from: string,
): Promise<{ personId: string; id: string; date: string; summary: string; channel: string }[]> {
  const all: { personId: string; id: string; date: string; summary: string; channel: string }[] = [];
  for (let i = 0; i < personIds.length; i += 500) {
    const rows = await scope.db
      .selectFrom('touch as t')
      .crossJoin('touch_person as tp')
      .whereRef('tp.network_id', '=', 't.network_id')
      .whereRef('tp.touch_id', '=', 't.id')
      .select(['tp.person_id', 't.id', 't.date', 't.summary', 't.channel'])
      .where('t.network_id', '=', scope.networkId)
      .where('t.plan', '=', 1)
      .where('t.date', '>=', from)
      .where('tp.person_id', 'in', personIds.slice(i, i + 500))
      .orderBy('t.date')
      .execute();
    for (const row of rows)
      all.push({ personId: row.person_id, id: row.id, date: row.date, summary: row.summary, channel: row.channel });
  }
  return all;
}

/**
 * The day's plan, and the last change of a step that has ended: while an import goes on, or is taken back, what it has done
 * so far is no reason to decide again.
 */
export async function findDayPlan(
  scope: Scope,
  date: string,
): Promise<{ seq: number; plan: string; seen: number; settled: number | null } | undefined> {
  return scope.db
    .selectFrom('day_plan as d')
    .select(['d.seq', 'd.plan', 'd.seen'])
    .select((eb) =>
      eb
        .selectFrom('step as s')
        .select('s.seq')
        .whereRef('s.network_id', '=', 'd.network_id')
        .where('s.state', '!=', 'open')
        .orderBy('s.seq', 'desc')
        .limit(1)
        .as('settled'),
    )
    .where('d.network_id', '=', scope.networkId)
    .where('d.date', '=', date)
    .executeTakeFirst();
}

export async function findWaiting(scope: Scope, date: string): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('day_plan')
    .select('waiting')
    .where('network_id', '=', scope.networkId)
    .where('date', '=', date)
    .executeTakeFirst();
  return row?.waiting;
}

/**
 * Keeps the day's plan; older days go, they are of no further use. One that nobody has seen never takes the place of one that
 * somebody has.
 */
export async function storeDayPlan(
  scope: Scope,
  row: { date: string; seq: number; plan: string; waiting: string; seen: 0 | 1 },
): Promise<void> {
  await scope.db
    .deleteFrom('day_plan')
    .where('network_id', '=', scope.networkId)
    .where('date', '<', row.date)
    .execute();
  await scope.db
    .insertInto('day_plan')
    .values({ network_id: scope.networkId, ...row })
    .onConflict((oc) => {
      const { date: _, ...now } = row;
      const conflict = oc.columns(['network_id', 'date']).doUpdateSet(now);
      return row.seen === 1 ? conflict : conflict.where('day_plan.seen', '=', 0);
    })
    .execute();
}

/** Somebody has looked at the plan of that seq; false when another has taken its place. */
export async function markDayPlanSeen(scope: Scope, { date, seq }: { date: string; seq: number }): Promise<boolean> {
  const { numUpdatedRows } = await scope.db
    .updateTable('day_plan')
    .set({ seen: 1 })
    .where('network_id', '=', scope.networkId)
    .where('date', '=', date)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
