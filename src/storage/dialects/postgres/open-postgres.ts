import pg from 'pg';
import { AppError } from '../../../domain/errors.ts';
import type { Database } from '../dialect.ts';
import type { SessionSource } from '../handles.ts';
import { type Backend, openStore } from '../open-store.ts';
import { CommitChannel } from './commit-channel.ts';
import type { PgSession } from './connection.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { BEGIN_SNAPSHOT, type PostgresStore, poolSource, postgresGrammar } from './postgres-store.ts';
import { countGrownTables } from './statistics.ts';

/** Who waits for a network in this process is let in at once; another process is not seen from here. */
const LONGEST_TURN_MS = 500;
const POOL_SIZE = 8;
/** Of what writes much at once: it does one thing after the other. */
const BULK_POOL_SIZE = 3;
const IDLE_MS = 30_000;
const READ_TIMEOUT_MS = 30_000;
/** A stream may be read by someone slow. */
const SNAPSHOT_IDLE_MS = 600_000;
const WRITE_TIMEOUT_MS = 60_000;

/** Opens a PostgreSQL database by its address. Its tables live in the first schema of the connection's search path. */
export async function openPostgres<Schema>(
  url: string,
  options: { deadlineMs: number; bulk?: boolean },
): Promise<Database<Schema>> {
  const common: pg.PoolConfig = {
    connectionString: url,
    application_name: 'tendril',
    max: options.bulk ? BULK_POOL_SIZE : POOL_SIZE,
    idleTimeoutMillis: IDLE_MS,
    connectionTimeoutMillis: options.deadlineMs,
    keepAlive: true,
    lock_timeout: options.deadlineMs,
    idle_in_transaction_session_timeout: WRITE_TIMEOUT_MS,
  };
  const store: PostgresStore = {
    key: {},
    columnTypes: new Map(),
    writes: openPool({ ...common, statement_timeout: WRITE_TIMEOUT_MS, pipeline: options.bulk ?? false }),
    reads: openPool({
      ...common,
      statement_timeout: READ_TIMEOUT_MS,
      idle_in_transaction_session_timeout: SNAPSHOT_IDLE_MS,
      onConnect: makeReadOnly,
    }),
  };
  try {
    await checkServer(store.writes);
  } catch (error) {
    await Promise.all([store.writes.end(), store.reads.end()]);
    throw error;
  }
  const writes = poolSource(store.writes, 'begin');
  const channel = new CommitChannel(store.writes, { connectionString: url, application_name: 'tendril' });
  const backend: Backend<PgSession> = {
    key: store.key,
    dialect: postgresDialect(store),
    grammar: postgresGrammar,
    reads: poolSource(store.reads, BEGIN_SNAPSHOT),
    writes: counting(writes),
    snapshots: poolSource(store.reads, BEGIN_SNAPSHOT),
    longestTurnMs: LONGEST_TURN_MS,
    watch: (onCommit) => channel.watch(onCommit),
    committed: () => channel.announce(),
    async close() {
      await channel.close();
      await Promise.all([store.writes.end(), store.reads.end()]);
    },
  };
  return openStore<Schema, PgSession>(backend);
}

/** How long to wait before looking again which tables have grown. */
const COUNTED_MS = 500;

function counting(source: SessionSource<PgSession>): SessionSource<PgSession> {
  let last = Number.NEGATIVE_INFINITY;
  const count = async (session: PgSession): Promise<void> => {
    if (performance.now() - last <= COUNTED_MS) return;
    last = performance.now();
    await countGrownTables(session);
  };
  return {
    ...source,
    async begin(session) {
      await count(session);
      await source.begin(session);
    },
    // The last of a long row of writes leaves the tables as they are then read.
    async commit(session) {
      await source.commit(session);
      await count(session).catch(() => undefined);
    },
  };
}

/** As on SQLite, the read handle cannot write. The pool awaits this, though its type promises nothing. */
function makeReadOnly(client: pg.ClientBase): unknown {
  return client.query('set default_transaction_read_only = on');
}

/** A pool whose lost connections are replaced, not fatal: without a listener, an error event ends the process. */
function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  // An idle connection that breaks is removed by the pool itself; one in use fails its query, which reports it.
  const replacedByPool = () => {};
  pool.on('error', replacedByPool);
  pool.on('connect', (client) => client.on('error', replacedByPool));
  return pool;
}

async function checkServer(pool: pg.Pool): Promise<void> {
  let encoding: unknown;
  try {
    const { rows } = await pool.query<{ encoding: string; schema: string | null }>(
      `select current_setting('server_encoding') as encoding, current_schema() as schema`,
    );
    encoding = rows[0]?.encoding;
    if (!rows[0]?.schema) throw new AppError('unreadable', 'The database user has no schema to put tables in.');
  } catch (error) {
    if (error instanceof AppError) throw error;
    // The address is not repeated: it may hold a password.
    const reason =
      error instanceof Error ? error.message || String('code' in error ? error.code : error.name) : String(error);
    throw new AppError('unreadable', `Cannot reach the PostgreSQL database: ${reason}`, { cause: error });
  }
  if (encoding !== 'UTF8') {
    throw new AppError(
      'unreadable',
      `The PostgreSQL database is encoded in ${encoding}; Tendril needs one made with UTF8.`,
    );
  }
}
