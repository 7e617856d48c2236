import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../csv/decode.ts';
import { findTable, probeDelimiters } from '../csv/table.ts';
import { isGoogleHeader } from './columns.ts';
import { readContacts } from './read-contacts.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);

function read(text: string | Uint8Array) {
  const { utf8 } = decodeText(typeof text === 'string' ? Buffer.from(text) : text);
  const table = findTable(utf8, probeDelimiters(utf8), isGoogleHeader);
  if (table === undefined) throw new Error('no header found');
  return readContacts(table);
}

describe('contacts of Google', () => {
  const names = readdirSync(FIXTURES).filter((name) => name.endsWith('.csv'));
  it.each(names)('reads %s as its golden drafts', async (name) => {
    const result = read(readFileSync(new URL(name, FIXTURES)));
    await expect(`${JSON.stringify(result, null, 2)}\n`).toMatchFileSnapshot(
      `./fixtures/${name.replace('.csv', '.expected.json')}`,
    );
  });

  it('reads the same people after a spreadsheet saved them with semicolons, or as UTF-16 with tabs', () => {
    const text =
      'First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Notes\nZoë,"Müller; Groß",Café,* Work,zoe@x.example,"a ""b""\nc"\n';
    const expected = read(text).drafts.map(({ card }) => card);
    expect(expected[0]?.name?.full).toBe('Zoë Müller; Groß');
    const semicolons = text.replaceAll(/"[^"]*(?:""[^"]*)*"|,/g, (part) => (part === ',' ? ';' : part));
    const tabs = text.replaceAll(/"[^"]*(?:""[^"]*)*"|,/g, (part) => (part === ',' ? '\t' : part));
    expect(read(Buffer.from(semicolons, 'latin1')).drafts.map(({ card }) => card)).toEqual(expected);
    expect(read(Buffer.from(`\ufeff${tabs}`, 'utf16le')).drafts.map(({ card }) => card)).toEqual(expected);
    expect(read(Buffer.from(`\ufeff${tabs}`, 'utf16le').swap16()).drafts.map(({ card }) => card)).toEqual(expected);
  });

  it('keeps columns that are named like things of the language', () => {
    const { drafts } = read(
      'First Name,constructor,__proto__,Labels,File As,Relation 1 - Label,Relation 1 - Value,Phone 1 - Label,Phone 1 - Value\nA,b,c,__proto__,,constructor,__proto__,constructor,1\n',
    );
    expect(JSON.parse(JSON.stringify(drafts[0]?.card))).toMatchObject({
      vCardProps: [
        ['x-google-constructor', { 'x-column': 'constructor' }, 'text', 'b'],
        ['x-google-proto', { 'x-column': '__proto__' }, 'text', 'c'],
      ],
      phones: { p1: { number: '1', label: 'constructor' } },
    });
    expect(Object.entries(drafts[0]?.card.relatedTo ?? {})).toEqual([['__proto__', { label: 'constructor' }]]);
    expect(Object.keys(drafts[0]?.card.keywords ?? {})).toEqual(['__proto__']);
  });

  it('takes a country for a code only when it is one', () => {
    const countries = ['GB', 'UK', 'Norway', 'QQ'].map((country) => {
      const { drafts } = read(`First Name,Address 1 - City,Address 1 - Country\nA,X,${country}\n`);
      const address = drafts[0]?.card.addresses?.a1;
      return [address?.countryCode, address?.components?.find(({ kind }) => kind === 'country')?.value];
    });
    expect(countries).toEqual([
      ['GB', undefined],
      [undefined, 'UK'],
      [undefined, 'Norway'],
      [undefined, 'QQ'],
    ]);
  });

  it('does not read past the end when a header has ten thousand columns', () => {
    const header = [
      'First Name',
      'Labels',
      'File As',
      ...Array.from({ length: 10_000 }, (_, index) => `Custom Field ${index + 1} - Value`),
    ];
    const { drafts } = read(`${header.join(',')}\nA,,,${'x,'.repeat(10_000)}\nB\n`);
    expect(drafts.map(({ card }) => card.vCardProps?.length ?? 0)).toEqual([10_000, 0]);
  });
});
