import { randomFillSync } from 'node:crypto';

const DRAWN_AT_ONCE = 4_096;
let drawn = new Uint8Array(0);
let taken = 0;

/** Drawn from the system many at a time: an import asks for a hundred thousand ids, and each draw is a call of its own. */
export function systemRandom(length: number): Uint8Array {
  if (length > drawn.length - taken) {
    drawn = randomFillSync(new Uint8Array(Math.max(DRAWN_AT_ONCE, length)));
    taken = 0;
  }
  taken += length;
  return drawn.slice(taken - length, taken);
}
