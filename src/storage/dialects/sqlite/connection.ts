import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CompiledQuery, QueryResult } from 'kysely';
import { AppError } from '../../../domain/errors.ts';
import { breathe } from '../breathe.ts';
import type { Session } from '../handles.ts';

/** Result codes of SQLite, primary code in the low byte (https://www.sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;
/** The file under the path is not the one that was opened: somebody put another in its place. */
const SQLITE_READONLY_DBMOVED = 1032;

export function errcodeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode : undefined;
}

export function isBusy(error: unknown): boolean {
  return ((errcodeOf(error) ?? 0) & 0xff) === SQLITE_BUSY;
}

export function isNotOurs(error: unknown): boolean {
  const code = (errcodeOf(error) ?? 0) & 0xff;
  return code === SQLITE_NOTADB || code === SQLITE_CORRUPT;
}

export function isUnopened(error: unknown): boolean {
  return ((errcodeOf(error) ?? 0) & 0xff) === SQLITE_CANTOPEN;
}

/** What a disk refuses, in a sentence with the file and the remedy; all other errors stay as they are. */
export function translated(error: unknown, path: string): unknown {
  const code = errcodeOf(error) ?? 0;
  const reason = code === SQLITE_READONLY_DBMOVED ? MOVED : REASONS[code & 0xff];
  if (reason === undefined) return error;
  return new AppError('unwritable', `${path}: ${reason}.`, { cause: error });
}

const MOVED = 'another file was put in its place while it was open. Stop Tendril and start it again';
const REASONS: Readonly<Record<number, string>> = {
  [SQLITE_FULL]: 'the disk is full, nothing of this was saved. Make room and try again',
  [SQLITE_READONLY]:
    'it cannot be written, nothing of this was saved. Check whether the disk is read-only and who owns the file',
  // Also what a quota and a limit of the process look like from here.
  [SQLITE_IOERR]:
    'the disk does not take or give what it should, nothing of this was saved. Check whether it is full or failing',
  [SQLITE_CANTOPEN]:
    'it, or the log beside it, cannot be opened for writing. Check who owns the folder, and whether the disk is read-only or full',
};

/**
 * Tries until another process lets go. SQLite's own busy timeout would freeze the event loop; this lets it run.
 * @throws AppError `busy` after the deadline
 */
export async function whenFree<T>(
  work: () => T | Promise<T>,
  options: { deadlineMs: number; onWait?: () => void },
): Promise<T> {
  const end = performance.now() + options.deadlineMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() >= end) {
        const seconds = options.deadlineMs / 1000;
        throw new AppError('busy', `Another process kept the database locked for ${seconds} s; try again.`, {
          cause: error,
        });
      }
    }
    if (attempt === 0) options.onWait?.();
    // Jitter, so that two waiting processes do not keep meeting.
    await sleep(Math.min(1 + attempt, 10) * (0.5 + Math.random()));
  }
}

interface Cached {
  statement: StatementSync;
  returnsRows: boolean;
}
const CACHED_STATEMENTS = 200;

/** The connection that writes: one of this thread, or of another (`ThreadSession`). */
export interface WritingSession extends Session {
  /** Waits for all that was asked for, however it ends. */
  settled(): Promise<void>;
  /** What brackets statements, and settings; for what was asked for earlier it does not wait. */
  exec(sql: string): void | Promise<void>;
  row(sql: string): Row | undefined | Promise<Row | undefined>;
  inTransaction(): boolean | Promise<boolean>;
  close(): void | Promise<void>;
}
export type Row = Readonly<Record<string, unknown>>;

/** One connection of `node:sqlite` with its prepared statements. Everything it does is synchronous inside. */
export class SqliteSession implements WritingSession {
  readonly db: DatabaseSync;
  readonly #path: string;
  readonly #deadlineMs: number;
  /** In order of last use: a Map keeps the order of insertion. */
  readonly #cache = new Map<string, Cached>();
  #last: Promise<unknown> = Promise.resolve();
  /** Why a statement of the present transaction failed. */
  #failure: unknown;

