import type { Context } from '../services/context.ts';
import { prepareToday, restOfToday } from '../services/today.service.ts';
import { type Job, type JobParts, repeat } from './repeat.ts';

/** Also when nothing happens at midnight: the owner's zone changes, imports end. */
const LOOK_AGAIN_MS = 5 * 60_000;

/**
 * Keeps the day's plan ready from now on: at once, as each day begins where the owner lives, and after changes that nobody
 * has looked at.
 */
export function keepDayReady(context: Context, parts: JobParts): Job {
  const work = async () => {
    await prepareToday(context);
    return restOfToday(context);
  };
  return repeat(work, { ...parts, what: 'making the day ready', mostMs: LOOK_AGAIN_MS });
}
