import type { Value } from './dialects/dialect.ts';
import { ENTITIES, type Entity, type NewRow, ownersOf, type Patch, type Row } from './entities.ts';
import { type ChangeRow, findRow, type Writer } from './feed.ts';
import { rowsOnOwners } from './rows-on-owners.ts';
import type { Scope } from './store.ts';
import { takeBackAdditions } from './take-back-additions.ts';

/** What an undo could not put back, because it was changed since. */
export interface Left {
  readonly entity: Entity;
  readonly id: string;
  readonly personId: string | null;
  readonly reason: string;
}

type Cells = Record<string, Value>;
type Present = Cells & { readonly id: string; readonly rev: number };

/** The changes of a step, newest first, below `before`. */
export async function changesOfStep(
  scope: Scope,
  stepId: string,
  page: { before: number; limit: number },
): Promise<ChangeRow[]> {
  return scope.db
    .selectFrom('change')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('step_id', '=', stepId)
    .where('seq', '<', page.before)
    .orderBy('seq', 'desc')
    .limit(page.limit)
    .execute();
}

/**
 * Takes back changes, which must come newest first. A field is restored if it still holds what the change wrote; a row
 * that was added goes if it is still as it was added and nothing else hangs on it; the rest is left and returned.
 */
export async function takeBack(
  writer: Writer,
  changes: readonly ChangeRow[],
): Promise<{ restored: number; left: Left[] }> {
  const left: Left[] = [];
  let restored = 0;
  for (const run of runsOf(changes)) {
    const [first] = run;
    const taken =
      first?.op === 'insert' ? await takeBackAdditions(writer, first.entity as Entity, run) : new Set<ChangeRow>();
    for (const change of run) {
      const reason = taken.has(change) ? null : await takeBackOne(writer, change);
      if (reason === null) restored += 1;
      else left.push({ entity: change.entity as Entity, id: change.entity_id, personId: change.person_id, reason });
    }
  }
  return { restored, left };
}

/** Changes of one kind that follow one another, and no row twice: their order among themselves does not matter. */
function runsOf(changes: readonly ChangeRow[]): ChangeRow[][] {
  const runs: ChangeRow[][] = [];
  for (const change of changes) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    if (run && change.op === 'insert' && first?.op === 'insert' && first.entity === change.entity) run.push(change);
    else runs.push([change]);
  }
  return runs;
}

async function takeBackOne(writer: Writer, change: ChangeRow): Promise<string | null> {
  const entity = change.entity as Entity;
  const row = await findRow(writer, entity, change.entity_id);
  if (change.op === 'insert') return row ? takeBackInsert(writer, entity, row, change) : null;
  if (change.op === 'delete')
    return row ? null : takeBackDelete(writer, entity, JSON.parse(change.before ?? '{}') as Cells);
  if (!row) return 'deleted since';
  return takeBackUpdate(
    writer,
    entity,
    row,
    JSON.parse(change.before ?? '{}') as Cells,
    JSON.parse(change.after ?? '{}') as Cells,
  );
}

async function takeBackInsert(
  writer: Writer,
  entity: Entity,
  row: Row<Entity>,
  change: ChangeRow,
): Promise<string | null> {
  const present = row as unknown as Present;
  if (await isChanged(writer, entity, present, { since: change.seq })) return 'changed since it was added';
  const hanging = await hangingOn(writer, entity, present.id);
  const { dependents = [], attendants = [], partOf: [whole, column] = [] } = ENTITIES[entity];
  const dependent = dependents.find(([name]) => hanging.has(name));
  if (dependent) return reasonOf(dependent[0]);
  if (whole && column && (await staysAfter(writer, whole, { id: String(present[column]), stepId: change.step_id })))
    return `part of a ${whole} that stays`;
  for (const [attendant, by] of attendants)
    if (hanging.has(attendant)) await writer.remove(attendant, await idsWhere(writer, attendant, { [by]: present.id }));
  await writer.remove(entity, [present.id]);
  return null;
}

