import { expect, test } from 'vitest';
import type { Dot } from '../../../src/domain/pictures/layout.ts';
import { centredOn, dotAt, dotBeside, fitted, isInside, zoomed } from './map-view.ts';

const SIZE = { width: 800, height: 600 };
const dot = (id: string, x: number, y: number): Dot => ({ id, x, y, r: 4 });

test('shows everyone, and never less than that', () => {
  const all = fitted(SIZE, 500);
  expect(500 * all.scale).toBeLessThan(300);
  expect(zoomed(all, 0.5, { at: { x: 0, y: 0 }, least: all })).toBe(all);
});

test('keeps the point under the pointer where it is, and comes back to everyone', () => {
  const least = fitted(SIZE, 500);
  const at = { x: 200, y: 150 };
  const near = zoomed(least, 2, { at, least });
  const under = (view: typeof near) => [(at.x - view.x) / view.scale, (at.y - view.y) / view.scale];
  expect(under(near)[0]).toBeCloseTo(under(least)[0] ?? 0);
  expect(under(near)[1]).toBeCloseTo(under(least)[1] ?? 0);
  expect(zoomed(near, 0.1, { at, least })).toBe(least);
});

test('finds the nearest dot within reach', () => {
  const dots = [dot('a', 0, 0), dot('b', 20, 0)];
  const view = { x: 100, y: 100, scale: 1 };
  expect(dotAt(dots, view, { x: 113, y: 100, reach: 10 })?.id).toBe('b');
  expect(dotAt(dots, view, { x: 160, y: 100, reach: 10 })).toBeUndefined();
});

test('goes with the arrow keys to whoever stands there', () => {
  const [middle, right, far, above] = [dot('m', 0, 0), dot('r', 30, 8), dot('f', 90, 0), dot('a', 2, -40)];
  const dots = [middle, far, right, above];
  expect(dotBeside(dots, middle, 'ArrowRight')?.id).toBe('r');
  expect(dotBeside(dots, middle, 'ArrowUp')?.id).toBe('a');
  expect(dotBeside(dots, middle, 'ArrowLeft')).toBeUndefined();
  expect(dotBeside(dots, middle, 'x')).toBeUndefined();
});

test('brings a dot that is out of sight into the middle', () => {
  const away = dot('a', 400, 0);
  const near = { x: 400, y: 300, scale: 4 };
  expect(isInside(away, near, SIZE)).toBe(false);
  expect(centredOn(away, SIZE, 4)).toEqual({ x: -1200, y: 300, scale: 4 });
  expect(isInside(away, centredOn(away, SIZE, 4), SIZE)).toBe(true);
});
