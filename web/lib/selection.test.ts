import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  choose,
  chooseRange,
  countChosen,
  EVERYONE,
  isChosen,
  NOBODY,
  type Selection,
  toChoice,
  toggle,
} from './selection.ts';

const ORDER = ['a', 'b', 'c', 'd', 'e', 'f'];
const chosenOf = (selection: Selection) => ORDER.filter((id) => isChosen(selection, id)).join('');
const someIds = fc.uniqueArray(fc.constantFrom(...ORDER));
const selections = fc.record({ all: fc.boolean(), ids: someIds.map((ids): ReadonlySet<string> => new Set(ids)) });

describe('a selection', () => {
  test('holds whom one chose, and with all those one did not leave out', () => {
    expect(chosenOf(toggle(toggle(NOBODY, 'b'), 'd'))).toBe('bd');
    expect(chosenOf(toggle(toggle(EVERYONE, 'b'), 'd'))).toBe('acef');
    expect(countChosen(toggle(EVERYONE, 'b'), 5_000)).toBe(4_999);
    expect(countChosen(toggle(NOBODY, 'b'), 5_000)).toBe(1);
  });

  test('counts those it holds, and is as it was after two toggles', () => {
    fc.assert(
      fc.property(selections, fc.constantFrom(...ORDER), (selection, id) => {
        expect(countChosen(selection, ORDER.length)).toBe(chosenOf(selection).length);
        expect(isChosen(toggle(selection, id), id)).toBe(!isChosen(selection, id));
        expect(chosenOf(toggle(toggle(selection, id), id))).toBe(chosenOf(selection));
      }),
    );
  });

  test('holds all of a group once it is chosen, none once it is not, and the others as before', () => {
    fc.assert(
      fc.property(selections, someIds, fc.boolean(), (selection, some, chosen) => {
        const after = choose(selection, some, chosen);
        for (const id of ORDER) expect(isChosen(after, id)).toBe(some.includes(id) ? chosen : isChosen(selection, id));
      }),
    );
  });

  test('takes a range in both directions, and gives back what a shorter one leaves', () => {
    const anchor = { id: 'c', before: toggle(NOBODY, 'f') };
    expect(chosenOf(chooseRange(anchor, 'e', ORDER))).toBe('cdef');
    expect(chosenOf(chooseRange(anchor, 'd', ORDER))).toBe('cdf');
    expect(chosenOf(chooseRange(anchor, 'a', ORDER))).toBe('abcf');
    expect(chosenOf(chooseRange({ id: 'gone', before: NOBODY }, 'b', ORDER))).toBe('b');
  });

  test('is told to the server as people, or as the filter and those left out', () => {
    expect(toChoice(toggle(NOBODY, 'a'), { tag: 'tea' })).toEqual({ ids: ['a'] });
    expect(toChoice(toggle(EVERYONE, 'a'), { tag: 'tea' })).toEqual({ filter: { tag: 'tea' }, except: ['a'] });
  });
});
