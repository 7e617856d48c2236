import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, cutTo, displayWidth, type Page, padTo, styleOf, table, wrap } from './text.ts';

const page: Page = { width: 40, fits: true, style: styleOf(false), locale: 'en-GB', today: '2026-11-23' };

describe('displayWidth', () => {
  it.each([
    ['Ada', 3],
    ['Łukasz', 6],
    ['e\u0301', 1],
    ['王小明', 6],
    ['김민준', 6],
    ['やまだ', 6],
    ['ﾔﾏﾀﾞ', 4],
    ['ＡＢ', 4],
    ['👩‍👧', 2],
    ['❤️', 2],
    ['', 0],
    ['\u001b[1mAda\u001b[22m', 3],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('clean', () => {
  it('takes from imported text what a terminal would obey', () => {
    expect(clean('Ada\u001b[31m\u0007 \u202eevil\u009b2J\r\nLovelace')).toBe('Ada[31m evil2J\nLovelace');
  });

  it('leaves nothing to obey in any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0x2100 })).map((points) => String.fromCodePoint(...points)),
        (text) => !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(clean(text)),
      ),
    );
  });
});

describe('cutTo, padTo and wrap', () => {
  it('cut between characters as they are seen', () => {
    expect(cutTo('Ada Lovelace', 20)).toBe('Ada Lovelace');
    expect(cutTo('Ada Lovelace', 6)).toBe('Ada L…');
    expect(cutTo('王小明先生', 6)).toBe('王小…');
  });

  it('keep to the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, width) => {
        expect(displayWidth(cutTo(clean(text), width))).toBeLessThanOrEqual(width);
        expect(displayWidth(padTo('', width))).toBe(width);
      }),
    );
  });

  it('break at spaces, and anywhere in scripts without them', () => {
    expect(wrap('Say that you enjoyed meeting yesterday.', 16)).toEqual([
      'Say that you',
      'enjoyed meeting',
      'yesterday.',
    ]);
    expect(wrap('東京で会いました。', 8)).toEqual(['東京で会', 'いまし', 'た。']);
    expect(wrap('one\n\ntwo', 10)).toEqual(['one', '', 'two']);
    expect(wrap('https://example.org/a-long-address', 10)).toEqual(['https://example.org/a-long-address']);
  });

  it('lose nothing but spaces', () => {
    const bare = (text: string) => text.replace(/\s/g, '');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 40 }),
        (text, width) => bare(wrap(text, width).join('\n')) === bare(text),
      ),
    );
  });
});

describe('table', () => {
  const rows = [
    { name: '王小明', circle: 'Close', gone: '' },
    { name: 'Ada Lovelace of Ockham Park', circle: 'Rowing', gone: '' },
  ];
  const columns = [
    { title: 'Name', text: (row: (typeof rows)[number]) => row.name, least: 8 },
    { title: 'Circle', text: (row: (typeof rows)[number]) => row.circle },
    { title: 'Gone', text: (row: (typeof rows)[number]) => row.gone },
  ];

  it('aligns by what is seen, and leaves empty columns out', () => {
    expect(table(rows, columns, page)).toEqual([
      'Name                         Circle',
      '王小明                       Close',
      'Ada Lovelace of Ockham Park  Rowing',
    ]);
  });

  it('gives way on a narrow terminal, and loses nothing in a file', () => {
    expect(table(rows, columns, { ...page, width: 24 })[2]).toBe('Ada Lovelace of…  Rowing');
    expect(table(rows, columns, { ...page, width: 24, fits: false })[2]).toBe('Ada Lovelace of Ockham Park  Rowing');
  });
});
