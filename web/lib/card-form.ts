import type { Card, IdMap, NameComponent, Organization, Title } from '../../src/domain/card/jscontact.ts';
import { scaleOf } from '../../src/domain/keeping/calendars.ts';

/**
 * The part of a card one edits, as plain lines, and back. What the form does not show (unknown properties, second
 * organisations, phonetic names) stays in the card untouched; a form that was not changed gives the same card.
 */
export interface CardForm {
  readonly full: string;
  readonly given: string;
  readonly surname: string;
  readonly nickname: string;
  readonly pronouns: string;
  readonly organization: string;
  readonly title: string;
  readonly emails: readonly Line[];
  readonly phones: readonly Line[];
  readonly services: readonly ServiceLine[];
  readonly links: readonly Line[];
  readonly addresses: readonly Line[];
  readonly birthday: BirthdayForm;
  readonly note: string;
}

/** One value with the id it has in the card; a new one has none. */
export interface Line {
  readonly id: string | undefined;
  readonly value: string;
  readonly place: Place;
}
export type Place = 'home' | 'work' | 'none';
export interface ServiceLine {
  readonly id: string | undefined;
  readonly service: string;
  readonly value: string;
}
export interface BirthdayForm {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** A CLDR calendar; empty for our own. */
  readonly calendar: string;
  /** The leap month after the month of that number. */
  readonly leap: boolean;
}

interface WithContexts {
  readonly contexts?: Readonly<Partial<Record<string, true>>>;
}

function placeOf(entry: WithContexts): Place {
  if (entry.contexts?.work) return 'work';
  return entry.contexts?.private ? 'home' : 'none';
}

function entriesOf<T>(map: IdMap<T> | undefined): readonly (readonly [string, T])[] {
  return Object.entries(map ?? {});
}

function componentText(card: Card, kind: NameComponent['kind']): string {
  return (card.name?.components ?? [])
    .filter((part) => part.kind === kind)
    .map((part) => part.value)
    .join(' ');
}

function fullName(card: Card): string {
  if (card.name?.full !== undefined) return card.name.full;
  const parts = card.name?.components ?? [];
  return parts
    .filter((part) => part.kind !== 'separator' && part.kind !== 'credential')
    .map((part) => part.value)
    .join(' ');
}

function firstId<T>(map: IdMap<T> | undefined): string | undefined {
  return Object.keys(map ?? {})[0];
}

function jobTitleId(card: Card): string | undefined {
  return entriesOf(card.titles).find(([, title]) => title.kind !== 'role')?.[0];
}

function birthId(card: Card): string | undefined {
  return entriesOf(card.anniversaries).find(([, anniversary]) => anniversary.kind === 'birth')?.[0];
}

function addressText(address: NonNullable<Card['addresses']>[string]): string {
  return (
    address.full ??
    (address.components ?? [])
      .filter((part) => part.kind !== 'separator')
      .map((part) => part.value)
      .join(', ')
  );
}

const NO_BIRTHDAY: BirthdayForm = { year: '', month: '', day: '', calendar: '', leap: false };

function birthdayOf(card: Card): BirthdayForm {
  const date = card.anniversaries?.[birthId(card) ?? '']?.date;
  if (date === undefined) return NO_BIRTHDAY;
  if ('utc' in date) {
    const [year = '', month = '', day = ''] = date.utc.slice(0, 10).split('-');
    return { ...NO_BIRTHDAY, year, month: String(Number(month)), day: String(Number(day)) };
  }
  const text = (part: number | undefined): string => (part === undefined ? '' : String(part));
  return {
    year: text(date.year),
    month: text(date.month),
    day: text(date.day),
    calendar: scaleOf(date) ?? '',
    leap: date['tendril:leapMonth'] === true,
  };
}

/** The contract leaves a card open so that unknown properties survive; its shape is RFC 9553's. */
export function toCard(person: { readonly card: object }): Card {
  return person.card as Card;
}

