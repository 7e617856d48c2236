import { CompiledQuery, type Kysely } from 'kysely';
import type { Value } from '../dialect.ts';
import {
  checkerOf,
  conflictSql,
  type GivenRows,
  type InsertGrammar,
  insertMany,
  lastOfEachKey,
  layoutOf,
  namesOf,
  quote,
  sharedCells,
} from '../insert-many.ts';

/** More rows than this go in several statements: a message to the server is bounded. */
const ROWS_AT_ONCE = 2_000;

/** Types of columns by table, of each database; they change only with a migration, which ends the connections that knew them. */
export type ColumnTypesByTable = Map<string, ReadonlyMap<string, string>>;

/**
 * Inserts rows as one array per column: one round trip and one plan, however many rows there are. As many parameters as
 * cells would take a statement for every hundred rows, and most of the time of an import.
 */
export async function insertColumns<S>(tx: Kysely<S>, given: GivenRows, known: ColumnTypesByTable): Promise<void> {
  const { table, columns, options } = given;
  if (given.rows.length === 0) return;
  if (!known.has(table)) await loadColumnTypes(tx, known);
  const types = known.get(table) ?? new Map<string, string>();
  const typeOf = (c: number) => types.get(columns[c] ?? '');
  // The driver writes bytes inside an array as text twice their size.
  if ([...columns.keys()].some((c) => typeOf(c) === undefined || typeOf(c) === 'bytea'))
    return insertMany(tx, given, postgresInserts);
  const rows = lastOfEachKey(columns, given.rows, options);
  const layout = layoutOf(columns, rows);
  const shared = sharedCells(given, layout);
  const fixed = [...layout.shared.map((c, i) => `$${i + 1}::${typeOf(c)}`), ...layout.nulls.map(() => 'null')];
  const arrays = layout.own.map((c, i) => `$${shared.length + i + 1}::${typeOf(c)}[]`).join(', ');
  const selected = [...fixed, 'own.*'].join(', ');
  const into = `insert into ${quote(table)} (${namesOf(columns, layout)})`;
  const text = `${into} select ${selected} from unnest(${arrays}) own${conflictSql(options)}`;
  const check = checkerOf(given);
  const statements: CompiledQuery[] = [];
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const chunk = rows.slice(start, start + ROWS_AT_ONCE);
    const values = layout.own.map((c) => arrayOf(chunk.map((row, r) => check(row, start + r, c))));
    statements.push(CompiledQuery.raw(text, [...shared, ...values]));
  }
  await Promise.all(statements.map((statement) => tx.executeQuery(statement)));
}

const postgresInserts: InsertGrammar = { insert: 'insert', shared: (n) => `$${n}`, own: (n) => `$${n}` };

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
