import { decodeText } from './csv/decode.ts';
import { findTable, type Probe, probeDelimiters, type Table } from './csv/table.ts';
import type { SourceFormat } from './draft.ts';
import { isGoogleHeader, isLooseGoogleHeader } from './google/columns.ts';
import { describeLinkedInFile } from './linkedin/other-files.ts';
import { isConnectionsHeader, isLooseConnectionsHeader } from './linkedin/read-connections.ts';
import { looksLikeVCard } from './vcard/decode.ts';

/** What a file is, by its bytes; for tables also where their header stands. */
export type Detection =
  | { readonly format: 'zip' }
  | { readonly format: 'vcard' }
  | { readonly format: 'linkedin' | 'google-csv'; readonly table: Table; readonly damaged: boolean }
  | { readonly format: 'unread' /** What it looks like and what to do, one sentence. */; readonly reason: string };

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
  [/^(?:version: 1\r?\n\s*)?dn::? /i, 'an LDIF address book: export it as vCard instead'],
];

const EXPECTED: Readonly<Record<SourceFormat, string>> = {
  vcard: 'not a vCard file: it has no line BEGIN:VCARD',
  linkedin: 'not a LinkedIn connections file: it has no header row with First Name and Last Name',
  'google-csv': 'not a Google Contacts file: it has no header row with a name, E-mail 1 - Value or Phone 1 - Value',
};

/**
 * Says what a file is, never by its name.
 * @param bytes the whole file, or its first `HEAD_BYTES`
 * @param from what the user says it is: then only that is tried, and with less asked of the header
 */
export function detect(bytes: Uint8Array, from?: SourceFormat): Detection {
  const magic = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(magic)) return { format: 'zip' };
  if (from !== undefined) return detectAs(bytes, from);
  if (!bytes.some((byte) => byte !== 0)) return unread('an empty file');
  const binary = BINARY.find(([pattern]) => pattern.test(magic));
  if (binary !== undefined) return unread(binary[1]);
  if (looksLikeVCard(bytes)) return { format: 'vcard' };
  const { utf8, damaged } = decodeText(bytes);
  const start = Buffer.from(utf8.subarray(0, 16_000)).toString('utf8');
  if (start.trim() === '') return unread('an empty file');
  const text = TEXT.find(([pattern]) => pattern.test(start));
  if (text !== undefined) return unread(text[1]);
  if (isBinary(start)) return unread('not text, and no kind of file Tendril knows');
  const probes = probeDelimiters(utf8);
  return detectTable(utf8, probes, damaged) ?? unread(describeLinkedInFile(probes) ?? describeText(probes));
}

function detectTable(utf8: Uint8Array, probes: readonly Probe[], damaged: boolean): Detection | undefined {
  const linkedin = findTable(utf8, probes, isConnectionsHeader);
  if (linkedin !== undefined) return { format: 'linkedin', table: linkedin, damaged };
  const google = findTable(utf8, probes, isGoogleHeader);
  return google === undefined ? undefined : { format: 'google-csv', table: google, damaged };
}

function detectAs(bytes: Uint8Array, from: SourceFormat): Detection {
  if (from === 'vcard') return looksLikeVCard(bytes) ? { format: 'vcard' } : unread(EXPECTED.vcard);
  const { utf8, damaged } = decodeText(bytes);
  const probes = probeDelimiters(utf8);
  const [strict, loose] =
    from === 'linkedin' ? [isConnectionsHeader, isLooseConnectionsHeader] : [isGoogleHeader, isLooseGoogleHeader];
  const table = findTable(utf8, probes, strict) ?? findTable(utf8, probes, loose);
  return table === undefined ? unread(EXPECTED[from]) : { format: from, table, damaged };
}

function isBinary(text: string): boolean {
  let odd = 0;
  for (const char of text) if (char === '\ufffd' || (char < ' ' && !'\t\n\r\f\x1a'.includes(char))) odd += 1;
  return odd > text.length * 0.05;
}

/** A table is named by its columns, so that the user can tell which file it is. */
function describeText(probes: readonly Probe[]): string {
  const widest = probes.reduce((best, probe) => (width(probe) > width(best) ? probe : best));
  if (width(widest) < 2) return 'text without people Tendril can read';
  const header = widest.rows.find(({ cells }) => cells.length === width(widest))?.cells ?? [];
  const names = header
    .slice(0, 6)
    .map((cell) =>
      cell
        .replaceAll(/[\p{Cc}\s]+/gu, ' ')
        .trim()
        .slice(0, 30),
    )
    .filter((name) => name !== '');
  return `a table Tendril does not know yet, with the columns ${names.join(', ')}${header.length > 6 ? ' …' : ''}`;
}

/** The number of columns most rows agree on; one row alone, or rows that disagree, are no table. */
function width({ rows }: Probe): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [columns = 0, agreeing = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return agreeing > rows.length / 2 ? columns : 0;
}

function unread(reason: string): Detection {
  return { format: 'unread', reason };
}
