import { type DayOrder, decideDayOrder } from '../csv/dates.ts';
import { iterateCells, iterateRows } from '../csv/read-rows.ts';
import { type CsvRecord, describePlace } from '../csv/records.ts';
import { cleanCell, type Table } from '../csv/table.ts';
import type { FileItem, Skipped } from '../draft.ts';
import { type Assembling, assembleRow, type FieldValue } from './assemble.ts';
import { type Field, specOf } from './fields.ts';

/** What a column of a table is. */
export interface MappedColumn {
  readonly field: Field;
  /** Said more closely than the field does: `Car`. */
  readonly label?: string;
}

export interface TableReading {
  /** By place; cells beyond are kept as they stand. */
  readonly columns: readonly MappedColumn[];
  /** Names the extension properties of what is kept: `x-csv`. */
  readonly prefix: string;
  /** ISO 3166 code of the country whose way of writing dates is meant where the file does not tell. */
  readonly country?: string;
}

/**
 * Reads the rows of any table by what each column is, one by one. A row with nothing to know the person by is skipped.
 * How days and names are written shows over whole columns only: the file is gone over before.
 */
export function* iterateTable(table: Table, reading: TableReading): Generator<FileItem> {
  const { columns, country, prefix } = reading;
  const options: Assembling = {
    prefix,
    // Spreadsheets write semicolons where the comma is a decimal sign, and there the day comes first.
    order: orderOfDates(table, columns, country) ?? (table.delimiter === ';' ? 'day-first' : undefined),
    surnameFirst: isSurnameFirst(cellsOf(table, columns, ({ field }) => field === 'name')),
  };
  for (const item of iterateRows(table))
    yield item.kind === 'record' ? readRow(item.record, { columns, titles: table.header.cells, options }) : item;
}

/** Reads a few rows that are at hand. */
export function readSampleRows(
  rows: readonly (readonly string[])[],
  { columns, titles, country, prefix }: TableReading & { readonly titles: readonly string[] },
): FileItem[] {
  const column = (wanted: (column: MappedColumn) => boolean) =>
    columns.flatMap((each, index) => (wanted(each) ? rows.map((cells) => cleanCell(cells[index])) : []));
  const options: Assembling = {
    prefix,
    order: decideDayOrder(column(isDated), country),
    surnameFirst: isSurnameFirst(column(({ field }) => field === 'name')),
  };
  return rows.map((cells, index) => readRow({ cells, row: index + 1, line: index + 1 }, { columns, titles, options }));
}

function readRow(
  record: CsvRecord,
  { columns, titles, options }: { columns: readonly MappedColumn[]; titles: readonly string[]; options: Assembling },
): FileItem {
  const values = valuesOf(record, { columns, titles });
  const row = assembleRow(values, options);
  return row === undefined
    ? { kind: 'skipped', skipped: skip(record, values) }
    : { kind: 'draft', draft: { where: describePlace(record), ...row } };
}

function skip(record: CsvRecord, values: readonly FieldValue[]): Skipped {
  const reason =
    values.length === 0
      ? 'an empty row'
      : 'nothing to know the person by: no name, company, e-mail, phone, profile or address';
  return { where: describePlace(record), reason };
}

function valuesOf(
  { cells }: CsvRecord,
  { columns, titles }: { columns: readonly MappedColumn[]; titles: readonly string[] },
): FieldValue[] {
  const values: FieldValue[] = [];
  for (let index = 0; index < cells.length; index++) {
    const value = cleanCell(cells[index]);
    if (value === '') continue;
    const column = titles[index]?.trim() || `Column ${index + 1}`;
    values.push({ field: 'keep', ...columns[index], value, column });
  }
  return values;
}

const isDated = ({ field }: MappedColumn) => specOf(field).to === 'date';

function orderOfDates(
  table: Table,
  columns: readonly MappedColumn[],
  country: string | undefined,
): DayOrder | undefined {
  return columns.some(isDated) ? decideDayOrder(cellsOf(table, columns, isDated), country) : undefined;
}

/** The cells of some columns, over the whole file. */
function cellsOf(
  table: Table,
  columns: readonly MappedColumn[],
  wanted: (column: MappedColumn) => boolean,
): Iterable<string> {
  const places = columns.flatMap((column, index) => (wanted(column) ? [index] : []));
  return places.length === 0 ? [] : iterateCells(table, (cells) => places.map((place) => cleanCell(cells[place])));
}

/** Whether most names are written `Lovelace, Ada`. */
function isSurnameFirst(names: Iterable<string>): boolean {
  let filled = 0;
  let swapped = 0;
  for (const name of names) {
    if (name === '') continue;
    filled += 1;
    if (/^[^,]+,[^,]+$/.test(name)) swapped += 1;
  }
  return swapped > filled * 0.6;
}
