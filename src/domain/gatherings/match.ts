import { fold, foldTokens } from '../fold.ts';
import type { NameRow } from './name-rows.ts';

/** Whether a name of a list is somebody one knows. */

export interface KnownName {
  readonly id: string;
  readonly name: string;
  readonly organisation: string | null;
  /** All words of their names, folded. */
  readonly words: readonly string[];
}

export type Match =
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'doubtful'; readonly candidates: readonly KnownName[] }
  | { readonly kind: 'unknown' };

const MOST_CANDIDATES = 6;

/**
 * The one who bears the whole name, or, of several, who works where the list says. A part of a name, and a namesake who works
 * elsewhere, are questions: a list says little of who is meant.
 * @param known everyone who bears a word of the name, the closest first
 */
export function matchAttendee(row: NameRow, known: readonly KnownName[]): Match {
  const same = known.filter(({ name }) => fold(name) === fold(row.name));
  const there = same.filter((person) => worksAt(person, row));
  if (there.length === 1 && there[0] !== undefined) return { kind: 'known', id: there[0].id };
  const [only] = same;
  if (same.length === 1 && only !== undefined && (row.organisation === undefined || only.organisation === null))
    return { kind: 'known', id: only.id };
  if (same.length > 0) return doubtful(same);
  const wanted = foldTokens(row.name);
  return doubtful(known.filter(({ words }) => isPartOf(wanted, words)));
}

/**
 * Whom one means with a name typed at a gathering: those on its list before everyone else, whole names before parts of one.
 * @param there who is on the list and known
 * @param known everyone who bears a word of the name, the closest first
 */
export function matchMet(name: string, there: readonly KnownName[], known: readonly KnownName[]): Match {
  for (const people of [there, known]) {
    const same = people.filter((person) => fold(person.name) === fold(name));
    if (same.length > 1) return doubtful(same);
    if (same[0] !== undefined) return { kind: 'known', id: same[0].id };
    const wanted = foldTokens(name);
    const called = people.filter(({ words }) => wanted.length > 0 && wanted.every((word) => words.includes(word)));
    if (called.length > 1) return doubtful(called);
    if (called[0] !== undefined) return { kind: 'known', id: called[0].id };
  }
  return { kind: 'unknown' };
}

function doubtful(candidates: readonly KnownName[]): Match {
  return candidates.length === 0
    ? { kind: 'unknown' }
    : { kind: 'doubtful', candidates: candidates.slice(0, MOST_CANDIDATES) };
}

function worksAt({ organisation }: KnownName, row: NameRow): boolean {
  const [mine, theirs] = [fold(organisation ?? ''), fold(row.organisation ?? '')];
  return mine !== '' && theirs !== '' && (mine === theirs || mine.startsWith(theirs) || theirs.startsWith(mine));
}

/** "Ada" may be Ada Lovelace, and "A. Lovelace" or "Ada M. Lovelace" as well; "Ada Byron" is not. */
function isPartOf(wanted: readonly string[], words: readonly string[]): boolean {
  const fits = wanted.filter((word) =>
    words.some((each) => each === word || (word.length === 1 && each.startsWith(word))),
  );
  const whole = fits.filter((word) => word.length > 1);
  if (whole.length === 0) return false;
  return fits.length === wanted.length || (whole.length >= 2 && words.every((word) => wanted.includes(word)));
}
