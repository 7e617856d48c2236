import type { ImportReport } from '../../contract/shapes.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import { addDays, toInstant } from '../../domain/dates.ts';
import { AppError } from '../../domain/errors.ts';
import type { StepId } from '../../domain/ids.ts';
import { ADDRESS_BOOK, isSameMove, moveOf, PROFILE, withinOneCompany } from '../../domain/keeping/noticing.ts';
import { countSkipped } from '../../domain/skipped-rows.ts';
import { continueStep, endStep, openStep } from '../../storage/feed.ts';
import {
  dropStaged,
  findRun,
  stagedKeys,
  stagedRows,
  updateRun,
  updateUnfinishedRun,
} from '../../storage/repositories/import.repository.ts';
import { momentsFoundBy } from '../../storage/repositories/moment.repository.ts';
import { findSource, recordKeys } from '../../storage/repositories/source.repository.ts';
import type { ImportRunTable } from '../../storage/schema.ts';
import { committedScope, newId, type Scope, scopeWith } from '../../storage/store.ts';
import { type Context, scopeOf, todayOf } from '../context.ts';
import { pairsOfImport } from '../duplicates.service.ts';
import { takeBackOpenStep } from '../history.service.ts';
import { isOfTheMoment } from '../of-the-moment.ts';
import { readSettings } from '../read-settings.ts';
import { applyRows } from './apply.ts';
import {
  checkCancelled,
  isElsewhere,
  isOurs,
  type Job,
  keepLease,
  leaseOf,
  leaveTurn,
  note,
  patiently,
  running,
  takeTurn,
} from './job.ts';
import { type Outcome, Planner, type StagedRow } from './plan.ts';
import type { StagedDraft } from './reader.ts';
import { type ImportRequest, type SourceName, stageFiles } from './stage.ts';

/**
 * One run of an import: files are read in a thread and staged, then planned and applied slice by slice under one step. Killed
 * on the way, what was staged is gone on with at the next start; what was still being read is dropped, nothing of it applied.
 */

/** People written together: the more, the more of them share a page of an index. */
const SLICE = 500;
/** A dry run has only its memory to know the people by that it would make. */
const MOST_REHEARSED = 100_000;
const REHEARSED_IN_PARTS = `A dry run compares at most ${MOST_REHEARSED} people with each other; the import itself may find more of them to be one.`;
const KEYS_SLICE = 1_000;
/** Staged rows dropped at once: a few milliseconds. */
const DROPPED_AT_ONCE = 2_000;
/** An import that was stopped is gone on with within this time, or finds less of its own news again. */
const LONGEST_RUN_DAYS = 31;
/** Of a source's people, the share a newer export must name before the others count as absent: another file of the same format is no newer export. */
const SAME_EXPORT_SHARE = 0.3;

/**
 * Reads, plans and applies a run that was entered; where it fails or is cancelled, takes it back.
 * @throws AppError what the files or the database refused, with `details.open` when not even the end could be written
 */
export async function runImport(job: Job, request: ImportRequest): Promise<void> {
  await toItsEnd(job, async () => {
    await stageFiles(job, request);
    if (request.dryRun) await rehearse(job);
    else await patiently(job, () => applyStaged(job));
  });
}

async function toItsEnd(job: Job, work: () => Promise<void>): Promise<void> {
  running.set(job.id, job.flag);
  const stillHere = keepLease(job);
  try {
    await work();
  } catch (error) {
    await endBadly(job, error);
  } finally {
    stillHere.stop();
    running.delete(job.id);
  }
}

/** Not even its end could be written: the run stays open until the database takes it, here or at a later start. */
function leaveOpen(error: unknown): never {
  if (!(error instanceof AppError && isOfTheMoment(error))) throw error;
  const message = `${error.message} The import was begun; afterwards it is brought to its end by itself.`;
  throw new AppError(error.code, message, { cause: error, details: { open: true } });
}

