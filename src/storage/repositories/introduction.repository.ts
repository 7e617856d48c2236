import type { FactKind } from '../../domain/words.ts';
import type { IntroductionTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { inSlices, isOf, type Whose } from './person.repository.ts';

/** Introductions these people are in, either of the two, the newest first. */
export async function introductionsOf(scope: Scope, personIds: readonly string[]): Promise<IntroductionTable[]> {
  const rows = await inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('introduction')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where((eb) => eb.or([eb('first_id', 'in', ids), eb('second_id', 'in', ids)]))
      .execute(),
  );
  return newestFirst([...new Map(rows.map((row) => [row.id, row])).values()]);
}

export async function allIntroductions({ db, networkId }: Scope): Promise<IntroductionTable[]> {
  return newestFirst(await db.selectFrom('introduction').selectAll().where('network_id', '=', networkId).execute());
}

/** Ids are made in the order of time. */
function newestFirst(rows: IntroductionTable[]): IntroductionTable[] {
  return rows.sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** Those about which something is still to be done: not declined, let go of, or known how they went. */
export async function introductionsUnderWay({ db, networkId }: Scope): Promise<IntroductionTable[]> {
  return db
    .selectFrom('introduction')
    .selectAll()
    .where('network_id', '=', networkId)
    .where('declined_on', 'is', null)
    .where('dismissed_on', 'is', null)
    .where('outcome_on', 'is', null)
    .where('first_asked_on', 'is not', null)
    .orderBy('id')
    .execute();
}

/** Those of these people who may be introduced, by what their card says. */
export async function introducibleStates({ db, networkId }: Scope, whose: Whose) {
  return db
    .selectFrom('person_state')
    .select(['person_id', 'name', 'closeness', 'headline', 'organisation', 'organisation_key', 'city_key', 'place'])
    .where('network_id', '=', networkId)
    .where(isOf('person_id', whose))
    .where('active', '=', 1)
    .execute();
}

/** What these people said that is not private and still holds, of these kinds. */
export async function factsTold(
  { db, networkId }: Scope,
  whose: Whose,
  { kinds, today }: { kinds: readonly FactKind[]; today: string },
) {
  return db
    .selectFrom('fact')
    .select(['id', 'person_id', 'kind', 'text'])
    .where('network_id', '=', networkId)
    .where(isOf('person_id', whose))
    .where('kind', 'in', kinds)
    .where('private', '=', 0)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .orderBy('id', 'desc')
    .execute();
}

/** Who of these people is tied to whom, whatever the tie. */
export async function tiedPairs(scope: Scope, personIds: readonly string[]): Promise<[string, string][]> {
  const rows = await inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('tie')
      .select(['person_id', 'other_id'])
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .where('other_id', 'is not', null)
      .execute(),
  );
  return rows.flatMap((row): [string, string][] => (row.other_id === null ? [] : [[row.person_id, row.other_id]]));
}

/**
 * Who of these few hundred people took part in the same: a conversation, a meal, an event. Mail to many is no acquaintance.
 * Joined in the order of `touch.repository.ts`.
 */
export async function metPairs({ db, networkId }: Scope, personIds: readonly string[]): Promise<[string, string][]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectFrom('touch_person as a')
    .crossJoin('touch_person as b')
    .crossJoin('touch as t')
    .whereRef('b.network_id', '=', 'a.network_id')
    .whereRef('b.touch_id', '=', 'a.touch_id')
    .whereRef('t.network_id', '=', 'a.network_id')
    .whereRef('t.id', '=', 'a.touch_id')
    .select(['a.person_id as one', 'b.person_id as other'])
    .distinct()
    .where('a.network_id', '=', networkId)
    .where('a.person_id', 'in', personIds)
    .where('b.person_id', 'in', personIds)
    .whereRef('a.person_id', '<', 'b.person_id')
    .where((eb) => eb.or([eb('t.personal', '=', 1), eb('t.channel', 'in', ['in-person', 'event', 'video'])]))
    .execute();
  return rows.map(({ one, other }): [string, string] => [one, other]);
}
