import type { NotSameTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { findByIdentity, inSlices } from './person.repository.ts';

/** Evidence that two people may be one: a value that both have. */
export interface SharedIdentity {
  readonly kind: string;
  readonly value: string;
  readonly ids: readonly string[];
}

/** A value shared by more people than this is an office or a common name, no evidence. */
const MOST_SHARED = 6;

/** Every identity that a few people share. */
export async function sharedIdentities(scope: Scope): Promise<SharedIdentity[]> {
  const shared = scope.db
    .selectFrom('identity')
    .select(['kind', 'value'])
    .where('network_id', '=', scope.networkId)
    .groupBy(['kind', 'value'])
    .having((eb) => eb.between(eb.fn.countAll<number>(), 2, MOST_SHARED));
  const rows = await scope.db
    .selectFrom('identity as i')
    .innerJoin(shared.as('s'), (join) => join.onRef('s.kind', '=', 'i.kind').onRef('s.value', '=', 'i.value'))
    .select(['i.kind', 'i.value', 'i.person_id'])
    .where('i.network_id', '=', scope.networkId)
    .orderBy('i.kind')
    .orderBy('i.value')
    .orderBy('i.person_id')
    .execute();
  return grouped(rows);
}

/** With more people than this it is cheaper to look at everything that is shared. */
const FEW = 400;

/** Identities that these people share with anyone. */
export async function identitiesSharedWith(scope: Scope, personIds: readonly string[]): Promise<SharedIdentity[]> {
  if (personIds.length > FEW) {
    const wanted = new Set(personIds);
    return (await sharedIdentities(scope)).filter((shared) => shared.ids.some((id) => wanted.has(id)));
  }
  const mine = await inSlices(personIds, (slice) =>
    scope.db
      .selectFrom('identity')
      .select(['kind', 'value'])
      .distinct()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', slice)
      .execute(),
  );
  const rows = (await findByIdentity(scope, mine)).map(({ kind, value, personId }) => ({
    kind,
    value,
    person_id: personId,
  }));
  return grouped(rows).filter((shared) => shared.ids.length >= 2 && shared.ids.length <= MOST_SHARED);
}

function grouped(rows: readonly { kind: string; value: string; person_id: string }[]): SharedIdentity[] {
  const groups = Map.groupBy(rows, (row) => `${row.kind} ${row.value}`);
  return [...groups.values()].map((group) => ({
    kind: group[0]?.kind ?? '',
    value: group[0]?.value ?? '',
    ids: [...new Set(group.map((row) => row.person_id))].sort(),
  }));
}

/** Pairs that were said not to be the same, as `a b` with a < b. */
export async function notSamePairs(scope: Scope, personIds?: readonly string[]): Promise<Set<string>> {
  const query = (ids?: readonly string[]) => {
    let q = scope.db.selectFrom('not_same').select(['a_id', 'b_id']).where('network_id', '=', scope.networkId);
    if (ids) q = q.where((eb) => eb.or([eb('a_id', 'in', ids), eb('b_id', 'in', ids)]));
    return q.execute();
  };
  const rows = personIds ? await inSlices(personIds, query) : await query();
  return new Set(rows.map((row) => `${row.a_id} ${row.b_id}`));
}

/** What was said of one person not being another. */
export async function notSameRows(scope: Scope, personId: string): Promise<NotSameTable[]> {
  return scope.db
    .selectFrom('not_same')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where((eb) => eb.or([eb('a_id', '=', personId), eb('b_id', '=', personId)]))
    .execute();
}

/** People a step made or changed. */
export async function peopleOfStep(scope: Scope, stepId: string, limit: number): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('change')
    .select('person_id')
    .distinct()
    .where('network_id', '=', scope.networkId)
    .where('step_id', '=', stepId)
    .where('entity', '=', 'person')
    .where('person_id', 'is not', null)
    .limit(limit)
    .execute();
  return rows.flatMap((row) => row.person_id ?? []);
}
