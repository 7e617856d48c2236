/** Putting cards together: what a source says again, and two people who turn out to be one. */

import { fold } from '../fold.ts';
import { normalizeEmail } from './identities.ts';
import type { Card } from './jscontact.ts';
import { renamed, withMissingParts } from './merge-name.ts';
import { normalizeProfileUrl, profileKeyOf } from './profiles.ts';

type Fields = Readonly<Record<string, unknown>>;

/** How the entries of a collection are told apart. */
interface Collection {
  /** The same for two entries that say the same thing. */
  readonly keyOf: (entry: Fields) => string;
  /** The same for two entries of which one may take the other's place. */
  readonly slotOf: (entry: Fields) => string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const plain = (value: unknown): string => fold(text(value));
const contextsOf = ({ contexts, label, kind }: Fields): string => stable([contexts, plain(label), kind]);
const uri = (entry: Fields): string =>
  `${text(entry.kind)} ${normalizeProfileUrl(text(entry.uri)) ?? text(entry.uri).replace(/\/$/, '')}`;

function by(keyOf: Collection['keyOf'], slotOf: Collection['slotOf'] = contextsOf): Collection {
  return { keyOf, slotOf };
}

const COLLECTIONS: Readonly<Record<string, Collection>> = {
  nicknames: by(({ name }) => plain(name)),
  organizations: by(({ name, units }) =>
    stable([plain(name), Array.isArray(units) ? units.map((unit: Fields) => plain(unit.name)) : []]),
  ),
  titles: by(
    ({ name, kind }) => `${text(kind) || 'title'} ${plain(name)}`,
    ({ kind, organizationId }) => `${text(kind) || 'title'} ${text(organizationId)}`,
  ),
  emails: by(({ address }) => normalizeEmail(text(address)) || plain(address)),
  phones: by(
    ({ number }) => phoneKey(text(number)),
    (entry) => `${contextsOf(entry)} ${stable(entry.features)}`,
  ),
  onlineServices: by(serviceKey, ({ service, vCardName }) => `${plain(service)} ${text(vCardName)}`),
  preferredLanguages: by(({ language }) => plain(language)),
  calendars: by(uri),
  schedulingAddresses: by(uri),
  addresses: by(addressKey),
  cryptoKeys: by(uri),
  directories: by(uri),
  links: by(uri),
  media: by(
    (entry) => `${text(entry.kind)} ${text(entry.blobId) || text(entry.uri)}`,
    ({ kind }) => text(kind),
  ),
  anniversaries: by(anniversaryKey),
  notes: by(({ note }) => text(note).trim()),
  personalInfo: by(({ kind, value }) => `${text(kind)} ${plain(value)}`),
};

/** Said by the file or by this network, never merged: the person keeps them. */
const OWN = new Set(['@type', 'version', 'uid']);
const SETS = new Set(['keywords', 'members']);

/**
 * Merges what a source says now into a person's card.
 *
 * `base` is what the same source said last time (undefined the first time), `mine` the card as it is, `theirs` what the source
 * says now. Entries are compared by what they say, not by their ids; mine keep theirs.
 * - What the user changed, added or removed since `base` stays so.
 * - What the source changed and the user did not is updated. Without a base nothing that is there is changed: gaps are filled.
 * - An entry that the source no longer has goes only when the source put a new one in its place (the same kind, contexts
 *   and label) and the user left it alone: another job replaces the old, but an export with fewer columns takes nothing.
 *
 * Merging the same import a second time changes nothing.
 */
export function mergeCards(base: Card | undefined, mine: Card, theirs: Card): Card {
  const cards = { base: asFields(base), mine: asFields(mine), theirs: asFields(theirs) };
  const organizations = mergeEntries('organizations', cards);
  const linked = {
    base: linkTitles(cards.base, organizations.ids.base),
    mine: cards.mine,
    theirs: linkTitles(cards.theirs, organizations.ids.theirs),
  };
  const result: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(cards.mine), ...Object.keys(cards.theirs)])) {
    const value = name === 'organizations' ? organizations.entries : mergeField(name, linked);
    if (value !== undefined && (cards.mine[name] !== undefined || !isEmpty(value))) result[name] = value;
  }
  // Every field is a field of one of the cards, or made of entries of both.
  return result as unknown as Card;
}

/**
 * Joins the cards of two people who are one: where only one value can stand it is `a`'s, every entry of `b` that `a` lacks is
 * added, and another name that `b` had is kept as a nickname, so that the person is still found by it.
 */
export function unionCards(a: Card, b: Card): Card {
  const joined = mergeCards(undefined, a, b);
  const other = b.name?.full?.trim() ?? '';
  const known = [joined.name?.full ?? '', ...Object.values(joined.nicknames ?? {}).map(({ name }) => name)].map(fold);
  if (other === '' || known.includes(fold(other))) return joined;
  const nicknames = { ...joined.nicknames };
  nicknames[freeId(nicknames, 'k')] = { name: other };
  return { ...joined, nicknames };
}

interface Three {
  readonly base: Fields;
  readonly mine: Fields;
  readonly theirs: Fields;
}

