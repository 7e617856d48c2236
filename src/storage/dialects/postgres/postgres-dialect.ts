import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, sql } from 'kysely';
import type pg from 'pg';
import { AppError } from '../../../domain/errors.ts';
import type { Dialect, OnWait } from '../dialect.ts';
import { transact } from '../handles.ts';
import { assertOutside, inScope } from '../scope.ts';
import { beginWaiting } from '../waiting.ts';
import { isUniqueViolation, translated } from './connection.ts';
import { backupTo, restoreFrom } from './files.ts';
import { insertColumns, loadColumnTypes } from './insert-columns.ts';
import { BEGIN_UNLIMITED, type PostgresStore, poolSource, postgresGrammar } from './postgres-store.ts';
import { postgresTextIndex } from './text-index.ts';

const EXCLUSIVE_DEADLINE_MS = 120_000;
const LOCK_POLL_MS = 50;

export function postgresDialect(store: PostgresStore): Dialect {
  const dialect: Dialect = {
    name: 'postgres',
    types: { text: sql`text collate "C"`, integer: sql`bigint`, real: sql`double precision`, blob: sql`bytea` },
    tableEnd: sql``,
    keyedTableEnd: sql``,
    insertMany: (tx, table, columns, rows, options) =>
      insertColumns(tx, { table, columns, rows, options }, store.columnTypes),
    async lockNetwork(tx, networkId) {
      if (store.columnTypes.size === 0) await loadColumnTypes(tx, store.columnTypes);
      // Weaker than `for update`, which would also stop every row that refers to the network from being inserted.
      const query = CompiledQuery.raw('select seq from network where id = $1 for no key update', [networkId]);
      const isIn = beginWaiting();
      try {
        return (await tx.executeQuery(query as CompiledQuery<{ seq: number }>)).rows[0];
      } finally {
        isIn();
      }
    },
    text: postgresTextIndex(store.columnTypes),
    backup: (toPath) => backupTo(store, dialect, toPath),
    restore: (fromPath, options) => restoreFrom(store, dialect, fromPath, options),
    exclusive: (work, options = {}) => exclusive(store, work, options),
    async alterSchema(work) {
      assertOutside(store.key, 'alterSchema()');
      const source = poolSource(store.writes, BEGIN_UNLIMITED);
      return await transact(postgresGrammar, source, (tx) => inScope(store.key, 'alterSchema', () => work(tx)));
    },
    // There is no file to copy, and a migration is one transaction, its tables included.
    backupBefore: async () => undefined,
    async tableNames(db) {
      const { rows } = await db.executeQuery(CompiledQuery.raw(TABLES) as CompiledQuery<{ name: string }>);
      return rows.map((row) => row.name);
    },
    async hasTable(db, name) {
      const query = CompiledQuery.raw(
        'select 1 from pg_tables where schemaname = current_schema() and tablename = $1',
        [name],
      );
      return (await db.executeQuery(query)).rows.length > 0;
    },
    integrityProblems: () => integrityProblems(store),
    // The server does so by itself (autovacuum), and must be asked by its owner to do more.
    compact: async () => {},
    isUniqueViolation,
  };
  return dialect;
}

const TABLES = `select tablename as name from pg_tables where schemaname = current_schema() and tablename <> 'schema_meta'
  order by tablename`;

/** An advisory lock of this database and schema; it goes with the connection that holds it. */
async function exclusive<T>(
  store: PostgresStore,
  work: () => Promise<T>,
  { onWait, deadlineMs = EXCLUSIVE_DEADLINE_MS }: { onWait?: OnWait; deadlineMs?: number },
): Promise<T> {
  assertOutside(store.key, 'exclusive()');
  const client = await store.writes.connect().catch((error: unknown) => {
    throw translated(error);
  });
  try {
    const end = performance.now() + deadlineMs;
    for (let attempt = 0; ; attempt++) {
      if (await tryLock(client)) break;
      if (attempt === 0) onWait?.('Another Tendril is changing this database as a whole; waiting for it to finish.');
      if (performance.now() > end) {
        throw new AppError('busy', `Another Tendril kept the database locked for ${deadlineMs / 1000} s; try again.`);
      }
      await sleep(LOCK_POLL_MS);
    }
    return await work();
  } finally {
    // Closed rather than returned: that gives the lock back whatever state it is in.
    client.release(true);
  }
}

async function tryLock(client: pg.PoolClient): Promise<boolean> {
  try {
    const { rows } = await client.query<{ got: boolean }>(
      `select pg_try_advisory_lock(hashtext('tendril'), hashtext(current_schema())) as got`,
    );
    return rows[0]?.got ?? false;
  } catch (error) {
    throw translated(error);
  }
}

async function integrityProblems(store: PostgresStore): Promise<string[]> {
  const asked = store.reads.query<{ problem: string }>(
    `select 'The rule ' || conname || ' of ' || conrelid::regclass || ' has not been checked.' as problem
       from pg_constraint where connamespace = current_schema()::regnamespace and not convalidated
     union all
     select 'The index ' || c.relname || ' is not usable.' from pg_index i join pg_class c on c.oid = i.indexrelid
       where c.relnamespace = current_schema()::regnamespace and not (i.indisvalid and i.indisready)
     order by 1`,
  );
  const { rows } = await asked.catch((error: unknown) => {
    throw translated(error);
  });
  return rows.map((row) => row.problem);
}
