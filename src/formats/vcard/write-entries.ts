import type {
  Card,
  Entry,
  Media,
  Name,
  Note,
  OnlineService,
  Organization,
  PersonalInfo,
  Phone,
  Resource,
  Title,
} from '../../domain/card/jscontact.ts';
import { displayName, splitFullName } from '../../domain/card/name.ts';
import {
  ACCOUNT_PROPERTIES,
  ENTRY_PROPERTIES,
  type EntryProperty,
  LEVELS,
  NAME_PLACES,
  PHONE_FEATURES,
} from './knowledge.ts';
import { escapeText } from './text.ts';
import {
  freeGroup,
  idToWrite,
  keptGroup,
  otherParams,
  type Params,
  type Writing,
  write,
  writeEntry,
} from './writing.ts';

const TYPE_OF_FEATURE: ReadonlyMap<string, string> = new Map(
  [...PHONE_FEATURES].reverse().map(([type, feature]) => [feature, type]),
);

/** A URI is written as it stands; only what would break the line or be read as an escape is escaped. */
export function escapeUri(uri: string): string {
  return uri.replace(/[\\\r\n]/g, (found) => (found === '\\' ? '\\\\' : '\\n'));
}

/** FN, N and the phonetic properties. What a version demands and the card does not have is derived, and marked so. */
export function writeName(writing: Writing, card: Card): void {
  const { name = {} } = card;
  const params = otherParams(name.vCardParams ?? {});
  const derived: Params = [['DERIVED', 'TRUE']];
  const full = name.full?.trim() ? name.full : undefined;
  write(writing, {
    name: 'FN',
    params: full === undefined ? derived : params,
    value: escapeText(full ?? displayName(card)),
  });
  if (name.components !== undefined && name.components.length > 0) writeComponents(writing, name, params);
  else if (writing.version === '3.0') {
    // RFC 2426 demands N, and phones show N rather than FN.
    const { surname = '', given = displayName(card) } =
      card.kind === 'org' ? {} : splitFullName(full ?? displayName(card));
    write(writing, { name: 'N', params: derived, value: `${escapeText(surname)};${escapeText(given)};;;` });
  }
}

const PHONETIC: readonly (readonly [kind: string, property: string])[] = [
  ['given', 'X-PHONETIC-FIRST-NAME'],
  ['given2', 'X-PHONETIC-MIDDLE-NAME'],
  ['surname', 'X-PHONETIC-LAST-NAME'],
];

function writeComponents(writing: Writing, name: Name, params: Params): void {
  const components = name.components ?? [];
  const valuesOf = (kind: string): string[] =>
    components.filter((each) => each.kind === kind).map((each) => escapeText(each.value));
  const places = NAME_PLACES.map(valuesOf);
  const [surname2 = [], generation = []] = places.slice(5);
  // RFC 9554 section 2.2: what the new places hold is said in the old ones too, for those who know no others.
  const old = [[...(places[0] ?? []), ...surname2], ...places.slice(1, 4), [...(places[4] ?? []), ...generation]];
  const extended = surname2.length > 0 || generation.length > 0 ? [surname2, generation] : [];
  const sortAs = NAME_PLACES.map((kind) => name.sortAs?.[kind] ?? '')
    .join(',')
    .replace(/,+$/, '');
  const sort: Params = [['SORT-AS', sortAs === '' ? undefined : sortAs]];
  write(writing, {
    name: 'N',
    params: [...sort, ...params],
    value: [...old, ...extended].map((values) => values.join(',')).join(';'),
  });
  for (const [kind, property] of PHONETIC) {
    for (const { phonetic } of components.filter((each) => each.kind === kind)) {
      if (phonetic !== undefined) write(writing, { name: property, value: escapeText(phonetic) });
    }
  }
}

