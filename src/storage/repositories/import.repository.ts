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

const UNFINISHED = ['reading', 'planning', 'applying'] as const;

/** Runs that have not come to an end, whoever works on them. */
export async function unfinishedRuns(scope: Scope): Promise<ImportRunTable[]> {
  return scope.db
    .selectFrom('import_run')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('state', 'in', UNFINISHED)
    .orderBy('started_at')
    .execute();
}

type RunPatch = Partial<Omit<ImportRunTable, 'network_id' | 'id'>>;

export async function updateRun(scope: Scope, id: string, patch: RunPatch): Promise<void> {
  await updating(scope, id, patch).execute();
}

/** The same for a run that has not come to an end yet: whoever ends it first has ended it. */
export async function updateUnfinishedRun(scope: Scope, id: string, patch: RunPatch): Promise<void> {
  await updating(scope, id, patch).where('state', 'in', UNFINISHED).execute();
}

const updating = ({ db, networkId }: Scope, id: string, patch: RunPatch) =>
  db.updateTable('import_run').set(patch).where('network_id', '=', networkId).where('id', '=', id);

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

/** Position, source and key of staged rows from a position on; without their drafts, so many more at once. */
export async function stagedKeys(
  scope: Scope,
  importId: string,
  page: { from: number; limit: number },
): Promise<{ position: number; source_id: string; key: string }[]> {
  return scope.db
    .selectFrom('import_row')
    .select(['position', 'source_id', 'key'])
    .where('network_id', '=', scope.networkId)
    .where('import_id', '=', importId)
    .where('position', '>=', page.from)
    .orderBy('position')
    .limit(page.limit)
    .execute();
}

/** Drops the first staged rows of a run; answers whether there may be more. */
export async function dropStaged(scope: Scope, importId: string, limit: number): Promise<boolean> {
  const [last] = await scope.db
    .selectFrom('import_row')
    .select('position')
    .where('network_id', '=', scope.networkId)
    .where('import_id', '=', importId)
    .orderBy('position')
    .offset(limit - 1)
    .limit(1)
    .execute();
  let rows = scope.db
    .deleteFrom('import_row')
    .where('network_id', '=', scope.networkId)
    .where('import_id', '=', importId);
  if (last) rows = rows.where('position', '<=', last.position);
  await rows.execute();
  return last !== undefined;
}

/** Runs that have come to an end while staged rows of theirs are left. */
export async function endedRunsWithStaged(scope: Scope): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('import_run as r')
    .select('r.id')
    .where('r.network_id', '=', scope.networkId)
    .where('r.state', 'not in', UNFINISHED)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('import_row as s')
          .select('s.position')
          .whereRef('s.network_id', '=', 'r.network_id')
          .whereRef('s.import_id', '=', 'r.id'),
      ),
    )
    .execute();
  return rows.map((row) => row.id);
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
