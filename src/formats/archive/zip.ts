import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { AppError } from '../../domain/errors.ts';

/** What a zip may ask of the machine. Only what is read counts: a two-gigabyte mailbox beside the contacts does no harm. */
export interface ZipLimits {
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** Unpacked to packed, above `ratioFrom` bytes. Tables and cards pack 5 to 20 times, a bomb a thousand times. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

export const ZIP_LIMITS: ZipLimits = {
  entries: 50_000,
  entryBytes: 300_000_000,
  totalBytes: 1_000_000_000,
  ratio: 200,
  ratioFrom: 10_000_000,
};

/** One file of a zip, not yet unpacked. */
export interface ZipMember {
  /** Inside the zip, with forward slashes. */
  readonly path: string;
  readonly size: number;
  /** The first bytes, at most `length`. */
  head(length: number): Promise<Uint8Array>;
  read(): Promise<Uint8Array>;
}

/** Left by file managers; nobody means to import them. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)/i;

export function isLitter(path: string): boolean {
  return LITTER.test(path);
}

/**
 * Lists the files of a zip held in memory; nothing is ever written to disk. Folders and what file managers leave behind
 * are passed over.
 * @param archivePath for messages
 * @throws AppError `unreadable` for a damaged or protected zip, names that point outside it, or more than the limits
 */
export async function* readZip(
  archivePath: string,
  bytes: Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
): AsyncGenerator<ZipMember> {
  const zip = await refusing(archivePath, () =>
    fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
  );
  if (zip.entryCount > limits.entries) {
    throw unreadable(
      `${archivePath} holds ${zip.entryCount} files, more than ${limits.entries}: unpack it and import the files you need`,
    );
  }
  const budget = { left: limits.totalBytes };
  const entries = zip.eachEntry();
  while (true) {
    const next = await refusing(archivePath, () => entries.next());
    if (next.done) return;
    const entry = next.value;
    const path = entry.fileName.replaceAll(/\p{Cc}/gu, '\ufffd');
    if (path.endsWith('/') || isLitter(path)) continue;
    const place = `${archivePath}: ${path}`;
    if (entry.isEncrypted())
      throw unreadable(`${place} is protected by a password: unpack the archive and import its files`);
    const unpack = (length?: number) =>
      refusing(place, () => unpackEntry(zip, entry, { place, length, limits, budget }));
    yield { path, size: entry.uncompressedSize, head: unpack, read: () => unpack() };
  }
}

async function unpackEntry(
  zip: ZipFile,
  entry: Entry,
  {
    place,
    length,
    limits,
    budget,
  }: { place: string; length: number | undefined; limits: ZipLimits; budget: { left: number } },
): Promise<Uint8Array> {
  if (!entry.canDecodeFileData())
    throw unreadable(`${place} is packed in a way Tendril does not know: pack it again as an ordinary zip`);
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    chunks.push(chunk);
    size += chunk.length;
    if (length !== undefined) {
      if (size >= length) return Buffer.concat(chunks).subarray(0, length);
      continue;
    }
    budget.left -= chunk.length;
    if (size > limits.entryBytes)
      throw unreadable(
        `${place} is larger than ${megabytes(limits.entryBytes)}: split it, or import it without the zip`,
      );
    if (budget.left < 0)
      throw unreadable(
        `${place}: the archive unpacks to more than ${megabytes(limits.totalBytes)}; unpack it and import the files you need`,
      );
    if (size > limits.ratioFrom && size > limits.ratio * entry.compressedSize) {
      throw unreadable(`${place} unpacks to more than ${limits.ratio} times its size, as only a harmful archive does`);
    }
  }
  const whole = Buffer.concat(chunks);
  if (crc32(whole) !== entry.crc32) throw new Error('wrong checksum');
  return whole;
}

/** Runs one step of reading; whatever the library throws becomes one sentence that names the file. */
async function refusing<T>(place: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable(`${place} cannot be unpacked: ${describe(error)}`, error);
  }
}

function describe(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/^(?:invalid relative path|absolute path|invalid characters in fileName)/.test(message)) {
    return `it holds a file name that points outside the archive (${message.replace(/^[^:]*: /, '').slice(0, 100)})`;
  }
  if (/multi-disk|split/i.test(message)) return 'it is one part of several: join them first';
  return 'it is damaged or cut short, so download it again';
}

function unreadable(message: string, cause?: unknown): AppError {
  return new AppError('unreadable', message, { cause });
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
