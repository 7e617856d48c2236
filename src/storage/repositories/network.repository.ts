import type { NetworkTable } from '../schema.ts';
import type { Scope, Store } from '../store.ts';

/** The oldest network: the one a fresh store gets, claimed by the first sign-up. */
export async function firstNetwork(store: Store): Promise<NetworkTable | undefined> {
  return store.database.reader
    .selectFrom('network')
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/** Adds a network unless another process just did; answers the one that is there. */
export async function insertNetwork(store: Store, network: NetworkTable): Promise<NetworkTable> {
  return store.database.write(async (tx) => {
    const there = await tx
      .selectFrom('network')
      .selectAll()
      .orderBy('created_at')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (there) return there;
    await tx.insertInto('network').values(network).execute();
    return network;
  });
}

export async function setNetworkOwner(store: Store, networkId: string, userId: string): Promise<boolean> {
  return store.database.write(async (tx) => {
    const result = await tx
      .updateTable('network')
      .set({ owner_user_id: userId })
      .where('id', '=', networkId)
      .where('owner_user_id', 'is', null)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  });
}

/** How far its feed is, and in which epoch. */
export async function feedOf({ db, networkId }: Scope): Promise<Pick<NetworkTable, 'seq' | 'epoch'>> {
  return db.selectFrom('network').select(['seq', 'epoch']).where('id', '=', networkId).executeTakeFirstOrThrow();
}

/** What belongs to no network: who may sign in, and the networks themselves; and words, which have a way of their own. */
const NOT_OF_A_NETWORK = new Set([
  'network',
  'auth_user',
  'auth_session',
  'auth_account',
  'auth_verification',
  'auth_secret',
  'note_text',
]);

/** Deletes every row of a network but its own. */
export async function emptyNetwork(store: Store, { db, networkId }: Scope): Promise<void> {
  const { dialect } = store.database;
  const others = await db.selectFrom('network').select('id').where('id', '<>', networkId).limit(1).execute();
  for (const table of (await dialect.tableNames(db)).filter((name) => !NOT_OF_A_NETWORK.has(name))) {
    const rows = db.deleteFrom(table as 'person');
    // All at once where they are all there is: SQLite then drops whole pages instead of millions of rows.
    await (others.length === 0 ? rows : rows.where('network_id', '=', networkId)).execute();
  }
  await dialect.text.clear(db, networkId);
}

/** Whoever has read the feed so far has to read all of it again. */
export async function renewEpoch(store: Store, networkId: string, epoch: string): Promise<void> {
  await store.database.write((tx) => tx.updateTable('network').set({ epoch }).where('id', '=', networkId).execute());
}

export async function networkSeq(store: Store, networkId: string): Promise<{ seq: number; epoch: string } | undefined> {
  return store.database.reader
    .selectFrom('network')
    .select(['seq', 'epoch'])
    .where('id', '=', networkId)
    .executeTakeFirst();
}

/** How far the network is, seen from inside a transaction. */
export async function seqWithin(scope: Scope): Promise<number | undefined> {
  const row = await scope.db.selectFrom('network').select('seq').where('id', '=', scope.networkId).executeTakeFirst();
  return row?.seq;
}
