import type { Context } from '../services/context.ts';
import { prepareToday, restOfToday } from '../services/today.service.ts';
import { type Job, type JobParts, repeat } from './repeat.ts';

/** Also when nothing happens at midnight: the owner's zone changes, imports end. */
const LOOK_AGAIN_MS = 5 * 60_000;

/** Whoever opens the app as the server starts goes first: everybody is read when their screen is there. */
const AFTER_FIRST_SCREEN_MS = 3_000;

/**
 * Keeps the day's plan ready from now on: at once, as each day begins where the owner lives, and after changes that nobody
 * has looked at. What everybody has to be read for follows a moment later.
 */
export function keepDayReady(context: Context, parts: JobParts): Job {
  let atOnce = true;
  const work = async () => {
    const isWhole = await prepareToday(context, { atOnce });
    atOnce = isWhole;
    return isWhole ? restOfToday(context) : AFTER_FIRST_SCREEN_MS;
  };
  return repeat(work, { ...parts, what: 'making the day ready', mostMs: LOOK_AGAIN_MS });
}
