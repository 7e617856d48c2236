// Runs once per test run, in Vitest's main process, and hands out what the workers share: PostgreSQL and Chromium.
// Each is made when the first test asks for it and not before, so that a run of pure unit tests costs nothing.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { migrations } from '../../src/storage/migrations/index.ts';
import { migrate } from '../../src/storage/migrator.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { findChromium } from './chromium-files.ts';
import { createDatabaseOn, type TestDatabase } from './postgres-database.ts';
import { askPostgresVersion, type PostgresServer, startPostgres } from './postgres-server.ts';
import { noteVersion } from './versions.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address under which the main process answers for each shared resource. */
    testResources: string;
  }
}

async function openPostgres(): Promise<PostgresServer> {
  const given = process.env.TENDRIL_TEST_POSTGRES;
  const server = given ? await connectTo(given) : await startPostgres();
  noteVersion('PostgreSQL', given ? `${server.version} (given in TENDRIL_TEST_POSTGRES)` : server.version);
  return server;
}

/** A server that somebody else runs, and goes on running. */
async function connectTo(url: string): Promise<PostgresServer> {
  try {
    return { url, version: await askPostgresVersion(url), stop: async () => {} };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The PostgreSQL server named in TENDRIL_TEST_POSTGRES does not answer: ${reason}`, { cause });
  }
}

/** A database with our tables and nothing in them, for the tests' databases to be copied from. */
async function makeTemplate(server: string): Promise<TestDatabase> {
  const made = await createDatabaseOn(server);
  const database = await openDatabase<Schema>({ url: made.url });
  try {
    await migrate(database, migrations);
  } finally {
    await database.close();
  }
  return made;
}

async function describeChromium(): Promise<string> {
  const files = await findChromium();
  noteVersion('Chromium', files.version);
  return JSON.stringify(files);
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.TENDRIL_SKIP_POSTGRES === '1') {
    noteVersion('PostgreSQL', 'SKIPPED, as TENDRIL_SKIP_POSTGRES=1 asked: nothing was tested on it');
  }
  let postgres: Promise<PostgresServer> | undefined;
  let template: Promise<TestDatabase> | undefined;
  let chromium: Promise<string> | undefined;

  async function answer(path: string | undefined): Promise<string> {
    if (path === '/postgres') {
      postgres ??= openPostgres();
      return (await postgres).url;
    }
    if (path === '/postgres-template') {
      postgres ??= openPostgres();
      template ??= makeTemplate((await postgres).url);
      return (await template).url;
    }
    if (path === '/chromium') {
      chromium ??= describeChromium();
      return chromium;
    }
    throw new Error(`${path} is nothing that the test run shares.`);
  }

  const broker = createServer((request, response) => {
    answer(request.url).then(
      (text) => response.end(text),
      (error) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  broker.listen(0, '127.0.0.1');
  await once(broker, 'listening');
  const address = broker.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no free port.');
  project.provide('testResources', `http://127.0.0.1:${address.port}/`);

  return async () => {
    broker.close();
    broker.closeAllConnections();
    // A failure was already told to the test that asked for it.
    await (await template?.catch(() => undefined))?.drop();
    const server = await postgres?.catch(() => undefined);
    await server?.stop();
  };
}
