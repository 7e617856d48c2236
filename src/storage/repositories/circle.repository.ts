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
  const row = await scope.db
    .selectFrom('person_state as s')
    .select((eb) => [
      eb.fn.countAll<number>().as('active'),
      eb.fn.sum<number | null>('s.unsorted').as('unsorted'),
      eb.fn.count<number>(eb.case().when('s.rhythm_days', 'is', null).then(1).end()).as('acquaintances'),
    ])
    .where('s.network_id', '=', scope.networkId)
    .where('s.active', '=', 1)
    .executeTakeFirstOrThrow();
  const active = Number(row.active);
  const unsorted = Number(row.unsorted ?? 0);
  return { active, unsorted, sorted: active - unsorted, acquaintances: Number(row.acquaintances) - unsorted };
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