/** ORG, TITLE and ROLE. A title that belongs to an organisation stands in its group (RFC 9555 section 3.2). */
export function writeWork(writing: Writing, card: Card): void {
  const groups = new Map<string, string>();
  for (const { organizationId } of Object.values(card.titles ?? {})) {
    if (organizationId === undefined || groups.has(organizationId)) continue;
    const organization = card.organizations?.[organizationId];
    if (organization) groups.set(organizationId, keptGroup(organization.vCardParams ?? {}) ?? freeGroup(writing));
  }
  Object.entries(card.organizations ?? {}).forEach(([id, entry], place) => {
    writeEntry(writing, {
      ...organizationLine(entry),
      entry,
      id: idToWrite(id, { prefix: 'o', place }),
      group: groups.get(id),
    });
  });
  writeCollection(writing, 'titles', card.titles, (title: Title) => ({
    group: groups.get(title.organizationId ?? ''),
  }));
}

function organizationLine({ name, units = [], sortAs }: Organization): { name: string; value: string; params: Params } {
  const value = [name ?? '', ...units.map((unit) => unit.name)].map(escapeText).join(';');
  const sorts = [sortAs ?? '', ...units.map((unit) => unit.sortAs ?? '')].join(',').replace(/,+$/, '');
  return { name: 'ORG', value, params: [['SORT-AS', sorts === '' ? undefined : sorts]] };
}

/** NICKNAME: one line for plain names, since some programs read no more than one. */
export function writeNicknames(writing: Writing, card: Card): void {
  const entries = Object.entries(card.nicknames ?? {});
  const plain = entries.every(
    ([id, entry], place) => id === `k${place + 1}` && Object.keys(entry).length === 1 && entry.name.trim() !== '',
  );
  if (plain && entries.length > 0) {
    write(writing, { name: 'NICKNAME', value: entries.map(([, { name }]) => escapeText(name)).join(',') });
    return;
  }
  entries.forEach(([id, entry], place) => {
    writeEntry(writing, {
      name: 'NICKNAME',
      value: escapeText(entry.name),
      entry,
      id: idToWrite(id, { prefix: 'k', place }),
    });
  });
}

interface Special {
  readonly params?: Params;
  readonly types?: readonly string[];
  readonly value?: string;
  readonly group?: string | undefined;
}

/** Writes a collection that the table describes; each entry's fixed fields choose its property. */
export function writeCollection<T extends Entry>(
  writing: Writing,
  collection: string,
  entries: Readonly<Record<string, T>> | undefined,
  special: (entry: T) => Special | undefined = () => ({}),
): void {
  const properties = ENTRY_PROPERTIES.filter((property) => property.collection === collection);
  Object.entries(entries ?? {}).forEach(([id, entry], place) => {
    const property = properties.find((each) => holds(each, entry)) ?? properties.at(-1);
    const value = property === undefined ? undefined : fieldOf(entry, property.field);
    if (property === undefined || typeof value !== 'string' || value === '') return;
    const own = special(entry);
    if (!own) return;
    const escaped = property.value === 'text' ? escapeText(value) : escapeUri(value);
    writeEntry(writing, {
      name: property.name,
      value: escaped,
      entry,
      id: idToWrite(id, { prefix: property.prefix, place }),
      ...own,
    });
  });
}

function holds({ fixed = {} }: EntryProperty, entry: Entry): boolean {
  return Object.entries(fixed).every(([name, value]) => fieldOf(entry, name) === value);
}

function fieldOf(entry: Entry, name: string): unknown {
  return Object.entries(entry).find(([key]) => key === name)?.[1];
}

export function phoneLine(writing: Writing, { number, features = {} }: Phone): Special {
  const types = Object.keys(features).flatMap((feature) => TYPE_OF_FEATURE.get(feature) ?? []);
  const uri = number.startsWith('tel:');
  if (writing.version === '3.0') {
    // `main-number` is a word of 4.0; Apple's for it is `main`.
    const old = types.map((type) => (type === 'main-number' ? 'main' : type));
    return uri ? { types: old, params: [['X-SCHEME', 'tel']], value: escapeText(number.slice(4)) } : { types: old };
  }
  return uri ? { types, params: [['VALUE', 'uri']], value: escapeUri(number) } : { types };
}

