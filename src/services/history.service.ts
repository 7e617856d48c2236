import type { Answer } from '../contract/routes.ts';
import type { Step, UndoResult } from '../contract/shapes.ts';
import { AppError } from '../domain/errors.ts';
import type { NetworkId, StepId } from '../domain/ids.ts';
import { continueStep, endStep, finishStep, openStep, type StepInfo, type Writer } from '../storage/feed.ts';
import { bringUpToDate } from '../storage/projection/rebuild.ts';
import { findStates } from '../storage/repositories/person.repository.ts';
import {
  findStep,
  lastUndoableStep,
  listSteps,
  openSteps,
  setStepResult,
  setStepState,
  touchesSettings,
} from '../storage/repositories/step.repository.ts';
import type { StepTable } from '../storage/schema.ts';
import { readScope, type Scope, type Store, scopeWith } from '../storage/store.ts';
import { changesOfStep, type Left, takeBack, touchesWithoutPeople } from '../storage/undo.ts';
import { type Context, requireWrite, scopeOf } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { finishLater, isOfTheMoment } from './of-the-moment.ts';

/** History and undo, both read from the change feed. */

const SLICE = 200;

export async function getHistory(
  context: Context,
  query: { person?: string | undefined; cursor?: string | undefined; limit?: number | undefined },
): Promise<Answer<'getHistory'>> {
  const limit = query.limit ?? 50;
  const rows = await listSteps(scopeOf(context), {
    limit: limit + 1,
    ...(query.person === undefined ? {} : { personId: query.person }),
    ...(query.cursor === undefined ? {} : { after: afterStep(query.cursor) }),
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toStep),
    next: rows.length > limit && last ? writeCursor(String(last.seq), last.id) : null,
  };
}

function afterStep(cursor: string): { seq: number; id: string } {
  const { value, id } = readCursor(cursor);
  return { seq: Number(value), id };
}

function toStep(row: StepTable): Step {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    actor: row.actor,
    at: row.created_at,
    state: row.state,
    undoes: row.undoes,
    changes: row.changes,
    undoable: row.state === 'done' && row.changes > 0 && row.kind !== 'start',
  };
}

/** How far an undo has come, kept in its step so that a stop in the middle loses nothing. */
interface UndoProgress {
  readonly before: number;
  readonly restored: number;
  readonly left: readonly Left[];
}

/**
 * Undoes a step, or the newest one that can be. What was changed since is left and listed. The undo is a step itself.
 * @throws AppError `not-found`, or `conflict` when it was undone already or still goes on
 */
export async function undo(context: Context, stepId?: string): Promise<UndoResult> {
  requireWrite(context);
  const { store, actor, requestId } = context;
  const describe = async (scope: Scope): Promise<StepInfo> => {
    const step = stepId === undefined ? await lastUndoableStep(scope) : await findStep(scope, stepId);
    if (!step)
      throw new AppError(
        'not-found',
        stepId === undefined ? 'There is nothing to undo.' : 'This step is not in the history (any more).',
      );
    if (step.kind === 'start') throw new AppError('invalid', 'The beginning cannot be undone.');
    if (step.state !== 'done')
      throw new AppError(
        'conflict',
        step.state === 'open' ? `“${step.title}” is still going on.` : `“${step.title}” was undone already.`,
      );
    if ((await openSteps(scope)).some((open) => open.undoes === step.id))
      throw new AppError('conflict', `“${step.title}” is being undone.`);
    return { kind: 'undo', title: `Undid: ${step.title}`, actor: actor.name, undoes: step.id };
  };
  const undoId = await openStep(store, actor.networkId, describe, requestId);
  const opened = await findStep(scopeOf(context), undoId);
  if (!opened?.undoes)
    throw new AppError('conflict', `The id ${undoId} was used for another act already. Use a new one.`);
  const undone = await findStep(scopeOf(context), opened.undoes);
  const progress = await runUndo(store, actor.networkId, undoId).catch((error: unknown) => {
    // Half an undo stands in the way of the other: it is finished whether or not it is asked for again.
    if (isOfTheMoment(error)) finishLater(() => runUndo(store, actor.networkId, undoId));
    throw error;
  });
  return {
    stepId: undoId,
    undid: undone?.title ?? '',
    restored: progress.restored,
    left: await named(context, progress.left),
  };
}

