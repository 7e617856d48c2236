import type { Card, Media } from '../../domain/card/jscontact.ts';
import { decodeText } from '../csv/decode.ts';
import type { FileItem, PersonDraft } from '../draft.ts';
import { assembleRow, type FieldValue } from '../table/assemble.ts';
import type { Field } from '../table/fields.ts';
import { type Attribute, type LdifRecord, readLdifRecords } from './records.ts';

/** Attributes of inetOrgPerson (RFC 2798, 4519) and of Mozilla's address book (mozillaAbPersonAlpha), in lower case. */
const ATTRIBUTES: Readonly<Record<string, readonly [field: Field, label?: string]>> = {
  givenname: ['first-name'],
  gn: ['first-name'],
  sn: ['last-name'],
  surname: ['last-name'],
  initials: ['keep'],
  personaltitle: ['prefix'],
  generationqualifier: ['suffix'],
  mozillanickname: ['nickname'],
  xmozillanickname: ['nickname'],
  mail: ['email'],
  rfc822mailbox: ['email'],
  email: ['email'],
  mozillasecondemail: ['email'],
  xmozillasecondemail: ['email'],
  mozillahomeemail: ['email-home'],
  telephonenumber: ['phone-work'],
  homephone: ['phone-home'],
  hometelephonenumber: ['phone-home'],
  mobile: ['phone-mobile'],
  cellphone: ['phone-mobile'],
  mobiletelephonenumber: ['phone-mobile'],
  facsimiletelephonenumber: ['fax'],
  fax: ['fax'],
  pager: ['pager'],
  pagerphone: ['pager'],
  pagertelephonenumber: ['pager'],
  o: ['company'],
  organizationname: ['company'],
  company: ['company'],
  ou: ['department'],
  department: ['department'],
  departmentnumber: ['department'],
  orgunit: ['department'],
  title: ['title'],
  // Work is where no attribute says home.
  street: ['street-work'],
  streetaddress: ['street-work'],
  mozillaworkstreet2: ['street-work'],
  postofficebox: ['po-box-work'],
  pobox: ['po-box-work'],
  l: ['city-work'],
  locality: ['city-work'],
  st: ['region-work'],
  region: ['region-work'],
  postalcode: ['postcode-work'],
  zip: ['postcode-work'],
  c: ['country-work'],
  co: ['country-work'],
  countryname: ['country-work'],
  friendlycountryname: ['country-work'],
  postaladdress: ['address-work'],
  mozillahomestreet: ['street-home'],
  mozillahomestreet2: ['street-home'],
  mozillahomelocalityname: ['city-home'],
  mozillahomestate: ['region-home'],
  mozillahomepostalcode: ['postcode-home'],
  mozillahomecountryname: ['country-home'],
  homepostaladdress: ['address-home'],
  labeleduri: ['website'],
  mozillaworkurl: ['website-work'],
  workurl: ['website-work'],
  mozillahomeurl: ['website-home'],
  homeurl: ['website-home'],
  birthyear: ['birth-year'],
  birthmonth: ['birth-month'],
  birthday: ['birth-day'],
  dateofbirth: ['birthday'],
  manager: ['manager'],
  secretary: ['assistant'],
  description: ['notes'],
  notes: ['notes'],
  info: ['notes'],
  businesscategory: ['tags'],
  nsaimid: ['im', 'AIM'],
  nscpaimscreenname: ['im', 'AIM'],
  mozillaimppid: ['im'],
  preferredlanguage: ['keep'],
  employeetype: ['keep'],
};

/** About the entry in its directory, or a secret: no part of a card. */
const LEFT_OUT = new Set([
  'objectclass',
  'modifytimestamp',
  'createtimestamp',
  'modifiersname',
  'creatorsname',
  'entryuuid',
  'entrycsn',
  'structuralobjectclass',
  'subschemasubentry',
  'hassubordinates',
  'entrydn',
  'userpassword',
  'usercertificate',
  'usersmimecertificate',
  'userpkcs12',
  'mozillausehtmlmail',
  'xmozillausehtmlmail',
]);

const GROUPS = /^(?:groupof(?:unique)?names|groupofurls|posixgroup|group|mozillamailinglist|organizationalrole)$/;
const PEOPLE = /person|mozillaab|account/i;

/**
 * Reads an LDIF address book, of Thunderbird or of a directory. Mailing lists, groups and the directory's own branches
 * are skipped by name; so are records that delete or change something. What a card has no place for is kept as
 * `x-ldif-...`.
 */
