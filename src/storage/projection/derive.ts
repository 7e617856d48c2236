import {
  birthday,
  currentOrganization,
  headlineOf,
  identitiesOf,
  isDeceased,
  occasionsOf,
  photoOf,
  placeOf,
  primaryEmail,
  primaryPhone,
} from '../../domain/card/card.ts';
import type { Card } from '../../domain/card/jscontact.ts';
import { lacksToBits } from '../../domain/card/lacks.ts';
import { displayName, initials } from '../../domain/card/name.ts';
import { nameKey } from '../../domain/card/same-name.ts';
import { namesOf, nameTokensOf } from '../../domain/card/search.ts';
import { sortKey } from '../../domain/card/sort-key.ts';
import { organisationKey, placeKey, whereKeys } from '../../domain/card/where.ts';
import type { Collation } from '../../domain/collation.ts';
import type { CalendarDate, Instant } from '../../domain/dates.ts';
import { fold, foldText } from '../../domain/fold.ts';
import { toDayNumber } from '../../domain/keeping/day-number.ts';
import { occasionKey } from '../../domain/keeping/occasion-key.ts';
import { type OpenTouch, touchToFollowUp, unansweredTouch } from '../../domain/keeping/open-threads.ts';
import { closenessOf, isRealContact, nextTouch } from '../../domain/keeping/rhythm.ts';
import { quietDays, summarizeContacts } from '../../domain/keeping/warmth.ts';
import { quietWorth } from '../../domain/today/ranking.ts';
import { KNOWN_CONTACT_DAYS } from '../../domain/today/reasons.ts';
import { type Channel, type Direction, LACKS, type Lack } from '../../domain/words.ts';
import type { TextRow } from '../dialects/dialect.ts';
import { BETWEEN_PARTS } from '../dialects/words.ts';
import { findPeople, inSlices } from '../repositories/person.repository.ts';
import type {
  IdentityTable,
  NamePrefixTable,
  NameTokenTable,
  OccasionTable,
  PersonStateTable,
  PersonTable,
  PersonTagTable,
} from '../schema.ts';
import type { Scope } from '../store.ts';

/** Everything derived about one person, as rows. */
export interface Derived {
  readonly state: PersonStateTable;
  readonly identities: readonly IdentityTable[];
  readonly occasions: readonly OccasionTable[];
  readonly tags: readonly PersonTagTable[];
  readonly tokens: readonly NameTokenTable[];
  readonly prefixes: readonly NamePrefixTable[];
  readonly text: TextRow;
}

export interface PersonFacts {
  readonly person: PersonTable;
  readonly circles: readonly { rhythmDays: number | null; since: string }[];
  readonly touches: readonly TouchFacts[];
  readonly dismissed: ReadonlySet<string>;
  readonly howMet: boolean;
}

interface TouchFacts {
  readonly id: string;
  readonly date: string;
  readonly at: string | null;
  readonly channel: string;
  readonly direction: string;
  readonly personal: number;
  readonly plan: number;
  readonly follow_up: number;
  readonly created_at: string;
  readonly people: number;
}

/** People that were added in the same transaction: nothing is derived from them yet. */
export interface AddedPeople {
  /** Their rows by id, which need not be read. */
  readonly rows: ReadonlyMap<string, PersonTable>;
  /** Those on whom nothing hangs. */
  readonly alone: ReadonlySet<string>;
}
export const NOBODY_ADDED: AddedPeople = { rows: new Map(), alone: new Set() };

/**
 * Reads what the derived values of these people rest on. People that are gone are absent from the answer.
 * @param added of them, by this transaction
 */
