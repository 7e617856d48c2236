/** How a tie to whoever opened a door is written, by hand and by imports. */
export const INTRODUCTION_KINDS = [
  'introduced by',
  'introduced-by',
  'Introduced by',
  'introduced',
  'Introduced',
  'referred by',
  'referred-by',
] as const;

/** A tie as it is stored: `kind` says what `other` is to `person`. */
export interface StoredTie {
  readonly id: string;
  readonly kind: string;
  readonly personId: string;
  readonly otherId: string;
  readonly inverseId: string | null;
}

/** One tie between two people, said once. Of an introduction `from` was introduced by `to`. */
export interface DrawnTie {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly introduction: boolean;
}

/**
 * Ties that are stored from both sides, once each, in the order of their ids. An introduction is always told by whom it was
 * made; of one that was stored alike on both sides, the side written first is right.
 */
export function drawnTies(ties: readonly StoredTie[]): DrawnTie[] {
  return ties.flatMap(({ id, kind, personId, otherId, inverseId }) => {
    if (inverseId !== null && inverseId < id) return [];
    const word = kind.toLowerCase().replaceAll('-', ' ');
    if (word === 'introduced') return [{ from: otherId, to: personId, kind: 'introduced by', introduction: true }];
    const introduction = word === 'introduced by' || word === 'referred by';
    return [{ from: personId, to: otherId, kind: introduction ? 'introduced by' : word, introduction }];
  });
}
