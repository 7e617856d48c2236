import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { AppError } from '../domain/errors.ts';
import { heldBytes } from './byte-source.ts';
import { contentKey } from './content-key.ts';
import { openFiles, READ_LIMITS, readFiles, readSource } from './read-source.ts';

const CONNECTIONS = `Notes:\n"When exporting, some of the addresses are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,Brandsma,https://www.linkedin.com/in/ada-brandsma,ada@tidal.example,Tidal Works,Engineer,04 Mar 2021
Me,Myself,https://www.linkedin.com/in/me,ME@self.example,,,04 Mar 2021
,,,,,,04 Mar 2021
`;
const OWN_ADDRESSES = 'Email Address,Confirmed,Primary,Updated On\nme@self.example,Yes,Yes,\n';
const PROFILE = 'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary\nMe,Myself,,,,,\n';
const MESSAGES = 'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n';
const CARD = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Grace Oduya\r\nN:Oduya;Grace;;;\r\nEND:VCARD\r\n';
const GOOGLE =
  'First Name,Last Name,Labels,File As,E-mail 1 - Label,E-mail 1 - Value\nGrace,Oduya,* myContacts,,,g@x.example\n,,,,,\n';

async function pack(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const one = async (path: string, text: string | Uint8Array) =>
  (await readSource({ path, bytes: Buffer.from(text) }))[0];

describe('reading what people bring', () => {
  it('reads one file by what it holds, not by its name', async () => {
    expect((await one('people.txt', CONNECTIONS))?.format).toBe('linkedin');
    expect((await one('Connections.csv', CARD))?.format).toBe('vcard');
    expect((await one('x.vcf', GOOGLE))?.format).toBe('google-csv');
  });

  it('accounts for every record: drafts and skipped', async () => {
    const linkedin = await one('Connections.csv', CONNECTIONS);
    expect(linkedin?.drafts.map(({ where }) => where)).toEqual(['row 5', 'row 6']);
    expect(linkedin?.skipped).toEqual([{ where: 'row 7', reason: 'closed account: no name' }]);
    const google = await one('contacts.csv', GOOGLE);
    expect(google?.drafts).toHaveLength(1);
    expect(google?.skipped).toEqual([{ where: 'row 3', reason: 'an empty row' }]);
  });

  it('reads a LinkedIn zip, names what it does not read yet, and leaves its owner out', async () => {
    const bytes = await pack({
      'Connections.csv': CONNECTIONS,
      'messages.csv': MESSAGES,
      'Profile.csv': PROFILE,
      'Email Addresses.csv': OWN_ADDRESSES,
      '__MACOSX/._Connections.csv': 'x',
    });
    const files = await readSource({ path: 'export.zip', bytes });
    expect(files.map(({ path, format, warnings }) => [path, format, ...warnings])).toEqual([
      ['export.zip/Connections.csv', 'linkedin'],
      ['export.zip/messages.csv', 'unread', 'LinkedIn messages: not read yet'],
      ['export.zip/Profile.csv', 'unread', 'your own LinkedIn profile, not a person you know'],
      ['export.zip/Email Addresses.csv', 'unread', 'your own addresses on LinkedIn, not a person you know'],
    ]);
    expect(files[0]?.drafts.map(({ key }) => key)).toEqual(['https://www.linkedin.com/in/ada-brandsma']);
    expect(files[0]?.skipped).toContainEqual({ where: 'row 6', reason: 'yourself: the address is one of your own' });
  });

  it('gives the zip and the bare file of one account the same source', async () => {
    const [packed] = await readSource({
      path: 'a.zip',
      bytes: await pack({ 'Connections.csv': CONNECTIONS, 'Profile.csv': PROFILE }),
    });
    const bare = await one('Connections.csv', CONNECTIONS);
    expect(packed).toEqual({ ...bare, path: 'a.zip/Connections.csv' });
    expect(packed?.account).toBeUndefined();
  });

  it("does not take one export's owner for the owner of another", async () => {
    const entries = [
      ['a/Connections.csv', CONNECTIONS],
      ['b/Email Addresses.csv', OWN_ADDRESSES],
    ] as const;
    const files = await readFiles(entries.map(([path, text]) => ({ path, bytes: heldBytes(Buffer.from(text)) })));
    expect(files[0]?.drafts).toHaveLength(2);
  });

  it('reads a Takeout zip in which a contact stands under several labels', async () => {
    const bytes = await pack({
      'Takeout/Contacts/All Contacts/All Contacts.vcf': CARD,
      'Takeout/Contacts/Rotary/Rotary.vcf': CARD,
      'Takeout/Contacts/All Contacts/Grace Oduya.jpg': '\xff\xd8\xff\xe0',
      'Takeout/Contacts/My Contacts/My Contacts.csv': GOOGLE,
    });
    const files = await readSource({ path: 'takeout-001.zip', bytes });
    expect(files.map(({ format }) => format)).toEqual(['vcard', 'vcard', 'unread', 'google-csv']);
    const [first, second] = files.flatMap(({ drafts }) => drafts.map(contentKey));
    expect(first).toBe(second);
  });

  it('lists a zip inside a zip, and an empty one', async () => {
    const inner = await pack({ 'a.vcf': CARD });
    const files = await readSource({ path: 'outer.zip', bytes: await pack({ 'inner.zip': inner }) });
    expect(files.map(({ path, format, warnings }) => [path, format, ...warnings])).toEqual([
      ['outer.zip/inner.zip', 'unread', 'a zip inside a zip: unpack it and import it by itself'],
    ]);
    expect((await one('empty.zip', await pack({})))?.warnings).toEqual(['an empty archive']);
  });

  it('takes an Excel workbook for what it is', async () => {
    const bytes = await pack({
      '[Content_Types].xml': '<?xml version="1.0"?>',
      'xl/workbook.xml': '<?xml version="1.0"?>',
    });
    expect(await readSource({ path: 'people.xlsx', bytes })).toEqual([
      {
        path: 'people.xlsx',
        format: 'unread',
        drafts: [],
        skipped: [],
        warnings: ['an Office document: open it and save the table as CSV'],
      },
    ]);
  });

  it('does not unpack what is not for us, however large', async () => {
    const bytes = await pack({
      'All mail.mbox': Buffer.alloc(80_000_000, 'From a@b.example Mon\nX: y\n'),
      'c.vcf': CARD,
    });
    expect((await readSource({ path: 'takeout.zip', bytes })).map(({ format }) => format)).toEqual(['unread', 'vcard']);
  });

  it('refuses a bomb that looks like a table, in one sentence', async () => {
    const bytes = await pack({
      'Connections.csv': Buffer.concat([Buffer.from(CONNECTIONS), Buffer.alloc(50_000_000, ',')]),
    });
    expect(await readSource({ path: 'export.zip', bytes })).toEqual([
      {
        path: 'export.zip',
        format: 'unread',
        drafts: [],
        skipped: [],
        warnings: ['Connections.csv unpacks to more than 200 times its size, as only a harmful archive does'],
      },
    ]);
  });

  it('takes no other table of a LinkedIn export for people, and one that lies beside a file of connections for what it is', async () => {
    const verified = 'First name,Last name,Email,Verified on\nAda,Obi,ada@obi.example,1 May 2026\n';
    const zip = await pack({ 'Connections.csv': CONNECTIONS, 'Verifications/Verifications.csv': verified });
    const formats = async (entries: Parameters<typeof readFiles>[0]) =>
      (await readFiles(entries)).map(({ path, format }) => [path, format]);
    expect(await formats([{ path: 'export.zip', bytes: heldBytes(zip) }])).toEqual([
      ['export.zip/Connections.csv', 'linkedin'],
      ['export.zip/Verifications/Verifications.csv', 'unread'],
    ]);
    const files = { 'Connections.csv': CONNECTIONS, 'friends.csv': verified, 'Email Addresses.csv': OWN_ADDRESSES };
    const lying = (names: readonly (keyof typeof files)[]) =>
      names.map((path) => ({ path, bytes: heldBytes(Buffer.from(files[path])) }));
    expect(await formats(lying(['Connections.csv', 'friends.csv']))).toEqual([
      ['Connections.csv', 'linkedin'],
      ['friends.csv', 'csv'],
    ]);
    expect(await formats(lying(['Connections.csv', 'friends.csv', 'Email Addresses.csv']))).toEqual([
      ['Connections.csv', 'linkedin'],
      ['friends.csv', 'unread'],
      ['Email Addresses.csv', 'unread'],
    ]);
  });

  it('takes nothing of a damaged zip and reads the files beside it', async () => {
    const whole = await pack({ 'a.vcf': CARD, 'b.vcf': CARD });
    const entries = [
      { path: 'cut.zip', bytes: heldBytes(whole.subarray(0, -40)) },
      { path: 'c.vcf', bytes: heldBytes(Buffer.from(CARD)) },
    ];
    const files = await readFiles(entries);
    expect(files.map(({ path, format }) => [path, format])).toEqual([
      ['cut.zip', 'unread'],
      ['c.vcf', 'vcard'],
    ]);
    expect(files[0]?.warnings).toEqual(['cannot be unpacked: it is damaged or cut short, so download it again']);
  });

  it('reads only the head of a large file that is not for us', async () => {
    let read = 0;
    const bytes = {
      size: 5_000_000_000,
      read: (from: number, to: number) => {
        read += to - from;
        return Buffer.from('From a Mon\nX: y\n');
      },
    };
    expect((await readFiles([{ path: 'mail.mbox', bytes }]))[0]?.format).toBe('unread');
    expect(read).toBeLessThanOrEqual(65_536);
  });

  it.each([
    ['vCard file', CARD, 'larger than 1000 MB, the most that is read at once: split it, or export it without photos'],
    ['table', CONNECTIONS, 'larger than 300 MB, the most that is read at once: split it'],
  ])('refuses a %s past its limit by its head', async (_, start, reason) => {
    const bytes = {
      size: 5_000_000_000,
      read: (from: number, to: number) => {
        expect([from, to]).toEqual([0, 65_536]);
        return Buffer.from(start);
      },
    };
    const [file] = await readFiles([{ path: 'huge', bytes }]);
    expect(file).toEqual({ path: 'huge', format: 'unread', drafts: [], skipped: [], warnings: [reason] });
  });

  it('names what cannot be opened and reads the files beside it', async () => {
    const files = await readFiles([
      { path: 'a/locked.vcf', bytes: { problem: 'it may not be read' } },
      { path: 'a/b.vcf', bytes: heldBytes(Buffer.from(CARD)) },
    ]);
    expect(files.map(({ path, format, warnings }) => [path, format, ...warnings])).toEqual([
      ['a/locked.vcf', 'unread', 'it may not be read'],
      ['a/b.vcf', 'vcard'],
    ]);
  });

  it('takes no more files than a person has', async () => {
    const entries = ['a.vcf', 'b.vcf', 'c.vcf'].map((path) => ({ path, bytes: heldBytes(Buffer.from(CARD)) }));
    await expect(readFiles(entries, { limits: { ...READ_LIMITS, files: 2 } })).rejects.toThrow('more than 2 files');
  });

  it('hands over the first people before it has read the last', async () => {
    const bytes = heldBytes(Buffer.from(CARD.repeat(5_000)));
    for await (const { items } of openFiles([{ path: 'many.vcf', bytes }])) {
      for await (const item of items) {
        expect(item).toMatchObject({ kind: 'draft', draft: { where: 'card 1 (line 1)' } });
        return;
      }
    }
    expect.unreachable();
  });

  it.each([
    ['NUL alone', '\0'.repeat(3_000), 'unread', 0],
    ['UTF-7', 'First Name,Last Name,Connected On\nJ+APw-rgen,M+APw-ller,04 Mar 2021\n', 'linkedin', 1],
    ['overlong UTF-8', 'BEGIN:VCARD\nFN:A\xc0\xaf\xe0\x80\xafda\nEND:VCARD\n', 'vcard', 1],
    [
      'halves of characters',
      '\xff\xfeB\0E\0G\0I\0N\0:\0V\0C\0A\0R\0D\0\n\0F\0N\0:\0\x3d\xd8A\0\n\0E\0N\0D\0:\0V\0C\0A\0R\0D\0',
      'vcard',
      1,
    ],
    ['directions turned round', 'BEGIN:VCARD\nFN:\xe2\x80\xaeneve\nEND:VCARD\n', 'vcard', 1],
    [
      'a header and twenty thousand empty rows',
      `First Name,Last Name,Connected On\n${',,\n'.repeat(20_000)}`,
      'linkedin',
      20_000,
    ],
    [
      'ten thousand columns',
      `First Name,Last Name,Connected On${',x'.repeat(10_000)}\nAda,B,${',v'.repeat(10_000)}\n`,
      'linkedin',
      1,
    ],
    [
      'a line of three megabytes in a card',
      `BEGIN:VCARD\nFN:Ada\nNOTE:${'x'.repeat(3_000_000)}\nEND:VCARD\n`,
      'vcard',
      1,
    ],
    [
      'a line of three megabytes in a table',
      `First Name,Last Name,Connected On\n"${'x'.repeat(3_000_000)}\nAda,B,\n`,
      'linkedin',
      2,
    ],
    ['agents in agents', `${'BEGIN:VCARD\nFN:Ada\nAGENT:\n'.repeat(1_000)}${'END:VCARD\n'.repeat(1_000)}`, 'vcard', 1],
  ])('accounts for every record of a file with %s', async (_, text, format, records) => {
    const file = await one('file', Buffer.from(text, 'latin1'));
    expect(file?.format).toBe(format);
    expect((file?.drafts.length ?? 0) + (file?.skipped.length ?? 0)).toBe(records);
  });

  it('says when letters are damaged', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${CONNECTIONS}Zoë,Müller`),
      Buffer.from([0xff]),
      Buffer.from('é,,,,,\n'),
    ]);
    expect((await one('Connections.csv', bytes))?.warnings[0]).toContain('damaged');
  });

  it('gives plain data, fit for another thread', async () => {
    const files = await readSource({ path: 'Connections.csv', bytes: Buffer.from(CONNECTIONS) });
    expect(structuredClone(files)).toEqual(files);
  });

  it('never fails but with a sentence, whatever the bytes', async () => {
    const starts = ['', 'PK\x03\x04', 'BEGIN:VCARD\r\n', CONNECTIONS, GOOGLE, '\ufeff', '"', '\xff\xfe'].map((text) =>
      Buffer.from(text, 'latin1'),
    );
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .constantFrom('"', ',', '\n', 'BEGIN:VCARD\n', 'END:VCARD\n', ':', ';', '=\n', '\0')
        .map((text) => new Uint8Array(Buffer.from(text))),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.array(piece, { maxLength: 12 }),
        fc.constantFrom(undefined, 'vcard' as const, 'linkedin' as const, 'google-csv' as const),
        async (start, pieces, from) => {
          try {
            const files = await readSource(
              { path: 'any', bytes: Buffer.concat([start, ...pieces]) },
              from === undefined ? {} : { from },
            );
            expect(files.length).toBeGreaterThan(0);
            for (const file of files) if (file.format === 'unread') expect(file.warnings).toHaveLength(1);
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