export function toCardForm(card: Card): CardForm {
  const lines = <T extends WithContexts>(map: IdMap<T> | undefined, value: (entry: T) => string): readonly Line[] =>
    entriesOf(map).map(([id, entry]) => ({ id, value: value(entry), place: placeOf(entry) }));
  return {
    full: fullName(card),
    given: componentText(card, 'given'),
    surname: componentText(card, 'surname'),
    nickname: card.nicknames?.[firstId(card.nicknames) ?? '']?.name ?? '',
    pronouns: card.speakToAs?.pronouns?.[firstId(card.speakToAs.pronouns) ?? '']?.pronouns ?? '',
    organization: card.organizations?.[firstId(card.organizations) ?? '']?.name ?? '',
    title: card.titles?.[jobTitleId(card) ?? '']?.name ?? '',
    emails: lines(card.emails, (entry) => entry.address),
    phones: lines(card.phones, (entry) => entry.number.replace(/^tel:/, '')),
    services: entriesOf(card.onlineServices).map(([id, entry]) => ({
      id,
      service: entry.service ?? '',
      value: entry.uri ?? entry.user ?? '',
    })),
    links: lines(card.links, (entry) => entry.uri),
    addresses: lines(card.addresses, addressText),
    birthday: birthdayOf(card),
    note: card.notes?.[firstId(card.notes) ?? '']?.note ?? '',
  };
}

/** A key no entry of the map has yet. */
function freeKey(taken: Readonly<Record<string, unknown>>, prefix: string): string {
  let n = 1;
  while (Object.hasOwn(taken, `${prefix}${n}`)) n++;
  return `${prefix}${n}`;
}

function contextsOf(place: Place): WithContexts {
  if (place === 'none') return {};
  return { contexts: { [place === 'home' ? 'private' : 'work']: true } };
}

interface LineRule<T> {
  readonly prefix: string;
  readonly read: (entry: T) => string;
  readonly write: (entry: T | undefined, value: string) => T;
}

/** Applies edited lines to a map, keeping the ids and the untouched entries as they are. */
function applyLines<T extends WithContexts>(
  map: IdMap<T> | undefined,
  lines: readonly Line[],
  rule: LineRule<T>,
): IdMap<T> | undefined {
  const next: Record<string, T> = {};
  for (const line of lines) {
    const value = line.value.trim();
    if (value === '') continue;
    const old = line.id === undefined ? undefined : map?.[line.id];
    const id = line.id ?? freeKey({ ...map, ...next }, rule.prefix);
    let entry = old !== undefined && rule.read(old) === value ? old : rule.write(old, value);
    if (placeOf(entry) !== line.place) {
      const { contexts: _, ...rest } = entry;
      // Spreading a generic loses that only `contexts` was replaced.
      entry = { ...rest, ...contextsOf(line.place) } as T;
    }
    next[id] = entry;
  }
  return Object.keys(next).length === 0 ? undefined : next;
}

/** Sets one entry of a map, or removes it when the text is empty. */
function applyFirst<T>(
  map: IdMap<T> | undefined,
  id: string | undefined,
  text: string,
  make: (old: T | undefined) => T,
  prefix: string,
): IdMap<T> | undefined {
  const { [id ?? '']: old, ...rest } = map ?? {};
  if (text.trim() === '') return Object.keys(rest).length === 0 ? undefined : rest;
  return id === undefined ? { ...map, [freeKey(map ?? {}, prefix)]: make(undefined) } : { ...map, [id]: make(old) };
}

function replaceComponent(
  parts: readonly NameComponent[],
  kind: 'given' | 'surname',
  value: string,
): readonly NameComponent[] {
  const at = parts.findIndex((part) => part.kind === kind);
  const others = parts.filter((part) => part.kind !== kind);
  if (value === '') return others;
  const place =
    at < 0 ? (kind === 'given' ? 0 : others.length) : parts.slice(0, at).filter((part) => part.kind !== kind).length;
  return others.toSpliced(place, 0, { kind, value });
}

