import type { DoctorReport } from '../contract/shapes.ts';
import { networkSeq } from '../storage/repositories/network.repository.ts';
import { openSteps } from '../storage/repositories/step.repository.ts';
import { unfinishedRuns } from '../storage/repositories/import.repository.ts';
import { feedProblems } from '../storage/feed-check.ts';
import { migrations } from '../storage/migrations/index.ts';
import { projectionProblems, rebuild } from '../storage/projection/project.ts';
import type { Store } from '../storage/store.ts';
import { type Context, requireWrite, scopeOf } from './context.ts';
import { runUndo } from './history.service.ts';
import { resumeImports } from './import/import.service.ts';
import type { StepId } from '../domain/ids.ts';

/** Keeping the data sound: backup, restore, check-up, and what a stopped process left open. */

export async function backup(context: Context, file: string): Promise<void> {
  await context.store.database.dialect.backup(file);
}

/** Puts a backup in the place of everything. Answers where what was there before is kept. */
export async function restore(store: Store, file: string, onWait?: (message: string) => void): Promise<{ kept: string | undefined }> {
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
  const open = (await openSteps(scope)).filter((step) => step.kind !== 'import').map((step) => `“${step.title}” was begun and not finished; the next start takes it up.`);
  const waiting = (await unfinishedRuns(scope)).filter((run) => run.lease === null).map((run) => `An import of ${run.started_at} waits to be taken up.`);
  const problems = [...damage, ...feed.problems, ...derived.problems, ...open, ...waiting];
  const seq = (await networkSeq(store, actor.networkId))?.seq ?? 0;
  return { ok: problems.length === 0, problems, checked: { people: derived.checked, changes: seq } };
}

/** Takes up what a stopped process left: imports are gone on with, undos are finished. Answers how many there were. */
export async function takeUpOpenWork(context: Context): Promise<number> {
  const imports = await resumeImports(context);
  let undos = 0;
  for (const step of await openSteps(scopeOf(context))) {
    if (step.kind !== 'undo') continue;
    await runUndo(context.store, context.actor.networkId, step.id as StepId);
    undos += 1;
  }
  return imports + undos;
}
