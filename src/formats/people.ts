import type { Card } from '../domain/card/jscontact.ts';
import type { FileItem, PersonDraft } from './draft.ts';

/** Which cards of an address book are people, whatever the format. */

/** A list of people (`kind` group): no person, but its name is a keyword of its members. */
export interface GroupItem {
  readonly kind: 'group';
  readonly where: string;
  readonly card: Card;
}

const NOT_PEOPLE: Readonly<Record<string, string>> = {
  location: 'a place, not a person',
  device: 'a device, not a person',
  application: 'an application, not a person',
};

/** Why a card that is no group becomes no person; undefined when it does. */
export function whyNoPerson(card: Card): string | undefined {
  const { kind = '' } = card;
  if (Object.hasOwn(NOT_PEOPLE, kind)) return NOT_PEOPLE[kind];
  return saysWho(card) ? undefined : 'nothing in it says who it is: no name, e-mail, phone or profile';
}

function saysWho(card: Card): boolean {
  const { name, nicknames, organizations, emails, phones, onlineServices, titles, addresses, links } = card;
  const said = [name, nicknames, organizations, emails, phones, onlineServices, titles, addresses, links];
  return said.some((each) => each !== undefined);
}

/**
 * The people of a file one by one. A group's name becomes a keyword of those of its members that the file holds; since a
 * group may stand behind its members, a file that has any is gone over twice. A group itself is skipped by name.
 */
export function* withoutGroups<Item extends FileItem>(
  items: () => Iterable<Item | GroupItem>,
  mayHoldGroups: boolean,
): Generator<Item | FileItem> {
  const keywords = mayHoldGroups ? keywordsByMember(items()) : new Map<string, Set<string>>();
  const found = new Set<string>();
  const groups: Group[] = [];
  for (const item of items()) {
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

function toGroup({ where, card }: GroupItem): Group {
  return { where, name: card.name?.full ?? '', members: Object.keys(card.members ?? {}).map(memberKey) };
}

function keywordsByMember(items: Iterable<FileItem | GroupItem>): Map<string, Set<string>> {
  const keywords = new Map<string, Set<string>>();
  for (const item of items) {
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
