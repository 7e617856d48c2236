import { ENTITIES, ENTITY_NAMES, type Entity } from './entities.ts';
import type { Scope } from './store.ts';

/** What the feed promises and can be checked: no gap up to the network's seq, and every row's revision in it. */
export async function feedProblems(scope: Scope): Promise<{ problems: string[] }> {
  const { db, networkId } = scope;
  const network = await db.selectFrom('network').select('seq').where('id', '=', networkId).executeTakeFirst();
  const feed = await db
    .selectFrom('change')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('seq').as('last')])
    .where('network_id', '=', networkId)
    .executeTakeFirstOrThrow();
  const problems: string[] = [];
  const [seq, last, count] = [network?.seq ?? 0, Number(feed.last ?? 0), Number(feed.count)];
  if (last !== seq) problems.push(`The feed ends at ${last}, the network says ${seq}.`);
  if (count !== last) problems.push(`The feed has ${count} changes up to ${last}: some are missing.`);
  for (const entity of ENTITY_NAMES) problems.push(...(await danglingProblems(scope, entity)));
  return { problems };
}

/** Rows whose person, touch, circle or source is gone. */
async function danglingProblems(scope: Scope, entity: Entity): Promise<string[]> {
  const problems: string[] = [];
  const { dependents = [], attendants = [] } = ENTITIES[entity];
  for (const [dependent, column] of [...dependents, ...attendants]) {
    const row = await scope.db
      .selectFrom(`${dependent as 'fact'} as d`)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('d.network_id', '=', scope.networkId)
      .where(`d.${column as 'person_id'}`, 'is not', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom(`${entity as 'person'} as o`)
              .select('o.id')
              .whereRef('o.network_id', '=', 'd.network_id')
              .whereRef('o.id', '=', `d.${column as 'person_id'}`),
          ),
        ),
      )
      .executeTakeFirstOrThrow();
    if (Number(row.count) > 0) problems.push(`${row.count} rows of ${dependent} belong to a ${entity} that is gone.`);
  }
  return problems;
}
