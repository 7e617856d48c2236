import type { Entity } from '../entities.ts';
import type { Scope } from '../store.ts';

/** All rows of a table of this network, a few hundred at a time. */
export async function* exportTable(scope: Scope, table: Entity | 'blob'): AsyncGenerator<Record<string, unknown>> {
  const key = table === 'blob' ? 'hash' : 'id';
  const limit = table === 'blob' ? 8 : 300;
  for (let after = ''; ; ) {
    const rows = (await scope.db
      .selectFrom(table as 'person')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where(key as 'id', '>', after)
      .orderBy(key as 'id')
      .limit(limit)
      .execute()) as unknown as Record<string, unknown>[];
    for (const { network_id: _network, ...row } of rows) yield row;
    const last = rows.at(-1);
    if (!last) return;
    after = String(last[key]);
  }
}
