/** The fourth layer: the properties of one vCard into a JSContact card, as RFC 9555 section 2 says. */

import type { Card } from '../../domain/card/jscontact.ts';
import type { ContentLine } from './content-line.ts';
import { readTimestamp } from './dates.ts';
import { applyPatches, type Patch, parseJson } from './jsprop.ts';
import { ACCOUNT_PROPERTIES, ALIASES, ENTRY_PROPERTIES, RELATION_PROPERTIES } from './knowledge.ts';
import { readAccount, readOnlineService } from './read-accounts.ts';
import { readEntry } from './read-entries.ts';
import {
  readAndroidRow,
  readLabelledDate,
  readNamedDate,
  readPlace,
  readRelated,
  readRelatedName,
} from './read-life.ts';
import {
  readFullName,
  readNicknames,
  readOrganization,
  readPhonetic,
  readSortString,
  readSpokenName,
  readStructuredName,
} from './read-names.ts';
import { placeAddressLabels, readAddress, readCoordinates, readTimeZone } from './read-places.ts';
import { isFields, keep, objectAt, type Reading, setKey, typeWords, warnOfLostParams } from './reading.ts';
import { splitEscaped, unescapeText } from './text.ts';
import { UNREAD } from './unfold.ts';

type Reader = (line: ContentLine, reading: Reading) => void;

const KINDS = new Set(['individual', 'group', 'org', 'location', 'device', 'application']);
const GENDERS = new Set(['animate', 'common', 'feminine', 'inanimate', 'masculine', 'neuter']);

/** Every property that is understood. All others are kept as they are. */
const READERS: Readonly<Record<string, Reader>> = {
  ...Object.fromEntries(
    ENTRY_PROPERTIES.map((property): [string, Reader] => [
      property.name,
      (line, reading) => readEntry(property, line, reading),
    ]),
  ),
  ...Object.fromEntries(Object.keys(ACCOUNT_PROPERTIES).map((name) => [name, readAccount])),
  ...Object.fromEntries(Object.keys(RELATION_PROPERTIES).map((name) => [name, readRelatedName])),
  FN: readFullName,
  N: readStructuredName,
  NICKNAME: readNicknames,
  ORG: readOrganization,
  'SORT-STRING': readSortString,
  'X-PHONETIC-FIRST-NAME': readPhonetic,
  'X-PHONETIC-MIDDLE-NAME': readPhonetic,
  'X-PHONETIC-LAST-NAME': readPhonetic,
  ADR: readAddress,
  LABEL: (line, reading) => void reading.addressLabels.push(line),
  GEO: readCoordinates,
  TZ: readTimeZone,
  IMPP: readOnlineService,
  SOCIALPROFILE: readOnlineService,
  'X-SOCIALPROFILE': readOnlineService,
  BDAY: (line, reading) => readNamedDate(line, reading, 'birth'),
  'X-ALTBDAY': (line, reading) => readNamedDate(line, reading, 'birth'),
  DEATHDATE: (line, reading) => readNamedDate(line, reading, 'death'),
  ANNIVERSARY: (line, reading) => readNamedDate(line, reading, 'wedding'),
  'X-ABDATE': readLabelledDate,
  BIRTHPLACE: (line, reading) => readPlace(line, reading, 'birth'),
  DEATHPLACE: (line, reading) => readPlace(line, reading, 'death'),
  RELATED: readRelated,
  'X-ABRELATEDNAMES': readRelatedName,
  'X-ANDROID-CUSTOM': readAndroidRow,
  CATEGORIES: readKeywords,
  MEMBER: readMember,
  UID: (line, reading) => readScalar(line, reading, { path: '', field: 'uid', parse: (value) => value }),
  PRODID: (line, reading) => readScalar(line, reading, { path: '', field: 'prodId', parse: (value) => value }),
  LANGUAGE: (line, reading) => readScalar(line, reading, { path: '', field: 'language', parse: (value) => value }),
  REV: (line, reading) => readScalar(line, reading, { path: '', field: 'updated', parse: readTimestamp }),
  CREATED: (line, reading) => readScalar(line, reading, { path: '', field: 'created', parse: readTimestamp }),
  KIND: (line, reading) =>
    readScalar(line, reading, { path: '', field: 'kind', parse: (value) => oneOf(KINDS, value) }),
  'X-ABSHOWAS': readShowAs,
  GRAMGENDER: (line, reading) =>
    readScalar(line, reading, {
      path: 'speakToAs',
      field: 'grammaticalGender',
      parse: (value) => oneOf(GENDERS, value),
    }),
};

