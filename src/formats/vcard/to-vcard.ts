/** The way back: a JSContact card as vCard 3.0 or 4.0 (RFC 9555 section 3). */

import type { Card, JCardProperty } from '../../domain/card/jscontact.ts';
import { parseContentLine } from './content-line.ts';
import { toByteText } from './decode.ts';
import { cardFromLines, type ReadCard } from './from-vcard.ts';
import { patchesBetween } from './jsprop.ts';
import { splitCards } from './lines.ts';
import { escapeText, onOneLine } from './text.ts';
import {
  infoLine,
  mediaLine,
  noteLine,
  phoneLine,
  resourceLine,
  writeCollection,
  writeName,
  writeNicknames,
  writeOnlineServices,
  writeWork,
} from './write-entries.ts';
import { writeAddresses, writeAnniversaries, writeRelations } from './write-life.ts';
import {
  asList,
  keptGroup,
  otherParams,
  type Params,
  PLAIN_NAME,
  type VCardVersion,
  type Writing,
  write,
} from './writing.ts';

/** Kept properties of these names would be read as the frame of the card. */
const FRAME = new Set(['BEGIN', 'END', 'VERSION', 'JSPROP', 'X-JSPROP']);
const UTC_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?Z$/;

/**
 * Writes a card as one vCard, with CRLF and folded at 75 octets. Photos are `data:` URIs or addresses outside; bytes that
 * only a `blobId` names must be resolved before. The text is then read back: whatever it does not say by itself is added
 * as JSPROP (RFC 9555 section 3.2.1; `X-JSPROP` in 3.0), so that reading it always gives the same card.
 */
export function writeVCard(card: Card, version: VCardVersion): string {
  const writing: Writing = { version, lines: [], usedGroups: groupsIn(card), nextGroup: 1 };
  writeCard(writing, card);
  const patches = patchesBetween(card, readOwn(writing).card);
  for (const { pointer, value } of patches) {
    const old = version === '3.0';
    write(writing, {
      name: old ? 'X-JSPROP' : 'JSPROP',
      params: [[old ? 'X-JSPTR' : 'JSPTR', pointer]],
      value: escapeText(JSON.stringify(value)),
    });
  }
  return framed(writing);
}

function framed({ version, lines }: Writing): string {
  return `${['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD'].join('\r\n')}\r\n`.toWellFormed();
}

/** What a reader makes of the text so far. */
function readOwn(writing: Writing): ReadCard {
  const nothing = (): void => {};
  const file = toByteText(Buffer.from(framed(writing), 'utf8'));
  const [raw] = splitCards(file.bytes, nothing);
  const options = { file, onDoubt: nothing, onGuess: nothing };
  return cardFromLines((raw?.lines ?? []).flatMap((line) => parseContentLine(line, options) ?? []));
}

function writeCard(writing: Writing, card: Card): void {
  const old = writing.version === '3.0';
  const scalar = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') write(writing, { name, value: escapeText(value) });
  };
  scalar('PRODID', card.prodId);
  scalar('UID', card.uid);
  writeKind(writing, card);
  writeName(writing, card);
  writeNicknames(writing, card);
  writeWork(writing, card);
  writeCollection(writing, 'emails', card.emails, () => (old ? { types: ['internet'] } : {}));
  writeCollection(writing, 'phones', card.phones, (phone) => phoneLine(writing, phone));
  writeAddresses(writing, card);
  writeOnlineServices(writing, card);
  writeCollection(writing, 'links', card.links, resourceLine);
  writeAnniversaries(writing, card);
  writeRelations(writing, card);
  writeCollection(writing, 'notes', card.notes, noteLine);
  writeKeywords(writing, card);
  writeCollection(writing, 'personalInfo', card.personalInfo, infoLine);
  scalar('LANGUAGE', card.language);
  writeCollection(writing, 'preferredLanguages', card.preferredLanguages);
  scalar('GRAMGENDER', card.speakToAs?.grammaticalGender);
  writeCollection(writing, 'speakToAs.pronouns', card.speakToAs?.pronouns);
  writeCollection(writing, 'calendars', card.calendars, resourceLine);
  writeCollection(writing, 'schedulingAddresses', card.schedulingAddresses, resourceLine);
  writeCollection(writing, 'directories', card.directories, resourceLine);
  writeCollection(writing, 'cryptoKeys', card.cryptoKeys, resourceLine);
  writeCollection(writing, 'media', card.media, (media) => mediaLine(writing, media));
  scalar('CREATED', card.created === undefined ? undefined : timestamp(card.created, old));
  scalar('REV', card.updated === undefined ? undefined : timestamp(card.updated, old));
  for (const property of card.vCardProps ?? []) writeKept(writing, property);
}

