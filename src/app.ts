import { join } from 'node:path';
import type { Settings } from './contract/shapes.ts';
import type { CalendarDate } from './domain/dates.ts';
import type { NetworkId, RandomBytes } from './domain/ids.ts';
import type { HolidaySource } from './domain/keeping/holidays.ts';
import type { Mailer } from './domain/mail.ts';
import type { PageReader } from './domain/resources/resource.ts';
import type { Assistant } from './domain/words/assistant.ts';
import type { Job } from './jobs/repeat.ts';
import { packageRoot, packageVersion } from './package-root.ts';
import type { Http, HttpOptions } from './server/http.ts';
import type { RunningServer } from './server/serve.ts';
import type { AssistantConfig } from './services/assistant/assistant-config.ts';
import type { Actor, Context } from './services/context.ts';
import { importInThread } from './services/import/thread.ts';
import type { MailConfig } from './services/mail/mail-config.ts';
import { ensureNetwork } from './services/network.service.ts';
import type { PagesRead } from './services/resources/pages-read.ts';
import { migrations } from './storage/migrations/index.ts';
import { migrate } from './storage/migrator.ts';
import { openDatabase } from './storage/open-database.ts';
import { systemRandom } from './storage/random.ts';
import { ensureSecret } from './storage/repositories/secret.repository.ts';
import type { Schema } from './storage/schema.ts';
import type { Store } from './storage/store.ts';

/** Everything an app is made from; only the entry reads the environment. */
export interface AppConfig {
  /** Where the data is: a file (`databaseIn(folder)`) or a `postgres://` address. */
  readonly database: string;
  /** Where copies of the data go that nobody named a place for; else where the process was started. */
  readonly folder?: string;
  /** What a new network starts with, as the machine says. */
  readonly defaults: Pick<Settings, 'country' | 'zone' | 'locale'>;
  /** An invented network to look around in. */
  readonly demo?: boolean;
  /** Where people reach the server when that is another address than the one it listens on: `https://tendril.example`. */
  readonly publicUrl?: string;
  /** The mail server that takes what is sent to the owner; without one nothing is. */
  readonly mail?: MailConfig;
  /** Which pages are read for their titles; those of the public internet unless said. */
  readonly pages?: PagesRead;
  /** The language model that may rephrase drafts; without one nothing is sent. */
  readonly assistant?: AssistantConfig;
  /** Holds every HTTP answer against its schema: in tests and development. */
  readonly checkAnswers?: boolean;
  /** Called with a sentence when opening takes long: another process is waited for, the data is brought to a new schema. */
  readonly onProgress?: (message: string) => void;
}

/** Time, chance and where failures go, when they are not the machine's. */
export interface AppOverrides {
  readonly now?: () => number;
  readonly random?: RandomBytes;
  readonly log?: (error: unknown, what: string) => void;
  readonly holidays?: HolidaySource;
  readonly mailer?: Mailer;
  readonly readPage?: PageReader;
  readonly assistant?: Assistant;
}

/** An open Tendril. */
export interface App {
  readonly store: Store;
  readonly networkId: NetworkId;
  readonly version: string;
  readonly folder: string;
  /** What services are called with, in the name of `actor`. */
  contextFor(actor: Omit<Actor, 'networkId'>, options?: { on?: CalendarDate; requestId?: string }): Context;
  /** The HTTP side without a socket, loaded when first asked for. */
  http(options?: HttpOptions): Promise<Http>;
  /** Listens; closing the server closes the app. */
  serve(address: { host: string; port: number }): Promise<RunningServer>;
  /** Goes on with what a stopped process left; answers how much there was. */
  takeUpOpenWork(): Promise<number>;
  /** Starts what runs without being asked, for as long as this process lives. */
  startJobs(): Promise<Job>;
  close(): Promise<void>;
}

/** The database file of a data folder. */
export function databaseIn(folder: string): string {
  return join(folder, 'tendril.db');
}

/**
 * Opens everything: the database, brought to this code's schema, with a network in it.
 * @throws AppError `unreadable`, `newer-schema` or `busy` with what to do
 */
