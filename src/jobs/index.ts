import type { Context } from '../services/context.ts';
import { keepDayReady } from './keep-day-ready.ts';
import type { Job, JobParts } from './repeat.ts';
import { sendDigest } from './send-digest.ts';

/** Starts everything that runs without being asked. */
export function startJobs(context: Context, parts: JobParts): Job {
  const jobs = [keepDayReady(context, parts), ...(context.store.mailer ? [sendDigest(context, parts)] : [])];
  return {
    async stop() {
      await Promise.all(jobs.map((job) => job.stop()));
    },
  };
}
