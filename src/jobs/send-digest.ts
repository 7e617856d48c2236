import type { Context } from '../services/context.ts';
import { tendDigest } from '../services/digest.service.ts';
import { type Job, type JobParts, repeat } from './repeat.ts';

/** Soon after a machine has slept through the hour, and after another hour was chosen. */
const LOOK_AGAIN_MS = 60_000;

/** Sends the mail of the morning from now on, each day at its hour or as soon after it as this process is awake. */
export function sendDigest(context: Context, parts: JobParts): Job {
  const options = { ...parts, what: 'sending the mail of the morning', mostMs: LOOK_AGAIN_MS };
  const job = repeat(() => tendDigest(context), options);
  return {
    async stop() {
      // What is on its way is not waited for: it is tried again at the next start.
      context.store.mailer?.close();
      await job.stop();
    },
  };
}
