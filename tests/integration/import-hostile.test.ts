import { expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { ImportRun } from '../../src/contract/shapes.ts';
import { countSkipped } from '../../src/domain/skipped-rows.ts';
import { listImports } from '../../src/services/import/import.service.ts';
import {
  aLinkedInCsv,
  aVCard,
  countsOf,
  DERIVED,
  describeNetworks,
  type Files,
  importFiles,
  LOGGED,
  problemsOf,
  rowsOf,
  type TestNetwork,
} from '../support/a-network.ts';

/** All a network holds but the records of its imports. */
const everything = (t: TestNetwork) => rowsOf(t, [...LOGGED, ...DERIVED, 'change', 'step', 'blob', 'import_row']);

const ADA = aVCard('FN:Ada Brandt', 'UID:ada', 'EMAIL:ada@tidal.example');
const PHOTO = `PHOTO;ENCODING=b;TYPE=JPEG:${Buffer.from([0xff, 0xd8, 0xff, 0xe0, 7]).toString('base64')}`;

async function aZip(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const rename = (zip: Buffer, from: string, to: string) =>
  Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');

/** Each with the sentence it ends in. */
const REFUSED: readonly (readonly [files: () => Files | Promise<Files>, sentence: RegExp])[] = [
  [() => ({ 'nul.csv': Buffer.alloc(5_000) }), /nul\.csv: an empty file/],
  [() => ({ 'noise.vcf': Buffer.alloc(5_000, '\x07\xfe\x01') }), /noise\.vcf: not text/],
  [() => ({ 'line.csv': 'x'.repeat(3_000_000) }), /line\.csv: text without people/],
  [
    async () => ({ 'cut.zip': (await aZip({ 'a.vcf': ADA })).subarray(0, -30) }),
    /cut\.zip: cannot be unpacked: .*cut short/,
  ],
  [
    async () => ({ 'up.zip': rename(await aZip({ 'XX/a.vcf': ADA }), 'XX/a.vcf', '../a.vcf') }),
    /up\.zip: cannot be unpacked: .*outside the archive \(\.\.\/a\.vcf\)/,
  ],
  [
    async () => ({
      'bomb.zip': await aZip({ 'a.vcf': ADA, 'b.vcf': Buffer.concat([Buffer.from(ADA), Buffer.alloc(30_000_000)]) }),
    }),
    /bomb\.zip: b\.vcf unpacks to more than 200 times its size/,
  ],
];

describeNetworks('hostile imports', (open) => {
  it('end in one sentence that names the file, and touch nothing; the next one works', async () => {
    const t = await open();
    const before = await everything(t);
    for (const [files, sentence] of REFUSED) {
      const failure: unknown = await importFiles(t, await files()).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'unreadable', message: expect.stringMatching(sentence) });
      expect(failure).toMatchObject({ message: expect.not.stringMatching(/\n|\bat \S+:\d+/) });
    }
    expect(await everything(t)).toEqual(before);
    expect(new Set((await listImports(t.context())).map((run) => run.state))).toEqual(new Set(['failed']));
    expect(countsOf(await importFiles(t, { 'ada.vcf': ADA }))).toEqual([1, 0, 0, 0]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('that run out of memory on the way are failed, and leave no row and no photo', async () => {
    const t = await open();
    const before = await everything(t);
    const people = Array.from({ length: 400 }, (_, i) => aVCard(`FN:Person ${i}`, `UID:p${i}`, PHOTO)).join('');
    const long = aVCard('FN:Ada', `NOTE:${'and so on '.repeat(2_000_000)}`);
    await expect(
      importFiles(t, { 'book.vcf': people, 'long.vcf': long }, { readerMemoryMb: 24 }),
    ).rejects.toMatchObject({
      code: 'unreadable',
      message: 'long.vcf needs more than the 24 MB of memory that reading may take: split it into smaller files.',
    });
    const [run] = await listImports(t.context());
    expect(run).toMatchObject({ state: 'failed', error: expect.stringContaining('long.vcf') });
    expect(await everything(t)).toEqual(before);
    expect(countsOf(await importFiles(t, { 'book.vcf': people }))).toEqual([400, 0, 0, 0]);
    expect((await rowsOf(t, ['blob'])).blob).toHaveLength(1);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('bring in whom they can and name the rest by its place', async () => {
    const t = await open();
    const huge = `BEGIN:VCARD\r\nFN:Bomb\r\nPHOTO;ENCODING=b:${'QUJD'.repeat(9_000_000)}\r\nEND:VCARD\r\n`;
    const svg = `PHOTO;VALUE=uri:data:image/svg+xml;base64,${Buffer.from('<svg onload="alert(1)"/>').toString('base64')}`;
    const wide = ['First Name,Last Name,Connected On', 'Ada,Brandt,'].map((row, i) =>
      [row, ...Array.from({ length: 10_000 }, (_, n) => (i === 0 ? `Column ${n}` : `v${n}`))].join(','),
    );
    const run: ImportRun = await importFiles(t, {
      'photos.vcf': huge + aVCard('FN:Grace', svg) + aVCard('FN:\u202eevil', 'NOTE:\x1b[31mred'),
      'wide.csv': `${wide.join('\n')}\n`,
      'rows.csv': aLinkedInCsv(Array.from({ length: 3_000 }, () => ['', '', '', '', '', '', ''])),
      'one\x1b[2Jline.bin': 'x'.repeat(100_000),
    });
    const files = run.report?.files ?? [];
    for (const file of files) expect(file.read).toBe(file.created + file.updated + file.unchanged + countSkipped(file));
    expect(files.map(({ format, read, created }) => [format, read, created])).toEqual([
      ['vcard', 3, 2],
      ['linkedin', 1, 1],
      ['linkedin', 3_000, 0],
      ['unread', 0, 0],
    ]);
    expect(files[0]?.skipped).toEqual([{ where: 'card 1 (line 1)', reason: 'the card is larger than 32 MB' }]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('in which a crowd shares one number keep everyone apart', async () => {
    const t = await open();
    const crowd = Array.from({ length: 600 }, (_, i) => aVCard(`FN:Person${i} Number${i}`, 'TEL:+31201234567')).join(
      '',
    );
    expect(countsOf(await importFiles(t, { 'crowd.vcf': crowd }))).toEqual([600, 0, 0, 0]);
    expect(countsOf(await importFiles(t, { 'crowd.vcf': crowd }))).toEqual([0, 0, 600, 0]);
    expect(await problemsOf(t)).toEqual([]);
  });
});
