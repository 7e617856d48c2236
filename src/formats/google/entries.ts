import type {
  Address,
  AddressComponent,
  Anniversary,
  Card,
  EmailAddress,
  Entry,
  JCardProperty,
  OnlineService,
  Organization,
  PersonalInfo,
  Phone,
  Relation,
  Resource,
  Title,
} from '../../domain/card/jscontact.ts';
import { type DayOrder, safeParseDateCell } from '../csv/dates.ts';
import type { GroupEntry, GroupKind } from './columns.ts';
import { readLabel, readPhoneLabel, readRelation } from './labels.ts';
import { safeParseProfile } from './profiles.ts';

/** Street part and vCard field of each address column, in the order they are written on an envelope. */
export const ADDRESS_PARTS = [
  ['po box', 'postOfficeBox'],
  ['extended address', 'apartment'],
  ['street', 'name'],
  ['city', 'locality'],
  ['region', 'region'],
  ['postal code', 'postcode'],
  ['country', 'country'],
] as const;

/** Custom fields that have a place of their own in a card. */
export const PERSONAL_KINDS = ['hobby', 'interest', 'expertise'] as const;

/** Collects what one row says, list by list, and gives each entry its id at the end. */
/** A code of ISO 3166, in its own spelling: `GB`, but not `UK`, which is only what people call it. */
function isCountryCode(value: string): boolean {
  if (!/^[A-Z]{2}$/.test(value) || new Intl.Locale(`und-${value}`).region !== value) return false;
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(value) !== undefined;
}

export class RowEntries {
  readonly emails: EmailAddress[] = [];
  readonly phones: Phone[] = [];
  readonly services: OnlineService[] = [];
  readonly links: Resource[] = [];
  readonly addresses: Address[] = [];
  readonly organizations: Organization[] = [];
  readonly titles: Title[] = [];
  readonly anniversaries: Anniversary[] = [];
  readonly personalInfo: PersonalInfo[] = [];
  readonly pronouns: { pronouns: string }[] = [];
  /** By the name of the other person. */
  readonly relations = new Map<string, Relation>();
  readonly customFields: JCardProperty[] = [];
  /** Values that are not what their column says, to be kept as extras. */
  readonly doubtful: { column: string; value: string; why: string }[] = [];
  readonly #order: DayOrder;

  constructor(order: DayOrder) {
    this.#order = order;
  }

  /** Adds one value of a numbered group. */
  add(kind: GroupKind, entry: GroupEntry): void {
    const value = entry.fields.get('value') ?? '';
    switch (kind) {
      case 'e-mail':
        this.#addEmail(entry, value);
        break;
      case 'phone':
        this.#addPhone(entry, value);
        break;
      case 'im':
        this.#addMessenger(entry, value);
        break;
      case 'address':
        this.#addAddress(entry);
        break;
      case 'organization':
        this.#addOrganization(entry);
        break;
      case 'relation':
        this.relations.set(value, mergeRelations(this.relations.get(value), readRelation(entry.label)));
        break;
      case 'website':
        this.#addWebsite(entry, value);
        break;
      case 'event':
        this.#addEvent(entry, value);
        break;
      case 'custom field':
        this.#addCustomField(entry, value);
        break;
    }
  }

  /** Adds the birthday column. */
  addBirthday(cell: string): void {
    const date = safeParseDateCell(cell, { order: this.#order });
    if (date === undefined) this.doubtful.push({ column: 'Birthday', value: cell, why: 'is not a date' });
    else this.anniversaries.push({ kind: 'birth', date });
  }

  /** The lists as the maps of a card, empty ones left out. */
  toCard(): Partial<Card> {
    const maps = {
      emails: toMap('e', this.emails),
      phones: toMap('p', this.phones),
      onlineServices: toMap('s', this.services),
      links: toMap('u', this.links),
      addresses: toMap('a', this.addresses),
      organizations: toMap('o', this.organizations),
      titles: toMap('t', this.titles),
      anniversaries: toMap('d', this.anniversaries),
      personalInfo: toMap('i', this.personalInfo),
      ...(this.pronouns.length === 0 ? {} : { speakToAs: { pronouns: toMap('q', this.pronouns) ?? {} } }),
      ...(this.relations.size === 0 ? {} : { relatedTo: Object.fromEntries(this.relations) }),
    };
    return Object.fromEntries(Object.entries(maps).filter(([, map]) => map !== undefined));
  }

  #addEmail(entry: GroupEntry, value: string): void {
    const address = value.replace(/^mailto:/i, '');
    if (address.includes('@')) this.emails.push({ address, ...readLabel(entry.label), ...preferred(entry) });
    else this.doubtful.push({ column: entry.column ?? 'E-mail 1 - Value', value, why: 'is not an e-mail address' });
  }

  #addPhone(entry: GroupEntry, value: string): void {
    if (/^\d[.,]\d+E\+?\d+$/i.test(value)) {
      this.doubtful.push({
        column: entry.column ?? 'Phone 1 - Value',
        value,
        why: 'is a phone number that a spreadsheet has rounded',
      });
    } else this.phones.push({ number: value, ...readPhoneLabel(entry.label), ...preferred(entry) });
  }

