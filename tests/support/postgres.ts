import { createDatabaseOn, type TestDatabase } from './postgres-database.ts';
import { askTestResource } from './resources.ts';

export type { TestDatabase };

/**
 * True when the run was told to leave PostgreSQL out (TENDRIL_SKIP_POSTGRES=1), on a platform that has none.
 * Use it as `describe.skipIf(postgresSkipped)`, nothing else: without it a missing server is a failure.
 */
export const postgresSkipped = process.env.TENDRIL_SKIP_POSTGRES === '1';

/**
 * Creates an empty database on the run's PostgreSQL server. Its default order is ICU en-US, in which 'a' < 'B':
 * a query that forgets `collate "C"` shows.
 */
export async function createDatabase(): Promise<TestDatabase> {
  return createDatabaseOn(await askTestResource('postgres'));
}

/** One that has the tables already: a copy costs half of making them, which PostgreSQL is slow at. */
export async function createMigratedDatabase(): Promise<TestDatabase> {
  const template = new URL(await askTestResource('postgres-template'));
  const server = new URL(template);
  server.pathname = '/postgres';
  return createDatabaseOn(server.href, template.pathname.slice(1));
}
