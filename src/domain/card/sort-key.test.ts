import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCard } from '../../../tests/support/arbitrary-card.ts';
import { collationOf } from '../collation.ts';
import type { Card } from './jscontact.ts';
import { sortKey } from './sort-key.ts';

function aCard(fields: Partial<Card>): Card {
  return { '@type': 'Card', version: '1.0', uid: '', ...fields };
}
const byName = (full: string): Card => aCard({ name: { full } });
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function inOrder(names: readonly string[], locale = 'en'): string[] {
  const keyed = names.map((full) => ({ full, key: sortKey(byName(full), collationOf(locale)) }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ full }) => full);
}

describe('the order of a list', () => {
  it('is by surname without particles, accents and case', () => {
    const names = [
      'Zoë Ångström',
      'Ludwig van Beethoven',
      'Charles de Gaulle',
      'aaron lovelace',
      'Ada Lovelace',
      'Omar al-Rashid',
      'Dick Van Dyke',
      'Łukasz Żak',
    ];
    expect(inOrder(names.toReversed())).toEqual(names);
  });

  it('puts a surname before longer ones that begin with it', () => {
    const names = ['Ada Berg', 'Zoe Berg', 'Ada Berg-Adams', 'Ada Berger'];
    expect(inOrder(names.toReversed())).toEqual(names);
  });

  it.each([
    ['nl', ['Jan van den Berg', 'Piet Van Dyke', 'Anna Vos']],
    ['nl-BE', ['Anna Berg', 'Jan van den Berg', 'Piet Van Dyke', 'Anna Vos']],
    ['en', ['Jan van den Berg', 'Piet Van Dyke', 'Anna Vos']],
    ['pt', ['Ana Costa', 'João da Silva']],
    ['es', ['Lucía García Márquez', 'Pedro Ibarra Abad']],
    ['en', ['Pedro Ibarra Abad', 'Lucía García Márquez']],
    ['is', ['Anna Zoëga', 'Anna Þórsdóttir', 'Björn Ármannsson']],
    ['hu', ['Nagy Éva', 'Szabó Anna']],
    ['sv', ['Anna Zetterlund', 'Nils Åberg', 'Nils Öberg']],
    ['de', ['Nils Oberg', 'Nils Öhm', 'Anna Zetter']],
  ])('in %s is %j', (locale, names) => {
    expect(inOrder(names.toReversed(), locale)).toEqual(names);
  });

  it('follows what the card says', () => {
    expect(sortKey(aCard({ name: { full: 'Ada Lovelace', sortAs: { surname: 'Byron' } } }))).toBe('byron\tada');
    expect(sortKey(aCard({ organizations: { o1: { name: 'Zoo' } } }))).toBe('zoo');
  });

  it('reads an East Asian name as the card spells it out', () => {
    const card = aCard({
      name: {
        components: [
          { kind: 'surname', value: '山田', phonetic: 'ヤマダ' },
          { kind: 'given', value: '太郎', phonetic: 'タロウ' },
        ],
      },
    });
    expect(sortKey(card, collationOf('ja'))).toBe(sortKey(byName('やまだ たろう'), collationOf('ja')));
  });

  it('is a text any database can index', () => {
    fc.assert(
      fc.property(arbitraryCard, fc.constantFrom('en', 'zh', 'ja', 'cs', 'ar'), (card, locale) => {
        const key = sortKey(card, collationOf(locale));
        expect(key.length).toBeLessThanOrEqual(200);
        expect(key.isWellFormed()).toBe(true);
        expect(key).not.toContain('\0');
      }),
      { numRuns: 60 },
    );
  });
});
