import pg from 'pg';

const CHANNEL = 'tendril_commit';
const POLL_MS = 2000;
const RECONNECT_MS = 1000;

/**
 * Tells other processes of commits by NOTIFY and hears of theirs by LISTEN. A notice is sent after the commit, not in
 * it, since a transaction that notifies holds a lock of the whole server while it commits. One lost with its process is
 * made up for by a poll.
 */
export class CommitChannel {
  readonly #pool: pg.Pool;
  readonly #config: pg.ClientConfig;
  #sending: Promise<void> | undefined;
  #again = false;
  #stop: (() => Promise<void>) | undefined;

  constructor(pool: pg.Pool, config: pg.ClientConfig) {
    this.#pool = pool;
    this.#config = config;
  }

  /** At most one notice on its way, and one after it: a burst of commits costs two. */
  announce(): void {
    if (this.#sending !== undefined) {
      this.#again = true;
      return;
    }
    this.#sending = this.#send().finally(() => {
      this.#sending = undefined;
    });
  }

  watch(onCommit: () => void): () => void {
    const stop = this.#listen(onCommit);
    this.#stop = stop;
    return () => void stop();
  }

  async close(): Promise<void> {
    await this.#sending;
    await this.#stop?.();
  }

  async #send(): Promise<void> {
    do {
      this.#again = false;
      try {
        await this.#pool.query(`notify ${CHANNEL}`);
      } catch {
        // The commit stands; who listens finds it by polling.
        return;
      }
    } while (this.#again);
  }

  #listen(onCommit: () => void): () => Promise<void> {
    let client: pg.Client | undefined;
    let stopped = false;
    let timer: NodeJS.Timeout | undefined;
    let snapshot: string | undefined;

    const connect = async () => {
      const fresh = new pg.Client(this.#config);
      fresh.on('error', () => fail(fresh));
      fresh.on('notification', onCommit);
      client = fresh;
      try {
        await fresh.connect();
        await fresh.query(`listen ${CHANNEL}`);
        await poll(fresh);
      } catch {
        fail(fresh);
      }
    };
    /** The server's view of which transactions are running moves with every commit, anyone's. */
    const poll = async (current: pg.Client) => {
      const { rows } = await current.query<{ now: string }>('select pg_current_snapshot()::text as now');
      if (snapshot !== undefined && rows[0]?.now !== snapshot) onCommit();
      snapshot = rows[0]?.now;
      plan(() => poll(current).catch(() => fail(current)), POLL_MS);
    };
    const plan = (step: () => Promise<void>, delay: number) => {
      if (stopped) return;
      timer = setTimeout(() => void step(), delay);
      timer.unref();
    };
    const fail = (failed: pg.Client) => {
      if (client !== failed) return;
      client = undefined;
      clearTimeout(timer);
      void failed.end().catch(() => {});
      plan(connect, RECONNECT_MS);
    };
    const connecting = connect();
    return async () => {
      stopped = true;
      clearTimeout(timer);
      await connecting;
      const last = client;
      client = undefined;
      await last?.end().catch(() => {});
    };
  }
}
