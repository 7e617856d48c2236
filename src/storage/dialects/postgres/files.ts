import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { sql, type Transaction } from 'kysely';
import { cannotWrite } from '../../../domain/disk-errors.ts';
import { AppError } from '../../../domain/errors.ts';
import { applyMigration, pendingAfter, readMeta } from '../../migrator.ts';
import type { Dialect, Migration, OnWait } from '../dialect.ts';
import { transact } from '../handles.ts';
import { requireFile } from '../require-file.ts';
import { syncFile } from '../sync-file.ts';
import type { PgSession } from './connection.ts';
import { BEGIN_SNAPSHOT, type PostgresStore, poolSource, postgresGrammar } from './postgres-store.ts';

/**
 * A backup is text: a header, then for each table a line that names it (an array) and one line per row as the server
 * writes it in JSON (an object), then an end (an array) with the number of lines and the SHA-256 of all before it.
 */
const FORMAT = 'tendril-postgres-backup';
interface Header {
  format: typeof FORMAT;
  formatVersion: 1;
  minCode: number;
  applied: string[];
}
/** Few, since a row may hold a photo. */
const ROWS_PER_FETCH = 100;
const ROWS_PER_INSERT = 500;
const CHARACTERS_PER_INSERT = 4_000_000;

/** See `Dialect.backup`. */
export async function backupTo(store: PostgresStore, dialect: Dialect, toPath: string): Promise<void> {
  const target = resolve(toPath);
  if (existsSync(target) && (await readHeader(await requireFile(target))) === undefined) {
    throw new AppError('invalid', `${toPath} is there already and is not a Tendril backup; give another name.`);
  }
  const partial = `${target}.partial`;
  try {
    const file = await open(partial, 'w', 0o600);
    try {
      await writeState(store, dialect, file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, target);
    await syncFile(dirname(target));
  } catch (error) {
    await rm(partial, { force: true });
    throw error instanceof Error && 'syscall' in error ? cannotWrite(toPath, error) : error;
  }
}

async function writeState(store: PostgresStore, dialect: Dialect, file: FileHandle): Promise<void> {
  const hash = createHash('sha256');
  let lines = 0;
  let block = '';
  const flush = async () => {
    hash.update(block);
    // Not `write`, which on a disk that is almost full writes a part and fails only at the next time.
    await file.appendFile(block);
    block = '';
  };
  const write = async (line: string) => {
    block += `${line}\n`;
    lines++;
    if (block.length > CHARACTERS_PER_INSERT) await flush();
  };
  const source = poolSource(store.reads, BEGIN_SNAPSHOT);
  await transact<unknown, PgSession, void>(postgresGrammar, source, async (tx) => {
    const meta = await readMeta(dialect, tx);
    if (meta === undefined) throw new AppError('unreadable', 'The database is empty; there is nothing to back up.');
    const header: Header = { format: FORMAT, formatVersion: 1, minCode: meta.minCode, applied: [...meta.applied] };
    await write(JSON.stringify(header));
    for (const table of await dialect.tableNames(tx)) {
      await write(JSON.stringify(['table', table]));
      const rows = tx.selectFrom(sql.table(table).as('t')).select(sql<string>`row_to_json(t)::text`.as('row'));
      for await (const { row } of rows.stream(ROWS_PER_FETCH)) await write(row);
    }
  });
  await flush();
  await file.appendFile(`${JSON.stringify(['end', lines, hash.digest('hex')])}\n`);
}

interface RestoreOptions {
  migrations: readonly Migration[];
  onWait?: OnWait;
}

/**
 * See `Dialect.restore`. One transaction drops the tables, makes those of the backup's own schema, fills them and runs
 * the migrations it lacks: until it commits, all others see the old data.
 */
export async function restoreFrom(
  store: PostgresStore,
  dialect: Dialect,
  fromPath: string,
  options: RestoreOptions,
): Promise<{ kept: string | undefined }> {
  const from = await requireFile(fromPath);
  const header = await verify(from, fromPath);
  const { migrations } = options;
  const pending = pendingAfter(header, migrations);
  if (header.applied.length > migrations.length) {
    throw new AppError(
      'newer-schema',
      `${fromPath} was written by a newer Tendril; install that version to restore it.`,
    );
  }
  return await dialect.exclusive(
    async () => {
      const kept = await keepPresent(store, dialect, dirname(from));
      await dialect.alterSchema(async (tx) => {
        const tables = [...(await dialect.tableNames(tx)), 'schema_meta'].map((name) => sql.table(name));
        await sql`drop table if exists ${sql.join(tables)} cascade`.execute(tx);
        for (const migration of migrations.slice(0, header.applied.length))
          await applyMigration(tx, dialect, migration);
        const references = await dropReferences(tx);
        await load(tx, from);
        for (const statement of references) await sql.raw(statement).execute(tx);
        await continueIdentities(tx);
        for (const migration of pending) await applyMigration(tx, dialect, migration);
      });
      return { kept };
    },
    options.onWait === undefined ? {} : { onWait: options.onWait },
  );
}

async function keepPresent(store: PostgresStore, dialect: Dialect, folder: string): Promise<string | undefined> {
  const source = poolSource(store.reads, BEGIN_SNAPSHOT);
  const meta = await transact<unknown, PgSession, unknown>(postgresGrammar, source, (tx) => readMeta(dialect, tx));
  if (meta === undefined) return undefined;
  const stamp = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }).replaceAll(':', '');
  const kept = join(folder, `tendril.before-restore-${stamp}`);
  await backupTo(store, dialect, kept);
  return kept;
}