/** The keys a run names, by the names of its sources. */
async function keysOfRun(job: Job): Promise<Map<string, Set<string>>> {
  const keys = new Map<string, Set<string>>();
  for (let from = 0; ; ) {
    const rows = await stagedKeys(scopeOf(job.context), job.id, { from, limit: KEYS_SLICE });
    const last = rows.at(-1);
    if (!last) return keys;
    from = last.position + 1;
    for (const { source_id: name, key } of rows) {
      const mine = keys.get(name);
      if (mine) mine.add(key);
      else keys.set(name, new Set([key]));
    }
  }
}

/** The ids of the sources of a run by their names. Without a step, which is a dry run, one that is not there yet stands for itself. */
async function sourcesOfRun(job: Job, names: Iterable<string>, stepId?: StepId): Promise<Map<string, string>> {
  const { store, actor } = job.context;
  const ids = new Map<string, string>();
  for (const name of names) {
    const { format, label } = JSON.parse(name) as SourceName;
    const found = await findSource(scopeOf(job.context), format, label);
    ids.set(name, found?.id ?? (stepId === undefined ? name : newId(store)));
    if (found || stepId === undefined) continue;
    await continueStep(store, actor.networkId, stepId, (writer) =>
      writer.insert('source', [{ id: ids.get(name) ?? '', format, label, last_import_on: null }]),
    );
  }
  return ids;
}

async function ensureStep(job: Job): Promise<StepId> {
  const { store, actor } = job.context;
  const run = await findRun(scopeOf(job.context), job.id);
  if (run?.step_id) return run.step_id as StepId;
  const stepId = newId(store);
  return openStep(
    store,
    actor.networkId,
    async (scope) => {
      await updateRun(scope, job.id, { step_id: stepId });
      return { kind: 'import', title: 'Import', actor: actor.name };
    },
    stepId,
  );
}

async function plannerFor(job: Job, keysInRun: ReadonlyMap<string, ReadonlySet<string>>): Promise<Planner> {
  const { store } = job.context;
  const { country } = await readSettings(scopeOf(job.context));
  return new Planner({
    toE164: (number) => store.phoneKey(number, country),
    newId: () => newId(store),
    keysInRun,
  });
}

const byId = (keys: ReadonlyMap<string, ReadonlySet<string>>, sources: ReadonlyMap<string, string>) =>
  new Map([...keys].map(([name, mine]) => [sources.get(name) ?? name, mine]));

interface Slice {
  readonly rows: readonly StagedRow[];
  /** The file of each row. */
  readonly files: readonly number[];
  /** The position after it. */
  readonly next: number;
}

/** The slice of a run from a position on; undefined at its end. */
async function sliceOf(
  scope: Scope,
  importId: string,
  { from, sources }: { from: number; sources: ReadonlyMap<string, string> },
): Promise<Slice | undefined> {
  const staged = await stagedRows(scope, importId, { from, limit: SLICE });
  const last = staged.at(-1);
  if (!last) return undefined;
  const rows = staged.map(
    (row): StagedRow => ({
      sourceId: sources.get(row.source_id) ?? row.source_id,
      key: row.key,
      hash: row.hash,
      draft: JSON.parse(row.draft) as StagedDraft['draft'],
    }),
  );
  return { rows, files: staged.map((row) => row.file), next: last.position + 1 };
}

async function rehearse(job: Job): Promise<void> {
  const scope = scopeOf(job.context);
  const keys = await keysOfRun(job);
  const sources = await sourcesOfRun(job, keys.keys());
  const planner = await plannerFor(job, byId(keys, sources));
  const counts = await countsOf(scope, job.id);
  let forgot = false;
  for (let from = 0; ; ) {
    checkCancelled(job);
    const slice = await sliceOf(scope, job.id, { from, sources });
    if (!slice) break;
    const plans = await planner.plan(scope, slice.rows);
    tally(
      counts,
      slice.files,
      plans.map((plan) => plan.outcome),
    );
    from = slice.next;
    await note(job, { done: from, what: 'Matching people', counts: JSON.stringify(counts) });
    if (planner.size > MOST_REHEARSED) {
      planner.forget();
      forgot = true;
    }
  }
  await finish(job, { counts, missing: 0, notes: forgot ? [REHEARSED_IN_PARTS] : [] });
}

