import type { FactTable, PersonStateTable } from '../schema.ts';
import type { Scope } from '../store.ts';

/** What is known of people that says what they would value: of everyone who is kept up with, or of some. */

export async function rolesAndTags(
  { db, networkId }: Scope,
  ids?: readonly string[],
): Promise<Pick<PersonStateTable, 'person_id' | 'headline' | 'tags'>[]> {
  const query = db
    .selectFrom('person_state')
    .select(['person_id', 'headline', 'tags'])
    .where('network_id', '=', networkId)
    .where('active', '=', 1);
  return (ids === undefined ? query : query.where('person_id', 'in', ids)).orderBy('person_id').execute();
}

export async function factsOfKinds(
  { db, networkId }: Scope,
  kinds: readonly string[],
  ids?: readonly string[],
): Promise<Pick<FactTable, 'id' | 'person_id' | 'kind' | 'text' | 'private' | 'until'>[]> {
  const query = db
    .selectFrom('fact')
    .select(['id', 'person_id', 'kind', 'text', 'private', 'until'])
    .where('network_id', '=', networkId)
    .where('kind', 'in', kinds);
  return (ids === undefined ? query : query.where('person_id', 'in', ids))
    .orderBy('learned_on', 'desc')
    .orderBy('id')
    .execute();
}

/** What people made of what they got. */
export async function reactionsOf(
  { db, networkId }: Scope,
  ids?: readonly string[],
): Promise<{ person_id: string; id: string; title: string; topics: string; reaction: string }[]> {
  const query = db
    .selectFrom('share as s')
    .innerJoin('resource as r', (join) =>
      join.onRef('r.network_id', '=', 's.network_id').onRef('r.id', '=', 's.resource_id'),
    )
    .select(['s.person_id', 'r.id', 'r.title', 'r.topics', 's.reaction'])
    .where('s.network_id', '=', networkId)
    .where('s.reaction', 'is not', null);
  const rows = await (ids === undefined ? query : query.where('s.person_id', 'in', ids)).orderBy('s.id').execute();
  return rows.map(({ reaction, ...row }) => ({ ...row, reaction: reaction ?? '' }));
}