function mergeField(name: string, cards: Three): unknown {
  const [base, mine, theirs] = [cards.base[name], cards.mine[name], cards.theirs[name]];
  if (OWN.has(name)) return mine ?? theirs;
  if (name in COLLECTIONS) return mergeEntries(name, cards).entries;
  if (SETS.has(name)) return mergeSet(asFields(base), asFields(mine), asFields(theirs));
  if (name === 'relatedTo') return mergeRelations(asFields(base), asFields(mine), asFields(theirs));
  if (name === 'vCardProps') return mergeKept(asList(base), asList(mine), asList(theirs));
  if (name === 'name') return mergeName(base, mine, theirs);
  return mergeValue(base, mine, theirs);
}

/** The source's value where the user has left the last one alone, else the user's. */
function mergeValue(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (theirs === undefined) return mine;
  return isSame(mine, base) && !isSame(mine, theirs) ? theirs : mine;
}

/** A name is one thing, but a source may add the parts of a name that says the same. */
function mergeName(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (!isFields(mine) || !isFields(theirs)) return mergeValue(base, mine, theirs);
  if (base !== undefined) {
    const isNews = isFields(base) && !isSame(base, theirs) && !isSame(base, mine);
    return (isNews ? renamed(base, mine, theirs) : undefined) ?? mergeValue(base, mine, theirs);
  }
  const fuller = withMissingParts(mine, theirs);
  if (fuller !== undefined) return fuller;
  const says = ({ full, components }: Fields): string =>
    plain(full) ||
    (Array.isArray(components)
      ? components
          .map((part: Fields) => plain(part.value))
          .sort()
          .join(' ')
      : '');
  const agrees = says(mine) === says(theirs) || mine.full === undefined || theirs.full === undefined;
  return agrees && mine.components === undefined ? { ...theirs, ...mine } : mine;
}

interface Merged {
  readonly entries: Readonly<Record<string, Fields>> | undefined;
  /** For each old id, the id of the entry in the result. */
  readonly ids: { readonly base: ReadonlyMap<string, string>; readonly theirs: ReadonlyMap<string, string> };
}

function mergeEntries(name: string, cards: Three): Merged {
  const collection = COLLECTIONS[name] ?? by(stable);
  const [base, mine, theirs] = [cards.base, cards.mine, cards.theirs].map((card) => indexed(collection, card[name]));
  const result: Record<string, Fields> = {};
  const idOfKey = new Map<string, string>();
  const fresh = [...(theirs ?? [])].filter(([key]) => !base?.has(key) && !mine?.has(key));
  for (const [id, entry] of Object.entries(asFields(cards.mine[name]))) {
    if (!isFields(entry)) continue;
    const key = collection.keyOf(entry);
    const before = base?.get(key)?.entry;
    const now = theirs?.get(key)?.entry;
    // Of two entries of mine that say the same, the first is the source's.
    if (idOfKey.has(key)) result[id] = entry;
    else if (now !== undefined) result[id] = mergeEntry(before, entry, now);
    else {
      // Dropped by the source and untouched by the user: whatever is new in its place replaces it.
      const untouched = before !== undefined && isSame(before, entry);
      const at = untouched
        ? fresh.findIndex(([, each]) => collection.slotOf(each.entry) === collection.slotOf(entry))
        : -1;
      const [replacement] = at < 0 ? [] : fresh.splice(at, 1);
      result[id] = replacement?.[1].entry ?? entry;
      if (replacement) idOfKey.set(replacement[0], id);
    }
    if (!idOfKey.has(key)) idOfKey.set(key, id);
  }
  for (const [key, { id, entry }] of fresh) {
    const free = Object.hasOwn(result, id) ? freeId(result, id.replace(/\d+$/, '') || 'x') : id;
    result[free] = entry;
    idOfKey.set(key, free);
  }
  const idsOf = (index: Index | undefined): Map<string, string> =>
    new Map([...(index ?? [])].flatMap(([key, { ids }]) => ids.map((id) => [id, idOfKey.get(key) ?? id] as const)));
  return {
    entries: mine === undefined && Object.keys(result).length === 0 ? undefined : result,
    ids: { base: idsOf(base), theirs: idsOf(theirs) },
  };
}

type Index = ReadonlyMap<string, { readonly id: string; readonly ids: readonly string[]; readonly entry: Fields }>;

function indexed({ keyOf }: Collection, entries: unknown): Index | undefined {
  if (!isFields(entries)) return undefined;
  const index = new Map<string, { id: string; ids: string[]; entry: Fields }>();
  for (const [id, entry] of Object.entries(entries)) {
    if (!isFields(entry)) continue;
    const key = keyOf(entry);
    const known = index.get(key);
    if (known) known.ids.push(id);
    else index.set(key, { id, ids: [id], entry });
  }
  return index;
}

/** One entry, field by field; without a base what is there stays and gaps are filled. */
function mergeEntry(base: Fields | undefined, mine: Fields, theirs: Fields): Fields {
  const merged: Record<string, unknown> = { ...mine };
  for (const [field, value] of Object.entries(theirs)) {
    const own = mine[field];
    const edited = base === undefined ? own !== undefined : !isSame(own, base[field]);
    if (!edited && !isSame(own, value)) merged[field] = value;
    else if (field === 'date' && base === undefined) merged[field] = fullerDate(own, value);
  }
  return merged;
}

