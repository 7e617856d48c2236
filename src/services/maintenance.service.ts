import type { DoctorReport } from '../contract/shapes.ts';
import type { StepId } from '../domain/ids.ts';
import { feedProblems } from '../storage/feed-check.ts';
import { migrations } from '../storage/migrations/index.ts';
import { projectionProblems } from '../storage/projection/project.ts';
import { bringUpToDate, rebuild } from '../storage/projection/rebuild.ts';
import { unfinishedRuns } from '../storage/repositories/import.repository.ts';
import { networkSeq, renewEpoch } from '../storage/repositories/network.repository.ts';
import { openSteps } from '../storage/repositories/step.repository.ts';
import { newId, type Store } from '../storage/store.ts';
import { runBulk } from './bulk.service.ts';
import { type Context, requireWrite, scopeOf } from './context.ts';
import { runUndo, takeBackOpenStep } from './history.service.ts';
import { resumeImports } from './import/import.service.ts';

/** Keeping the data sound: backup, restore, check-up, and what a stopped process left open. */

export async function backup(context: Context, file: string): Promise<void> {
  await context.store.database.dialect.backup(file);
}

/** Puts a backup in the place of everything. Answers where what was there before is kept. */
export async function restore(
  store: Store,
  file: string,
  onWait?: (message: string) => void,
): Promise<{ kept: string | undefined }> {
  return store.database.dialect.restore(file, { migrations, ...(onWait ? { onWait } : {}) });
}

/** Looks for damage: in the file, in the feed, in what is derived. With `repair`, derived values are made again first. */
export async function doctor(context: Context, options: { repair?: boolean } = {}): Promise<DoctorReport> {
  const { store, actor } = context;
  if (options.repair) {
    requireWrite(context);
    await rebuild(store, actor.networkId);
  }
  const scope = scopeOf(context);
  const damage = await store.database.dialect.integrityProblems();
  const feed = await feedProblems(scope);
  const derived = await projectionProblems(store, scope);
  const open = (await openSteps(scope))
    .filter((step) => step.kind !== 'import')
    .map((step) => `“${step.title}” was begun and not finished; the next start takes it up.`);
  const waiting = (await unfinishedRuns(scope))
    .filter((run) => run.lease === null)
    .map((run) => `An import of ${run.started_at} waits to be taken up.`);
  const problems = [...damage, ...feed.problems, ...derived.problems, ...open, ...waiting];
  const seq = (await networkSeq(store, actor.networkId))?.seq ?? 0;
  return { ok: problems.length === 0, problems, checked: { people: derived.checked, changes: seq } };
}

/** A step younger than this may be another process's at work. */
const AT_WORK_MS = 15_000;

/**
 * Takes up what a stopped process left: imports and acts on many people are gone on with, undos are finished, anything else that was begun and not
 * finished is taken back. Answers how many there were.
 */
export async function takeUpOpenWork(context: Context): Promise<number> {
  const { store, actor } = context;
  await bringUpToDate(store, actor.networkId);
  let count = await resumeImports(context);
  const scope = scopeOf(context);
  const steps = await openSteps(scope);
  const importing = new Set((await unfinishedRuns(scope)).map((run) => run.step_id));
  const undoing = new Set(steps.map((step) => step.undoes));
  for (const step of steps) {
    // Of either sign: a clock that was set back must not keep it open until then.
    const age = Math.abs(store.now() - Temporal.Instant.from(step.created_at).epochMilliseconds);
    if (step.kind === 'undo') await runUndo(store, actor.networkId, step.id as StepId);
    else if (step.kind === 'bulk' && !undoing.has(step.id)) await runBulk(store, actor.networkId, step.id as StepId);
    else if (importing.has(step.id) || undoing.has(step.id) || age < AT_WORK_MS) continue;
    else await takeBackOpenStep(store, actor.networkId, step.id);
    count += 1;
  }
  // A loss of power may have taken back changes of theirs that somebody has seen: the same numbers now stand for others.
  if (count > 0) await renewEpoch(store, actor.networkId, newId(store));
  return count;
}
