/**
 * Whether writers of this process wait because another of its threads writes: whoever writes for long lets them in between.
 * Each thread counts its own, where the thread that started it and those it starts can read it.
 */

/** What a thread is given by the one that starts it, for `joinWaiting`. */
export interface WaitingCells {
  readonly own: SharedArrayBuffer;
  readonly starter: SharedArrayBuffer;
}

const newCell = () => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

let own = newCell();
/** Those of the threads that this one lets in. */
const others = new Set<Int32Array>();

/** For a thread about to be started; `forget` when it has ended, for one that died while it waited counts no more. */
export function cellsForThread(): { cells: WaitingCells; forget: () => void } {
  const cell = newCell();
  others.add(cell);
  const cells = { own: cell.buffer as SharedArrayBuffer, starter: own.buffer as SharedArrayBuffer };
  return { cells, forget: () => void others.delete(cell) };
}

/** Called in a new thread before it opens anything. */
export function joinWaiting(cells: WaitingCells): void {
  own = new Int32Array(cells.own);
  others.add(new Int32Array(cells.starter));
}

export function someoneWaits(): boolean {
  return [own, ...others].some((cell) => Atomics.load(cell, 0) > 0);
}

/** Counts the caller as waiting; returns what ends it. */
export function beginWaiting(): () => void {
  const cell = own;
  Atomics.add(cell, 0, 1);
  return () => void Atomics.sub(cell, 0, 1);
}
