import { describe, expect, it } from 'vitest';
import type { FactKind } from '../words.ts';
import { type Introducible, indexIntroductions } from './suggest.ts';

type Facts = Partial<Record<FactKind, string | readonly string[]>>;

const someone = (id: string, facts: Facts, more: Partial<Introducible> = {}): Introducible => ({
  id,
  name: id,
  closeness: 0.5,
  facts: Object.entries(facts).flatMap(([kind, texts]) =>
    [texts].flat().map((text, i) => ({ id: `${id}-${kind}-${i}`, kind: kind as FactKind, text })),
  ),
  ...more,
});
const found = (people: readonly Introducible[], about?: string) => [...indexIntroductions(people).ideas(about)];
const pairs = (people: readonly Introducible[], about?: string) =>
  found(people, about).map(({ first, second }) => `${first} ${second}`);

const ada = someone('Ada', { need: 'somebody to look over two patents' });
const grace = someone('Grace', { offer: 'reads patents and contracts' });

describe('suggested introductions', () => {
  it('bring together who needs and who offers, and say for each what the other brings', () => {
    expect(found([ada, grace])).toEqual([
      {
        first: 'Grace',
        second: 'Ada',
        kind: 'complement',
        score: expect.any(Number),
        whyFirst: 'Ada is looking for this: somebody to look over two patents.',
        whySecond: 'Grace offers: reads patents and contracts.',
        words: ['patents'],
      },
    ]);
  });

  it('put helping each other above helping one, and that above what is only alike', () => {
    const people = [
      ada,
      grace,
      someone('Ines', { need: 'a cellar to ferment cheese', offer: 'repairs violins' }),
      someone('Jon', { need: 'help with two old violins', offer: 'has a cellar full of cheese' }),
      someone('Kim', { interest: 'beekeeping' }),
      someone('Lee', { interest: 'beekeeping' }),
    ];
    expect(found(people).map(({ kind }) => kind)).toEqual(['mutual', 'complement', 'share']);
    expect(found(people)[0]).toMatchObject({
      whyFirst: 'Ines offers: repairs violins.',
      whySecond: 'Jon offers: has a cellar full of cheese.',
    });
    expect(found(people)[2]).toMatchObject({ whyFirst: 'Lee has a liking for the same: beekeeping.' });
  });

  it('know what the card says of work and of the city', () => {
    const people = [
      someone('Ada', { need: 'a flat in Porto' }),
      someone('Noor', {}, { city: 'Porto' }),
      someone('Omar', { goal: 'write grant applications' }),
      someone('Pia', {}, { title: 'Grant officer', workplace: 'Seaweed Fund' }),
    ];
    expect(found(people).map(({ whySecond }) => whySecond)).toEqual([
      'Noor lives in Porto.',
      'Pia knows this from work: Grant officer.',
    ]);
  });

  it('name what weighs on somebody, and do not quote it to another', () => {
    const [idea] = found([someone('Ada', { challenge: 'cannot sleep over the patents since the divorce' }), grace]);
    expect(idea?.whyFirst).toBe('Ada could use a word on this: patents.');
  });

  it('leave out who works at the same place, and who is oneself', () => {
    const here = { organisation: 'kelp works' };
    expect(
      found([
        { ...ada, ...here },
        { ...grace, ...here },
      ]),
    ).toEqual([]);
    expect(found([someone('Ada', { need: 'violins', offer: 'violins' })])).toEqual([]);
  });

  it('about one person find whom they could help as well as who could help them', () => {
    const people = [
      ada,
      grace,
      someone('Tom', { need: 'a contract in plain words' }),
      someone('Kim', { offer: 'pie' }),
    ];
    expect(pairs(people, 'Grace').sort()).toEqual(['Grace Ada', 'Grace Tom']);
    expect(pairs(people, 'Ada')).toEqual(['Grace Ada']);
    expect(pairs(people, 'Kim')).toEqual([]);
  });

  it('follow whoever says something else or goes, and leave out who may not be asked', () => {
    const index = indexIntroductions([ada, grace]);
    const pairsNow = (mayBeAsked?: (id: string) => boolean) => {
      const search = index.search(undefined, mayBeAsked);
      for (const person of search.seekers) search.lookFor(person);
      return [...search.pairs()].map(({ first, second }) => `${first} ${second}`);
    };
    expect(pairsNow()).toEqual(['Grace Ada']);
    expect(pairsNow((id) => id !== 'Grace')).toEqual([]);
    expect(pairsNow((id) => id !== 'Ada')).toEqual([]);
    index.put(someone('Grace', { offer: 'pie' }));
    expect(pairsNow()).toEqual([]);
    index.put(grace);
    expect(pairsNow()).toEqual(['Grace Ada']);
    index.remove('Ada');
    expect(pairsNow()).toEqual([]);
  });

  it('of equals prefer those one knows well, and are the same in any order', () => {
    const people = [ada, grace, someone('Max', { offer: 'reads patents and contracts' }, { closeness: 0.9 })];
    const near = { ...ada, closeness: 0.9 };
    expect(pairs([near, ...people.slice(1)])[0]).toBe('Max Ada');
    expect(pairs([...people].reverse())).toEqual(pairs(people));
  });
});
