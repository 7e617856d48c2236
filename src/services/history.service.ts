import type { Answer } from '../contract/routes.ts';
import type { Step, UndoResult } from '../contract/shapes.ts';
import { AppError } from '../domain/errors.ts';
import type { NetworkId, StepId } from '../domain/ids.ts';
import { continueStep, finishStep, openStep } from '../storage/feed.ts';
import { findStates } from '../storage/repositories/person.repository.ts';
import { findStep, lastUndoableStep, listSteps, setStepResult, setStepState } from '../storage/repositories/step.repository.ts';
import type { StepTable } from '../storage/schema.ts';
import { readScope, type Store } from '../storage/store.ts';
import { type Left, changesOfStep, takeBack } from '../storage/undo.ts';
import { type Context, requireWrite, scopeOf } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';

/** History and undo, both read from the change feed. */

const SLICE = 200;

export async function getHistory(context: Context, query: { person?: string | undefined; cursor?: string | undefined; limit?: number | undefined }): Promise<Answer<'getHistory'>> {
  const limit = query.limit ?? 50;
  const rows = await listSteps(scopeOf(context), {
    limit: limit + 1,
    ...(query.person === undefined ? {} : { personId: query.person }),
    ...(query.cursor === undefined ? {} : { after: afterStep(query.cursor) }),
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toStep), next: rows.length > limit && last ? writeCursor(String(last.seq), last.id) : null };
}

function afterStep(cursor: string): { seq: number; id: string } {
  const { value, id } = readCursor(cursor);
  return { seq: Number(value), id };
}

function toStep(row: StepTable): Step {
  return { id: row.id, kind: row.kind, title: row.title, actor: row.actor, at: row.created_at, state: row.state, undoes: row.undoes, changes: row.changes, undoable: row.state === 'done' && row.changes > 0 };
}

/** How far an undo has come, kept in its step so that a stop in the middle loses nothing. */
interface UndoProgress {
  readonly before: number;
  readonly restored: number;
  readonly left: readonly Left[];
}

/** Undoes a step, or the newest one that can be. What was changed since is left and listed. The undo is a step itself. */
export async function undo(context: Context, stepId?: string): Promise<UndoResult> {
  requireWrite(context);
  const scope = scopeOf(context);
  const step = stepId === undefined ? await lastUndoableStep(scope) : await findStep(scope, stepId);
  if (!step) throw new AppError('not-found', stepId === undefined ? 'There is nothing to undo.' : 'This step is not in the history (any more).');
  if (step.state !== 'done') throw new AppError('conflict', step.state === 'open' ? `“${step.title}” is still going on.` : `“${step.title}” was undone already.`);
  const undoId = await openStep(context.store, context.actor.networkId, {
    kind: 'undo',
    title: `Undid: ${step.title}`,
    actor: context.actor.name,
    undoes: step.id,
    ...(context.requestId === undefined ? {} : { id: context.requestId }),
  });
  const progress = await runUndo(context.store, context.actor.networkId, undoId);
  return { stepId: undoId, undid: step.title, restored: progress.restored, left: await named(context, progress.left) };
}

/** Runs, or goes on with, an opened undo: slice by slice, each with its progress in the same transaction. */
export async function runUndo(store: Store, networkId: NetworkId, undoId: StepId): Promise<UndoProgress> {
  const opened = await findStep(readScope(store, networkId), undoId);
  if (!opened?.undoes) throw new AppError('internal', 'An undo without what it undoes.');
  const undone = await findStep(readScope(store, networkId), opened.undoes);
  let progress = (JSON.parse(opened.result ?? 'null') as UndoProgress | null) ?? { before: Number.MAX_SAFE_INTEGER, restored: 0, left: [] };
  for (;;) {
    const next = await continueStep(store, networkId, undoId, async (writer) => {
      const changes = await changesOfStep(writer, opened.undoes ?? '', { before: progress.before, limit: SLICE });
      const last = changes.at(-1);
      if (!last) return null;
      const { restored, left } = await takeBack(writer, changes);
      const reached = { before: last.seq, restored: progress.restored + restored, left: [...progress.left, ...left].slice(0, 500) };
      await setStepResult(writer, undoId, reached);
      return reached;
    });
    if (next === null) break;
    progress = next;
  }
  await store.database.write(async (tx) => {
    const scope = { ...readScope(store, networkId), db: tx };
    await setStepState(scope, opened.undoes ?? '', 'undone');
    // Undoing an undo brings the first act back into force.
    if (undone?.kind === 'undo' && undone.undoes) await setStepState(scope, undone.undoes, 'done');
  });
  await finishStep(store, networkId, undoId, { state: 'done', result: progress });
  return progress;
}

async function named(context: Context, left: readonly Left[]): Promise<UndoResult['left']> {
  const ids = [...new Set(left.flatMap((one) => one.personId ?? []))];
  const names = new Map((await findStates(scopeOf(context), ids)).map((state) => [state.person_id, state.name]));
  return left.map((one) => ({ entity: one.entity, id: one.id, name: (one.personId === null ? undefined : names.get(one.personId)) ?? one.entity, reason: one.reason }));
}
