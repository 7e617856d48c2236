import { createHash } from 'node:crypto';
import type { CompiledQuery, QueryResult } from 'kysely';
import pg from 'pg';
import { AppError } from '../../../domain/errors.ts';
import type { Session } from '../handles.ts';

/** SQLSTATEs (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const UNIQUE_VIOLATION = '23505';
const FEATURE_NOT_SUPPORTED = '0A000';
/** lock_not_available, deadlock_detected, serialization_failure. */
const CONTENDED = new Set(['55P03', '40P01', '40001']);
const DISK_FULL = '53100';

export function sqlstateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

export function isUniqueViolation(error: unknown): boolean {
  return sqlstateOf(error) === UNIQUE_VIOLATION;
}

/** Connection exceptions, a server shutting down or full, or no answer at all. */
function isConnectionLost(error: unknown): boolean {
  const state = sqlstateOf(error);
  if (state !== undefined) return state.startsWith('08') || state.startsWith('57P') || state === '53300';
  // A name that stands for several addresses fails with all of their errors at once.
  if (error instanceof AggregateError) return error.errors.every(isConnectionLost);
  if (!(error instanceof Error)) return false;
  return (
    'syscall' in error ||
    /^(Connection terminated|Client has encountered|timeout exceeded|Client was closed)/.test(error.message)
  );
}

/** Errors a person can do something about get a sentence; all others stay as they are. */
export function translated(error: unknown): unknown {
  const state = sqlstateOf(error) ?? '';
  if (CONTENDED.has(state))
    return new AppError('busy', 'Someone else was writing the same data; try again.', { cause: error });
  if (state === DISK_FULL) {
    return new AppError(
      'unwritable',
      "The database server's disk is full, nothing of this was saved. Make room there and try again.",
      { cause: error },
    );
  }
  if (isConnectionLost(error))
    return new AppError('busy', 'The connection to the database was lost; try again in a moment.', { cause: error });
  return error;
}

/** Type ids of the server's catalogue (pg_type.dat). */
const BOOL = 16;
const BYTEA = 17;
const NUMBERS = new Set([20, 21, 23, 26, 700, 701, 1700]);

/** Numbers as numbers, truth as 0 and 1, bytes as bytes, all else as the text it came as: what SQLite gives. */
export const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number) {
    if (NUMBERS.has(oid)) return toNumber;
    if (oid === BOOL) return (text: string) => (text === 't' ? 1 : 0);
    if (oid === BYTEA) return (text: string) => new Uint8Array(Buffer.from(text.slice(2), 'hex'));
    return (text: string) => text;
  },
};

function toNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new AppError('internal', `The database returned ${text}, beyond the safe integers.`);
  }
  return value;
}

/** A connection never forgets what it prepared, so their number is bounded. */
const NAMED_STATEMENTS = 300;
const named = new Map<string, string>();
/** Texts seen once, oldest first: lists of many lengths make texts that never return. */
const seenOnce = new Set<string>();
const SEEN_ONCE = 500;

/** From its second use a text has a name, under which each connection prepares it once. */
function statementName(sql: string): string | undefined {
  const name = named.get(sql);
  if (name !== undefined || named.size >= NAMED_STATEMENTS) return name;
  if (seenOnce.delete(sql)) {
    const made = `t${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
    named.set(sql, made);
    return made;
  }
  seenOnce.add(sql);
  const [oldest] = seenOnce.size > SEEN_ONCE ? seenOnce : [];
  if (oldest !== undefined) seenOnce.delete(oldest);
  return undefined;
}

/** A connection out of a pool. */
export class PgSession implements Session {
  readonly client: pg.PoolClient;
  /** Not to be used again: it goes back to the pool to be closed. */
  broken = false;
  #cursors = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: pg.PoolClient) {
    this.client = client;
  }

  async execute<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const name = statementName(query.sql);
    const result = await this.#query({
      text: query.sql,
      values: [...query.parameters],
      ...(name === undefined ? {} : { name }),
    });
    const changed = result.command === 'INSERT' || result.command === 'UPDATE' || result.command === 'DELETE';
    return { rows: result.rows as R[], ...(changed ? { numAffectedRows: BigInt(result.rowCount ?? 0) } : {}) };
  }

  /** Through a cursor of SQL, which lives in the transaction around it. */
  async *stream<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    const cursor = `c${++this.#cursors}`;
    await this.#query({ text: `declare ${cursor} no scroll cursor for ${query.sql}`, values: [...query.parameters] });
    try {
      for (;;) {
        const { rows } = await this.#query({ text: `fetch ${Math.max(1, Math.floor(chunkSize))} from ${cursor}` });
        if (rows.length === 0) return;
        yield { rows: rows as R[] };
      }
    } finally {
      // In a failed transaction the cursor is gone already, and closing it would hide the first error.
      if (!this.broken && this.client.getTransactionStatus() === 'T') await this.#query({ text: `close ${cursor}` });
    }
  }

  async run(sql: string): Promise<void> {
    await this.#query({ text: sql });
  }

  /**
   * One after the other, though several be asked for at once. Where the connection takes them all, the server goes on with
   * the next as soon as it has done one, whatever this thread is at.
   */
  async #query(config: pg.QueryConfig): Promise<pg.QueryResult> {
    const ask = () => this.client.query({ ...config, types });
    const result = this.client.pipeline ? ask() : this.#last.then(ask);
    this.#last = result.catch(() => {});
    try {
      return await result;
    } catch (error) {
      // "cached plan must not change result type": another process has migrated the tables under our statements.
      if (isConnectionLost(error) || sqlstateOf(error) === FEATURE_NOT_SUPPORTED) this.broken = true;
      throw translated(error);
    }
  }
}