  #addMessenger(entry: GroupEntry, value: string): void {
    const service = entry.fields.get('service');
    const address = /^[a-z][a-z0-9+.-]*:\S/i.test(value) ? { uri: value } : { user: value };
    this.services.push({
      ...(service === undefined ? {} : { service }),
      ...(value === '' ? {} : address),
      ...readLabel(entry.label),
      ...preferred(entry),
    });
  }

  #addWebsite(entry: GroupEntry, value: string): void {
    const profile = safeParseProfile(value);
    if (profile === undefined) this.links.push({ uri: value, ...readLabel(entry.label), ...preferred(entry) });
    else {
      // A label that names the service says nothing more.
      const said = [profile.service, 'profile', 'homepage', 'home page'].some(
        (word) => word?.toLowerCase() === entry.label.toLowerCase(),
      );
      this.services.push({ ...profile, ...(said ? {} : readLabel(entry.label)), ...preferred(entry) });
    }
  }

  #addAddress(entry: GroupEntry): void {
    const components: AddressComponent[] = [];
    let countryCode: string | undefined;
    for (const [field, kind] of ADDRESS_PARTS) {
      const value = entry.fields.get(field);
      if (value === undefined) continue;
      if (kind === 'country' && isCountryCode(value)) countryCode = value;
      else components.push({ kind, value });
    }
    const full = entry.fields.get('formatted');
    const parts =
      countryCode === undefined ? components : [...components, { kind: 'country', value: countryCode } as const];
    this.addresses.push({
      ...(components.length === 0 ? {} : { components }),
      ...(countryCode === undefined ? {} : { countryCode }),
      ...(full === undefined || saysNothingMore(full, parts) ? {} : { full }),
      ...readLabel(entry.label),
      ...preferred(entry),
    });
  }

  #addOrganization(entry: GroupEntry): void {
    const name = entry.fields.get('name');
    const department = entry.fields.get('department');
    const title = entry.fields.get('title');
    let organizationId: string | undefined;
    if (name !== undefined || department !== undefined) {
      const organization: Organization = {
        ...(name === undefined ? {} : { name }),
        ...(department === undefined ? {} : { units: department.split(/;\s+/).map((unit) => ({ name: unit })) }),
        // Google calls every organisation `Work`: only another word is a label.
        ...(/^(?:work)?$/i.test(entry.label) ? {} : readLabel(entry.label)),
        ...preferred(entry),
      };
      const same = this.organizations.findIndex((other) => JSON.stringify(other) === JSON.stringify(organization));
      organizationId = `o${same < 0 ? this.organizations.push(organization) : same + 1}`;
    }
    if (title !== undefined)
      this.titles.push({ name: title, kind: 'title', ...(organizationId === undefined ? {} : { organizationId }) });
  }

  #addEvent({ label }: GroupEntry, value: string): void {
    const date = safeParseDateCell(value, { order: this.#order });
    if (date === undefined) this.doubtful.push({ column: label || 'Event 1 - Value', value, why: 'is not a date' });
    else if (label.toLowerCase() === 'anniversary') this.anniversaries.push({ kind: 'wedding', date });
    else if (label.toLowerCase() === 'death') this.anniversaries.push({ kind: 'death', date });
    else
      this.anniversaries.push({
        kind: 'other',
        date,
        ...(label === '' || label.toLowerCase() === 'other' ? {} : { label }),
      });
  }

  #addCustomField({ label }: GroupEntry, value: string): void {
    const kind = PERSONAL_KINDS.find((known) => known === label.toLowerCase());
    if (kind !== undefined) this.personalInfo.push({ kind, value });
    else if (label.toLowerCase() === 'pronouns') this.pronouns.push({ pronouns: value });
    else
      this.customFields.push([
        'x-google-custom-field',
        { 'x-label': label.replaceAll(/[\p{Cc}"]+/gu, ' ') },
        'text',
        value,
      ]);
  }
}

/** Entries under the ids they keep in the card: `e1`, `e2` … Undefined for none. */
export function toMap<T>(prefix: string, entries: readonly T[]): Record<string, T> | undefined {
  if (entries.length === 0) return undefined;
  return Object.fromEntries(entries.map((entry, index) => [`${prefix}${index + 1}`, entry]));
}

function preferred(entry: GroupEntry): Pick<Entry, 'pref'> {
  return entry.primary ? { pref: 1 } : {};
}

/** Google repeats the parts of an address in its formatted line; kept twice, one would grow stale. */
function saysNothingMore(full: string, components: readonly AddressComponent[]): boolean {
  let rest = full;
  for (const value of components.map((part) => part.value).sort((a, b) => b.length - a.length))
    rest = rest.replace(value, '');
  return components.length > 0 && !/[\p{L}\p{N}]/u.test(rest);
}

function mergeRelations(before: Relation | undefined, next: Relation): Relation {
  if (before === undefined) return next;
  const label = [before.label, next.label].filter((word) => word !== undefined).join(', ');
  return { relation: { ...before.relation, ...next.relation }, ...(label === '' ? {} : { label }) };
}
