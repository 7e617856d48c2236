import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptPerson } from '../../src/contract/shapes.ts';
import { foldTokens } from '../../src/domain/fold.ts';
import { hitsOf, holdsAll, wordsOf } from './search.ts';

const aPage = (fact: string, summary: string, notes = ''): KeptPerson =>
  ({
    id: 'a',
    name: 'Ada',
    facts: [{ id: 'f', text: fact }],
    touches: [{ id: 't', summary, notes }],
  }) as Partial<KeptPerson> as KeptPerson;

const found = (page: KeptPerson, typed: string) => hitsOf(page, foldTokens(typed)).map(({ kind }) => kind);

describe('words of a block', () => {
  it('are each written once', () => {
    expect(wordsOf([aPage('Keeps bees', 'bees'), aPage('keeps BEES', 'Bees, again')])).toBe('again bees keeps');
  });

  it('hold whatever is found in one of its pages', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('O’Brien’s ice-cream', 'Zoë 王小明', 'Straße'),
    );
    fc.assert(
      fc.property(text, text, text, fc.nat(8), fc.nat(8), (fact, summary, notes, from, length) => {
        const page = aPage(fact, summary, notes);
        const typed = foldTokens(`${fact} ${summary} ${notes}`.slice(from, from + length));
        if (hitsOf(page, typed).length > 0) expect(holdsAll(wordsOf([page]), typed)).toBe(true);
      }),
    );
  });
});

describe('what is found on a page', () => {
  it('holds all that is typed, wherever in a word, whether with accents or apostrophes or not', () => {
    const page = aPage('drinks with O’Brien', 'Café by the harbour', 'brought Zoë');
    expect(found(page, 'obri')).toEqual(['fact']);
    expect(found(page, "o'brien drinks")).toEqual(['fact']);
    expect(found(page, 'cafe zoe')).toEqual(['touch']);
    expect(found(page, 'cafe drinks')).toEqual([]);
  });
});
