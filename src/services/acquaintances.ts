import type { Suggested } from '../contract/long-game.ts';
import { currentOrganization, placeOf } from '../domain/card/card.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { addDays, type CalendarDate } from '../domain/dates.ts';
import { fold } from '../domain/fold.ts';
import { keywordsOf } from '../domain/news/keywords.ts';
import type { Acquaintance, Suggestion } from '../domain/news/who.ts';
import { drawnTies, INTRODUCTION_KINDS } from '../domain/pictures/introductions.ts';
import type { FactKind } from '../domain/words.ts';
import { exchangesOf } from '../storage/repositories/exchange.repository.ts';
import { factsOf } from '../storage/repositories/memory.repository.ts';
import { findOwnerCard } from '../storage/repositories/owner.repository.ts';
import { circleNames, findPeople, findStates, type PersonState } from '../storage/repositories/person.repository.ts';
import { closestPeople, receivedIn, tiesOfKinds } from '../storage/repositories/pictures.repository.ts';
import { findTouches, peopleOfTouches } from '../storage/repositories/touch.repository.ts';
import type { PersonTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { optional } from './candidates.ts';

/** Who may care for something, or help with it: found by the indexes there are, and read for the reasons why. */

/** Of the closest so many are looked at, whatever it is about. */
const MOST_CLOSEST = 100;
const MOST_BY_WORD = 40;
const MOST_WORDS = 8;
const REMEMBERED_DAYS = 3 * 365;

interface Found {
  readonly ids: ReadonlySet<string>;
  readonly said: ReadonlyMap<string, Acquaintance['said']>;
}

/** Everyone who may have a reason, read. Neither the dead nor the archived are among them. */
export async function acquaintancesFor(scope: Scope, text: string, today: CalendarDate): Promise<Acquaintance[]> {
  const { ids, said } = await hitsOf(scope, text);
  const closest = (await closestPeople(scope, { after: undefined, limit: MOST_CLOSEST })).map(({ id }) => id);
  const gave = await receivedIn(scope, { from: addDays(today, -REMEMBERED_DAYS), to: today });
  const doors = await introductionsOf(scope);
  const all = [...ids, ...closest, ...gave.map((row) => row.person_id), ...doors.map(({ by }) => by)];
  return readAcquaintances(scope, [...new Set(all)], { said, doors, today });
}

/** The same of people who are chosen already. */
export async function acquaintancesAmong(
  scope: Scope,
  personIds: readonly string[],
  { text, today }: { text: string; today: CalendarDate },
): Promise<Acquaintance[]> {
  const { said } = await hitsOf(scope, text);
  return readAcquaintances(scope, personIds, { said, doors: await introductionsOf(scope), today });
}

/** Whose cards, facts and conversations hold a word of the text. */
async function hitsOf(scope: Scope, text: string): Promise<Found> {
  const ids = new Set<string>();
  const touches = new Set<string>();
  for (const word of keywordsOf(text).slice(0, MOST_WORDS))
    for (const part of ['people', 'memories'] as const)
      for (const hit of await scope.text.search(scope.db, {
        networkId: scope.networkId,
        foldedQuery: word,
        limit: MOST_BY_WORD,
        part,
      })) {
        if (hit.entity === 'touch') touches.add(hit.id);
        else if (hit.personId !== null) ids.add(hit.personId);
        else if (part === 'people') ids.add(hit.id);
      }
  const said = new Map<string, { date: CalendarDate; words: string }[]>();
  const rows = new Map((await findTouches(scope, [...touches])).map((row) => [row.id, row]));
  for (const [touchId, people] of await peopleOfTouches(scope, [...rows.keys()])) {
    const row = rows.get(touchId);
    if (row === undefined || row.plan === 1 || row.direction === 'mine') continue;
    const one = { date: row.date as CalendarDate, words: [row.summary, row.topic ?? '', row.notes].join(' ') };
    for (const { id } of people) {
      ids.add(id);
      said.set(id, [...(said.get(id) ?? []), one]);
    }
  }
  return { ids, said };
}

export interface Door {
  readonly who: string;
  readonly by: string;
}

/** Who introduced whom to the owner. */
export async function introductionsOf(scope: Scope): Promise<Door[]> {
  return drawnTies(
    (await tiesOfKinds(scope, INTRODUCTION_KINDS)).map((row) => ({
      id: row.id,
      kind: row.kind,
      personId: row.person_id,
      otherId: row.other_id,
      inverseId: row.inverse_id,
    })),
  ).map(({ from, to }) => ({ who: from, by: to }));
}

async function readAcquaintances(
  scope: Scope,
  ids: readonly string[],
  { said, doors, today }: { said: Found['said']; doors: readonly Door[]; today: CalendarDate },
): Promise<Acquaintance[]> {
  const states = (await findStates(scope, ids)).filter((state) => state.active === 1);
  const present = states.map((state) => state.person_id);
  const people = new Map((await findPeople(scope, present)).map((person) => [person.id, person]));
  const circles = await circleNames(scope, present);
  const facts = Map.groupBy(await factsOf(scope, present), (row) => row.person_id);
  const exchanges = Map.groupBy(await exchangesOf(scope, present), (row) => row.person_id);
  const opened = Map.groupBy(doors, ({ by }) => by);
  const names = await namesById(
    scope,
    doors.map(({ who }) => who),
  );
  const places = await ownersPlaces(scope);
  return states.flatMap((state) => {
    const id = state.person_id;
    const person = people.get(id);
    if (person === undefined) return [];
    const { work, at } = workOf(person, places);
    return [
      {
        personId: id,
        name: state.name,
        closeness: state.closeness,
        ...optional('circle', circles.get(id)?.[0]?.name),
        ...work,
        facts: (facts.get(id) ?? [])
          .filter((row) => row.private === 0 && (row.until === null || row.until >= today))
          .map((row) => ({ kind: row.kind as FactKind, text: row.text })),
        said: said.get(id) ?? [],
        gave: (exchanges.get(id) ?? []).filter(({ kind }) => kind === 'received').map((row) => row.text),
        ...optional('workedAt', at),
        introduced: (opened.get(id) ?? []).flatMap(({ who }) => names.get(who) ?? []),
      },
    ];
  });
}

async function namesById(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await findStates(scope, [...new Set(ids)])).map((state) => [state.person_id, state.name]));
}

