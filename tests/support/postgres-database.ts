import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

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

/** An empty database reads as people sort; a copy reads as what it was copied from, which spares PostgreSQL the loading of ICU. */
const EMPTY = `template template0 encoding 'UTF8' locale_provider icu icu_locale 'en-US' locale 'C'`;

/** A database of its own on that server, empty or a copy of another. */
export async function createDatabaseOn(server: string, template?: string): Promise<TestDatabase> {
  const name = `tendril_test_${randomBytes(8).toString('hex')}`;
  await runStatement(server, `create database ${name} ${template === undefined ? EMPTY : `template ${template}`}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => runStatement(server, `drop database if exists ${name} with (force)`),
  };
}
