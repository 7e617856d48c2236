import type { Card, JCardProperty } from '../../domain/card/jscontact.ts';
import { nameFromText } from '../../domain/card/new-card.ts';
import { type DayOrder, isAmbiguousDate, isNoDate, safeParseDateCell } from '../csv/dates.ts';
import { extraProperty } from '../csv/table.ts';
import type { GroupEntry, SingleColumn } from '../google/columns.ts';
import { RowEntries } from '../google/entries.ts';
import { assembleCard } from '../google/read-contacts.ts';
import { looksLikeEmail } from './content.ts';
import { type AddressPart, type Field, type FieldSpec, specOf } from './fields.ts';

/** One filled value of a row: what it is, and the title it stood under. */
export interface FieldValue {
  readonly field: Field;
  readonly value: string;
  readonly column: string;
  /** Said more closely than the field does: `Car`. */
  readonly label?: string;
}

export interface Assembling {
  /** Names the extension properties that keep what no card has a place for: `x-csv`. */
  readonly prefix: string;
  /** Undefined when nothing tells whether the day or the month is written first. */
  readonly order: DayOrder | undefined;
  /** Names of the column `name` are written `Lovelace, Ada`. */
  readonly surnameFirst?: boolean;
}

/** A row as a card, what was doubtful in it, and the key its table gives it. */
export interface Assembled {
  readonly card: Card;
  readonly warnings: readonly string[];
  readonly key?: string;
}

/** Puts the values of one row together; undefined when there is nothing to know the person by. */
export function assembleRow(values: readonly FieldValue[], options: Assembling): Assembled | undefined {
  const row = new Row(options);
  for (const value of values) row.add(value);
  return row.finish();
}

class Row {
  readonly #options: Assembling;
  readonly #single = new Map<SingleColumn, string[]>();
  readonly #entries: RowEntries;
  readonly #addresses = new Map<string, Map<AddressPart, string[]>>();
  readonly #work = new Map<'name' | 'department' | 'title', string[]>();
  readonly #birth = new Map<'year' | 'month' | 'day', string>();
  readonly #tags = new Set<string>();
  readonly #extras: JCardProperty[] = [];
  readonly #warnings: string[] = [];
  readonly #seen = new Set<string>();
  #key: string | undefined;

  constructor(options: Assembling) {
    this.#options = options;
    this.#entries = new RowEntries(options.order ?? 'day-first');
  }

