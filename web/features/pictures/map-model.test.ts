import { expect, test } from 'vitest';
import type { MapPage } from '../../../src/contract/shapes.ts';
import { doorsOf, litBy, toModel } from './map-model.ts';

const someone = (id: string, name: string, circle: string | null, organization: string | null = null) => ({
  id,
  name,
  circle,
  circles: circle === null ? [] : [circle],
  closeness: 0.3,
  organization,
});
const page = (given: Partial<MapPage>): MapPage => ({
  people: [],
  ties: [],
  circles: [],
  total: 4,
  next: null,
  ...given,
});

const model = toModel(
  [
    page({
      people: [someone('a', 'Ada Brandt', 'near', 'Delta Works'), someone('l', 'Łukasz Nowak', 'far')],
      ties: [
        { from: 'l', to: 'a', kind: 'introduced by', introduction: true },
        { from: 'a', to: 'gone', kind: 'colleague', introduction: false },
      ],
      circles: [
        { id: 'near', name: 'Near' },
        { id: 'empty', name: 'Empty' },
        { id: 'far', name: 'Far' },
      ],
    }),
    page({ people: [someone('z', 'Zed Ito', null)] }),
  ],
  'Other circles',
);

test('joins the pages: rings of the circles that are used, whoever is in none outside, ties of those who are drawn', () => {
  expect(model.rings).toEqual(['Near', 'Far']);
  expect(model.dotsOfRings.map((dots) => dots.map(({ id }) => id))).toEqual([['a'], ['l'], ['z']]);
  expect(model.ties.map(({ to }) => to)).toEqual(['a']);
  expect(doorsOf(model, 'a')).toEqual({ by: [], opened: ['Łukasz Nowak'] });
  expect(doorsOf(model, 'l')).toEqual({ by: ['Ada Brandt'], opened: [] });
});

test('finds by name and organisation, without accents, within a circle', () => {
  const found = (words: string, circle = '') => [...(litBy(model, { words, circle }) ?? ['everyone'])];
  expect(found('lukasz')).toEqual(['l']);
  expect(found('delta')).toEqual(['a']);
  expect(found('', 'far')).toEqual(['l']);
  expect(found('ada', 'far')).toEqual([]);
  expect(found(' ')).toEqual(['everyone']);
});

test('lets many circles share the last ring', () => {
  const circles = Array.from({ length: 9 }, (_, at) => ({ id: `c${at}`, name: `Circle ${at}` }));
  const many = toModel(
    [page({ circles, people: circles.map(({ id }) => someone(`p${id}`, `In ${id}`, id)) })],
    'Other circles',
  );
  expect(many.rings).toEqual(['Circle 0', 'Circle 1', 'Circle 2', 'Circle 3', 'Circle 4', 'Other circles']);
  expect(many.dotsOfRings.at(-1)).toHaveLength(4);
});