/** Begun again after a failure, it goes on where it had come to. */
async function applyStaged(job: Job): Promise<void> {
  const scope = scopeOf(job.context);
  // A commit whose answer got lost may have been the last.
  if ((await findRun(scope, job.id))?.state === 'done') return;
  const today = await todayOf(job.context);
  const stepId = await ensureStep(job);
  await takeTurn(job);
  const keys = await keysOfRun(job);
  const sources = await sourcesOfRun(job, keys.keys(), stepId);
  const keysInRun = byId(keys, sources);
  const profiles = profilesAmong(sources);
  const planner = await plannerFor(job, keysInRun);
  const counts = await countsOf(scope, job.id);
  for (let from = (await findRun(scope, job.id))?.done ?? 0; ; ) {
    checkCancelled(job);
    const next = await applySlices(job, { stepId, planner, counts, from, sources, profiles, today });
    if (next === from) break;
    from = next;
  }
  const missing = await noteMissing(job, { stepId, keysInRun, today, planner });
  const news = await weighNews(job, { stepId, today });
  await finish(job, { counts, missing: missing.missing, notes: [...missing.notes, ...news], stepId });
}

/**
 * Brings in slice after slice in one transaction, as long as nobody waits for it: every commit writes each page it touched,
 * and new names and addresses lie all over their indexes. The first stands alone, so that it is seen to go on. Answers the
 * position after them.
 */
async function applySlices(
  job: Job,
  run: {
    stepId: StepId;
    planner: Planner;
    counts: [number, number, number][];
    from: number;
    sources: ReadonlyMap<string, string>;
    profiles: ReadonlyMap<string, string>;
    today: CalendarDate;
  },
): Promise<number> {
  const { store, actor } = job.context;
  const { planner, counts, sources } = run;
  const next = await continueStep(store, actor.networkId, run.stepId, async (writer) => {
    const mayGoOn = store.database.takeTurn();
    // What was there before: the planner remembers what this transaction does, and need not wait until it is done.
    const before = committedScope(store, actor.networkId);
    let position = run.from;
    do {
      const slice = await sliceOf(before, job.id, { from: position, sources });
      if (!slice) break;
      const plans = await planner.plan(before, slice.rows);
      const planned = slice.rows.flatMap((row, i) => {
        const plan = plans[i];
        return plan ? [{ row, plan }] : [];
      });
      tally(counts, slice.files, await applyRows(writer, planned, { today: run.today, profiles: run.profiles }));
      await writer.settle();
      position = slice.next;
    } while (run.from > 0 && mayGoOn() && !job.flag.cancelled);
    await updateRun(writer, job.id, { done: position, counts: JSON.stringify(counts), lease: leaseOf(store) });
    return position;
  });
  // The database knows them as well by now.
  planner.forget();
  return next;
}

/** Where a change of work or city is news, and what it is told under: a profile, or what an address book says by now. */
const TELLING: ReadonlyMap<string, string> = new Map([
  ['linkedin', PROFILE],
  ['google-csv', 'Google Contacts'],
  ['outlook-csv', 'Outlook'],
  ['vcard', ADDRESS_BOOK],
]);

function profilesAmong(sources: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...sources].flatMap(([name, id]) => {
      const told = TELLING.get((JSON.parse(name) as SourceName).format);
      return told === undefined ? [] : [[id, told] as const];
    }),
  );
}

