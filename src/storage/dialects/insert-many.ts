import { CompiledQuery, type Kysely } from 'kysely';
import { AppError } from '../../domain/errors.ts';
import type { InsertOptions, Rows, Value } from './dialect.ts';
import { markChecked, problemOf } from './parameters.ts';

/** Sizes of a multi-row insert: powers of two, so that any number of rows needs only a handful of prepared statements. */
const LARGEST_CHUNK = 512;
/** A statement takes 32,766 parameters on SQLite, 65,535 on PostgreSQL. */
const MOST_PARAMETERS = 16_384;

export interface GivenRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: Rows;
  readonly options?: InsertOptions | undefined;
}

/** How a database writes a multi-row insert. */
export interface InsertGrammar {
  readonly insert: string;
  /** The nth parameter, from 1, that stands in several places. */
  shared(n: number): string;
  /** The nth parameter, after those that are shared. */
  own(n: number): string;
}

/** See `Dialect.insertMany`. Everything is asked for before it returns. */
export async function insertMany<S>(tx: Kysely<S>, given: GivenRows, grammar: InsertGrammar): Promise<void> {
  const rows = lastOfEachKey(given.columns, given.rows, given.options);
  const layout = layoutOf(given.columns, rows);
  const largest = Math.min(LARGEST_CHUNK, 2 ** Math.floor(Math.log2(MOST_PARAMETERS / given.columns.length)));
  const statements: CompiledQuery[] = [];
  for (let start = 0; start < rows.length; ) {
    const left = rows.length - start;
    const size = left >= largest ? largest : 2 ** Math.floor(Math.log2(left));
    const values = [...sharedCells(given, layout)];
    const check = checkerOf(given);
    for (let r = start; r < start + size; r++) {
      const row = rows[r] ?? [];
      for (const c of layout.own) values.push(check(row, r, c));
    }
    markChecked(values);
    statements.push(CompiledQuery.raw(insertSql({ ...given, size, layout }, grammar), values));
    start += size;
  }
  await Promise.all(statements.map((statement) => tx.executeQuery(statement)));
}

/** Which columns, by position, hold one value in all rows: it is given once, and what is null in all is no parameter at all. */
export interface Layout {
  readonly shared: readonly number[];
  readonly nulls: readonly number[];
  readonly own: readonly number[];
}

/** Of fewer rows nothing is shared: what few have in common changes from one to the next, and with it the statement. */
const FEWEST_TO_SHARE = 16;

/** Most cells of what is written much at once say what those above and below them say: whose it is, and what is not known. */
export function layoutOf(columns: readonly string[], rows: Rows): Layout {
  const all = [...columns.keys()];
  const first = rows[0];
  if (first === undefined || rows.length < FEWEST_TO_SHARE) return { shared: [], nulls: [], own: all };
  const same = all.filter((c) => rows.every((row) => row[c] === first[c]));
  if (same.length === all.length) return { shared: [], nulls: [], own: all };
  return {
    shared: same.filter((c) => first[c] !== null),
    nulls: same.filter((c) => first[c] === null),
    own: all.filter((c) => !same.includes(c)),
  };
}

/** The cells that all rows share, each of which can be stored. */
export function sharedCells(given: GivenRows, { shared }: Layout): Value[] {
  const check = checkerOf(given);
  return shared.map((c) => check(given.rows[0] ?? [], 0, c));
}

/** Answers the cell of a row, by its position, if it can be stored. */
export function checkerOf({ table, columns }: GivenRows): (row: readonly Value[], r: number, c: number) => Value {
  return (row, r, c) => {
    if (row.length !== columns.length)
      throw new AppError('internal', `${table}: row ${r + 1} has ${row.length} values for ${columns.length} columns.`);
    const value = row[c] ?? null;
    const problem = problemOf(row[c]);
    if (problem === undefined) return value;
    const column = columns[c];
    throw new AppError('invalid', `${table}, row ${r + 1}, column "${column}": ${problem}`, {
      details: { table, row: r + 1, column },
    });
  };
}

/** Texts of all that is inserted: few, but some are long. */
const texts = new Map<string, string>();

function insertSql(
  { table, columns, options, size, layout }: GivenRows & { size: number; layout: Layout },
  grammar: InsertGrammar,
): string {
  const names = namesOf(columns, layout);
  const into = `${grammar.insert} into ${quote(table)} (${names})`;
  const conflict = conflictSql(options);
  const key = `${size} ${layout.shared.length} ${layout.nulls.length} ${into}${conflict}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const fixed = [...layout.shared.map((_, i) => grammar.shared(i + 1)), ...layout.nulls.map(() => 'null')];
  let n = layout.shared.length;
  const tuples = Array.from(
    { length: size },
    () => `(${[...fixed, ...layout.own.map(() => grammar.own(++n))].join(', ')})`,
  );
  const text = `${into} values ${tuples.join(', ')}${conflict}`;
  texts.set(key, text);
  return text;
}

/** The columns in the order of a layout. */
export function namesOf(columns: readonly string[], { shared, nulls, own }: Layout): string {
  return [...shared, ...nulls, ...own].map((c) => quote(columns[c] ?? '')).join(', ');
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

/** PostgreSQL refuses to update a row twice in one statement, SQLite does it: only the last of each key is sent. */
export function lastOfEachKey(columns: readonly string[], rows: Rows, options: InsertOptions | undefined): Rows {
  const onConflict = options?.onConflict;
  if (onConflict === undefined || onConflict === 'ignore') return rows;
  const positions = onConflict.key.map((name) => columns.indexOf(name));
  const last = new Map<string, readonly Value[]>();
  for (const row of rows) last.set(JSON.stringify(positions.map((p) => String(row[p]))), row);
  return last.size === rows.length ? rows : [...last.values()];
}
