/**
 * Statements of a transaction that nobody waits for: they are done in the order in which they were asked for, and whatever is
 * asked for later is answered after them, so that the next can be worked out while the database is at them.
 */
export class Posted {
  #statements: Promise<unknown>[] = [];
  /** How many there were when `keepShort` was last called, and the time before that. */
  #marks: [number, number] = [0, 0];

  add(statement: Promise<unknown>): void {
    // Told by `done`, which the transaction ends with.
    statement.catch(() => undefined);
    this.#statements.push(statement);
  }

  /** To be called again and again on the way: waits for what was posted before the last two calls, for it takes memory. */
  async keepShort(): Promise<void> {
    const [before, last] = this.#marks;
    await Promise.all(this.#statements.slice(0, before));
    this.#statements = this.#statements.slice(before);
    this.#marks = [last - before, this.#statements.length];
  }

  /** @throws what the first that failed did */
  async done(): Promise<void> {
    await Promise.all(this.#statements);
    this.#statements = [];
    this.#marks = [0, 0];
  }

  /** Waits for all, and answers why the first failed that did. */
  async failure(): Promise<unknown> {
    const ends = await Promise.allSettled(this.#statements);
    return ends.find((end) => end.status === 'rejected')?.reason;
  }
}
