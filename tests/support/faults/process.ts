// A Tendril in a process of its own that is going to be killed. The command line is started as one types it; the other
// actions run this file: they do one thing to the whole data over and over, and say a word when each was done.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../../src/app.ts';
import { createHttp } from '../../../src/server/http.ts';
import type { ServerParts } from '../../../src/server/parts.ts';
import { startServer } from '../../../src/server/serve.ts';
import { backup, restore } from '../../../src/services/maintenance.service.ts';
import { migrate } from '../../../src/storage/migrator.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { ensureSecret } from '../../../src/storage/repositories/secret.repository.ts';
import type { TestDialect } from '../dialects.ts';
import { type Actions, runAction, say } from '../run-action.ts';
import type { EmptyDatabase } from '../test-database.ts';
import { acknowledgedEarly } from './acknowledged-early.ts';
import { NEWEST } from './newest-schema.ts';

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));
const DEFAULTS = { country: 'NL', zone: 'Europe/Amsterdam', locale: 'en-GB' };

/** Where a Tendril is, and of which kind. */
export interface Place extends EmptyDatabase {
  readonly dialect: TestDialect;
}

export interface Victim {
  readonly child: ChildProcess;
  /** What it has said so far, a line each; all of it once it has ended. */
  readonly words: readonly string[];
  /** What it complained of. */
  readonly complaints: readonly string[];
  nextWord(): Promise<string>;
  /** Ends it in the middle of whatever it does; answers when it is gone and all it said has arrived. */
  kill(): Promise<void>;
  /** Asks it to stop, and answers its exit code. */
  stop(): Promise<number | null>;
  ended(): Promise<number | null>;
}

function watch(child: ChildProcess): Victim {
  const words: string[] = [];
  const complaints: string[] = [];
  if (!child.stdout || !child.stderr) throw new Error('The process has no output.');
  const lines = createInterface({ input: child.stdout }).on('line', (line) => words.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const closed = once(child, 'close').then(() => child.exitCode);
  let read = 0;
  return {
    child,
    words,
    complaints,
    async nextWord() {
      while (words.length <= read) {
        const over = await Promise.race([once(lines, 'line').then(() => false), closed.then(() => true)]);
        if (over && words.length <= read) throw new Error(`The process ended early: ${complaints.join('\n')}`);
      }
      return words[read++] ?? '';
    },
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
    async stop() {
      child.kill('SIGTERM');
      return await closed;
    },
    ended: () => closed,
  };
}

function environment({ dialect, url }: Place): NodeJS.ProcessEnv {
  const { DATABASE_URL: _theirs, TENDRIL_DATA: _data, ...inherited } = process.env;
  return { ...inherited, ...(dialect === 'postgres' ? { DATABASE_URL: url } : {}) };
}

function cliArguments({ dialect, folder }: Place, args: readonly string[]): string[] {
  return [MAIN, ...(dialect === 'sqlite' ? ['--data', folder] : []), '--zone', 'Europe/Amsterdam', ...args];
}

/** A program other than this Node to start the command line with: a shell that sets a limit first, say. */
export interface Launcher {
  readonly program: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

const PLAIN: Launcher = { program: process.execPath, args: [] };

export function startCli(place: Place, args: readonly string[], launcher: Launcher = PLAIN): Victim {
  const { program, uid, gid } = launcher;
  const child = spawn(program, [...launcher.args, ...cliArguments(place, args)], {
    env: environment(place),
    cwd: place.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  return watch(child);
}

/** Runs a command to its end. */
export async function runCli(
  place: Place,
  args: readonly string[],
  launcher?: Launcher,
): Promise<{ code: number | null; said: string; complained: string }> {
  const victim = startCli(place, args, launcher);
  const code = await victim.ended();
  return { code, said: victim.words.join('\n'), complained: victim.complaints.join('\n') };
}

export interface ServingVictim extends Victim {
  readonly url: string;
}

/** Starts `tendril serve` and waits until it listens. */
export async function startServe(place: Place, launcher?: Launcher): Promise<ServingVictim> {
  const victim = startCli(place, ['--json', 'serve', '--port', '0'], launcher);
  let said = '';
  for (;;) {
    said += await victim.nextWord();
    const { url } = safeParse(said);
    if (url !== undefined) return { ...victim, url };
  }
}

/** The same server broken on purpose: it answers before what it answers for is committed. */
export async function startBrokenServe(place: Place): Promise<ServingVictim> {
  const victim = startAction(place, 'serveEarly');
  return { ...victim, url: await victim.nextWord() };
}

function safeParse(said: string): { url?: string } {
  try {
    return JSON.parse(said) as { url?: string };
  } catch {
    return {};
  }
}

/** Starts one of the actions below on a place. */
export function startAction(place: Place, action: keyof typeof actions, ...rest: readonly string[]): Victim {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), place.url, action, ...rest], {
    env: environment(place),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return watch(child);
}

// ---- in the process that is killed ------------------------------------------------------------------------------

const actions = {
  /** Backs up without end, to each of the given files in turn. */
  async backup(url: string, ...files: string[]) {
    const app = await createApp({ database: url, defaults: DEFAULTS });
    const context = app.contextFor({ name: 'you', scope: 'write' });
    say('ready');
    for (let i = 0; ; i++) {
      const file = files[i % files.length] ?? '';
      await backup(context, file);
      say(file);
    }
  },
  /** Restores without end, each of the given files in turn. */
  async restore(url: string, ...files: string[]) {
    const app = await createApp({ database: url, defaults: DEFAULTS });
    say('ready');
    for (let i = 0; ; i++) {
      const file = files[i % files.length] ?? '';
      const { kept } = await restore(app.store, file);
      say(JSON.stringify({ file, kept }));
    }
  },
  /** Brings data of an older schema to the newest one. */
  async migrate(url: string) {
    const database = await openDatabase({ url });
    say('ready');
    await once(process.stdin, 'data');
    await migrate(database, NEWEST, { onProgress: say });
    say('done');
    await database.close();
  },
  async serveEarly(url: string) {
    const app = await createApp({ database: url, defaults: DEFAULTS });
    const store = acknowledgedEarly(app.store);
    const parts: ServerParts = {
      store,
      networkId: app.networkId,
      version: app.version,
      demo: false,
      folder: '',
      webRoot: '',
      secret: (name) => ensureSecret(store, name),
      checkAnswers: false,
      log: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
    };
    const server = await startServer(
      {
        ...parts,
        http: async (options) => createHttp(parts, options),
        takeUpOpenWork: app.takeUpOpenWork,
        startJobs: app.startJobs,
        close: app.close,
      },
      { host: '127.0.0.1', port: 0 },
    );
    say(server.url);
    // It serves until it is killed.
    await new Promise<never>(() => undefined);
  },
} satisfies Actions;

if (import.meta.main) await runAction(actions);
