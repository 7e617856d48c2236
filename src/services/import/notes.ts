/** More than a person would read. */
const MOST_NOTES = 2_000;

/** What is to be said about an import, as far as anyone would read it. */
export class Notes {
  readonly #notes: string[] = [];
  #left = 0;

  add(note: string): void {
    if (this.#notes.length < MOST_NOTES) this.#notes.push(note);
    else this.#left += 1;
  }

  get list(): readonly string[] {
    return this.#left === 0 ? this.#notes : [...this.#notes, `There are ${this.#left} more such notes.`];
  }
}
