import { randomUUID } from 'node:crypto';
import { type App, createApp } from '../../src/app.ts';
import type { Http, HttpOptions } from '../../src/server/http.ts';
import { readMailConfig } from '../../src/services/mail/mail-config.ts';
import { createToken } from '../../src/services/token.service.ts';
import type { TestDialect } from './dialects.ts';
import { createNewDatabase } from './test-database.ts';

export interface TestApp {
  readonly app: App;
  readonly http: Http;
  readonly url: string;
  readonly folder: string;
  /** Failures of our own that were logged: a test that expects none says so. */
  readonly logged: unknown[];
  /** The time the app believes it is; move it by setting `clock.now`. */
  readonly clock: { now: number };
  token(scope: 'read' | 'write'): Promise<string>;
  close(): Promise<void>;
}

/** 23 November 2026, ten in the morning in Amsterdam. */
export const TEN = Temporal.Instant.from('2026-11-23T09:00:00Z').epochMilliseconds;

export interface TestAppOptions {
  readonly demo?: boolean;
  readonly publicUrl?: string;
  readonly http?: HttpOptions;
  /** As in TENDRIL_SMTP_URL. */
  readonly smtpUrl?: string;
  /** Another app on the data of this one, as another process would be. */
  readonly beside?: TestApp;
}

/** A whole app on an empty database, every answer held against its schema. */
export async function openTestApp(dialect: TestDialect, options: TestAppOptions = {}): Promise<TestApp> {
  const { beside } = options;
  const database = beside
    ? { url: beside.url, folder: beside.folder, drop: async () => {} }
    : await createNewDatabase(dialect);
  const clock = beside?.clock ?? { now: TEN };
  const mail = readMailConfig({
    TENDRIL_SMTP_URL: options.smtpUrl,
    TENDRIL_MAIL_FROM: 'Tendril <ines@example.org>',
  });
  const logged: unknown[] = [];
  const app = await createApp(
    {
      database: database.url,
      folder: database.folder,
      defaults: { country: 'NL', zone: 'Europe/Amsterdam', locale: 'en-GB' },
      checkAnswers: true,
      ...(options.demo !== undefined && { demo: options.demo }),
      ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
      ...(mail && { mail }),
    },
    // The almanac takes a second to load, and has tests of its own.
    { now: () => clock.now, log: (error) => logged.push(error), holidays: async () => new Map() },
  );
  const http = await app.http(options.http);
  return {
    app,
    http,
    url: database.url,
    folder: database.folder,
    logged,
    clock,
    async token(scope) {
      const made = await createToken(app.contextFor({ name: 'you', scope: 'write' }), {
        name: `test ${scope} ${randomUUID()}`,
        scope,
      });
      return made.token;
    },
    async close() {
      http.close();
      await app.close();
      await database.drop();
    },
  };
}

/** What a request knows of its connection, for `http.request(path, init, from(address))`. */
export function from(address: string) {
  return { incoming: { socket: { remoteAddress: address } } };
}