export async function createApp(config: AppConfig, overrides: AppOverrides = {}): Promise<App> {
  const { toE164 } = await import('./formats/phone.ts');
  const database = await openDatabase<Schema>({ url: config.database });
  try {
    const { onProgress } = config;
    await migrate(database, migrations, onProgress ? { onProgress, onWait: onProgress } : {});
    const mailer = overrides.mailer ?? mailerOf(config.mail);
    const closing = new AbortController();
    const assistant = overrides.assistant ?? assistantOf(config.assistant, closing.signal);
    const address: { url?: string } = config.publicUrl === undefined ? {} : { url: config.publicUrl };
    const store: Store = {
      database,
      now: overrides.now ?? Date.now,
      random: overrides.random ?? systemRandom,
      phoneKey: toE164,
      holidays: overrides.holidays ?? almanac(overrides.log ?? logToStderr),
      ...(mailer && { mailer }),
      readPage: overrides.readPage ?? pageReader(config.pages ?? 'public'),
      ...(assistant && { assistant }),
      appUrl: () => address.url,
    };
    const networkId = await ensureNetwork(store, config.defaults);
    const log = overrides.log ?? logToStderr;
    const imports = importInThread(store, config.database, { log });
    return appOf(config, {
      store,
      closing,
      imports,
      address,
      networkId,
      version: await packageVersion(),
      log,
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}

function appOf(
  config: AppConfig,
  {
    store,
    closing,
    imports,
    address,
    networkId,
    version,
    log,
  }: Pick<App, 'store' | 'networkId' | 'version'> & {
    closing: AbortController;
    imports: { close(): Promise<void> };
    address: { url?: string };
    log: (error: unknown, what: string) => void;
  },
): App {
  const parts = {
    store,
    networkId,
    version,
    log,
    demo: config.demo ?? false,
    publicUrl: config.publicUrl,
    checkAnswers: config.checkAnswers ?? false,
    webRoot: join(packageRoot(), 'dist', 'web'),
    folder: config.folder ?? process.cwd(),
    secret: (name: string) => ensureSecret(store, name),
  };
  const app: App = {
    store,
    networkId,
    version,
    folder: parts.folder,
    contextFor: (actor, { on, requestId } = {}) => ({
      store,
      actor: { ...actor, networkId },
      ...(on !== undefined && { on }),
      ...(requestId !== undefined && { requestId }),
    }),
    async http(options) {
      const { createHttp } = await import('./server/http.ts');
      return createHttp(parts, options);
    },
    async serve(at) {
      const { startServer } = await import('./server/serve.ts');
      const server = await startServer({ ...parts, ...app }, at);
      address.url ??= server.url;
      return server;
    },
    async takeUpOpenWork() {
      const { takeUpOpenWork } = await import('./services/maintenance.service.ts');
      return takeUpOpenWork(app.contextFor({ name: 'tendril', scope: 'write' }));
    },
    async startJobs() {
      const { startJobs } = await import('./jobs/index.ts');
      return startJobs(app.contextFor({ name: 'tendril', scope: 'write' }), { log });
    },
    async close() {
      store.mailer?.close();
      closing.abort();
      await imports.close();
      await store.database.close();
    },
  };
  return app;
}

/** Holidays out of the almanac, loaded when they are first asked for. A day without them is still a day: what failed is logged. */
function almanac(log: (error: unknown, what: string) => void): HolidaySource {
  return async (query) => {
    try {
      const { readHolidays } = await import('./services/holidays/source.ts');
      return await readHolidays(query);
    } catch (error) {
      log(error, 'reading the almanac of holidays');
      return new Map();
    }
  };
}

/** What reads a page is loaded for the first. */
function pageReader(pages: PagesRead): PageReader {
  return async (address) => {
    const { readPage } = await import('./services/resources/read-page.ts');
    return readPage(address, pages);
  };
}

/** A mailer on the server that was named; what speaks to it is loaded for the first letter. */
function mailerOf(mail: MailConfig | undefined): Mailer | undefined {
  if (!mail) return undefined;
  const closing = new AbortController();
  return {
    from: mail.from,
    async send(letter) {
      const { sendBySmtp } = await import('./services/mail/smtp.ts');
      await sendBySmtp(mail, letter, closing.signal);
    },
    close: () => closing.abort(),
  };
}

/** The language model that was named; what speaks to it is loaded for the first question. */
function assistantOf(config: AssistantConfig | undefined, closed: AbortSignal): Assistant | undefined {
  if (!config) return undefined;
  return {
    address: config.url,
    model: config.model,
    async ask(messages) {
      const { askOpenAi } = await import('./services/assistant/openai.ts');
      return askOpenAi(config, messages, closed);
    },
  };
}

/** Failures of our own, one JSON line each; the logger is loaded for the first. */
function logToStderr(error: unknown, what: string): void {
  void import('./log.ts').then(({ logError }) => logError(error, what));
}
