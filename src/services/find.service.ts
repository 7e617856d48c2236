import type { FindHit } from '../contract/shapes.ts';
import { foldText } from '../domain/fold.ts';
import { readSearchQuery, type SearchQuery } from '../domain/search-query.ts';
import { allowedSlips, distance } from '../domain/slips.ts';
import type { TextPart } from '../storage/dialects/words.ts';
import { findRow } from '../storage/feed.ts';
import { closestFirst, findStates } from '../storage/repositories/person.repository.ts';
import { bearersOf, peopleByWords, similarTokens, tokensOfPeople } from '../storage/repositories/search.repository.ts';
import type { Scope } from '../storage/store.ts';
import { type Context, scopeOf } from './context.ts';

/** Finding: people by any beginning of any name, slips of the finger forgiven, then what is written about them. */

const EXCERPT = 160;
/** So many called just that are looked at for those whose name is typed as they write it. */
const MOST_NAMESAKES = 100;
/** Of those whose cards hold the words so many are put in the order of closeness. */
const MOST_BY_TEXT = 100;
/** With fewer people found than this, a slip of the finger is likely. */
const FEW = 3;
const MOST_FORGIVEN = 300;
/** What is left of a number without country and area. */
const SUBSCRIBER_DIGITS = 7;

/** Ids of people, best first: those a query fits, and those it may mean if a finger slipped. */
export interface FoundPeople {
  readonly sure: readonly string[];
  readonly perhaps: readonly string[];
}

/**
 * Who is called just that, names that begin with it, then cards that hold the words elsewhere (an organisation, an
 * address); within each the closest first. Only where these are few, names a slip away.
 */
export async function searchPeople(scope: Scope, query: string, limit: number): Promise<FoundPeople> {
  const asked = readSearchQuery(query);
  const found = new Set<string>();
  if (asked.phrases.length === 0) {
    for (const id of await namesakes(scope, asked)) found.add(id);
    for (const words of asked.spellings) {
      if (found.size >= limit) break;
      for (const id of await peopleByWords(scope, words.map(begun), limit)) found.add(id);
    }
  }
  if (found.size < limit) for (const id of await peopleByText(scope, asked)) found.add(id);
  const perhaps = found.size < FEW && asked.phrases.length === 0 ? await forgiven(scope, asked.spellings[0] ?? []) : [];
  return { sure: [...found].slice(0, limit), perhaps: perhaps.filter((id) => !found.has(id)).slice(0, limit) };
}

const begun = (text: string) => ({ text, whole: false });
const whole = (text: string) => ({ text, whole: true });

