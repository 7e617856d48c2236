/**
 * How many writers of this process wait because another of its threads writes: whoever writes for long lets them in between.
 * One number for all threads; a thread is given it by the one that starts it.
 */
let count = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** What a new thread is to be given, and passes to `joinWaiting`. */
export function sharedWaiting(): SharedArrayBuffer {
  return count.buffer as SharedArrayBuffer;
}

/** Called in a new thread before it opens anything. */
export function joinWaiting(shared: SharedArrayBuffer): void {
  count = new Int32Array(shared);
}

export function someoneWaits(): boolean {
  return Atomics.load(count, 0) > 0;
}

/** Counts the caller as waiting; returns what ends it. */
export function beginWaiting(): () => void {
  Atomics.add(count, 0, 1);
  return () => void Atomics.sub(count, 0, 1);
}
