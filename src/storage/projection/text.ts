import { foldText } from '../../domain/fold.ts';
import type { TextRow, Value } from '../dialects/dialect.ts';
import { BETWEEN_PARTS } from '../dialects/words.ts';
import { ENTITIES, type Entity } from '../entities.ts';
import type { Scope } from '../store.ts';

/** Indexes the words of changed rows, or takes them out when the row is gone. */
export async function indexText(scope: Scope, changed: ReadonlyMap<string, Entity>): Promise<void> {
  const { text } = scope;
  for (const [entity, entries] of Map.groupBy(changed, ([, name]) => name)) {
    const ids = entries.map(([id]) => id);
    for (let i = 0; i < ids.length; i += 200) {
      const slice = ids.slice(i, i + 200);
      const rows = await rowsOf(scope, entity, slice);
      const present = new Set(rows.map((row) => row.id));
      await text.remove(
        scope.db,
        scope.networkId,
        slice.filter((id) => !present.has(id)),
      );
      await text.put(scope.db, rows);
    }
  }
}

async function rowsOf(scope: Scope, entity: Entity, ids: readonly string[]): Promise<TextRow[]> {
  const rows = (await scope.db
    .selectFrom(entity as 'fact')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('id', 'in', ids)
    .execute()) as unknown as Record<string, Value>[];
  const columns = ENTITIES[entity].text ?? [];
  const people = entity === 'touch' ? await firstPeople(scope, ids) : undefined;
  return rows.map((row) => ({
    networkId: scope.networkId,
    entity,
    id: String(row.id),
    personId: people ? (people.get(String(row.id)) ?? null) : String(row.person_id),
    folded: foldText(columns.map((column) => row[column] ?? '').join(BETWEEN_PARTS)),
  }));
}

/** A touch is found under one of its people. */
async function firstPeople(scope: Scope, touchIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await scope.db
    .selectFrom('touch_person')
    .select(['touch_id', 'person_id'])
    .where('network_id', '=', scope.networkId)
    .where('touch_id', 'in', touchIds)
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.touch_id, row.person_id]));
}
