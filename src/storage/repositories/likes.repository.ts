import type { FactTable, PersonStateTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { isOf, type Whose } from './person.repository.ts';

/** What is known of some people that says what they would value. */

export async function rolesAndTags(
  { db, networkId }: Scope,
  whose: Whose,
): Promise<Pick<PersonStateTable, 'person_id' | 'headline' | 'tags'>[]> {
  return db
    .selectFrom('person_state')
    .select(['person_id', 'headline', 'tags'])
    .where('network_id', '=', networkId)
    .where(isOf('person_id', whose))
    .where('active', '=', 1)
    .execute();
}

export async function factsOfKinds(
  { db, networkId }: Scope,
  whose: Whose,
  { kinds, today }: { kinds: readonly string[]; today: string },
): Promise<Pick<FactTable, 'id' | 'person_id' | 'kind' | 'text' | 'private'>[]> {
  return db
    .selectFrom('fact')
    .select(['id', 'person_id', 'kind', 'text', 'private'])
    .where('network_id', '=', networkId)
    .where(isOf('person_id', whose))
    .where('kind', 'in', kinds)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .orderBy('learned_on', 'desc')
    .orderBy('id')
    .execute();
}

/** What people made of what they got. */
export async function reactionsOf(
  { db, networkId }: Scope,
  whose: Whose,
): Promise<{ person_id: string; id: string; title: string; topics: string; reaction: string }[]> {
  const rows = await db
    .selectFrom('share as s')
    .innerJoin('resource as r', (join) =>
      join.onRef('r.network_id', '=', 's.network_id').onRef('r.id', '=', 's.resource_id'),
    )
    .select(['s.person_id', 'r.id', 'r.title', 'r.topics', 's.reaction'])
    .where('s.network_id', '=', networkId)
    .where(isOf('s.person_id', whose))
    .where('s.reaction', 'is not', null)
    .orderBy('s.id')
    .execute();
  return rows.map(({ reaction, ...row }) => ({ ...row, reaction: reaction ?? '' }));
}
