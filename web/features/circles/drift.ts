import type { PersonSummary } from '../../../src/contract/shapes.ts';

/** Going quiet by their own history, or only later than the rhythm asks. */
export type Drift = 'cooling' | 'late';

/** How someone drifts on this day; a tie that cools is said before a date that passed. */
export function driftOf(
  { warmth, nextTouch }: Pick<PersonSummary, 'warmth' | 'nextTouch'>,
  now: string,
): Drift | undefined {
  if (warmth !== null && warmth !== 'fine') return 'cooling';
  return nextTouch !== null && nextTouch < now ? 'late' : undefined;
}