/** People of whose names all words are words: An must not drown among Andreas and Anna, nor Müller among Mullers. */
async function namesakes(scope: Scope, { spellings, typed }: SearchQuery): Promise<string[]> {
  const ids = new Set<string>();
  for (const words of spellings)
    for (const id of await peopleByWords(scope, words.map(whole), MOST_NAMESAKES)) ids.add(id);
  if (ids.size < 2) return [...ids];
  const names = new Map((await findStates(scope, [...ids])).map((state) => [state.person_id, state.name]));
  const isAsTyped = (id: string) => {
    const written = (names.get(id) ?? '')
      .normalize('NFC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}\p{M}]+/u);
    return typed.every((word) => written.includes(word));
  };
  const asTyped = [...ids].filter(isAsTyped);
  return [...new Set([...asTyped, ...ids])];
}

async function peopleByText(scope: Scope, { text, phrases, digits }: SearchQuery): Promise<string[]> {
  const hits = await searchText(scope, { part: 'people', text: digits ?? text, phrases, limit: MOST_BY_TEXT });
  // Kept without its country, and asked for with it: the end is the same.
  if (hits.length === 0 && digits !== undefined && digits.length > SUBSCRIBER_DIGITS + 1)
    hits.push(
      ...(await searchText(scope, {
        part: 'people',
        text: digits.slice(-SUBSCRIBER_DIGITS),
        phrases,
        limit: MOST_BY_TEXT,
      })),
    );
  return closestFirst(
    scope,
    hits.map((hit) => hit.id),
  );
}

/** People whose names hold words at most one or two slips from those given, the fewest slips first. */
async function forgiven(scope: Scope, words: readonly string[]): Promise<string[]> {
  const [longest = '', ...others] = [...words].sort((a, b) => b.length - a.length);
  const slips = allowedSlips(longest);
  if (slips === 0) return [];
  const near = new Map(
    (await similarTokens(scope, longest, slips)).map((token): [string, number] => [token, distance(longest, token)]),
  );
  const tokens = [...near].filter(([, apart]) => apart <= slips).map(([token]) => token);
  const bearers = await bearersOf(scope, tokens, MOST_FORGIVEN);
  const fewest = new Map<string, number>();
  for (const { token, personId } of bearers)
    fewest.set(personId, Math.min(near.get(token) ?? slips, fewest.get(personId) ?? slips));
  const called = others.length === 0 ? undefined : await tokensOfPeople(scope, [...fewest.keys()]);
  const fits = (id: string) =>
    others.every((word) =>
      (called?.get(id) ?? []).some((token) => token.startsWith(word) || distance(word, token) <= allowedSlips(word)),
    );
  return [...fewest]
    .filter(([id]) => fits(id))
    .sort(([, a], [, b]) => a - b)
    .map(([id]) => id);
}

interface TextAsked {
  readonly part: TextPart;
  readonly text: string;
  readonly phrases: readonly string[];
  readonly limit: number;
}

async function searchText(scope: Scope, { part, text, phrases, limit }: TextAsked) {
  return scope.text.search(scope.db, {
    networkId: scope.networkId,
    foldedQuery: foldText(text),
    limit,
    part,
    phrases: phrases.map(foldText),
  });
}

/** People first, then facts, promises and touches that hold every word; people a slip away where nothing else fits better. */
export async function find(context: Context, query: string, limit = 20): Promise<FindHit[]> {
  const scope = scopeOf(context);
  const { sure, perhaps } = await searchPeople(scope, query, limit);
  const hits = await personHits(scope, sure);
  if (hits.length < limit) {
    const { text, phrases } = readSearchQuery(query);
    for (const hit of await searchText(scope, { part: 'memories', text, phrases, limit: limit * 2 })) {
      if (hits.length >= limit) break;
      if (hit.personId === null) continue;
      const found = await hitOf(scope, hit);
      if (found) hits.push(found);
    }
  }
  if (hits.length < limit) hits.push(...(await personHits(scope, perhaps)));
  return hits.slice(0, limit);
}

async function personHits(scope: Scope, ids: readonly string[]): Promise<FindHit[]> {
  const states = new Map((await findStates(scope, ids)).map((state) => [state.person_id, state]));
  return ids.flatMap((id) => {
    const state = states.get(id);
    if (!state) return [];
    const excerpt = [state.headline, state.place].filter(Boolean).join(' · ');
    return [{ kind: 'person' as const, id, personId: id, title: state.name, excerpt }];
  });
}

async function hitOf(
  scope: Scope,
  hit: { entity: string; id: string; personId: string | null },
): Promise<FindHit | undefined> {
  const personId = hit.personId ?? '';
  const name = (await findStates(scope, [personId]))[0]?.name;
  if (name === undefined) return undefined;
  if (hit.entity === 'touch') {
    const row = await findRow(scope, 'touch', hit.id);
    return (
      row && {
        kind: 'touch',
        id: hit.id,
        personId,
        title: `${name}, ${row.date}`,
        excerpt: (row.summary || row.notes).slice(0, EXCERPT),
      }
    );
  }
  if (
    hit.entity === 'fact' ||
    hit.entity === 'promise' ||
    hit.entity === 'reminder' ||
    hit.entity === 'moment' ||
    hit.entity === 'exchange'
  ) {
    const row = await findRow(scope, hit.entity, hit.id);
    return row && { kind: 'fact', id: hit.id, personId, title: name, excerpt: row.text.slice(0, EXCERPT) };
  }
  return undefined;
}
