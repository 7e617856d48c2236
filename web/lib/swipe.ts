/** What a finger that moves sideways over a card means. Distances in CSS pixels. */

/** Towards which end of a line the finger went: `end` is right where one reads from left to right. */
export type SwipeSide = 'start' | 'end';

/** How far a finger goes before it is known what it is about. */
const SLOP = 10;
/** How far a swipe has to go to count; a third of a narrow card is enough. */
const FAR = 112;
/** Along the edges of the window the browser's own gestures begin. */
export const EDGE = 20;

/** Sideways is a swipe; up or down, also slantwise, is scrolling and stays the browser's. */
export function intentOf(dx: number, dy: number): 'undecided' | 'swipe' | 'scroll' {
  if (Math.abs(dy) >= SLOP && Math.abs(dy) * 1.2 >= Math.abs(dx)) return 'scroll';
  return Math.abs(dx) >= SLOP ? 'swipe' : 'undecided';
}

/** Where a swipe stands: its side, and whether letting go now would act. Back over the threshold, it no longer would. */
export function placeOf(
  dx: number,
  { width, rtl }: { readonly width: number; readonly rtl: boolean },
): { readonly side: SwipeSide; readonly armed: boolean } {
  return { side: dx > 0 === rtl ? 'start' : 'end', armed: Math.abs(dx) >= Math.min(FAR, width / 3) };
}
