import {
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  type DialectAdapter,
  type Driver,
  Kysely,
  type KyselyProps,
  type QueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely';
import { AppError } from '../../domain/errors.ts';
import { checkParameters } from './parameters.ts';

/** One physical connection, or what stands for one. */
export interface Session {
  execute<R>(query: CompiledQuery): Promise<QueryResult<R>>;
  /** Other queries may run on the session meanwhile. */
  stream<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>>;
}

/** Where sessions come from, and how a transaction runs on one. */
export interface SessionSource<S extends Session> {
  acquire(): Promise<S>;
  release(session: S): Promise<void>;
  begin(session: S): Promise<void>;
  commit(session: S): Promise<void>;
  /** Also after a `begin` or `commit` that failed. */
  rollback(session: S): Promise<void>;
}

/** How Kysely speaks to one kind of database. */
export interface Grammar {
  createAdapter(): DialectAdapter;
  createQueryCompiler(): QueryCompiler;
}

/** A handle whose queries each run on the session that `lend` passes. It opens no transactions. */
export function handleOver<Schema>(
  grammar: Grammar,
  lend: <T>(use: (session: Session) => Promise<T>) => Promise<T>,
): Kysely<Schema> {
  return new Kysely<Schema>(
    propsOf(grammar, { provideConnection: (use) => lend((session) => use(new Lease(session))) }),
  );
}

/**
 * Runs `work` in a transaction. Kysely's own would let no query run on it while a stream of it is read: the handle given
 * here puts nothing between the work and the session.
 */
export async function transact<Schema, S extends Session, T>(
  grammar: Grammar,
  source: SessionSource<S>,
  work: (tx: Transaction<Schema>, session: S) => Promise<T>,
): Promise<T> {
  const session = await source.acquire();
  const lease = new Lease(session);
  try {
    await source.begin(session);
    const tx = new Transaction<Schema>(propsOf(grammar, { provideConnection: (use) => use(lease) }));
    const result = await work(tx, session);
    lease.end();
    await source.commit(session);
    return result;
  } catch (error) {
    lease.end();
    await source.rollback(session);
    throw error;
  } finally {
    await source.release(session);
  }
}

/** A session lent to one query or one transaction; useless afterwards, so that no query slips in behind a commit. */
class Lease implements DatabaseConnection {
  readonly #session: Session;
  #ended = false;

  constructor(session: Session) {
    this.#session = session;
  }

  end(): void {
    this.#ended = true;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.#assertOpen();
    checkParameters(query);
    return await this.#session.execute<R>(query);
  }

  async *streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    this.#assertOpen();
    checkParameters(query);
    for await (const chunk of this.#session.stream<R>(query, chunkSize)) {
      yield chunk;
      this.#assertOpen();
    }
  }

  #assertOpen(): void {
    if (this.#ended) throw new AppError('internal', 'This transaction has ended; its handle cannot be used any more.');
  }
}

function propsOf(grammar: Grammar, provider: ConnectionProvider): KyselyProps {
  const dialect: Dialect = {
    createAdapter: () => grammar.createAdapter(),
    createQueryCompiler: () => grammar.createQueryCompiler(),
    createDriver: () => noDriver,
    createIntrospector: () => {
      throw new AppError('internal', 'Ask the dialect for the names of tables.');
    },
  };
  const executor = new DefaultQueryExecutor(dialect.createQueryCompiler(), dialect.createAdapter(), provider);
  return { config: { dialect }, driver: noDriver, dialect, executor };
}

/** Only asked for what Kysely would do about connections and transactions itself. */
const noDriver: Driver = {
  async init() {},
  async destroy() {},
  acquireConnection: refuse,
  releaseConnection: refuse,
  beginTransaction: refuse,
  commitTransaction: refuse,
  rollbackTransaction: refuse,
};

async function refuse(): Promise<never> {
  throw new AppError('internal', 'This handle opens no transactions: use write() or snapshot().');
}
