import type { PromiseTable, ReminderTable, TouchTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

/** What stands in the owner's calendar. Only of people who are active: neither archived, nor deceased, nor the owner. */

/** Everyone with a date that returns, active or not, in a fixed order. */
export async function idsWithOccasions({ db, networkId }: Scope): Promise<string[]> {
  const rows = await db
    .selectFrom('occasion')
    .select('person_id')
    .distinct()
    .where('network_id', '=', networkId)
    .orderBy('person_id')
    .execute();
  return rows.map((row) => row.person_id);
}

/** The cards of those who are active among them. */
export async function activeCards(
  { db, networkId }: Scope,
  ids: readonly string[],
): Promise<{ id: string; name: string; card: string }[]> {
  return inSlices(ids, (slice) =>
    db
      .selectFrom('person_state as s')
      .crossJoin('person as p')
      .whereRef('p.network_id', '=', 's.network_id')
      .whereRef('p.id', '=', 's.person_id')
      .select(['p.id', 's.name', 'p.card'])
      .where('s.network_id', '=', networkId)
      .where('s.person_id', 'in', slice)
      .where('s.active', '=', 1)
      .orderBy('p.id')
      .execute(),
  );
}

/** The names of those who are active among them, by id. */
export async function activeNames(
  { db, networkId }: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await inSlices(ids, (slice) =>
    db
      .selectFrom('person_state')
      .select(['person_id', 'name'])
      .where('network_id', '=', networkId)
      .where('person_id', 'in', slice)
      .where('active', '=', 1)
      .execute(),
  );
  return new Map(rows.map((row) => [row.person_id, row.name]));
}

/** Open promises with a day, up to one. */
export async function datedPromises(
  { db, networkId }: Scope,
  until: string,
): Promise<(Pick<PromiseTable, 'id' | 'person_id' | 'by' | 'text'> & { due: string })[]> {
  return db
    .selectFrom('promise')
    .select(['id', 'person_id', 'by', 'text'])
    .select((eb) => eb.ref('due').$notNull().as('due'))
    .where('network_id', '=', networkId)
    .where('done_on', 'is', null)
    .where('due', '<=', until)
    .orderBy('due')
    .orderBy('id')
    .execute();
}

/** Open reminders up to a day. */
export async function openReminders(
  { db, networkId }: Scope,
  until: string,
): Promise<Pick<ReminderTable, 'id' | 'person_id' | 'text' | 'date'>[]> {
  return db
    .selectFrom('reminder')
    .select(['id', 'person_id', 'text', 'date'])
    .where('network_id', '=', networkId)
    .where('done_on', 'is', null)
    .where('date', '<=', until)
    .orderBy('date')
    .orderBy('id')
    .execute();
}

/** Whose turn it is by their rhythm, and when; the closest first, then who has waited longest. */
export async function nextTouches(
  { db, networkId }: Scope,
  until: string,
): Promise<{ person_id: string; name: string; next_touch: string }[]> {
  return db
    .selectFrom('person_state')
    .select(['person_id', 'name'])
    .select((eb) => eb.ref('next_touch').$notNull().as('next_touch'))
    .where('network_id', '=', networkId)
    .where('active', '=', 1)
    .where('next_touch', '<=', until)
    .orderBy('closeness', 'desc')
    .orderBy('next_touch')
    .orderBy('person_id')
    .execute();
}

/** Touches that wait for a word from me, with what was said of it. */
export async function calendarFollowUps({
  db,
  networkId,
}: Scope): Promise<
  ({ person_id: string } & Pick<TouchTable, 'id' | 'date' | 'follow_up_on' | 'follow_up_text' | 'topic'>)[]
> {
  return db
    .selectFrom('person_state as s')
    .crossJoin('touch as t')
    .whereRef('t.network_id', '=', 's.network_id')
    .whereRef('t.id', '=', 's.follow_up_touch_id')
    .select(['s.person_id', 't.id', 't.date', 't.follow_up_on', 't.follow_up_text', 't.topic'])
    .where('s.network_id', '=', networkId)
    .where('s.active', '=', 1)
    .where('s.follow_up_touch_id', 'is not', null)
    .orderBy('s.person_id')
    .execute();
}
