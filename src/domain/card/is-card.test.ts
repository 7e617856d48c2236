import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCard } from '../../../tests/support/arbitrary-card.ts';
import { isCard } from './is-card.ts';

const frame = { '@type': 'Card', version: '1.0', uid: '' };

describe('the shape of a card', () => {
  it('fits every card', () => {
    fc.assert(
      fc.property(arbitraryCard, (card) => {
        expect(isCard(card)).toBe(true);
        expect(isCard({ ...card, 'example.com:more': [1, { any: null }] })).toBe(true);
      }),
    );
  });

  it.each([
    null,
    'text',
    [],
    {},
    { ...frame, uid: 1 },
    { ...frame, name: 'Ada' },
    { ...frame, name: { components: [{ kind: 'given' }] } },
    { ...frame, emails: [{ address: 'a@b.example' }] },
    { ...frame, emails: { e1: { address: 5 } } },
    { ...frame, emails: { e1: null } },
    { ...frame, phones: { p1: { number: '1', features: { fax: 'yes' } } } },
    { ...frame, anniversaries: { d1: { kind: 'birth', date: '1990-01-01' } } },
    { ...frame, keywords: ['a'] },
    { ...frame, notes: { n1: { note: 'x', vCardParams: { a: { b: 1 } } } } },
    { ...frame, vCardProps: [['x', {}, 5]] },
    { ...frame, vCardProps: 'x' },
  ])('does not fit %j', (value) => {
    expect(isCard(value)).toBe(false);
  });

  it('does not fit whatever JSON there is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isCard(value)).toBe(false);
      }),
    );
  });
});