function applyName(card: Card, form: CardForm, before: CardForm): Card['name'] {
  const [full, given, surname] = [form.full.trim(), form.given.trim(), form.surname.trim()];
  const partsChanged = given !== before.given || surname !== before.surname;
  const fullChanged = full !== before.full;
  if (!partsChanged && !fullChanged) return card.name;
  const { components: old = [], full: _, ...rest } = card.name ?? {};
  if (!partsChanged) return { ...rest, full }; // The parts no longer say what the whole says.
  const withGiven = given === before.given ? old : replaceComponent(old, 'given', given);
  const components = surname === before.surname ? withGiven : replaceComponent(withGiven, 'surname', surname);
  const spoken = (parts: readonly NameComponent[], glue: string): string =>
    parts
      .filter((part) => part.kind !== 'separator' && part.kind !== 'credential')
      .map((part) => part.value)
      .join(glue);
  // 王小明 is written without a space, and stays so.
  const joined = spoken(components, old.length > 1 && before.full === spoken(old, '') ? '' : ' ');
  return {
    ...rest,
    ...(components.length > 0 ? { components } : {}),
    full: fullChanged || joined === '' ? full : joined,
  };
}

function applyServices(card: Card, lines: readonly ServiceLine[]): Card['onlineServices'] {
  const next: Record<string, NonNullable<Card['onlineServices']>[string]> = {};
  for (const line of lines) {
    const value = line.value.trim();
    if (value === '') continue;
    const old = line.id === undefined ? undefined : card.onlineServices?.[line.id];
    const id = line.id ?? freeKey({ ...card.onlineServices, ...next }, 's');
    const service = line.service.trim();
    if (old !== undefined && (old.uri ?? old.user) === value && (old.service ?? '') === service) {
      next[id] = old;
      continue;
    }
    const { uri: _uri, user: _user, service: _service, ...rest } = old ?? {};
    next[id] = {
      ...rest,
      ...(service === '' ? {} : { service }),
      ...(/^[a-z][a-z0-9+.-]*:/i.test(value) ? { uri: value } : { user: value.replace(/^@/, '') }),
    };
  }
  return Object.keys(next).length === 0 ? undefined : next;
}

function applyBirthday(card: Card, form: BirthdayForm, before: BirthdayForm): Card['anniversaries'] {
  const parts = ['year', 'month', 'day', 'calendar', 'leap'] as const;
  if (parts.every((part) => form[part] === before[part])) return card.anniversaries;
  const number = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));
  const [year, month, day] = [number(form.year), number(form.month), number(form.day)];
  const date = {
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(form.calendar === '' ? {} : { calendarScale: form.calendar }),
    ...(form.leap && hasLeapMonths(form.calendar) ? { 'tendril:leapMonth': true } : {}),
  };
  const text = [year, month, day].every((part) => part === undefined) ? '' : 'set';
  return applyFirst(card.anniversaries, birthId(card), text, (old) => ({ ...old, kind: 'birth', date }), 'a');
}

