import { openAsBlob } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportRun } from '../../../src/contract/shapes.ts';
import { type Friend, type Send, sendTo } from './friend.ts';
import type { Pace } from './pace.ts';
import { type ServingVictim, startServe } from './process.ts';
import { examine, type ImportFile, makeImportFile, newFriend, type World, withAdmin } from './world.ts';

/** What one round found. */
export interface Round {
  /** Where the fault fell. */
  readonly phase: string;
  readonly problems: readonly string[];
  readonly importsCompleted?: number;
}

type Serve = (place: World['place']) => Promise<ServingVictim>;

/** Thrown in place of an answer when there is nobody to give one. */
class Unanswered extends Error {}

function overSocket(url: string, token: string): Send {
  const send = sendTo(url, token);
  return async (request) => {
    try {
      return await send(request);
    } catch (cause) {
      throw new Unanswered('No answer came.', { cause });
    }
  };
}

/** Acts until there is no answer any more. */
async function actUntilGone(friend: Friend, send: Send): Promise<void> {
  try {
    for (;;) await friend.act(send);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
  }
}

/** Several people write over HTTP; the server is killed among it, now and then while it is still starting. */
export async function killWrites(world: World, pace: Pace, mark: string, serve: Serve = startServe): Promise<Round> {
  const victim = await serve(world.place);
  const send = overSocket(victim.url, world.token);
  const before = world.ledger.acknowledged;
  const friends = ['a', 'b', 'c'].map((letter) => newFriend(world, mark + letter));
  const writing = Promise.all(friends.map((friend) => actUntilGone(friend, send)));
  // A fault of the writing itself shows below, not as a rejection that nobody awaits.
  writing.catch(() => undefined);
  const early = world.random.chance(0.1);
  for (let waited = 0; !early && world.ledger.acknowledged === before && waited < 20_000; waited += 5) await sleep(5);
  await sleep(pace.draw());
  const inFlight = friends.filter((friend) => friend.pending).length;
  await victim.kill();
  await writing;
  const { problems } = await examine(world);
  return { phase: early ? 'while starting' : `${inFlight} writes in flight`, problems };
}

/** A file is uploaded while someone else writes; the server is killed on the way. */
export async function killImport(world: World, pace: Pace, mark: string): Promise<Round> {
  const file = await fileFor(world, mark);
  const victim = await startServe(world.place);
  const send = overSocket(victim.url, world.token);
  const friend = newFriend(world, mark);
  await friend.act(send);
  const writing = actUntilGone(friend, send);
  writing.catch(() => undefined);
  const uploading = upload(victim.url, world.token, file);
  await sleep(pace.draw());
  await victim.kill();
  await writing;
  const acknowledged = (await uploading) !== undefined;
  const { problems, importState, takenUp } = await examine(world, file);
  const state = importState === undefined || (!acknowledged && importState === 'done') ? 'uploading' : importState;
  pace.tell(state === 'done' ? 'late' : state === 'uploading' ? 'early' : 'hit');
  return { phase: state, problems, importsCompleted: takenUp };
}

async function fileFor(world: World, mark: string): Promise<ImportFile> {
  const kind = world.random.chance(0.5) ? 'linkedin' : 'vcard';
  return await makeImportFile(world.place, { label: mark, people: 400, kind });
}

/** Undefined when no answer came. */
async function upload(url: string, token: string, file: ImportFile): Promise<ImportRun | undefined> {
  const form = new FormData();
  form.append('files', await openAsBlob(file.path), file.path.replace(/^.*\//, ''));
  try {
    const response = await fetch(`${url}/api/v1/imports?source=${file.label}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    return response.ok ? ((await response.json()) as ImportRun) : undefined;
  } catch {
    return undefined;
  }
}

/** How long a server may take to find its database again, and an import to come to its end. */
const PATIENCE_MS = 90_000;
const ACTS_AFTERWARDS = 3;

/**
 * PostgreSQL takes the connections away, or goes down altogether, while people write and a file comes in. The app says so
 * to whoever asks meanwhile, and goes on by itself.
 */
export async function loseDatabase(
  world: World,
  {
    pace,
    mark,
    fault,
  }: { pace: Pace; mark: string; fault: { name: string; times: number; happen: () => Promise<void> } },
): Promise<Round> {
  const file = await fileFor(world, mark);
  const victim = await startServe(world.place);
  const send = overSocket(victim.url, world.token);
  const friends = ['a', 'b'].map((letter) => newFriend(world, mark + letter));
  const over = { now: false };
  const writing = Promise.all(friends.map((friend) => actPatiently(friend, send, over)));
  writing.catch(() => undefined);
  const run = await uploadPatiently(victim.url, world.token, file);
  for (let i = 0; i < fault.times; i++) {
    await sleep(pace.draw());
    await fault.happen();
  }
  over.now = true;
  await writing;
  const ended = await untilEnded(victim.url, world.token, run);
  const code = await victim.stop();
  const { problems } = await examine(world, file);
  if (ended === undefined) problems.push('HANGS: the import did not come to its end.');
  if (code !== 0) problems.push(`EXIT: the server ended with ${code}: ${victim.complaints.at(-1)}`);
  const completed = ended?.state === 'done' ? 1 : 0;
  return { phase: `${fault.name}, import ${ended?.state ?? 'open'}`, problems, importsCompleted: completed };
}

/** Goes on acting, put off or not, until the faults are over and a few more acts were answered. */
async function actPatiently(friend: Friend, send: Send, over: { readonly now: boolean }): Promise<void> {
  let after = 0;
  let overSince: number | undefined;
  while (after < ACTS_AFTERWARDS) {
    const done = await friend.act(send);
    if (!done) await sleep(50);
    if (!over.now) continue;
    overSince ??= performance.now();
    if (done) after += 1;
    if (performance.now() - overSince > PATIENCE_MS) throw new Error('The server did not find its database again.');
  }
}

async function uploadPatiently(url: string, token: string, file: ImportFile): Promise<ImportRun> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const run = await upload(url, token, file);
    if (run) return run;
    if (performance.now() > end) throw new Error('The upload was never accepted.');
    await sleep(100);
  }
}

/** The run when it has ended; undefined when it never does. */
async function untilEnded(url: string, token: string, run: ImportRun): Promise<ImportRun | undefined> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const response = await fetch(`${url}/api/v1/imports/${run.id}`, { headers: { authorization: `Bearer ${token}` } });
    if (response.ok) {
      const now = (await response.json()) as ImportRun;
      if (!['reading', 'planning', 'applying'].includes(now.state)) return now;
    }
    await sleep(100);
  }
  return undefined;
}

/** Ends every connection to the database but our own; the database is the test's alone. */
export async function cutConnections(url: string): Promise<void> {
  await withAdmin(url, (admin) =>
    admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    ),
  );
}
