// A whole Tendril on a socket, for tests that come to it as a browser or as another process does.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type App, createApp } from '../../src/app.ts';
import { readAssistantConfig } from '../../src/services/assistant/assistant-config.ts';
import type { Context } from '../../src/services/context.ts';
import { loadDemo } from '../../src/services/demo.service.ts';
import { readMailConfig } from '../../src/services/mail/mail-config.ts';
import { TEN } from './an-app.ts';
import type { TestDialect } from './dialects.ts';
import { createEmptyDatabase, createNewDatabase, type EmptyDatabase } from './test-database.ts';

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
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** When the process ended, in milliseconds since the epoch by the machine's own clock. */
  readonly endedAt: number;
}

/** A Tendril that answers at an address, in this process or in another. */
export interface Served {
  readonly url: string;
  /** The server's time; the browser's is set by it. */
  readonly clock: RunningClock;
  /** What the server had to say of failures of its own. */
  readonly logged: readonly unknown[];
  /** Runs the command line in a process of its own, on the same data. */
  cli(...args: string[]): Promise<CliResult>;
  close(): Promise<void>;
}

export interface AppServer extends Served {
  readonly app: App;
  /** What services are called with in the owner's name, to set a scene without the browser. */
  context(): Context;
}

/** The zone of the network and of the browser. The process itself runs in another: nothing may depend on it. */
export const HOME_ZONE = 'Europe/Amsterdam';

export interface AppServerOptions {
  readonly dialect?: TestDialect;
  /** With the invented network in it, open to all who sit at this machine. */
  readonly demo?: boolean;
  /** What time the server believes it is when it starts. */
  readonly at?: number;
  /** As in TENDRIL_SMTP_URL. */
  readonly smtpUrl?: string;
  /** As in TENDRIL_ASSISTANT_URL. */
  readonly assistantUrl?: string;
}

/** Starts a server in this process on an empty database and a free port; every answer is held against its schema. */
export async function startAppServer({
  dialect = 'sqlite',
  demo = false,
  at = TEN,
  smtpUrl,
  assistantUrl,
}: AppServerOptions = {}): Promise<AppServer> {
  const database = await createNewDatabase(dialect);
  const clock = new RunningClock(at);
  const logged: unknown[] = [];
  const mail = readMailConfig({ TENDRIL_SMTP_URL: smtpUrl, TENDRIL_MAIL_FROM: 'Tendril <ines@example.org>' });
  const assistant = readAssistantConfig({ TENDRIL_ASSISTANT_URL: assistantUrl, TENDRIL_ASSISTANT_MODEL: 'small' });
  const app = await createApp(
    {
      database: database.url,
      folder: database.folder,
      defaults: { country: 'NL', zone: HOME_ZONE, locale: 'en-GB' },
      checkAnswers: true,
      demo,
      ...(mail && { mail }),
      ...(assistant && { assistant }),
    },
    { now: clock.now, log: (error) => logged.push(error) },
  );
  const context = () => app.contextFor({ name: 'you', scope: 'write' });
  if (demo) await loadDemo(context());
  const server = await app.serve({ host: '127.0.0.1', port: 0 });
  const place = placeOf(dialect, database);
  return {
    url: server.url,
    app,
    clock,
    logged,
    context,
    cli: (...args) => runCli([...place.args, ...args], place.env),
    async close() {
      await server.close();
      await database.drop();
    },
  };
}

/** Starts `tendril serve` as one types it, in a process of its own, at the machine's own time. */
export async function startServeProcess(dialect: TestDialect): Promise<Served> {
  const database = await createEmptyDatabase(dialect);
  const place = placeOf(dialect, database);
  const child = spawnCli([...place.args, '--json', 'serve', '--port', '0'], place.env);
  const exit = once(child, 'exit');
  const logged: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => logged.push(line));
  let said = '';
  for await (const line of createInterface({ input: child.stdout })) {
    said += line;
    if (isJson(said)) break;
  }
  if (!isJson(said)) throw new Error(`The server did not start: ${logged.join('\n')}`);
  const { url }: { url: string } = JSON.parse(said);
  return {
    url,
    clock: new RunningClock(Date.now()),
    logged,
    cli: (...args) => runCli([...place.args, ...args], place.env),
    async close() {
      child.kill('SIGTERM');
      const [code]: unknown[] = await exit;
      await database.drop();
      if (code !== 0) throw new Error(`The server ended with ${String(code)}: ${logged.join('\n')}`);
    },
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** How the command line is told where the data is. */
function placeOf(
  dialect: TestDialect,
  { folder, url }: EmptyDatabase,
): { args: string[]; env: Record<string, string> } {
  return dialect === 'sqlite' ? { args: ['--data', folder], env: {} } : { args: [], env: { DATABASE_URL: url } };
}

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

function spawnCli(args: readonly string[], env: Readonly<Record<string, string>>) {
  return spawn(process.execPath, [main, '--zone', HOME_ZONE, '--country', 'NL', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function runCli(args: readonly string[], env: Readonly<Record<string, string>>): Promise<CliResult> {
  const child = spawnCli(args, env);
  const ended = once(child, 'exit').then(([code]) => ({ code: Number(code), endedAt: Date.now() }));
  const [stdout, stderr, exit] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { ...exit, stdout, stderr };
}
