import type { SavedFilterTable, SourceTable } from '../schema.ts';
import type { Scope } from '../store.ts';

/** Saved filters, oldest first. */
export async function listFilterRows(scope: Scope): Promise<SavedFilterTable[]> {
  return scope.db
    .selectFrom('saved_filter')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .orderBy('id')
    .execute();
}

export async function listSourceRows(scope: Scope): Promise<SourceTable[]> {
  return scope.db.selectFrom('source').selectAll().where('network_id', '=', scope.networkId).orderBy('id').execute();
}

/** How many people each source knows. */
export async function countSources({ db, networkId }: Scope): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('source_record')
    .select((eb) => ['source_id', eb.fn.count<number>('person_id').distinct().as('count')])
    .where('network_id', '=', networkId)
    .groupBy('source_id')
    .execute();
  return new Map(rows.map((row) => [row.source_id, Number(row.count)]));
}
