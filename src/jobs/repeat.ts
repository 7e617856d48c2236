import { setTimeout as sleep } from 'node:timers/promises';
import { isOfTheMoment } from '../services/of-the-moment.ts';

export interface Job {
  /** Finishes what it is doing and does nothing more. */
  stop(): Promise<void>;
}

/** What jobs need of their surroundings. */
export interface JobParts {
  readonly log: (error: unknown, what: string) => void;
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/**
 * Does something at once and then again and again, until it is stopped. What fails is logged and tried again the next time.
 * @param work answers for how many milliseconds there is nothing to do
 * @param mostMs when to look again whatever the work says: clocks are set, machines sleep
 */
export function repeat(
  work: () => Promise<number>,
  {
    what,
    mostMs,
    log,
    wait = (milliseconds, signal) => sleep(milliseconds, undefined, { signal, ref: false }),
  }: JobParts & { readonly what: string; readonly mostMs: number },
): Job {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    while (!signal.aborted) {
      let rest = mostMs;
      try {
        rest = Math.min(rest, await work());
      } catch (error) {
        // What ends meanwhile is no failure, and what the database does not take now it may take later.
        if (!signal.aborted && !isOfTheMoment(error)) log(error, what);
      }
      // Not before the moment that is waited for, however the clock counts.
      await wait(rest + 1, signal).catch(() => undefined);
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
