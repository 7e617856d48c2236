import { AppError } from '../../domain/errors.ts';

/** A fixed number of seats, given first come first served. */
export class Turns {
  #free: number;
  readonly #what: string;
  readonly #waiting: Array<() => void> = [];

  constructor(seats: number, what: string) {
    this.#free = seats;
    this.#what = what;
  }

  /** @throws AppError `busy` when no seat comes free in time */
  async take(deadlineMs: number): Promise<void> {
    if (this.#free > 0) {
      this.#free--;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const seat = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(seat), 1);
        reject(new AppError('busy', `${this.#what} did not come free within ${deadlineMs / 1000} s; try again.`));
      }, deadlineMs);
      this.#waiting.push(seat);
    });
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free++;
    else next();
  }
}
