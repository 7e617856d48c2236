import type { Size, View } from '../pictures/map-view.ts';
import { BORDERS, LAND } from './world.ts';
import { pointsOf, type Spot } from './world-view.ts';

/** Draws land, borders and cities on a canvas. */

export interface WorldTones {
  readonly land: string;
  readonly border: string;
  readonly ink: string;
  readonly halo: string;
  readonly dot: string;
}

interface Outlines {
  readonly land: Path2D;
  readonly borders: Path2D;
}

let drawn: Outlines | undefined;

function outlines(): Outlines {
  drawn ??= { land: pathOf(LAND, true), borders: pathOf(BORDERS, false) };
  return drawn;
}

function pathOf(lines: string, closed: boolean): Path2D {
  const path = new Path2D();
  for (const points of pointsOf(lines)) {
    for (const [at, { x, y }] of points.entries()) {
      if (at === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    if (closed) path.closePath();
  }
  return path;
}

const FONT = '500 12px "Inter Variable", system-ui, sans-serif';
const MOST_NAMES = 60;
const LINE = 16;

export function paintWorld(
  ctx: CanvasRenderingContext2D,
  spots: readonly Spot[],
  {
    view,
    chosen,
    tones,
    size,
    ratio,
  }: {
    readonly view: View;
    readonly chosen: string | undefined;
    readonly tones: WorldTones;
    readonly size: Size;
    readonly ratio: number;
  },
): void {
  const { land, borders } = outlines();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, size.width, size.height);
  ctx.save();
  ctx.transform(view.scale, 0, 0, view.scale, view.x, view.y);
  ctx.fillStyle = tones.land;
  ctx.fill(land, 'evenodd');
  ctx.strokeStyle = tones.border;
  ctx.lineWidth = 0.8 / view.scale;
  ctx.lineJoin = 'round';
  ctx.stroke(borders);
  ctx.restore();
  paintSpots(ctx, spots, { view, chosen, tones });
  paintNames(ctx, spots, { view, chosen, tones, size });
}

type Look = Pick<Parameters<typeof paintWorld>[2], 'view' | 'chosen' | 'tones'>;

function paintSpots(ctx: CanvasRenderingContext2D, spots: readonly Spot[], { view, chosen, tones }: Look): void {
  for (const spot of spots) {
    ctx.beginPath();
    ctx.arc(view.x + spot.x * view.scale, view.y + spot.y * view.scale, spot.r, 0, 2 * Math.PI);
    ctx.globalAlpha = spot.id === chosen ? 1 : 0.72;
    ctx.fillStyle = tones.dot;
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.strokeStyle = spot.id === chosen ? tones.ink : tones.halo;
    ctx.lineWidth = spot.id === chosen ? 2 : 1;
    ctx.stroke();
  }
}

/** Names beside the largest, as many as find room. */
function paintNames(
  ctx: CanvasRenderingContext2D,
  spots: readonly Spot[],
  { view, chosen, tones, size }: Look & { readonly size: Size },
): void {
  ctx.font = FONT;
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  const taken: { readonly x: number; readonly y: number; readonly to: number }[] = [];
  const first = spots.filter(({ id }) => id === chosen);
  let written = 0;
  for (const spot of [...first, ...spots]) {
    const name = spot.place.cities[0]?.city ?? '';
    const [x, y] = [view.x + spot.x * view.scale + spot.r + 5, view.y + spot.y * view.scale];
    if (written >= MOST_NAMES) return;
    if (x < 0 || y < 0 || y > size.height) continue;
    const to = x + ctx.measureText(name).width;
    if (to > size.width) continue;
    if (taken.some((other) => Math.abs(other.y - y) < LINE && other.x < to + 6 && x < other.to + 6)) continue;
    taken.push({ x, y, to });
    written += 1;
    ctx.strokeStyle = tones.halo;
    ctx.lineWidth = 3;
    ctx.strokeText(name, x, y);
    ctx.fillStyle = tones.ink;
    ctx.fillText(name, x, y);
  }
}
