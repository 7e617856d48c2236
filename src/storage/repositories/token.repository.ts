import type { ApiTokenTable } from '../schema.ts';
import type { Scope, Store } from '../store.ts';

export async function insertToken(scope: Scope, row: Omit<ApiTokenTable, 'network_id'>): Promise<void> {
  await scope.db
    .insertInto('api_token')
    .values({ network_id: scope.networkId, ...row })
    .execute();
}

export async function listTokenRows(scope: Scope): Promise<ApiTokenTable[]> {
  return scope.db
    .selectFrom('api_token')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .orderBy('created_at')
    .execute();
}

export async function deleteToken(scope: Scope, id: string): Promise<boolean> {
  const result = await scope.db
    .deleteFrom('api_token')
    .where('network_id', '=', scope.networkId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** The one look-up without a network: the token is what tells it. */
export async function findTokenByHash(store: Store, hash: string): Promise<ApiTokenTable | undefined> {
  return store.database.reader.selectFrom('api_token').selectAll().where('hash', '=', hash).executeTakeFirst();
}

export async function noteTokenUse(scope: Scope, use: { id: string; at: string }): Promise<void> {
  await scope.db
    .updateTable('api_token')
    .set({ last_used_at: use.at })
    .where('network_id', '=', scope.networkId)
    .where('id', '=', use.id)
    .execute();
}
