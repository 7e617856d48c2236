import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../../src/storage/store.ts';

/** Long enough for a kill to come in between, short enough that a person would hardly notice. */
const LATE_MS = 250;

/**
 * A store that is broken on purpose, in the way that is easiest to get wrong: a write is acknowledged when its work is done,
 * outside the transaction that commits it a moment later. Nothing shows until the process dies in that moment.
 */
export function acknowledgedEarly(store: Store): Store {
  const { database } = store;
  return {
    ...store,
    database: {
      ...database,
      write: (work, options) =>
        new Promise((acknowledge, fail) => {
          const late = database.write(async (tx) => {
            acknowledge(await work(tx));
            await sleep(LATE_MS);
          }, options);
          late.catch(fail);
        }),
    },
  };
}