/** Whether a row is another than right after a change, but for what some steps did. */
async function isChanged(
  writer: Writer,
  entity: Entity,
  present: Present,
  { since, except = [] }: { since: number; except?: readonly string[] },
): Promise<boolean> {
  if (present.rev === since) return false;
  const then = await rowAt(writer, entity, present, { seq: since, except });
  return ENTITIES[entity].columns.some((column) => present[column] !== then[column]);
}

/** The tables of which rows hang on this one; with `except`, rows that this step did not add. One query, since an undo asks for each row. */
async function hangingOn(writer: Writer, entity: Entity, id: string, except?: string): Promise<Set<Entity>> {
  const { dependents = [], attendants = [] } = ENTITIES[entity];
  const links = [...dependents, ...attendants];
  if (links.length === 0) return new Set();
  const found = await writer.db
    .selectNoFrom((eb) =>
      links.map(([table, column], i) => {
        const rows = rowsOnOwners(writer, { table, column, owners: [id], except }).select('h.id');
        return eb.case().when(eb.exists(rows)).then(1).else(0).end().as(`link${i}`);
      }),
    )
    .executeTakeFirstOrThrow();
  return new Set(links.filter((_, i) => found[`link${i}`] === 1).map(([table]) => table));
}

/** Whether a row that the step added will be left when the step is taken back. What the step itself changed later goes too. */
async function staysAfter(
  writer: Writer,
  entity: Entity,
  { id, stepId }: { id: string; stepId: string },
): Promise<boolean> {
  const row = (await findRow(writer, entity, id)) as unknown as Present | undefined;
  const added = await addedBy(writer, id, stepId);
  if (!row || !added) return false;
  if (await isChanged(writer, entity, row, { since: added.seq, except: [stepId, writer.stepId] })) return true;
  const hanging = await hangingOn(writer, entity, id, stepId);
  return (ENTITIES[entity].dependents ?? []).some(([table]) => hanging.has(table));
}

async function addedBy(writer: Writer, id: string, stepId: string): Promise<{ seq: number } | undefined> {
  return writer.db
    .selectFrom('change')
    .select('seq')
    .where('network_id', '=', writer.networkId)
    .where('entity_id', '=', id)
    .where('step_id', '=', stepId)
    .where('op', '=', 'insert')
    .executeTakeFirst();
}

async function idsWhere(writer: Writer, entity: Entity, values: Cells): Promise<string[]> {
  let query = writer.db
    .selectFrom(entity as 'fact')
    .select('id')
    .where('network_id', '=', writer.networkId);
  for (const [column, value] of Object.entries(values)) query = query.where(column as 'id', '=', value as string);
  return (await query.execute()).map((row) => row.id);
}

const HANGING: Partial<Record<Entity, string>> = {
  touch_person: 'in a touch',
  circle_member: 'in a circle',
  source_record: 'known to another import',
  tie: 'related to someone',
  gathering_person: 'on the list of a gathering',
};

const reasonOf = (hanging: Entity) => `${HANGING[hanging] ?? `has a ${hanging}`} since`;

async function takeBackDelete(writer: Writer, entity: Entity, row: Cells): Promise<string | null> {
  const { unique } = ENTITIES[entity];
  if (
    unique &&
    (await idsWhere(writer, entity, Object.fromEntries(unique.map((column) => [column, row[column] ?? null])))).length >
      0
  )
    return null;
  for (const [owner, column] of ownersOf(entity))
    if (await isGone(writer, owner, row[column])) return `its ${owner} is gone`;
  await writer.insert(entity, [row as unknown as NewRow<Entity>]);
  return null;
}

async function isGone(writer: Writer, entity: Entity, id: Value | undefined): Promise<boolean> {
  return typeof id === 'string' && (await findRow(writer, entity, id)) === undefined;
}

