import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTokens } from '../fold.ts';
import type { Card } from './jscontact.ts';
import { LONGEST_TOKEN, nameTokensOf } from './search.ts';

function aCard(fields: Partial<Card>): Card {
  return { '@type': 'Card', version: '1.0', uid: '', ...fields };
}

describe('words by which a person is looked up', () => {
  it('are of the name, nicknames and spellings, each once', () => {
    const card = aCard({
      name: {
        full: 'Łukasz Żak',
        components: [
          { kind: 'title', value: 'Dr.' },
          { kind: 'given', value: 'Łukasz', phonetic: 'Wookash' },
          { kind: 'surname', value: 'Żak' },
        ],
      },
      nicknames: { k1: { name: 'Luki' } },
    });
    expect(nameTokensOf(card)).toEqual(['lukasz', 'zak', 'wookash', 'luki']);
  });

  it('find a Chinese name by any of its endings', () => {
    expect(nameTokensOf(aCard({ name: { full: '王小明' } }))).toEqual(['王小明', '小明', '明']);
  });

  it('find umlauts written out, and names with an apostrophe by both parts', () => {
    expect(nameTokensOf(aCard({ name: { full: 'Jörg Müller' } }))).toEqual(
      expect.arrayContaining(['jorg', 'muller', 'joerg', 'mueller']),
    );
    expect(nameTokensOf(aCard({ name: { full: "Seán O'Brien" } }))).toEqual(
      expect.arrayContaining(['sean', 'obrien', 'brien']),
    );
  });

  it('find what people write together or apart', () => {
    const tokens = (full: string) => nameTokensOf(aCard({ name: { full } }));
    expect(tokens('Johannes van der Berg')).toEqual(expect.arrayContaining(['van', 'der', 'berg', 'vanderberg']));
    expect(tokens('Jean-Luc Picot')).toEqual(expect.arrayContaining(['jean', 'luc', 'jeanluc']));
    expect(tokens('Omar al-Rashid')).toEqual(expect.arrayContaining(['al', 'rashid', 'alrashid']));
    expect(tokens('الراشد')).toEqual(expect.arrayContaining(['الراشد', 'راشد']));
  });

  it('find former names, names in other languages and readings', () => {
    const card = aCard({
      name: { full: '山田 花' },
      localizations: {
        'ja-Latn': { name: { '@type': 'Name', full: 'Hana Yamada' } },
        en: { 'name/full': 'Hannah Field', 'titles/t1/name': 'Engineer' },
      },
      vCardProps: [
        ['x-maidenname', {}, 'unknown', 'Sato'],
        ['x-colour', {}, 'unknown', 'Teal'],
      ],
    });
    expect(nameTokensOf(card)).toEqual(expect.arrayContaining(['hana', 'yamada', 'hannah', 'field', 'sato']));
    for (const other of ['name', 'engineer', 'teal']) expect(nameTokensOf(card)).not.toContain(other);
  });

  it('hold every folded word of the name, whatever it is, each short enough for an index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
        const full = `${name} Ada`;
        const tokens = nameTokensOf(aCard({ name: { full } }));
        for (const word of foldTokens(full))
          expect(
            tokens.some((token) => word.startsWith(token)),
            word,
          ).toBe(true);
        expect(tokens.every((token) => [...token].length <= LONGEST_TOKEN)).toBe(true);
        expect(new Set(tokens).size).toBe(tokens.length);
      }),
    );
  });

  it('are those of what is shown when there is no name', () => {
    expect(nameTokensOf(aCard({ emails: { e1: { address: 'ada@example.org' } } }))).toEqual(['ada', 'example', 'org']);
  });
});
