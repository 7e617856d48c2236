// A whole Tendril on a socket, for tests that come to it as a browser or as another process does.

import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type App, createApp } from '../../src/app.ts';
import { TEN } from './an-app.ts';
import type { TestDialect } from './dialects.ts';
import { createEmptyDatabase } from './test-database.ts';

/** A clock that runs, from wherever it was set. */
export class RunningClock {
  #ahead: number;

  constructor(at: number) {
    this.#ahead = at - Date.now();
  }

  readonly now = (): number => Date.now() + this.#ahead;

  set(at: number): void {
    this.#ahead = at - Date.now();
  }
}

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** When the process had ended, in milliseconds since the epoch by the machine's own clock. */
  readonly endedAt: number;
}

export interface AppServer {
  readonly url: string;
  readonly app: App;
  /** The server's time; the browser's is set beside it. */
  readonly clock: RunningClock;
  /** Failures of our own that the server logged. */
  readonly logged: unknown[];
  /** Runs the command line in a process of its own, on the same data. */
  cli(...args: string[]): Promise<CliResult>;
  close(): Promise<void>;
}

/** The zone of the network and of the browser. The process itself runs in another: nothing may depend on it. */
export const HOME_ZONE = 'Europe/Amsterdam';

export interface AppServerOptions {
  readonly dialect?: TestDialect;
  readonly demo?: boolean;
  /** What time the server believes it is when it starts. */
  readonly at?: number;
}

/** Starts a server on an empty database, on a free port; every answer is held against its schema. */
export async function startAppServer({
  dialect = 'sqlite',
  demo = false,
  at = TEN,
}: AppServerOptions = {}): Promise<AppServer> {
  const database = await createEmptyDatabase(dialect);
  const clock = new RunningClock(at);
  const logged: unknown[] = [];
  const app = await createApp(
    {
      database: database.url,
      defaults: { country: 'NL', zone: HOME_ZONE, locale: 'en-GB' },
      checkAnswers: true,
      demo,
    },
    { now: clock.now, log: (error) => logged.push(error) },
  );
  const server = await app.serve({ host: '127.0.0.1', port: 0 });
  const data = dialect === 'sqlite' ? { args: ['--data', database.folder], env: {} } : { args: [], env: { DATABASE_URL: database.url } };
  return {
    url: server.url,
    app,
    clock,
    logged,
    cli: (...args) => runCli([...data.args, ...args], data.env),
    async close() {
      await server.close();
      await database.drop();
    },
  };
}

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

async function runCli(args: readonly string[], env: Readonly<Record<string, string>>): Promise<CliResult> {
  const child = spawn(process.execPath, [main, '--zone', HOME_ZONE, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<{ code: number | null; endedAt: number }>((resolve, reject) => {
    child.on('error', reject).on('exit', (code) => resolve({ code, endedAt: Date.now() }));
  });
  const [stdout, stderr, exit] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { ...exit, stdout, stderr };
}
