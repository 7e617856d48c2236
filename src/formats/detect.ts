import { decodeText } from './csv/decode.ts';
import { agreedWidth, findTable, type Probe, probeDelimiters, type Table } from './csv/table.ts';
import type { SourceFormat } from './draft.ts';
import { isGoogleHeader, isLooseGoogleHeader } from './google/columns.ts';
import { looksLikeJsContact } from './jscontact/read-people.ts';
import { looksLikeLdif } from './ldif/records.ts';
import { isImportedContactsHeader } from './linkedin/imported-contacts.ts';
import { describeLinkedInFile } from './linkedin/other-files.ts';
import { isConnectionsHeader, isLooseConnectionsHeader } from './linkedin/read-connections.ts';
import { isLooseOutlookHeader, isOutlookHeader } from './outlook/columns.ts';
import { guessTable, isConfident, namesAnyone } from './table/guess.ts';
import { applyChoices, type MappedTable, type TableKnowledge } from './table/mapping.ts';
import { looksLikeVCard } from './vcard/decode.ts';

/** What a file is, by its bytes; for tables also where their header stands. */
export type Detection =
  | { readonly format: 'zip' }
  | { readonly format: 'vcard' | 'jscontact' | 'ldif' }
  | TableDetection
  | {
      readonly format: 'unread';
      /** What it looks like and what to do, one sentence. */
      readonly reason: string;
      /** A table that may be of people, when somebody says what its columns are. */
      readonly unknown?: MappedTable;
    };

/** A table, and which reader it is for. */
export type TableDetection =
  | {
      readonly format: 'linkedin' | 'linkedin-imported' | 'google-csv' | 'outlook-csv';
      readonly table: Table;
      readonly damaged: boolean;
    }
  | { readonly format: 'csv'; readonly mapped: MappedTable; readonly damaged: boolean };

/** What helps to tell: what the user says the file is, where they are, and what they said of tables. */
export interface DetectOptions {
  /** Only that is tried then, and with less asked of the header. */
  readonly from?: SourceFormat;
  /** ISO 3166 code. */
  readonly defaultCountry?: string;
  readonly tables?: TableKnowledge;
}

/** So many bytes of a file tell what it is. */
export const HEAD_BYTES = 65_536;

const BINARY: readonly (readonly [pattern: RegExp, what: string])[] = [
  [
    /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM[\s\S]{4}\0\0\0\0|II\*\0|MM\0\*|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftyp(?:heic|heix|mif1|avif))/,
    'an image',
  ],
  [/^(?:[\s\S]{4}ftyp|ID3|OggS|RIFF|\x1aE\xdf\xa3)/, 'a sound or a film'],
  [/^%PDF-/, 'a PDF document'],
  [/^\xd0\xcf\x11\xe0/, 'an old Office document: open it and save the table as CSV'],
  [
    /^(?:\x1f\x8b|7z\xbc\xaf\x27\x1c|Rar!|\xfd7zXZ\0|BZh|\x28\xb5\x2f\xfd)/,
    'an archive that is not a zip: unpack it and import what is inside',
  ],
  [/^SQLite format 3\0/, 'a database'],
];

const TEXT: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^\s*BEGIN:VCALENDAR/i, 'a calendar file'],
  [/^From \S+.*\n(?:[\w-]+:.*\n)/, 'a mailbox'],
  [/^\s*(?:<!doctype html|<html)/i, 'a web page'],
  [/^\s*<\?xml|^\s*<svg/i, 'an XML file'],
  [/^\s*(?:\{\s*["}]|\[\s*[[{"\]])/, 'a JSON file'],
];

const EXPECTED: Readonly<Record<SourceFormat, string>> = {
  vcard: 'not a vCard file: it has no line BEGIN:VCARD',
  jscontact: 'not a JSContact file: it has no object with "@type": "Card"',
  linkedin: 'not a LinkedIn connections file: it has no header row with First Name and Last Name',
  'google-csv': 'not a Google Contacts file: it has no header row with a name, E-mail 1 - Value or Phone 1 - Value',
  'outlook-csv': 'not an Outlook file: its header names no two columns of Outlook',
  ldif: 'not an LDIF file: it has no line that begins with dn:',
  csv: 'not a table: it has no columns parted by commas, semicolons or tabs',
};

/**
 * Says what a file is, never by its name.
 * @param bytes the whole file, or its first `HEAD_BYTES`
 */
export function detect(bytes: Uint8Array, options: DetectOptions = {}): Detection {
  const { from, defaultCountry } = options;
  const magic = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(magic)) return { format: 'zip' };
  if (from !== undefined) return detectAs(bytes, from, options);
  if (!bytes.some((byte) => byte !== 0)) return unread('an empty file');
  const binary = BINARY.find(([pattern]) => pattern.test(magic));
  if (binary !== undefined) return unread(binary[1]);
  if (looksLikeVCard(bytes)) return { format: 'vcard' };
  const { utf8, damaged } = decodeText(bytes, defaultCountry);
  const start = Buffer.from(utf8.subarray(0, 16_000)).toString('utf8');
  if (start.trim() === '') return unread('an empty file');
  if (looksLikeJsContact(start)) return { format: 'jscontact' };
  const text = TEXT.find(([pattern]) => pattern.test(start));
  if (text !== undefined) return unread(text[1]);
  if (isBinary(start)) return unread('not text, and no kind of file Tendril knows');
  if (looksLikeLdif(start)) return { format: 'ldif' };
  const probes = probeDelimiters(utf8);
  return (
    detectTable(utf8, probes, damaged) ?? detectUnknownTable(utf8, { probes, damaged, tables: options.tables ?? {} })
  );
}

