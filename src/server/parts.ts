import type { Actor, Context } from '../services/context.ts';

export type Store = Context['store'];
export type NetworkId = Actor['networkId'];

/** What the HTTP side is built around. */
export interface ServerParts {
  readonly store: Store;
  readonly networkId: NetworkId;
  readonly version: string;
  /** An invented network: whoever sits at this machine may look around without signing in, until someone signs up. */
  readonly demo: boolean;
  /** Where copies of the data go that nobody named a place for. */
  readonly folder: string;
  /** The folder of the built web app. */
  readonly webRoot: string;
  /** Where people reach this server, when that is another address than the one it listens on: `https://tendril.example`. */
  readonly publicUrl?: string | undefined;
  /** A secret of the database by its name. */
  readonly secret: (name: string) => Promise<string>;
  /** Holds every answer against its schema: in tests and development. */
  readonly checkAnswers: boolean;
  readonly log: Log;
}

/** Where failures of our own go. */
export type Log = (error: unknown, what: string) => void;
