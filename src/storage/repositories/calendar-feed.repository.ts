import type { CalendarFeedTable } from '../schema.ts';
import type { Scope, Store } from '../store.ts';

export async function findCalendarFeed(scope: Scope): Promise<CalendarFeedTable | undefined> {
  return scope.db.selectFrom('calendar_feed').selectAll().where('network_id', '=', scope.networkId).executeTakeFirst();
}

/** Takes the place of the address there was. */
export async function putCalendarFeed(scope: Scope, feed: { hash: string; created_at: string }): Promise<void> {
  const row = { ...feed, last_read_at: null };
  await scope.db
    .insertInto('calendar_feed')
    .values({ network_id: scope.networkId, ...row })
    .onConflict((conflict) => conflict.column('network_id').doUpdateSet(row))
    .execute();
}

export async function deleteCalendarFeed(scope: Scope): Promise<boolean> {
  const result = await scope.db
    .deleteFrom('calendar_feed')
    .where('network_id', '=', scope.networkId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** A look-up without a network: the secret is what tells it. */
export async function findCalendarFeedByHash(store: Store, hash: string): Promise<CalendarFeedTable | undefined> {
  return store.database.reader.selectFrom('calendar_feed').selectAll().where('hash', '=', hash).executeTakeFirst();
}

export async function noteCalendarRead(scope: Scope, { hash, at }: { hash: string; at: string }): Promise<void> {
  await scope.db
    .updateTable('calendar_feed')
    .set({ last_read_at: at })
    .where('network_id', '=', scope.networkId)
    .where('hash', '=', hash)
    .execute();
}
