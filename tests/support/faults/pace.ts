import type { Random } from '../../../src/domain/demo/random.ts';

/**
 * When to strike: anywhere between the beginning of some work and its end. How long the work takes on this machine is learnt
 * from where the earlier strikes fell.
 */
export class Pace {
  readonly #random: Random;
  #longest: number;

  constructor(random: Random, longestMs: number) {
    this.#random = random;
    this.#longest = longestMs;
  }

  /** Milliseconds to wait. */
  draw(): number {
    return this.#random.next() * this.#longest;
  }

  /** `late`: the work was over; `early`: it had not begun. */
  tell(fell: 'early' | 'hit' | 'late'): void {
    if (fell === 'late') this.#longest *= 0.85;
    if (fell === 'early') this.#longest = Math.min(this.#longest * 1.4, 10_000);
  }
}
