import type { ExpressionBuilder } from 'kysely';
import { keysOneSlipAway, threesOf } from '../projection/token-keys.ts';
import type { Schema } from '../schema.ts';
import type { Scope } from '../store.ts';
import { findStates, inSlices } from './person.repository.ts';

/** A folded word that a name has to hold: as it is, or as the beginning of one. */
export interface WantedWord {
  readonly text: string;
  readonly whole: boolean;
}

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** As many letters as beginnings are kept of in a table of their own. */
const SHORT = 3;

/**
 * People whose names hold every word, the closest first, archived ones last. The longest word is the rarest: it finds, the
 * others filter; a beginning of up to three letters is read in the order of closeness and no further than needed.
 */
export async function peopleByWords(scope: Scope, words: readonly WantedWord[], limit: number): Promise<string[]> {
  const [first, ...others] = [...words].sort(
    (a, b) => b.text.length - a.text.length || Number(b.whole) - Number(a.whole),
  );
  if (first === undefined) return [];
  const { networkId } = scope;
  if (isShort(first)) {
    let query = scope.db
      .selectFrom('name_prefix as d')
      .select('d.person_id')
      .where('d.network_id', '=', networkId)
      .where('d.prefix', '=', first.text);
    for (const word of others) query = query.where((eb) => holds(eb, networkId, word));
    return ids(await query.orderBy('d.rank').orderBy('d.person_id').limit(limit).execute());
  }
  let query = scope.db.selectFrom('name_token as d').select('d.person_id').where('d.network_id', '=', networkId);
  query = first.whole
    ? query.where('d.token', '=', first.text)
    : query.where('d.token', '>=', first.text).where('d.token', '<', after(first.text)).distinct().select('d.rank');
  for (const word of others) query = query.where((eb) => holds(eb, networkId, word));
  return ids(await query.orderBy('d.rank').orderBy('d.person_id').limit(limit).execute());
}

const isShort = ({ text, whole }: WantedWord) => !whole && [...text].length <= SHORT;

/** Behind all words that begin with this one. */
const after = (text: string) => `${text}\u{10FFFF}`;

const ids = (rows: readonly { person_id: string }[]) => rows.map((row) => row.person_id);

/** Whether the person of the row `d` bears this word, too. */
function holds(
  eb: ExpressionBuilder<Schema & { d: Schema['name_token'] | Schema['name_prefix'] }, 'd'>,
  networkId: string,
  word: WantedWord,
) {
  if (isShort(word))
    return eb.exists(
      eb
        .selectFrom('name_prefix as x')
        .select('x.person_id')
        .where('x.network_id', '=', networkId)
        .where('x.prefix', '=', word.text)
        .whereRef('x.rank', '=', 'd.rank')
        .whereRef('x.person_id', '=', 'd.person_id'),
    );
  const tokens = eb
    .selectFrom('name_token as x')
    .select('x.person_id')
    .where('x.network_id', '=', networkId)
    .whereRef('x.person_id', '=', 'd.person_id');
  return eb.exists(
    word.whole
      ? tokens.where('x.token', '=', word.text).whereRef('x.rank', '=', 'd.rank')
      : tokens.where('x.token', '>=', word.text).where('x.token', '<', after(word.text)),
  );
}

/** People every one of whose given folded tokens begins a token of their name; the closest first. Archived ones too. */
export async function peopleByNameTokens(
  scope: Scope,
  tokens: readonly string[],
  limit: number,
): Promise<NamedPerson[]> {
  const found = await peopleByWords(
    scope,
    tokens.map((text) => ({ text, whole: false })),
    limit,
  );
  const states = new Map((await findStates(scope, found)).map((state) => [state.person_id, state.name]));
  return found.flatMap((id) => {
    const name = states.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
}

/** Words of names that may be a mistyped one: those one slip away, and for a long word those that share most threes of letters. */
export async function similarTokens(scope: Scope, word: string, slips: number): Promise<string[]> {
  const near = await scope.db
    .selectFrom('token_key')
    .select('token')
    .distinct()
    .where('network_id', '=', scope.networkId)
    .where('key', 'in', keysOneSlipAway(word))
    .limit(MOST_SIMILAR * 5)
    .execute();
  if (slips < 2) return near.map((row) => row.token);
  const threes = threesOf(word);
  const far = await scope.db
    .selectFrom('token_key')
    .select('token')
    .select((eb) => eb.fn.countAll<number>().as('shared'))
    .where('network_id', '=', scope.networkId)
    .where('key', 'in', threes)
    .groupBy('token')
    .having((eb) => eb.fn.countAll(), '>=', Math.max(2, threes.length - THREES_LOST_BY_TWO_SLIPS))
    .orderBy('shared', 'desc')
    .orderBy('token')
    .limit(MOST_SIMILAR)
    .execute();
  return [...new Set([...near, ...far].map((row) => row.token))];
}

const MOST_SIMILAR = 60;
/** A swap takes four of them with it. */
const THREES_LOST_BY_TWO_SLIPS = 8;

/** People with exactly one of these name tokens, the closest first. */
export async function peopleByExactTokens(scope: Scope, tokens: readonly string[], limit: number): Promise<string[]> {
  return (await bearersOf(scope, tokens, limit)).map(({ personId }) => personId);
}

/** Who bears which of these tokens, the closest first. */
export async function bearersOf(
  scope: Scope,
  tokens: readonly string[],
  limit: number,
): Promise<{ token: string; personId: string }[]> {
  if (tokens.length === 0) return [];
  const rows = await scope.db
    .selectFrom('name_token')
    .select(['token', 'person_id'])
    .where('network_id', '=', scope.networkId)
    .where('token', 'in', tokens)
    .orderBy('rank')
    .orderBy('person_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ token: row.token, personId: row.person_id }));
}

/** All words of these people's names. */
export async function tokensOfPeople(scope: Scope, personIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await inSlices(personIds, (slice) =>
    scope.db
      .selectFrom('name_token')
      .select(['person_id', 'token'])
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', slice)
      .execute(),
  );
  return new Map(
    [...Map.groupBy(rows, (row) => row.person_id)].map(([id, mine]) => [id, mine.map((row) => row.token)]),
  );
}

/** Everybody with exactly this token, then the closest of those where it only begins one. */
export async function peopleByToken(scope: Scope, token: string, limit: number): Promise<string[]> {
  const exact = await peopleByExactTokens(scope, [token], 1_000);
  const begun = await peopleByWords(scope, [{ text: token, whole: false }], limit);
  return [...new Set([...exact, ...begun])];
}
