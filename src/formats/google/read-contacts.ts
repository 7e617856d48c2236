import type { Card, JCardProperty } from '../../domain/card/jscontact.ts';
import { type DayOrder, guessDayOrder } from '../csv/dates.ts';
import { iterateCells, iterateRows } from '../csv/read-rows.ts';
import { type CsvRecord, describePlace } from '../csv/records.ts';
import { cleanCell, extraProperties, extraProperty, type Table } from '../csv/table.ts';
import { collectItems, type FileItem, type PersonDraft, type ReadItems } from '../draft.ts';
import { type Columns, readColumns, readGroup, type SingleColumn, splitValues } from './columns.ts';
import { RowEntries, toMap } from './entries.ts';
import { readName } from './name.ts';

const PREFIX = 'x-google';

/** Reads a Google contacts table that is small enough to be held. */
export function readContacts(table: Table): ReadItems {
  return collectItems(iterateContacts(table));
}

/**
 * Reads Google's contacts table row by row, with the columns of 2024 or those before. Whatever a card has no place for is
 * kept as `x-google-...`. A row with nothing to know the person by is skipped.
 */
export function* iterateContacts(table: Table): Generator<FileItem> {
  const columns = readColumns(table.names);
  // How the days are written shows over the whole columns only: the file is gone over twice.
  const order = guessDayOrder(findDateCells(table, columns), table.delimiter === ';' ? 'day-first' : 'month-first');
  for (const item of iterateRows(table)) {
    if (item.kind !== 'record') {
      yield item;
      continue;
    }
    const draft = toDraft(item.record, { table, columns, order });
    if (draft !== undefined) {
      yield { kind: 'draft', draft };
      continue;
    }
    const empty = item.record.cells.every((cell) => cleanCell(cell) === '');
    const reason = empty
      ? 'an empty row'
      : 'nothing to know the person by: no name, company, e-mail, phone, profile or address';
    yield { kind: 'skipped', skipped: { where: describePlace(item.record), reason } };
  }
}

function findDateCells(table: Table, { single, groups }: Columns): Iterable<string> {
  const indexes = [
    single.get('birthday'),
    ...groups.filter(({ kind }) => kind === 'event').map(({ fields }) => fields.get('value')),
  ].filter((index) => index !== undefined);
  return indexes.length === 0 ? [] : iterateCells(table, (cells) => indexes.map((index) => cleanCell(cells[index])));
}

function toDraft(
  record: CsvRecord,
  { table, columns, order }: { table: Table; columns: Columns; order: DayOrder },
): PersonDraft | undefined {
  const { cells } = record;
  const cell = (column: SingleColumn) => cleanCell(cells[columns.single.get(column) ?? -1]);
  const entries = new RowEntries(order);
  for (const group of columns.groups) for (const entry of readGroup(group, cells)) entries.add(group.kind, entry);
  if (cell('birthday') !== '') entries.addBirthday(cell('birthday'));
  // RFC 6350 section 6.6.2: an occupation is a role, whoever the employer.
  if (cell('occupation') !== '') entries.titles.push({ name: cell('occupation'), kind: 'role' });
  for (const value of splitValues(cell('hobby'))) if (value !== '') entries.personalInfo.push({ kind: 'hobby', value });
  const extras = extraProperties(PREFIX, table, { cells, known: columns.known });
  extras.push(...keepPhonetics(cell), ...entries.customFields);
  for (const { column, value } of entries.doubtful) extras.push(extraProperty(PREFIX, column, value));
  const card = assembleCard(cell, { entries, extras });
  if (card === undefined) return undefined;
  const warnings = entries.doubtful.map(
    ({ column, value, why }) => `${column} ${JSON.stringify(value)} ${why}; it is kept as it was`,
  );
  return { where: describePlace(record), card, warnings };
}

/** Puts a card together from the columns of which there is one and the lists; undefined with nothing to know the person by. */
export function assembleCard(
  cell: (column: SingleColumn) => string,
  { entries, extras }: { entries: RowEntries; extras: JCardProperty[] },
): Card | undefined {
  const lists = entries.toCard();
  const name = readName(cell);
  const nicknames = toMap(
    'k',
    splitValues(cell('nickname'))
      .filter((nickname) => nickname !== '')
      .map((nickname) => ({ name: nickname })),
  );
  const company = entries.organizations[0]?.name;
  const isCompany =
    name === undefined &&
    nicknames === undefined &&
    company !== undefined &&
    lists.titles === undefined &&
    lists.anniversaries === undefined;
  const known = [
    name,
    nicknames,
    lists.emails,
    lists.phones,
    lists.onlineServices,
    lists.links,
    lists.addresses,
    lists.organizations,
  ];
  if (known.every((part) => part === undefined)) return undefined;
  const keywords = splitValues(cell('labels')).filter((label) => label !== '' && !label.startsWith('*'));
  return {
    '@type': 'Card',
    version: '1.0',
    uid: '',
    kind: isCompany ? 'org' : 'individual',
    ...(isCompany ? { name: { full: company } } : name === undefined ? {} : { name }),
    ...(nicknames === undefined ? {} : { nicknames }),
    ...lists,
    ...(keywords.length === 0
      ? {}
      : { keywords: Object.fromEntries(keywords.map((keyword) => [keyword, true as const])) }),
    ...(cell('notes') === '' ? {} : { notes: { n1: { note: cell('notes') } } }),
    ...(cell('photo') === '' ? {} : { media: { m1: { kind: 'photo', uri: cell('photo') } } }),
    ...(extras.length === 0 ? {} : { vCardProps: extras }),
  };
}

/** A phonetic part without the part it belongs to has no place in a name. */
function keepPhonetics(cell: (column: SingleColumn) => string): JCardProperty[] {
  const parts = [
    ['First Name', 'first name', 'phonetic first name'],
    ['Middle Name', 'middle name', 'phonetic middle name'],
    ['Last Name', 'last name', 'phonetic last name'],
  ] as const;
  return parts
    .filter(([, name, phonetic]) => cell(phonetic) !== '' && cell(name) === '')
    .map(([title, , phonetic]) => extraProperty(PREFIX, `Phonetic ${title}`, cell(phonetic)));
}
