import type { DismissalTable, FactTable, PromiseTable, ReminderTable, TieTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

/** What is remembered about people: facts, promises, reminders, ties, and the reasons that were let go of. */

/** Of whom something is known that held on the one of two days, and not on the other. */
export async function peopleWithFactsEnding(
  { db, networkId }: Scope,
  { from, before }: { from: string; before: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('fact')
    .select('person_id')
    .distinct()
    .where('network_id', '=', networkId)
    .where('until', '>=', from)
    .where('until', '<', before)
    .execute();
  return rows.map((row) => row.person_id);
}

export async function factsOf(scope: Scope, personIds: readonly string[]): Promise<FactTable[]> {
  return inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('fact')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .orderBy('learned_on', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  );
}

export async function promisesOf(scope: Scope, personIds: readonly string[]): Promise<PromiseTable[]> {
  return inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('promise')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .orderBy('made_on', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  );
}

export async function remindersOf(scope: Scope, personIds: readonly string[]): Promise<ReminderTable[]> {
  return inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('reminder')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .orderBy('date')
      .orderBy('id')
      .execute(),
  );
}

export async function tiesOf(scope: Scope, personIds: readonly string[]): Promise<TieTable[]> {
  return inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('tie')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .orderBy('id')
      .execute(),
  );
}

export async function dismissalsOf(scope: Scope, personIds: readonly string[]): Promise<DismissalTable[]> {
  return inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('dismissal')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .execute(),
  );
}
