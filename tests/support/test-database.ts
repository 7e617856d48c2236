import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDialect } from './dialects.ts';
import { createDatabase, createMigratedDatabase, type TestDatabase } from './postgres.ts';
import { createDatabaseOn } from './postgres-database.ts';

export type EmptyDatabase = {
  /** For `openDatabase`. */
  readonly url: string;
  /** A folder of the test's own, where a SQLite file would lie too. */
  readonly folder: string;
  drop(): Promise<void>;
};

/** An address at which no Tendril has been yet, on either database; `server` is a PostgreSQL other than the run's. */
export function createEmptyDatabase(dialect: TestDialect, server?: string): Promise<EmptyDatabase> {
  return databaseMadeBy(server === undefined ? createDatabase : () => createDatabaseOn(server), dialect);
}

/** An address for a new Tendril, for tests that are not about the making of its tables. */
export function createNewDatabase(dialect: TestDialect): Promise<EmptyDatabase> {
  return databaseMadeBy(createMigratedDatabase, dialect);
}

async function databaseMadeBy(create: () => Promise<TestDatabase>, dialect: TestDialect): Promise<EmptyDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'tendril-test-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  if (dialect === 'sqlite') return { url: join(folder, 'tendril.db'), folder, drop: removeFolder };
  const { url, drop } = await create();
  return {
    url,
    folder,
    async drop() {
      await drop();
      await removeFolder();
    },
  };
}
