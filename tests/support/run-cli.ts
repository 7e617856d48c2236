import { type ChildProcess, spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createApp, databaseIn } from '../../src/app.ts';
import type { Host } from '../../src/cli/host.ts';
import { runCli } from '../../src/cli/run.ts';
import { readMailConfig } from '../../src/services/mail/mail-config.ts';
import type { TestDialect } from './dialects.ts';
import type { EmptyDatabase } from './test-database.ts';

export type CliResult = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** The command line on a test's database, with nobody at a terminal. */
export type Cli = {
  /** Runs a command to its end in this process: a process of its own costs more than most commands do. */
  run(...args: string[]): Promise<CliResult>;
  /** Runs it with `--json` and reads the one document; throws when it failed. */
  json(...args: string[]): Promise<unknown>;
  /** Runs a command to its end in a process of its own, as one who types it does. */
  process(...args: string[]): Promise<CliResult>;
  /** Starts a command in a process of its own and leaves it to the test. */
  start(...args: string[]): ChildProcess;
};

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export function cliOn(
  dialect: TestDialect,
  database: EmptyDatabase,
  settings: readonly string[] = ['--country', 'NL', '--zone', 'Europe/Amsterdam'],
  more: Readonly<Record<string, string>> = {},
): Cli {
  const where = dialect === 'sqlite' ? ['--data', database.folder] : [];
  const { DATABASE_URL: _theirs, NO_COLOR: _colour, ...inherited } = process.env;
  const env = {
    ...inherited,
    LANG: 'en_GB.UTF-8',
    LC_ALL: '',
    ...(dialect === 'postgres' ? { DATABASE_URL: database.url } : {}),
    ...more,
  };
  const start = (...args: string[]) =>
    spawn(process.execPath, [MAIN, ...where, ...settings, ...args], {
      env,
      cwd: database.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const run = async (...args: string[]): Promise<CliResult> => {
    const stdout = new Collected();
    const stderr = new Collected();
    const code = await runCli(hostOf({ args: [...where, ...settings, ...args], env, database, stdout, stderr }));
    return { code, stdout: stdout.text, stderr: stderr.text };
  };
  return {
    start,
    run,
    async process(...args) {
      const child = start(...args);
      const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
      const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
      return { code, stdout, stderr };
    },
    async json(...args) {
      const { code, stdout, stderr } = await run(...args, '--json');
      if (code !== 0) throw new Error(`tendril ${args.join(' ')} ended with ${code}: ${stderr}`);
      return JSON.parse(stdout);
    },
  };
}

class Collected extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}

function hostOf({
  args,
  env,
  database,
  stdout,
  stderr,
}: Pick<Host, 'args' | 'env' | 'stdout' | 'stderr'> & { database: EmptyDatabase }): Host {
  return {
    args,
    env,
    stdout,
    stderr,
    stdin: Readable.from([]),
    cwd: database.folder,
    home: database.folder,
    platform: process.platform,
    version: () => Promise.reject(new Error('The version is asked of a process.')),
    openApp: async ({ location, ...options }) => {
      const mail = readMailConfig(env);
      return createApp({
        database: 'dataDir' in location ? databaseIn(location.dataDir) : location.databaseUrl,
        ...options,
        ...(mail && { mail }),
        checkAnswers: true,
      });
    },
    stopAsked: () => Promise.reject(new Error('What runs until it is stopped is started as a process.')),
    onInterrupt: () => () => {},
  };
}
