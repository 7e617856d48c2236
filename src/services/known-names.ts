import { foldTokens } from '../domain/fold.ts';
import type { KnownName } from '../domain/gatherings/match.ts';
import { findPeople, findStates, type PersonState } from '../storage/repositories/person.repository.ts';
import { peopleByExactTokens, peopleByWords, tokensOfPeople } from '../storage/repositories/search.repository.ts';
import type { Scope } from '../storage/store.ts';

/** Whom names may mean: everyone who bears a word of them, in a few queries however many names there are. */

/** Of common first names in a very large network the closest bearers are enough to choose from. */
const MOST_BEARERS = 500;
const TOKENS_AT_ONCE = 40;
/** Far more than bear one whole name. */
const MOST_NAMESAKES = 20;

export interface KnownNames {
  /** Who bears a word of a name, the closest first. */
  bearersOf(name: string): readonly KnownName[];
  /** The same as lists show them. */
  states: ReadonlyMap<string, PersonState>;
}

export async function loadKnownNames(scope: Scope, names: readonly string[]): Promise<KnownNames> {
  const tokens = [...new Set(names.flatMap((name) => foldTokens(name)))].filter((token) => token.length > 1);
  const ids = new Set<string>();
  let isCut = false;
  for (let i = 0; i < tokens.length; i += TOKENS_AT_ONCE) {
    const found = await peopleByExactTokens(scope, tokens.slice(i, i + TOKENS_AT_ONCE), MOST_BEARERS);
    for (const id of found) ids.add(id);
    isCut ||= found.length === MOST_BEARERS;
  }
  // Whoever bears a whole name is found in any case.
  for (const name of isCut ? names : []) {
    const words = foldTokens(name).map((text) => ({ text, whole: true }));
    for (const id of await peopleByWords(scope, words, MOST_NAMESAKES)) ids.add(id);
  }
  return known(scope, [...ids]);
}

/** The same of people who are known by their ids. */
export async function known(scope: Scope, ids: readonly string[]): Promise<KnownNames> {
  const owners = new Set((await findPeople(scope, ids)).filter((row) => row.is_owner === 1).map((row) => row.id));
  const states = (await findStates(scope, ids))
    .filter((state) => !owners.has(state.person_id))
    .sort((a, b) => b.closeness - a.closeness || (a.sort_key < b.sort_key ? -1 : 1));
  const words = await tokensOfPeople(
    scope,
    states.map((state) => state.person_id),
  );
  const people = states.map(
    (state): KnownName => ({
      id: state.person_id,
      name: state.name,
      organisation: state.organisation,
      words: words.get(state.person_id) ?? [],
    }),
  );
  const byWord = new Map<string, KnownName[]>();
  for (const person of people)
    for (const word of new Set(person.words)) byWord.set(word, [...(byWord.get(word) ?? []), person]);
  const order = new Map(people.map((person, i) => [person.id, i]));
  return {
    bearersOf: (name) =>
      [...new Set(foldTokens(name).flatMap((word) => byWord.get(word) ?? []))].sort(
        (a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
      ),
    states: new Map(states.map((state) => [state.person_id, state])),
  };
}
