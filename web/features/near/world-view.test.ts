import { expect, test } from 'vitest';
import type { Place } from '../../../src/contract/shapes.ts';
import { aroundSpots, moved, pointsOf, project, spotAt, spotsOf, wholeWorld } from './world-view.ts';

const SIZE = { width: 800, height: 500 };
const place = (city: string, latitude: number, longitude: number, people = 1): Place => ({
  latitude,
  longitude,
  people,
  cities: [{ city, country: null, people }],
});
const lisbon = place('Lisbon', 38.72, -9.13, 40);
const berlin = place('Berlin', 52.52, 13.41, 10);
const sydney = place('Sydney', -33.87, 151.21);

const onScreen = (dot: { x: number; y: number }, view: { x: number; y: number; scale: number }) => ({
  x: view.x + dot.x * view.scale,
  y: view.y + dot.y * view.scale,
});

test('has north above south, and east to the right of west', () => {
  expect(project(berlin).y).toBeLessThan(project(lisbon).y);
  expect(project(berlin).x).toBeGreaterThan(project(lisbon).x);
  expect(Number.isFinite(project({ latitude: 90, longitude: 0 }).y)).toBe(true);
});

test('begins with everyone in sight, and with no less than a part of a continent', () => {
  const all = spotsOf([lisbon, berlin, sydney], SIZE);
  for (const spot of all) {
    const { x, y } = onScreen(spot, aroundSpots(all, SIZE));
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(SIZE.width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(SIZE.height);
  }
  expect(aroundSpots(spotsOf([lisbon], SIZE), SIZE).scale).toBeLessThanOrEqual(2);
  expect(aroundSpots([], SIZE)).toEqual(wholeWorld(SIZE));
});

test('gives four times the people twice the radius', () => {
  const [large, small] = spotsOf([lisbon, berlin], SIZE);
  expect((large?.r ?? 0) / (small?.r ?? 1)).toBeCloseTo(2);
});

test('finds the smaller of two that lie on each other', () => {
  const near = place('Almada', 38.73, -9.13, 1);
  const spots = spotsOf([lisbon, near], SIZE);
  const view = aroundSpots(spots, SIZE);
  const at = onScreen(project(near), view);
  expect(spotAt(spots, view, { ...at, reach: 8 })?.place.cities[0]?.city).toBe('Almada');
  expect(spotAt(spots, view, { x: at.x + 200, y: at.y, reach: 8 })).toBeUndefined();
});

test('never loses the world from sight', () => {
  const view = moved(wholeWorld(SIZE), { x: 1e6, y: -1e6 }, SIZE);
  expect(onScreen({ x: -1800, y: 0 }, view).x).toBeCloseTo(SIZE.width / 2);
  expect(Number.isFinite(view.y)).toBe(true);
});

test('reads lines as ways from point to point', () => {
  const [first, second] = [...pointsOf('0,0,10,0;-100,50,0,-50')];
  expect(first?.map(({ x }) => x)).toEqual([0, 10]);
  expect(second?.map(({ x }) => x)).toEqual([-100, -100]);
  expect(second?.[1]?.y).toBeCloseTo(0);
});