/** Properties that say something about the others, read before them. */
const ABOUT_OTHERS = new Set(['VERSION', 'BEGIN', 'END', 'X-ABLABEL', 'X-ABADR', 'JSPROP']);

/** Properties whose value has no room for a label of its own. */
const UNLABELLED = new Set(
  `FN N SORT-STRING X-PHONETIC-FIRST-NAME X-PHONETIC-MIDDLE-NAME X-PHONETIC-LAST-NAME BIRTHPLACE DEATHPLACE X-ANDROID-CUSTOM CATEGORIES
   MEMBER UID PRODID LANGUAGE REV CREATED KIND X-ABSHOWAS GRAMGENDER ${Object.keys(RELATION_PROPERTIES).join(' ')}`.split(
    /\s+/,
  ),
);

/** One vCard as a card. `uid` is '' when the vCard has none. */
export interface ReadCard {
  readonly card: Card;
  readonly warnings: readonly string[];
}

/** Reads the properties of one vCard, of any version or none. */
export function cardFromLines(source: readonly ContentLine[]): ReadCard {
  const lines = source.map((line) =>
    Object.hasOwn(ALIASES, line.name) ? { ...line, name: ALIASES[line.name] ?? line.name } : line,
  );
  const reading = beginReading(lines);
  const patches: Patch[] = [];
  for (const line of lines) {
    const reader = Object.hasOwn(READERS, line.name) ? READERS[line.name] : undefined;
    if (line.name === 'JSPROP') readPatch(line, reading, patches);
    else if (line.name === 'SOUND' && typeWords(line).includes('x-irmc-n')) readSpokenName(line, reading);
    else if (reader) reader(line, reading);
    else if (isForeignFrame(line)) keep(reading, { ...line, name: UNREAD, value: `${line.name}:${line.value}` });
    else if (!ABOUT_OTHERS.has(line.name) || isOrphan(line, reading)) keep(reading, line);
  }
  for (const place of reading.late) place();
  placeAddressLabels(reading);
  finishGroups(reading);
  const card = finish(reading);
  const patched = patches.length === 0 ? card : applyPatches(card, patches);
  if (!patched) {
    reading.warnings.push('its JSPROP properties do not make a card and are kept as they are');
    for (const line of lines) if (line.name === 'JSPROP') keep(reading, { ...line, name: UNREAD });
    return { card: finish(reading), warnings: reading.warnings };
  }
  return { card: patched, warnings: reading.warnings };
}

function finish({ card, kept }: Reading): Card {
  if (kept.length > 0) card.vCardProps = kept;
  // Put together field by field from the tables above; tests hold it against `isCard`.
  return card as unknown as Card;
}

function beginReading(lines: readonly ContentLine[]): Reading {
  const labels = new Map<string, string>();
  const countryCodes = new Map<string, string>();
  const labelledGroups = new Set<string>();
  const addressGroups = new Set<string>();
  let version = '';
  let apple = false;
  for (const { name, group, value } of lines) {
    if (name === 'VERSION') version ||= value.trim();
    if (name === 'PRODID') apple ||= /\bapple\b|iphone|macosx|mac os x/i.test(value);
    if (name.startsWith('X-AB')) apple = true;
    if (group === undefined) continue;
    if (name === 'X-ABLABEL' && !labels.has(group)) {
      const label = plainLabel(unescapeText(value).trim());
      if (label !== '') labels.set(group, label);
    }
    if (name === 'X-ABADR' && /^\s*[A-Za-z]{2}\s*$/.test(value)) countryCodes.set(group, value.trim());
    if (name === 'ADR') addressGroups.add(group);
    if (!ABOUT_OTHERS.has(name) && !UNLABELLED.has(name)) labelledGroups.add(group);
  }
  return {
    card: { '@type': 'Card', version: '1.0', uid: '' },
    apple,
    hasLists: version !== '2.1',
    labels,
    countryCodes,
    labelledGroups,
    addressGroups,
    counters: new Map(),
    dates: new Set(),
    addressLabels: [],
    phoneticFrom: new Map(),
    placed: new Set(),
    entryGroups: [],
    kept: [],
    keptGroups: new Set(),
    keptLabels: new Set(),
    late: [],
    warnings: [],
  };
}