function writeKind(writing: Writing, { kind, members = {} }: Card): void {
  const old = writing.version === '3.0';
  const group = old && kind === 'group';
  if (old && kind === 'org') write(writing, { name: 'X-ABShowAs', value: 'COMPANY' });
  else if (kind !== undefined)
    write(writing, { name: group ? 'X-ADDRESSBOOKSERVER-KIND' : 'KIND', value: escapeText(kind) });
  for (const member of Object.keys(members)) {
    write(writing, { name: old ? 'X-ADDRESSBOOKSERVER-MEMBER' : 'MEMBER', value: escapeText(member) });
  }
}

function writeKeywords(writing: Writing, { keywords = {} }: Card): void {
  const words = Object.keys(keywords).filter((word) => keywords[word]);
  if (words.length > 0) write(writing, { name: 'CATEGORIES', value: words.map(escapeText).join(',') });
}

/** A property that was kept goes out as it came. */
function writeKept(writing: Writing, [name, params, type, ...values]: JCardProperty): void {
  if (!PLAIN_NAME.test(name) || FRAME.has(name.toUpperCase())) return;
  const raw = values.map((value) => (Array.isArray(value) ? value.map(plain).join(';') : plain(value)));
  const value = type === 'text' ? raw.map(escapeText).join(',') : onOneLine(raw.join(','));
  const base64 = asList(params.encoding).some((encoding) => /^(?:b|base64)$/i.test(encoding));
  const unsaid = type === 'unknown' || (type === 'text' && name.toLowerCase() === 'agent');
  const all: Params = [
    ['VALUE', unsaid ? undefined : type],
    ['TYPE', params.type],
    ['PROP-ID', params['prop-id']],
    ['ENCODING', base64 ? 'b' : undefined],
    ...otherParams(params),
  ];
  write(writing, { name: writtenName(name), params: all, value, group: keptGroup(params) });
}

/** Names go out in capitals, but for the one that programs know only as Apple spells it. */
function writtenName(name: string): string {
  return name === 'x-ablabel' ? 'X-ABLabel' : name.toUpperCase();
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** REV and CREATED: RFC 6350 wants the basic form of ISO 8601, RFC 2426 the extended one. */
function timestamp(utc: string, old: boolean): string {
  return old
    ? utc
    : utc.replace(UTC_TIME, (whole, ...parts: string[]) =>
        whole.includes('.') ? whole : `${parts.slice(0, 3).join('')}T${parts.slice(3, 6).join('')}Z`,
      );
}

/** Groups that kept properties and parameters name. */
function groupsIn(card: Card): Set<string> {
  const groups = new Set<string>();
  for (const [, params] of card.vCardProps ?? []) for (const group of asList(params.group)) groups.add(group);
  for (const value of Object.values(card)) {
    if (typeof value !== 'object' || value === null) continue;
    for (const entry of Object.values<unknown>(value)) {
      if (typeof entry !== 'object' || entry === null || !('vCardParams' in entry)) continue;
      const params: unknown = entry.vCardParams;
      if (typeof params === 'object' && params !== null && 'group' in params && typeof params.group === 'string')
        groups.add(params.group);
    }
  }
  return groups;
}