export async function loadFacts(
  scope: Scope,
  personIds: readonly string[],
  added: AddedPeople = NOBODY_ADDED,
): Promise<PersonFacts[]> {
  const people = [
    ...personIds.flatMap((id) => added.rows.get(id) ?? []),
    ...(await findPeople(
      scope,
      personIds.filter((id) => !added.rows.has(id)),
    )),
  ];
  const { circlesOf, touchesOf, dismissedOf, howMet } = await loadHanging(
    scope,
    personIds.filter((id) => !added.alone.has(id)),
  );
  return people.map((person) => ({
    person,
    circles: (circlesOf.get(person.id) ?? []).map((row) => ({ rhythmDays: row.rhythm_days, since: row.since })),
    touches: (touchesOf.get(person.id) ?? []).map(({ people: count, ...touch }) => ({ ...touch, people: count ?? 0 })),
    dismissed: new Set((dismissedOf.get(person.id) ?? []).map((row) => row.key)),
    howMet: howMet.has(person.id),
  }));
}

/** What hangs on these people, by person. */
async function loadHanging({ db, networkId }: Scope, personIds: readonly string[]) {
  const circles = await inSlices(personIds, (ids) =>
    db
      .selectFrom('circle_member as m')
      .crossJoin('circle as c')
      .whereRef('c.network_id', '=', 'm.network_id')
      .whereRef('c.id', '=', 'm.circle_id')
      .select(['m.person_id', 'm.since', 'c.rhythm_days'])
      .where('m.network_id', '=', networkId)
      .where('m.person_id', 'in', ids)
      .execute(),
  );
  const touches = await inSlices(personIds, (ids) =>
    db
      .selectFrom('touch_person as tp')
      .crossJoin('touch as t')
      .whereRef('t.network_id', '=', 'tp.network_id')
      .whereRef('t.id', '=', 'tp.touch_id')
      .select([
        'tp.person_id',
        't.id',
        't.date',
        't.at',
        't.channel',
        't.direction',
        't.personal',
        't.plan',
        't.follow_up',
        't.created_at',
      ])
      .select((eb) =>
        eb
          .selectFrom('touch_person as other')
          .select((e) => e.fn.countAll<number>().as('people'))
          .whereRef('other.network_id', '=', 'tp.network_id')
          .whereRef('other.touch_id', '=', 'tp.touch_id')
          .as('people'),
      )
      .where('tp.network_id', '=', networkId)
      .where('tp.person_id', 'in', ids)
      .execute(),
  );
  const dismissals = await inSlices(personIds, (ids) =>
    db
      .selectFrom('dismissal')
      .select(['person_id', 'key'])
      .where('network_id', '=', networkId)
      .where('person_id', 'in', ids)
      .where('until', 'is', null)
      .execute(),
  );
  const howMet = await inSlices(personIds, (ids) =>
    db
      .selectFrom('fact')
      .select('person_id')
      .where('network_id', '=', networkId)
      .where('person_id', 'in', ids)
      .where('kind', '=', 'how-we-met')
      .execute(),
  );
  return {
    howMet: new Set(howMet.map((row) => row.person_id)),
    circlesOf: Map.groupBy(circles, (row) => row.person_id),
    touchesOf: Map.groupBy(touches, (row) => row.person_id),
    dismissedOf: Map.groupBy(dismissals, (row) => row.person_id),
  };
}

/** What the derived rows depend on beside the person: how the network reads numbers and orders names. */
export interface DeriveBy {
  readonly phoneKey: (number: string) => string | undefined;
  readonly collation: Collation;
}

