import type { FindHit } from '../contract/shapes.ts';
import { foldText, foldTokens } from '../domain/fold.ts';
import { findRow } from '../storage/feed.ts';
import { trigramsOf } from '../storage/projection/project.ts';
import { findStates } from '../storage/repositories/person.repository.ts';
import {
  peopleByExactTokens,
  peopleByNameTokens,
  peopleByShortPrefix,
  peopleCalled,
  similarTokens,
} from '../storage/repositories/search.repository.ts';
import type { Scope } from '../storage/store.ts';
import { type Context, scopeOf } from './context.ts';

/** Finding: people by any beginning of any name, slips of the finger forgiven, then what is written about them. */

const EXCERPT = 160;

/**
 * Ids of people for a query, best first: who is called just that, names that begin with it, then names a slip away, then cards that hold the words
 * elsewhere (an organisation, an address).
 */
export async function searchPeople(scope: Scope, query: string, limit: number): Promise<string[]> {
  const words = foldTokens(query);
  const [first] = words;
  if (first === undefined) return [];
  const ids = new Set<string>(words.length === 1 ? await peopleCalled(scope, first, limit) : []);
  if (words.length === 1 && [...first].length <= 3)
    for (const id of await peopleByShortPrefix(scope, first, limit)) ids.add(id);
  else for (const person of await peopleByNameTokens(scope, words, limit)) ids.add(person.id);
  if (ids.size < limit) {
    for (const hit of await searchText(scope, asDialled(query) ?? query, limit))
      if (hit.entity === 'person') ids.add(hit.id);
  }
  if (ids.size === 0) for (const id of await forgiven(scope, words, limit)) ids.add(id);
  return [...ids].slice(0, limit);
}

/** People whose names hold tokens at most one or two slips from the words given. */
async function forgiven(scope: Scope, words: readonly string[], limit: number): Promise<string[]> {
  let ids: Set<string> | undefined;
  for (const word of words) {
    if ([...word].length < 3) continue;
    const near = (await similarTokens(scope, trigramsOf(word), 60)).filter(
      (token) => distance(word, token) <= allowedSlips(word),
    );
    const found = new Set(await peopleByExactTokens(scope, near, 500));
    ids = ids ? ids.intersection(found) : found;
  }
  return [...(ids ?? [])].sort().slice(0, limit);
}

const allowedSlips = (word: string) => ([...word].length <= 5 ? 1 : 2);

/** Edits between two words where a swap of neighbours counts once (Damerau 1964); a word may also go on: a beginning is compared. */
export function distance(a: string, b: string): number {
  const [from, to] = [[...a], [...b].slice(0, [...a].length + 1)];
  let [before, previous]: [number[], number[]] = [[], Array.from({ length: to.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const cost = from[i - 1] === to[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [before, previous] = [previous, row];
  }
  return previous.at(-1) ?? 0;
}

/** The digits of what looks like a number, without the zero that is dialled in the place of the country; else undefined. */
function asDialled(query: string): string | undefined {
  if (!/^\+?[\d\s()./-]*$/.test(query.trim())) return undefined;
  const digits = query.replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 3 ? digits : undefined;
}

async function searchText(scope: Scope, query: string, limit: number) {
  return scope.text.search(scope.db, { networkId: scope.networkId, foldedQuery: foldText(query), limit });
}

/** People first, then facts, promises and touches that hold every word. */
export async function find(context: Context, query: string, limit = 20): Promise<FindHit[]> {
  const scope = scopeOf(context);
  const ids = await searchPeople(scope, query, limit);
  const states = new Map((await findStates(scope, ids)).map((state) => [state.person_id, state]));
  const hits: FindHit[] = ids.flatMap((id) => {
    const state = states.get(id);
    return state
      ? [
          {
            kind: 'person' as const,
            id,
            personId: id,
            title: state.name,
            excerpt: [state.headline, state.place].filter(Boolean).join(' · '),
          },
        ]
      : [];
  });
  for (const hit of await searchText(scope, query, limit * 2)) {
    if (hits.length >= limit) break;
    if (hit.personId === null) continue;
    const found = await hitOf(scope, hit);
    if (found) hits.push(found);
  }
  return hits.slice(0, limit);
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
  if (hit.entity === 'fact' || hit.entity === 'promise' || hit.entity === 'reminder') {
    const row = await findRow(scope, hit.entity, hit.id);
    return row && { kind: 'fact', id: hit.id, personId, title: name, excerpt: row.text.slice(0, EXCERPT) };
  }
  return undefined;
}
