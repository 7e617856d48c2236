import { type FileHandle, open } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { WritingSession } from './connection.ts';

/** Pages of the log from which on they are copied into the file: 80 MB. A page that was written often is copied once. */
const PAGES_TO_COPY = 20_000;
/** A log this long is copied whole before more is written, so that it begins anew: 200 MB. */
const LONGEST_LOG = 50_000;

/** Pages of the log that may wait for the disk: 4 MB. */
const PAGES_TO_FLUSH = 1_000;

/** A long piece of work has its log copied every few seconds: one thread does it all, and goes when there was nothing for so long. */
const KEPT_MS = 10_000;

/**
 * Copies the log into the database file in a thread once it is long: commits would otherwise do it, and hold up everything
 * else for as long as the disk takes. Who writes little never starts one; what is left is copied when the file is closed.
 */
export class Checkpoints {
  readonly #path: string;
  #running: Promise<void> | undefined;
  #copied: () => void = () => {};
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #flushing: Promise<void> | undefined;
  #log: FileHandle | undefined;
  /** As long as the log was when it was last brought to the disk. */
  #flushed = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** To be called by whoever has the turn to write, before a transaction begins. */
  async keepUp(session: WritingSession): Promise<void> {
    const state = await session.row('pragma wal_checkpoint(noop)');
    const [log, copied] = [Number(state?.log), Number(state?.checkpointed)];
    if (log < this.#flushed) this.#flushed = 0;
    if (log - this.#flushed > PAGES_TO_FLUSH && !this.#flushing) this.#flush(log);
    if (log > LONGEST_LOG) {
      await this.#running;
      await this.#start();
    } else if (log - copied > PAGES_TO_COPY && !this.#running) {
      void this.#start();
    }
  }

  async finished(): Promise<void> {
    await this.#running;
    await this.#flushing;
    await this.#log?.close();
    this.#log = undefined;
    await this.#end();
  }

  /**
   * Brings the log to the disk in the background: the next commit that waits for the disk would otherwise wait for all of it
   * at once, and hold up everything else. The log carries no locks, so opening it a second time harms none.
   */
  #flush(log: number): void {
    const flush = async () => {
      this.#log ??= await open(`${this.#path}-wal`, 'r+');
      await this.#log.datasync();
      this.#flushed = log;
    };
    // What could not be flushed here is flushed by the commit that waits for it, which also says what is wrong.
    this.#flushing = flush()
      .catch(() => undefined)
      .finally(() => {
        this.#flushing = undefined;
      });
  }

  /** Never fails: what is not copied now is copied by a later commit. */
  #start(): Promise<void> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#open();
    const worker = this.#worker;
    worker.ref();
    this.#running = new Promise<void>((resolve) => {
      this.#copied = resolve;
      worker.postMessage('copy');
    }).finally(() => {
      this.#running = undefined;
      worker.unref();
      this.#idle = setTimeout(() => void this.#end(), KEPT_MS).unref();
    });
    return this.#running;
  }

  #open(): Worker {
    const own = import.meta.url;
    const file = new URL(own.endsWith('.ts') ? './checkpoint.worker.ts' : './checkpoint.worker.js', own);
    const worker = new Worker(file, { workerData: this.#path });
    worker.on('message', () => this.#copied());
    const gone = () => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#copied();
    };
    worker.on('error', gone);
    worker.on('exit', gone);
    return worker;
  }

  async #end(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}
