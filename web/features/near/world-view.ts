import type { Place } from '../../../src/contract/shapes.ts';
import type { Dot } from '../../../src/domain/pictures/layout.ts';
import type { Size, View } from '../pictures/map-view.ts';

/** Where cities stand on a map of the world (Mercator, in tenths of a degree), and which part of it is seen. */

interface Point {
  readonly x: number;
  readonly y: number;
}

const TENTHS = 10;
/** Beyond it nobody lives, and the map would have no end. */
const NORTHMOST = 83;
const MOST_SCALE = 2;
const WHOLE = { west: -1800, east: 1800 };
const PADDING = 48;

export function project({ latitude, longitude }: { readonly latitude: number; readonly longitude: number }): Point {
  const north = (Math.min(Math.max(latitude, -NORTHMOST), NORTHMOST) * Math.PI) / 180;
  const y = (Math.log(Math.tan(Math.PI / 4 + north / 2)) * 180) / Math.PI;
  return { x: longitude * TENTHS, y: -y * TENTHS };
}

const TOP = project({ latitude: NORTHMOST, longitude: 0 }).y;
const BOTTOM = project({ latitude: -58, longitude: 0 }).y;

export interface Spot extends Dot {
  readonly place: Place;
}

/** A dot for each place, its area as the number of people; `r` is in pixels, the largest first. */
export function spotsOf(places: readonly Place[], { width }: Pick<Size, 'width'>): readonly Spot[] {
  const most = Math.max(1, ...places.map(({ people }) => people));
  const largest = Math.min(22, Math.max(12, width / 36));
  return places.map((place, at) => ({
    id: String(at),
    ...project(place),
    r: Math.max(3.5, largest * Math.sqrt(place.people / most)),
    place,
  }));
}

/** The whole world in the window. */
export function wholeWorld({ width, height }: Size): View {
  const scale = Math.max(0.02, Math.min(width / (WHOLE.east - WHOLE.west), height / (BOTTOM - TOP)));
  return { x: width / 2, y: height / 2 - ((TOP + BOTTOM) / 2) * scale, scale };
}

/** Every spot in the window, and never nearer than a part of a continent. */
export function aroundSpots(spots: readonly Dot[], size: Size): View {
  const least = wholeWorld(size);
  if (spots.length === 0) return least;
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [size.width - 2 * PADDING, size.height - 2 * PADDING];
  const scale = Math.min(width / Math.max(1, east - west), height / Math.max(1, south - north), MOST_SCALE);
  if (scale <= least.scale) return least;
  return { x: size.width / 2 - ((west + east) / 2) * scale, y: size.height / 2 - ((north + south) / 2) * scale, scale };
}

/** Moved, but not so far that the world is lost from sight. */
export function moved(view: View, by: Point, { width, height }: Size): View {
  const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
  return {
    x: within(view.x + by.x, width / 2 - WHOLE.east * view.scale, width / 2 - WHOLE.west * view.scale),
    y: within(view.y + by.y, height / 2 - BOTTOM * view.scale, height / 2 - TOP * view.scale),
    scale: view.scale,
  };
}

/** The spot under a point of the window, or nearest to it within reach. */
export function spotAt(
  spots: readonly Spot[],
  view: View,
  { x, y, reach }: { readonly x: number; readonly y: number; readonly reach: number },
): Spot | undefined {
  let [best, least]: [Spot | undefined, number] = [undefined, reach];
  for (const spot of spots) {
    const away = Math.hypot(view.x + spot.x * view.scale - x, view.y + spot.y * view.scale - y) - spot.r;
    // Of two under the pointer the smaller, which lies on top.
    if (away < least || (best !== undefined && away < 0 && spot.r < best.r)) [best, least] = [spot, away];
  }
  return best;
}

/** Lines of `world.ts` as points. */
export function* pointsOf(lines: string): Generator<readonly Point[]> {
  for (const line of lines.split(';')) {
    const ways = line.split(',').map(Number);
    let [longitude, latitude] = [0, 0];
    const points: Point[] = [];
    for (let at = 0; at + 1 < ways.length; at += 2) {
      longitude += (ways[at] ?? 0) / TENTHS;
      latitude += (ways[at + 1] ?? 0) / TENTHS;
      points.push(project({ latitude, longitude }));
    }
    yield points;
  }
}