export function noteLine({ created, author = {} }: Note): Special {
  return {
    params: [
      ['CREATED', created],
      ['AUTHOR-NAME', author.name],
      ['AUTHOR', author.uri],
    ],
  };
}

export function infoLine({ kind, level, listAs }: PersonalInfo): Special | undefined {
  if (!['expertise', 'hobby', 'interest'].includes(kind)) return undefined;
  const words = kind === 'expertise' ? LEVELS.slice(0, 3) : LEVELS.slice(3);
  return {
    params: [
      ['LEVEL', words.find((word) => word[1] === level)?.[0]],
      ['INDEX', listAs === undefined ? undefined : String(listAs)],
    ],
  };
}

export function resourceLine({ mediaType, listAs }: Resource): Special {
  return {
    params: [
      ['MEDIATYPE', mediaType],
      ['INDEX', listAs === undefined ? undefined : String(listAs)],
    ],
  };
}

const BASE64_DATA = /^data:(image|audio)\/(?:x-)?([a-z0-9.+-]+);base64,([A-Za-z0-9+/]+={0,2})$/i;

/** Bytes: a `data:` URI in 4.0, bare base64 in 3.0; addresses outside the card as they are. */
export function mediaLine(writing: Writing, { uri = '', mediaType }: Media): Special {
  const data = writing.version === '3.0' ? BASE64_DATA.exec(uri) : null;
  const said: Params = [['MEDIATYPE', mediaType]];
  if (!data) return { params: [...(writing.version === '3.0' ? [['VALUE', 'uri'] as const] : []), ...said] };
  const [, , format = '', base64 = ''] = data;
  return { types: [format], params: [['ENCODING', 'b'], ...said], value: base64 };
}

/** SOCIALPROFILE or, for programs that know 3.0 only, X-SOCIALPROFILE and IMPP; accounts under the name they came with. */
export function writeOnlineServices(writing: Writing, card: Card): void {
  Object.entries(card.onlineServices ?? {}).forEach(([id, entry], place) => {
    writeEntry(writing, { ...onlineServiceLine(writing, entry), entry, id: idToWrite(id, { prefix: 's', place }) });
  });
}

function onlineServiceLine(
  writing: Writing,
  { service, uri, user, vCardName = '' }: OnlineService,
): { name: string; value: string } & Special {
  const property = vCardName.toUpperCase();
  if (Object.hasOwn(ACCOUNT_PROPERTIES, property)) return { name: property, value: escapeText(uri ?? user ?? '') };
  const old = writing.version === '3.0';
  const bare = uri === undefined && user !== undefined;
  // Apple writes an account without an address so; 4.0 has a text for it (RFC 9554 section 3.5).
  const value = bare
    ? old
      ? `x-apple:${encodeURIComponent(user.toWellFormed())}`
      : escapeText(user)
    : escapeUri(uri ?? '');
  const text: Params = [['VALUE', bare && !old ? 'text' : undefined]];
  const named = bare ? undefined : user;
  if (property === 'IMPP') {
    return {
      name: 'IMPP',
      params: [[old ? 'X-SERVICE-TYPE' : 'SERVICE-TYPE', service], ['USERNAME', named], ...text],
      value,
    };
  }
  if (!old) return { name: 'SOCIALPROFILE', params: [['SERVICE-TYPE', service], ['USERNAME', named], ...text], value };
  // Not through the TYPE words, which are written in capitals: the service keeps its own spelling.
  return {
    name: 'X-SOCIALPROFILE',
    params: [
      ['TYPE', service],
      ['X-USER', named],
    ],
    value,
  };
}