/** A date of which the other knows more: `24 May` and `24 May 1990`. Where they contradict each other, mine stands. */
function fullerDate(mine: unknown, theirs: unknown): unknown {
  if (!isFields(mine) || !isFields(theirs) || 'utc' in mine || 'utc' in theirs) return mine;
  const agree = Object.keys(mine).every((part) => theirs[part] === mine[part]);
  return agree && Object.keys(theirs).length > Object.keys(mine).length ? theirs : mine;
}

/** What the user has, and what the source says that it did not say before. */
function mergeSet(base: Fields, mine: Fields, theirs: Fields): Fields {
  const added = Object.entries(theirs).filter(([key]) => !Object.hasOwn(base, key) && !Object.hasOwn(mine, key));
  return added.length === 0 ? mine : { ...mine, ...Object.fromEntries(added) };
}

function mergeRelations(base: Fields, mine: Fields, theirs: Fields): Fields {
  const result: Record<string, unknown> = { ...mine };
  for (const [person, relation] of Object.entries(theirs)) {
    const [before, own] = [asFields(base[person]), asFields(mine[person])];
    if (!Object.hasOwn(mine, person)) {
      if (!Object.hasOwn(base, person)) result[person] = relation;
    } else if (isFields(relation)) {
      const kinds = mergeSet(asFields(before.relation), asFields(own.relation), asFields(relation.relation));
      const label = mergeValue(before.label, own.label, relation.label);
      result[person] = {
        ...own,
        ...(Object.keys(kinds).length > 0 && { relation: kinds }),
        ...(label !== undefined && { label }),
      };
    }
  }
  return result;
}

/** Kept vCard properties: like entries without ids, of which the new one of a name replaces the old. */
function mergeKept(base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[]): readonly unknown[] {
  const has = (list: readonly unknown[], property: unknown): boolean => list.some((each) => isSame(each, property));
  const nameOf = (property: unknown): unknown => (Array.isArray(property) ? property[0] : undefined);
  const fresh = theirs.filter((property) => !has(base, property) && !has(mine, property));
  const kept = mine.map((property) => {
    const at =
      has(base, property) && !has(theirs, property) ? fresh.findIndex((each) => nameOf(each) === nameOf(property)) : -1;
    return at < 0 ? property : fresh.splice(at, 1)[0];
  });
  return [...kept, ...fresh];
}

/** The titles of a card, pointing at organisations by the ids these have in the result. */
function linkTitles(card: Fields, ids: ReadonlyMap<string, string>): Fields {
  if (!isFields(card.titles)) return card;
  const titles = Object.entries(card.titles).map(([id, title]) => {
    const known = isFields(title) ? ids.get(text(title.organizationId)) : undefined;
    return [id, known === undefined ? title : { ...asFields(title), organizationId: known }];
  });
  return { ...card, titles: Object.fromEntries(titles) };
}

/** No phone number is longer, with all that people write around it. */
const LONGEST_NUMBER = 60;

/** The digits that are the same with and without a country, `+49 30 123456` and `030 123456`, and the extension. */
function phoneKey(number: string): string {
  if (number.length > LONGEST_NUMBER) return plain(number);
  const [, line = number, extension = ''] = /^(.*?)(?:;ext=|\s*(?:ext\.?|x|#)\s*)(\d+)$/i.exec(number) ?? [];
  const digits = line.replace(/\D/g, '').replace(/^0+/, '');
  return digits === '' ? plain(number) : `${digits.slice(-9)} ${extension}`;
}

function serviceKey({ service, user, uri: address, vCardName }: Fields): string {
  const byAddress = address === undefined ? undefined : normalizeProfileUrl(text(address));
  return (
    byAddress ??
    profileKeyOf(text(service), text(user)) ??
    `${plain(service)} ${plain(user)} ${text(address)} ${text(vCardName)}`
  );
}

function addressKey({ components, full, coordinates, timeZone }: Fields): string {
  const parts = Array.isArray(components)
    ? components.map((part: Fields) => `${text(part.kind)} ${plain(part.value)}`).sort()
    : [];
  return parts.length > 0 ? stable(parts) : stable([plain(full), coordinates, timeZone]);
}

/** There is one birthday in a calendar; other days are told apart by their names. */
function anniversaryKey({ kind, label, date }: Fields): string {
  const scale = text(asFields(date).calendarScale);
  const single = kind === 'birth' || kind === 'death' || kind === 'wedding' || label !== undefined;
  return `${text(kind)} ${plain(label)} ${scale} ${single ? '' : stable(date)}`;
}

function freeId(entries: Fields, prefix: string): string {
  let number = Object.keys(entries).length + 1;
  while (Object.hasOwn(entries, `${prefix}${number}`)) number++;
  return `${prefix}${number}`;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of an object; none of anything else. */
function asFields(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || stable(a) === stable(b);
}

/** JSON whose keys are in order: the same text for the same value. */
function stable(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      isFields(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
    ) ?? ''
  );
}