/** All derived rows of a person; a pure function of what is stored, so that it can be checked at any time. */
export function derive(facts: PersonFacts, { phoneKey, collation }: DeriveBy): Derived {
  const { person } = facts;
  const card = readCard(person.card);
  const owner = { network_id: person.network_id, person_id: person.id };
  // Not by the user's alphabet: who is due when must not hang on it.
  const contact = deriveContact(facts, () => sortKey(card));
  const columns = listColumns(card);
  const deceased = person.deceased === 1 || isDeceased(card);
  const active = person.archived_on === null && !deceased && person.is_owner === 0;
  const name = displayName(card);
  // The owner is nobody's contact, and found nowhere.
  const tokens = person.is_owner === 1 ? [] : nameTokensOf(card);
  const rank = rankOf(contact, active);
  return {
    state: {
      ...owner,
      name,
      sort_key: sortKey(card, collation),
      initials: initials(name),
      photo: photoOf(card)?.blobId ?? null,
      headline: headlineOf(card) ?? null,
      place: placeOf(card) ?? null,
      tags: JSON.stringify(Object.keys(card.keywords ?? {})),
      active: active ? 1 : 0,
      unsorted:
        active && facts.circles.length === 0 && person.rhythm_days === null && person.sorted_on === null ? 1 : 0,
      ...contact,
      ...(active ? {} : NOTHING_DUE),
      ...columns,
      lacks: lacksToBits(lacksOf(facts, card, { ...columns, last_contact: contact.last_contact })),
    },
    identities: identityRows(card, owner, phoneKey),
    occasions: occasionRows(card, owner),
    tags: person.is_owner === 1 ? [] : tagRows(card, owner),
    tokens: tokens.map((token) => ({ ...owner, token, rank })),
    prefixes: prefixesOfAll(tokens).map((prefix) => ({ ...owner, prefix, rank })),
    text: {
      networkId: person.network_id,
      entity: 'person',
      id: person.id,
      personId: person.id,
      folded: person.is_owner === 1 ? '' : searchableText(card, { tokens, phoneKey }),
    },
  };
}

/** What the list of people shows in columns and is filtered by. */
function listColumns(card: Card) {
  const born = birthday(card);
  const { city, country } = whereKeys(card);
  const isOurs = born?.calendarScale === undefined && born?.month !== undefined;
  return {
    city_key: city,
    country,
    organisation_key: organisationKey(card),
    organisation: currentOrganization(card).organization ?? null,
    email: primaryEmail(card) ?? null,
    phone: primaryPhone(card) ?? null,
    birthday: born === undefined ? null : JSON.stringify(born),
    birthday_key: isOurs ? `${twoDigits(born.month)}-${twoDigits(born.day)}` : null,
  };
}

const twoDigits = (part: number | undefined) => String(part ?? 0).padStart(2, '0');

function lacksOf(
  { person, circles, howMet }: PersonFacts,
  card: Card,
  shown: ReturnType<typeof listColumns> & Pick<PersonStateTable, 'last_contact'>,
): Lack[] {
  const has: Record<Lack, boolean> = {
    birthday: shown.birthday !== null,
    email: shown.email !== null,
    phone: shown.phone !== null,
    photo: photoOf(card) !== undefined,
    city: shown.city_key !== null,
    organisation: shown.organisation_key !== null,
    circle: circles.length > 0,
    channel: person.channel !== null,
    'how-we-met': howMet,
    touch: shown.last_contact !== null,
    tag: Object.keys(card.keywords ?? {}).length > 0,
  };
  return LACKS.filter((lack) => !has[lack]);
}

function tagRows(card: Card, owner: { network_id: string; person_id: string }): PersonTagTable[] {
  const tags = new Map(Object.keys(card.keywords ?? {}).map((tag) => [placeKey(tag), tag]));
  return [...tags].filter(([key]) => key !== '').map(([tag_key, tag]) => ({ ...owner, tag_key, tag }));
}

/** Of people who are archived, deceased or the owner. How the tie stood can still be asked. */
const NOTHING_DUE = {
  next_touch: null,
  quiet_worth: null,
  awaiting_touch_id: null,
  follow_up_touch_id: null,
};

