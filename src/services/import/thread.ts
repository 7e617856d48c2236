import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../../domain/errors.ts';
import { cellsForThread, type WaitingCells } from '../../storage/dialects/waiting.ts';
import type { Store } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { type Importer, setImporter } from './importer.ts';
import { isOurs, type Job } from './job.ts';
import type { ImportRequest } from './stage.ts';

/**
 * Imports in a thread of their own, with its own connections: matching and writing ten thousand people would hold up every
 * request. The thread is kept for a while, since loading it takes as long as a small import.
 */

/** In whose name and on which day; a clock that is not the machine's stands still in the thread. */
export interface ThreadContext {
  readonly actor: Actor;
  readonly now?: number;
  readonly on?: Context['on'];
  readonly requestId?: string;
}
export interface ThreadData {
  /** Of the database, as it was opened. */
  readonly address: string;
  readonly waiting: WaitingCells;
}
export type ThreadCall = { readonly id: string; readonly context: ThreadContext } & (
  | { readonly call: 'run'; readonly request: ImportRequest }
  | { readonly call: 'resume' }
);
export type ThreadMessage =
  | (ThreadCall & { readonly ticket: number })
  | { readonly call: 'cancel'; readonly id: string }
  | { readonly call: 'end' };
export interface ThreadAnswer {
  readonly ticket: number;
  readonly done?: boolean;
  readonly problem?: ThreadProblem;
}
/** An error on its way between threads: a clone of one would be an error of no class. */
export interface ThreadProblem {
  readonly name: string;
  readonly code?: ErrorCode;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly stack?: string | undefined;
  readonly cause?: ThreadProblem;
}

const KEPT_MS = 30_000;

export interface ThreadOptions {
  /** The most JavaScript memory it may take, when that is less than the machine gives. */
  readonly memoryMb?: number;
  /** Told of failures of our own: of a run that failed, only a sentence is kept. */
  readonly log?: (error: unknown, what: string) => void;
}

/** Has the imports of a store run in a thread. Answers how to end it: before the store's database is closed. */
export function importInThread(store: Store, address: string, options: ThreadOptions = {}): { close(): Promise<void> } {
  const thread = new ImportThread(address, options);
  setImporter(store, thread);
  return thread;
}

interface Waiting {
  readonly worker: Worker;
  readonly resolve: (answer: ThreadAnswer) => void;
  readonly reject: (error: Error) => void;
}

class ImportThread implements Importer {
  readonly #address: string;
  readonly #options: ThreadOptions;
  #worker: Worker | undefined;
  /** The ends of all threads there still are: one that was sent away, or is dying, has connections of its own until then. */
  readonly #ends = new Set<Promise<void>>();
  #closed = false;
  #tickets = 0;
  readonly #waiting = new Map<number, Waiting>();
  #idle: NodeJS.Timeout | undefined;

  constructor(address: string, options: ThreadOptions) {
    this.#address = address;
    this.#options = options;
  }

  async run(job: Job, request: ImportRequest): Promise<void> {
    try {
      await this.#ask({ call: 'run', id: job.id, context: contextOf(job.context), request });
    } catch (error) {
      await this.#endBadly(job, error);
    }
  }

  async resume(job: Job): Promise<boolean> {
    try {
      const { done = false } = await this.#ask({ call: 'resume', id: job.id, context: contextOf(job.context) });
      return done;
    } catch (error) {
      await this.#endBadly(job, error).catch((failed: unknown) => {
        // Otherwise it is in the run.
        if (staysOpen(failed)) throw failed;
      });
      return false;
    }
  }

  cancel(id: string): void {
    this.#worker?.postMessage({ call: 'cancel', id } satisfies ThreadMessage);
  }

  /** What is being imported fails: its own database is closed under it. A later start takes it up. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.values()) reject(new ThreadClosed());
    this.#sendAway();
    await Promise.all(this.#ends);
  }

  /** Whatever became of the thread: it may have died, or never got as far as the run. */
  async #endBadly(job: Job, error: unknown): Promise<void> {
    if (staysOpen(error)) throw error;
    if (isOurs(error)) this.#options.log?.(error, 'an import failed');
    const { endBadly } = await import('./run.ts');
    await endBadly(job, error);
  }

  async #ask(call: ThreadCall): Promise<ThreadAnswer> {
    if (this.#closed) throw new ThreadClosed();
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const ticket = ++this.#tickets;
    worker.ref();
    try {
      const answer = await new Promise<ThreadAnswer>((resolve, reject) => {
        this.#waiting.set(ticket, { worker, resolve, reject });
        worker.postMessage({ ...call, ticket } satisfies ThreadMessage);
      });
      if (answer.problem) throw toError(answer.problem);
      return answer;
    } finally {
      this.#waiting.delete(ticket);
      if (this.#waiting.size === 0) this.#rest();
    }
  }

  /** Nothing to do: it keeps no process alive, and goes after a while. */
  #rest(): void {
    if (!this.#worker) return;
    this.#worker.unref();
    this.#idle = setTimeout(() => this.#sendAway(), KEPT_MS).unref();
  }

  #sendAway(): void {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.ref();
    worker?.postMessage({ call: 'end' } satisfies ThreadMessage);
  }

  #start(): Worker {
    const own = import.meta.url;
    const { memoryMb } = this.#options;
    const { cells, forget } = cellsForThread();
    const workerData: ThreadData = { address: this.#address, waiting: cells };
    const worker = new Worker(new URL(own.endsWith('.ts') ? './import.worker.ts' : './import.worker.js', own), {
      workerData,
      ...(memoryMb !== undefined && { resourceLimits: { maxOldGenerationSizeMb: memoryMb } }),
    });
    worker.on('message', (answer: ThreadAnswer) => this.#waiting.get(answer.ticket)?.resolve(answer));
    let cause: unknown;
    worker.on('error', (error) => {
      cause = error;
      this.#forget(worker);
    });
    const end = new Promise<void>((resolve) => worker.once('exit', () => resolve())).then(() => {
      forget();
      this.#ends.delete(end);
      this.#forget(worker);
      // Only now are its connections closed, and what it had begun is rolled back.
      for (const waiting of this.#waiting.values())
        if (waiting.worker === worker) waiting.reject(new ThreadDied(cause));
    });
    this.#ends.add(end);
    return worker;
  }

  /** What comes next has another. */
  #forget(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
  }
}

class ThreadDied extends AppError {
  constructor(cause: unknown) {
    super('internal', 'The import stopped for a reason of our own; nothing of it stays. The log says more.', { cause });
  }
}

class ThreadClosed extends AppError {
  constructor() {
    super('busy', 'Tendril was closed during the import. The next start goes on with it.');
  }
}

/** Whether a run is left as it is, for a later start or a later try to take up. */
function staysOpen(error: unknown): boolean {
  return error instanceof ThreadClosed || (error instanceof AppError && error.details.open === true);
}

function contextOf({ store, actor, on, requestId }: Context): ThreadContext {
  return {
    actor,
    ...(store.now !== Date.now && { now: store.now() }),
    ...(on !== undefined && { on }),
    ...(requestId !== undefined && { requestId }),
  };
}

function toError({ name, code, message, details, stack, cause }: ThreadProblem): Error {
  const options = cause === undefined ? {} : { cause: toError(cause) };
  const error =
    code === undefined
      ? Object.assign(new Error(message, options), { name })
      : new AppError(code, message, details === undefined ? options : { ...options, details });
  if (stack !== undefined) error.stack = stack;
  return error;
}
