import type {
  Address,
  Anniversary,
  Card,
  JCardProperty,
  NameComponent,
  OnlineService,
  Organization,
  Title,
} from '../../domain/card/jscontact.ts';
import { ADDRESS_PARTS } from '../google/entries.ts';
import { writeLabel, writePhoneLabel, writeRelation } from '../google/labels.ts';
import { safeParseProfile } from '../google/profiles.ts';
import { guardCell } from './guard.ts';

/** Google's own columns since 2024, before the numbered ones. */
const FIXED = [
  'First Name',
  'Middle Name',
  'Last Name',
  'Phonetic First Name',
  'Phonetic Middle Name',
  'Phonetic Last Name',
  'Name Prefix',
  'Name Suffix',
  'Nickname',
  'File As',
  'Organization Name',
  'Organization Title',
  'Organization Department',
  'Birthday',
  'Notes',
  'Photo',
  'Labels',
] as const;
const ADDRESS_FIELDS = [
  'Label',
  'Formatted',
  'Street',
  'City',
  'PO Box',
  'Region',
  'Postal Code',
  'Country',
  'Extended Address',
] as const;
/** Numbered columns in Google's order. A second organisation and messengers have no column there: ours follow the old names. */
const GROUPS = [
  ['E-mail', ['Label', 'Value']],
  ['Phone', ['Label', 'Value']],
  ['Address', ADDRESS_FIELDS],
  ['Organization', ['Name', 'Title', 'Department']],
  ['Relation', ['Label', 'Value']],
  ['Website', ['Label', 'Value']],
  ['IM', ['Label', 'Service', 'Value']],
  ['Event', ['Label', 'Value']],
  ['Custom Field', ['Label', 'Value']],
] as const;
type GroupName = (typeof GROUPS)[number][0];
type Cells = Readonly<Record<string, string>>;

/** One line of the export. */
export interface PeopleCsvRow {
  readonly card: Card;
  /** Written as labels beside the card's keywords, for instance the circles. */
  readonly labels?: readonly string[];
}

/**
 * Writes people as the contacts table Google has exported since 2024, which Google and most address books read: UTF-8
 * without byte order mark, commas, CRLF, only as many numbered columns as the fullest person needs. What the table has
 * no column for (calendars, keys, dates of other calendars, photos kept as bytes) is left out: vCard holds everything.
 */
export function writePeopleCsv(rows: readonly PeopleCsvRow[]): string {
  const people = rows.map(({ card, labels = [] }) => ({
    fixed: toFixed(card, labels),
    groups: toGroups(card),
    extras: toExtras(card),
  }));
  const header: string[] = [...FIXED];
  const counts = GROUPS.map(([name]) => Math.max(0, ...people.map(({ groups }) => groups[name].length)));
  GROUPS.forEach(([name, fields], index) => {
    for (let n = 1; n <= (counts[index] ?? 0); n++) {
      // Google names the first organisation without a number.
      if (name !== 'Organization' || n > 1) header.push(...fields.map((field) => `${name} ${n} - ${field}`));
    }
  });
  const extraTitles = [...new Set(people.flatMap(({ extras }) => [...extras.keys()]))];
  const lines = people.map(({ fixed, groups, extras }) => {
    const cells: string[] = FIXED.map((column) => fixed[column] ?? '');
    GROUPS.forEach(([name, fields], index) => {
      for (let n = 0; n < (counts[index] ?? 0); n++) {
        if (name !== 'Organization' || n > 0) cells.push(...fields.map((field) => groups[name][n]?.[field] ?? ''));
      }
    });
    cells.push(...extraTitles.map((title) => extras.get(title) ?? ''));
    return toLine(cells);
  });
  return [toLine([...header, ...extraTitles]), ...lines].join('');
}

