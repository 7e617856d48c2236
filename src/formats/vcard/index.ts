import type { Card } from '../../domain/card/jscontact.ts';
import { collectItems, type FileItem, type PersonDraft, type ReadItems } from '../draft.ts';
import { type ContentLine, parseContentLine } from './content-line.ts';
import { type ByteText, toByteText } from './decode.ts';
import { cardFromLines } from './from-vcard.ts';
import { type RawCard, type Stray, splitCards } from './lines.ts';
import { UNREAD } from './unfold.ts';

export { looksLikeVCard } from './decode.ts';
export { writeVCard } from './to-vcard.ts';
export type { VCardVersion } from './writing.ts';

/** What one card of a file turned out to be. */
export type VCardItem =
  | PeopleItem
  /** A list of people (KIND:group): no person, but its name is a keyword of its members. */
  | { readonly kind: 'group'; readonly where: string; readonly card: Card };

/** An item of a vCard file, and how many properties a warning says to be lost: every card keeps all of its own. */
export type PeopleItem = FileItem & { readonly lostProperties?: number };

export interface ReadVCards extends ReadItems {
  /** How many properties of the file were lost; a warning names the line of each. */
  readonly lostProperties: number;
}

/** More than a person would read about one card. */
const WARNING_LIMIT = 200;
const LOOK_BYTES = 1 << 20;

const NOT_PEOPLE: Readonly<Record<string, string>> = {
  location: 'a place, not a person',
  device: 'a device, not a person',
  application: 'an application, not a person',
};

/**
 * Reads a vCard file of any version card by card, so that a large one can be taken in slices. Never throws, whatever the
 * bytes: what cannot be read is named by its line. Group cards come as they are; `iteratePeople` resolves them.
 */
export function* iterateVCards(source: Uint8Array): Generator<VCardItem> {
  const file = toByteText(source);
  const strays: Stray[] = [];
  const guessed = new Set<string>();
  let number = 0;
  for (const raw of splitCards(file.bytes, (stray) => void strays.push(stray))) {
    number++;
    yield* strays.splice(0).map(strayItem);
    yield itemOf(raw, { where: `card ${number} (line ${raw.line})`, file, guessed });
  }
  yield* strays.map(strayItem);
  for (const charset of guessed) yield warningItem(`${GUESSED} ${charset}; check the names`);
  if (number === 0) yield warningItem('the file holds no vCard');
}

const GUESSED = 'the file does not say in which character set its text is, so it was guessed to be';

function strayItem({ problem, properties }: Stray): VCardItem {
  return warningItem(problem, properties);
}

function warningItem(warning: string, lostProperties = 0): VCardItem {
  return { kind: 'warning', warning, lostProperties };
}

/** Reads a vCard file that is small enough to be held. */
export function readVCards(source: Uint8Array): ReadVCards {
  const items = [...iteratePeople(source)];
  const lostProperties = items.reduce((count, item) => count + (item.lostProperties ?? 0), 0);
  return { ...collectItems(items), lostProperties };
}

/**
 * Reads the people of a vCard file one by one. A group's name becomes a keyword of those of its members that the file
 * holds; since a group may stand behind its members, a file that has any is gone over twice.
 */
export function* iteratePeople(source: Uint8Array): Generator<PeopleItem> {
  const keywords = mayHoldGroups(source) ? keywordsByMember(source) : new Map<string, Set<string>>();
  const found = new Set<string>();
  const groups: Group[] = [];
  for (const item of iterateVCards(source)) {
    if (item.kind === 'group') groups.push(toGroup(item));
    else if (item.kind !== 'draft' || keywords.size === 0) yield item;
    else {
      const member = memberKey(item.draft.card.uid);
      const names = keywords.get(member);
      if (names) found.add(member);
      yield names ? { ...item, draft: withKeywords(item.draft, names) } : item;
    }
  }
  for (const { where, name, members } of groups) {
    const tagged = name === '' ? 0 : members.filter((member) => found.has(member)).length;
    const said = tagged > 0 ? `; ${tagged} of its ${members.length} members got its name as a keyword` : '';
    yield { kind: 'skipped', skipped: { where, reason: `a group, not a person${said}` } };
  }
}

