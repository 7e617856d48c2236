import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly closeness: number;
}

/** People every one of whose given folded tokens begins a token of their name; the closest first. Archived ones too. */
export async function peopleByNameTokens(
  scope: Scope,
  tokens: readonly string[],
  limit: number,
): Promise<NamedPerson[]> {
  const [first] = tokens;
  if (first === undefined) return [];
  // The longest token is the rarest: it finds, the others filter.
  const ordered = [...tokens].sort((a, b) => b.length - a.length);
  let ids: string[] | undefined;
  for (const token of ordered) {
    const found = await idsByToken(scope, token, ids);
    ids = found;
    if (ids.length === 0) return [];
  }
  return closest(scope, ids ?? [], limit);
}

async function idsByToken(scope: Scope, token: string, among: readonly string[] | undefined): Promise<string[]> {
  const query = (slice?: readonly string[]) => {
    let q = scope.db
      .selectFrom('name_token')
      .select('person_id')
      .distinct()
      .where('network_id', '=', scope.networkId)
      .where('token', '>=', token)
      .where('token', '<', `${token}\u{10FFFF}`);
    if (slice) q = q.where('person_id', 'in', slice);
    return q.limit(5_000).execute();
  };
  const rows = among ? await inSlices(among, query) : await query();
  return rows.map((row) => row.person_id);
}

async function closest(scope: Scope, ids: readonly string[], limit: number): Promise<NamedPerson[]> {
  const rows = await inSlices(ids, (slice) =>
    scope.db
      .selectFrom('person_state as s')
      .crossJoin('person as p')
      .whereRef('p.network_id', '=', 's.network_id')
      .whereRef('p.id', '=', 's.person_id')
      .select(['s.person_id as id', 's.name', 's.closeness', 's.sort_key', 's.active'])
      .where('s.network_id', '=', scope.networkId)
      .where('s.person_id', 'in', slice)
      .where('p.is_owner', '=', 0)
      .execute(),
  );
  return rows
    .sort(
      (a, b) =>
        b.active - a.active ||
        b.closeness - a.closeness ||
        (a.sort_key < b.sort_key ? -1 : a.sort_key > b.sort_key ? 1 : a.id < b.id ? -1 : 1),
    )
    .slice(0, limit);
}

/** People of whose names one is exactly this token, the closest first: An must not drown among Andreas and Anna. */
export async function peopleCalled(scope: Scope, token: string, limit: number): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('name_token as n')
    .innerJoin('person_state as s', (join) =>
      join.onRef('s.network_id', '=', 'n.network_id').onRef('s.person_id', '=', 'n.person_id'),
    )
    .select('n.person_id')
    .where('n.network_id', '=', scope.networkId)
    .where('n.token', '=', token)
    .orderBy('s.active', 'desc')
    .orderBy('s.closeness', 'desc')
    .orderBy('s.sort_key')
    .orderBy('s.person_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.person_id);
}

/** The closest people for a prefix of one to three letters, from a table kept in that order. */
export async function peopleByShortPrefix(scope: Scope, prefix: string, limit: number): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('name_prefix')
    .select('person_id')
    .where('network_id', '=', scope.networkId)
    .where('prefix', '=', prefix)
    .orderBy('rank')
    .orderBy('person_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.person_id);
}

/** Name tokens that share threes of letters with a mistyped one, the most shared first. */
export async function similarTokens(scope: Scope, trigrams: readonly string[], limit: number): Promise<string[]> {
  if (trigrams.length === 0) return [];
  const rows = await scope.db
    .selectFrom('token_trigram')
    .select('token')
    .select((eb) => eb.fn.countAll<number>().as('shared'))
    .where('network_id', '=', scope.networkId)
    .where('trigram', 'in', trigrams)
    .groupBy('token')
    .orderBy('shared', 'desc')
    .orderBy('token')
    .limit(limit)
    .execute();
  return rows.map((row) => row.token);
}

/** People with exactly one of these name tokens. */
export async function peopleByExactTokens(scope: Scope, tokens: readonly string[], limit: number): Promise<string[]> {
  if (tokens.length === 0) return [];
  const rows = await scope.db
    .selectFrom('name_token')
    .select('person_id')
    .distinct()
    .where('network_id', '=', scope.networkId)
    .where('token', 'in', tokens)
    .limit(limit)
    .execute();
  return rows.map((row) => row.person_id);
}

/** Everybody with exactly this token, then the closest of those where it only begins one. */
export async function peopleByToken(scope: Scope, token: string, limit: number): Promise<string[]> {
  const exact = await peopleByExactTokens(scope, [token], 1_000);
  const begun = await peopleByNameTokens(scope, [token], limit);
  return [...new Set([...exact, ...begun.map((person) => person.id)])];
}
