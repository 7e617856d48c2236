import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../../domain/errors.ts';
import { sharedWaiting } from '../../storage/dialects/waiting.ts';
import type { Store } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { type Importer, setImporter } from './importer.ts';
import type { Job } from './job.ts';
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
  readonly waiting: SharedArrayBuffer;
}
export type ThreadCall =
  | { readonly call: 'run'; readonly id: string; readonly context: ThreadContext; readonly request: ImportRequest }
  | { readonly call: 'resume'; readonly context: ThreadContext };
export type ThreadMessage =
  | (ThreadCall & { readonly ticket: number })
  | { readonly call: 'cancel'; readonly id: string }
  | { readonly call: 'end' };
export interface ThreadAnswer {
  readonly ticket: number;
  readonly count?: number;
  readonly problem?: ThreadProblem;
}
/** An error on its way between threads: a clone of one would be an error of no class. */
export interface ThreadProblem {
  readonly code?: ErrorCode;
  readonly message: string;
  readonly details?: Record<string, unknown>;
  readonly stack?: string | undefined;
}

const KEPT_MS = 30_000;

/**
 * Has the imports of a store run in a thread. Answers how to end it: before the store's database is closed.
 * @param options.memoryMb the most JavaScript memory it may take, when that is less than the machine gives
 */
export function importInThread(
  store: Store,
  address: string,
  options: { readonly memoryMb?: number } = {},
): { close(): Promise<void> } {
  const thread = new ImportThread(address, options.memoryMb);
  setImporter(store, thread);
  return thread;
}

interface Waiting {
  readonly resolve: (answer: ThreadAnswer) => void;
  readonly reject: (error: Error) => void;
}

class ImportThread implements Importer {
  readonly #address: string;
  readonly #memoryMb: number | undefined;
  #worker: Worker | undefined;
  #tickets = 0;
  readonly #waiting = new Map<number, Waiting>();
  #idle: NodeJS.Timeout | undefined;

  constructor(address: string, memoryMb: number | undefined) {
    this.#address = address;
    this.#memoryMb = memoryMb;
  }

  async run(job: Job, request: ImportRequest): Promise<void> {
    try {
      await this.#ask({ call: 'run', id: job.id, context: contextOf(job.context), request });
    } catch (error) {
      if (error instanceof ThreadDied) {
        const { endBadly } = await import('./run.ts');
        await endBadly(job, error);
      }
      throw error;
    }
  }

  async resume(context: Context): Promise<number> {
    const { count = 0 } = await this.#ask({ call: 'resume', context: contextOf(context) });
    return count;
  }

  cancel(id: string): void {
    this.#worker?.postMessage({ call: 'cancel', id } satisfies ThreadMessage);
  }

  /** What is being imported fails: its own database is closed under it. A later start takes it up. */
  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    if (!worker) return;
    const ended = once(worker, 'exit');
    worker.ref();
    worker.postMessage({ call: 'end' } satisfies ThreadMessage);
    for (const { reject } of this.#waiting.values())
      reject(new AppError('busy', 'Tendril was closed during the import. The next start goes on with it.'));
    await ended;
  }

  async #ask(call: ThreadCall): Promise<ThreadAnswer> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const ticket = ++this.#tickets;
    worker.ref();
    try {
      const answer = await new Promise<ThreadAnswer>((resolve, reject) => {
        this.#waiting.set(ticket, { resolve, reject });
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
    this.#worker?.unref();
    // It has nothing open that could fail to close in a way anybody could act on.
    this.#idle = setTimeout(() => void this.close().catch(() => undefined), KEPT_MS).unref();
  }

  #start(): Worker {
    const own = import.meta.url;
    const workerData: ThreadData = { address: this.#address, waiting: sharedWaiting() };
    const worker = new Worker(new URL(own.endsWith('.ts') ? './import.worker.ts' : './import.worker.js', own), {
      workerData,
      ...(this.#memoryMb !== undefined && { resourceLimits: { maxOldGenerationSizeMb: this.#memoryMb } }),
    });
    worker.on('message', (answer: ThreadAnswer) => this.#waiting.get(answer.ticket)?.resolve(answer));
    worker.on('error', (error) => this.#died(worker, error));
    worker.on('exit', () => this.#died(worker, undefined));
    return worker;
  }

  #died(worker: Worker, cause: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new ThreadDied(cause));
  }
}

class ThreadDied extends AppError {
  constructor(cause: unknown) {
    super('internal', 'The import stopped for a reason of our own; nothing of it stays. The log says more.', { cause });
  }
}

function contextOf({ store, actor, on, requestId }: Context): ThreadContext {
  return {
    actor,
    ...(store.now !== Date.now && { now: store.now() }),
    ...(on !== undefined && { on }),
    ...(requestId !== undefined && { requestId }),
  };
}

function toError({ code, message, details, stack }: ThreadProblem): Error {
  const error =
    code === undefined ? new Error(message) : new AppError(code, message, details === undefined ? {} : { details });
  if (stack !== undefined) error.stack = stack;
  return error;
}