/** True for the frame of something else than a card, which stands in this one. */
function isForeignFrame({ name, value }: ContentLine): boolean {
  return (name === 'BEGIN' || name === 'END') && !/^\s*vcard\s*$/i.test(value);
}

/** True for a label or country code that belongs to nothing that is understood, so that it would be lost. */
function isOrphan({ name, group = '', value }: ContentLine, reading: Reading): boolean {
  const text = unescapeText(value).trim();
  if (text === '') return false;
  if (name === 'X-ABADR') return !reading.addressGroups.has(group) || reading.countryCodes.get(group) !== text;
  return name === 'X-ABLABEL' && (!reading.labelledGroups.has(group) || reading.labels.get(group) !== plainLabel(text));
}

/** Apple wraps the labels that it translates. */
function plainLabel(text: string): string {
  return text.replace(/^_\$!<(.*)>!\$_$/s, '$1');
}

/** Groups that tie an entry to a kept property stay; a title in an organisation's group is held there. */
function finishGroups(reading: Reading): void {
  const organizations = new Map<string, string>();
  for (const { collection, id, group } of reading.entryGroups)
    if (collection === 'organizations') organizations.set(group, id);
  for (const { entry, collection, group } of reading.entryGroups) {
    const organization = organizations.get(group);
    if (collection === 'titles' && organization !== undefined) entry.organizationId = organization;
    if (reading.keptGroups.has(group))
      entry.vCardParams = { ...(isFields(entry.vCardParams) && entry.vCardParams), group };
  }
}

function readScalar(
  line: ContentLine,
  reading: Reading,
  { path, field, parse }: { path: string; field: string; parse: (value: string) => string | undefined },
): void {
  const text = unescapeText(line.value).trim();
  if (text === '') return;
  const value = parse(text);
  if (value === undefined) {
    keep(reading, line);
    return;
  }
  const target = path === '' ? reading.card : objectAt(reading.card, path);
  const known = target[field];
  if (known !== undefined && known !== '' && known !== value) {
    keep(reading, line);
    return;
  }
  target[field] = value;
  warnOfLostParams(reading, line);
}

function readKeywords(line: ContentLine, reading: Reading): void {
  const separators = reading.hasLists ? splitEscaped(line.value, ',') : line.value.split(/[,;]/);
  for (const part of separators) {
    const keyword = unescapeText(part).trim();
    if (keyword !== '') setKey(objectAt(reading.card, 'keywords'), keyword, true);
  }
  warnOfLostParams(reading, line);
}

function readMember(line: ContentLine, reading: Reading): void {
  const member = unescapeText(line.value).trim();
  if (member !== '') setKey(objectAt(reading.card, 'members'), member, true);
  warnOfLostParams(reading, line);
}

/** Apple's way to say that a card is a company's. */
function readShowAs(line: ContentLine, reading: Reading): void {
  if (/^\s*company\s*$/i.test(line.value) && reading.card.kind === undefined) reading.card.kind = 'org';
  else if (!/^\s*company\s*$/i.test(line.value) || reading.card.kind !== 'org') keep(reading, line);
}

function readPatch(line: ContentLine, reading: Reading, patches: Patch[]): void {
  const pointer = line.params.get('jsptr')?.[0] ?? line.params.get('x-jsptr')?.[0];
  const value = parseJson(unescapeText(line.value));
  if (pointer === undefined || value === undefined) keep(reading, line);
  else patches.push({ pointer, value });
}

function oneOf(words: ReadonlySet<string>, value: string): string | undefined {
  const word = value.toLowerCase();
  return words.has(word) ? word : undefined;
}
