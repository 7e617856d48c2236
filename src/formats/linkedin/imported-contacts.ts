import { normalizeName, type Table } from '../csv/table.ts';
import type { FileItem } from '../draft.ts';
import type { Field } from '../table/fields.ts';
import { iterateTable } from '../table/read-table.ts';

/** The columns of both families of `ImportedContacts.csv`; every other is kept as it stands. */
const COLUMNS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['firstname', 'first-name'],
  ['middlename', 'middle-name'],
  ['lastname', 'last-name'],
  ['fullname', 'name'],
  ['nickname', 'nickname'],
  ['nameprefix', 'prefix'],
  ['namesuffix', 'suffix'],
  ['title', 'title'],
  ['companies', 'company'],
  ['emails', 'email'],
  ['phonenumbers', 'phone'],
  ['location', 'address'],
  // The same person is brought in anew with every synchronisation: when says nothing about them.
  ['createdat', 'skip'],
  ['updatedat', 'skip'],
]);

/** Whether a header is that of the address book one gave to LinkedIn. */
export function isImportedContactsHeader(names: ReadonlySet<string>): boolean {
  return names.has('emails') && names.has('phonenumbers') && (names.has('firstname') || names.has('fullname'));
}

/** Reads the address book that the owner gave to LinkedIn, as LinkedIn gives it back. */
export function iterateImportedContacts(table: Table, country?: string): Iterable<FileItem> {
  const named = table.names.includes('firstname');
  const columns = table.names.map((name) => {
    const field = COLUMNS.get(normalizeName(name).replaceAll(' ', '')) ?? 'keep';
    return { field: named && field === 'name' ? ('skip' as const) : field };
  });
  return iterateTable(table, { columns, prefix: 'x-linkedin', ...(country === undefined ? {} : { country }) });
}
