import type { App } from '../../../src/app.ts';
import { doctor } from '../../../src/services/maintenance.service.ts';
import { ENTITIES, ENTITY_NAMES, type Entity } from '../../../src/storage/entities.ts';
import { feedProblems } from '../../../src/storage/feed-check.ts';
import { projectionProblems } from '../../../src/storage/projection/project.ts';
import { readScope } from '../../../src/storage/store.ts';
import { FRIEND } from './friend.ts';
import { differences, type Ledger } from './ledger.ts';

/** What must hold at the very moment after a fault, before anything was taken up: whole pages, a whole feed, true derived values. */
export async function soundnessProblems({ store, networkId }: App): Promise<string[]> {
  const scope = readScope(store, networkId);
  const damage = await store.database.dialect.integrityProblems();
  const feed = await feedProblems(scope);
  const derived = await projectionProblems(store, scope);
  return [...damage, ...feed.problems, ...derived.problems, ...(await replayProblems({ store, networkId }))];
}

/** What must hold once open work was taken up: `doctor` has nothing to say, and no act is half there. */
export async function recoveryProblems(app: App): Promise<string[]> {
  const { problems } = await doctor(app.contextFor({ name: 'you', scope: 'write' }));
  return [...problems, ...(await replayProblems(app)), ...(await openProblems(app))];
}

/** What was begun and is neither finished nor taken back. */
export async function openProblems({ store, networkId }: App): Promise<string[]> {
  const { reader } = store.database;
  const steps = await reader
    .selectFrom('step')
    .select(['title', 'kind'])
    .where('network_id', '=', networkId)
    .where('state', '=', 'open')
    .execute();
  const staged = await reader
    .selectFrom('import_row')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('network_id', '=', networkId)
    .executeTakeFirstOrThrow();
  return [
    ...steps.map(({ title, kind }) => `HALF: the ${kind} “${title}” is still open.`),
    ...(staged.rows > 0 ? [`HALF: ${staged.rows} rows of imports are still staged.`] : []),
  ];
}

type Cells = Record<string, unknown>;

/**
 * Plays the feed from its beginning and compares with the rows: a row without its change, or a change without its row, is
 * half of a write. Also each step must have as many changes as it says, and `seq` must run without a gap.
 */
async function replayProblems({ store, networkId }: Pick<App, 'store' | 'networkId'>): Promise<string[]> {
  const { reader } = store.database;
  const changes = await reader
    .selectFrom('change')
    .selectAll()
    .where('network_id', '=', networkId)
    .orderBy('seq')
    .execute();
  const problems: string[] = [];
  const present = new Map<string, Cells>();
  const perStep = new Map<string, number>();
  for (const [i, change] of changes.entries()) {
    if (change.seq !== i + 1) problems.push(`FEED: change ${i + 1} has the number ${change.seq}.`);
    perStep.set(change.step_id, (perStep.get(change.step_id) ?? 0) + 1);
    const key = `${change.entity} ${change.entity_id}`;
    if (change.op === 'delete') present.delete(key);
    else if (change.op === 'insert') present.set(key, {});
    else Object.assign(present.get(key) ?? {}, JSON.parse(change.after ?? '{}'));
  }
  for (const step of await reader.selectFrom('step').selectAll().where('network_id', '=', networkId).execute()) {
    const counted = perStep.get(step.id) ?? 0;
    if (counted !== step.changes)
      problems.push(`FEED: “${step.title}” has ${counted} changes and says ${step.changes}.`);
  }
  for (const entity of ENTITY_NAMES) problems.push(...(await rowProblems({ store, networkId }, entity, present)));
  return problems;
}

async function rowProblems(
  { store, networkId }: Pick<App, 'store' | 'networkId'>,
  entity: Entity,
  present: ReadonlyMap<string, Cells>,
): Promise<string[]> {
  const rows = await store.database.reader
    .selectFrom(entity as 'person')
    .selectAll()
    .where('network_id', '=', networkId)
    .execute();
  const problems: string[] = [];
  const expected = [...present.keys()].filter((key) => key.startsWith(`${entity} `)).length;
  if (rows.length !== expected) problems.push(`FEED: ${rows.length} rows of ${entity}, the feed knows ${expected}.`);
  for (const row of rows as unknown as (Cells & { id: string })[]) {
    const cells = present.get(`${entity} ${row.id}`);
    const wrong = ENTITIES[entity].columns.filter(
      (column) => cells && column in cells && cells[column] !== row[column],
    );
    if (!cells) problems.push(`FEED: the ${entity} ${row.id} is in no change.`);
    else if (wrong.length > 0)
      problems.push(`FEED: ${wrong.join(', ')} of the ${entity} ${row.id} are not as written.`);
  }
  return problems;
}

/** What was acknowledged against what is there: nothing lost, nothing twice, nothing that nobody asked for. */
export async function ledgerProblems(app: App, ledger: Ledger): Promise<string[]> {
  const found = await foundEntries(app);
  return [...differences(ledger.values, found), ...(await importProblems(app, ledger))];
}

async function foundEntries({ store, networkId }: App): Promise<Map<string, string>> {
  const { reader } = store.database;
  const people = await reader
    .selectFrom('person as p')
    .innerJoin('person_state as s', (join) =>
      join.onRef('s.network_id', '=', 'p.network_id').onRef('s.person_id', '=', 'p.id'),
    )
    .select(['p.id', 's.name', 'p.snoozed_until'])
    .where('p.network_id', '=', networkId)
    .execute();
  const touches = await reader.selectFrom('touch').selectAll().where('network_id', '=', networkId).execute();
  const facts = await reader.selectFrom('fact').selectAll().where('network_id', '=', networkId).execute();
  const members = await reader.selectFrom('circle_member').selectAll().where('network_id', '=', networkId).execute();
  const found = new Map<string, string>();
  for (const { id, name, snoozed_until } of people) {
    if (!name.startsWith(FRIEND)) continue;
    found.set(`person/${id}`, name);
    if (snoozed_until !== null) found.set(`snooze/${id}`, snoozed_until);
  }
  for (const { id, summary } of touches) found.set(`touch/${id}`, summary);
  for (const { id, text } of facts) found.set(`fact/${id}`, text);
  for (const { person_id } of members) found.set(`member/${person_id}`, 'in');
  return found;
}

async function importProblems({ store, networkId }: App, ledger: Ledger): Promise<string[]> {
  const states = await store.database.reader
    .selectFrom('person_state')
    .select('name')
    .where('network_id', '=', networkId)
    .execute();
  const counts = new Map<string, number>();
  for (const { name } of states) if (!name.startsWith(FRIEND)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const problems: string[] = [];
  for (const [label, names] of ledger.imports) {
    const missing = names.filter((name) => !counts.has(name));
    const twice = names.filter((name) => (counts.get(name) ?? 0) > 1);
    if (missing.length > 0) problems.push(`LOST: ${missing.length} of ${names.length} people of the import ${label}.`);
    if (twice.length > 0) problems.push(`TWICE: ${twice.length} people of the import ${label}, ${twice[0]} for one.`);
    for (const name of names) counts.delete(name);
  }
  if (counts.size > 0) problems.push(`EXTRA: ${counts.size} people of no import, ${[...counts.keys()][0]} for one.`);
  return problems;
}
