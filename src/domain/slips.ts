import { fold } from './fold.ts';

/** How many slips of the finger a word of a name may have and still be found. Shorter words are too like each other. */
export function allowedSlips(word: string): number {
  const { length } = [...word];
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** Edits between two words, where a swap of neighbours counts once (Damerau 1964). */
export function distance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  let [before, previous]: [number[], number[]] = [[], Array.from({ length: to.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const cost = from[i - 1] === to[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [before, previous] = [previous, row];
  }
  return previous.at(-1) ?? 0;
}

/** The names in the order in which somebody who wrote `wanted` may have meant them; equally near ones keep theirs. */
export function nearestFirst(wanted: string, names: readonly string[]): string[] {
  const written = fold(wanted);
  const far = new Map(names.map((name) => [name, distance(written, fold(name))]));
  return [...names].sort((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0));
}