/** Takes back what a step did that was never finished. */
export async function takeBackOpenStep(store: Store, networkId: NetworkId, stepId: string): Promise<void> {
  const step = await findStep(readScope(store, networkId), stepId);
  if (step?.state !== 'open') return;
  if (step.changes === 0) return finishStep(store, networkId, step.id as StepId, { state: 'undone' });
  const undoId = await openStep(store, networkId, async () => ({
    kind: 'undo',
    title: `Took back what was not finished: ${step.title}`,
    actor: 'tendril',
    undoes: stepId,
  }));
  await runUndo(store, networkId, undoId);
}

/** Runs, or goes on with, an opened undo: slice by slice, each with its progress in the same transaction. */
export async function runUndo(store: Store, networkId: NetworkId, undoId: StepId): Promise<UndoProgress> {
  for (;;) {
    const { progress, over } = await continueStep(store, networkId, undoId, (writer) => undoSlice(writer, undoId));
    if (over) return progress;
    if (progress.before === 0) return endUndo(store, networkId, { undoId, progress });
  }
}

/** The next changes taken back; `before` is 0 when there are none left. Progress is read here, so that two who run the same undo share it. */
export async function undoSlice(writer: Writer, undoId: StepId): Promise<{ progress: UndoProgress; over: boolean }> {
  const step = await findStep(writer, undoId);
  if (!step?.undoes) throw new AppError('internal', 'An undo without what it undoes.');
  const progress = (JSON.parse(step.result ?? 'null') as UndoProgress | null) ?? {
    before: Number.MAX_SAFE_INTEGER,
    restored: 0,
    left: [],
  };
  if (step.state !== 'open') return { progress, over: true };
  const changes = await changesOfStep(writer, step.undoes, { before: progress.before, limit: SLICE });
  const { restored, left } = await takeBack(writer, changes);
  const reached = {
    before: changes.at(-1)?.seq ?? 0,
    restored: progress.restored + restored,
    left: [...progress.left, ...left].slice(0, 500),
  };
  await setStepResult(writer, undoId, reached);
  return { progress: reached, over: false };
}

async function endUndo(
  store: Store,
  networkId: NetworkId,
  { undoId, progress }: { undoId: StepId; progress: UndoProgress },
): Promise<UndoProgress> {
  const opened = await findStep(readScope(store, networkId), undoId);
  await continueStep(store, networkId, undoId, async (writer) =>
    writer.remove('touch', await touchesWithoutPeople(writer, undoId)),
  );
  // A country that is back where it was reads every phone number as before, a locale orders as before.
  if (opened?.undoes && (await touchesSettings(readScope(store, networkId), opened.undoes)))
    await bringUpToDate(store, networkId);
  await store.database.write(async (tx) => {
    const scope = scopeWith(store, tx, networkId);
    // Undoing an undo brings the act before it back into force, and so on along the line.
    let state: 'done' | 'undone' = 'undone';
    for (let id = opened?.undoes ?? null; id !== null; state = state === 'done' ? 'undone' : 'done') {
      await setStepState(scope, id, state);
      id = (await findStep(scope, id))?.undoes ?? null;
    }
    await endStep(store, scope, undoId, { state: 'done', result: progress });
  });
  return progress;
}

async function named(context: Context, left: readonly Left[]): Promise<UndoResult['left']> {
  const ids = [...new Set(left.flatMap((one) => one.personId ?? []))];
  const names = new Map((await findStates(scopeOf(context), ids)).map((state) => [state.person_id, state.name]));
  return left.map((one) => ({
    entity: one.entity,
    id: one.id,
    name: (one.personId === null ? undefined : names.get(one.personId)) ?? one.entity,
    reason: one.reason,
  }));
}
