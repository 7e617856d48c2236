import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMatchIndex, type MatchDocument, MatchIndex } from './match-index.ts';
import { termsOf } from './terms.ts';

const keys = (text: string) => termsOf(text).map(({ key }) => key);
const document = (id: string, text: string, weight = 1): MatchDocument => ({
  id,
  fields: [{ name: 'text', text, weight }],
});
const seek = (text: string, weight = 1) => [{ name: 'sought', text, weight }];
const ids = (matches: readonly { id: string }[]) => matches.map(({ id }) => id);

describe('the terms of a text', () => {
  it('are what it is about, not its grammar', () => {
    expect(termsOf('She is looking for someone who knows about patents').map(({ word }) => word)).toEqual(['patents']);
    expect(keys('Sucht jemanden für den Garten')).toEqual(['garten']);
    expect(keys('3 of us, 12 weeks')).toEqual([]);
  });

  it('are the same in every form in which a thing is written', () => {
    for (const forms of [
      ['Design', 'designs', 'designer', 'Designers', 'designing'],
      ['translate', 'translator', 'translation', 'translating'],
      ['write', 'writer', 'writing'],
      ['city', 'cities'],
      ['run', 'running', 'runner'],
      ['app', 'apps'],
      ['invest', 'investor', 'investment', 'investing'],
      ['Brücke', 'brucke', 'BRÜCKE'],
    ])
      expect(new Set(forms.flatMap(keys)).size, forms.join(' ')).toBe(1);
  });

  it('keep apart what only looks alike', () => {
    for (const [one, other] of [
      ['care', 'career'],
      ['paper', 'pap'],
      ['business', 'busy'],
      ['news', 'new town'],
      ['train', 'training'],
      ['books', 'bookkeeping'],
    ] as const)
      expect(keys(one)).not.toEqual(keys(other));
  });

  it.each([
    ['Beekeeping', 'bees'],
    ['beekeeper', 'a bee'],
    ['boatbuilding', 'wooden boats'],
    ['birdwatchers', 'birds'],
    ['woodworking', 'wood'],
    ['Bienenzucht', 'Bienen'],
  ])('of %s are also what it is done with: %s', (compound, thing) => {
    expect(keys(compound)).toEqual(expect.arrayContaining(keys(thing).slice(-1)));
  });

  it.each(['bookkeeping', 'housework', 'homework', 'network', 'framework', 'teamwork', 'matchmaking', 'fireworks'])(
    'of %s, which is one thing, are one',
    (word) => {
      expect(keys(word)).toHaveLength(1);
    },
  );

  it('are found in scripts without spaces', () => {
    expect(keys('喜欢摄影')).toEqual(expect.arrayContaining(keys('摄影').slice(0, 1)));
  });
});

