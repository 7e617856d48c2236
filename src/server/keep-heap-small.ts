import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** By how much the old part of the heap may grow before it is collected again, in percent of what was still in use. */
const GROWTH_PERCENT = 20;

/**
 * Keeps the process from holding garbage. V8 lets the heap of a young process grow to several times what is in use before it
 * first collects, and decides by that from then on; a server that is asked a little all day would keep it for good. Collects
 * once (some 20 ms), so that the next limit follows from what is in use.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  // The young part doubled whenever enough outlived a collection, twenty megabytes at a time, and kept that.
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  collect();
}
