import { describe, expect, it } from 'vitest';
import { type PairEvidence, scoreDouble, traitsOf } from './doubles.ts';
import type { Card } from './jscontact.ts';
import { nameFromText } from './new-card.ts';

const named = (name: string, more: Partial<Card> = {}): Card => ({
  '@type': 'Card',
  version: '1.0',
  uid: name,
  name: nameFromText(name),
  ...more,
});
const evidence = (shared: string[] = [], nameIsRare = false): PairEvidence => ({ shared: new Set(shared), nameIsRare });
const at = (organization: string): Partial<Card> => ({ organizations: { o1: { name: organization } } });
const born = (month: number, day: number): Partial<Card> => ({
  anniversaries: { b: { kind: 'birth', date: { month, day } } },
});

const score = (a: Card, b: Card, by: PairEvidence) => scoreDouble(traitsOf(a), traitsOf(b), by);

describe('scoreDouble', () => {
  it('is certain of the same name and the same address', () => {
    expect(score(named('Ada Lovelace'), named('Ada Lovelace'), evidence(['email']))).toMatchObject({
      band: 'certain',
    });
  });

  it('finds a name and one agreeing field likely', () => {
    const found = score(
      named('Ada Lovelace', at('Analytical Engines Ltd.')),
      named('ada lovelace', at('Analytical Engines')),
      evidence([], true),
    );
    expect(found?.band).toBe('likely');
    expect(found?.reasons).toContain('the same organisation');
  });

  it('finds a rare name alone possible, and a common one not worth a question', () => {
    expect(score(named('Ada Lovelace'), named('Ada Lovelace'), evidence([], true))).toMatchObject({
      band: 'possible',
    });
    expect(score(named('Ada Lovelace'), named('Ada Lovelace'), evidence())).toBeUndefined();
  });

  it('does not ask about two people at one switchboard', () => {
    expect(score(named('Ada Lovelace'), named('Grace Hopper'), evidence(['phone']))).toBeUndefined();
  });

  it('does not ask when birthdays differ, or one is the father', () => {
    expect(
      score(named('Ada Lovelace', born(12, 10)), named('Ada Lovelace', born(5, 24)), evidence([], true)),
    ).toBeUndefined();
    const son: Card = {
      ...named('Tom Klein'),
      name: {
        full: 'Tom Klein Jr.',
        components: [
          { kind: 'given', value: 'Tom' },
          { kind: 'surname', value: 'Klein' },
          { kind: 'generation', value: 'Jr.' },
        ],
      },
    };
    const father: Card = {
      ...son,
      name: {
        full: 'Tom Klein Sr.',
        components: [
          { kind: 'given', value: 'Tom' },
          { kind: 'surname', value: 'Klein' },
          { kind: 'generation', value: 'Sr.' },
        ],
      },
    };
    expect(score(son, father, evidence(['phone'], true))).toBeUndefined();
  });

  it('is the same whichever comes first', () => {
    const [a, b] = [named('Ada Lovelace', at('Kanda')), named('A. Lovelace', at('Kanda'))];
    expect(score(a, b, evidence(['email']))).toEqual(score(b, a, evidence(['email'])));
  });
});
