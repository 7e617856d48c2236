import type { ReadStream, WriteStream } from 'node:tty';
import type { Actor, Context } from '../services/context.ts';
import type { CalendarDate } from '../domain/dates.ts';

/** What the process gives the command line: everything it may read, and the composition of the app. */
export interface Host {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What relative paths are meant from. */
  readonly cwd: string;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  readonly stderr: WriteStream;
  version(): Promise<string>;
  /** Opens the data, made and brought to the present schema where needed. */
  openApp(options: OpenOptions): Promise<OpenedApp>;
  startServer(options: ServeOptions): Promise<RunningServer>;
  /** Resolves when the process is asked to stop (SIGINT, SIGTERM). */
  stopAsked(): Promise<void>;
  /** Calls back at Ctrl+C until the returned function is called. */
  onInterrupt(listener: () => void): () => void;
}

/** Where the data lies: a folder, or a database server. */
export type Location = { readonly dataDir: string } | { readonly databaseUrl: string };

/** What a new network starts with. */
export interface Defaults {
  readonly country: string;
  readonly zone: string;
  readonly locale: string;
}

export interface OpenOptions {
  readonly location: Location;
  readonly defaults: Defaults;
  /** Told in a sentence when another process has to be waited for, or the data is brought to a newer schema. */
  readonly onWait: (message: string) => void;
}

export interface OpenedApp {
  readonly store: Context['store'];
  readonly networkId: Actor['networkId'];
  contextFor(actor: Actor, options?: { on?: CalendarDate }): Context;
  close(): Promise<void>;
}

export interface ServeOptions extends OpenOptions {
  readonly port: number;
  readonly address: string;
  /** Whether it serves an invented network, loaded when there is nobody yet. */
  readonly demo: boolean;
}

export interface RunningServer {
  readonly url: string;
  /** What the first sign-up from another machine needs; null when nobody else can reach it, or it is claimed. */
  readonly claimCode: string | null;
  close(): Promise<void>;
}
