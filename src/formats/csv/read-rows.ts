import type { FileItem } from '../draft.ts';
import { type CsvRecord, describePlace, iterateRecords, type RecordProblem } from './records.ts';
import type { Table } from './table.ts';

/** A row below the header, or what was wrong with one. */
export type RowItem = { readonly kind: 'record'; readonly record: CsvRecord } | Exclude<FileItem, { kind: 'draft' }>;

/** Reads the rows below the header one by one; rows that were lost are skipped, those that were mended warned of. */
export function* iterateRows(table: Table): Generator<RowItem> {
  for (const item of iterateRecords(table.utf8, { delimiter: table.delimiter })) {
    if (item.kind === 'problem') yield itemOfProblem(item.problem);
    else if (item.record.row > table.header.row) yield item;
  }
}

/** The rows alone, for a first look over a column of the whole file. */
export function* iterateCells(table: Table, pick: (cells: readonly string[]) => readonly string[]): Generator<string> {
  for (const item of iterateRows(table)) if (item.kind === 'record') yield* pick(item.record.cells);
}

function itemOfProblem(problem: RecordProblem): RowItem {
  const where = describePlace(problem);
  const { lost, reason } = problem;
  return lost ? { kind: 'skipped', skipped: { where, reason } } : { kind: 'warning', warning: `${where}: ${reason}` };
}
