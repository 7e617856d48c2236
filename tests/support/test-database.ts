import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDialect } from './dialects.ts';
import { createDatabase } from './postgres.ts';

export type EmptyDatabase = {
  /** For `openDatabase`. */
  readonly url: string;
  /** A folder of the test's own, where a SQLite file would lie too. */
  readonly folder: string;
  drop(): Promise<void>;
};

/** An address at which no Tendril has been yet, on either database. */
export async function createEmptyDatabase(dialect: TestDialect): Promise<EmptyDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'tendril-test-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  if (dialect === 'sqlite') return { url: join(folder, 'tendril.db'), folder, drop: removeFolder };
  const { url, drop } = await createDatabase();
  return {
    url,
    folder,
    async drop() {
      await drop();
      await removeFolder();
    },
  };
}
