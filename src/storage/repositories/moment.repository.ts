import type { MomentTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

export async function momentsOf(scope: Scope, personIds: readonly string[]): Promise<MomentTable[]> {
  return inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('moment')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .orderBy('date', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  );
}

/** What was heard of since a day: of each only when it was and what kind of thing. */
export async function momentsSince(
  { db, networkId }: Scope,
  day: string,
): Promise<Pick<MomentTable, 'id' | 'person_id' | 'kind' | 'date' | 'noticed_on' | 'source'>[]> {
  return db
    .selectFrom('moment')
    .select(['id', 'person_id', 'kind', 'date', 'noticed_on', 'source'])
    .where('network_id', '=', networkId)
    .where('noticed_on', '>=', day)
    .execute();
}

/** What a step of these days found in files and did not take back. */
export async function momentsFoundBy(
  { db, networkId }: Scope,
  stepId: string,
  { since }: { since: string },
): Promise<Pick<MomentTable, 'id' | 'kind' | 'text' | 'was'>[]> {
  const first = db
    .selectFrom('change')
    .select((eb) => eb.fn.min('seq').as('seq'))
    .where('network_id', '=', networkId)
    .where('step_id', '=', stepId);
  return db
    .selectFrom('moment')
    .select(['id', 'kind', 'text', 'was'])
    .where('network_id', '=', networkId)
    .where('noticed_on', '>=', since)
    .where('source', 'is not', null)
    .where('rev', '>=', first)
    .execute();
}

/** Who works now where the name begins with a word, folded; by the whole name of it. */
export async function workingAt(
  { db, networkId }: Scope,
  word: string,
): Promise<{ person_id: string; organisation: string | null }[]> {
  return db
    .selectFrom('person_state')
    .select(['person_id', 'organisation'])
    .where('network_id', '=', networkId)
    .where('active', '=', 1)
    .where((eb) =>
      eb.or(
        [word, `the ${word}`].map((first) =>
          eb.and([eb('organisation_key', '>=', first), eb('organisation_key', '<', `${first}\u{10ffff}`)]),
        ),
      ),
    )
    .orderBy('person_id')
    .execute();
}
