import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { AppError } from '../../domain/errors.ts';
import { heldBytes } from '../byte-source.ts';
import { readZip, ZIP_LIMITS, type ZipLimits } from './zip.ts';

async function pack(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function unpack(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const member of readZip('export.zip', heldBytes(bytes), limits))
    files[member.path] = Buffer.from(await member.read()).toString();
  return files;
}

/** The same name, or a flag of the same length, put over the packed bytes: what no honest packer writes. */
function replaceAll(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}

async function refusal(bytes: Uint8Array, limits?: ZipLimits): Promise<string> {
  const error = await unpack(bytes, limits).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error('was not refused', { cause: error });
  expect(error.code).toBe('unreadable');
  return error.message;
}

describe('a zip', () => {
  it('lists its files, without folders and what file managers leave', async () => {
    const bytes = await pack({
      'Connections.csv': 'a',
      '__MACOSX/._Connections.csv': 'x',
      'sub/.DS_Store': 'x',
      'sub/Ünïcode 🚀.vcf': 'b',
      '._a.vcf': 'x',
    });
    expect(await unpack(bytes)).toEqual({ 'Connections.csv': 'a', 'sub/Ünïcode 🚀.vcf': 'b' });
  });

  it('gives the head of a file without unpacking the rest', async () => {
    const bytes = await pack({ 'mail.mbox': Buffer.alloc(40_000_000, 'From ') });
    for await (const member of readZip('export.zip', heldBytes(bytes))) expect((await member.head(10)).length).toBe(10);
  });

  it('reads names in the old DOS encoding', async () => {
    const bytes = replaceAll(await pack({ 'J-rgen.vcf': 'a' }), 'J-rgen', 'J\x81rgen');
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = -1) bytes.writeUInt16LE(0, at + 8);
    expect(Object.keys(await unpack(bytes))).toEqual(['Jürgen.vcf']);
  });

  it.each([
    ['../evil.csv', 'XX/evil.csv'],
    ['/etc/x.csv', 'Xetc/x.csv'],
    ['C:/win.csv', 'CX/win.csv'],
  ])('refuses the name %s', async (name, honest) => {
    const message = await refusal(replaceAll(await pack({ [honest]: 'a' }), honest, name));
    expect(message).toContain('export.zip');
    expect(message).toContain('outside the archive');
  });

  it('refuses a protected file by name', async () => {
    const bytes = await pack({ 'Connections.csv': 'a' });
    const entry = bytes.indexOf('PK\x01\x02');
    bytes.writeUInt16LE(bytes.readUInt16LE(entry + 8) | 1, entry + 8);
    expect(await refusal(bytes)).toBe(
      'export.zip: Connections.csv is protected by a password: unpack the archive and import its files',
    );
  });

  it('refuses an archive cut short, anywhere', async () => {
    const bytes = await pack({ 'Connections.csv': 'a'.repeat(1_000), 'b.csv': 'b' });
    for (const length of [4, 40, bytes.length - 30, bytes.length - 1])
      expect(await refusal(bytes.subarray(0, length))).toContain('export.zip');
  });

  it('refuses bytes that do not fit their checksum, naming the file', async () => {
    const bytes = await pack({ 'a.csv': 'honest text that is stored as it is, since it is short' });
    bytes.writeUInt32LE(12345, bytes.indexOf('PK\x01\x02') + 16);
    expect(await refusal(bytes)).toBe(
      'export.zip: a.csv cannot be unpacked: it is damaged or cut short, so download it again',
    );
  });

  it('refuses a bomb before it is unpacked', async () => {
    const bytes = await pack({ 'bomb.csv': Buffer.alloc(64_000_000) });
    expect(bytes.length).toBeLessThan(100_000);
    expect(await refusal(bytes)).toContain('bomb.csv unpacks to more than 200 times its size');
  });

  it('refuses a file that is longer than it says', async () => {
    const bytes = await pack({ 'liar.csv': Buffer.alloc(50_000, 'ab') });
    bytes.writeUInt32LE(10, bytes.indexOf('PK\x01\x02') + 24);
    expect(await refusal(bytes)).toContain('liar.csv');
    expect(deflateRawSync(Buffer.alloc(50_000, 'ab')).length).toBeLessThan(1_000);
  });

  it('holds to its limits of files, bytes of one file and bytes of all', async () => {
    const bytes = await pack({ 'a.csv': 'x'.repeat(600), 'b.csv': 'x'.repeat(600) });
    expect(await refusal(bytes, { ...ZIP_LIMITS, entries: 1 })).toContain('2 files, more than 1');
    expect(await refusal(bytes, { ...ZIP_LIMITS, entryBytes: 500 })).toContain('a.csv is larger than');
    expect(await refusal(bytes, { ...ZIP_LIMITS, totalBytes: 1_000 })).toContain(
      'b.csv: the archive unpacks to more than',
    );
  });

  it('reads a zip of the kind for large archives', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('a'), 'Connections.csv');
    zip.end({ forceZip64Format: true, comment: '' });
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
    expect(await unpack(Buffer.concat(chunks))).toEqual({ 'Connections.csv': 'a' });
  });

  it('counts each time what lies in the archive once and is listed often', async () => {
    const bytes = await pack({ 'a.csv': Buffer.alloc(1_000_000, 'abcd'), 'b.csv': 'x' });
    const [first, second] = [bytes.indexOf('PK\x01\x02'), bytes.lastIndexOf('PK\x01\x02')];
    const end = bytes.indexOf('PK\x05\x06');
    const listing = bytes.subarray(first, second);
    const tail = Buffer.from(bytes.subarray(end));
    tail.writeUInt16LE(20, 8);
    tail.writeUInt16LE(20, 10);
    const quilt = Buffer.concat([bytes.subarray(0, first), ...Array.from({ length: 20 }, () => listing), tail]);
    expect(await refusal(quilt, { ...ZIP_LIMITS, totalBytes: 10_000_000 })).toContain(
      'a.csv: the archive unpacks to more than 10 MB',
    );
  });

  it('checks a file without holding it, and gives it afterwards', async () => {
    const bytes = await pack({ 'a.csv': 'honest' });
    for await (const member of readZip('export.zip', heldBytes(bytes))) {
      await member.check();
      expect(Buffer.from(await member.read()).toString()).toBe('honest');
    }
    bytes.writeUInt32LE(12345, bytes.indexOf('PK\x01\x02') + 16);
    for await (const member of readZip('export.zip', heldBytes(bytes)))
      await expect(member.check()).rejects.toThrow('export.zip: a.csv cannot be unpacked');
  });

  it('never fails but with a sentence, whatever bytes are changed', async () => {
    const bytes = await pack({ 'Connections.csv': 'First Name,Last Name\n'.repeat(20), 'b/c.vcf': 'BEGIN:VCARD' });
    const change = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const broken = Buffer.from(bytes);
        for (const [at, value] of changes) broken[at] = value;
        const error = await unpack(broken).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        expect(error === undefined || (error instanceof AppError && error.code === 'unreadable')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
