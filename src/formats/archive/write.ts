import { Readable } from 'node:stream';
import yazl from 'yazl';

/** What an archive holds: every table as JSON lines, photos as files, and the cards once more as vCard for other programs. */
export interface ArchiveContents {
  readonly about: Readonly<Record<string, unknown>>;
  readonly tables: readonly { readonly name: string; readonly rows: AsyncIterable<Record<string, unknown>> }[];
  readonly blobs: AsyncIterable<{ hash: string; media_type: string; bytes: Uint8Array }>;
  readonly vcards: AsyncIterable<string>;
}

/** Writes a zip in parts. The members: `about.json`, `tables/<name>.jsonl`, `photos/<sha-256>.<type>`, `people.vcf`. */
export async function* writeArchive(contents: ArchiveContents): AsyncGenerator<Uint8Array> {
  const zip = new yazl.ZipFile();
  const filled = fill(zip, contents);
  for await (const part of zip.outputStream) yield part as Uint8Array;
  await filled;
}

async function fill(zip: yazl.ZipFile, contents: ArchiveContents): Promise<void> {
  zip.addBuffer(Buffer.from(JSON.stringify(contents.about, null, 2)), 'about.json');
  for (const { name, rows } of contents.tables) zip.addReadStream(Readable.from(lines(rows)), `tables/${name}.jsonl`);
  zip.addReadStream(Readable.from(contents.vcards), 'people.vcf');
  for await (const { hash, media_type, bytes } of contents.blobs)
    zip.addBuffer(Buffer.from(bytes), `photos/${hash}.${media_type.split('/')[1]?.replace(/\W.*/, '') || 'bin'}`);
  zip.end();
}

async function* lines(rows: AsyncIterable<Record<string, unknown>>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
