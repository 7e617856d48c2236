import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadFile } from '../draft.ts';
import { readSource } from '../read-source.ts';

async function read(
  content: string | Uint8Array,
  choices: readonly { column: string; field: 'name' }[] = [],
): Promise<ReadFile> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const [file] = await readSource({ path: 'people.csv', bytes }, { tables: { choices } });
  if (file === undefined) throw new Error('no file was read');
  return file;
}

const emailsOf = (file: ReadFile) =>
  file.drafts.flatMap(({ card }) => Object.values(card.emails ?? {}).map(({ address }) => address));

describe('tables that go wrong', () => {
  it('reads two columns among ten thousand', async () => {
    const titles = Array.from({ length: 10_000 }, (_, i) =>
      i === 4_000 ? 'Email' : i === 9_999 ? 'Name' : `Field ${i}`,
    );
    const cells = titles.map((title) => (title === 'Email' ? 'ada@x.example' : title === 'Name' ? 'Ada Brook' : ''));
    const file = await read(`${titles.join(';')}\n${cells.join(';')}\n`);
    expect(file.format).toBe('csv');
    expect(file.drafts[0]?.card.name?.full).toBe('Ada Brook');
    expect(emailsOf(file)).toEqual(['ada@x.example']);
    expect(file.account?.length).toBeLessThan(100);
    expect(file.warnings.join().length).toBeLessThan(5_000);
  });

  it('keeps cells beyond the header, under their number', async () => {
    const file = await read('name,email\nAda Brook,ada@x.example,more,and more\n');
    expect(file.drafts[0]?.card.vCardProps).toEqual([
      ['x-csv-column-3', { 'x-column': 'Column 3' }, 'text', 'more'],
      ['x-csv-column-4', { 'x-column': 'Column 4' }, 'text', 'and more'],
    ]);
  });

  it('reads nobody from a header alone', async () => {
    const file = await read('Name;E-Mail;Telefon\n');
    expect(file).toMatchObject({ format: 'csv', drafts: [], skipped: [] });
  });

  it('loses no more than a row to a quotation mark that never closes, and no letter to NUL', async () => {
    expect(emailsOf(await read('name,email\n"Ada,ada@x.example\nBo,bo@x.example\nCy,cy@x.example\n'))).toEqual([
      'ada@x.example',
      'bo@x.example',
      'cy@x.example',
    ]);
    expect(emailsOf(await read('na\0me,em\0ail\nAda Br\0ook,a\0da@x.example\n'))).toEqual(['ada@x.example']);
  });

  it.each([
    ['prices', 'Name,Price,Stock\nTable,30,2\nChair,12,4\n'],
    ['skills', 'Name\nMachine Learning\nPublic Speaking\n'],
    ['languages', 'Name,Proficiency\nFrench,Native\n'],
    ['a log', '2024-01-02 10:11:12,info,started\n2024-01-02 10:11:13,info,stopped\n'],
    ['a chat', '23/06/2018, 01:55 - Ada: hello, how are you\n23/06/2018, 01:56 - Bo: fine, thank you\n'],
    ['books', 'Title,Author,Notes\nA Book,Ada Brook,good\n'],
    ['flags about mail', 'Country,Email\nFrance,yes\nSpain,no\n'],
  ])('does not take %s for people', async (_, content) => {
    expect((await read(content)).format).toBe('unread');
  });

  it('takes a table for people once somebody says what is the name', async () => {
    const file = await read('Author,Pages\nAda Brook,3\nBo Wu,5\n', [{ column: 'author', field: 'name' }]);
    expect(file.drafts.map(({ card }) => card.name?.full)).toEqual(['Ada Brook', 'Bo Wu']);
    expect(file.table).toMatchObject({
      by: 'choice',
      columns: [
        { name: 'Author', field: 'name' },
        { name: 'Pages', field: 'keep' },
      ],
    });
  });

  it('accounts for every row of any table, and never throws', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'ada@x.example',
        '+44 20 5550 0101',
        '1/2/1980',
        '0/0/00',
        'Ada',
        '__proto__',
        '=1+1',
        ' ',
        '名前',
      ),
      fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/["\r\n,\0]/g, ' ')),
    );
    const title = fc.constantFrom(
      'Name',
      'E-Mail',
      'constructor',
      'Geburtstag',
      'Phone',
      'Tags',
      'City',
      'Child',
      'Notes',
      'X',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(title, { minLength: 1, maxLength: 6 }),
        fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 6 }),
        async (titles, rows) => {
          const header = ['First Name', 'Last Name', ...titles].join(',');
          const body = rows.map((row) => ['A', 'B', ...row].join(','));
          const file = await read(`${header}\n${body.join('\n')}\n`);
          expect(file.drafts.length + file.skipped.length).toBe(rows.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const file = await read(Buffer.concat([Buffer.from('name;email\nAda;ada@x.example\n'), bytes]));
        expect(file.path).toBe('people.csv');
      }),
      { numRuns: 100 },
    );
  });
});
