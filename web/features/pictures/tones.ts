import type { Direction, Warmth } from '../../../src/domain/words.ts';

/** The one accent, and from it towards the neutrals: never a colour that alarms. */
export const BAND_TONES: Record<Warmth, string> = {
  fine: 'var(--leaf)',
  cooling: 'color-mix(in oklab, var(--leaf) 48%, var(--card))',
  'at-risk': 'color-mix(in oklab, var(--ink-faint) 58%, var(--card))',
  dormant: 'color-mix(in oklab, var(--ink-faint) 26%, var(--card))',
};

export const DIRECTION_TONES: Record<Direction, string> = {
  mutual: 'var(--leaf)',
  mine: 'color-mix(in oklab, var(--leaf) 48%, var(--card))',
  theirs: 'color-mix(in oklab, var(--ink-faint) 50%, var(--card))',
};

/** Of a circle among so many: the closest in the full accent, whoever is in none in a neutral. */
export function ringTone(ring: number, rings: number): string {
  if (ring >= rings) return 'color-mix(in oklab, var(--ink-faint) 62%, var(--paper))';
  const share = rings < 2 ? 100 : Math.round(100 - (58 * ring) / (rings - 1));
  return `color-mix(in oklab, var(--leaf) ${share}%, var(--paper))`;
}
