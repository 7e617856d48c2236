import { type ChildProcess, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { TestDialect } from './dialects.ts';
import type { EmptyDatabase } from './test-database.ts';

export type CliResult = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** The command line as a process of its own on a test's database. */
export type Cli = {
  /** Runs a command to its end. */
  run(...args: string[]): Promise<CliResult>;
  /** Runs it with `--json` and reads the one document; throws when it failed. */
  json(...args: string[]): Promise<unknown>;
  /** Starts a command and leaves it to the test. */
  start(...args: string[]): ChildProcess;
};

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export function cliOn(
  dialect: TestDialect,
  database: EmptyDatabase,
  settings: readonly string[] = ['--country', 'NL', '--zone', 'Europe/Amsterdam'],
): Cli {
  const where = dialect === 'sqlite' ? ['--data', database.folder] : [];
  const { DATABASE_URL: _theirs, NO_COLOR: _colour, ...inherited } = process.env;
  const env = {
    ...inherited,
    LANG: 'en_GB.UTF-8',
    LC_ALL: '',
    ...(dialect === 'postgres' ? { DATABASE_URL: database.url } : {}),
  };
  const start = (...args: string[]) =>
    spawn(process.execPath, [MAIN, ...where, ...settings, ...args], {
      env,
      cwd: database.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const run = async (...args: string[]): Promise<CliResult> => {
    const child = start(...args);
    const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { code, stdout, stderr };
  };
  return {
    start,
    run,
    async json(...args) {
      const { code, stdout, stderr } = await run(...args, '--json');
      if (code !== 0) throw new Error(`tendril ${args.join(' ')} ended with ${code}: ${stderr}`);
      return JSON.parse(stdout);
    },
  };
}
