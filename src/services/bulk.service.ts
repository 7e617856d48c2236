import type { Body } from '../contract/routes.ts';
import type { BulkAct, BulkRun } from '../contract/shapes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import type { NetworkId, StepId } from '../domain/ids.ts';
import { continueStep, endStep, openStep, type StepInfo, type Writer } from '../storage/feed.ts';
import { countStates, findStates, idsAfter } from '../storage/repositories/person.repository.ts';
import { findStep, setStepResult } from '../storage/repositories/step.repository.ts';
import type { StepTable } from '../storage/schema.ts';
import { type Scope, type Store, scopeWith } from '../storage/store.ts';
import { actOn, titleOfAct } from './bulk-acts.ts';
import { getCircle } from './circles.service.ts';
import { type Context, requireWrite, scopeOf, todayOf } from './context.ts';
import { takeBackOpenStep } from './history.service.ts';
import { finishLater, isOfTheMoment } from './of-the-moment.ts';
import { toStateFilter } from './people-filter.ts';

/**
 * One act on many people: one step of the history in slices, each a transaction. How far it has come is kept in the step,
 * in the same transaction, so that a stop in the middle loses nothing and does nothing twice.
 */

/** People of one transaction: more would keep others waiting. */
const SLICE = 50;
/** Slices before the answer: what is over by then needs no asking after. */
const SLICES_AT_ONCE = 4;
const KIND = 'bulk';

/** All that is needed to go on. */
interface Progress {
  readonly act: BulkAct;
  readonly today: CalendarDate;
  readonly circle?: { readonly id: string; readonly name: string };
  /** Who is still to come: these, or those that fit a filter, in the order of their ids, from one on. */
  readonly to: { readonly ids: readonly string[] } | { readonly filter: Filter; readonly after: string };
  readonly total: number;
  readonly done: number;
  readonly changed: number;
  /** Who was changed, while it is one only: a name says more than a number. */
  readonly only: string | null;
  /** How many were left as they were, by the reason. */
  readonly left: Readonly<Record<string, number>>;
  readonly error?: string;
}

interface Filter {
  readonly state: Awaited<ReturnType<typeof toStateFilter>>;
  readonly except: readonly string[];
}

/**
 * Begins an act on many people and answers how it stands after the first two hundred: of so few, all are done; with more, it
 * goes on by itself, and `getBulk` tells how far it is.
 * @throws AppError `not-found` when nobody is meant, or the circle is not there
 */
export async function startBulk(context: Context, body: Body<'bulk'>): Promise<BulkRun> {
  const { id, over } = await beginBulk(context, body);
  // Looked at before it goes on, so that who asks is told how far their own request came.
  const run = await getBulk(context, id);
  if (!over) {
    const goOn = () => runBulk(context.store, context.actor.networkId, id);
    // What the database would not take now it may take later; any other stop leaves the step open to the next start.
    goOn().catch((error: unknown) => isOfTheMoment(error) && finishLater(goOn));
  }
  return run;
}

/** The same, and waits until everyone is done. */
export async function bulk(context: Context, body: Body<'bulk'>): Promise<BulkRun> {
  const { id, over } = await beginBulk(context, body);
  if (!over) await runBulk(context.store, context.actor.networkId, id);
  return getBulk(context, id);
}

async function beginBulk(context: Context, { people, act }: Body<'bulk'>): Promise<{ id: StepId; over: boolean }> {
  requireWrite(context);
  const { store, actor } = context;
  const today = await todayOf(context);
  const describe = async (scope: Scope): Promise<StepInfo> => {
    const progress = await firstProgress(scope, { people, act, today });
    const title = titleOfAct(act, peopleOf(progress.total), progress.circle?.name);
    return { kind: KIND, title, actor: actor.name, progress };
  };
  const id = await openStep(store, actor.networkId, describe, context.requestId);
  // An id that was there already may be another act's.
  await getBulk(context, id);
  for (let slices = 0; slices < SLICES_AT_ONCE; slices++)
    if (await runSlice(store, actor.networkId, id)) return { id, over: true };
  return { id, over: false };
}

async function firstProgress(
  scope: Scope,
  { people, act, today }: Body<'bulk'> & { today: CalendarDate },
): Promise<Progress> {
  const circle = 'circle' in act ? await getCircle(scope, act.circle) : undefined;
  const base = {
    act,
    today,
    ...(circle === undefined ? {} : { circle: { id: circle.id, name: circle.name } }),
    done: 0,
    changed: 0,
    only: null,
    left: {},
  };
  if ('ids' in people) {
    const ids = [...new Set(people.ids)];
    return { ...base, to: { ids }, total: ids.length };
  }
  const filter = { state: await toStateFilter(scope, people.filter, today), except: [...new Set(people.except)] };
  const total = (await countStates(scope, filter.state)) - filter.except.length;
  if (total <= 0) throw new AppError('not-found', 'Nobody fits that, so nothing was changed.');
  return { ...base, to: { filter, after: '' }, total };
}

/** Goes on with an act until everyone is done; of what cannot be done, all is taken back. */
export async function runBulk(store: Store, networkId: NetworkId, id: StepId): Promise<void> {
  while (!(await runSlice(store, networkId, id))) {
    // The next slice: in between, others take their turn.
  }
}

