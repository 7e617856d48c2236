import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import { AppError } from '../domain/errors.ts';
import type { Database, Dialect, Migration, OnWait } from './dialects/dialect.ts';

/** What a database says of its own schema. `version` counts the migrations applied; `minCode` is how many the code must know. */
export interface SchemaMeta {
  version: number;
  minCode: number;
  applied: readonly string[];
}

export interface MigrateOptions {
  onWait?: OnWait;
  /** Called with a sentence before each migration. */
  onProgress?: (message: string) => void;
  /** False for a copy that is itself a backup. */
  backup?: boolean;
}

/**
 * Brings a database to the schema of this code. Each migration runs in a transaction of its own after a backup; of two
 * processes that start at once one migrates and the other waits.
 * @returns the migrations applied now
 * @throws AppError `newer-schema` if the data needs a newer Tendril, `unreadable` if the tables are another program's
 */
export async function migrate<S>(
  database: Database<S>,
  migrations: readonly Migration[],
  options: MigrateOptions = {},
): Promise<string[]> {
  const { dialect, reader } = database;
  if (pendingAfter(await readMeta(dialect, reader), migrations).length === 0) return [];
  return await dialect.exclusive(
    async () => {
      const meta = await readMeta(dialect, reader);
      const pending = pendingAfter(meta, migrations);
      const [first] = pending;
      if (first === undefined) return [];
      if (meta === undefined) await refuseForeignTables(dialect, reader);
      else if (options.backup !== false) await dialect.backupBefore(first.id);
      for (const migration of pending) {
        // A new store is only being made: nothing is brought anywhere.
        if (meta !== undefined) options.onProgress?.(`Bringing the data to ${migration.id}.`);
        await dialect.alterSchema((tx) => applyMigration(tx, dialect, migration));
      }
      return pending.map((migration) => migration.id);
    },
    options.onWait === undefined ? {} : { onWait: options.onWait },
  );
}

/** The record of migrations, or undefined where there is none yet. */
export async function readMeta<S>(dialect: Dialect, db: Kysely<S>): Promise<SchemaMeta | undefined> {
  if (!(await dialect.hasTable(db, 'schema_meta'))) return undefined;
  const [row] = await select<{ version: number; min_code: number; applied: string }>(
    db,
    'select version, min_code, applied from schema_meta',
  );
  if (row === undefined) return undefined;
  const applied: unknown = JSON.parse(row.applied);
  if (!Array.isArray(applied)) throw new AppError('unreadable', 'The record of migrations is damaged.');
  return { version: row.version, minCode: row.min_code, applied: applied.map(String) };
}

/**
 * The migrations still to run on data that says `meta` of itself.
 * @throws AppError `newer-schema` or, if its history is not ours, `unreadable`
 */
export function pendingAfter(
  meta: Pick<SchemaMeta, 'minCode' | 'applied'> | undefined,
  migrations: readonly Migration[],
): Migration[] {
  const applied = meta?.applied ?? [];
  if (meta !== undefined && meta.minCode > migrations.length) {
    throw new AppError(
      'newer-schema',
      `This data was written by a newer Tendril (schema ${applied.length}, this one knows ${migrations.length}). Install the newer version; nothing was changed.`,
      { details: { schema: applied.length, minCode: meta.minCode, known: migrations.length } },
    );
  }
  for (const [i, migration] of migrations.entries()) {
    const there = applied[i];
    if (there !== undefined && there !== migration.id) {
      throw new AppError(
        'unreadable',
        `This data has been through ${there} where this Tendril expects ${migration.id}.`,
      );
    }
  }
  return migrations.slice(applied.length);
}

/** Runs one migration in the caller's transaction, holds it to its word about the rows of other tables, and records it. */
export async function applyMigration(tx: Transaction<unknown>, dialect: Dialect, migration: Migration): Promise<void> {
  const before = await countRows(tx, dialect);
  await migration.up(tx, dialect);
  const after = new Map(await countRows(tx, dialect));
  for (const [table, rows] of before) {
    if (migration.touches?.includes(table)) continue;
    const now = after.get(table);
    if (now === rows) continue;
    const found = now === undefined ? 'is gone' : `has ${now}`;
    throw new AppError('internal', `${migration.id}: ${table} had ${rows} rows and ${found}; nothing was changed.`);
  }
  await record(tx, dialect, migration);
}

async function countRows(tx: Transaction<unknown>, dialect: Dialect): Promise<[string, number][]> {
  const counts: [string, number][] = [];
  for (const table of await dialect.tableNames(tx)) {
    const [row] = await select<{ n: number }>(tx, `select count(*) as n from "${table}"`);
    counts.push([table, row?.n ?? 0]);
  }
  return counts;
}

async function record(tx: Transaction<unknown>, dialect: Dialect, migration: Migration): Promise<void> {
  const meta = await readMeta(dialect, tx);
  const applied = [...(meta?.applied ?? []), migration.id];
  const minCode = meta === undefined || migration.breaks ? applied.length : meta.minCode;
  if (meta === undefined) {
    const { integer, text } = dialect.types;
    await tx.schema
      .createTable('schema_meta')
      .addColumn('version', integer, (column) => column.notNull())
      .addColumn('min_code', integer, (column) => column.notNull())
      .addColumn('applied', text, (column) => column.notNull())
      .modifyEnd(dialect.tableEnd)
      .execute();
  }
  await tx.executeQuery(CompiledQuery.raw('delete from schema_meta'));
  await dialect.insertMany(
    tx,
    'schema_meta',
    ['version', 'min_code', 'applied'],
    [[applied.length, minCode, JSON.stringify(applied)]],
  );
}

async function select<R>(db: { executeQuery: Kysely<unknown>['executeQuery'] }, text: string): Promise<R[]> {
  const { rows } = await db.executeQuery(CompiledQuery.raw(text) as CompiledQuery<R>);
  return rows;
}

/** Restoring replaces all tables, so Tendril must not live among others'. */
async function refuseForeignTables<S>(dialect: Dialect, db: Kysely<S>): Promise<void> {
  const [table] = await dialect.tableNames(db);
  if (table === undefined) return;
  throw new AppError(
    'unreadable',
    `The database holds tables of another program ("${table}"); give Tendril one of its own.`,
  );
}
