import { changedKinds } from '../storage/repositories/change.repository.ts';
import { triageCounts } from '../storage/repositories/circle.repository.ts';
import { networkSeq } from '../storage/repositories/network.repository.ts';
import type { Scope, Store } from '../storage/store.ts';

/** How many people there are and how many wait to be sorted, as every look at Today tells. */

type Counts = Awaited<ReturnType<typeof triageCounts>>;

interface Kept {
  readonly epoch: string;
  /** The last change that was looked at. */
  readonly seq: number;
  readonly counts: Counts;
}

/** What people are counted by. */
const COUNTED = ['person', 'circle', 'circle_member'];
/** Beyond so many changes it is cheaper to count again than to look what they were of. */
const MOST_CHANGES = 200;

const kept = new WeakMap<Store, Map<string, Kept>>();

/** Counted anew only when people or their circles have changed: a touch that is logged changes nothing here. */
export async function countsForTriage(store: Store, scope: Scope): Promise<Counts> {
  // Before anything is counted: what changes meanwhile is looked at the next time.
  const now = await networkSeq(store, scope.networkId);
  if (now === undefined) return triageCounts(scope);
  const ofStore = kept.get(store) ?? new Map<string, Kept>();
  kept.set(store, ofStore);
  const before = ofStore.get(scope.networkId);
  const counts = before && (await stillHolds(scope, before, now)) ? before.counts : await triageCounts(scope);
  ofStore.set(scope.networkId, { ...now, counts });
  return counts;
}

async function stillHolds(scope: Scope, before: Kept, now: { seq: number; epoch: string }): Promise<boolean> {
  if (before.epoch !== now.epoch || before.seq > now.seq) return false;
  if (before.seq === now.seq) return true;
  const kinds = await changedKinds(scope, { since: before.seq, most: MOST_CHANGES });
  return kinds !== undefined && !COUNTED.some((kind) => kinds.has(kind));
}
