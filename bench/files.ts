import type { Card, NameComponent } from '../src/domain/card/jscontact.ts';
import type { PartialDate } from '../src/domain/dates.ts';
import type { GeneratedPerson } from '../src/domain/demo/network.ts';

/** Generated people written as the files of other programs: input of the import rows, drawn directly and not by our own writers. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

interface Fields {
  readonly given: string;
  readonly middle: string;
  readonly surname: string;
  readonly phoneticGiven: string;
  readonly phoneticSurname: string;
  readonly full: string;
  readonly nickname: string;
  readonly organization: string;
  readonly title: string;
  readonly emails: readonly { readonly address: string; readonly work: boolean }[];
  readonly phone: string;
  readonly linkedin: string;
  readonly street: string;
  readonly city: string;
  readonly country: string;
  readonly birth: PartialDate | undefined;
}

function fieldsOf({ card, ref }: GeneratedPerson): Fields {
  const part = (kind: NameComponent['kind']): NameComponent | undefined =>
    card.name?.components?.find((component) => component.kind === kind);
  const surnames = [part('surname'), part('surname2')].flatMap((component) => (component ? [component.value] : []));
  const place = first(card.addresses)?.components ?? [];
  const placed = (kind: string): string => place.find((component) => component.kind === kind)?.value ?? '';
  return {
    given: part('given')?.value ?? '',
    middle: part('given2')?.value ?? '',
    surname: surnames.join(' '),
    phoneticGiven: part('given')?.phonetic ?? '',
    phoneticSurname: part('surname')?.phonetic ?? '',
    full: card.name?.full ?? '',
    nickname: first(card.nicknames)?.name ?? '',
    organization: first(card.organizations)?.name ?? '',
    title: first(card.titles)?.name ?? '',
    emails: Object.values(card.emails ?? {}).map(({ address, contexts }) => ({
      address,
      work: contexts?.work === true,
    })),
    phone: first(card.phones)?.number ?? '',
    // LinkedIn lists nobody without a profile, so those without one get an address too.
    linkedin:
      Object.values(card.onlineServices ?? {}).find(({ service }) => service === 'LinkedIn')?.uri ??
      `https://www.linkedin.com/in/example-${ref}`,
    street: [placed('number'), placed('name')].filter(Boolean).join(' '),
    city: placed('locality'),
    country: placed('country'),
    birth: birthOf(card),
  };
}

function first<T>(map: Readonly<Record<string, T>> | undefined): T | undefined {
  return map === undefined ? undefined : Object.values(map)[0];
}

function birthOf(card: Card): PartialDate | undefined {
  const date = Object.values(card.anniversaries ?? {}).find(({ kind }) => kind === 'birth')?.date;
  return date !== undefined && 'month' in date ? date : undefined;
}

function two(number: number | undefined): string {
  return String(number ?? 0).padStart(2, '0');
}

function csvRow(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

/**
 * LinkedIn's `Connections.csv`: a note before the header, about three in a hundred with an e-mail address, and the day of
 * the connection as `04 Mar 2021`.
 */