function toLine(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

/** RFC 4180 section 2: quoted when it holds a comma, a quotation mark or a line end; also spaces that would be trimmed. */
function toCell(text: string): string {
  const safe = guardCell(text);
  return /[",\r\n\t;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function toFixed(card: Card, labels: readonly string[]): Cells {
  const keywords = [...Object.keys(card.keywords ?? {}), ...labels];
  const birth = values(card.anniversaries).find(({ kind, date }) => kind === 'birth' && writeDate(date) !== '');
  const photo = values(card.media).find(
    ({ kind, uri }) => kind === 'photo' && uri !== undefined && !uri.startsWith('data:'),
  );
  const organization = toOrganizations(card)[0] ?? {};
  return {
    ...toNameCells(card),
    Nickname: values(card.nicknames)
      .map(({ name }) => name)
      .join(' ::: '),
    'File As': findExtra(card, 'File As'),
    'Organization Name': organization.Name ?? '',
    'Organization Title': organization.Title ?? '',
    'Organization Department': organization.Department ?? '',
    Birthday: birth === undefined ? findExtra(card, 'Birthday') : writeDate(birth.date),
    Notes: values(card.notes)
      .map(({ note }) => note)
      .join('\n\n'),
    Photo: photo?.uri ?? '',
    Labels: ['* myContacts', ...new Set(keywords)].join(' ::: '),
  };
}

function toNameCells({ kind, name, organizations }: Card): Cells {
  const components = name?.components ?? [];
  if (components.length === 0) {
    // A company is named by its organisation column; read again, the row is a company.
    const company = kind === 'org' && values(organizations).some((organization) => organization.name === name?.full);
    return { 'First Name': company ? '' : (name?.full ?? '') };
  }
  const join = (kinds: readonly NameComponent['kind'][], separator: string) =>
    components
      .filter((part) => kinds.includes(part.kind))
      .map(({ value }) => value)
      .join(separator);
  const phonetic = (part: NameComponent['kind']) =>
    components.find((component) => component.kind === part)?.phonetic ?? '';
  return {
    'First Name': join(['given'], ' '),
    'Middle Name': join(['given2'], ' '),
    'Last Name': join(['surname', 'surname2'], ' '),
    'Phonetic First Name': phonetic('given'),
    'Phonetic Middle Name': phonetic('given2'),
    'Phonetic Last Name': phonetic('surname'),
    'Name Prefix': join(['title'], ' '),
    'Name Suffix': join(['generation', 'credential'], ', '),
  };
}

function toGroups(card: Card): Record<GroupName, readonly Cells[]> {
  const star = (pref: number | undefined, label: string) => (pref === 1 ? `* ${label}`.trimEnd() : label);
  const services = values(card.onlineServices);
  return {
    'E-mail': values(card.emails).map((email) => ({
      Label: star(email.pref, writeLabel(email)),
      Value: email.address,
    })),
    Phone: values(card.phones).map((phone) => ({
      Label: star(phone.pref, writePhoneLabel(phone)),
      Value: phone.number.replace(/^tel:/i, ''),
    })),
    Address: values(card.addresses).map((address) => ({
      Label: star(address.pref, writeLabel(address)),
      ...toAddressCells(address),
    })),
    Organization: toOrganizations(card),
    // Other cards are named by their uid (RFC 9553 section 2.1.8), which means nothing in a table.
    Relation: Object.entries(card.relatedTo ?? {})
      .filter(([name]) => !/^[a-z][a-z0-9+.-]*:\S+$|^[0-9a-f-]{36}$/i.test(name))
      .map(([name, relation]) => ({ Label: writeRelation(relation), Value: name })),
    Website: [
      ...services.filter(isProfile).map((service) => ({
        Label: star(service.pref, writeLabel(service) || (service.service ?? '')),
        Value: service.uri ?? '',
      })),
      ...values(card.links).map((link) => ({ Label: star(link.pref, writeLabel(link)), Value: link.uri })),
    ],
    IM: services
      .filter((service) => !isProfile(service))
      .map((service) => ({
        Label: star(service.pref, writeLabel(service)),
        Service: service.service ?? '',
        Value: service.uri ?? service.user ?? '',
      })),
    Event: values(card.anniversaries)
      .filter(({ kind, date }) => kind !== 'birth' && writeDate(date) !== '')
      .map((event) => ({ Label: writeEvent(event), Value: writeDate(event.date) })),
    'Custom Field': toCustomFields(card),
  };
}

/** Whether its address alone says which service it is, so that it can stand among the websites. */
function isProfile({ uri, service }: OnlineService): boolean {
  return uri !== undefined && safeParseProfile(uri)?.service === service;
}

/** Each organisation with its first title; further titles repeat it, titles without one stand alone. */
function toOrganizations(card: Card): Cells[] {
  const titles = values(card.titles);
  const cells = (organization: Organization | undefined, title: Title | undefined): Cells => ({
    Name: organization?.name ?? '',
    Title: title?.name ?? '',
    Department: (organization?.units ?? []).map(({ name }) => name).join('; '),
  });
  const held = Object.entries(card.organizations ?? {}).flatMap(([id, organization]) => {
    const own = titles.filter(({ organizationId }) => organizationId === id);
    return own.length === 0 ? [cells(organization, undefined)] : own.map((title) => cells(organization, title));
  });
  const loose = titles.filter(
    ({ organizationId }) => organizationId === undefined || card.organizations?.[organizationId] === undefined,
  );
  return [...held, ...loose.map((title) => cells(undefined, title))];
}

function toAddressCells({ components = [], countryCode, full }: Address): Cells {
  const placed = new Map<string, string[]>();
  for (const { kind, value } of components) {
    if (kind === 'separator') continue;
    // House numbers, floors and the like are part of the street line.
    const [field = 'street'] = ADDRESS_PARTS.find((part) => part[1] === kind) ?? [];
    placed.set(field, [...(placed.get(field) ?? []), value]);
  }
  const cells: Record<string, string> = {};
  for (const [field, parts] of placed) cells[field] = parts.join(' ');
  const titles = ADDRESS_FIELDS.map((title) => [title, cells[title.toLowerCase()] ?? ''] as const);
  const country = cells.country ?? countryCode ?? '';
  return {
    ...Object.fromEntries(titles.filter(([title]) => title !== 'Label')),
    Formatted: full ?? '',
    Country: country,
  };
}

function toCustomFields(card: Card): Cells[] {
  const word = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return [
    ...values(card.speakToAs?.pronouns).map(({ pronouns }) => ({ Label: 'Pronouns', Value: pronouns })),
    ...values(card.personalInfo).map(({ kind, value }) => ({ Label: word(kind), Value: value })),
    ...(card.vCardProps ?? [])
      .filter(([name]) => name === 'x-google-custom-field')
      .map((property) => ({ Label: parameter(property, 'x-label'), Value: String(property[3]) })),
  ];
}

/** Columns of an import that no card has a place for go out under their own titles. */
function toExtras(card: Card): ReadonlyMap<string, string> {
  const extras = new Map<string, string>();
  for (const property of card.vCardProps ?? []) {
    const title = parameter(property, 'x-column');
    if (
      !/^x-(?:google|linkedin|outlook|csv|ldif)-/.test(property[0]) ||
      title === '' ||
      title === 'File As' ||
      title === 'Birthday'
    )
      continue;
    const before = extras.get(title);
    extras.set(title, before === undefined ? String(property[3]) : `${before} ::: ${String(property[3])}`);
  }
  return extras;
}

function findExtra(card: Card, title: string): string {
  const property = card.vCardProps?.find((candidate) => parameter(candidate, 'x-column') === title);
  return property === undefined ? '' : String(property[3]);
}

function parameter(property: JCardProperty, name: string): string {
  const value = property[1][name];
  return typeof value === 'string' ? value : '';
}

function writeEvent({ kind, label }: Anniversary): string {
  if (kind === 'wedding') return 'Anniversary';
  return label ?? (kind === 'other' ? '' : kind.charAt(0).toUpperCase() + kind.slice(1));
}

/** `1985-03-15`, `--03-15`, `1985-03` or `1985`; empty for a date of another calendar. */
function writeDate(date: Anniversary['date']): string {
  if ('utc' in date) return date.utc.slice(0, 10);
  const { year, month, day, calendarScale } = date;
  if (calendarScale !== undefined && calendarScale !== 'gregorian') return '';
  const two = (part: number) => String(part).padStart(2, '0');
  if (month === undefined) return year === undefined ? '' : String(year).padStart(4, '0');
  if (day === undefined) return year === undefined ? '' : `${String(year).padStart(4, '0')}-${two(month)}`;
  return `${year === undefined ? '-' : String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function values<T>(map: Readonly<Record<string, T>> | undefined): T[] {
  return Object.values(map ?? {});
}
