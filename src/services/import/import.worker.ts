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
import { resumeRuns, runImport } from './run.ts';
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
  return { store: await opening, ...context };
}

async function answer(message: ThreadCall): Promise<number> {
  if (message.call === 'resume') return resumeRuns(await contextOf(message.context));
  // Before anything is awaited: a cancellation may come as soon as it is there.
  const flag = { cancelled: false };
  running.set(message.id, flag);
  try {
    const job: Job = { context: await contextOf(message.context), id: message.id, flag };
    await runImport(job, message.request);
    return 1;
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
    (count) => say({ count }),
    (error: unknown) => say({ problem: problemOf(error) }),
  );
});

function problemOf(error: unknown): ThreadProblem {
  if (error instanceof AppError) {
    const { code, message, details, stack } = error;
    return { code, message, details, stack };
  }
  return error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
}