export function toLinkedInCsv(people: Iterable<GeneratedPerson>): string {
  const lines = [
    'Notes:',
    '"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address."',
    '',
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
  ];
  for (const person of people) {
    const { given, surname, linkedin, emails, organization, title } = fieldsOf(person);
    const [year = '', month = '', day = ''] = person.knownSince.split('-');
    const connected = `${day} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
    lines.push(
      csvRow([
        given,
        surname,
        linkedin,
        person.ref % 33 === 0 ? (emails[0]?.address ?? '') : '',
        organization,
        title,
        connected,
      ]),
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

// biome-ignore format: a table
const GOOGLE_HEADER = [
  'First Name', 'Middle Name', 'Last Name', 'Phonetic First Name', 'Phonetic Middle Name', 'Phonetic Last Name', 'Name Prefix', 'Name Suffix', 'Nickname', 'File As',
  'Organization Name', 'Organization Title', 'Organization Department', 'Birthday', 'Notes', 'Photo', 'Labels', 'E-mail 1 - Label', 'E-mail 1 - Value', 'E-mail 2 - Label', 'E-mail 2 - Value',
  'Phone 1 - Label', 'Phone 1 - Value', 'Address 1 - Label', 'Address 1 - Formatted', 'Address 1 - Street', 'Address 1 - City', 'Address 1 - PO Box', 'Address 1 - Region', 'Address 1 - Postal Code',
  'Address 1 - Country', 'Address 1 - Extended Address', 'Website 1 - Label', 'Website 1 - Value',
] as const;

/** The CSV of Google Contacts with the headers of 2024; everyone is in `* myContacts`, a circle is a second label. */
export function toGoogleCsv(people: Iterable<GeneratedPerson>): string {
  const lines = [csvRow(GOOGLE_HEADER)];
  for (const person of people) {
    const fields = fieldsOf(person);
    const [one, other] = fields.emails;
    const { birth } = fields;
    const birthday =
      birth === undefined
        ? ''
        : `${birth.year === undefined ? '-' : String(birth.year).padStart(4, '0')}-${two(birth.month)}-${two(birth.day)}`;
    const formatted = [fields.street, fields.city, fields.country].filter(Boolean).join('\n');
    const labels = ['* myContacts', ...(person.circle === undefined ? [] : [person.circle])].join(' ::: ');
    lines.push(
      csvRow([
        fields.given,
        fields.middle,
        fields.surname,
        fields.phoneticGiven,
        '',
        fields.phoneticSurname,
        '',
        '',
        fields.nickname,
        '',
        fields.organization,
        fields.title,
        '',
        birthday,
        '',
        '',
        labels,
        ...labelled(one),
        ...labelled(other),
        fields.phone === '' ? '' : 'Mobile',
        fields.phone,
        'Home',
        formatted,
        fields.street,
        fields.city,
        '',
        '',
        '',
        fields.country,
        '',
        'Profile',
        fields.linkedin,
      ]),
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

function labelled(email: Fields['emails'][number] | undefined): [string, string] {
  return email === undefined ? ['', ''] : [email.work ? 'Work' : '* Home', email.address];
}

/** Many vCards 3.0 (RFC 2426) in one text, the lines folded and the birthdays without a year as phones write them. */
export function toVCards(people: Iterable<GeneratedPerson>): string {
  const lines: string[] = [];
  for (const person of people) {
    const fields = fieldsOf(person);
    lines.push(
      'BEGIN:VCARD',
      'VERSION:3.0',
      `UID:${person.card.uid}`,
      `N:${escaped([fields.surname, fields.given, fields.middle, '', ''])}`,
      `FN:${escaped([fields.full])}`,
    );
    if (fields.phoneticGiven !== '')
      lines.push(
        `X-PHONETIC-FIRST-NAME:${escaped([fields.phoneticGiven])}`,
        `X-PHONETIC-LAST-NAME:${escaped([fields.phoneticSurname])}`,
      );
    if (fields.nickname !== '') lines.push(`NICKNAME:${escaped([fields.nickname])}`);
    if (fields.organization !== '') lines.push(`ORG:${escaped([fields.organization])}`);
    if (fields.title !== '') lines.push(`TITLE:${escaped([fields.title])}`);
    for (const { address, work } of fields.emails)
      lines.push(`EMAIL;TYPE=INTERNET,${work ? 'WORK' : 'HOME'}:${address}`);
    if (fields.phone !== '') lines.push(`TEL;TYPE=CELL,VOICE:${fields.phone}`);
    lines.push(`ADR;TYPE=HOME:${escaped(['', '', fields.street, fields.city, '', '', fields.country])}`);
    const { birth } = fields;
    if (birth !== undefined) {
      const omitted = birth.year === undefined ? ';X-APPLE-OMIT-YEAR=1604' : '';
      lines.push(`BDAY${omitted}:${birth.year ?? 1604}-${two(birth.month)}-${two(birth.day)}`);
    }
    lines.push(`X-SOCIALPROFILE;TYPE=linkedin:${fields.linkedin}`, 'END:VCARD');
  }
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function escaped(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[\\,;]/g, '\\$&').replaceAll('\n', '\\n')).join(';');
}

/** Breaks a line after 75 octets, between characters (RFC 2426 section 2.6). */
function folded(line: string): string {
  if (line.length <= 25 || (line.length <= 75 && /^[\u0020-\u007e]*$/.test(line))) return line;
  let result = '';
  let octets = 0;
  for (const character of line) {
    const point = character.codePointAt(0) ?? 0;
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (octets + size > 75) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}
