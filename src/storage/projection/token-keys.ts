/**
 * By what a mistyped word is found. A word with one letter too many, too few, other or swapped shares with the right one
 * what is left when a letter is taken out of each: a few exact look-ups, however many names there are. Longer words may
 * have two slips, for which threes of letters are compared.
 */

/** Words shorter than this are looked up by their beginning alone. */
const SHORTEST = 3;
/** The longest word in which one slip is allowed, and one letter more. */
const LONGEST_BY_LETTER = 9;
/** The shortest that two slips may leave of a word of eight. */
const SHORTEST_BY_THREES = 6;
const LONGEST = 24;

/** The key under which a word with keys always stands. */
export function wholeKey(token: string): string {
  return `=${token}`;
}

/** The keys a word of a name is stored under. */
export function keysOfToken(token: string): string[] {
  const { length } = [...token];
  if (length < SHORTEST || length > LONGEST) return [];
  return [
    wholeKey(token),
    ...(length <= LONGEST_BY_LETTER ? shortened(token) : []),
    ...(length >= SHORTEST_BY_THREES ? threesOf(token) : []),
  ];
}

/** The keys of which a word one slip away has at least one. */
export function keysOneSlipAway(word: string): string[] {
  return [wholeKey(word), ...shortened(word)];
}

/** The word without each of its letters in turn, marked as a word that may be whole. */
function shortened(word: string): string[] {
  const letters = [...word];
  return [...new Set(letters.map((_, at) => wholeKey(letters.toSpliced(at, 1).join(''))))];
}

/** Overlapping threes of a word with its edges marked, so that first letters weigh. */
export function threesOf(word: string): string[] {
  const letters = [...`^${word}$`];
  const threes = new Set<string>();
  for (let i = 0; i + 3 <= letters.length; i++) threes.add(letters.slice(i, i + 3).join(''));
  return [...threes];
}
