import type { Table } from '../csv/table.ts';
import type { FileItem } from '../draft.ts';
import { iterateTable } from '../table/read-table.ts';
import { readOutlookColumns } from './columns.ts';

/**
 * Reads an export of Outlook (desktop, 92 columns, or outlook.com, 61), in any language its titles are known in. What a
 * card has no place for is kept as `x-outlook-...`.
 */
export function iterateOutlookContacts(table: Table, country?: string): Iterable<FileItem> {
  return iterateTable(table, {
    columns: readOutlookColumns(table.header.cells),
    prefix: 'x-outlook',
    ...(country === undefined ? {} : { country }),
  });
}
