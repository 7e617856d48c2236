import type { Dot } from '../../../src/domain/pictures/layout.ts';
import type { MapModel, MapTie } from './map-model.ts';
import type { Size, View } from './map-view.ts';

/** The colours of a map as the page has them now, light or dark: a canvas knows no variables. */
export interface Tones {
  /** By ring. */
  readonly rings: readonly string[];
  readonly line: string;
  readonly ink: string;
  readonly faint: string;
  readonly paper: string;
  readonly leaf: string;
}

export type TieChoice = 'all' | 'doors' | 'none';

export interface MapState {
  readonly view: View;
  readonly ties: TieChoice;
  /** Who fits what is looked for; all without it. */
  readonly lit: ReadonlySet<string> | undefined;
  /** Pointed at, or gone to by keyboard. */
  readonly chosen: string | undefined;
}

interface Words {
  readonly you: string;
  readonly noCircle: string;
}

const FONT = '"Inter Variable", system-ui, sans-serif';
const VOICE = '"Newsreader Variable", Georgia, serif';
const TURN = 2 * Math.PI;
const DIM = 0.14;
/** A name is written beside a dot of this size on screen, and always beside those of a small choice. */
const NAMED_RADIUS = 7;
const MOST_NAMED = 120;
const FEW = 40;
const LONGEST_SECTOR = 26;

/** Draws the whole map anew; everything of one colour in one path, so that thousands take a few milliseconds. */
export function paintMap(
  ctx: CanvasRenderingContext2D,
  model: MapModel,
  { state, tones, size, ratio, words }: { state: MapState; tones: Tones; size: Size; ratio: number; words: Words },
): void {
  const { view } = state;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, size.width, size.height);
  const focus = focusOf(model, state);
  paintRings(ctx, model, { view, tones, words, size });
  if (state.ties !== 'none') paintTies(ctx, model, { state, tones, size, focus });
  paintDots(ctx, model, { state, tones, size, focus });
  paintNames(ctx, model, { state, tones, size, focus });
}

/** Who stands out: the one that is chosen with those they are tied to, else who fits what is looked for. */
function focusOf(model: MapModel, { chosen, lit }: MapState): ReadonlySet<string> | undefined {
  if (chosen === undefined) return lit;
  const near = (model.tiesOf.get(chosen) ?? []).flatMap(({ from, to }) => [from, to]);
  return new Set([chosen, ...near]);
}

function paintRings(
  ctx: CanvasRenderingContext2D,
  { layout, rings }: MapModel,
  { view, tones, words, size }: { view: View; tones: Tones; words: Words; size: Size },
): void {
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const { ring, inner, outer } of layout.rings) {
    ctx.beginPath();
    ctx.arc(view.x, view.y, (outer + 12) * view.scale, 0, TURN);
    ctx.strokeStyle = tones.line;
    ctx.lineWidth = 1;
    ctx.stroke();
    const name = rings[ring] ?? words.noCircle;
    const y = view.y - (outer + 12) * view.scale;
    if ((outer - inner + 20) * view.scale < 13) continue;
    ctx.font = `500 11px ${FONT}`;
    const width = ctx.measureText(name).width + 10;
    ctx.fillStyle = tones.paper;
    ctx.fillRect(view.x - width / 2, y - 8, width, 16);
    ctx.fillStyle = tones.faint;
    ctx.fillText(name, view.x, y);
  }
  ctx.fillStyle = tones.ink;
  ctx.font = `500 italic ${Math.max(12, Math.min(20, 16 * view.scale))}px ${VOICE}`;
  ctx.fillText(words.you, view.x, view.y);
  ctx.font = `500 11px ${FONT}`;
  ctx.fillStyle = tones.faint;
  const rim = (layout.radius + 22) * view.scale + 8;
  let last: { x: number; y: number } | undefined;
  for (const { name, angle } of [...layout.sectors].sort((a, b) => a.angle - b.angle)) {
    const [x, y] = [view.x + rim * Math.cos(angle), view.y + rim * Math.sin(angle)];
    // Too near the last one, or beyond the edge: what cannot be read is left out.
    if (last !== undefined && Math.abs(y - last.y) < 15 && Math.abs(x - last.x) < 110) continue;
    const text = name.length > LONGEST_SECTOR ? `${name.slice(0, LONGEST_SECTOR - 1)}…` : name;
    const align = Math.cos(angle) > 0.3 ? 1 : Math.cos(angle) < -0.3 ? -1 : 0;
    const end = x + align * ctx.measureText(text).width;
    if (end < 4 || end > size.width - 4) continue;
    last = { x, y };
    ctx.textAlign = align > 0 ? 'left' : align < 0 ? 'right' : 'center';
    ctx.fillText(text, x, y);
  }
}

