import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { AppError } from '../../domain/errors.ts';
import type { ByteSource } from '../byte-source.ts';

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
  /** Unpacks it without holding it, so that what is wrong with it shows before anything is taken. */
  check(): Promise<void>;
  read(): Promise<Uint8Array>;
}

/** Left by file managers; nobody means to import them. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)/i;

export function isLitter(path: string): boolean {
  return LITTER.test(path);
}

/**
 * Lists the files of a zip, which is read where it lies; nothing is ever written to disk. Folders and what file managers
 * leave behind are passed over.
 * @param archivePath for messages
 * @throws AppError `unreadable` for a damaged or protected zip, names that point outside it, or more than the limits
 */
export async function* readZip(
  archivePath: string,
  source: ByteSource,
  limits: ZipLimits = ZIP_LIMITS,
): AsyncGenerator<ZipMember> {
  const zip = await refusing(archivePath, () =>
    fromRandomAccessReaderPromise(new SourceReader(source), source.size, { autoClose: false }),
  );
  if (zip.entryCount > limits.entries) {
    throw unreadable(
      `${archivePath} holds ${zip.entryCount} files, more than ${limits.entries}: unpack it and import the files you need`,
    );
  }
  // What is unpacked to see whether it can be, and what is unpacked to be read, each have the whole.
  const budgets = { check: { left: limits.totalBytes }, read: { left: limits.totalBytes } };
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
    const unpacking = { zip, entry, place, limits };
    yield {
      path,
      size: entry.uncompressedSize,
      head: (length) => refusing(place, () => unpackHead(unpacking, length)),
      check: () =>
        refusing(place, async () => {
          for await (const _chunk of unpack(unpacking, budgets.check));
        }),
      read: () =>
        refusing(place, async () => {
          const chunks: Uint8Array[] = [];
          for await (const chunk of unpack(unpacking, budgets.read)) chunks.push(chunk);
          return Buffer.concat(chunks);
        }),
    };
  }
}

interface Unpacking {
  readonly zip: ZipFile;
  readonly entry: Entry;
  readonly place: string;
  readonly limits: ZipLimits;
}

async function* streamOf({ zip, entry, place }: Unpacking): AsyncGenerator<Uint8Array> {
  if (!entry.canDecodeFileData())
    throw unreadable(`${place} is packed in a way Tendril does not know: pack it again as an ordinary zip`);
  for await (const chunk of await zip.openReadStreamPromise(entry)) if (chunk instanceof Uint8Array) yield chunk;
}

async function unpackHead(unpacking: Unpacking, length: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of streamOf(unpacking)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= length) break;
  }
  return Buffer.concat(chunks).subarray(0, length);
}

/** Unpacks a whole member, piece by piece and within the limits; its checksum shows at the end. */
async function* unpack(unpacking: Unpacking, budget: { left: number }): AsyncGenerator<Uint8Array> {
  const { entry, place, limits } = unpacking;
  let size = 0;
  let checksum = 0;
  for await (const chunk of streamOf(unpacking)) {
    size += chunk.length;
    checksum = crc32(chunk, checksum);
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
    yield chunk;
  }
  if (checksum !== entry.crc32) throw new Error('wrong checksum');
}

const BLOCK_BYTES = 256 * 1024;

/** Gives yauzl a source to read from. It asks for a few bytes at a time, which are served from a block. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;
  #block: Uint8Array = new Uint8Array();
  #from = 0;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#pieces(start, end), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    try {
      if (position < this.#from || position + length > this.#from + this.#block.length) {
        this.#block = this.#source.read(position, position + Math.max(length, BLOCK_BYTES));
        this.#from = position;
      }
      const found = this.#block.subarray(position - this.#from, position - this.#from + length);
      buffer.set(found, offset);
      setImmediate(callback, found.length < length ? new Error('unexpected end of the archive') : null);
    } catch (error) {
      setImmediate(callback, error instanceof Error ? error : new Error(String(error)));
    }
  }

  *#pieces(start: number, end: number): Generator<Buffer> {
    for (let at = start; at < end; at += BLOCK_BYTES)
      yield Buffer.from(this.#source.read(at, Math.min(at + BLOCK_BYTES, end)));
  }
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
