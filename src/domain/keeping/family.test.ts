import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FamilyTie, probableFamily } from './family.ts';
import { inverseTie } from './ties.ts';

/** Ties as they are stored: each with its inverse beside it. */
function both(...ties: (readonly [personId: string, kind: string, otherId: string])[]): FamilyTie[] {
  return ties.flatMap(([personId, kind, otherId]) => [
    { personId, kind, otherId },
    { personId: otherId, kind: inverseTie(kind), otherId: personId },
  ]);
}

const PEOPLE = ['ada', 'bo', 'cem', 'dora', 'eli', 'fay'] as const;
const KINDS = [
  'spouse',
  'wife',
  'partner',
  'parent',
  'mother',
  'child',
  'son',
  'sibling',
  'colleague',
  'friend',
] as const;

const someTies = fc
  .uniqueArray(
    fc
      .record({ a: fc.constantFrom(...PEOPLE), kind: fc.constantFrom(...KINDS), b: fc.constantFrom(...PEOPLE) })
      .filter(({ a, b }) => a !== b),
    { maxLength: 9, selector: ({ a, b }) => [a, b].sort().join(' ') },
  )
  .map((ties) => both(...ties.map(({ a, kind, b }) => [a, kind, b] as const)));

describe('family that follows from noted ties', () => {
  it.each([
    ['the child of my spouse', both(['ada', 'husband', 'bo'], ['bo', 'daughter', 'cem']), 'child', 'bo', 'daughter'],
    ['the spouse of my parent', both(['ada', 'mother', 'bo'], ['bo', 'partner', 'cem']), 'parent', 'bo', 'partner'],
    ['a child of my parent', both(['ada', 'parent', 'bo'], ['bo', 'son', 'cem']), 'sibling', 'bo', 'son'],
    ['a sister of my brother', both(['ada', 'brother', 'bo'], ['bo', 'sister', 'cem']), 'sibling', 'bo', 'sister'],
    ['a parent of my parent', both(['ada', 'parent', 'bo'], ['bo', 'parent', 'cem']), 'grandparent', 'bo', 'parent'],
    ['a sister of my father', both(['ada', 'father', 'bo'], ['bo', 'sister', 'cem']), 'aunt or uncle', 'bo', 'sister'],
  ])('takes %s for family', (_, ties, kind, viaId, viaKind) => {
    expect(probableFamily('ada', ties)).toEqual([{ otherId: 'cem', kind, viaId, viaKind }]);
  });

  it('concludes nothing from friends, and nothing of the other parent of a child', () => {
    expect(probableFamily('ada', both(['ada', 'friend', 'bo'], ['bo', 'child', 'cem']))).toEqual([]);
    expect(probableFamily('ada', both(['ada', 'child', 'bo'], ['bo', 'parent', 'cem']))).toEqual([]);
  });

  it('says nothing of someone who could be two things at once', () => {
    const ties = both(
      ['ada', 'spouse', 'bo'],
      ['bo', 'child', 'cem'],
      ['ada', 'parent', 'dora'],
      ['dora', 'child', 'cem'],
    );
    expect(probableFamily('ada', ties)).toEqual([]);
  });

  it('never names oneself, someone known already, or anyone twice', () => {
    fc.assert(
      fc.property(someTies, fc.constantFrom(...PEOPLE), (ties, me) => {
        const named = probableFamily(me, ties).map((tie) => tie.otherId);
        const known = ties.filter((tie) => tie.personId === me).map((tie) => tie.otherId);
        expect(new Set(named).size).toBe(named.length);
        for (const other of named) expect([me, ...known]).not.toContain(other);
      }),
    );
  });

  it('reads alike from both sides: whom I take for a child takes me for a parent', () => {
    fc.assert(
      fc.property(someTies, fc.constantFrom(...PEOPLE), (ties, me) => {
        for (const tie of probableFamily(me, ties))
          expect(probableFamily(tie.otherId, ties)).toContainEqual(
            expect.objectContaining({ otherId: me, kind: inverseTie(tie.kind) }),
          );
      }),
    );
  });

  it('is the same whatever order the ties were noted in', () => {
    fc.assert(
      fc.property(someTies, fc.constantFrom(...PEOPLE), (ties, me) => {
        const names = (given: readonly FamilyTie[]) =>
          probableFamily(me, given)
            .map((tie) => `${tie.otherId} ${tie.kind}`)
            .sort();
        expect(names(ties.toReversed())).toEqual(names(ties));
      }),
    );
  });
});