async function takeBackUpdate(
  writer: Writer,
  entity: Entity,
  row: Row<Entity>,
  before: Cells,
  after: Cells,
): Promise<string | null> {
  const present = row as unknown as Cells;
  const owners = new Map(ownersOf(entity).map(([owner, column]) => [column, owner]));
  const patch: Cells = {};
  let reason: string | null = null;
  for (const [column, wrote] of Object.entries(after)) {
    const owner = owners.get(column);
    if (owner && (await isGone(writer, owner, before[column]))) reason = `its ${owner} is gone`;
    else if (present[column] === wrote) patch[column] = before[column] ?? null;
    else if (ENTITIES[entity].json?.includes(column)) {
      const merged = restoreProperties({ before: before[column], wrote, present: present[column] });
      patch[column] = merged.text;
      if (merged.kept) reason = 'changed since';
    } else reason = 'changed since';
  }
  await writer.updateRow(entity, row, patch as Patch<Entity>);
  return reason;
}

/** Touches in which this undo left nobody: all who were in them are gone, or were put in and taken out by other acts. */
export async function touchesWithoutPeople(scope: Scope, undoId: string): Promise<string[]> {
  const changes = await scope.db
    .selectFrom('change')
    .select(['entity', 'entity_id', 'before'])
    .where('network_id', '=', scope.networkId)
    .where('step_id', '=', undoId)
    .where((eb) =>
      eb.or([
        eb.and([eb('entity', '=', 'touch'), eb('op', '=', 'insert')]),
        eb.and([eb('entity', '=', 'touch_person'), eb('op', '=', 'delete')]),
      ]),
    )
    .execute();
  const ids = [
    ...new Set(
      changes.map((change) =>
        change.entity === 'touch'
          ? change.entity_id
          : (JSON.parse(change.before ?? '{}') as { touch_id: string }).touch_id,
      ),
    ),
  ];
  const empty: string[] = [];
  for (let i = 0; i < ids.length; i += 500) {
    const rows = await scope.db
      .selectFrom('touch as t')
      .select('t.id')
      .where('t.network_id', '=', scope.networkId)
      .where('t.id', 'in', ids.slice(i, i + 500))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('touch_person as p')
              .select('p.id')
              .whereRef('p.network_id', '=', 't.network_id')
              .whereRef('p.touch_id', '=', 't.id'),
          ),
        ),
      )
      .execute();
    empty.push(...rows.map((row) => row.id));
  }
  return empty;
}

/** Restores the properties of a JSON object that still are as written. */
function restoreProperties(values: { before: Value | undefined; wrote: Value; present: Value | undefined }): {
  text: string;
  kept: boolean;
} {
  const read = (value: Value | undefined) =>
    JSON.parse(typeof value === 'string' ? value : '{}') as Record<string, unknown>;
  const [before, wrote, present] = [read(values.before), read(values.wrote), read(values.present)];
  let kept = false;
  for (const property of new Set([...Object.keys(before), ...Object.keys(wrote)])) {
    const same = (a: Record<string, unknown>, b: Record<string, unknown>) =>
      JSON.stringify(a[property]) === JSON.stringify(b[property]);
    if (same(before, wrote)) continue;
    if (!same(present, wrote)) kept = true;
    else if (property in before) present[property] = before[property];
    else delete present[property];
  }
  return { text: JSON.stringify(present), kept };
}

/** The row as it stood right after change `seq`, walking back from the present over all steps but some. */
async function rowAt(
  scope: Scope,
  entity: Entity,
  present: Present,
  { seq, except }: { seq: number; except: readonly string[] },
): Promise<Cells> {
  let query = scope.db
    .selectFrom('change')
    .select(['before', 'op'])
    .where('network_id', '=', scope.networkId)
    .where('entity_id', '=', present.id)
    .where('entity', '=', entity)
    .where('seq', '>', seq);
  if (except.length > 0) query = query.where('step_id', 'not in', except);
  const row: Cells = { ...present };
  for (const change of await query.orderBy('seq', 'desc').execute())
    Object.assign(row, JSON.parse(change.before ?? '{}'));
  return row;
}
