import type { DeliveryTable } from '../schema.ts';
import type { Scope } from '../store.ts';

/** What is sent to the owner by itself: a row a kind and day. */

/** The last days, those of the future included, newest first; and whatever is older and not over. */
export async function recentDeliveries(
  scope: Scope,
  kind: DeliveryTable['kind'],
  limit: number,
): Promise<DeliveryTable[]> {
  const ofKind = scope.db
    .selectFrom('delivery')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('kind', '=', kind);
  const last = await ofKind.orderBy('day', 'desc').limit(limit).execute();
  const oldest = last.at(-1)?.day;
  if (oldest === undefined || last.length < limit) return last;
  const open = await ofKind.where('state', 'in', ['due', 'failed', 'sending']).where('day', '<', oldest).execute();
  return [...last, ...open];
}

/** Begins a day, or puts it anew; how often it was tried stays. */
export async function putDelivery(
  scope: Scope,
  row: Pick<DeliveryTable, 'kind' | 'day' | 'due_at' | 'state' | 'error'>,
): Promise<void> {
  const fresh = { ...row, attempts: 0, retry_at: null, delivered_at: null, lease: null };
  const { attempts: _attempts, ...kept } = fresh;
  await scope.db
    .insertInto('delivery')
    .values({ network_id: scope.networkId, ...fresh })
    .onConflict((conflict) => conflict.columns(['network_id', 'kind', 'day']).doUpdateSet(kept))
    .execute();
}

export async function dropDeliveries(
  scope: Scope,
  kind: DeliveryTable['kind'],
  days: readonly string[],
): Promise<void> {
  if (days.length === 0) return;
  await scope.db
    .deleteFrom('delivery')
    .where('network_id', '=', scope.networkId)
    .where('kind', '=', kind)
    .where('day', 'in', days)
    .execute();
}

export async function updateDelivery(
  scope: Scope,
  { kind, day }: Pick<DeliveryTable, 'kind' | 'day'>,
  patch: Partial<Omit<DeliveryTable, 'network_id' | 'kind' | 'day'>>,
): Promise<void> {
  await scope.db
    .updateTable('delivery')
    .set(patch)
    .where('network_id', '=', scope.networkId)
    .where('kind', '=', kind)
    .where('day', '=', day)
    .execute();
}

/** The same for whoever made this try; nothing changes when it is in other hands by now. */
export async function updateTry(
  scope: Scope,
  { kind, day, attempts }: Pick<DeliveryTable, 'kind' | 'day' | 'attempts'>,
  patch: Partial<Omit<DeliveryTable, 'network_id' | 'kind' | 'day' | 'attempts'>>,
): Promise<void> {
  await scope.db
    .updateTable('delivery')
    .set(patch)
    .where('network_id', '=', scope.networkId)
    .where('kind', '=', kind)
    .where('day', '=', day)
    .where('attempts', '=', attempts)
    .where('state', '=', 'sending')
    .execute();
}
