/** Rows of a file that became no person: the first by their places, the others counted, so that a report stays small. */

export interface SkippedRow {
  readonly where: string;
  readonly reason: string;
}

export interface SkippedRows {
  readonly skipped: readonly SkippedRow[];
  /** Of rows that are not listed: how many for each reason. Absent when all are listed. */
  readonly skippedMore?: readonly { readonly reason: string; readonly count: number }[] | undefined;
}

/** How many of an import are listed by place and reason, over all its files. */
export const MOST_LISTED = 1_000;
/** More reasons than this and they name each row: the others are counted together. */
const MOST_REASONS = 50;
/** More reasons than this are not told apart for a reader. */
const MOST_SAID = 10;
const OTHER_REASONS = 'for other reasons';
/** Where a row stands that only its reason is kept of. */
const UNLISTED = 'not listed';

/** A file's skipped rows with some more; `room` is how many may still be listed. */
export function withSkipped(
  { skipped, skippedMore = [] }: SkippedRows,
  rows: readonly SkippedRow[],
  room: number,
): { skipped: SkippedRow[]; skippedMore?: { reason: string; count: number }[] } {
  const fits = Math.max(0, room);
  const listed = [...skipped, ...rows.slice(0, fits)];
  const counts = new Map(skippedMore.map(({ reason, count }) => [reason, count]));
  for (const { reason } of rows.slice(fits)) {
    const name = counts.has(reason) || counts.size < MOST_REASONS ? reason : OTHER_REASONS;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const more = [...counts].map(([reason, count]) => ({ reason, count }));
  return { skipped: listed, ...(more.length === 0 ? {} : { skippedMore: more }) };
}

/** How many rows were skipped, listed or not. */
export function countSkipped({ skipped, skippedMore = [] }: SkippedRows): number {
  return skippedMore.reduce((sum, { count }) => sum + count, skipped.length);
}

/** Every skipped row, those that are not listed by their reason alone: as many as were skipped. */
export function everySkipped({ skipped, skippedMore = [] }: SkippedRows): SkippedRow[] {
  const more = skippedMore.flatMap(({ reason, count }) =>
    Array.from({ length: count }, () => ({ where: UNLISTED, reason })),
  );
  return [...skipped, ...more];
}

/**
 * The rows beside the first `shown` of the listed ones, to be said in words: how many for each reason, or without a reason
 * where they are like those shown.
 */
export function moreSkipped(
  { skipped, skippedMore = [] }: SkippedRows,
  shown: number,
): readonly { readonly count: number; readonly reason: string | null }[] {
  const counts = new Map<string, number>();
  for (const { reason } of skipped.slice(shown)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  for (const { reason, count } of skippedMore) counts.set(reason, (counts.get(reason) ?? 0) + count);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return [];
  const before = new Set(skipped.slice(0, shown).map(({ reason }) => reason));
  const isAlike = counts.size > MOST_SAID || [...counts.keys()].every((reason) => before.has(reason));
  return isAlike ? [{ count: total, reason: null }] : [...counts].map(([reason, count]) => ({ count, reason }));
}
