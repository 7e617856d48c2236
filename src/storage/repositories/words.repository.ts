import type { WordingTable, WritingTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

/** The owner's own words, in the order they were set. */
export async function wordingsIn({ db, networkId }: Scope): Promise<WordingTable[]> {
  return db.selectFrom('wording').selectAll().where('network_id', '=', networkId).orderBy('id').execute();
}

/** The latest messages of which a greeting or a close is known, the newest first. */
export async function latestWritings({ db, networkId }: Scope, most: number): Promise<WritingTable[]> {
  return db
    .selectFrom('writing')
    .selectAll()
    .where('network_id', '=', networkId)
    .where((eb) => eb.or([eb('greeting', 'is not', null), eb('sign_off', 'is not', null)]))
    .orderBy('date', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

/** What is kept of what was written to people, the newest first. */
export async function writingsOf(scope: Scope, personIds: readonly string[]): Promise<WritingTable[]> {
  return inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('writing')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .orderBy('date', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  );
}

/** The keys of every line ever said to these people, by person. */
export async function saidTo(
  scope: Scope,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('writing')
      .select(['person_id', 'lines'])
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .execute(),
  );
  const said = new Map<string, Set<string>>();
  for (const { person_id, lines } of rows) {
    const keys = said.get(person_id) ?? new Set<string>();
    for (const key of JSON.parse(lines) as string[]) keys.add(key);
    said.set(person_id, keys);
  }
  return said;
}

/** Whom cards may go to, the closest first: people in a circle, or everybody whose birthday is in a month. */
export async function peopleForCards(
  { db, networkId }: Scope,
  { circleId, month, most }: { circleId: string | undefined; month: number | undefined; most: number },
): Promise<string[]> {
  let query = db
    .selectFrom('person_state as s')
    .select('s.person_id')
    .where('s.network_id', '=', networkId)
    .where('s.active', '=', 1);
  if (month !== undefined)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('occasion as o')
          .select('o.person_id')
          .where('o.network_id', '=', networkId)
          .whereRef('o.person_id', '=', 's.person_id')
          .where('o.kind', '=', 'birth')
          .where('o.month', '=', month),
      ),
    );
  if (circleId !== undefined || month === undefined)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('circle_member as m')
          .select('m.person_id')
          .where('m.network_id', '=', networkId)
          .whereRef('m.person_id', '=', 's.person_id')
          .$if(circleId !== undefined, (qb) => qb.where('m.circle_id', '=', circleId ?? '')),
      ),
    );
  const rows = await query.orderBy('s.closeness', 'desc').orderBy('s.person_id').limit(most).execute();
  return rows.map(({ person_id }) => person_id);
}

/** The latest card of the owner's to each of these people since a day. */
export async function cardsSince(
  scope: Scope,
  personIds: readonly string[],
  since: string,
): Promise<ReadonlyMap<string, { readonly touchId: string; readonly date: string }>> {
  const rows = await inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('touch_person as p')
      .innerJoin('touch as t', (join) =>
        join.onRef('t.network_id', '=', 'p.network_id').onRef('t.id', '=', 'p.touch_id'),
      )
      .select(['p.person_id', 't.id', 't.date'])
      .where('p.network_id', '=', scope.networkId)
      .where('p.person_id', 'in', ids)
      .where('t.channel', '=', 'card')
      .where('t.direction', '=', 'mine')
      .where('t.plan', '=', 0)
      .where('t.date', '>=', since)
      .orderBy('t.date')
      .orderBy('t.id')
      .execute(),
  );
  return new Map(rows.map((row) => [row.person_id, { touchId: row.id, date: row.date }]));
}
