import type { Instant } from '../domain/dates.ts';
import { toInstant } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import type { NetworkId, StepId } from '../domain/ids.ts';
import type { Value } from './dialects/dialect.ts';
import { ENTITIES, type Entity, type NewRow, type Patch, type Row } from './entities.ts';
import { Posted } from './posted.ts';
import type { DeriveBy, Derived } from './projection/derive.ts';
import { deriveBy, type Projecting, projectPeople, writePending } from './projection/project.ts';
import { indexText } from './projection/text.ts';
import type { Schema } from './schema.ts';
import { newId, type Scope, type Store, scopeWith } from './store.ts';

/** Who acts, and what the act is called in the history. */
export interface StepInfo {
  /** The client's own id, so that a second delivery answers as the first did. */
  readonly id?: string;
  readonly kind: string;
  readonly title: string;
  readonly actor: string;
  readonly undoes?: string;
  /** What is kept with a step while it is open: how far it has come. */
  readonly progress?: unknown;
}

/** What one write transaction works with: every change goes through it, so none can miss the feed. */
export interface Writer extends Scope {
  readonly store: Store;
  readonly stepId: StepId;
  readonly now: Instant;
  /** A better title found while working: `Merged Ada into Ada Obi`. */
  title: string | undefined;
  newId(): string;
  /**
   * Adds rows. With `fresh` their ids were made for them just now: nothing can hang on them but what this step adds, and
   * nothing is looked for.
   */
  insert<E extends Entity>(entity: E, rows: readonly NewRow<E>[], options?: { fresh?: boolean }): Promise<void>;
  /** Changes the given fields; what is equal already is no change. False when the row is not there. */
  update<E extends Entity>(entity: E, id: string, patch: Patch<E>): Promise<boolean>;
  /** As `update`, for a caller that has just read the row. */
  updateRow<E extends Entity>(entity: E, row: Row<E>, patch: Patch<E>): Promise<void>;
  remove<E extends Entity>(entity: E, ids: readonly string[]): Promise<void>;
  /** Derived values of these people are made again before the transaction ends. */
  touch(personIds: Iterable<string>): void;
  /**
   * Does now what is done at the end of the transaction, for the changes so far: a long one need not keep them all. Derived
   * rows of people that are new may wait for those of more.
   */
  settle(): Promise<void>;
}

