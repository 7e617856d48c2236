import { describe, expect, it } from 'vitest';
import type { Card } from './jscontact.ts';
import { nameTokensOf } from './search.ts';

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

  it('are those of what is shown when there is no name', () => {
    expect(nameTokensOf(aCard({ emails: { e1: { address: 'ada@example.org' } } }))).toEqual(['ada', 'example', 'org']);
  });
});
