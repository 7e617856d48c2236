import type { ExchangeTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

/** The ledger of people, newest first. */
export async function exchangesOf(scope: Scope, personIds: readonly string[]): Promise<ExchangeTable[]> {
  return inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('exchange')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .orderBy('date', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  );
}
