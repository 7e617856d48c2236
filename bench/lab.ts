import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { databaseIn } from '../src/app.ts';
import { startPostgres } from '../tests/support/postgres-server.ts';

/** Where measured databases come from. All are gone after `close`. */
export interface Lab {
  /** Behind the names of rows: empty for the usual database. */
  readonly suffix: string;
  /** A folder for files of the run. */
  readonly folder: string;
  newDatabase(): Promise<LabDatabase>;
  close(): Promise<void>;
}

export interface LabDatabase {
  /** As `createApp` takes it. */
  readonly url: string;
  /** What tells the command line to use it. */
  readonly cli: { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> };
  drop(): Promise<void>;
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tendril-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function openSqliteLab(): Promise<Lab> {
  const folder = await makeFolder();
  return {
    suffix: '',
    folder,
    async newDatabase() {
      const data = await mkdtemp(join(folder, 'data-'));
      return {
        url: databaseIn(data),
        cli: { args: ['--data', data], env: {} },
        drop: () => rm(data, { recursive: true, force: true }),
      };
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Databases of their own on the given server, else on one started for the run. */
export async function openPostgresLab(given: string | undefined): Promise<Lab> {
  const started = given === undefined ? await startPostgres() : undefined;
  const server = given ?? started?.url ?? '';
  const folder = await makeFolder();
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  return {
    suffix: ' · PostgreSQL',
    folder,
    async newDatabase() {
      const name = `tendril_bench_${randomBytes(6).toString('hex')}`;
      await run(`create database ${name}`);
      const url = new URL(server);
      url.pathname = `/${name}`;
      return {
        url: url.href,
        cli: { args: [], env: { DATABASE_URL: url.href } },
        drop: () => run(`drop database if exists ${name} with (force)`),
      };
    },
    async close() {
      await started?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
