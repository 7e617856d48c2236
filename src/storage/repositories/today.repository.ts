import type { OccasionKey } from '../../domain/keeping/occasion-key.ts';
import type { Scope } from '../store.ts';

/** What Today looks through: everyone with something due, never everyone. */
export interface CandidateQuery {
  readonly today: string;
  /** Ties that went quiet before this day are no news any more. */
  readonly quietSince: string;
  /** The last day of the advance notice. */
  readonly horizon: string;
  /** Where dates are filed that return on any day of interest in our calendar, leap rule applied. */
  readonly days: readonly OccasionKey[];
  /** The same for other calendars. */
  readonly movingDays: readonly OccasionKey[];
}

/** Of acquaintances, who have no rhythm, so many as went quiet last: among tens of thousands there is no looking at each. */
const MOST_QUIET = 1_000;

export async function candidateIds(scope: Scope, query: CandidateQuery): Promise<string[]> {
  const { db, networkId } = scope;
  const ids = new Set<string>();
  const add = (rows: readonly { person_id: string }[]) => {
    for (const row of rows) ids.add(row.person_id);
  };
  const states = () =>
    db.selectFrom('person_state').select('person_id').where('network_id', '=', networkId).where('active', '=', 1);
  add(await states().where('next_touch', '<=', query.today).execute());
  // Whoever has a rhythm has a next date, so few that each can be looked at.
  add(
    await states()
      .where('next_touch', '>', query.today)
      .where((eb) => eb.between(eb.fn.coalesce('quiet_on', eb.val('')), query.quietSince, query.today))
      .execute(),
  );
  add(
    await states()
      .where('quiet_on', '<=', query.today)
      .where('quiet_on', '>=', query.quietSince)
      .orderBy('quiet_on', 'desc')
      .limit(MOST_QUIET)
      .execute(),
  );
  add(await states().where('follow_up_touch_id', 'is not', null).execute());
  add(await states().where('awaiting_touch_id', 'is not', null).execute());
  add(
    await db
      .selectFrom('promise')
      .select('person_id')
      .where('network_id', '=', networkId)
      .where('done_on', 'is', null)
      .execute(),
  );
  add(
    await db
      .selectFrom('reminder')
      .select('person_id')
      .where('network_id', '=', networkId)
      .where('done_on', 'is', null)
      .where('date', '<=', query.horizon)
      .execute(),
  );
  add(
    await db
      .selectFrom('touch as t')
      .crossJoin('touch_person as tp')
      .whereRef('tp.network_id', '=', 't.network_id')
      .whereRef('tp.touch_id', '=', 't.id')
      .select('tp.person_id')
      .where('t.network_id', '=', networkId)
      .where('t.plan', '=', 1)
      .where('t.date', '<=', query.horizon)
      .execute(),
  );
  for (const [month, days] of byMonth([...query.days, ...(await movingInUse(scope, query.movingDays))])) {
    add(
      await db
        .selectFrom('occasion')
        .select('person_id')
        .where('network_id', '=', networkId)
        .where('month', '=', month)
        .where('day', 'in', days)
        .execute(),
    );
  }
  return [...ids];
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
  { days, movingDays }: Pick<CandidateQuery, 'days' | 'movingDays'>,
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
): Promise<{ seq: number; plan: string; settled: number | null } | undefined> {
  return scope.db
    .selectFrom('day_plan as d')
    .select(['d.seq', 'd.plan'])
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

/** Keeps the day's plan; older days go, they are of no further use. */
export async function storeDayPlan(
  scope: Scope,
  row: { date: string; seq: number; plan: string; waiting: string },
): Promise<void> {
  await scope.db
    .deleteFrom('day_plan')
    .where('network_id', '=', scope.networkId)
    .where('date', '<', row.date)
    .execute();
  await scope.db
    .insertInto('day_plan')
    .values({ network_id: scope.networkId, ...row })
    .onConflict((oc) =>
      oc.columns(['network_id', 'date']).doUpdateSet({ seq: row.seq, plan: row.plan, waiting: row.waiting }),
    )
    .execute();
}