/** Leaves properties out that became empty, so that the card never holds `undefined`. */
function withParts(card: Card, parts: Partial<Record<keyof Card, unknown>>): Card {
  const kept = Object.entries({ ...card, ...parts }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as unknown as Card;
}

export function applyCardForm(card: Card, form: CardForm): Card {
  const before = toCardForm(card);
  const changed = <K extends 'nickname' | 'organization' | 'title' | 'note' | 'pronouns'>(key: K): boolean =>
    form[key].trim() !== before[key].trim();
  const plainText =
    <T extends object>(key: string) =>
    (old: T | undefined, value: string): T =>
      ({ ...old, [key]: value }) as T;
  const organizationId = firstId(card.organizations);
  return withParts(card, {
    name: applyName(card, form, before),
    nicknames: changed('nickname')
      ? applyFirst(
          card.nicknames,
          firstId(card.nicknames),
          form.nickname,
          (old) => ({ ...old, name: form.nickname.trim() }),
          'k',
        )
      : card.nicknames,
    organizations: changed('organization')
      ? applyFirst<Organization>(
          card.organizations,
          organizationId,
          form.organization,
          (old) => ({ ...old, name: form.organization.trim() }),
          'o',
        )
      : card.organizations,
    titles: changed('title')
      ? applyFirst<Title>(
          card.titles,
          jobTitleId(card),
          form.title,
          (old) => ({ ...old, name: form.title.trim() }),
          't',
        )
      : card.titles,
    speakToAs: changed('pronouns') ? applyPronouns(card, form.pronouns.trim()) : card.speakToAs,
    emails: applyLines(card.emails, form.emails, {
      prefix: 'e',
      read: (entry) => entry.address,
      write: plainText('address'),
    }),
    phones: applyLines(card.phones, form.phones, {
      prefix: 'p',
      read: (entry) => entry.number.replace(/^tel:/, ''),
      write: plainText('number'),
    }),
    onlineServices: applyServices(card, form.services),
    links: applyLines(card.links, form.links, { prefix: 'l', read: (entry) => entry.uri, write: plainText('uri') }),
    // An address edited as one line is that line: its old parts would contradict it.
    addresses: applyLines(card.addresses, form.addresses, {
      prefix: 'h',
      read: addressText,
      write: (old, value) => {
        const { components: _, coordinates: _place, isOrdered: _order, ...rest } = old ?? {};
        return { ...rest, full: value };
      },
    }),
    anniversaries: applyBirthday(card, form.birthday, before.birthday),
    notes: changed('note')
      ? applyFirst(card.notes, firstId(card.notes), form.note, (old) => ({ ...old, note: form.note }), 'n')
      : card.notes,
  });
}

function applyPronouns(card: Card, pronouns: string): Card['speakToAs'] {
  const next = applyFirst(
    card.speakToAs?.pronouns,
    firstId(card.speakToAs?.pronouns),
    pronouns,
    (old) => ({ ...old, pronouns }),
    'q',
  );
  const { pronouns: _, ...rest } = card.speakToAs ?? {};
  if (next === undefined) return Object.keys(rest).length === 0 ? undefined : rest;
  return { ...rest, pronouns: next };
}

/** Whether a calendar doubles a month now and then, under the number of the one before. */
export function hasLeapMonths(calendar: string): boolean {
  return calendar === 'chinese' || calendar === 'dangi';
}

/** A year of birth for an age that is only guessed: the year alone, which nobody takes for more than it says. */
export function yearOfAge(age: string, today: string): string {
  return String(Number(today.slice(0, 4)) - Number(age));
}

/** What is wrong with a birthday as typed, if anything. */
export function birthdayProblem({ year, month, day, calendar }: BirthdayForm): 'incomplete' | 'impossible' | undefined {
  if (year === '' && month === '' && day === '') return undefined;
  if (day !== '' && month === '') return 'incomplete';
  const [y, m, d] = [year === '' ? 2000 : Number(year), month === '' ? 1 : Number(month), day === '' ? 1 : Number(day)];
  if (![y, m, d].every(Number.isInteger) || y < 1 || y > 9999 || m < 1 || d < 1) return 'impossible';
  const lengths = monthLengths(calendar, y);
  return d > (lengths[m - 1] ?? 0) ? 'impossible' : undefined;
}

const LUNAR_MONTH = 30;

/** The most days each month can have, by the calendar's own rule; no almanac is needed to refuse a 31st of Ramadan. */
function monthLengths(calendar: string, year: number): readonly number[] {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  switch (calendar) {
    case 'persian':
    case 'indian':
      return [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30];
    case 'coptic':
    case 'ethiopic':
    case 'ethioaa':
      return [...Array.from({ length: 12 }, () => LUNAR_MONTH), 6];
    case 'hebrew':
      return Array.from({ length: 13 }, () => LUNAR_MONTH);
    case '':
      return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    default:
      return Array.from({ length: 12 }, () => (/^(?:buddhist|japanese|roc)$/.test(calendar) ? 31 : LUNAR_MONTH));
  }
}
