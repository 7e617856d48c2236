import { cleanCell, findTable, indexColumns, type Probe, readRows } from '../csv/table.ts';

/** The other files of an export, each known by columns of its header; the first that fits names it. */
const FILES: readonly (readonly [columns: readonly string[], what: string])[] = [
  [['conversation id', 'from', 'content'], 'LinkedIn messages: not read yet'],
  [['from', 'to', 'sent at', 'direction'], 'LinkedIn invitations: not read yet'],
  [['first name', 'last name', 'headline', 'summary'], 'your own LinkedIn profile, not a person you know'],
  [['email address', 'confirmed', 'primary'], 'your own addresses on LinkedIn, not a person you know'],
  [['extension', 'number', 'type'], 'your own phone numbers on LinkedIn, not a person you know'],
  [['company name', 'title', 'started on', 'finished on'], 'your own positions on LinkedIn, not a person you know'],
  [['school name', 'degree name'], 'your own education on LinkedIn, not a person you know'],
  [['organization', 'followed on'], 'LinkedIn companies you follow: not read yet'],
  [['first name', 'last name', 'job title', 'text', 'creation date'], 'LinkedIn recommendations: not read yet'],
  [['endorsement date', 'skill name'], 'LinkedIn endorsements: not read yet'],
  [['event name', 'event time', 'external url'], 'LinkedIn events: not read yet'],
  [['application date', 'contact email', 'job url'], 'your own applications on LinkedIn, not a person you know'],
  [['date', 'sharelink', 'sharecommentary'], 'your own LinkedIn posts: not read yet'],
];

/** Says which file of a LinkedIn export this is, other than the connections; undefined for any other table. */
export function describeLinkedInFile(probes: readonly Probe[]): string | undefined {
  const headers = probes.flatMap(({ rows }) =>
    rows.slice(0, 5).map(({ cells }) => new Set(cells.map((cell) => cell.trim().toLowerCase()))),
  );
  return FILES.find(([columns]) => headers.some((names) => columns.every((column) => names.has(column))))?.[1];
}

/** The owner's own addresses, when this is the `Email Addresses.csv` of an export; in lower case. */
export function findOwnerAddresses(utf8: Uint8Array, probes: readonly Probe[]): string[] {
  const table = findTable(utf8, probes, (names) =>
    ['email address', 'confirmed', 'primary'].every((name) => names.has(name)),
  );
  if (table === undefined) return [];
  const column = indexColumns(table.names).get('email address');
  const addresses: string[] = [];
  if (column !== undefined) readRows(table, ({ cells }) => addresses.push(cleanCell(cells[column]).toLowerCase()));
  return addresses.filter((address) => address.includes('@'));
}
