import { ENTITIES, type Entity, type Row } from './entities.ts';
import { type ChangeRow, findRows, type Writer } from './feed.ts';
import { rowsOnOwners } from './rows-on-owners.ts';

/**
 * Takes back additions of one kind, together: those whose row is still as it was added, on which nothing hangs, and which
 * are no part of something that stays. That is almost everything an import did, and asking for each row alone makes taking
 * back a large one take longer than the import. Answers the changes it took back; each of the others wants a closer look.
 */
export async function takeBackAdditions(
  writer: Writer,
  entity: Entity,
  changes: readonly ChangeRow[],
): Promise<ReadonlySet<ChangeRow>> {
  const rows = await findRows(
    writer,
    entity,
    changes.map((change) => change.entity_id),
  );
  const asAdded = changes.filter((change) => rows.get(change.entity_id)?.rev === change.seq);
  if (asAdded.length === 0) return new Set();
  const { dependents = [], attendants = [] } = ENTITIES[entity];
  const held = new Set<string>();
  for (const [table, column] of [...dependents, ...attendants]) {
    const ids = asAdded.map((change) => change.entity_id);
    for (const id of await hungOn(writer, { table, column, ids })) held.add(id);
  }
  const whole = await wholesThatMayStay(writer, entity, { changes: asAdded, rows });
  const free = asAdded.filter(
    (change) => !held.has(change.entity_id) && !whole.has(wholeOf(entity, rows.get(change.entity_id))),
  );
  await writer.remove(
    entity,
    free.map((change) => change.entity_id),
  );
  return new Set(free);
}

/** Those of the ids on which rows of the table hang; with `except`, rows that this step did not add. */
async function hungOn(
  writer: Writer,
  { table, column, ids, except }: { table: Entity; column: string; ids: readonly string[]; except?: string },
): Promise<string[]> {
  const rows = await rowsOnOwners(writer, { table, column, owners: ids, except })
    .select(`h.${column as 'person_id'} as id`)
    .distinct()
    .execute();
  return rows.map((row) => row.id);
}

/** What the row is a part of; empty when of nothing. */
function wholeOf(entity: Entity, row: Row<Entity> | undefined): string {
  const [, column] = ENTITIES[entity].partOf ?? [];
  return column === undefined ? '' : String((row as unknown as Record<string, unknown> | undefined)?.[column] ?? '');
}

/** Of the rows these are parts of: those the same step added, and which were changed since or hold something of others. */
async function wholesThatMayStay(
  writer: Writer,
  entity: Entity,
  { changes, rows }: { changes: readonly ChangeRow[]; rows: ReadonlyMap<string, Row<Entity>> },
): Promise<ReadonlySet<string>> {
  const [whole] = ENTITIES[entity].partOf ?? [];
  const stepId = changes[0]?.step_id;
  if (whole === undefined || stepId === undefined) return new Set();
  const ids = [...new Set(changes.map((change) => wholeOf(entity, rows.get(change.entity_id))))];
  const added = await writer.db
    .selectFrom('change')
    .select(['entity_id', 'seq'])
    .where('network_id', '=', writer.networkId)
    .where('entity_id', 'in', ids)
    .where('step_id', '=', stepId)
    .where('op', '=', 'insert')
    .execute();
  if (added.length === 0) return new Set();
  const present = await findRows(writer, whole, ids);
  const stays = new Set(
    added.filter(({ entity_id, seq }) => present.get(entity_id)?.rev !== seq).map(({ entity_id }) => entity_id),
  );
  const addedIds = added.map(({ entity_id }) => entity_id);
  for (const [table, column] of ENTITIES[whole].dependents ?? [])
    for (const id of await hungOn(writer, { table, column, ids: addedIds, except: stepId })) stays.add(id);
  return stays;
}
