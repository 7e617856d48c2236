import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCard, ordinaryCard } from '../../../tests/support/arbitrary-card.ts';
import { normalizeEmail } from './identities.ts';
import type { Card } from './jscontact.ts';
import { mergeCards, unionCards } from './merge.ts';

function aCard(fields: Partial<Card>): Card {
  return { '@type': 'Card', version: '1.0', uid: 'urn:uuid:1', ...fields };
}

const addresses = (card: Card): string[] =>
  Object.values(card.emails ?? {}).map(({ address }) => normalizeEmail(address));

describe('merging what a source says again', () => {
  it('updates what the source changed and the user did not', () => {
    const base = aCard({
      name: { full: 'Ada King' },
      organizations: { o1: { name: 'Acme' } },
      titles: { t1: { name: 'Engineer' } },
    });
    const theirs = aCard({
      name: { full: 'Ada Lovelace' },
      organizations: { o1: { name: 'Globex' } },
      titles: { t1: { name: 'CTO' } },
    });
    expect(mergeCards(base, base, theirs)).toEqual(theirs);
  });

  it('never overwrites what the user edited', () => {
    const base = aCard({
      name: { full: 'A. King' },
      emails: { e1: { address: 'ada@example.org' } },
      titles: { t1: { name: 'Engineer' } },
    });
    const mine = aCard({
      name: { full: 'Ada' },
      emails: { e1: { address: 'ada@example.org', label: 'home' } },
      titles: { t1: { name: 'Chief engineer' } },
    });
    const theirs = aCard({
      name: { full: 'Ada King' },
      emails: { x: { address: 'ADA@example.org', label: 'private' } },
      titles: { t1: { name: 'Engineer' } },
    });
    expect(mergeCards(base, mine, theirs)).toEqual({
      ...mine,
      emails: { e1: { address: 'ADA@example.org', label: 'home' } },
    });
  });

  it('adds the parts of a name that one source knows and another does not', () => {
    const parts = (
      ...components: { kind: 'title' | 'given' | 'given2' | 'surname'; value: string; phonetic?: string }[]
    ) => aCard({ name: { full: 'Ravi Menon', components } });
    const given = { kind: 'given', value: 'Ravi' } as const;
    const surname = { kind: 'surname', value: 'Menon' } as const;
    const short = parts(given, surname);
    const long = parts(
      { kind: 'title', value: 'Dr.' },
      { ...given, phonetic: 'rah-vee' },
      { kind: 'given2', value: 'K' },
      surname,
    );
    const merged = mergeCards(undefined, short, long);
    expect(merged.name).toEqual(long.name);
    // the same file again changes nothing, and a new name in the first source is still taken
    expect(mergeCards(long, merged, long)).toEqual(merged);
    expect(mergeCards(short, merged, short)).toEqual(merged);
    const married = { ...surname, value: 'Menon-Roy' };
    expect(mergeCards(short, merged, parts(given, married)).name?.components).toEqual([
      { kind: 'title', value: 'Dr.' },
      given,
      { kind: 'given2', value: 'K' },
      married,
    ]);
    const other = parts({ ...given, value: 'Rahul' }, { kind: 'given2', value: 'K' }, surname);
    expect(mergeCards(undefined, short, other).name).toEqual(short.name);
  });

  it('keeps deleted what the user deleted', () => {
    const base = aCard({
      emails: { e1: { address: 'old@example.org' } },
      keywords: { work: true },
      notes: { n1: { note: 'x' } },
    });
    const mine = aCard({ keywords: {} });
    expect(mergeCards(base, mine, base)).toEqual(mine);
  });

  it('takes nothing away when a newer export says less', () => {
    const base = aCard({
      emails: { e1: { address: 'ada@example.org' } },
      phones: { p1: { number: '+49 30 123456' } },
      titles: { t1: { name: 'Engineer' } },
    });
    expect(mergeCards(base, base, aCard({ titles: {} }))).toEqual(base);
  });

  it('replaces an address by the one the source put in its place, and no other', () => {
    const base = aCard({
      emails: {
        e1: { address: 'old@work.example', contexts: { work: true } },
        e2: { address: 'home@example.org', contexts: { private: true } },
      },
    });
    const theirs = aCard({ emails: { e1: { address: 'new@work.example', contexts: { work: true } } } });
    expect(mergeCards(base, base, theirs).emails).toEqual({
      e1: { address: 'new@work.example', contexts: { work: true } },
      e2: { address: 'home@example.org', contexts: { private: true } },
    });
  });

  it('knows a number, an address and a profile however they are written', () => {
    const mine = aCard({
      phones: { a: { number: '+49 30 1234567', label: 'mine' } },
      emails: { b: { address: 'Ada@Example.org' } },
      links: { c: { uri: 'https://de.linkedin.com/in/Ada-L/' } },
    });
    const theirs = aCard({
      phones: { p1: { number: '030/1234567' } },
      emails: { e1: { address: 'ada@example.org' } },
      links: { u1: { uri: 'http://www.linkedin.com/in/ada-l' } },
    });
    expect(mergeCards(undefined, mine, theirs)).toEqual(mine);
  });

  it('tells extensions of one number apart', () => {
    const mine = aCard({ phones: { p1: { number: 'tel:+1-555-555-0100;ext=1' } } });
    const theirs = aCard({ phones: { p1: { number: '+1 555 555 0100 ext. 2' } } });
    expect(Object.keys(mergeCards(undefined, mine, theirs).phones ?? {})).toHaveLength(2);
  });

  it('points the titles of the source at the organisations of the card', () => {
    const mine = aCard({ organizations: { x9: { name: 'Globex' } } });
    const theirs = aCard({
      organizations: { o1: { name: 'GLOBEX' }, o2: { name: 'Acme' } },
      titles: { t1: { name: 'CTO', organizationId: 'o1' }, t2: { name: 'Adviser', organizationId: 'o2' } },
    });
    const merged = mergeCards(undefined, mine, theirs);
    expect(merged.organizations).toEqual({ x9: { name: 'Globex' }, o2: { name: 'Acme' } });
    expect(merged.titles).toEqual({
      t1: { name: 'CTO', organizationId: 'x9' },
      t2: { name: 'Adviser', organizationId: 'o2' },
    });
  });

  it('fills in the year of a birthday but never contradicts the user', () => {
    const born = (date: object): Card => aCard({ anniversaries: { d1: { kind: 'birth', date } } });
    expect(mergeCards(undefined, born({ month: 5, day: 24 }), born({ year: 1990, month: 5, day: 24 }))).toEqual(
      born({ year: 1990, month: 5, day: 24 }),
    );
    expect(mergeCards(undefined, born({ month: 5, day: 24 }), born({ year: 1990, month: 6, day: 24 }))).toEqual(
      born({ month: 5, day: 24 }),
    );
  });

  it('does not bring back a year the user took away', () => {
    const born = (date: object): Card => aCard({ anniversaries: { d1: { kind: 'birth', date } } });
    const theirs = born({ year: 1990, month: 5, day: 24 });
    expect(mergeCards(theirs, born({ month: 5, day: 24 }), theirs)).toEqual(born({ month: 5, day: 24 }));
  });

  it('adds the parts of a name that says the same', () => {
    const components = [
      { kind: 'given', value: 'Ada' },
      { kind: 'surname', value: 'Lovelace' },
    ] as const;
    const merged = mergeCards(
      undefined,
      aCard({ name: { full: 'ada lovelace' } }),
      aCard({ name: { full: 'Ada Lovelace', components } }),
    );
    expect(merged.name).toEqual({ full: 'ada lovelace', components });
  });
});