/** Where the owner works or worked, as their own card says. */
async function ownersPlaces(scope: Scope): Promise<ReadonlySet<string>> {
  const card = await findOwnerCard(scope);
  return new Set(card === undefined ? [] : organizationsOf(JSON.parse(card) as Card).map(fold));
}

function organizationsOf(card: Card): string[] {
  return Object.values(card.organizations ?? {}).flatMap(({ name }) =>
    name === undefined || name === '' ? [] : [name],
  );
}

function workOf({ card: text }: PersonTable, places: ReadonlySet<string>) {
  const card = JSON.parse(text) as Card;
  const { organization, title } = currentOrganization(card);
  const work = { ...optional('organization', organization), ...optional('title', title) };
  return {
    work: { ...work, ...optional('place', placeOf(card)) },
    at: organizationsOf(card).find((name) => places.has(fold(name))),
  };
}

/** Suggestions as the contract says them. */
export async function shownSuggestions(scope: Scope, suggestions: readonly Suggestion[]): Promise<Suggested[]> {
  const ids = suggestions.map(({ personId }) => personId);
  const states = new Map((await findStates(scope, ids)).map((state) => [state.person_id, state]));
  const circles = await circleNames(scope, ids);
  return suggestions.flatMap(({ personId, why }) => {
    const state = states.get(personId);
    return state === undefined
      ? []
      : [{ ...faceOf(state), circle: circles.get(personId)?.[0]?.name ?? null, why: [...why] }];
  });
}

export function faceOf(state: PersonState) {
  const { person_id: personId, name, initials, photo, headline } = state;
  return { personId, name, initials, photo, headline };
}
