import { Worker } from 'node:worker_threads';
import type { SqliteSession } from './connection.ts';

/** Pages of the log from which on they are copied into the file: 40 MB. */
const PAGES_TO_COPY = 10_000;
/** A log this long is copied whole before more is written, so that it begins anew: 120 MB. */
const LONGEST_LOG = 30_000;

/**
 * Copies the log into the database file in a thread, while a long piece of work goes on: its commits would otherwise do
 * it, and hold up everything else for as long as the disk takes.
 */
export class Checkpoints {
  readonly #path: string;
  #running: Promise<void> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** To be called by whoever has the turn to write, before a transaction begins. */
  async keepUp(session: SqliteSession): Promise<void> {
    const [state] = session.db.prepare('pragma wal_checkpoint(noop)').all();
    const [log, copied] = [Number(state?.log), Number(state?.checkpointed)];
    if (log > LONGEST_LOG) {
      await this.#running;
      await this.#start();
    } else if (log - copied > PAGES_TO_COPY && !this.#running) {
      void this.#start();
    }
  }

  async finished(): Promise<void> {
    await this.#running;
  }

  /** Never fails: what is not copied now is copied by a later commit. */
  #start(): Promise<void> {
    const own = import.meta.url;
    const file = new URL(own.endsWith('.ts') ? './checkpoint.worker.ts' : './checkpoint.worker.js', own);
    const worker = new Worker(file, { workerData: this.#path });
    this.#running = new Promise<void>((resolve) => {
      worker.once('exit', () => resolve());
      worker.once('error', () => resolve());
    }).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }
}