  constructor(path: string, options: { readOnly?: boolean; foreignKeys?: boolean; deadlineMs: number }) {
    this.db = new DatabaseSync(path, {
      readOnly: options.readOnly ?? false,
      enableForeignKeyConstraints: options.foreignKeys ?? true,
      timeout: 0,
    });
    this.#path = path;
    this.#deadlineMs = options.deadlineMs;
  }

  /** In the order in which they are asked for, though nobody waits for the one before. */
  execute<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = this.#last.then(async () => {
      await breathe();
      const run = () => this.run<R>(query.sql, query.parameters);
      // Inside a transaction the lock is held already; outside, a reader can meet a recovery or a closing process.
      return this.db.isTransaction ? run() : await whenFree(run, { deadlineMs: this.#deadlineMs });
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  async *stream<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    // Its own statement: a cached one would be reset if the same query ran again meanwhile.
    const statement = this.db.prepare(query.sql);
    let rows: R[] = [];
    for (const row of statement.iterate(...query.parameters.map(toSql))) {
      rows.push(row as R);
      if (rows.length < chunkSize) continue;
      yield { rows };
      rows = [];
    }
    if (rows.length > 0) yield { rows };
  }

  async settled(): Promise<void> {
    await this.#last;
  }

  exec(sql: string): void {
    // What failed half-way must not be kept, whoever swallowed the failure.
    if (sql === 'commit' && this.#failure !== undefined) throw this.#failure;
    this.#failure = undefined;
    this.translating(() => this.db.exec(sql));
  }

  /** The first row of a pragma or a small query. */
  row(sql: string): Row | undefined {
    return this.translating(() => this.#prepare(sql).statement.get());
  }

  /** The first column of the first row. */
  value(sql: string): unknown {
    const row = this.row(sql);
    return row === undefined ? undefined : Object.values(row)[0];
  }

  inTransaction(): boolean {
    return this.db.isOpen && this.db.isTransaction;
  }

  /** Runs what uses `db` itself so that its failures are told as all others are. */
  translating<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw translated(error, this.#path);
    }
  }

  close(): void {
    this.#cache.clear();
    this.db.close();
  }

  /**
   * At once. Once a statement of a transaction failed, the rest of it is refused, as on PostgreSQL: SQLite may have rolled
   * back by itself, and what was asked for meanwhile would stay.
   */
  run<R>(sql: string, parameters: readonly unknown[]): QueryResult<R> {
    if (this.#failure !== undefined) throw this.#failure;
    const isInside = this.inTransaction();
    try {
      return this.#answer(sql, parameters);
    } catch (error) {
      if (isInside) this.#failure = error;
      throw error;
    }
  }

  #answer<R>(sql: string, parameters: readonly unknown[]): QueryResult<R> {
    const values = parameters.map(toSql);
    return this.translating(() => {
      const { statement, returnsRows } = this.#prepare(sql);
      if (returnsRows) return { rows: statement.all(...values) as R[] };
      const { changes } = statement.run(...values);
      return { rows: [], numAffectedRows: BigInt(changes) };
    });
  }

  #prepare(sql: string): Cached {
    const known = this.#cache.get(sql);
    if (known !== undefined) {
      this.#cache.delete(sql);
      this.#cache.set(sql, known);
      return known;
    }
    const statement = this.db.prepare(sql);
    const cached = { statement, returnsRows: statement.columns().length > 0 };
    // The text index gives its inner rows ids beyond 2^53, which `run` would answer as the last one inserted.
    if (!cached.returnsRows) statement.setReadBigInts(true);
    this.#cache.set(sql, cached);
    const oldest = this.#cache.size > CACHED_STATEMENTS ? this.#cache.keys().next().value : undefined;
    if (oldest !== undefined) this.#cache.delete(oldest);
    return cached;
  }
}

type SqlValue = string | number | bigint | null | Uint8Array;

/** `node:sqlite` binds every number as a float, which shows wherever no column type turns it back (`? || ''`, `? / 2`). */
function toSql(value: unknown): SqlValue {
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : (value as SqlValue);
}