interface Change {
  readonly entity: Entity;
  readonly id: string;
  readonly personId: string | null;
  readonly op: 'insert' | 'update' | 'delete';
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * One step in one transaction: lock the network, do the work, append the changes, make derived values again.
 * A step id seen before answers its first result and does nothing.
 * @throws AppError `conflict` when the id, or that of a row to be added, stands for something else already
 */
export async function runStep<T>(
  store: Store,
  networkId: NetworkId,
  info: StepInfo,
  work: (writer: Writer) => Promise<T>,
): Promise<{ stepId: StepId; result: T; repeated: boolean }> {
  const stepId = (info.id ?? newId(store)) as StepId;
  const step = store.database.write(async (tx) => {
    const scope = scopeWith(store, tx, networkId);
    const seq = await lock(store, scope);
    const earlier = await stepOf(scope, stepId);
    if (earlier) {
      if (earlier.kind !== info.kind)
        throw new AppError('conflict', `The id ${stepId} was used for another act already. Use a new one.`);
      return { stepId, result: JSON.parse(earlier.result ?? 'null') as T, repeated: true };
    }
    await insertStep(store, scope, { ...info, id: stepId, seq });
    const writer = new FeedWriter(store, scope, stepId, seq);
    const result = await writeSlice(writer, () => work(writer));
    await endStep(store, scope, stepId, { state: 'done', title: writer.title ?? info.title, result });
    return { stepId, result, repeated: false };
  });
  return step.catch((error: unknown) => {
    if (!store.database.dialect.isUniqueViolation(error)) throw error;
    throw new AppError('conflict', 'Something of this id is here already. Use a new one.', { cause: error });
  });
}

/**
 * Takes everything of a network away and begins its feed anew, in one transaction: `work` is its first step. Whoever has read
 * the feed so far has to read all of it again.
 * @param epoch the new one
 */
export async function beginAnew(
  store: Store,
  networkId: NetworkId,
  {
    info,
    epoch,
    empty,
    work,
  }: {
    info: StepInfo;
    epoch: string;
    empty: (scope: Scope) => Promise<void>;
    work: (writer: Writer) => Promise<void>;
  },
): Promise<void> {
  // Without foreign keys and without a limit of time: row by row, a large network would take a minute to leave.
  await store.database.dialect.alterSchema(async (raw) => {
    const tx = raw.withTables<{ [Table in keyof Schema]: Schema[Table] }>();
    const scope = scopeWith(store, tx, networkId);
    await lock(store, scope);
    await empty(scope);
    await tx.updateTable('network').set({ seq: 0, epoch }).where('id', '=', networkId).execute();
    const id = newId(store) as StepId;
    await insertStep(store, scope, { ...info, id, seq: 0 });
    // What was committed before is gone: nothing may be looked for there.
    const writer = new FeedWriter(store, scope, id, 0, scope.db);
    await writeSlice(writer, () => work(writer));
    await endStep(store, scope, id, { state: 'done' });
  });
}

/**
 * Opens a step that will span several transactions (`continueStep`, `finishStep`). Found open at a later start, it is
 * resumed or undone. `describe` runs in the same transaction; for an id that is there already nothing is done.
 */
export async function openStep(
  store: Store,
  networkId: NetworkId,
  describe: (scope: Scope) => Promise<StepInfo>,
  id: string = newId(store),
): Promise<StepId> {
  await store.database.write(async (tx) => {
    const scope = scopeWith(store, tx, networkId);
    const seq = await lock(store, scope);
    if (!(await stepOf(scope, id))) await insertStep(store, scope, { ...(await describe(scope)), id, seq });
  });
  return id as StepId;
}

/**
 * One slice of an open step, in a transaction of its own; safe from a loss of power when the step is finished. With
 * `derive: 'later'` derived values are left as they are: whoever fills an empty network makes them all at its end.
 */
export async function continueStep<T>(
  store: Store,
  networkId: NetworkId,
  stepId: StepId,
  work: (writer: Writer) => Promise<T>,
  { derive = 'now' }: { derive?: 'now' | 'later' } = {},
): Promise<T> {
  return store.database.write(
    async (tx) => {
      const scope = scopeWith(store, tx, networkId);
      const writer = new FeedWriter(store, scope, stepId, await lock(store, scope));
      return writeSlice(writer, () => work(writer), derive);
    },
    { relaxed: true },
  );
}

export interface StepEnd {
  readonly state: 'done' | 'undone';
  readonly title?: string;
  readonly result?: unknown;
}

export async function finishStep(store: Store, networkId: NetworkId, stepId: StepId, end: StepEnd): Promise<void> {
  await store.database.write((tx) => endStep(store, scopeWith(store, tx, networkId), stepId, end));
}

/** The same in the caller's transaction. */
export async function endStep(store: Store, scope: Scope, stepId: string, end: StepEnd): Promise<void> {
  await scope.db
    .updateTable('step')
    .set({
      state: end.state,
      finished_at: toInstant(store.now()),
      result: JSON.stringify(end.result ?? null),
      ...(end.title === undefined ? {} : { title: end.title }),
    })
    .where('network_id', '=', scope.networkId)
    .where('id', '=', stepId)
    .execute();
}

async function stepOf(scope: Scope, id: string): Promise<{ kind: string; result: string | null } | undefined> {
  return scope.db
    .selectFrom('step')
    .select(['kind', 'result'])
    .where('network_id', '=', scope.networkId)
    .where('id', '=', id)
    .executeTakeFirst();
}

async function insertStep(
  store: Store,
  scope: Scope,
  { id, kind, title, actor, undoes, progress, seq }: StepInfo & { id: string; seq: number },
): Promise<void> {
  await scope.db
    .insertInto('step')
    .values({
      network_id: scope.networkId,
      id,
      kind,
      title,
      actor,
      state: 'open',
      undoes: undoes ?? null,
      created_at: toInstant(store.now()),
      finished_at: null,
      changes: 0,
      seq,
      result: progress === undefined ? null : JSON.stringify(progress),
    })
    .execute();
}

/**
 * Does the work, writes what it changed, and counts that in its step.
 * @throws why a statement failed that nobody waited for, whatever else failed after it
 */
async function writeSlice<T>(writer: FeedWriter, work: () => Promise<T>, derive: 'now' | 'later' = 'now'): Promise<T> {
  try {
    const result = await work();
    await writer.flush(derive);
    await writer.writeDerived();
    await writer.db
      .updateTable('step')
      .set((eb) => ({ changes: eb('changes', '+', writer.count), seq: writer.seq }))
      .where('network_id', '=', writer.networkId)
      .where('id', '=', writer.stepId)
      .execute();
    await writer.posted.done();
    return result;
  } catch (error) {
    throw (await writer.posted.failure()) ?? error;
  }
}

async function lock(store: Store, scope: Scope): Promise<number> {
  const network = await store.database.dialect.lockNetwork(scope.db, scope.networkId);
  if (!network) throw new AppError('not-found', 'This network does not exist (any more).');
  return network.seq;
}

const REMOVED_AT_ONCE = 200;
/** What derived values rest on, besides touches and circles, which spread to their people (see `loadFacts`). */
const DERIVED_FROM: ReadonlySet<Entity> = new Set(['person', 'circle_member', 'touch_person', 'dismissal', 'fact']);

class FeedWriter implements Writer {
  readonly store: Store;
  readonly db: Scope['db'];
  readonly networkId: NetworkId;
  readonly text: Scope['text'];
  readonly stepId: StepId;
  readonly now: Instant;
  title: string | undefined;
  #seq: number;
  #count = 0;
  readonly #changes: Change[] = [];
  readonly #people = new Set<string>();
  readonly #touches = new Set<string>();
  readonly #words = new Map<string, Entity>();
  /** People added since the last flush, as they are stored. */
  readonly #added = new Map<string, Row<'person'>>();
  /** Those of them on whom nothing can hang but what was added since. */
  readonly #fresh = new Set<string>();
  readonly posted = new Posted();
  readonly #before: Scope['db'];
  /** By what the network derives, and the words of names whose keys are there, as far as this transaction knows. */
  #deriveBy: Promise<DeriveBy> | undefined;
  readonly #keyed = new Set<string>();
  readonly #pending: Derived[] = [];
  /** People on whom something that is derived from was hung since the last flush. */
  readonly #hungOn = new Set<string>();

