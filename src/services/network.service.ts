import type { Settings } from '../contract/shapes.ts';
import { toInstant } from '../domain/dates.ts';
import type { NetworkId } from '../domain/ids.ts';
import { runStep } from '../storage/feed.ts';
import { firstNetwork, insertNetwork, setNetworkOwner } from '../storage/repositories/network.repository.ts';
import { SETTINGS_ID } from '../storage/repositories/setting.repository.ts';
import { newId, type Store } from '../storage/store.ts';

/** The network of this store's owner, made on first use with what the machine tells of them. */
export async function ensureNetwork(
  store: Store,
  defaults: Pick<Settings, 'country' | 'zone' | 'locale'>,
): Promise<NetworkId> {
  const found = await firstNetwork(store);
  if (found) return found.id as NetworkId;
  const id = newId(store);
  const made = await insertNetwork(store, {
    id,
    seq: 0,
    epoch: newId(store),
    owner_user_id: null,
    created_at: toInstant(store.now()),
  });
  const networkId = made.id as NetworkId;
  if (made.id === id) {
    await runStep(store, networkId, { kind: 'start', title: 'Started Tendril', actor: 'tendril' }, async (writer) => {
      await writer.insert('setting', [{ id: SETTINGS_ID, data: JSON.stringify(defaults) }]);
      return null;
    });
  }
  return networkId;
}

/** Whether someone has signed up as the owner of this store. */
export async function isClaimed(store: Store): Promise<boolean> {
  return (await firstNetwork(store))?.owner_user_id != null;
}

/** Makes the signed-up user the owner; false when someone else already is. */
export async function claimNetwork(store: Store, networkId: NetworkId, userId: string): Promise<boolean> {
  return setNetworkOwner(store, networkId, userId);
}

/** The network a signed-in user owns. */
export async function networkOfUser(store: Store, userId: string): Promise<NetworkId | undefined> {
  const network = await firstNetwork(store);
  return network?.owner_user_id === userId ? (network.id as NetworkId) : undefined;
}