export function* iterateLdif(bytes: Uint8Array): Generator<FileItem> {
  const { utf8 } = decodeText(bytes);
  for (const record of readLdifRecords(Buffer.from(utf8.buffer, utf8.byteOffset, utf8.byteLength).toString('utf8'))) {
    const where = `entry ${record.entry} (line ${record.line})`;
    const refused = whyNoPerson(record);
    const draft = refused === undefined ? toDraft(record, where) : undefined;
    const reason = refused ?? 'nothing to know the person by: no name, e-mail, phone or company';
    yield draft === undefined ? { kind: 'skipped', skipped: { where, reason } } : { kind: 'draft', draft };
  }
}

function whyNoPerson({ change, attributes, dn }: LdifRecord): string | undefined {
  if (change !== 'add') return `it asks to ${change} an entry, which is not followed`;
  const classes = attributes.filter(({ name }) => name === 'objectclass').map(({ value }) => value.toLowerCase());
  const name = attributes.find((attribute) => attribute.name === 'cn')?.value ?? dn;
  if (classes.some((value) => GROUPS.test(value)))
    return `a group or mailing list (${name.slice(0, 80)}), not a person`;
  if (classes.length > 0 && !classes.some((value) => PEOPLE.test(value)))
    return `a part of the directory (${dn.slice(0, 80)}), not a person`;
  return undefined;
}

function toDraft({ attributes, problems }: LdifRecord, where: string): PersonDraft | undefined {
  const values = attributes.flatMap((attribute) => toValues(attribute, attributes));
  const row = assembleRow(values, { prefix: 'x-ldif', order: undefined });
  if (row === undefined) return undefined;
  const media = photoOf(attributes);
  return {
    where,
    // RFC 4530: the directory's own id, which stays when everything else changes.
    ...keyOf(attributes),
    card: media === undefined ? row.card : withPhoto(row.card, media),
    warnings: [...problems, ...row.warnings],
  };
}

function keyOf(attributes: readonly Attribute[]): { key?: string } {
  const key = attributes.find(({ name }) => name === 'entryuuid')?.value;
  return key === undefined ? {} : { key };
}

function toValues({ name, value }: Attribute, all: readonly Attribute[]): FieldValue[] {
  if (LEFT_OUT.has(name) || name === 'jpegphoto' || name === 'thumbnailphoto' || name === 'photo') return [];
  if (name === 'cn' || name === 'displayname' || name === 'commonname') return toName({ name, value }, all);
  if (name === 'sn' && isInFullName(value, all)) return [];
  const [field, label] = (Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined) ?? ['keep' as const];
  // A manager is named by the place in the directory: `cn=Grace Hopper,ou=…` (RFC 4519 section 2.17).
  const person =
    field === 'manager' || field === 'assistant' ? (/^(?:cn|uid)=([^,]+)/i.exec(value)?.[1] ?? value) : value;
  // Lines of a postal address are parted by dollar signs (RFC 4517 section 3.3.28).
  const text = name.endsWith('postaladdress') ? person.replaceAll(/\s*\$\s*/g, ', ') : person;
  // `https://x.example My page` (RFC 2079).
  const said = name === 'labeleduri' ? (text.split(' ')[0] ?? text) : text;
  return [{ field, value: said, column: name, ...(label === undefined ? {} : { label }) }];
}

/** The name in one line counts where it says more than its parts, and only once. */
function toName({ name, value }: Pick<Attribute, 'name' | 'value'>, all: readonly Attribute[]): FieldValue[] {
  const has = (wanted: string) => all.some((attribute) => attribute.name === wanted);
  const preferred = has('cn') ? 'cn' : has('displayname') ? 'displayname' : 'commonname';
  const first = all.find((attribute) => attribute.name === preferred);
  const given = all.find((attribute) => attribute.name === 'givenname' || attribute.name === 'gn');
  if (name !== preferred || first?.value !== value) return [];
  return given !== undefined && has('sn') ? [] : [{ field: 'name', value, column: name }];
}

/** Directories want a surname: where no given name stands beside it, the whole name says it better. */
function isInFullName(surname: string, all: readonly Attribute[]): boolean {
  if (all.some(({ name }) => name === 'givenname' || name === 'gn')) return false;
  return all.some(({ name, value }) => (name === 'cn' || name === 'displayname') && value.includes(surname));
}

function photoOf(attributes: readonly Attribute[]): Media | undefined {
  const photo = attributes.find(
    ({ name, bytes }) => (name === 'jpegphoto' || name === 'thumbnailphoto') && bytes !== undefined && bytes.length > 0,
  );
  if (photo?.bytes === undefined) return undefined;
  return { kind: 'photo', uri: `data:image/jpeg;base64,${Buffer.from(photo.bytes).toString('base64')}` };
}

function withPhoto(card: Card, media: Media): Card {
  return { ...card, media: { m1: media } };
}
