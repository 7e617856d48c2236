import { hostname } from 'node:os';
import { AppError } from '../../domain/errors.ts';
import {
  findRun,
  unfinishedRuns,
  updateRun,
  updateUnfinishedRun,
} from '../../storage/repositories/import.repository.ts';
import type { ImportRunTable } from '../../storage/schema.ts';
import { type Store, scopeWith } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { isStale } from '../stale-lease.ts';

/** Who works on an import, here or elsewhere, and whose turn it is. */

const LEASE_MS = 15_000;
/** How often to look whether another import has ended. */
const TURN_MS = 50;

/** An import that this process is at. */
export interface Job {
  readonly context: Context;
  readonly id: string;
  readonly flag: { cancelled: boolean };
}

/** Imports going on in this process, so that one can be cancelled. */
export const running = new Map<string, { cancelled: boolean }>();

/** Says again and again that this process is at it: a large file takes longer to read than a lease lasts. */
export function keepLease(job: Job): { stop: () => void } {
  const { store, actor } = job.context;
  const renew = () =>
    store.database.write(
      async (tx) => {
        const scope = scopeWith(store, tx, actor.networkId);
        if ((await findRun(scope, job.id))?.lease) await updateRun(scope, job.id, { lease: leaseOf(store) });
      },
      { relaxed: true },
    );
  // A renewal that fails is made up for by the next, or the import fails by itself.
  const timer = setInterval(() => void renew().catch(() => undefined), LEASE_MS / 3);
  return { stop: () => clearInterval(timer) };
}

/** Writes to the run outside the feed. */
export async function note(job: Job, patch: Partial<Omit<ImportRunTable, 'network_id' | 'id'>>): Promise<void> {
  const { store, actor } = job.context;
  await store.database.write(
    (tx) => updateRun(scopeWith(store, tx, actor.networkId), job.id, { lease: leaseOf(store), ...patch }),
    { relaxed: true },
  );
}

/** Whether a failure is a fault of ours, of which people are told no more than that. */
export function isOurs(error: unknown): boolean {
  return !(error instanceof AppError) || error.code === 'internal';
}

export function checkCancelled(job: Job): void {
  if (job.flag.cancelled) throw new AppError('conflict', 'The import was cancelled.');
}

/** The pauses before an import tries again whose database does not answer: about a minute in all. */
const PAUSES_MS = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;

/** Does a part of an import, again if the database was away for a moment: what was done of it must be found then, not done twice. */
export async function patiently<T>(job: Job, part: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await part();
    } catch (error) {
      const pause = PAUSES_MS[tries];
      if (pause === undefined || !(error instanceof AppError && error.code === 'busy')) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
      checkCancelled(job);
    }
  }
}

/** One import at a time changes people: of two that bring the same person, the second must find what the first made. */
export async function takeTurn(job: Job): Promise<void> {
  const { store, actor } = job.context;
  for (;;) {
    const mine = await store.database.write(async (tx) => {
      const scope = scopeWith(store, tx, actor.networkId);
      await store.database.dialect.lockNetwork(tx, actor.networkId);
      const others = (await unfinishedRuns(scope)).filter((run) => run.id !== job.id && run.state === 'applying');
      if (others.some((run) => isAtWork(run, store.now()))) return false;
      await updateRun(scope, job.id, { state: 'applying', what: 'Bringing people in', lease: leaseOf(store) });
      return true;
    });
    if (mine) return;
    checkCancelled(job);
    await new Promise((resolve) => setTimeout(resolve, TURN_MS));
  }
}

/** A run that was stopped while it had the turn waits for it as any other: of two that were, each would wait for the other. */
export async function leaveTurn(job: Job): Promise<void> {
  const { store, actor } = job.context;
  await store.database.write(
    (tx) =>
      updateUnfinishedRun(scopeWith(store, tx, actor.networkId), job.id, {
        state: 'planning',
        lease: leaseOf(store),
      }),
    { relaxed: true },
  );
}

/** Whether some living process is at a run. */
function isAtWork(run: Pick<ImportRunTable, 'id' | 'lease'>, now: number): boolean {
  return running.has(run.id) || isElsewhere(run, now);
}

/** Whether another living process is at a run. */
export function isElsewhere(run: Pick<ImportRunTable, 'id' | 'lease'>, now: number): boolean {
  return isHeld(run.lease, now) && !isStale(run.id, run.lease, LEASE_MS);
}

export function leaseOf(store: Store): string {
  return `${hostname()} ${process.pid} ${store.now() + LEASE_MS}`;
}

/** Whether another living process works on the run: on this machine its process tells, elsewhere its time. */
function isHeld(lease: string | null, now: number): boolean {
  if (lease === null) return false;
  const [host, pid, until] = lease.split(' ');
  if (host !== hostname()) return Number(until) > now;
  if (Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return Number(until) > now;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && Number(until) > now;
  }
}
