import type { Card, EmailAddress, JCardProperty } from '../../domain/card/jscontact.ts';
import { type CalendarDate, toCalendarDate } from '../../domain/dates.ts';
import { type DayOrder, guessDayOrder, isSlashedDate, safeParseDateCell } from '../csv/dates.ts';
import { iterateCells, iterateRows } from '../csv/read-rows.ts';
import { describePlace } from '../csv/records.ts';
import { cleanCell, extraProperties, extraProperty, indexColumns, type Table } from '../csv/table.ts';
import { collectItems, type FileItem, type PersonDraft, type ReadItems } from '../draft.ts';
import { readName } from './names.ts';
import { safeParseProfileAddress } from './profile-address.ts';

const PREFIX = 'x-linkedin';
const COLUMNS = ['first name', 'last name', 'url', 'email address', 'company', 'position', 'connected on'] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Readonly<Record<Column, string>>;

/** Whether a header is that of `Connections.csv`, old (without `URL`) or new. */
export function isConnectionsHeader(names: ReadonlySet<string>): boolean {
  return names.has('first name') && names.has('last name') && names.has('connected on');
}

/** The same when the user says so: a hand-edited file may have lost the date. */
export function isLooseConnectionsHeader(names: ReadonlySet<string>): boolean {
  return names.has('first name') && names.has('last name');
}

/** Reads the connections of a LinkedIn export that is small enough to be held. */
export function readConnections(table: Table): ReadItems {
  return collectItems(iterateConnections(table));
}

/**
 * Reads the connections of a LinkedIn export one by one. A repeated row is a repeated draft; a row without a name is an
 * account that was closed.
 */
export function* iterateConnections(table: Table): Generator<FileItem> {
  const columns = indexColumns(table.names);
  const known = new Set(COLUMNS.flatMap((name) => columns.get(name) ?? []));
  const cell = (cells: readonly string[], name: Column) => cleanCell(cells[columns.get(name) ?? -1]);
  const readDay = rememberDays(() => {
    const days = iterateCells(table, (cells) => [cell(cells, 'connected on')]);
    return guessDayOrder(days, table.delimiter === ';' ? 'day-first' : 'month-first');
  });
  for (const item of iterateRows(table)) {
    if (item.kind !== 'record') {
      yield item;
      continue;
    }
    const { record } = item;
    const where = describePlace(record);
    const draft = toDraft({
      where,
      cells: {
        'first name': cell(record.cells, 'first name'),
        'last name': cell(record.cells, 'last name'),
        url: cell(record.cells, 'url'),
        'email address': cell(record.cells, 'email address'),
        company: cell(record.cells, 'company'),
        position: cell(record.cells, 'position'),
        'connected on': cell(record.cells, 'connected on'),
      },
      extras: extraProperties(PREFIX, table, { cells: record.cells, known }),
      readDay,
    });
    if (draft !== undefined) yield { kind: 'draft', draft };
    else yield { kind: 'skipped', skipped: { where, reason: 'closed account: no name' } };
  }
}

function toDraft({
  where,
  cells,
  extras,
  readDay,
}: {
  where: string;
  cells: Cells;
  extras: JCardProperty[];
  readDay: DayReader;
}): PersonDraft | undefined {
  const named = readName(cells['first name'], cells['last name']);
  if (named === undefined) return undefined;
  const warnings: string[] = [];
  const keep = (column: string, value: string, why: string) => {
    extras.push(extraProperty(PREFIX, column, value));
    warnings.push(`${column} ${JSON.stringify(value)} ${why}; it is kept as it was`);
  };
  const profile = cells.url === '' ? undefined : safeParseProfileAddress(cells.url);
  if (cells.url !== '' && profile === undefined) keep('URL', cells.url, 'is not the address of a profile');
  const emails = readEmails(cells['email address']);
  if (cells['email address'] !== '' && emails === undefined)
    keep('Email Address', cells['email address'], 'is not an e-mail address');
  const connectedOn = readDay(cells['connected on']);
  if (cells['connected on'] !== '' && connectedOn === undefined)
    keep('Connected On', cells['connected on'], 'is not a date');
  const card: Card = {
    '@type': 'Card',
    version: '1.0',
    uid: '',
    kind: 'individual',
    ...named,
    ...readWork(cells.company, cells.position),
    ...(emails === undefined ? {} : { emails }),
    ...(profile === undefined
      ? {}
      : { onlineServices: { s1: { service: 'LinkedIn', uri: profile.uri, user: profile.slug } } }),
    ...(extras.length === 0 ? {} : { vCardProps: extras }),
  };
  return {
    where,
    ...(profile === undefined ? {} : { key: profile.uri }),
    card,
    ...(connectedOn === undefined ? {} : { connectedOn }),
    warnings,
  };
}

function readEmails(cell: string): Record<string, EmailAddress> | undefined {
  const addresses = cell.split(/[\s,;]+/).filter((address) => address !== '');
  if (addresses.length === 0 || !addresses.every((address) => /^[^@]+@[^@]+$/.test(address))) return undefined;
  return Object.fromEntries(addresses.map((address, index) => [`e${index + 1}`, { address }]));
}

function readWork(company: string, position: string): Pick<Card, 'organizations' | 'titles'> {
  return {
    ...(company === '' ? {} : { organizations: { o1: { name: company } } }),
    ...(position === ''
      ? {}
      : { titles: { t1: { name: position, kind: 'title', ...(company === '' ? {} : { organizationId: 'o1' }) } } }),
  };
}

type DayReader = (cell: string) => CalendarDate | undefined;

/**
 * Thousands of connections share a few thousand days.
 * @param findOrder goes over the whole file once more: asked only when a day is met that needs it, for LinkedIn itself
 * names its months
 */
function rememberDays(findOrder: () => DayOrder): DayReader {
  const days = new Map<string, CalendarDate | undefined>();
  let order: DayOrder | undefined;
  return (cell) => {
    if (days.has(cell)) return days.get(cell);
    if (isSlashedDate(cell)) order ??= findOrder();
    const day = parseDay(cell, order ?? 'day-first');
    days.set(cell, day);
    return day;
  };
}

function parseDay(cell: string, order: DayOrder): CalendarDate | undefined {
  // LinkedIn opened in 2003: a connection's year of two digits is never in the century before.
  const { year, month, day } = safeParseDateCell(cell, { order, century: 2000 }) ?? {};
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return toCalendarDate(Temporal.PlainDate.from({ year, month, day }));
}
