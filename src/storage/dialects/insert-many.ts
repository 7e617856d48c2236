import { CompiledQuery, type Kysely } from 'kysely';
import { AppError } from '../../domain/errors.ts';
import type { InsertOptions, Rows, Value } from './dialect.ts';
import { markChecked, problemOf } from './parameters.ts';

/** Sizes of a multi-row insert: powers of two, so that any number of rows needs only a handful of prepared statements. */
const LARGEST_CHUNK = 512;
/** A statement takes 32,766 parameters on SQLite, 65,535 on PostgreSQL. */
const MOST_PARAMETERS = 16_384;

/** See `Dialect.insertMany`. `placeholder` writes the nth parameter, from 1. Everything is asked for before it returns. */
export async function insertMany<S>(
  tx: Kysely<S>,
  given: { table: string; columns: readonly string[]; rows: Rows; options?: InsertOptions | undefined },
  placeholder: (n: number) => string,
): Promise<void> {
  const { table, columns, options } = given;
  const rows = lastOfEachKey(given.columns, given.rows, options);
  const largest = Math.min(LARGEST_CHUNK, 2 ** Math.floor(Math.log2(MOST_PARAMETERS / columns.length)));
  const statements: CompiledQuery[] = [];
  for (let start = 0; start < rows.length; ) {
    const left = rows.length - start;
    const size = left >= largest ? largest : 2 ** Math.floor(Math.log2(left));
    const chunk = rows.slice(start, start + size);
    const values = flatten(table, columns, chunk, start);
    const text = insertSql({ table, columns, size, options }, placeholder);
    statements.push(CompiledQuery.raw(text, values));
    start += size;
  }
  await Promise.all(statements.map((statement) => tx.executeQuery(statement)));
}

/** Texts of all that is inserted: few, but some are long. */
const texts = new Map<string, string>();

function insertSql(
  {
    table,
    columns,
    size,
    options,
  }: { table: string; columns: readonly string[]; size: number; options?: InsertOptions | undefined },
  placeholder: (n: number) => string,
): string {
  const into = `insert into ${quote(table)} (${columns.map(quote).join(', ')})`;
  const conflict = conflictSql(options);
  const key = `${placeholder(1)} ${size} ${into}${conflict}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  let n = 0;
  const tuples = Array.from({ length: size }, () => `(${columns.map(() => placeholder(++n)).join(', ')})`);
  const text = `${into} values ${tuples.join(', ')}${conflict}`;
  texts.set(key, text);
  return text;
}

export function conflictSql(options: InsertOptions | undefined): string {
  const onConflict = options?.onConflict;
  if (onConflict === undefined) return '';
  if (onConflict === 'ignore') return ' on conflict do nothing';
  const set = onConflict.update.map((column) => `${quote(column)} = excluded.${quote(column)}`).join(', ');
  return ` on conflict (${onConflict.key.map(quote).join(', ')}) do update set ${set}`;
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The cells row by row, each of which can be stored. */
export function flatten(table: string, columns: readonly string[], rows: Rows, firstRow: number): Value[] {
  const values: Value[] = [];
  let r = firstRow;
  for (const row of rows) {
    r += 1;
    if (row.length !== columns.length) {
      throw new AppError('internal', `${table}: row ${r} has ${row.length} values for ${columns.length} columns.`);
    }
    for (const value of row) {
      const problem = problemOf(value);
      if (problem !== undefined) {
        const column = columns[values.length % columns.length];
        throw new AppError('invalid', `${table}, row ${r}, column "${column}": ${problem}`, {
          details: { table, row: r, column },
        });
      }
      values.push(value);
    }
  }
  markChecked(values);
  return values;
}

/** PostgreSQL refuses to update a row twice in one statement, SQLite does it: only the last of each key is sent. */
export function lastOfEachKey(columns: readonly string[], rows: Rows, options: InsertOptions | undefined): Rows {
  const onConflict = options?.onConflict;
  if (onConflict === undefined || onConflict === 'ignore') return rows;
  const positions = onConflict.key.map((name) => columns.indexOf(name));
  const last = new Map<string, readonly Value[]>();
  for (const row of rows) last.set(JSON.stringify(positions.map((p) => String(row[p]))), row);
  return last.size === rows.length ? rows : [...last.values()];
}
