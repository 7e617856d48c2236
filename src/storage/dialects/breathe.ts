import { setImmediate as nextTurn } from 'node:timers/promises';

/** Requests and timers wait no longer than this, and one statement, for a long piece of work. */
const LONGEST_TURN_MS = 8;

let began: number | undefined;

/**
 * Queries here are synchronous inside, and whoever awaits one after another lets nothing else run: neither timers nor
 * requests. Called before each, this ends a turn of the event loop that has lasted long enough.
 */
export function breathe(): Promise<void> | undefined {
  const now = performance.now();
  if (began === undefined) {
    began = now;
    setImmediate(() => {
      began = undefined;
    });
  }
  return now - began < LONGEST_TURN_MS ? undefined : nextTurn();
}
