import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCard } from '../../../tests/support/arbitrary-card.ts';
import type { Card, NameComponent } from './jscontact.ts';
import { displayName, givenName, initials, nameParts, sortKey, splitFullName } from './name.ts';

function aCard(fields: Partial<Card>): Card {
  return { '@type': 'Card', version: '1.0', uid: '', ...fields };
}

const parts = (...components: [NameComponent['kind'], string][]): Card =>
  aCard({ name: { components: components.map(([kind, value]) => ({ kind, value })) } });

describe('the name on screen', () => {
  it('is the full name, else its components, else whatever there is', () => {
    expect(displayName(aCard({ name: { full: ' Ada  Lovelace ' } }))).toBe('Ada Lovelace');
    expect(displayName(parts(['title', 'Dr.'], ['given', 'Ada'], ['surname', 'Lovelace'], ['credential', 'FRS']))).toBe(
      'Ada Lovelace',
    );
    expect(displayName(parts(['title', 'Mrs.'], ['surname', 'Smith']))).toBe('Mrs. Smith');
    expect(displayName(parts(['surname', '王'], ['given', '小明']))).toBe('王小明');
    expect(displayName(parts(['surname', '山田'], ['given', '太郎']))).toBe('山田太郎');
    expect(displayName(aCard({ nicknames: { k1: { name: 'Ady' } }, emails: { e1: { address: 'a@b.example' } } }))).toBe(
      'Ady',
    );
    expect(displayName(aCard({ organizations: { o1: { units: [{ name: 'Sales' }] } } }))).toBe('Sales');
    expect(
      displayName(aCard({ emails: { e1: { address: 'b@b.example' }, e2: { address: 'a@b.example', pref: 1 } } })),
    ).toBe('a@b.example');
    expect(displayName(aCard({ phones: { p1: { number: 'tel:+1-555' } } }))).toBe('+1-555');
    expect(displayName(aCard({}))).toBe('No name');
  });

  it('keeps the order and separators a card asks for', () => {
    const components = [
      { kind: 'surname', value: 'Nagy' },
      { kind: 'separator', value: ', ' },
      { kind: 'given', value: 'Éva' },
    ] as const;
    expect(displayName(aCard({ name: { components, isOrdered: true } }))).toBe('Nagy, Éva');
  });

  it('is never empty', () => {
    fc.assert(
      fc.property(arbitraryCard, (card) => {
        expect(displayName(card).trim()).not.toBe('');
        expect(initials(displayName(card))).not.toBe('');
      }),
    );
  });
});

describe('taking a full name apart', () => {
  it.each([
    ['Ada Lovelace', { given: 'Ada', surname: 'Lovelace' }],
    ['Ada', { given: 'Ada' }],
    ['Lovelace, Ada Augusta', { given: 'Ada', given2: 'Augusta', surname: 'Lovelace' }],
    [
      'Dr. Ada M. King Jr., PhD',
      { title: 'Dr.', given: 'Ada', given2: 'M.', surname: 'King', generation: 'Jr.', credential: 'PhD' },
    ],
    ['Ludwig van Beethoven', { given: 'Ludwig', surname: 'van Beethoven' }],
    ['Maria da Silva Santos', { given: 'Maria', surname: 'da Silva Santos' }],
    ['Mr. Smith', { title: 'Mr.', surname: 'Smith' }],
    ['Ольга Петровна Иванова', { given: 'Ольга', given2: 'Петровна', surname: 'Иванова' }],
    ['Иванова Ольга Петровна', { given: 'Ольга', given2: 'Петровна', surname: 'Иванова' }],
    ['王小明', { surname: '王', given: '小明' }],
    ['欧阳娜娜', { surname: '欧阳', given: '娜娜' }],
    ['山田 太郎', { surname: '山田', given: '太郎' }],
    ['김철수', { surname: '김', given: '철수' }],
    ['ada@example.org', {}],
    ['', {}],
  ])('reads %s', (full, expected) => {
    expect(splitFullName(full)).toEqual(expected);
  });

  it('trusts components where there are any', () => {
    expect(nameParts(aCard({ name: { full: 'X Y', components: [{ kind: 'given', value: 'Ada' }] } }))).toEqual({
      given: 'Ada',
    });
    expect(givenName(aCard({ name: { full: 'Ada Lovelace' } }))).toBe('Ada');
    expect(givenName(aCard({ kind: 'org', name: { full: 'Acme Works' } }))).toBeUndefined();
  });
});

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['Ada', 'A'],
    ['Dr. Ludwig van Beethoven Jr.', 'LB'],
    ['王小明', '王'],
    ['éva nagy', 'ÉN'],
    ['O’Brien', 'O'],
    ['🙂', '?'],
    ['', '?'],
  ])('of %s are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});

describe('the order of a list', () => {
  it('is by surname without particles, accents and case', () => {
    const names = [
      'Ludwig van Beethoven',
      'Ada Lovelace',
      'Dick Van Dyke',
      'Łukasz Żak',
      'Zoë Ångström',
      'Charles de Gaulle',
      'aaron lovelace',
    ];
    const sorted = names
      .map((full) => ({ full, key: sortKey(aCard({ name: { full } })) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(sorted.map(({ full }) => full)).toEqual([
      'Zoë Ångström',
      'Ludwig van Beethoven',
      'Charles de Gaulle',
      'aaron lovelace',
      'Ada Lovelace',
      'Dick Van Dyke',
      'Łukasz Żak',
    ]);
  });

  it('follows what the card says', () => {
    expect(sortKey(aCard({ name: { full: 'Ada Lovelace', sortAs: { surname: 'Byron' } } }))).toBe('byron ada');
    expect(sortKey(aCard({ organizations: { o1: { name: 'Zoo' } } }))).toBe('zoo');
  });
});
