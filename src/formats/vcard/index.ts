import type { Card } from '../../domain/card/jscontact.ts';
import type { PersonDraft, Skipped } from '../draft.ts';
import { type ContentLine, parseContentLine } from './content-line.ts';
import { toByteText } from './decode.ts';
import { cardFromLines } from './from-vcard.ts';
import { type RawCard, splitCards } from './lines.ts';

export { looksLikeVCard } from './decode.ts';
export { writeVCard } from './to-vcard.ts';
export type { VCardVersion } from './writing.ts';

/** What one card of a file turned out to be. */
export type VCardItem =
  | { readonly kind: 'draft'; readonly draft: PersonDraft }
  /** A list of people (KIND:group): no person, but its name is a keyword of its members. */
  | { readonly kind: 'group'; readonly where: string; readonly card: Card }
  | { readonly kind: 'skipped'; readonly skipped: Skipped }
  /** A problem of the file rather than of a card, one plain sentence. */
  | { readonly kind: 'warning'; readonly warning: string };

export interface ReadVCards {
  readonly drafts: readonly PersonDraft[];
  readonly skipped: readonly Skipped[];
  readonly warnings: readonly string[];
}

/** More than a person would read about one card. */
const WARNING_LIMIT = 200;

const NOT_PEOPLE: Readonly<Record<string, string>> = {
  location: 'a place, not a person',
  device: 'a device, not a person',
  application: 'an application, not a person',
};

/**
 * Reads a vCard file of any version card by card, so that a large one can be taken in slices. Never throws, whatever the
 * bytes: what cannot be read is named by its line. Group cards come as they are; `readVCards` resolves them.
 */
export function* iterateVCards(source: Uint8Array): Generator<VCardItem> {
  const { bytes, transcoded } = toByteText(source);
  const problems: string[] = [];
  let number = 0;
  for (const raw of splitCards(bytes, (problem) => problems.push(problem))) {
    number++;
    for (const warning of problems.splice(0)) yield { kind: 'warning', warning };
    yield itemOf(raw, { where: `card ${number} (line ${raw.line})`, transcoded });
  }
  for (const warning of problems) yield { kind: 'warning', warning };
  if (number === 0) yield { kind: 'warning', warning: 'the file holds no vCard' };
}

/** Reads a whole vCard file. A group's name becomes a keyword of those of its members that the file holds. */
export function readVCards(source: Uint8Array): ReadVCards {
  const drafts: PersonDraft[] = [];
  const skipped: Skipped[] = [];
  const warnings: string[] = [];
  const groups: { where: string; card: Card }[] = [];
  for (const item of iterateVCards(source)) {
    if (item.kind === 'draft') drafts.push(item.draft);
    else if (item.kind === 'skipped') skipped.push(item.skipped);
    else if (item.kind === 'warning') warnings.push(item.warning);
    else groups.push(item);
  }
  if (groups.length > 0) tagMembers({ drafts, skipped, groups });
  return { drafts, skipped, warnings };
}

function itemOf(raw: RawCard, { where, transcoded }: { where: string; transcoded: boolean }): VCardItem {
  if (raw.refused !== undefined) return { kind: 'skipped', skipped: { where, reason: raw.refused } };
  const warnings = [...raw.warnings];
  const lines: ContentLine[] = [];
  for (const line of raw.lines) {
    const onDoubt = (problem: string): void => void warnings.push(`line ${line.line}: ${problem}`);
    const parsed = parseContentLine(line, { transcoded, onDoubt });
    if (parsed) lines.push(parsed);
    else if (line.text.trim() !== '') warnings.push(`line ${line.line} has no value and was left out`);
  }
  const read = cardFromLines(lines);
  const { card } = read;
  if (card.kind === 'group') return { kind: 'group', where, card };
  const reason =
    NOT_PEOPLE[card.kind ?? ''] ??
    (saysWho(card) ? undefined : 'nothing in it says who it is: no name, e-mail, phone or profile');
  if (reason !== undefined) return { kind: 'skipped', skipped: { where, reason } };
  const key = card.uid === '' ? {} : { key: card.uid };
  return {
    kind: 'draft',
    draft: { where, ...key, card, warnings: upTo([...warnings, ...read.warnings], WARNING_LIMIT) },
  };
}

function upTo(warnings: readonly string[], limit: number): readonly string[] {
  if (warnings.length <= limit) return warnings;
  return [...warnings.slice(0, limit), `${warnings.length - limit} more lines had problems`];
}

function saysWho({ name, nicknames, organizations, emails, phones, onlineServices }: Card): boolean {
  return [name, nicknames, organizations, emails, phones, onlineServices].some((each) => each !== undefined);
}

/** A member is named by its UID, with or without `urn:uuid:`. */
function memberKey(uid: string): string {
  return uid
    .trim()
    .replace(/^urn:uuid:/i, '')
    .toLowerCase();
}

function tagMembers({
  drafts,
  skipped,
  groups,
}: {
  drafts: PersonDraft[];
  skipped: Skipped[];
  groups: readonly { where: string; card: Card }[];
}): void {
  const placeOf = new Map(drafts.map(({ card }, place) => [memberKey(card.uid), place]));
  for (const { where, card } of groups) {
    const name = card.name?.full ?? '';
    const members = Object.keys(card.members ?? {});
    let tagged = 0;
    for (const member of name === '' ? [] : members) {
      const place = placeOf.get(memberKey(member));
      const draft = place === undefined ? undefined : drafts[place];
      if (place === undefined || !draft || memberKey(member) === '') continue;
      drafts[place] = { ...draft, card: { ...draft.card, keywords: { ...draft.card.keywords, [name]: true } } };
      tagged++;
    }
    const reason = `a group, not a person${tagged > 0 ? `; ${tagged} of its ${members.length} members got its name as a keyword` : ''}`;
    skipped.push({ where, reason });
  }
}