  add(given: FieldValue): void {
    const { field, value, column } = given;
    const spec = specOf(field);
    switch (spec.to) {
      case 'single':
        push(this.#single, spec.column, value);
        break;
      case 'list':
        for (const part of splitCell(spec, value)) this.#addToList(spec, { ...given, value: part });
        break;
      case 'address':
        push(getOrMake(this.#addresses, given.label ?? spec.label), spec.part, value);
        break;
      case 'work':
        push(this.#work, spec.part, value);
        break;
      case 'date':
        this.#addDate(spec.kind, given);
        break;
      case 'birth':
        this.#birth.set(spec.part, value);
        break;
      case 'tags':
        for (const tag of value.split(/\s*(?:;|,|:::|\||\n)\s*/))
          if (tag !== '') this.#tags.add(tag.replace(/^\*\s*/, ''));
        break;
      case 'key':
        if (this.#key === undefined) this.#key = value;
        break;
      case 'keep':
        this.#extras.push(extraProperty(this.#options.prefix, column, value));
        break;
      case 'skip':
        break;
    }
  }

  finish(): Assembled | undefined {
    this.#addBirthParts();
    for (const [label, parts] of this.#addresses) this.#entries.add('address', entryOf(label, joinAddress(parts)));
    this.#addWork();
    for (const { column, value, why } of this.#entries.doubtful) this.#keep(column, value, why);
    const card = assembleCard((column) => this.#cell(column), { entries: this.#entries, extras: this.#extras });
    if (card === undefined) return undefined;
    return {
      card: this.#withName(card),
      warnings: this.#warnings,
      ...(this.#key === undefined ? {} : { key: this.#key }),
    };
  }

  #cell(column: SingleColumn): string {
    if (column === 'labels') return [...this.#tags].join(' ::: ');
    const values = this.#single.get(column) ?? [];
    if (column === 'notes') return values.join('\n\n');
    if (column === 'nickname' || column === 'hobby') return values.join(' ::: ');
    if (column === 'photo') return values[0] ?? '';
    return values.join(' ');
  }

  /** A name in one cell is taken apart, so that it sorts and matches by its surname. */
  #withName(card: Card): Card {
    const full = this.#cell('name');
    if (card.name?.components !== undefined || full === '' || card.name?.full !== full) return card;
    const [surname = '', given = '', ...more] = full.split(/\s*,\s*/);
    if (this.#options.surnameFirst !== true || given === '' || more.length > 0)
      return { ...card, name: nameFromText(full) };
    return {
      ...card,
      name: {
        components: [
          { kind: 'given', value: given },
          { kind: 'surname', value: surname },
        ],
        full: `${given} ${surname}`,
      },
    };
  }

  #addToList(spec: Extract<FieldSpec, { to: 'list' }>, { field, value, column, label }: FieldValue): void {
    const said = `${spec.kind} ${spec.service ?? ''} ${value.toLowerCase()}`;
    if (this.#seen.has(said)) return;
    this.#seen.add(said);
    // An Exchange server's own name of a mailbox: nobody else can write to it.
    if (spec.kind === 'e-mail' && /^\/o=/i.test(value)) {
      this.#extras.push(extraProperty(this.#options.prefix, column, value));
      return;
    }
    if (spec.kind === 'phone' && !/\d.*\d.*\d/s.test(value)) {
      this.#keep(column, value, 'is not a phone number');
      return;
    }
    const isAddress = /^(?:https?:\/\/|www\.)|\.[a-z]{2,}\//i.test(value);
    if (spec.service !== undefined && isAddress) {
      this.#entries.add('website', { ...entryOf('', { value }), column });
      return;
    }
    const fields: Record<string, string> =
      spec.service === undefined ? { value } : { service: spec.service, value: value.replace(/^@/, '') };
    const own = field === 'im' && label !== undefined ? { service: label, value } : fields;
    this.#entries.add(spec.kind, { ...entryOf(field === 'im' ? '' : (label ?? spec.label), own), column });
  }

  #addDate(kind: 'birthday' | 'anniversary', { value, column }: FieldValue): void {
    if (isNoDate(value)) return;
    if (this.#options.order === undefined && isAmbiguousDate(value)) {
      this.#keep(column, value, 'may be two different days, as nothing says whether day or month comes first');
      return;
    }
    const date = safeParseDateCell(value, { order: this.#options.order ?? orderOf(value) });
    if (date === undefined) this.#keep(column, value, 'is not a date');
    else this.#entries.anniversaries.push({ kind: kind === 'birthday' ? 'birth' : 'wedding', date });
  }

  #addBirthParts(): void {
    const [year, month, day] = [this.#birth.get('year'), this.#birth.get('month'), this.#birth.get('day')];
    if (this.#birth.size === 0 || this.#entries.anniversaries.some(({ kind }) => kind === 'birth')) return;
    const two = (part: string) => part.padStart(2, '0');
    const text =
      month !== undefined && day !== undefined
        ? `${year === undefined ? '-' : year}-${two(month)}-${two(day)}`
        : year !== undefined && month !== undefined
          ? `${year}-${two(month)}`
          : (year ?? '');
    if (isNoDate(text)) return;
    const date = safeParseDateCell(text, { order: 'day-first' });
    if (date !== undefined) this.#entries.anniversaries.push({ kind: 'birth', date });
    else this.#keep('Birthday', [year, month, day].filter(Boolean).join('-'), 'is not a date');
  }

  #addWork(): void {
    const [name, department] = [this.#work.get('name') ?? [], this.#work.get('department') ?? []];
    const [title, ...moreTitles] = this.#work.get('title') ?? [];
    const fields = {
      ...(name[0] === undefined ? {} : { name: name[0] }),
      ...(department.length === 0 ? {} : { department: department.join('; ') }),
      ...(title === undefined ? {} : { title }),
    };
    if (Object.keys(fields).length > 0) this.#entries.add('organization', entryOf('', fields));
    for (const other of name.slice(1)) this.#entries.add('organization', entryOf('', { name: other }));
    for (const other of moreTitles) this.#entries.add('organization', entryOf('', { title: other }));
  }

  #keep(column: string, value: string, why: string): void {
    this.#extras.push(extraProperty(this.#options.prefix, column, value));
    this.#warnings.push(`${column} ${JSON.stringify(value)} ${why}; it is kept as it was`);
  }
}

/** A date that only one order makes a day of. */
function orderOf(cell: string): DayOrder {
  return safeParseDateCell(cell, { order: 'day-first' }) === undefined ? 'month-first' : 'day-first';
}

/** Several values in one cell, as people and programs put them there. */
function splitCell(spec: Extract<FieldSpec, { to: 'list' }>, cell: string): string[] {
  const parts = splitBy(spec, cell).map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

function splitBy({ kind }: Extract<FieldSpec, { to: 'list' }>, cell: string): string[] {
  switch (kind) {
    case 'e-mail':
      return splitEmails(cell);
    case 'phone':
      // A comma or a slash stands inside numbers too: between two of them comes a new beginning.
      return cell.split(/\s*(?:;(?!ext=)|\n|:::|[,/]\s*(?=\+|\(?0))\s*/);
    case 'relation':
      return cell.split(/\s*(?:;|,|\n|:::)\s*/);
    case 'website':
      return cell.split(/\s*(?:\n|:::|;\s|,\s)\s*/);
    case 'im':
      return cell.split(/\s*(?:;|\n|:::)\s*/);
    default:
      return [cell];
  }
}

/** `Ada <ada@x.example>; a@y.example`: the addresses, or the cell as it is when not all of it are some. */
function splitEmails(cell: string): string[] {
  const named = [...cell.matchAll(/<([^<>\s]+@[^<>\s]+)>/g)].map(([, address]) => address ?? '');
  if (named.length > 0) return named;
  const parts = cell.split(/\s*(?:[\s,;|]|:::)\s*/).filter((part) => part !== '');
  return parts.every(looksLikeEmail) ? parts : [cell];
}

function joinAddress(parts: ReadonlyMap<AddressPart, readonly string[]>): Record<string, string> {
  const fields: Record<string, string> = {};
  const order: readonly AddressPart[] = ['formatted', 'street', 'po box', 'city', 'region', 'postal code', 'country'];
  for (const part of order) {
    const lines = parts.get(part) ?? [];
    const joined = (part === 'formatted' ? lines : lines.flatMap((line) => line.split(/\s*\n\s*/))).join(', ');
    if (joined !== '') fields[part] = joined;
  }
  const number = parts.get('house number')?.join(' ');
  if (number !== undefined) fields.street = fields.street === undefined ? number : `${fields.street} ${number}`;
  return fields;
}

function entryOf(label: string, fields: Readonly<Record<string, string>>): GroupEntry {
  return { label, primary: false, fields: new Map(Object.entries(fields)) };
}

function push<K>(map: Map<K, string[]>, key: K, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

function getOrMake(map: Map<string, Map<AddressPart, string[]>>, key: string): Map<AddressPart, string[]> {
  const made = map.get(key) ?? new Map<AddressPart, string[]>();
  map.set(key, made);
  return made;
}
