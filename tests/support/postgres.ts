import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { askTestResource } from './resources.ts';

/**
 * True when the run was told to leave PostgreSQL out (TENDRIL_SKIP_POSTGRES=1), on a platform that has none.
 * Use it as `describe.skipIf(postgresSkipped)`, nothing else: without it a missing server is a failure.
 */
export const postgresSkipped = process.env.TENDRIL_SKIP_POSTGRES === '1';

export type TestDatabase = {
  /** A `postgres://` address for `DATABASE_URL`. */
  readonly url: string;
  /** Removes the database, ending connections that are still open. */
  drop(): Promise<void>;
};

async function runStatement(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Creates an empty database on the run's PostgreSQL server. Its default order is ICU en-US, in which 'a' < 'B':
 * a query that forgets `collate "C"` shows.
 */
export async function createDatabase(): Promise<TestDatabase> {
  const server = await askTestResource('postgres');
  const name = `tendril_test_${randomBytes(8).toString('hex')}`;
  const locale = `encoding 'UTF8' locale_provider icu icu_locale 'en-US' locale 'C'`;
  await runStatement(server, `create database ${name} template template0 ${locale}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => runStatement(server, `drop database if exists ${name} with (force)`),
  };
}