describe('matching', () => {
  const index = buildMatchIndex([
    document('lawyer', 'Patent lawyer, reads contracts'),
    document('baker', 'Bakes bread, keeps bees'),
    document('sailor', 'Sailing'),
  ]);

  it('finds what shares telling words, best first, and says which', () => {
    const sought = seek('somebody to look at two patents');
    expect(index.match(sought, { limit: 5 })).toEqual([{ id: 'lawyer', score: expect.any(Number) }]);
    expect(index.termsShared(document('lawyer', 'Patent lawyer, reads contracts').fields, sought)).toEqual([
      { word: 'Patent', sought: 'patents', field: 'text' },
    ]);
    expect(ids(index.match(seek('bread for a sailing trip'), { limit: 5 }))).toEqual(['sailor', 'baker']);
    expect(index.match(seek('an accountant'), { limit: 5 })).toEqual([]);
  });

  it('counts a rare word for more than a common one, and one that everybody has for nothing', () => {
    const many = buildMatchIndex([
      ...Array.from({ length: 2000 }, (_, n) => document(`n${n}`, `coffee${n % 40 === 0 ? ' chess' : ''}`)),
      document('beekeeper', 'coffee bees'),
    ]);
    const sought = seek('bees chess coffee');
    expect(many.match(sought, { limit: 2 })[0]?.id).toBe('beekeeper');
    expect(many.termsShared(document('n0', 'coffee chess').fields, sought).map(({ word }) => word)).toEqual(['chess']);
    expect(many.match(seek('coffee'), { limit: 2 })).toEqual([]);
  });

  it('counts a whole interest in common for more than one word of many', () => {
    const shares = buildMatchIndex([
      document('whole', 'sailing'),
      document('aside', 'opera in Verona, old maps, watching boats sail'),
    ]);
    expect(ids(shares.match(seek('sailing in Brittany'), { limit: 2 }))).toEqual(['whole', 'aside']);
  });

  it('weighs fields on both sides', () => {
    const weighed = buildMatchIndex([document('light', 'chess'), document('heavy', 'chess', 3)]);
    const [heavy, light] = weighed.match(seek('chess', 2), { limit: 2 });
    expect([heavy?.id, light?.id]).toEqual(['heavy', 'light']);
    expect(heavy?.score).toBeCloseTo(3 * (light?.score ?? 0));
    const two: MatchDocument = {
      id: 'two',
      fields: [
        { name: 'need', text: 'bees', weight: 2 },
        { name: 'work', text: 'opera', weight: 1 },
      ],
    };
    expect(buildMatchIndex([two]).termsShared(two.fields, seek('an opera on bees'))).toEqual([
      { word: 'bees', sought: 'bees', field: 'need' },
      { word: 'opera', sought: 'opera', field: 'work' },
    ]);
  });

  it('leaves out whom it is told to, what is too weak, and what is beyond the limit', () => {
    const words = ['chess', 'chess', 'chess and the opera of Verona'];
    const all = buildMatchIndex(words.map((text, n) => document(`d${n}`, text)));
    expect(ids(all.match(seek('chess'), { limit: 1 }))).toEqual(['d0']);
    expect(ids(all.match(seek('chess'), { limit: 9, accept: (id) => id !== 'd0' }))).toEqual(['d1', 'd2']);
    expect(all.match(seek('chess'), { limit: 9, atLeast: 1000 })).toEqual([]);
  });

  it('is the same whether documents came all at once or changed and went one by one', () => {
    const words = fc.constantFrom('bees', 'opera', 'chess', 'boats', 'rye bread', 'old maps of Verona');
    const text = fc.array(words, { maxLength: 4 }).map((said) => said.join(' and '));
    const act = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), text: fc.option(text, { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), text, (acts, sought) => {
        const changed = new MatchIndex();
        const left = new Map<string, MatchDocument>();
        for (const { id, text: said } of acts) {
          if (said === undefined) {
            changed.remove(id);
            left.delete(id);
          } else {
            changed.put(document(id, said));
            left.set(id, document(id, said));
          }
          changed.match(seek(sought), { limit: 1 });
        }
        const anew = buildMatchIndex([...left.values()]);
        expect(changed.match(seek(sought), { limit: 9 })).toEqual(anew.match(seek(sought), { limit: 9 }));
      }),
    );
  });

  it('finds nothing without a shared word, always says why, and answers the same twice', () => {
    const text = fc.string({ maxLength: 40 }).map((raw) => `${raw} bees`);
    fc.assert(
      fc.property(fc.array(fc.oneof(text, fc.string())), fc.oneof(text, fc.string()), (texts, sought) => {
        const documents = texts.map((each, n) => document(String(n), each));
        const some = buildMatchIndex(documents);
        const matches = some.match(seek(sought), { limit: texts.length });
        for (const { id, score } of matches) {
          expect(score).toBeGreaterThan(0);
          expect(some.termsShared(documents[Number(id)]?.fields ?? [], seek(sought)).length).toBeGreaterThan(0);
          const theirs = new Set(keys(texts[Number(id)] ?? ''));
          expect(keys(sought).some((key) => theirs.has(key))).toBe(true);
        }
        expect(some.match(seek(sought), { limit: texts.length })).toEqual(matches);
      }),
    );
  });
});
