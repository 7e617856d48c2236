import { hostname } from 'node:os';
import { AppError } from '../../domain/errors.ts';
import { findRun, unfinishedRuns, updateRun } from '../../storage/repositories/import.repository.ts';
import type { ImportRunTable } from '../../storage/schema.ts';
import { type Store, scopeWith } from '../../storage/store.ts';
import type { Context } from '../context.ts';

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
    store.database.write(async (tx) => {
      const scope = scopeWith(store, tx, actor.networkId);
      if ((await findRun(scope, job.id))?.lease) await updateRun(scope, job.id, { lease: leaseOf(store) });
    });
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

export function checkCancelled(job: Job): void {
  if (job.flag.cancelled) throw new AppError('conflict', 'The import was cancelled.');
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

/** Whether some living process is at a run. */
export function isAtWork(run: Pick<ImportRunTable, 'id' | 'lease'>, now: number): boolean {
  return running.has(run.id) || isHeld(run.lease, now);
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
