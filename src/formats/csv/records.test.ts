import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRecord, readRecords } from './records.ts';

function read(text: string, delimiter = ',') {
  const rows: CsvRecord[] = [];
  const problems = readRecords(Buffer.from(text), { delimiter }, (row) => rows.push(row));
  return { rows, problems };
}

describe('records of a delimited file', () => {
  it('counts rows as a spreadsheet does and lines as an editor does', () => {
    const { rows } = read('a,b\r\n\r\n"x\r\ny","1\n2"\rc,d\n');
    expect(rows).toEqual([
      { cells: ['a', 'b'], row: 1, line: 1 },
      { cells: ['x\r\ny', '1\n2'], row: 3, line: 3 },
      { cells: ['c', 'd'], row: 4, line: 6 },
    ]);
  });

  it('tolerates quotation marks in the middle of cells and rows of any width', () => {
    const { rows, problems } = read('a,the "old" mill,c\n"x"y,z\n"",\n');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', 'the "old" mill', 'c'],
      ['"x"y', 'z'],
      ['', ''],
    ]);
    expect(problems).toEqual([]);
  });

  it('loses one row at most to a quotation mark that never closes', () => {
    const { rows, problems } = read('a,b,c\n"1, one","2,3\nx,y,z\n"p","q","r"\n');
    expect(rows.map(({ cells }) => cells.join('|'))).toEqual(['a|b|c', '1, one|2|3', 'x|y|z', 'p|q|r']);
    expect(problems).toEqual([{ row: 2, line: 2, lost: false, reason: expect.stringContaining('never closes') }]);
  });

  it('keeps a quoted cell whole when the file ends inside it', () => {
    const { rows, problems } = read('name,notes\nAda,"first\nsecond line\nthird');
    expect(rows.at(-1)?.cells).toEqual(['Ada', 'first\nsecond line\nthird']);
    expect(problems).toEqual([{ row: 2, line: 2, lost: false, reason: expect.stringContaining('cut short') }]);
  });

  it('passes over a line of five megabytes and reads on', () => {
    const { rows, problems } = read(`a,b\n${'x'.repeat(5_000_000)}\nc,d\n`);
    expect(rows.map(({ cells }) => cells[0])).toEqual(['a', 'c']);
    expect(problems).toEqual([
      { row: 2, line: 2, lost: true, reason: expect.stringContaining('longer than a megabyte') },
    ]);
  });

  it('ends on a file made of quotation marks', () => {
    const { problems } = read('"""\n'.repeat(200_000) + '"'.repeat(3_000_001));
    expect(problems.length).toBeLessThan(200);
  });

  it('gives back what was written, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', '\t', ';', ' ', 'é', '🚀', "'", '=') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows
          .map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        const result = read(text);
        expect(result.rows.map(({ cells }) => cells)).toEqual(rows);
        expect(result.problems).toEqual([]);
      }),
    );
  });

  it('accounts for every record of any text, in order', () => {
    const junk = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '""', '"\n', ',"'), maxLength: 60 });
    fc.assert(
      fc.property(junk, (text) => {
        const { rows, problems } = read(text);
        const places = rows.map(({ row }) => row);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(problems.filter(({ lost }) => lost)).toEqual([]);
        const letters = (value: string) => value.replaceAll(/[^a]/g, '').length;
        expect(letters(rows.flatMap(({ cells }) => cells).join(''))).toBe(letters(text));
      }),
      { numRuns: 1_000 },
    );
  });
});
