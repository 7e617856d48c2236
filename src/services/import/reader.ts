import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../../domain/errors.ts';
import type { OpenFile, PersonDraft, Skipped } from '../../formats/draft.ts';
import type { TableKnowledge } from '../../formats/table/mapping.ts';

/** A draft as staged: photos are out, hashes in. */
export interface StagedDraft extends RowIdentity {
  readonly draft: PersonDraft;
}
/** The same on its way from the thread: a text costs the one who receives it nothing to take or to store. */
export interface ReadDraft extends RowIdentity {
  readonly json: string;
  readonly where: string;
  readonly warnings: readonly string[];
}
interface RowIdentity {
  /** The source's key, or one made of the content. */
  readonly key: string;
  /** Changes when anything the source says changes. */
  readonly hash: string;
}
export interface StagedPhoto {
  readonly hash: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
export interface ReadRequest {
  readonly paths: readonly ImportPath[];
  readonly country: string;
  readonly from?: string;
  readonly tables?: TableKnowledge;
}
/** Where a file lies, and the name it is reported under. */
export interface ImportPath {
  readonly path: string;
  readonly name: string;
}
export interface ReadItemsMessage {
  readonly kind: 'items';
  readonly drafts: readonly ReadDraft[];
  readonly photos: readonly StagedPhoto[];
  readonly skipped: readonly Skipped[];
  /** Problems of the file as a whole. */
  readonly warnings: readonly string[];
}
export type ReaderMessage =
  /** What comes next is of this file. */
  | { readonly kind: 'file'; readonly file: Omit<OpenFile, 'items'> }
  | ReadItemsMessage
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };

/**
 * The most JavaScript memory the thread may take. Reading needs a fraction of it but for the keys of a file's cards, of
 * which a million take a third. What a table holds lies outside of it and has its own limit.
 */
export const READER_MEMORY_MB = 1_024;

/**
 * Reads files in a thread of its own and hands over one message at a time; the thread waits with the next until each is
 * dealt with, so memory stays bounded however fast it reads.
 * @throws AppError as the formats do, and `unreadable` when the thread ends before the files do
 */
export async function readInThread(
  request: ReadRequest,
  handle: (message: Exclude<ReaderMessage, { kind: 'end' | 'failed' }>) => Promise<void>,
  memoryMb = READER_MEMORY_MB,
): Promise<void> {
  const own = import.meta.url;
  const worker = new Worker(new URL(own.endsWith('.ts') ? './read.worker.ts' : './read.worker.js', own), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  let place = request.paths[0]?.name ?? '';
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: ReaderMessage) => {
        if (message.kind === 'end') return resolve();
        if (message.kind === 'failed') return reject(new AppError(message.code, message.message));
        if (message.kind === 'file') place = message.file.path;
        handle(message).then(() => worker.postMessage('next'), reject);
      });
      worker.on('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory(place, memoryMb, error) : error),
      );
      worker.on('exit', () =>
        reject(new AppError('unreadable', `${place}: reading stopped before its end. Import it again.`)),
      );
    });
  } finally {
    await worker.terminate();
  }
}

function outOfMemory(place: string, memoryMb: number, cause: unknown): AppError {
  const message = `${place} needs more than the ${memoryMb} MB of memory that reading may take: split it into smaller files.`;
  return new AppError('unreadable', message, { cause });
}
