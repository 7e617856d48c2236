import { Worker } from 'node:worker_threads';
import type { CompiledQuery, QueryResult } from 'kysely';
import { AppError } from '../../../domain/errors.ts';
import { type Row, translated, type WritingSession } from './connection.ts';

export interface SessionThreadData {
  readonly path: string;
  /** What the connection is set to. */
  readonly pragmas: string;
}
export type SessionCall =
  | {
      readonly call: 'execute';
      /** The text of a statement goes over once: some are longer than what they are given. */
      readonly statement: number;
      readonly sql: string | undefined;
      readonly parameters: readonly unknown[];
    }
  | { readonly call: 'exec' | 'row'; readonly sql: string }
  | { readonly call: 'inTransaction' | 'close' };
export type SessionQuestion = SessionCall & { readonly ticket: number };
export type SessionAnswer =
  | { readonly ticket: number; readonly answer: unknown }
  | { readonly ticket: number; readonly failure: SessionFailure };
/** An error of SQLite on its way between threads: a clone would lose its code. */
export interface SessionFailure {
  readonly message: string;
  readonly errcode: number | undefined;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A connection in a thread of its own, for who writes much at once: while it writes what was asked for, in that order, the
 * next can be worked out here.
 */
export class ThreadSession implements WritingSession {
  readonly #path: string;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  /** Statements that have gone over, by their text. */
  readonly #statements = new Map<string, number>();
  #asked = 0;
  #gone: unknown;

  private constructor(data: SessionThreadData) {
    const own = import.meta.url;
    const file = new URL(own.endsWith('.ts') ? './session.worker.ts' : './session.worker.js', own);
    this.#path = data.path;
    this.#worker = new Worker(file, { workerData: data });
    this.#worker.on('message', (answer: SessionAnswer) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(undefined));
  }

  /** @throws what opening the file did */
  static async open(data: SessionThreadData): Promise<ThreadSession> {
    const session = new ThreadSession(data);
    await session.inTransaction();
    return session;
  }

  execute<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const known = this.#statements.get(sql);
    const statement = known ?? this.#statements.size;
    if (known === undefined) this.#statements.set(sql, statement);
    return this.#ask({ call: 'execute', statement, sql: known === undefined ? sql : undefined, parameters });
  }

  /** Nobody reads a stream from the connection that writes. */
  async *stream<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.execute<R>(query);
  }

  /** The thread does one thing after the other: whatever is asked for next comes after it. */
  async settled(): Promise<void> {}

  exec(sql: string): Promise<void> {
    return this.#ask({ call: 'exec', sql });
  }

  row(sql: string): Promise<Row | undefined> {
    return this.#ask({ call: 'row', sql });
  }

  inTransaction(): Promise<boolean> {
    return this.#ask({ call: 'inTransaction' });
  }

  async close(): Promise<void> {
    await this.#ask({ call: 'close' });
    await this.#worker.terminate();
  }

  #ask<T>(call: SessionCall): Promise<T> {
    if (this.#gone !== undefined) return Promise.reject(this.#gone);
    const ticket = ++this.#asked;
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(ticket, { resolve, reject });
      this.#worker.postMessage({ ...call, ticket } satisfies SessionQuestion);
    }) as Promise<T>;
  }

  #settle(said: SessionAnswer): void {
    const waiting = this.#waiting.get(said.ticket);
    this.#waiting.delete(said.ticket);
    if ('failure' in said) {
      const { message, errcode } = said.failure;
      waiting?.reject(translated(Object.assign(new Error(message), { errcode }), this.#path));
    } else waiting?.resolve(said.answer);
  }

  #end(cause: unknown): void {
    this.#gone ??= cause ?? new AppError('internal', 'The thread that writes has ended.');
    for (const { reject } of this.#waiting.values()) reject(this.#gone);
    this.#waiting.clear();
  }
}