  /** @param before where to look for what was there before, without waiting for what is posted */
  constructor(store: Store, scope: Scope, stepId: StepId, seq: number, before = store.database.committed) {
    this.store = store;
    this.#before = before;
    this.db = scope.db;
    this.networkId = scope.networkId;
    this.text = scope.text;
    this.stepId = stepId;
    this.now = toInstant(store.now());
    this.#seq = seq;
  }

  /** The last change so far. */
  get seq(): number {
    return this.#seq;
  }

  /** How many changes were written so far. */
  get count(): number {
    return this.#count;
  }

  newId(): string {
    return newId(this.store);
  }

  touch(personIds: Iterable<string>): void {
    for (const id of personIds) this.#people.add(id);
  }

  async insert<E extends Entity>(
    entity: E,
    rows: readonly NewRow<E>[],
    { fresh = false }: { fresh?: boolean } = {},
  ): Promise<void> {
    if (rows.length === 0) return;
    const { columns } = ENTITIES[entity];
    const values = rows.map((given) => {
      const row = given as unknown as Record<string, Value> & { id: string };
      this.#append(entity, row, 'insert', null, null);
      if (entity === 'person') this.#added.set(row.id, this.#stored(row));
      if (entity === 'person' && fresh) this.#fresh.add(row.id);
      return [this.networkId, row.id, this.#seq, ...columns.map((column) => row[column] ?? null)];
    });
    this.posted.add(
      this.store.database.dialect.insertMany(this.db, entity, ['network_id', 'id', 'rev', ...columns], values),
    );
  }

  async update<E extends Entity>(entity: E, id: string, patch: Patch<E>): Promise<boolean> {
    const row = await findRow(this, entity, id);
    if (!row) return false;
    await this.updateRow(entity, row, patch);
    return true;
  }

  async updateRow<E extends Entity>(entity: E, row: Row<E>, patch: Patch<E>): Promise<void> {
    const present = row as unknown as Record<string, Value> & { id: string };
    const before: Record<string, Value> = {};
    const after: Record<string, Value> = {};
    for (const [column, value] of Object.entries(patch as Record<string, Value>)) {
      if (value === undefined || present[column] === value) continue;
      before[column] = present[column] ?? null;
      after[column] = value;
    }
    if (Object.keys(after).length === 0) return;
    // The person of the old state is touched too: a row may move from one person to another.
    this.#touchRow(entity, present);
    this.#append(
      entity,
      { ...present, ...after, id: present.id },
      'update',
      JSON.stringify(before),
      JSON.stringify(after),
    );
    await this.db
      .updateTable(entity as 'person')
      .set({ ...after, rev: this.#seq } as never)
      .where('network_id', '=', this.networkId)
      .where('id', '=', present.id)
      .execute();
  }

  async remove<E extends Entity>(entity: E, ids: readonly string[]): Promise<void> {
    for (let i = 0; i < ids.length; i += REMOVED_AT_ONCE) {
      const slice = [...new Set(ids.slice(i, i + REMOVED_AT_ONCE))];
      const rows = await findRows(this, entity, slice);
      for (const id of slice) {
        const row = rows.get(id) as unknown as (Record<string, Value> & { id: string }) | undefined;
        if (row) this.#append(entity, row, 'delete', JSON.stringify(row), null);
      }
      await this.db
        .deleteFrom(entity as 'person')
        .where('network_id', '=', this.networkId)
        .where('id', 'in', slice)
        .execute();
    }
  }

  /** A new person as it will be read. */
  #stored(row: Record<string, Value> & { id: string }): Row<'person'> {
    const stored: Record<string, Value> = { network_id: this.networkId, id: row.id, rev: this.#seq };
    for (const column of ENTITIES.person.columns) stored[column] = row[column] ?? null;
    return stored as unknown as Row<'person'>;
  }

  #append(
    entity: Entity,
    row: Record<string, Value> & { id: string },
    op: Change['op'],
    before: string | null,
    after: string | null,
  ): void {
    this.#seq += 1;
    const column = ENTITIES[entity].person;
    if (entity === 'person' && op !== 'insert') this.#added.delete(row.id);
    if (entity === 'setting') this.#deriveBy = undefined;
    this.#changes.push({
      entity,
      id: row.id,
      personId: column === null || row[column] === null ? null : String(row[column]),
      op,
      before,
      after,
    });
    this.#touchRow(entity, row);
    if (ENTITIES[entity].text) this.#words.set(row.id, entity);
  }

