import { CompiledQuery, type Kysely } from 'kysely';
import type { InsertOptions, Rows, Value } from '../dialect.ts';
import { conflictSql, flatten, insertMany, lastOfEachKey, quote } from '../insert-many.ts';

/** More rows than this go in several statements: a message to the server is bounded. */
const ROWS_AT_ONCE = 2_000;

/** Types of columns by table, of each database; they change only with a migration, which ends the connections that knew them. */
export type ColumnTypesByTable = Map<string, ReadonlyMap<string, string>>;

/**
 * Inserts rows as one array per column: one round trip and one plan, however many rows there are. As many parameters as
 * cells would take a statement for every hundred rows, and most of the time of an import.
 */
export async function insertColumns<S>(
  tx: Kysely<S>,
  given: { table: string; columns: readonly string[]; rows: Rows; options?: InsertOptions | undefined },
  known: ColumnTypesByTable,
): Promise<void> {
  const { table, columns, options } = given;
  if (given.rows.length === 0) return;
  if (!known.has(table)) await loadColumnTypes(tx, known);
  const types = known.get(table) ?? new Map<string, string>();
  const arrays = columns.map((column) => types.get(column));
  // The driver writes bytes inside an array as text twice their size.
  if (arrays.some((type) => type === undefined || type === 'bytea')) return insertMany(tx, given, (n) => `$${n}`);
  const rows = lastOfEachKey(columns, given.rows, options);
  const names = columns.map(quote).join(', ');
  const sources = arrays.map((type, i) => `$${i + 1}::${type}[]`).join(', ');
  const text = `insert into ${quote(table)} (${names}) select * from unnest(${sources})${conflictSql(options)}`;
  const statements: CompiledQuery[] = [];
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const chunk = rows.slice(start, start + ROWS_AT_ONCE);
    const cells = flatten(table, columns, chunk, start);
    const values = columns.map((_, c) => arrayOf(chunk.map((_row, r) => cells[r * columns.length + c] ?? null)));
    statements.push(CompiledQuery.raw(text, values));
  }
  await Promise.all(statements.map((statement) => tx.executeQuery(statement)));
}

/** Asked for before anything is inserted that nobody waits for: else that would come after what was asked for later. */
export async function loadColumnTypes<S>(tx: Kysely<S>, known: ColumnTypesByTable): Promise<void> {
  const query = CompiledQuery.raw(
    `select relname as "table", attname as name, format_type(atttypid, null) as type
     from pg_attribute join pg_class c on c.oid = attrelid
     where relnamespace = current_schema()::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped`,
  );
  const { rows } = await tx.executeQuery(query as CompiledQuery<{ table: string; name: string; type: string }>);
  for (const [table, columns] of Map.groupBy(rows, (row) => row.table))
    known.set(table, new Map(columns.map(({ name, type }) => [name, type])));
}

/** An array as PostgreSQL reads it (https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO): passed as text, so that it is a value like any other. */
function arrayOf(values: readonly Value[]): string {
  const parts = values.map((value) => {
    if (value === null) return 'NULL';
    return typeof value === 'string' ? `"${value.replace(/["\\]/g, '\\$&')}"` : String(value);
  });
  return `{${parts.join(',')}}`;
}