/** So many lines are drawn in full strength; of more each is fainter. */
const FULL_STRENGTH = 100;

function paintTies(ctx: CanvasRenderingContext2D, model: MapModel, { state, tones, size, focus }: Focused): void {
  const { chosen } = state;
  const isLit = ({ from, to }: MapTie): boolean =>
    chosen === undefined ? focus === undefined || focus.has(from) || focus.has(to) : from === chosen || to === chosen;
  const curves = model.ties.flatMap((tie) => {
    if (state.ties === 'doors' && !tie.introduction) return [];
    const curve = curveOf(tie, { model, view: state.view, size });
    return curve === undefined ? [] : [{ ...curve, introduction: tie.introduction, lit: isLit(tie) }];
  });
  for (const lit of [false, true])
    for (const introduction of [false, true]) {
      const these = curves.filter((curve) => curve.lit === lit && curve.introduction === introduction);
      if (these.length === 0) continue;
      const full = !lit ? 0.1 : chosen !== undefined ? 0.9 : introduction ? 0.55 : 0.32;
      ctx.beginPath();
      for (const { from, bend, to } of these) {
        ctx.moveTo(from.x, from.y);
        ctx.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
      }
      ctx.globalAlpha = full * Math.min(1, Math.sqrt(FULL_STRENGTH / these.length));
      ctx.strokeStyle = introduction ? tones.leaf : tones.faint;
      ctx.lineWidth = lit && chosen !== undefined ? 1.5 : 1;
      ctx.stroke();
    }
  ctx.globalAlpha = 1;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far a line is bent towards the middle, as twigs are: a share of the way between its ends. */
const BEND = 0.36;

/** A tie as it runs in the window; undefined when it runs past it. */
function curveOf(
  { from, to }: MapTie,
  { model, view, size }: { model: MapModel; view: View; size: Size },
): { from: Point; bend: Point; to: Point } | undefined {
  const [a, b] = [model.dotOf.get(from), model.dotOf.get(to)];
  if (a === undefined || b === undefined) return undefined;
  const at = (x: number, y: number): Point => ({ x: view.x + x * view.scale, y: view.y + y * view.scale });
  const curve = { from: at(a.x, a.y), bend: at((a.x + b.x) * BEND, (a.y + b.y) * BEND), to: at(b.x, b.y) };
  const points = [curve.from, curve.bend, curve.to];
  const isBeside =
    points.every(({ x }) => x < 0) ||
    points.every(({ y }) => y < 0) ||
    points.every(({ x }) => x > size.width) ||
    points.every(({ y }) => y > size.height);
  return isBeside ? undefined : curve;
}

interface Focused {
  readonly state: MapState;
  readonly tones: Tones;
  readonly size: Size;
  readonly focus: ReadonlySet<string> | undefined;
}

function paintDots(ctx: CanvasRenderingContext2D, model: MapModel, { state, tones, size, focus }: Focused): void {
  const { view, chosen } = state;
  for (const [ring, dots] of model.dotsOfRings.entries())
    for (const lit of focus === undefined ? [true] : [false, true]) {
      ctx.beginPath();
      for (const dot of dots) if ((focus?.has(dot.id) ?? true) === lit) addDot(ctx, dot, { view, size, more: 0 });
      ctx.globalAlpha = lit ? 1 : DIM;
      ctx.fillStyle = tones.rings[ring] ?? tones.faint;
      ctx.fill();
    }
  // Who opened doors wears a ring.
  if (state.ties !== 'none') {
    ctx.beginPath();
    for (const dot of model.openers) if (focus?.has(dot.id) ?? true) addDot(ctx, dot, { view, size, more: 2.5 });
    ctx.globalAlpha = 0.55;
    ctx.strokeStyle = tones.leaf;
    ctx.lineWidth = 1.2;
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  const dot = model.dotOf.get(chosen ?? '');
  if (dot === undefined) return;
  ctx.beginPath();
  addDot(ctx, dot, { view, size, more: 4.5 });
  ctx.strokeStyle = tones.ink;
  ctx.lineWidth = 2;
  ctx.stroke();
}

function addDot(
  ctx: CanvasRenderingContext2D,
  dot: Dot,
  { view, size, more }: { view: View; size: Size; more: number },
): void {
  const [x, y] = [view.x + dot.x * view.scale, view.y + dot.y * view.scale];
  const r = Math.max(1.6, dot.r * view.scale) + more;
  if (x < -r || y < -r || x > size.width + r || y > size.height + r) return;
  ctx.moveTo(x + r, y);
  ctx.arc(x, y, r, 0, TURN);
}

/** Where a name stands: beside its dot, on one side. */
interface Box {
  readonly side: number;
  readonly edge: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

function paintNames(ctx: CanvasRenderingContext2D, model: MapModel, { state, tones, size, focus }: Focused): void {
  const { view, chosen } = state;
  ctx.font = `500 11.5px ${FONT}`;
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.strokeStyle = tones.paper;
  ctx.fillStyle = tones.ink;
  ctx.lineWidth = 3;
  const taken: Box[] = [];
  const isFew = focus !== undefined && focus.size <= FEW;
  // The chosen one first, then the closest: people come in that order.
  const first = model.byId.get(chosen ?? '');
  for (const { id, name } of first === undefined ? model.people : [first, ...model.people]) {
    if (id === chosen && taken.length > 0) continue;
    const dot = model.dotOf.get(id);
    if (dot === undefined || taken.length >= MOST_NAMED) continue;
    if (focus !== undefined && !focus.has(id)) continue;
    if (!isFew && id !== chosen && dot.r * view.scale < NAMED_RADIUS) continue;
    const [x, y] = [view.x + dot.x * view.scale, view.y + dot.y * view.scale];
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
    const width = ctx.measureText(name).width;
    const boxAt = (side: number): Box => {
      const edge = x + side * (Math.max(1.6, dot.r * view.scale) + 6);
      return { side, edge, y, left: side > 0 ? edge : edge - width, right: side > 0 ? edge + width : edge };
    };
    const fits = ({ left, right }: Box): boolean => left > 2 && right < size.width - 2;
    const isFree = (box: Box): boolean =>
      fits(box) &&
      !taken.some((other) => Math.abs(other.y - y) < 14 && box.left < other.right + 4 && box.right > other.left - 4);
    // Outwards where there is room, else inwards, else not at all; whoever is chosen comes first, and is always named.
    const outwards = dot.x >= 0 ? 1 : -1;
    const sides = [boxAt(outwards), boxAt(-outwards)];
    const free = sides.find(isFree) ?? (id === chosen ? sides[0] : undefined);
    if (free === undefined) continue;
    taken.push(free);
    const { side, edge } = free;
    ctx.textAlign = side > 0 ? 'left' : 'right';
    ctx.strokeText(name, edge, y);
    ctx.fillText(name, edge, y);
  }
}
