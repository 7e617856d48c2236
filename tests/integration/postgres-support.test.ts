import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, postgresSkipped, type TestDatabase } from '../support/postgres.ts';

describe.skipIf(postgresSkipped)('the PostgreSQL of the tests', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await createDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });

  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  it('is version 18', async () => {
    const result = await client.query<{ server_version: string }>('show server_version');
    expect(result.rows[0]?.server_version).toMatch(/^18\./);
  });

  it('sorts as people do unless a column says otherwise', async () => {
    const order = 'select array_agg(name order by name) as names from (values ';
    const values = "('B'), ('a'), ('Ä'), ('C')) as t (name)";
    const people = await client.query<{ names: string[] }>(order + values);
    expect(people.rows[0]?.names).toEqual(['a', 'Ä', 'B', 'C']);
    const bytes = await client.query<{ names: string[] }>(
      `select array_agg(name order by name collate "C") as names from (values ${values}`,
    );
    expect(bytes.rows[0]?.names).toEqual(['B', 'C', 'a', 'Ä']);
  });

  it('drops a database that still has a connection', async () => {
    const other = await createDatabase();
    const open = new Client({ connectionString: other.url });
    const ended = new Promise((resolve) => open.on('error', resolve));
    await open.connect();
    await other.drop();
    await expect(ended).resolves.toBeInstanceOf(Error);
    await expect(new Client({ connectionString: other.url }).connect()).rejects.toThrow('does not exist');
  });
});