/** Takes the foreign keys away while rows arrive in the order of table names; returns the statements that bring them back, checked. */
async function dropReferences(tx: Transaction<unknown>): Promise<string[]> {
  const { rows } = await sql<{ table: string; name: string; definition: string }>`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace order by 1, 2`.execute(tx);
  for (const { table, name } of rows) await sql.raw(`alter table ${table} drop constraint ${name}`).execute(tx);
  return rows.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`);
}

async function load(tx: Transaction<unknown>, path: string): Promise<void> {
  const { rows: schemas } = await sql<{ schema: string }>`select current_schema() as schema`.execute(tx);
  const schema = schemas[0]?.schema ?? 'public';
  let table: string | undefined;
  let rows: string[] = [];
  let size = 0;
  const flush = async () => {
    if (table === undefined || rows.length === 0) return;
    const target = sql.table(table);
    // With its schema: a bare "circle" is a type of PostgreSQL's own.
    const rowType = sql.id(schema, table);
    await sql`insert into ${target} overriding system value
      select * from json_populate_recordset(null::${rowType}, ${`[${rows.join(',')}]`}::json)`.execute(tx);
    rows = [];
    size = 0;
  };
  let first = true;
  for await (const line of linesOf(path)) {
    const isHeader = first;
    first = false;
    if (isHeader) continue;
    if (!line.startsWith('[')) {
      rows.push(line);
      size += line.length;
      if (rows.length >= ROWS_PER_INSERT || size > CHARACTERS_PER_INSERT) await flush();
      continue;
    }
    await flush();
    const [kind, name] = JSON.parse(line) as [string, string];
    if (kind === 'table') table = name;
  }
}

async function continueIdentities(tx: Transaction<unknown>): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select quote_ident(table_name) as "table", column_name as "column" from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES'`.execute(tx);
  for (const { table, column } of rows) {
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}), max(${sql.ref(column)}))
      from ${sql.raw(table)}`.execute(tx);
  }
}

/** Reads the whole file before anything is touched. */
async function verify(path: string, shownPath: string): Promise<Header> {
  const header = await readHeader(path);
  if (header === undefined)
    throw new AppError('unreadable', `${shownPath} is not a Tendril backup of a PostgreSQL database.`);
  const hash = createHash('sha256');
  let lines = 0;
  let end: string | undefined;
  for await (const line of linesOf(path)) {
    if (end !== undefined) hash.update(`${end}\n`);
    end = line;
    lines++;
  }
  const whole = end === JSON.stringify(['end', lines - 1, hash.digest('hex')]);
  if (!whole) throw new AppError('unreadable', `${shownPath} is damaged or incomplete; nothing was changed.`);
  return header;
}

async function readHeader(path: string): Promise<Header | undefined> {
  for await (const line of linesOf(path)) {
    const value = line.length < 100_000 ? safeParse(line) : undefined;
    if (!isObject(value) || value.format !== FORMAT || !Array.isArray(value.applied)) return undefined;
    if (value.formatVersion !== 1 || typeof value.minCode !== 'number') {
      throw new AppError(
        'newer-schema',
        'The backup was written by a newer Tendril; install that version to restore it.',
      );
    }
    return { format: FORMAT, formatVersion: 1, minCode: value.minCode, applied: value.applied.map(String) };
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function safeParse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** By line feed alone: `readline` would also split at U+2028, which may stand in a note. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let parts: string[] = [];
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const pieces = String(chunk).split('\n');
    const last = pieces.pop() ?? '';
    for (const piece of pieces) {
      yield parts.length === 0 ? piece : parts.join('') + piece;
      parts = [];
    }
    if (last !== '') parts.push(last);
  }
  if (parts.length > 0) yield parts.join('');
}
