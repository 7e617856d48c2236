/** Something an act leaves behind: a value under a key, or nothing there (any more). */
export type Entry = readonly [key: string, value: string | undefined];

/**
 * What the owner was told is kept, by key: only what the product acknowledged comes in here, and all of it must be found
 * again, whatever happened since.
 */
export class Ledger {
  readonly #values = new Map<string, string>();
  /** Imports that must be found whole. */
  readonly #imports = new Map<string, readonly string[]>();
  acknowledged = 0;

  get values(): ReadonlyMap<string, string> {
    return this.#values;
  }

  get imports(): ReadonlyMap<string, readonly string[]> {
    return this.#imports;
  }

  write(entries: readonly Entry[]): void {
    this.acknowledged += 1;
    for (const [key, value] of entries) {
      if (value === undefined) this.#values.delete(key);
      else this.#values.set(key, value);
    }
  }

  /** The entries that would bring back what is there now under these keys. */
  before(entries: readonly Entry[]): Entry[] {
    return entries.map(([key]) => [key, this.#values.get(key)]);
  }

  noteImport(label: string, names: readonly string[]): void {
    this.#imports.set(label, names);
  }
}

/** A value that is there, whatever it is. */
export const ANYTHING = '*';

/** What is missing, other than it was acknowledged, or there though nobody was told so. One sentence each. */
export function differences(expected: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  for (const [key, value] of expected) {
    const there = found.get(key);
    if (there === undefined) problems.push(`LOST: ${key} was acknowledged as “${value}” and is not there.`);
    else if (value !== ANYTHING && there !== value)
      problems.push(`LOST: ${key} was acknowledged as “${value}” and is “${there}”.`);
  }
  for (const [key, value] of found)
    if (!expected.has(key)) problems.push(`EXTRA: ${key} is there as “${value}” and should not be.`);
  return problems;
}
