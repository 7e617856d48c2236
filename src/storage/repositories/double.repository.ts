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

const IDENTITIES_AT_ONCE = 1_000;

/** Every identity that a few people share. Read in the order of the table, a page at a time: there may be hundreds of thousands. */
export async function sharedIdentities(scope: Scope): Promise<SharedIdentity[]> {
  const shared: SharedIdentity[] = [];
  let group: { kind: string; value: string; ids: string[] } | undefined;
  const close = () => {
    if (group && group.ids.length >= 2 && group.ids.length <= MOST_SHARED) shared.push(group);
  };
  for await (const { kind, value, person_id } of identitiesInOrder(scope)) {
    if (group?.kind === kind && group.value === value) {
      group.ids.push(person_id);
      continue;
    }
    close();
    group = { kind, value, ids: [person_id] };
  }
  close();
  return shared;
}

async function* identitiesInOrder(scope: Scope): AsyncGenerator<{ kind: string; value: string; person_id: string }> {
  let after = { kind: '', value: '', person_id: '' };
  for (;;) {
    const { kind, value, person_id } = after;
    const rows = await scope.db
      .selectFrom('identity')
      .select(['kind', 'value', 'person_id'])
      .where('network_id', '=', scope.networkId)
      .where((eb) => eb(eb.refTuple('kind', 'value', 'person_id'), '>', eb.tuple(kind, value, person_id)))
      .orderBy('kind')
      .orderBy('value')
      .orderBy('person_id')
      .limit(IDENTITIES_AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    after = last;
    yield* rows;
  }
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

const CHANGES_AT_ONCE = 2_000;

/** People a step made or changed, in the order of the changes. */
export async function peopleOfStep(scope: Scope, stepId: string, limit: number): Promise<string[]> {
  const people = new Set<string>();
  for (let after = 0; people.size < limit; ) {
    const rows = await scope.db
      .selectFrom('change')
      .select(['seq', 'entity', 'person_id'])
      .where('network_id', '=', scope.networkId)
      .where('step_id', '=', stepId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(CHANGES_AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (!last) break;
    after = last.seq;
    for (const { entity, person_id } of rows) if (entity === 'person' && person_id !== null) people.add(person_id);
  }
  return [...people].slice(0, limit);
}
