import type { CircleMemberTable, CircleTable } from '../schema.ts';
import type { Scope } from '../store.ts';

export async function listCircleRows(scope: Scope): Promise<CircleTable[]> {
  return scope.db
    .selectFrom('circle')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Active members of each circle, and how many of them are due on a day. */
export async function circleCounts(
  scope: Scope,
  today: string,
): Promise<Map<string, { members: number; due: number }>> {
  const rows = await scope.db
    .selectFrom('circle_member as m')
    .crossJoin('person_state as s')
    .whereRef('s.network_id', '=', 'm.network_id')
    .whereRef('s.person_id', '=', 'm.person_id')
    .select('m.circle_id')
    .select((eb) => [
      eb.fn.countAll<number>().as('members'),
      eb.fn.count<number>(eb.case().when('s.next_touch', '<=', today).then(1).end()).as('due'),
    ])
    .where('m.network_id', '=', scope.networkId)
    .where('s.active', '=', 1)
    .groupBy('m.circle_id')
    .execute();
  return new Map(rows.map((row) => [row.circle_id, { members: Number(row.members), due: Number(row.due) }]));
}

export async function membershipsOf(scope: Scope, personIds: readonly string[]): Promise<CircleMemberTable[]> {
  if (personIds.length === 0) return [];
  return scope.db
    .selectFrom('circle_member')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('person_id', 'in', personIds)
    .execute();
}

export async function membersOf(scope: Scope, circleId: string): Promise<CircleMemberTable[]> {
  return scope.db
    .selectFrom('circle_member')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('circle_id', '=', circleId)
    .execute();
}

export async function triageCounts(
  scope: Scope,
): Promise<{ unsorted: number; active: number; sorted: number; acquaintances: number }> {
  const people = () =>
    scope.db
      .selectFrom('person_state')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('network_id', '=', scope.networkId);
  // Each from an index that holds them: together they would read every row.
  const { count: all } = await people().where('active', '=', 1).executeTakeFirstOrThrow();
  const { count: unsortedOnes } = await people().where('unsorted', '=', 1).executeTakeFirstOrThrow();
  const { count: withRhythm } = await people()
    .where('active', '=', 1)
    .where('rhythm_days', 'is not', null)
    .executeTakeFirstOrThrow();
  const active = Number(all);
  const unsorted = Number(unsortedOnes);
  return { active, unsorted, sorted: active - unsorted, acquaintances: active - Number(withRhythm) - unsorted };
}

/** The next people to sort: those one has been in touch with first, then by name. */
export async function unsortedIds(scope: Scope, limit: number): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('person_state')
    .select('person_id')
    .where('network_id', '=', scope.networkId)
    .where('unsorted', '=', 1)
    .orderBy('touch_count', 'desc')
    .orderBy('sort_key')
    .orderBy('person_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.person_id);
}
