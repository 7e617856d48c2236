import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../services/context.ts';
import { isOfTheMoment } from '../services/of-the-moment.ts';
import { prepareToday, restOfToday } from '../services/today.service.ts';

/** Also when nothing happens at midnight: clocks are set, machines sleep, the owner's zone changes, imports end. */
const LOOK_AGAIN_MS = 5 * 60_000;

export interface Job {
  /** Finishes what it is doing and does nothing more. */
  stop(): Promise<void>;
}

/**
 * Keeps the day's plan ready from now on: at once, as each day begins where the owner lives, and after changes that nobody
 * has looked at. What fails is logged and tried again the next time.
 */
export function keepDayReady(
  context: Context,
  {
    log,
    wait = (milliseconds, signal) => sleep(milliseconds, undefined, { signal, ref: false }),
  }: {
    log: (error: unknown, what: string) => void;
    wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
  },
): Job {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    while (!signal.aborted) {
      let rest = LOOK_AGAIN_MS;
      try {
        await prepareToday(context);
        rest = Math.min(rest, await restOfToday(context));
      } catch (error) {
        // What ends meanwhile is no failure, and what the database does not take now it may take later.
        if (!signal.aborted && !isOfTheMoment(error)) log(error, 'making the day ready');
      }
      // Not before the day has begun, however the clock counts.
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