/** Several who went from one company to another with the same title did not move: the company changed its name. */
async function weighNews(job: Job, { stepId, today }: { stepId: StepId; today: CalendarDate }): Promise<string[]> {
  const { store, actor } = job.context;
  return continueStep(store, actor.networkId, stepId, async (writer) => {
    const found = await momentsFoundBy(writer, stepId, { since: addDays(today, -LONGEST_RUN_DAYS) });
    const news = found.filter(({ kind }) => kind !== 'move');
    const moves = Map.groupBy(news, ({ text, was }) => moveOf({ text, was: was ?? '' }));
    const told = ({ text, was }: (typeof news)[number]) => ({ text, was: was ?? '' });
    const renamings = [...moves].flatMap(([move, rows]) =>
      move !== undefined && rows.length > 1 ? rows.slice(0, 1) : [],
    );
    let count = found.length - news.length;
    for (const row of news) {
      const isRenamed = renamings.some((one) => isSameMove(told(one), told(row)));
      const kind = isRenamed ? withinOneCompany(told(row)) : row.kind;
      count += kind === undefined ? 0 : 1;
      if (kind === undefined) await writer.remove('moment', [row.id]);
      else if (kind !== row.kind) await writer.update('moment', row.id, { kind });
    }
    if (count === 0) return [];
    return [
      count === 1
        ? 'There is news of one person: Today says what, and asks you to check first.'
        : `There is news of ${count} people: Today says what, and asks you to check first.`,
    ];
  });
}

async function countsOf(scope: Scope, id: string): Promise<[number, number, number][]> {
  const run = await findRun(scope, id);
  return JSON.parse(run?.counts ?? '[]') as [number, number, number][];
}

function tally(counts: [number, number, number][], files: readonly number[], outcomes: readonly Outcome[]): void {
  for (const [i, outcome] of outcomes.entries()) {
    const count = counts[files[i] ?? 0];
    if (count) count[outcome === 'created' ? 0 : outcome === 'updated' ? 1 : 2] += 1;
  }
}

/** People of a source that its newer export no longer names are marked, never deleted. */
async function noteMissing(
  job: Job,
  run: { stepId: StepId; keysInRun: ReadonlyMap<string, ReadonlySet<string>>; today: CalendarDate; planner: Planner },
): Promise<{ missing: number; notes: string[] }> {
  const { store, actor } = job.context;
  let missing = 0;
  for (const [sourceId, keys] of run.keysInRun) {
    let known = 0;
    const absent: { id: string; missing_since: string | null }[] = [];
    // All that a new source has said is of this run.
    const records = run.planner.isNew(sourceId) ? [] : recordKeys(scopeOf(job.context), sourceId);
    for await (const record of records) {
      known += 1;
      if (!keys.has(record.key)) absent.push(record);
    }
    const newer = known - absent.length >= SAME_EXPORT_SHARE * known;
    const fresh = newer ? absent.filter((record) => record.missing_since === null) : [];
    missing += newer ? absent.length : 0;
    for (let i = 0; i < Math.max(1, fresh.length); i += SLICE) {
      await continueStep(store, actor.networkId, run.stepId, async (writer) => {
        for (const record of fresh.slice(i, i + SLICE))
          await writer.update('source_record', record.id, { missing_since: run.today });
        await writer.update('source', sourceId, { last_import_on: run.today });
        return null;
      });
    }
  }
  const notes =
    missing === 0
      ? []
      : [
          `${missing} ${missing === 1 ? 'person is' : 'people are'} not in this export any more. Nobody was deleted; their pages say so.`,
        ];
  return { missing, notes };
}

async function finish(
  job: Job,
  end: { counts: readonly [number, number, number][]; missing: number; notes: readonly string[]; stepId?: StepId },
): Promise<void> {
  const { store, actor } = job.context;
  const scope = scopeOf(job.context);
  const run = await findRun(scope, job.id);
  const report = JSON.parse(run?.report ?? '{"files":[]}') as ImportReport;
  report.files.forEach((file, i) => {
    [file.created, file.updated, file.unchanged] = end.counts[i] ?? [0, 0, 0];
  });
  const sum = (pick: (file: ImportReport['files'][number]) => number) =>
    report.files.reduce((total, file) => total + pick(file), 0);
  Object.assign(report, {
    created: sum((f) => f.created),
    updated: sum((f) => f.updated),
    unchanged: sum((f) => f.unchanged),
    skipped: sum(countSkipped),
  });
  const notes = [...(JSON.parse(run?.notes ?? '[]') as string[]), ...end.notes];
  const doubles = end.stepId === undefined ? null : JSON.stringify(await pairsOfImport(job.context, end.stepId));
  await store.database.write(async (tx) => {
    const inside = scopeWith(store, tx, actor.networkId);
    await updateRun(inside, job.id, {
      state: 'done',
      finished_at: toInstant(store.now()),
      report: JSON.stringify(report),
      notes: JSON.stringify(notes),
      missing: end.missing,
      doubles,
      what: '',
      lease: null,
    });
    if (end.stepId)
      await endStep(store, inside, end.stepId, { state: 'done', title: titleOf(report), result: { importId: job.id } });
  });
  // The import is whole: what cannot be dropped now is no failure of it, and goes at the next start.
  await dropAllStaged(job.context, job.id).catch(() => undefined);
}

