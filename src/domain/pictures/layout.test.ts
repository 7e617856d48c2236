import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut, type Placed } from './layout.ts';

const aNetwork = fc
  .record({
    people: fc.array(
      fc.record({
        ring: fc.nat(4),
        closeness: fc.constantFrom(0.1, 0.2, 0.3, 0.55, 0.75, 1),
        organization: fc.constantFrom(null, 'Delta Works', 'Quay Bakery', 'Harbour School'),
      }),
      { maxLength: 120 },
    ),
    ties: fc.array(fc.tuple(fc.nat(119), fc.nat(119)), { maxLength: 60 }),
    seed: fc.nat(),
  })
  .map(({ people, ties, seed }) => ({
    people: people.map((person, at): Placed => ({ ...person, id: `p${String(at).padStart(3, '0')}` })),
    ties: ties.map(([a, b]) => ({ from: `p${String(a).padStart(3, '0')}`, to: `p${String(b).padStart(3, '0')}` })),
    seed,
  }));

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const keyed = items.map((item, at) => ({ item, key: Math.sin((at + 1) * (seed + 1)) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

describe('the layout of the map', () => {
  test('is the same for the same network in any order', () => {
    fc.assert(
      fc.property(aNetwork, ({ people, ties, seed }) => {
        const one = layOut(people, ties);
        const other = layOut(shuffled(people, seed), shuffled(ties, seed));
        expect(Object.fromEntries(other.dots.map((dot) => [dot.id, dot]))).toEqual(
          Object.fromEntries(one.dots.map((dot) => [dot.id, dot])),
        );
        expect([other.rings, other.sectors]).toEqual([one.rings, one.sectors]);
      }),
    );
  });

  test('gives everyone a place of their own in their ring, the closer rings inside', () => {
    fc.assert(
      fc.property(aNetwork, ({ people, ties }) => {
        const { dots, rings, radius } = layOut(people, ties);
        expect(dots.map(({ id }) => id)).toEqual(people.map(({ id }) => id));
        const ringOf = new Map(people.map(({ id, ring }) => [id, ring]));
        for (const [at, dot] of dots.entries()) {
          const ring = rings.find((each) => each.ring === ringOf.get(dot.id));
          const away = Math.hypot(dot.x, dot.y);
          expect(away - dot.r).toBeGreaterThanOrEqual((ring?.inner ?? 0) - 1e-6);
          expect(away + dot.r).toBeLessThanOrEqual(Math.min(ring?.outer ?? 0, radius) + 1e-6);
          for (const other of dots.slice(at + 1))
            expect(Math.hypot(dot.x - other.x, dot.y - other.y)).toBeGreaterThan(dot.r + other.r);
        }
        for (const [at, { inner }] of rings.slice(1).entries()) expect(inner).toBeGreaterThan(rings[at]?.outer ?? 0);
      }),
      { numRuns: 40 },
    );
  });

  test('names the sides on which large organisations stand, as they are written', () => {
    const people = Array.from(
      { length: 9 },
      (_, at): Placed => ({
        id: `p${at}`,
        ring: at % 2,
        closeness: 0.3,
        organization: at < 5 ? 'Delta Works' : at < 7 ? 'Quay Bakery' : null,
      }),
    );
    expect(layOut(people, []).sectors.map(({ name, people: many }) => [name, many])).toEqual([['Delta Works', 5]]);
  });

  test('places nobody when there is nobody', () => {
    expect(layOut([], [])).toMatchObject({ dots: [], rings: [], sectors: [] });
  });
});
