import type { Readable, Writable } from 'node:stream';
import type { CalendarDate } from '../domain/dates.ts';
import type { Actor, Context } from '../services/context.ts';

/** Where text goes: a terminal, a file, a pipe. */
export type TextOutput = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Where keys come from; only a terminal gives them one by one. */
export type KeyInput = Readable & { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown };

/** What the process gives the command line: everything it may read, and the composition of the app. */
export interface Host {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What relative paths are meant from. */
  readonly cwd: string;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  readonly stdin: KeyInput;
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  version(): Promise<string>;
  /** Opens the data, made and brought to the present schema where needed. */
  openApp(options: OpenOptions): Promise<OpenedApp>;
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
  /** Where copies of the data go that nobody named a place for. */
  readonly folder: string;
  readonly defaults: Defaults;
  /** Whether it is an invented network to look around in. */
  readonly demo: boolean;
  /** Where people reach the server, when that is another address than the one it listens on. */
  readonly publicUrl?: string;
  /** Told in a sentence when another process has to be waited for, or the data is brought to a newer schema. */
  readonly onProgress: (message: string) => void;
}

export interface OpenedApp {
  readonly store: Context['store'];
  readonly folder: string;
  contextFor(actor: Omit<Actor, 'networkId'>, options?: { on?: CalendarDate }): Context;
  serve(address: { host: string; port: number }): Promise<RunningServer>;
  close(): Promise<void>;
}

export interface RunningServer {
  readonly url: string;
  /** What the first sign-up from another machine needs; undefined once somebody has signed up. */
  claimCode(): Promise<string | undefined>;
  /** Finishes what is being answered and closes the app. */
  close(): Promise<void>;
}
