import { AppError } from '../../domain/errors.ts';

const WINDOW_MS = 15 * 60_000;
/** What is remembered at most: an attacker with many addresses must not fill the memory. */
const MOST_KEYS = 10_000;

/** Counts tries per key in windows of a quarter of an hour. In memory: a restart forgives. */
export class Attempts {
  readonly #now: () => number;
  readonly #tries = new Map<string, { count: number; until: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Counts a try before it is made, so that many at once do not slip through.
   * @throws AppError `too-many-requests` with the seconds to wait in `details.retryAfter`
   */
  take(key: string, most: number): void {
    const now = this.#now();
    let entry = this.#tries.get(key);
    // A window that ends later than one that begins now is of a clock that was set back.
    if (!entry || entry.until <= now || entry.until > now + WINDOW_MS) {
      this.#makeRoom(now);
      entry = { count: 0, until: now + WINDOW_MS };
      this.#tries.set(key, entry);
    }
    if (entry.count >= most) {
      const retryAfter = Math.ceil((entry.until - now) / 1000);
      const minutes = Math.ceil(retryAfter / 60);
      throw new AppError(
        'too-many-requests',
        `Too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`,
        { details: { retryAfter } },
      );
    }
    entry.count += 1;
  }

  /** After a success nothing is held against who tried. */
  forgive(key: string): void {
    this.#tries.delete(key);
  }

  #makeRoom(now: number): void {
    if (this.#tries.size < MOST_KEYS) return;
    for (const [key, entry] of this.#tries) if (entry.until <= now) this.#tries.delete(key);
    // All still running: the oldest windows end first.
    for (const key of this.#tries.keys()) {
      if (this.#tries.size < MOST_KEYS) return;
      this.#tries.delete(key);
    }
  }
}