/** Once a run has ended: what is left of it when this is stopped goes at the next start. */
async function dropAllStaged({ store, actor }: Context, id: string): Promise<void> {
  const drop = () =>
    store.database.write((tx) => dropStaged(scopeWith(store, tx, actor.networkId), id, DROPPED_AT_ONCE), {
      relaxed: true,
    });
  while (await drop());
}

function titleOf(report: ImportReport): string {
  const formats = [...new Set(report.files.filter((file) => file.format !== 'unread').map((file) => file.format))].join(
    ', ',
  );
  return `Imported ${report.created} new and ${report.updated} changed people (${formats})`;
}

/**
 * Of a run that failed or was cancelled nothing stays. One that came to its good end before is left as it is.
 * @throws the error, unless the run was cancelled or is done; with `details.open` when not even its end could be written
 */
export async function endBadly(job: Job, error: unknown): Promise<void> {
  const state = await takeBackRun(job, error).catch(leaveOpen);
  if (state === 'failed') throw error;
}

/**
 * The run says why, what was staged is dropped, and what was applied is undone whole. In this order, so that stopped in
 * between it is never gone on with; the step that is still open is then taken back at the next start.
 */
async function takeBackRun(job: Job, error: unknown): Promise<ImportRunTable['state']> {
  const { store, actor } = job.context;
  const message =
    error instanceof AppError ? error.message : 'The import failed for a reason of our own. The log says more.';
  const report = error instanceof AppError ? (error.details.report as ImportReport | undefined) : undefined;
  await store.database.write((tx) =>
    // A commit whose answer got lost may have been the last.
    updateUnfinishedRun(scopeWith(store, tx, actor.networkId), job.id, {
      state: job.flag.cancelled ? 'cancelled' : 'failed',
      finished_at: toInstant(store.now()),
      error: job.flag.cancelled ? null : message,
      what: '',
      lease: null,
      ...(report ? { report: JSON.stringify(report) } : {}),
    }),
  );
  const run = await findRun(scopeOf(job.context), job.id);
  if (run?.step_id) await takeBackOpenStep(store, actor.networkId, run.step_id);
  await dropAllStaged(job.context, job.id);
  return run?.state ?? 'failed';
}

/**
 * Goes on with a run that a stopped process left: what was staged is applied; what was only being read is dropped, and so is
 * what is left of a run that has ended. Answers whether it was brought to a good end; a bad one is in the run.
 * @throws AppError with `details.open` when not even its end could be written; any fault of ours
 */
export async function resumeRun(job: Job): Promise<boolean> {
  const run = await findRun(scopeOf(job.context), job.id);
  if (!run || isElsewhere(run, job.context.store.now())) return false;
  if (run.finished_at !== null) {
    await dropAllStaged(job.context, job.id);
    return false;
  }
  try {
    await toItsEnd(job, () => goOn(job, run));
  } catch (error) {
    if (isOurs(error) || (error instanceof AppError && error.details.open === true)) throw error;
    return false;
  }
  return (await findRun(scopeOf(job.context), job.id))?.state === 'done';
}

async function goOn(job: Job, run: ImportRunTable): Promise<void> {
  if (run.state === 'reading' || run.dry_run === 1) {
    throw new AppError(
      'conflict',
      'Tendril was stopped while it read the files. Nothing was brought in: import them again.',
    );
  }
  await patiently(job, async () => {
    await leaveTurn(job);
    await applyStaged(job);
  });
}
