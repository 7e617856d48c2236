import type { ImportRowTable, ImportRunTable } from '../schema.ts';
import type { Scope } from '../store.ts';

/** Runs of imports and their staged rows. Not part of the feed: what an import changes is. */

export async function insertRun(scope: Scope, run: Omit<ImportRunTable, 'network_id'>): Promise<void> {
  await scope.db
    .insertInto('import_run')
    .values({ network_id: scope.networkId, ...run })
    .execute();
}

export async function findRun(scope: Scope, id: string): Promise<ImportRunTable | undefined> {
  return scope.db
    .selectFrom('import_run')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function listRuns(scope: Scope, limit: number): Promise<ImportRunTable[]> {
  return scope.db
    .selectFrom('import_run')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Runs that have not come to an end, whoever works on them. */
export async function unfinishedRuns(scope: Scope): Promise<ImportRunTable[]> {
  return scope.db
    .selectFrom('import_run')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('state', 'in', ['reading', 'planning', 'applying'])
    .orderBy('started_at')
    .execute();
}

export async function updateRun(
  scope: Scope,
  id: string,
  patch: Partial<Omit<ImportRunTable, 'network_id' | 'id'>>,
): Promise<void> {
  await scope.db
    .updateTable('import_run')
    .set(patch)
    .where('network_id', '=', scope.networkId)
    .where('id', '=', id)
    .execute();
}

/** The staged rows from a position on. */
export async function stagedRows(
  scope: Scope,
  importId: string,
  page: { from: number; limit: number },
): Promise<ImportRowTable[]> {
  return scope.db
    .selectFrom('import_row')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('import_id', '=', importId)
    .where('position', '>=', page.from)
    .orderBy('position')
    .limit(page.limit)
    .execute();
}

/** The names of the sources of the staged rows, in the order of their first rows. */
export async function stagedSources(scope: Scope, importId: string): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('import_row')
    .select('source_id')
    .where('network_id', '=', scope.networkId)
    .where('import_id', '=', importId)
    .groupBy('source_id')
    .orderBy((eb) => eb.fn.min('position'))
    .execute();
  return rows.map((row) => row.source_id);
}

/** Source and key of every staged row. */
export async function stagedKeys(scope: Scope, importId: string): Promise<{ source_id: string; key: string }[]> {
  return scope.db
    .selectFrom('import_row')
    .select(['source_id', 'key'])
    .where('network_id', '=', scope.networkId)
    .where('import_id', '=', importId)
    .execute();
}

export async function dropStaged(scope: Scope, importId: string): Promise<void> {
  await scope.db
    .deleteFrom('import_row')
    .where('network_id', '=', scope.networkId)
    .where('import_id', '=', importId)
    .execute();
}

export async function findBlob(
  scope: Scope,
  hash: string,
): Promise<{ media_type: string; bytes: Uint8Array } | undefined> {
  return scope.db
    .selectFrom('blob')
    .select(['media_type', 'bytes'])
    .where('network_id', '=', scope.networkId)
    .where('hash', '=', hash)
    .executeTakeFirst();
}
