import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, networkMark, queryWords, wordsOf } from './words.ts';

describe('words of a text', () => {
  it.each([
    ['lunch with ada, ada!', ['lunch', 'with', 'ada']],
    ['ada@example.org 2024-05-24', ['ada', 'example', 'org', '2024', '05', '24']],
    ['हिन्दी 小明 𝒳', ['हिन्दी', '小明', '𝒳']],
    [' \u0000"\'*:&|!()', []],
  ])('are runs of letters, digits and marks: %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('are the same whether or not the text beside them is ASCII', () => {
    const ascii = fc.string({ unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(ascii, (text) => {
        expect([...wordsOf(text), '文']).toEqual(wordsOf(`${text} 文`));
      }),
    );
  });

  it('are cut at 64 characters, never within one', () => {
    expect(wordsOf('𝒳'.repeat(100))).toEqual(['𝒳'.repeat(64)]);
    expect(wordsOf('a'.repeat(65))).toEqual(wordsOf('a'.repeat(66)));
  });

  it('hold no character that either database treats as syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      }),
    );
  });

  it('of a query are at most sixteen', () => {
    expect(queryWords(Array.from({ length: 40 }, (_, i) => `w${i}`).join(' '))).toHaveLength(16);
  });
});

it('marks a network by four characters, always the same', () => {
  expect(networkMark('a')).toMatch(/^[0-9a-f]{4}$/);
  expect(networkMark('a')).toBe(networkMark('a'));
  expect(networkMark('a')).not.toBe(networkMark('b'));
});

describe('an excerpt', () => {
  it('is the whole of a short text', () => {
    expect(excerptOf('lunch about tidal power', ['tid'])).toBe('lunch about tidal power');
  });

  it('shows the word that was found, within a length a line can hold', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), fc.array(word, { maxLength: 200 }), (before, after) => {
        const excerpt = excerptOf([...before, 'NEEDLE', ...after].join(' '), ['NEED']);
        expect(excerpt).toContain('NEEDLE');
        expect(excerpt.length).toBeLessThanOrEqual(162);
        for (const shown of excerpt.replaceAll('…', '').split(' '))
          expect([...before, 'NEEDLE', ...after]).toContain(shown);
      }),
    );
  });

  it('stays whole where a text has no spaces', () => {
    expect(excerptOf('𝒳'.repeat(500), ['𝒳']).isWellFormed()).toBe(true);
    expect(excerptOf('-'.repeat(200) + 'a'.repeat(500), ['a'])).toMatch(/^…a+…$/);
  });
});