/** Half a character, as JSON escapes it. */
const HALF = /(?<=(?:^|[^\\])(?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g;

/** The card, halves of characters replaced: its JSON keeps them, but text that is stored as such cannot. */
export function readCard(json: string): Card {
  return JSON.parse(json.includes('\\ud') ? json.replace(HALF, '\ufffd') : json) as Card;
}

type ContactColumns = Pick<
  PersonStateTable,
  | 'last_contact'
  | 'last_touch_id'
  | 'last_channel'
  | 'awaiting_touch_id'
  | 'follow_up_touch_id'
  | 'rhythm_days'
  | 'joined_on'
  | 'next_touch'
  | 'quiet_on'
  | 'at_risk_on'
  | 'dormant_on'
  | 'quiet_worth'
  | 'closeness'
  | 'touch_count'
  | 'history'
>;

/** @param order by name, so that two files read in either order, or on another machine, make the same plan */
function deriveContact({ person, circles, touches, dismissed }: PersonFacts, order: () => string): ContactColumns {
  const happened = touches.filter((touch) => touch.plan === 0).sort(byTime);
  const real = happened.filter((touch) =>
    isRealContact({ personal: touch.personal === 1, plan: false, people: touch.people }),
  );
  const last = real.at(-1);
  const circle = circles
    .filter((c) => c.rhythmDays !== null)
    .sort((a, b) => (a.rhythmDays ?? 0) - (b.rhythmDays ?? 0) || compare(a.since, b.since))[0];
  const rhythmDays = person.rhythm_days ?? circle?.rhythmDays ?? null;
  const joinedOn = circle?.since ?? circles.map((c) => c.since).sort(compare)[0] ?? person.added_on;
  const history = summarizeContacts(
    real.map((touch) => ({
      date: touch.date as CalendarDate,
      direction: touch.direction as Direction,
      personal: true,
      plan: false,
      people: touch.people,
    })),
  );
  const quiet = quietDays(history, rhythmDays);
  const closeness = closenessOf(rhythmDays, circles.length > 0);
  const open = happened.map(toOpenTouch);
  const awaiting = unansweredTouch(open);
  const followUp = touchToFollowUp(open);
  const day = (text: string | null | undefined) => (text ?? undefined) as CalendarDate | undefined;
  return {
    last_contact: last?.date ?? null,
    last_touch_id: last?.id ?? null,
    last_channel: (last?.channel as Channel | undefined) ?? null,
    awaiting_touch_id: awaiting && !dismissed.has(`reply:${awaiting.date}`) ? awaiting.id : null,
    follow_up_touch_id: followUp && !dismissed.has(`follow-up:${followUp.id}`) ? followUp.id : null,
    rhythm_days: rhythmDays,
    joined_on: rhythmDays === null ? null : joinedOn,
    next_touch: nextTouch({
      // Nothing is due without a rhythm, and most have none.
      seed: rhythmDays === null ? '' : order(),
      lastContact: day(last?.date),
      rhythmDays: rhythmDays ?? undefined,
      joinedCircleOn: day(joinedOn),
      skippedOn: day(person.skipped_on),
      snoozedUntil: day(person.snoozed_until),
      pausedFrom: day(person.paused_from),
      pausedUntil: day(person.paused_until),
    }),
    quiet_on: quiet?.cooling ?? null,
    at_risk_on: quiet?.atRisk ?? null,
    dormant_on: quiet?.dormant ?? null,
    quiet_worth:
      history !== undefined && history.contactDays >= KNOWN_CONTACT_DAYS && rhythmDays === null
        ? quietWorth(history, closeness)
        : null,
    closeness,
    touch_count: happened.length,
    history: history ? JSON.stringify(history) : null,
  };
}

function toOpenTouch(touch: TouchFacts): OpenTouch {
  return {
    id: touch.id,
    date: touch.date as CalendarDate,
    at: touch.at as Instant | null,
    channel: touch.channel as Channel,
    direction: touch.direction as Direction,
    followUp: touch.follow_up === 1,
    personal: touch.personal === 1,
    plan: false,
    people: touch.people,
  };
}

/** By the day, then the hour where both have one, then the order of writing. */
function byTime(a: TouchFacts, b: TouchFacts): number {
  return compare(a.date, b.date) || (a.at !== null && b.at !== null ? compare(a.at, b.at) : 0) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The longest beginning that has rows of its own, in letters. */
export const LONGEST_PREFIX = 3;

/** Of these words the beginnings of one to three letters, each once. */
export function prefixesOfAll(tokens: readonly string[]): string[] {
  return [...new Set(tokens.flatMap(prefixesOf))];
}

function prefixesOf(token: string): string[] {
  const prefixes: string[] = [];
  let prefix = '';
  for (const letter of token) {
    prefix += letter;
    if (prefixes.push(prefix) === LONGEST_PREFIX) break;
  }
  return prefixes;
}

/** More than any rank of closeness and day. */
const INACTIVE = 1_000_000_000;
const DAYS = 100_000;

/**
 * Closest first, then who was met last; archived and deceased people behind all others. Equals stand in the order of their
 * ids, so that many new people lie together in the table.
 */
function rankOf({ closeness, last_contact: last }: ContactColumns, active: boolean): number {
  const day = last === null ? 0 : Math.min(DAYS - 1, Math.max(0, toDayNumber(last as CalendarDate)));
  return (active ? 0 : INACTIVE) + Math.round((1 - closeness) * 1000) * DAYS + (DAYS - 1 - day);
}

/** What identifies a person across sources, and the name, which never does alone but finds those that may be the same. */
function identityRows(
  card: Card,
  owner: { network_id: string; person_id: string },
  phoneKey: (number: string) => string | undefined,
): IdentityTable[] {
  const rows = identitiesOf(card, phoneKey).map((identity) => ({
    ...owner,
    kind: identity.kind as string,
    value: identity.value,
  }));
  const name = nameKey(card);
  return name === '' ? rows : [...rows, { ...owner, kind: 'name', value: name }];
}

function occasionRows(card: Card, owner: { network_id: string; person_id: string }): OccasionTable[] {
  const seen = new Set<string>();
  return occasionsOf(card).flatMap(({ kind, label, date }) => {
    const filed = occasionKey(date);
    if (filed === undefined) return [];
    const row = { ...owner, ...filed, kind, label: label ?? '', date: JSON.stringify(date) };
    const key = `${row.month} ${row.day} ${kind} ${row.label}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [row];
  });
}

const LONGEST_TEXT = 20_000;

/** What is searched, folded: names, where they work, how to reach them, what the card notes. Names too, so that `ada harbour` is found. */
function searchableText(
  card: Card,
  { tokens, phoneKey }: { tokens: readonly string[]; phoneKey: DeriveBy['phoneKey'] },
): string {
  const parts: (string | undefined)[] = [
    ...namesOf(card),
    ...tokens,
    ...Object.values(card.name?.components ?? []).map((component) => component.value),
    ...Object.values(card.organizations ?? {}).flatMap(({ name, units = [] }) => [
      name,
      ...units.map((unit) => unit.name),
    ]),
    ...Object.values(card.titles ?? {}).map((title) => title.name),
    ...Object.values(card.emails ?? {}).map((email) => email.address),
    ...Object.values(card.phones ?? {}).flatMap(({ number }) => [number, ...dialled(number, phoneKey(number))]),
    ...Object.values(card.onlineServices ?? {}).flatMap(({ user, uri }) => [user, uri && pathOf(uri)]),
    ...Object.values(card.links ?? {}).map(({ uri }) => pathOf(uri)),
    ...Object.values(card.addresses ?? {}).flatMap(
      (address) => address.full ?? (address.components ?? []).map((component) => component.value),
    ),
    ...Object.keys(card.keywords ?? {}),
    ...Object.values(card.personalInfo ?? {}).map((info) => info.value),
    ...Object.values(card.notes ?? {}).map((note) => note.note),
    currentOrganization(card)?.title,
  ];
  // One by one: most are ASCII, or names that were folded already.
  const folded = parts.map((part) => (part ? foldText(part.slice(0, LONGEST_TEXT)) : ''));
  return folded.filter(Boolean).join(BETWEEN_PARTS).slice(0, LONGEST_TEXT);
}

/** An address without what all addresses share. */
function pathOf(uri: string): string {
  return uri.replace(/^[a-z]+:(?:\/\/)?(?:www\.)?/i, '');
}

/** A number with most digits that anybody dials. */
const LONGEST_NUMBER = 20;

/** The digits of a number from each on, as written and with its country, so that it is found by any part of it. */
function dialled(number: string, e164: string | undefined): string[] {
  return [...new Set([number.replace('(0)', ''), e164 ?? ''].flatMap(endingsOf))];
}

function endingsOf(number: string): string[] {
  const digits = fold(number).replace(/\D/g, '').slice(0, LONGEST_NUMBER);
  return Array.from({ length: Math.max(0, digits.length - 2) }, (_, from) => digits.slice(from));
}