function itemOf(
  raw: RawCard,
  { where, file, guessed }: { where: string; file: ByteText; guessed: Set<string> },
): VCardItem {
  if (raw.refused !== undefined) return { kind: 'skipped', skipped: { where, reason: raw.refused } };
  const warnings = [...raw.warnings];
  const lines = raw.lines.flatMap((line): ContentLine[] => {
    const onDoubt = (problem: string): void => void warnings.push(`line ${line.line}: ${problem}`);
    const options = { file, onDoubt, onGuess: (charset: string) => void guessed.add(charset) };
    const parsed = parseContentLine(line, options);
    if (parsed) return [parsed];
    warnings.push(`line ${line.line} has no value and is kept as it is`);
    return [parseContentLine({ ...line, text: `${UNREAD}:${line.text}` }, options)].filter(
      (each) => each !== undefined,
    );
  });
  const { card, warnings: doubts } = cardFromLines(lines);
  if (card.kind === 'group') return { kind: 'group', where, card };
  const reason =
    NOT_PEOPLE[card.kind ?? ''] ??
    (saysWho(card) ? undefined : 'nothing in it says who it is: no name, e-mail, phone or profile');
  if (reason !== undefined) return { kind: 'skipped', skipped: { where, reason } };
  const key = card.uid === '' ? {} : { key: card.uid };
  const draft = { where, ...key, card, warnings: upTo([...warnings, ...doubts], WARNING_LIMIT) };
  return { kind: 'draft', draft };
}

function upTo(warnings: readonly string[], limit: number): readonly string[] {
  if (warnings.length <= limit) return warnings;
  return [...warnings.slice(0, limit), `${warnings.length - limit} more lines had problems`];
}

function saysWho(card: Card): boolean {
  const { name, nicknames, organizations, emails, phones, onlineServices, titles, addresses, links } = card;
  const said = [name, nicknames, organizations, emails, phones, onlineServices, titles, addresses, links];
  return said.some((each) => each !== undefined);
}

/** A member is named by its UID, with or without `urn:uuid:`. */
function memberKey(uid: string): string {
  return uid
    .trim()
    .replace(/^urn:uuid:/i, '')
    .toLowerCase();
}

interface Group {
  readonly where: string;
  readonly name: string;
  readonly members: readonly string[];
}

function toGroup({ where, card }: { readonly where: string; readonly card: Card }): Group {
  return { where, name: card.name?.full ?? '', members: Object.keys(card.members ?? {}).map(memberKey) };
}

/** A quick look, so that a file without groups, which is nearly every file, is read once. */
function mayHoldGroups(source: Uint8Array): boolean {
  const { bytes } = toByteText(source);
  for (let at = 0; at < bytes.length; at += LOOK_BYTES) {
    // What is cut at the end of one look stands at the beginning of the next.
    if (/KIND[^:\r\n]{0,100}:[ \t]*group/i.test(bytes.toString('latin1', at, at + LOOK_BYTES + 200))) return true;
  }
  return false;
}

function keywordsByMember(source: Uint8Array): Map<string, Set<string>> {
  const keywords = new Map<string, Set<string>>();
  for (const item of iterateVCards(source)) {
    if (item.kind !== 'group') continue;
    const { name, members } = toGroup(item);
    for (const member of name === '' ? [] : members) {
      const names = keywords.get(member);
      if (names) names.add(name);
      else if (member !== '') keywords.set(member, new Set([name]));
    }
  }
  return keywords;
}

function withKeywords(draft: PersonDraft, names: ReadonlySet<string>): PersonDraft {
  const keywords = { ...draft.card.keywords, ...Object.fromEntries([...names].map((name) => [name, true as const])) };
  return { ...draft, card: { ...draft.card, keywords } };
}
