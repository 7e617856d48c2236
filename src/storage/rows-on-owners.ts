import type { Entity } from './entities.ts';
import type { Scope } from './store.ts';

/**
 * The rows of a table that hang, by one of its columns, on any of the owners; with `except`, those that this step did not
 * add. To be asked for what one wants of them, as `h`.
 */
export function rowsOnOwners(
  { db, networkId }: Scope,
  {
    table,
    column,
    owners,
    except,
  }: { table: Entity; column: string; owners: readonly string[]; except: string | undefined },
) {
  return db
    .selectFrom(`${table as 'fact'} as h`)
    .where('h.network_id', '=', networkId)
    .where(`h.${column as 'person_id'}`, 'in', owners)
    .$if(except !== undefined, (rows) =>
      rows.where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('change as c')
              .select('c.seq')
              .whereRef('c.network_id', '=', 'h.network_id')
              .whereRef('c.entity_id', '=', 'h.id')
              .where('c.step_id', '=', except ?? '')
              .where('c.op', '=', 'insert'),
          ),
        ),
      ),
    );
}
