import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../../domain/errors.ts';
import type { PersonDraft, ReadFile } from '../../formats/draft.ts';

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
}
/** Where a file lies, and the name it is reported under. */
export interface ImportPath {
  readonly path: string;
  readonly name: string;
}
export type ReaderMessage =
  | { readonly kind: 'file'; readonly file: Omit<ReadFile, 'drafts'> & { readonly drafts: number } }
  | { readonly kind: 'drafts'; readonly drafts: readonly ReadDraft[]; readonly photos: readonly StagedPhoto[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };

/**
 * Reads files in a thread of its own and hands over one message at a time; the thread waits with the next until each is
 * dealt with, so memory stays bounded however fast it reads.
 * @throws AppError as the formats do
 */
export async function readInThread(
  request: ReadRequest,
  handle: (message: Exclude<ReaderMessage, { kind: 'end' | 'failed' }>) => Promise<void>,
): Promise<void> {
  const own = import.meta.url;
  const worker = new Worker(new URL(own.endsWith('.ts') ? './read.worker.ts' : './read.worker.js', own), {
    workerData: request,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: ReaderMessage) => {
        if (message.kind === 'end') return resolve();
        if (message.kind === 'failed') return reject(new AppError(message.code, message.message));
        handle(message).then(() => worker.postMessage('next'), reject);
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new AppError('internal', 'Reading stopped before the end of the files.')));
    });
  } finally {
    await worker.terminate();
  }
}
