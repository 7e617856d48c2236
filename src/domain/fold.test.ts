import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldText, foldTokens } from './fold.ts';

describe('folding', () => {
  it.each([
    ['Łukasz', 'lukasz'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Øyvind', 'oyvind'],
    ['Đức', 'duc'],
    ['Ægir Þórsson', 'aegir thorsson'],
    ['İstanbul', 'istanbul'],
    ['ışık', 'isik'],
    ['E\u0301milie', 'emilie'],
    ['Ｏ’Ｂｒｉｅｎ', "o'brien"],
    ['ΟΔΥΣΣΕΎΣ', 'οδυσσευσ'],
    ['Ёлка', 'елка'],
    ['ﾔﾏﾀﾞ', 'やまだ'],
    ['김철수', '김철수'],
    ['王小明', '王小明'],
    ['हिन्दी', 'हिन्दी'],
    ['أَحْمَد', 'احمد'],
    ['إسلام آدم', 'اسلام ادم'],
    ['فاطمة', 'فاطمه'],
    ['علـــي', 'علي'],
    ['موسى', 'موسي'],
    ['کریمی', 'كريمي'],
    ['שָׁלוֹם', 'שלומ'],
    ['٠٣٠ ५५५ ۴۲', '030 555 42'],
    ['張國華', '张国华'],
    ['サトウ', 'さとう'],
    ['  two\t\nwords ', 'two words'],
    ['Jean–Luc\u200b', 'jean-luc'],
  ])('folds %s to %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps the voicing of kana, which makes other letters', () => {
    expect(fold('が')).not.toBe(fold('か'));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('makes no difference between composed and decomposed, upper and lower', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'äÖüÉñŁøÅçšŽğIiABC xyz') }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text));
        expect(fold(text.toUpperCase())).toBe(fold(text));
      }),
    );
  });
});

describe('words', () => {
  it('are letters and digits, without apostrophes', () => {
    expect(foldTokens("Seán O'Brien-Łazarz (b. 1980)")).toEqual(['sean', 'obrien', 'lazarz', 'b', '1980']);
    expect(foldTokens(' – ')).toEqual([]);
  });

  it('of unspaced scripts are found wherever they stand', () => {
    expect(foldText('王小明 met Ada')).toBe('王小 小明 明 met ada');
    expect(foldText('小明')).toBe('小明 明');
    expect(foldText('A')).toBe('a');
  });
});
