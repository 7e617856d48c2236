import type { Dot } from '../../../src/domain/pictures/layout.ts';

/** Which part of the map is seen: a point of it stands at `x + scale * point`. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room around the outermost ring for what is written there, where there is room at all. */
const MARGIN = 40;
const NARROW = 480;
const NARROW_MARGIN = 22;
const MOST_ZOOM = 8;

/** Everyone in the window. */
export function fitted({ width, height }: Size, radius: number): View {
  const scale = Math.min(
    2.2,
    Math.max(0.05, (Math.min(width, height) / 2 - (width < NARROW ? NARROW_MARGIN : MARGIN)) / radius),
  );
  return { x: width / 2, y: height / 2, scale };
}

/** Nearer or further by a factor, the point under `at` staying where it is; never further than everyone. */
export function zoomed(view: View, factor: number, { at, least }: { at: { x: number; y: number }; least: View }): View {
  const scale = Math.min(Math.max(view.scale * factor, least.scale), Math.max(MOST_ZOOM, least.scale));
  if (scale === least.scale) return least;
  const by = scale / view.scale;
  return { x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by, scale };
}

/** The same view with a dot in the middle of the window. */
export function centredOn(dot: Dot, { width, height }: Size, scale: number): View {
  return { x: width / 2 - dot.x * scale, y: height / 2 - dot.y * scale, scale };
}

/** Whether a dot is in the window. */
export function isInside(dot: Dot, view: View, { width, height }: Size): boolean {
  const [x, y] = [view.x + dot.x * view.scale, view.y + dot.y * view.scale];
  return x >= 0 && y >= 0 && x <= width && y <= height;
}

/** The dot nearest to a point of the window, if any is within reach. */
export function dotAt(
  dots: readonly Dot[],
  view: View,
  { x, y, reach }: { readonly x: number; readonly y: number; readonly reach: number },
): Dot | undefined {
  let best: Dot | undefined;
  let least = reach;
  for (const dot of dots) {
    const away = Math.hypot(view.x + dot.x * view.scale - x, view.y + dot.y * view.scale - y) - dot.r * view.scale;
    if (away < least) {
      least = away;
      best = dot;
    }
  }
  return best;
}

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The next dot in the direction of an arrow key: near, and not too far aside; undefined when the key is no arrow or none is there. */
export function dotBeside(dots: readonly Dot[], from: Dot, key: string): Dot | undefined {
  const direction = DIRECTIONS[key];
  if (direction === undefined) return undefined;
  let best: Dot | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const dot of dots) {
    const [dx, dy] = [dot.x - from.x, dot.y - from.y];
    const along = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    if (along <= 0.01 || aside > along * 1.2) continue;
    const cost = along + 2 * aside;
    if (cost < least) {
      least = cost;
      best = dot;
    }
  }
  return best;
}