describe('for any cards', () => {
  const cards = fc.constantFrom(ordinaryCard, arbitraryCard).chain((card) => fc.tuple(card, card, card));

  it('merging the same import twice changes nothing', () => {
    fc.assert(
      fc.property(cards, ([base, mine, theirs]) => {
        const once = mergeCards(base, mine, theirs);
        // Word for word, order included: importers compare the text.
        expect(JSON.stringify(mergeCards(theirs, once, theirs))).toBe(JSON.stringify(once));
        expect(JSON.stringify(mergeCards(base, once, theirs))).toBe(JSON.stringify(once));
      }),
      { numRuns: 400 },
    );
  });

  it('an import that says what it said before changes nothing', () => {
    fc.assert(
      fc.property(cards, ([base, mine]) => {
        expect(JSON.stringify(mergeCards(base, mine, base))).toBe(JSON.stringify(mine));
      }),
      { numRuns: 400 },
    );
  });

  it('a card nobody touched becomes what the source says, apart from what it no longer mentions', () => {
    fc.assert(
      fc.property(ordinaryCard, ordinaryCard, (base, theirs) => {
        const merged = mergeCards(base, base, theirs);
        expect(merged.name).toEqual(theirs.name ?? base.name);
        for (const address of addresses(theirs)) expect(addresses(merged)).toContain(address);
      }),
      { numRuns: 300 },
    );
  });

  it('what the user added stays, and what is new is added', () => {
    fc.assert(
      fc.property(ordinaryCard, ordinaryCard, ordinaryCard, (base, mine, theirs) => {
        const merged = mergeCards(base, mine, theirs);
        const known = addresses(base);
        for (const address of addresses(mine))
          if (!known.includes(address)) expect(addresses(merged)).toContain(address);
        for (const address of addresses(theirs))
          if (!known.includes(address)) expect(addresses(merged)).toContain(address);
        for (const keyword of Object.keys(mine.keywords ?? {})) expect(merged.keywords).toHaveProperty(keyword);
        expect(merged.uid).toBe(mine.uid);
      }),
      { numRuns: 300 },
    );
  });

  it('a union has every entry of both and the first one’s single values', () => {
    fc.assert(
      fc.property(ordinaryCard, ordinaryCard, (a, b) => {
        const union = unionCards(a, b);
        expect(union.uid).toBe(a.uid);
        expect(union.name?.full).toBe(a.name?.full ?? b.name?.full);
        expect(new Set(addresses(union))).toEqual(new Set([...addresses(a), ...addresses(b)]));
        const texts = (card: Card): string[] => [
          ...Object.values(card.notes ?? {}).map(({ note }) => note),
          ...Object.values(card.titles ?? {}).map(({ name }) => name),
        ];
        expect(texts(union)).toEqual(expect.arrayContaining([...texts(a), ...texts(b)]));
        expect(unionCards(union, b)).toEqual(union);
      }),
      { numRuns: 300 },
    );
  });

  it('a union still knows the other name', () => {
    const union = unionCards(aCard({ name: { full: 'Ada Lovelace' } }), aCard({ name: { full: 'Ada Byron' } }));
    expect(union.nicknames).toEqual({ k1: { name: 'Ada Byron' } });
  });
});
