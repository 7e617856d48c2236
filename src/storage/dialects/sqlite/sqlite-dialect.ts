import { CompiledQuery, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { type InsertGrammar, insertMany } from '../insert-many.ts';
import { alterSchema } from './alter-schema.ts';
import { compact } from './compact.ts';
import { errcodeOf } from './connection.ts';
import { backupBefore, backupTo, exclusive, integrityProblems, restoreFrom } from './files.ts';
import type { SqliteStore } from './sqlite-store.ts';
import { sqliteTextIndex } from './text-index.ts';

/** SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY and _ROWID. */
const UNIQUE_VIOLATIONS = new Set([2067, 1555, 2579]);

export function sqliteDialect(store: SqliteStore): Dialect {
  const dialect: Dialect = {
    name: 'sqlite',
    types: { text: sql`text`, integer: sql`integer`, real: sql`real`, blob: sql`blob` },
    tableEnd: sql` strict`,
    keyedTableEnd: sql` strict, without rowid`,
    insertMany: (tx, table, columns, rows, options) => insertMany(tx, { table, columns, rows, options }, sqliteInserts),
    async lockNetwork(tx, networkId) {
      // `begin immediate` holds the only write lock already.
      const query = CompiledQuery.raw('select seq from network where id = ?', [networkId]) as CompiledQuery<{
        seq: number;
      }>;
      return (await tx.executeQuery(query)).rows[0];
    },
    text: sqliteTextIndex,
    backup: (toPath) => backupTo(store, toPath),
    restore: (fromPath, options) => restoreFrom(store, fromPath, { ...options, dialect }),
    exclusive: (work, options = {}) => exclusive(store, work, options),
    alterSchema: (work) => alterSchema(store, work),
    backupBefore: (label) => backupBefore(store, label),
    async tableNames(db) {
      const { rows } = await db.executeQuery<{ name: string }>(
        CompiledQuery.raw(TABLES) as CompiledQuery<{ name: string }>,
      );
      return rows.map((row) => row.name);
    },
    async hasTable(db, name) {
      const query = CompiledQuery.raw(`select 1 from sqlite_schema where type = 'table' and name = ?`, [name]);
      return (await db.executeQuery(query)).rows.length > 0;
    },
    integrityProblems: async () => integrityProblems(store.path, store.deadlineMs),
    compact: () => compact(store),
    isUniqueViolation: (error) => UNIQUE_VIOLATIONS.has(errcodeOf(error) ?? 0),
  };
  return dialect;
}

/**
 * Once a statement fails, so does the transaction: `fail` spares SQLite copying every page aside before it changes it, only
 * to take back the statement alone. Few parameters have numbers of their own, for it looks for each in a list of those.
 */
const sqliteInserts: InsertGrammar = { insert: 'insert or fail', shared: (n) => `?${n}`, own: () => '?' };

/** Without virtual tables and their shadows, SQLite's own, and the record of migrations. */
const TABLES = `select name from pragma_table_list where schema = 'main' and type = 'table'
  and substr(name, 1, 7) <> 'sqlite_' and name <> 'schema_meta' order by name`;
