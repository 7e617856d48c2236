import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../domain/errors.ts';
import { toE164 } from '../../formats/phone.ts';
import { joinWaiting } from '../../storage/dialects/waiting.ts';
import { openDatabase } from '../../storage/open-database.ts';
import { systemRandom } from '../../storage/random.ts';
import type { Schema } from '../../storage/schema.ts';
import type { Store } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import type { Job } from './job.ts';
import { running } from './job.ts';
import { resumeRun, runImport } from './run.ts';
import type { ThreadAnswer, ThreadCall, ThreadContext, ThreadData, ThreadMessage, ThreadProblem } from './thread.ts';

/** The thread that runs imports: see `ImportThread`. */

const port = parentPort;
if (!port) throw new Error('import.worker runs in a worker thread only.');
const { address, waiting } = workerData as ThreadData;
joinWaiting(waiting);

let now: number | undefined;
let opening: Promise<Store> | undefined;

async function open(): Promise<Store> {
  return {
    database: await openDatabase<Schema>({ url: address, bulk: true }),
    now: () => now ?? Date.now(),
    random: systemRandom,
    phoneKey: toE164,
  };
}

async function contextOf({ now: given, ...context }: ThreadContext): Promise<Context> {
  now = given;
  opening ??= open();
  try {
    return { store: await opening, ...context };
  } catch (error) {
    // The next import tries again.
    opening = undefined;
    throw error;
  }
}

/** Answers what `Importer.resume` does; of a run that was just started a bad end is an error. */
async function answer(message: ThreadCall): Promise<boolean> {
  // Before anything is awaited: a cancellation may come as soon as it is there.
  const flag = { cancelled: false };
  running.set(message.id, flag);
  try {
    const job: Job = { context: await contextOf(message.context), id: message.id, flag };
    if (message.call === 'resume') return await resumeRun(job);
    await runImport(job, message.request);
    return true;
  } finally {
    running.delete(message.id);
  }
}

async function end(): Promise<void> {
  try {
    await (await opening)?.database.close();
  } finally {
    process.exit();
  }
}

port.on('message', (message: ThreadMessage) => {
  if (message.call === 'end') return void end();
  if (message.call === 'cancel') {
    const flag = running.get(message.id);
    if (flag) flag.cancelled = true;
    return;
  }
  const { ticket } = message;
  const say = (said: Omit<ThreadAnswer, 'ticket'>) => port.postMessage({ ticket, ...said } satisfies ThreadAnswer);
  answer(message).then(
    (done) => say({ done }),
    (error: unknown) => say({ problem: problemOf(error) }),
  );
});

function problemOf(error: unknown): ThreadProblem {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  return {
    name,
    message,
    stack,
    ...(error.cause !== undefined && { cause: problemOf(error.cause) }),
    ...(error instanceof AppError && { code: error.code, details: error.details }),
  };
}
