import type { JCardProperty } from '../../domain/card/jscontact.ts';
import { unguardCell } from './guard.ts';
import { type CsvRecord, type RecordProblem, readRecords } from './records.ts';

const DELIMITERS = [',', ';', '\t'] as const;
/** The header of a hand-edited or LinkedIn file stands below a preamble, never deeper than this. */
const HEADER_SEARCH_ROWS = 40;
const HEADER_SEARCH_BYTES = 1_000_000;

/** The first rows of a file, read with one delimiter. */
export interface Probe {
  readonly delimiter: string;
  readonly rows: readonly CsvRecord[];
}

/** A delimited file of which the header is known. */
export interface Table {
  readonly utf8: Uint8Array;
  readonly delimiter: string;
  readonly header: CsvRecord;
  /** Column names as `normalizeName` makes them, in order. */
  readonly names: readonly string[];
}

/** Reads the first rows with each delimiter in turn. */
export function probeDelimiters(utf8: Uint8Array): Probe[] {
  const head = utf8.subarray(0, HEADER_SEARCH_BYTES);
  return DELIMITERS.map((delimiter) => {
    const rows: CsvRecord[] = [];
    readRecords(head, { delimiter, limit: HEADER_SEARCH_ROWS }, (record) => rows.push(record));
    return { delimiter, rows };
  });
}

/** The first row of any probe whose names `isHeader` knows, as a table; undefined when there is none. */
export function findTable(
  utf8: Uint8Array,
  probes: readonly Probe[],
  isHeader: (names: ReadonlySet<string>) => boolean,
): Table | undefined {
  for (const { delimiter, rows } of probes) {
    for (const header of rows) {
      const names = header.cells.map(normalizeName);
      if (isHeader(new Set(names))) return { utf8, delimiter, header, names };
    }
  }
  return undefined;
}

/** The number of columns most rows agree on; one row alone among many, or rows that disagree, are no table. */
export function agreedWidth({ rows }: Probe): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [columns = 0, agreeing = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return agreeing > rows.length / 2 ? columns : 0;
}

/** A column name without case, marks that cannot be seen, or spaces at its ends. */
export function normalizeName(name: string): string {
  return name
    .replaceAll(/[\ufeff\u200b]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Visits the rows below the header. */
export function readRows(table: Table, visit: (record: CsvRecord) => void): RecordProblem[] {
  return readRecords(table.utf8, { delimiter: table.delimiter }, (record) => {
    if (record.row > table.header.row) visit(record);
  });
}

/** Where each named column stands; of two columns with one name the first counts, the second is an extra. */
export function indexColumns(names: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  names.forEach((name, index) => {
    if (name !== '' && !columns.has(name)) columns.set(name, index);
  });
  return columns;
}

/** A cell as a person meant it: line ends as `\n`, no spaces around, without the apostrophe that disarms formulas. */
export function cleanCell(cell: string | undefined): string {
  if (cell === undefined || cell === '') return '';
  const text = (cell.includes('\r') ? cell.replaceAll(/\r\n?/g, '\n') : cell).trim();
  return text.startsWith("'") ? unguardCell(text).trim() : text;
}

/**
 * Cells no reader knows, as vCard extension properties (RFC 6350 section 6.10), so that they survive to the next export.
 * The column's own title is kept as parameter `x-column`.
 */
export function extraProperties(
  prefix: string,
  table: Table,
  { cells, known }: { readonly cells: readonly string[]; readonly known: ReadonlySet<number> },
): JCardProperty[] {
  const extras: JCardProperty[] = [];
  for (let index = 0; index < cells.length; index++) {
    if (known.has(index)) continue;
    const value = cleanCell(cells[index]);
    if (value !== '')
      extras.push(extraProperty(prefix, table.header.cells[index]?.trim() || `Column ${index + 1}`, value));
  }
  return extras;
}

/** One such property: `Billing Information` of a Google file becomes `x-google-billing-information`. */
export function extraProperty(prefix: string, column: string, value: string): JCardProperty {
  // A parameter value holds neither quotation marks nor control characters (RFC 6350 section 3.3).
  const title = column
    .replaceAll(/[\p{Cc}"]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 100);
  const slug =
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'column';
  return [`${prefix}-${slug}`, { 'x-column': title }, 'text', value];
}
