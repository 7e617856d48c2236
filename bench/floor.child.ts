import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { deserialize } from 'node:v8';
import pg from 'pg';
import type { Captured } from './capture.ts';
import { answerParent } from './child.ts';

/** The least: the same queries through the bare driver and the same JSON through the bare `node:http`. */

/** A request with what its service asked of the database and what it answered. */
export interface Case {
  readonly path: string;
  readonly queries: readonly Captured[];
  readonly answer: unknown;
}

type Ask = (queries: readonly Captured[]) => Promise<void> | undefined;
let server: Server | undefined;
let closeDatabase: () => Promise<void> | void = () => undefined;

const calls = {
  /** Serves the cases of a file, each under its number. */
  async serve({ database, cases }: { database: string; cases: string }): Promise<{ url: string }> {
    const list = deserialize(await readFile(cases)) as readonly Case[];
    const ask = database.startsWith('postgres') ? await postgres(database) : sqlite(database);
    server = createServer((request, response) => {
      const found = list[Number(request.url?.slice(1))];
      if (!found) return void response.writeHead(404).end();
      const answer = () => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(found.answer));
      };
      const asked = ask(found.queries);
      if (!asked) return answer();
      asked.then(answer, () => response.writeHead(500).end());
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  },
};
export type FloorCalls = typeof calls;

function sqlite(path: string): Ask {
  const db = new DatabaseSync(path, { readOnly: true });
  const prepared = new Map<string, StatementSync>();
  closeDatabase = () => db.close();
  return (queries) => {
    for (const { sql, values } of queries) {
      let statement = prepared.get(sql);
      if (!statement) {
        statement = db.prepare(sql);
        prepared.set(sql, statement);
      }
      statement.all(...values);
    }
    return undefined;
  };
}

async function postgres(url: string): Promise<Ask> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  closeDatabase = () => client.end();
  const names = new Map<string, string>();
  return async (queries) => {
    for (const { sql, values } of queries) {
      const name = names.get(sql) ?? `q${names.size}`;
      names.set(sql, name);
      await client.query({ name, text: sql, values: [...values] });
    }
  };
}

answerParent(calls, async () => {
  server?.closeAllConnections();
  await closeDatabase();
});
