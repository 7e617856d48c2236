import { networkSeq } from '../storage/repositories/network.repository.ts';
import { countStates, type StateFilter } from '../storage/repositories/person.repository.ts';
import type { Scope, Store } from '../storage/store.ts';

/** Counts are kept while nothing in the network changes: those of saved filters are shown on every look at the list. */

interface Counts {
  /** The change up to which they were counted. */
  readonly upTo: string;
  readonly byFilter: Map<string, number>;
}

/** Of every network the newest, in this process. */
const kept = new WeakMap<Store, Map<string, Counts>>();
/** Filters typed and forgotten are not kept for ever. */
const MOST_KEPT = 200;

/** How many people fit. */
export async function countPeople(store: Store, scope: Scope, filter: StateFilter): Promise<number> {
  const counts = await countsNow(store, scope);
  const key = JSON.stringify(filter);
  const known = counts.byFilter.get(key);
  if (known !== undefined) return known;
  const count = await countStates(scope, filter);
  if (counts.byFilter.size >= MOST_KEPT) counts.byFilter.clear();
  counts.byFilter.set(key, count);
  return count;
}

/** What is counted while the network changes is kept as of before, and so for nobody. */
async function countsNow(store: Store, scope: Scope): Promise<Counts> {
  const now = await networkSeq(store, scope.networkId);
  const upTo = `${now?.epoch} ${now?.seq}`;
  const ofStore = kept.get(store) ?? new Map<string, Counts>();
  kept.set(store, ofStore);
  const known = ofStore.get(scope.networkId);
  if (known?.upTo === upTo) return known;
  const fresh: Counts = { upTo, byFilter: new Map() };
  ofStore.set(scope.networkId, fresh);
  return fresh;
}
