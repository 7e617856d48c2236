import type { GatheringPersonTable, GatheringTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

/** Every gathering there is, by its first day: they are few. */
export async function allGatherings({ db, networkId }: Scope): Promise<GatheringTable[]> {
  return db
    .selectFrom('gathering')
    .selectAll()
    .where('network_id', '=', networkId)
    .orderBy('since')
    .orderBy('id')
    .execute();
}

/** Who is at a gathering, at all its times. */
export async function peopleOfGathering(
  { db, networkId }: Scope,
  gatheringId: string,
): Promise<GatheringPersonTable[]> {
  return db
    .selectFrom('gathering_person')
    .selectAll()
    .where('network_id', '=', networkId)
    .where('gathering_id', '=', gatheringId)
    .orderBy('id')
    .execute();
}

/** The same of several gatherings. */
export async function peopleOfGatherings(scope: Scope, ids: readonly string[]): Promise<GatheringPersonTable[]> {
  return inSlices(ids, (slice) =>
    scope.db
      .selectFrom('gathering_person')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('gathering_id', 'in', slice)
      .orderBy('id')
      .execute(),
  );
}

/** At which gatherings these people are, or were. */
export async function gatheringsOf(scope: Scope, personIds: readonly string[]): Promise<GatheringPersonTable[]> {
  return inSlices(personIds, (slice) =>
    scope.db
      .selectFrom('gathering_person')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', slice)
      .orderBy('id')
      .execute(),
  );
}

/** The closest people one is in touch with, from whom a table is put together. */
export async function closestPeople({ db, networkId }: Scope, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('person_state')
    .select('person_id')
    .where('network_id', '=', networkId)
    .where('active', '=', 1)
    .where('touch_count', '>', 0)
    .orderBy('closeness', 'desc')
    .orderBy('person_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.person_id);
}

/** Whom one met lately and few times: new faces. */
export async function newestAcquaintances({ db, networkId }: Scope, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('person_state')
    .select('person_id')
    .where('network_id', '=', networkId)
    .where('active', '=', 1)
    .where('touch_count', 'in', [1, 2])
    .where('last_contact', 'is not', null)
    .orderBy('last_contact', 'desc')
    .orderBy('person_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.person_id);
}