/** True when there is nothing more to do. */
async function runSlice(store: Store, networkId: NetworkId, id: StepId): Promise<boolean> {
  try {
    const { over, ended } = await continueStep(store, networkId, id, (writer) => bulkSlice(writer, id));
    if (ended) await endBulk(store, networkId, id);
    return over || ended;
  } catch (error) {
    if (isOfTheMoment(error)) throw error;
    await giveUp(store, networkId, { id, error });
    return true;
  }
}

/** The next people. Progress is read here, so that two who run the same act share it. */
async function bulkSlice(writer: Writer, id: StepId): Promise<{ over: boolean; ended: boolean }> {
  const step = await findStep(writer, id);
  if (step?.state !== 'open') return { over: true, ended: false };
  const progress = progressOf(step);
  // A stop came between the failure and the taking back.
  if (progress.error !== undefined) throw new AppError('internal', progress.error);
  const { ids, to, seen } = await nextOf(writer, progress.to);
  if (seen === 0) return { over: false, ended: true };
  const { act, today, circle } = progress;
  if (circle !== undefined) await getCircle(writer, circle.id);
  const slice = await actOn({ writer, today, circle }, act, ids);
  const left: Record<string, number> = { ...progress.left };
  for (const reason of slice.left) left[reason] = (left[reason] ?? 0) + 1;
  const changed = progress.changed + slice.changed.length;
  await setStepResult(writer, id, {
    ...progress,
    to,
    done: progress.done + ids.length,
    changed,
    only: changed === 1 ? (slice.changed[0] ?? progress.only) : null,
    left,
  } satisfies Progress);
  return { over: false, ended: seen < SLICE };
}

async function nextOf(
  scope: Scope,
  to: Progress['to'],
): Promise<{ ids: readonly string[]; to: Progress['to']; seen: number }> {
  if ('ids' in to) {
    const ids = to.ids.slice(0, SLICE);
    return { ids, to: { ids: to.ids.slice(SLICE) }, seen: ids.length };
  }
  const { filter, after } = to;
  const found = await idsAfter(scope, filter.state, { after, limit: SLICE });
  const except = new Set(filter.except);
  const ids = found.filter((id) => !except.has(id));
  return { ids, to: { filter, after: found.at(-1) ?? after }, seen: found.length };
}

async function endBulk(store: Store, networkId: NetworkId, id: StepId): Promise<void> {
  await store.database.write(async (tx) => {
    const scope = scopeWith(store, tx, networkId);
    const step = await findStep(scope, id);
    if (step?.state !== 'open') return;
    const progress = progressOf(step);
    await endStep(store, scope, id, { state: 'done', title: await titleOf(scope, progress), result: progress });
  });
}

/** Takes back what was done before it failed, and keeps why. */
async function giveUp(
  store: Store,
  networkId: NetworkId,
  { id, error }: { id: StepId; error: unknown },
): Promise<void> {
  const why = error instanceof Error ? error.message : String(error);
  await store.database.write(async (tx) => {
    const scope = scopeWith(store, tx, networkId);
    const step = await findStep(scope, id);
    if (step?.state !== 'open') return;
    const result: Progress = { ...progressOf(step), error: why };
    if (step.changes === 0) await endStep(store, scope, id, { state: 'undone', result });
    else await setStepResult(scope, id, result);
  });
  await takeBackOpenStep(store, networkId, id);
}

/** How an act on many people stands. @throws AppError `not-found`, or `conflict` for an id that stands for another act */
export async function getBulk(context: Context, id: string): Promise<BulkRun> {
  const scope = scopeOf(context);
  const step = await findStep(scope, id);
  if (!step) throw new AppError('not-found', 'This act is not in the history (any more).');
  if (step.kind !== KIND)
    throw new AppError('conflict', `The id ${id} stands for another act. Use the one that was answered.`);
  const progress = progressOf(step);
  const left = Object.entries(progress.left).map(([reason, count]) => ({ count, reason }));
  const state = step.state === 'open' ? 'running' : progress.error !== undefined ? 'failed' : step.state;
  return {
    id,
    stepId: step.state === 'open' || progress.changed === 0 ? null : step.id,
    state,
    total: progress.total,
    done: progress.done,
    changed: progress.changed,
    left,
    message: messageOf(step, progress),
  };
}

function messageOf(step: StepTable, progress: Progress): string {
  if (progress.error !== undefined) return `${progress.error} What was done so far is taken back.`;
  const left = Object.entries(progress.left).map(([reason, count]) => `${count} ${reason}`);
  const others = left.length === 0 ? '' : ` Left as they were: ${left.join(', ')}.`;
  return `${progress.changed === 0 && step.state !== 'open' ? 'Nothing had to change' : step.title}.${others}`;
}

async function titleOf(scope: Scope, { act, circle, changed, only }: Progress): Promise<string> {
  const name = only === null ? undefined : (await findStates(scope, [only]))[0]?.name;
  return titleOfAct(act, name ?? peopleOf(changed), circle?.name);
}

const peopleOf = (count: number) => (count === 1 ? 'one person' : `${count} people`);

function progressOf(step: StepTable): Progress {
  const progress = JSON.parse(step.result ?? 'null') as Progress | null;
  if (progress === null) throw new AppError('internal', 'An act on many people without what it is about.');
  return progress;
}
