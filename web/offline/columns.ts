/*
 * Rows as columns: what stands under one name in all of them lies together, and no name is written twice. Deflated it takes
 * half of what the same rows take one after another, since dates lie beside dates and channels beside channels.
 */

/** Values of JSON, as many as the reader knows of: said outside. */
export type Column =
  /** As they are. */
  | { readonly all: readonly unknown[] }
  /** UUIDs: their digits one after another, without the lines between. */
  | { readonly ids: string }
  /** Objects: by name, what each has there. */
  | { readonly named: readonly (readonly [name: string, part: Part])[] }
  /** Arrays: how long each is, and what is in them one after another. */
  | { readonly lengths: readonly number[]; readonly items: Column }
  /** Some of them are null. */
  | { readonly but: string; readonly rest: Column };

/** A column that some may be without: for each a 1 who has it; absent when all do. */
interface Part {
  readonly has?: string;
  readonly column: Column;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DIGITS = 32;
const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** @param rows values of JSON, of whatever shape */
export function toColumn(rows: readonly unknown[]): Column {
  if (rows.length === 0) return { all: [] };
  if (rows.every(isId)) return { ids: rows.map((id) => id.replaceAll('-', '')).join('') };
  if (rows.every(isObject)) return { named: namesOf(rows).map((name) => [name, partOf(rows, name)] as const) };
  if (rows.every(Array.isArray))
    return { lengths: rows.map((items) => items.length), items: toColumn(rows.flat(1) as unknown[]) };
  const rest = rows.filter((row) => row !== null);
  if (rest.length < rows.length && rest.length > 0 && (rest.every(isObject) || rest.every(Array.isArray)))
    return { but: marks(rows, (row) => row !== null), rest: toColumn(rest) };
  return { all: rows };
}

/** @param count how many rows went in */
export function fromColumn(column: Column, count: number): unknown[] {
  if ('all' in column) return [...column.all];
  if ('ids' in column)
    return Array.from({ length: count }, (_, n) => asUuid(column.ids.slice(n * DIGITS, (n + 1) * DIGITS)));
  if ('lengths' in column) {
    const items = fromColumn(
      column.items,
      column.lengths.reduce((sum, length) => sum + length, 0),
    );
    let from = 0;
    return column.lengths.map((length) => {
      from += length;
      return items.slice(from - length, from);
    });
  }
  if ('but' in column) return spread(column.but, fromColumn(column.rest, ones(column.but)), null);
  const rows: [string, unknown][][] = Array.from({ length: count }, () => []);
  for (const [name, { has, column: part }] of column.named) {
    const values = fromColumn(part, has === undefined ? count : ones(has));
    let at = 0;
    rows.forEach((row, n) => {
      if (has === undefined || has[n] === '1') row.push([name, values[at++]]);
    });
  }
  return rows.map((row) => Object.fromEntries(row));
}

function asUuid(digits: string): string {
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  );
}

function namesOf(rows: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row).filter((name) => row[name] !== undefined)))];
}

function partOf(rows: readonly Readonly<Record<string, unknown>>[], name: string): Part {
  const having = rows.filter((row) => Object.hasOwn(row, name) && row[name] !== undefined);
  const column = toColumn(having.map((row) => row[name]));
  return having.length === rows.length
    ? { column }
    : { has: marks(rows, (row) => Object.hasOwn(row, name) && row[name] !== undefined), column };
}

function marks<T>(rows: readonly T[], has: (row: T) => boolean): string {
  return rows.map((row) => (has(row) ? '1' : '0')).join('');
}

const ones = (marked: string): number => marked.replaceAll('0', '').length;

function spread(marked: string, values: readonly unknown[], otherwise: unknown): unknown[] {
  let at = 0;
  return Array.from(marked, (mark) => (mark === '1' ? values[at++] : otherwise));
}
