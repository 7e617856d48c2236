import { cleanCell } from '../csv/table.ts';

/** Columns that come in numbered groups, `E-mail 1 - Value`, and the fields of each that are understood. */
const GROUP_FIELDS = {
  'e-mail': ['label', 'value'],
  phone: ['label', 'value'],
  im: ['label', 'service', 'value'],
  address: ['label', 'formatted', 'street', 'city', 'po box', 'region', 'postal code', 'country', 'extended address'],
  organization: ['label', 'name', 'title', 'department'],
  relation: ['label', 'value'],
  website: ['label', 'value'],
  event: ['label', 'value'],
  'custom field': ['label', 'value'],
} as const;

export type GroupKind = keyof typeof GROUP_FIELDS;

/** Columns of which there is one. */
export const SINGLE_COLUMNS = [
  'name',
  'first name',
  'middle name',
  'last name',
  'phonetic first name',
  'phonetic middle name',
  'phonetic last name',
  'name prefix',
  'name suffix',
  'nickname',
  'birthday',
  'notes',
  'photo',
  'labels',
  'occupation',
  'hobby',
] as const;
export type SingleColumn = (typeof SINGLE_COLUMNS)[number];

/** What the columns of the export before 2024 are called since. */
const RENAMED = new Map([
  ['given name', 'first name'],
  ['additional name', 'middle name'],
  ['family name', 'last name'],
  ['given name yomi', 'phonetic first name'],
  ['additional name yomi', 'phonetic middle name'],
  ['family name yomi', 'phonetic last name'],
  ['group membership', 'labels'],
  ['organization name', 'organization 1 - name'],
  ['organization title', 'organization 1 - title'],
  ['organization department', 'organization 1 - department'],
]);

/** One numbered group of a header: where each of its fields stands. */
export interface Group {
  readonly kind: GroupKind;
  readonly fields: ReadonlyMap<string, number>;
}

/** A header understood, of either age. */
export interface Columns {
  readonly single: ReadonlyMap<SingleColumn, number>;
  readonly groups: readonly Group[];
  /** Indexes of the columns above; every other column is an extra. */
  readonly known: ReadonlySet<number>;
}

const NUMBERED = /^(e-mail|phone|im|address|organization|relation|website|event|custom field) (\d+) - (.+)$/;

/** Whether a header is Google's, old or new, by columns nobody else has. */
export function isGoogleHeader(names: ReadonlySet<string>): boolean {
  if (names.has('group membership') || (names.has('yomi name') && names.has('given name'))) return true;
  if (names.has('file as') && names.has('labels') && names.has('first name')) return true;
  return hasNameColumn(names) && [...names].some((name) => NUMBERED.test(name));
}

/** The same when the user says so: any name or address column will do. */
export function isLooseGoogleHeader(names: ReadonlySet<string>): boolean {
  return hasNameColumn(names) || names.has('e-mail 1 - value') || names.has('phone 1 - value');
}

function hasNameColumn(names: ReadonlySet<string>): boolean {
  return names.has('name') || names.has('first name') || names.has('given name');
}

/** Sorts the columns of a header (as `normalizeName` makes the names) into what each means. */
export function readColumns(names: readonly string[]): Columns {
  const single = new Map<SingleColumn, number>();
  const groups = new Map<string, { kind: GroupKind; fields: Map<string, number> }>();
  const known = new Set<number>();
  names.forEach((original, index) => {
    const name = (RENAMED.get(original) ?? original).replace(/ - type$/, ' - label');
    if (isSingle(name) && !single.has(name)) {
      single.set(name, index);
      known.add(index);
      return;
    }
    const [, kind, number, field] = NUMBERED.exec(name) ?? [];
    if (!isGroupKind(kind) || field === undefined || !GROUP_FIELDS[kind].some((known) => known === field)) return;
    const group = groups.get(`${kind} ${Number(number)}`) ?? { kind, fields: new Map<string, number>() };
    groups.set(`${kind} ${Number(number)}`, group);
    if (group.fields.has(field)) return;
    group.fields.set(field, index);
    known.add(index);
  });
  return { single, groups: [...groups.values()], known };
}

function isSingle(name: string): name is SingleColumn {
  return SINGLE_COLUMNS.some((known) => known === name);
}

function isGroupKind(kind: string | undefined): kind is GroupKind {
  return kind !== undefined && Object.hasOwn(GROUP_FIELDS, kind);
}

/** Several values in one cell. */
export function splitValues(cell: string): string[] {
  return cell.includes(':::') ? cell.split(/\s*:::\s*/) : [cell];
}

/** One value of a group: its fields by name, empty ones left out, and the label its group shares. */
export interface GroupEntry {
  readonly label: string;
  /** Google marks the preferred one with an asterisk. */
  readonly primary: boolean;
  /** Title of its column, where it is not Google's. */
  readonly column?: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** The values of one group in one row: none, one, or several when cells hold several joined by ` ::: `. */
export function readGroup(group: Group, cells: readonly string[]): GroupEntry[] {
  const columns: [field: string, values: string[]][] = [];
  let rawLabel = '';
  for (const [field, index] of group.fields) {
    const cell = cleanCell(cells[index]);
    if (field === 'label') rawLabel = cell;
    else if (cell !== '') columns.push([field, splitValues(cell)]);
  }
  const count = Math.max(0, ...columns.map(([, values]) => values.length));
  const label = rawLabel.replace(/^\*\s*/, '');
  return Array.from({ length: count }, (_, index) => ({
    label,
    primary: index === 0 && rawLabel.startsWith('*'),
    fields: new Map(
      columns.map(([field, values]) => [field, values[index] ?? ''] as const).filter(([, value]) => value !== ''),
    ),
  })).filter(({ fields }) => fields.size > 0);
}
