import type { Double, ImportReport, ImportRun } from '../../contract/shapes.ts';
import { toInstant } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import {
  endedRunsWithStaged,
  findRun,
  insertRun,
  listRuns,
  unfinishedRuns,
} from '../../storage/repositories/import.repository.ts';
import { findStep } from '../../storage/repositories/step.repository.ts';
import type { ImportRunTable, StepTable } from '../../storage/schema.ts';
import { newId, scopeWith } from '../../storage/store.ts';
import { type Context, requireWrite, scopeOf } from '../context.ts';
import { type FoundPair, openDoubles, pairsOfImport } from '../duplicates.service.ts';
import { finishLater } from '../of-the-moment.ts';
import { importerOf } from './importer.ts';
import { type Job, leaseOf, running } from './job.ts';
import type { ImportRequest } from './stage.ts';

export type { ImportRequest } from './stage.ts';

/** Bringing people in: imports are started, looked at and cancelled here, and run by an `Importer`. */

/** Starts an import and answers at once; `finished` resolves when it came to its end, one way or the other. */
export async function startImport(
  context: Context,
  request: ImportRequest,
): Promise<{ run: ImportRun; finished: Promise<ImportRun> }> {
  requireWrite(context);
  if (request.files.length === 0) throw new AppError('invalid', 'Name at least one file to import.');
  const id = newId(context.store);
  const job: Job = { context, id, flag: { cancelled: false } };
  // Before it is entered: what takes up the runs of a stopped process must not take it for one.
  running.set(id, job.flag);
  try {
    await enter(job, request);
  } catch (error) {
    running.delete(id);
    throw error;
  }
  const finished = finishImport(job, request).finally(() => running.delete(id));
  // Whoever waits gets the failure; nobody waiting, it is in the run.
  finished.catch(() => undefined);
  return { run: await getImport(context, id), finished };
}

async function enter({ context, id }: Job, request: ImportRequest): Promise<void> {
  const { store, actor } = context;
  await store.database.write((tx) =>
    insertRun(scopeWith(store, tx, actor.networkId), {
      id,
      step_id: null,
      source_label: request.source ?? null,
      state: 'reading',
      dry_run: request.dryRun ? 1 : 0,
      started_at: toInstant(store.now()),
      finished_at: null,
      files: JSON.stringify(request.files.map((file) => file.name)),
      done: 0,
      total: null,
      what: 'Reading',
      counts: '[]',
      doubles: null,
      error: null,
      report: null,
      notes: '[]',
      missing: 0,
      lease: leaseOf(store),
    }),
  );
}

async function finishImport(job: Job, request: ImportRequest): Promise<ImportRun> {
  const { context, id } = job;
  try {
    await importerOf(context.store).run(job, request);
  } catch (error) {
    if (error instanceof AppError && error.details.open === true) finishLater(() => resumeImports(context));
    throw error;
  }
  return getImport(context, id);
}

/** Cancels an import of this process; answers when nothing of it is left. */
export async function cancelImport(context: Context, id: string): Promise<ImportRun> {
  requireWrite(context);
  const flag = running.get(id);
  const run = await getImport(context, id);
  if (!flag) {
    if (run.state === 'done') throw new AppError('conflict', 'This import is finished. Undo it instead.');
    return run;
  }
  flag.cancelled = true;
  importerOf(context.store).cancel(id);
  for (;;) {
    const now = await getImport(context, id);
    if (!running.has(id)) return now;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * Imports a stopped process left behind: what was staged is gone on with; what was only being read is dropped. Answers how
 * many came to a good end.
 */
export async function resumeImports(context: Context): Promise<number> {
  const scope = scopeOf(context);
  const left = [...(await endedRunsWithStaged(scope)), ...(await unfinishedRuns(scope)).map(({ id }) => id)];
  let resumed = 0;
  for (const id of left) {
    if (running.has(id)) continue;
    const job: Job = { context, id, flag: { cancelled: false } };
    running.set(id, job.flag);
    try {
      if (await importerOf(context.store).resume(job)) resumed += 1;
    } finally {
      running.delete(id);
    }
  }
  return resumed;
}

export async function getImport(context: Context, id: string): Promise<ImportRun> {
  const run = await findRun(scopeOf(context), id);
  if (!run) throw new AppError('not-found', 'This import is not here (any more).');
  return toRun(context, run, true);
}

export async function listImports(context: Context): Promise<ImportRun[]> {
  const runs: ImportRun[] = [];
  for (const run of await listRuns(scopeOf(context), 50)) runs.push(await toRun(context, run, false));
  return runs;
}

/** Cancelled or failed, and not yet out of the network: whoever watches waits until nothing of it is left. */
function isTakenBack(run: ImportRunTable, step: StepTable | undefined): boolean {
  return (run.state === 'cancelled' || run.state === 'failed') && step?.state === 'open';
}

function stateOf(run: ImportRunTable, step: StepTable | undefined): ImportRun['state'] {
  if (isTakenBack(run, step)) return 'applying';
  return run.state === 'done' && step?.state === 'undone' ? 'undone' : (run.state as ImportRun['state']);
}

async function doublesOf(context: Context, { doubles }: ImportRunTable, stepId: string): Promise<Double[]> {
  const pairs = doubles === null ? await pairsOfImport(context, stepId) : (JSON.parse(doubles) as FoundPair[]);
  return openDoubles(context, pairs);
}

async function toRun(context: Context, run: ImportRunTable, whole: boolean): Promise<ImportRun> {
  const step = run.step_id === null ? undefined : await findStep(scopeOf(context), run.step_id);
  const doubles =
    whole && run.state === 'done' && run.step_id !== null ? await doublesOf(context, run, run.step_id) : [];
  return {
    id: run.id,
    stepId: run.step_id,
    state: stateOf(run, step),
    dryRun: run.dry_run === 1,
    startedAt: run.started_at,
    finishedAt: run.finished_at,
    files: JSON.parse(run.files) as string[],
    progress: isTakenBack(run, step)
      ? { done: 0, total: null, what: 'Taking back what was brought in' }
      : { done: run.done, total: run.total, what: run.what },
    error: run.error,
    report: run.report === null ? null : (JSON.parse(run.report) as ImportReport),
    notes: JSON.parse(run.notes) as string[],
    missing: run.missing,
    doubles,
  };
}