  #touchRow(entity: Entity, row: Record<string, Value>): void {
    const column = ENTITIES[entity].person;
    if (column !== null && DERIVED_FROM.has(entity)) this.#people.add(String(row[column]));
    if (column !== null && entity !== 'person' && DERIVED_FROM.has(entity)) this.#hungOn.add(String(row[column]));
    if (entity === 'touch') this.#touches.add(String(row.id));
    if (entity === 'touch_person') this.#touches.add(String(row.touch_id));
  }

  settle(): Promise<void> {
    return this.flush('now');
  }

  /** Appends the changes since the last time, makes derived values again, moves the network's seq. */
  async flush(derive: 'now' | 'later'): Promise<void> {
    const { length } = this.#changes;
    await this.posted.keepShort();
    if (length > 0) {
      this.#writeChanges();
      await this.#spreadTouches();
    }
    if (derive === 'now' || length === 0) await this.#derive();
    if (length > 0) {
      await indexText(this, this.#words);
      this.posted.add(
        this.db.updateTable('network').set({ seq: this.#seq }).where('id', '=', this.networkId).execute(),
      );
    }
    this.#count += length;
    this.#changes.length = 0;
    for (const noted of [this.#people, this.#touches, this.#words, this.#added, this.#fresh, this.#hungOn])
      noted.clear();
  }

  async #derive(): Promise<void> {
    if (this.#people.size === 0) return;
    this.#deriveBy ??= deriveBy(this.store, this);
    await projectPeople(this.store, this, [...this.#people], { by: await this.#deriveBy, ...this.#projecting() });
  }

  async writeDerived(): Promise<void> {
    await writePending(this.store, this, this.#projecting());
  }

  #projecting(): Omit<Projecting, 'by'> {
    return {
      before: this.#before,
      added: { rows: this.#added, alone: this.#fresh.difference(this.#hungOn) },
      keyed: this.#keyed,
      posted: this.posted,
      pending: this.#pending,
    };
  }

  #writeChanges(): void {
    const first = this.#seq - this.#changes.length + 1;
    this.posted.add(
      this.store.database.dialect.insertMany(
        this.db,
        'change',
        ['network_id', 'seq', 'step_id', 'entity', 'entity_id', 'person_id', 'op', 'before', 'after'],
        this.#changes.map((change, i) => [
          this.networkId,
          first + i,
          this.stepId,
          change.entity,
          change.id,
          change.personId,
          change.op,
          change.before,
          change.after,
        ]),
      ),
    );
  }

  /** A touch that changed, or has other people in it, moves the derived values of everyone in it; a changed circle those of its members. */
  async #spreadTouches(): Promise<void> {
    const touchIds = [...this.#touches];
    for (let i = 0; i < touchIds.length; i += 500) {
      const rows = await this.db
        .selectFrom('touch_person')
        .select('person_id')
        .distinct()
        .where('network_id', '=', this.networkId)
        .where('touch_id', 'in', touchIds.slice(i, i + 500))
        .execute();
      this.touch(rows.map((row) => row.person_id));
    }
    // It is found under one of its people, who may be another now.
    for (const id of touchIds) this.#words.set(id, 'touch');
    const circleIds = [
      ...new Set(this.#changes.filter((change) => change.entity === 'circle').map((change) => change.id)),
    ];
    if (circleIds.length > 0) {
      const rows = await this.db
        .selectFrom('circle_member')
        .select('person_id')
        .distinct()
        .where('network_id', '=', this.networkId)
        .where('circle_id', 'in', circleIds)
        .execute();
      this.touch(rows.map((row) => row.person_id));
    }
  }
}

/** Logged rows by id; at most a few hundred ids at once. */
export async function findRows<E extends Entity>(
  scope: Scope,
  entity: E,
  ids: readonly string[],
): Promise<Map<string, Row<E>>> {
  const rows = await scope.db
    .selectFrom(entity as 'person')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row as unknown as Row<E>]));
}

/** One logged row, or undefined. */
export async function findRow<E extends Entity>(scope: Scope, entity: E, id: string): Promise<Row<E> | undefined> {
  const row = await scope.db
    .selectFrom(entity as 'person')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row as unknown as Row<E> | undefined;
}

export type ChangeRow = Schema['change'];