const HEADERS = [
  ['linkedin', isConnectionsHeader],
  ['google-csv', isGoogleHeader],
  ['linkedin-imported', isImportedContactsHeader],
  ['outlook-csv', isOutlookHeader],
] as const;

function detectTable(utf8: Uint8Array, probes: readonly Probe[], damaged: boolean): Detection | undefined {
  for (const [format, isHeader] of HEADERS) {
    const table = findTable(utf8, probes, isHeader);
    if (table !== undefined) return { format, table, damaged };
  }
  return undefined;
}

/** Any other table is read when its columns say enough, or when somebody said what they are. */
function detectUnknownTable(
  utf8: Uint8Array,
  { probes, damaged, tables }: { probes: readonly Probe[]; damaged: boolean; tables: TableKnowledge },
): Detection {
  const known = describeLinkedInFile(probes);
  if (known !== undefined) return unread(known);
  const guess = guessTable(utf8, probes);
  if (guess === undefined) return unread(describeText(probes));
  const mapped = applyChoices(guess, tables);
  const fields = mapped.columns.map(({ field }) => field);
  const read = mapped.by === 'guess' ? isConfident(fields) : namesAnyone(fields);
  return read
    ? { format: 'csv', mapped, damaged }
    : { format: 'unread', reason: describeText(probes), unknown: mapped };
}

function detectAs(bytes: Uint8Array, from: SourceFormat, { defaultCountry, tables = {} }: DetectOptions): Detection {
  if (from === 'vcard') return looksLikeVCard(bytes) ? { format: 'vcard' } : unread(EXPECTED.vcard);
  const { utf8, damaged } = decodeText(bytes, defaultCountry);
  if (from === 'ldif' || from === 'jscontact') {
    const start = Buffer.from(utf8.subarray(0, 16_000)).toString('utf8');
    const looksRight = from === 'ldif' ? looksLikeLdif : looksLikeJsContact;
    return looksRight(start) ? { format: from } : unread(EXPECTED[from]);
  }
  const probes = probeDelimiters(utf8);
  if (from === 'csv') return detectAsTable(utf8, { probes, damaged, tables });
  const [strict, loose] = LOOSE[from];
  const table = findTable(utf8, probes, strict) ?? findTable(utf8, probes, loose);
  return table === undefined ? unread(EXPECTED[from]) : { format: from, table, damaged };
}

const LOOSE = {
  linkedin: [isConnectionsHeader, isLooseConnectionsHeader],
  'google-csv': [isGoogleHeader, isLooseGoogleHeader],
  'outlook-csv': [isOutlookHeader, isLooseOutlookHeader],
} as const;

/** Who says that it is a table of people need not have it guessed: it is enough that something tells who a row is. */
function detectAsTable(
  utf8: Uint8Array,
  { probes, damaged, tables }: { probes: readonly Probe[]; damaged: boolean; tables: TableKnowledge },
): Detection {
  const guess = guessTable(utf8, probes);
  if (guess === undefined) return unread(EXPECTED.csv);
  const mapped = applyChoices(guess, tables);
  return namesAnyone(mapped.columns.map(({ field }) => field))
    ? { format: 'csv', mapped, damaged }
    : unread(describeText(probes));
}

function isBinary(text: string): boolean {
  let odd = 0;
  for (const char of text) if (char === '\ufffd' || (char < ' ' && !'\t\n\r\f\x1a'.includes(char))) odd += 1;
  return odd > text.length * 0.05;
}

/** A table is named by its columns, so that the user can tell which file it is, and what to say of it. */
function describeText(probes: readonly Probe[]): string {
  const widest = probes.reduce((best, probe) => (agreedWidth(probe) > agreedWidth(best) ? probe : best));
  const width = agreedWidth(widest);
  if (width < 2) return 'text without people Tendril can read';
  const header = widest.rows.find(({ cells }) => cells.length === width)?.cells ?? [];
  const names = header
    .slice(0, 6)
    .map((cell) =>
      cell
        .replaceAll(/[\p{Cc}\s]+/gu, ' ')
        .trim()
        .slice(0, 30),
    )
    .filter((name) => name !== '');
  const listed = `${names.join(', ')}${header.length > 6 ? ' …' : ''}`;
  const example = (names[0] ?? '1').replaceAll('"', '');
  return `a table Tendril does not know yet, with the columns ${listed}: if it holds people, say which column is the name (--map "${example}=name"), or choose the file by itself in the browser`;
}

function unread(reason: string): Detection {
  return { format: 'unread', reason };
}
