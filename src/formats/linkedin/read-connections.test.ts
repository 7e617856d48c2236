import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../csv/decode.ts';
import { findTable, probeDelimiters } from '../csv/table.ts';
import { isConnectionsHeader, readConnections } from './read-connections.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);

function read(text: string | Uint8Array) {
  const { utf8 } = decodeText(typeof text === 'string' ? Buffer.from(text) : text);
  const table = findTable(utf8, probeDelimiters(utf8), isConnectionsHeader);
  if (table === undefined) throw new Error('no header found');
  return readConnections(table);
}

const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n';

describe('connections of LinkedIn', () => {
  const names = readdirSync(FIXTURES).filter((name) => name.endsWith('.csv'));
  it.each(names)('reads %s as its golden drafts', async (name) => {
    const result = read(readFileSync(new URL(name, FIXTURES)));
    await expect(`${JSON.stringify(result, null, 2)}\n`).toMatchFileSnapshot(
      `./fixtures/${name.replace('.csv', '.expected.json')}`,
    );
  });

  it('numbers rows as a spreadsheet does, preamble, blank line and header counted', () => {
    const { drafts, skipped } = read(`Notes:\n"one\ntwo"\n\n${HEADER}A,B,,,,,\n,,,,,,\n`);
    expect(drafts.map(({ where }) => where)).toEqual(['row 5 (line 6)']);
    expect(skipped).toEqual([{ where: 'row 6 (line 7)', reason: 'closed account: no name' }]);
  });

  it('reads slashed dates day first when one of them can be nothing else', () => {
    const { drafts } = read(`${HEADER}A,B,,,,,3/4/21\nC,D,,,,,14/4/21\n`);
    expect(drafts.map(({ connectedOn }) => connectedOn)).toEqual(['2021-04-03', '2021-04-14']);
  });

  it('reads ambiguous dates in the order in which the file runs steadily', () => {
    const rows = ['3/4/21', '1/4/21', '11/3/21', '5/2/21', '9/1/21'].map((date, index) => `A${index},B,,,,,${date}\n`);
    expect(read(HEADER + rows.join('')).drafts.map(({ connectedOn }) => connectedOn)).toEqual([
      '2021-04-03',
      '2021-04-01',
      '2021-03-11',
      '2021-02-05',
      '2021-01-09',
    ]);
  });

  it('reads ambiguous dates month first, as LinkedIn writes, when nothing decides', () => {
    expect(read(`${HEADER}A,B,,,,,3/4/21\n`).drafts[0]?.connectedOn).toBe('2021-03-04');
  });

  it('accounts for every row, also of a row that lost its quotation mark', () => {
    const { drafts, skipped, warnings } = read(`${HEADER}A,"B,,,,,04 Mar 2021\nC,D,,,,,04 Mar 2021\n,,,,,,\n`);
    expect(drafts.map(({ card }) => card.name?.full)).toEqual(['A B', 'C D']);
    expect(skipped).toHaveLength(1);
    expect(warnings).toEqual(['row 2: a quotation mark opens and never closes; it was left out']);
  });

  it('reads 30,000 rows', () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, index) =>
        `Given${index},"Surname ${index}, PhD",https://www.linkedin.com/in/person-${index},,"Company ${index % 900}, Inc.",Engineer,04 Mar 2021\n`,
    );
    const bytes = Buffer.from(HEADER + rows.join(''));
    const { drafts } = read(bytes);
    expect(drafts).toHaveLength(30_000);
  });
});
