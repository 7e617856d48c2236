import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { TextPart } from './words.ts';

/** What a cell may hold on both databases. Booleans are 0 and 1, days and instants text, JSON text. */
export type Value = string | number | bigint | null | Uint8Array;

/** One open store. Inside `write` and `snapshot` only the handle they pass may be used: anything else throws at once. */
export interface Database<Schema> {
  readonly dialect: Dialect;
  /** Single queries outside any transaction: sees the last committed state, never waits for a writer, cannot write. */
  readonly reader: Kysely<Schema>;
  /**
   * The same, and inside `write` as well, where it sees none of the transaction's own changes: for a long write, which
   * remembers what it did, and need not wait until that is written.
   */
  readonly committed: Kysely<Schema>;
  /**
   * Each statement a write transaction of its own: for libraries that bring their own queries (sign-in).
   * Our services use `write`.
   */
  readonly autocommit: Kysely<Schema>;
  /**
   * One write transaction, rolled back if `work` throws. Nothing but the handle may be awaited inside.
   * SQLite: one at a time, first come first served, `begin immediate`; PostgreSQL: `begin`, so lock the network first.
   * @throws AppError `busy` if the turn does not come within the deadline; `internal` when nested
   */
  write<T>(work: (tx: Transaction<Schema>) => Promise<T>, options?: WriteOptions): Promise<T>;
  /** Several reads of one state, or a stream over one, whatever is written meanwhile. */
  snapshot<T>(work: (db: Transaction<Schema>) => Promise<T>): Promise<T>;
  /** To be called where one transaction of a long write begins: tells whether it may go on, for others wait meanwhile. */
  takeTurn(): () => boolean;
  /** Calls back whenever this or another process may have committed (coalesced, sometimes for nothing). Returns stop. */
  onCommitted(listener: () => void): () => void;
  close(): Promise<void>;
}

export interface WriteOptions {
  /**
   * For a part of something longer that nobody is told of yet, and for what can be made again: a loss of power may take it
   * back, and all that was written after it, until the next write that is not relaxed. The end of the process takes nothing
   * back.
   */
  readonly relaxed?: boolean;
}

/** Everything in which the two databases differ. Nothing outside this folder asks for `name` to decide what to do. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** Column types for migrations: `addColumn('name', dialect.types.text)`; text always compares by code point. */
  readonly types: ColumnTypes;
  /** For `createTable(…).modifyEnd(dialect.tableEnd)`: makes SQLite check types as PostgreSQL does. */
  readonly tableEnd: RawBuilder<unknown>;
  /** The same for a table of short rows that is read by its primary key alone: the rows lie in the key's order, once. */
  readonly keyedTableEnd: RawBuilder<unknown>;

  /**
   * Inserts many rows through few prepared statements, without building a query node per cell.
   * With `update`, the last row of a repeated key wins.
   * @throws AppError `invalid` naming row and column of a value that cannot be stored
   */
  insertMany<S>(
    tx: Kysely<S>,
    table: string,
    columns: readonly string[],
    rows: Rows,
    options?: InsertOptions,
  ): Promise<void>;
  /** Takes the network's turn to write for this transaction and returns its last `seq`; undefined if there is none. */
  lockNetwork<S>(tx: Kysely<S>, networkId: string): Promise<{ seq: number } | undefined>;
  readonly text: TextIndex;

  /** Writes everything, as of one moment, into one file, replaced only when complete. */
  backup(toPath: string): Promise<void>;
  /**
   * Replaces everything by a backup of the same database kind: checked first, brought to the present schema, then put
   * in place in one transaction. Returns where the data from before was kept.
   * @throws AppError `unreadable`, `newer-schema` or `busy`; then nothing has changed
   */
  restore(
    fromPath: string,
    options: { migrations: readonly Migration[]; onWait?: OnWait },
  ): Promise<{ kept: string | undefined }>;
  /**
   * Runs alone among all processes that ask for it (migrations, restore). Not an exclusion of ordinary writers.
   * @throws AppError `busy` after the deadline
   */
  exclusive<T>(work: () => Promise<T>, options?: { onWait?: OnWait; deadlineMs?: number }): Promise<T>;
  /**
   * A transaction in which the schema may change: on a connection of its own, foreign keys not enforced while it runs
   * where that would delete children, all checked before it commits, no time limit.
   */
  alterSchema<T>(work: (tx: Transaction<unknown>) => Promise<T>): Promise<T>;
  /** Copies the data aside before a migration where that is one file; keeps the last three. Returns its path. */
  backupBefore(label: string): Promise<string | undefined>;
  /** Names of all tables a person's data may live in, in order (not the shadow tables of the text index). */
  tableNames<S>(db: Kysely<S>): Promise<string[]>;
  hasTable<S>(db: Kysely<S>, name: string): Promise<boolean>;
  /** Damage a person should hear of, one sentence each; empty when sound. */
  integrityProblems(): Promise<string[]>;
  /** After much was deleted: gives its room back, so that the data's own file holds nothing of it any more. */
  compact(): Promise<void>;
  isUniqueViolation(error: unknown): boolean;
}

export interface ColumnTypes {
  readonly text: RawBuilder<unknown>;
  /** A safe integer (53 bits); also milliseconds and 0/1. */
  readonly integer: RawBuilder<unknown>;
  readonly real: RawBuilder<unknown>;
  readonly blob: RawBuilder<unknown>;
}

export type Rows = readonly (readonly Value[])[];
export interface InsertOptions {
  /** `ignore`: keep the row that is there. Otherwise overwrite the columns of `update` where `key` is there already. */
  onConflict?: 'ignore' | { key: readonly string[]; update: readonly string[] };
}

/** Called once with a sentence when another process has to be waited for. */
export type OnWait = (message: string) => void;

/** Words in notes and touches. The caller folds the text (case, accents, pairs of CJK characters); no stemming, no stop words. */
export interface TextIndex {
  createTable<S>(tx: Kysely<S>): Promise<void>;
  /** Adds, or replaces by (networkId, id). */
  put<S>(tx: Kysely<S>, rows: readonly TextRow[]): Promise<void>;
  remove<S>(tx: Kysely<S>, networkId: string, ids: readonly string[]): Promise<void>;
  /** Removes all of a network. */
  clear<S>(tx: Kysely<S>, networkId: string): Promise<void>;
  /** Rows with every word of the query, each as the beginning of a word; last added first. */
  search<S>(db: Kysely<S>, query: TextQuery): Promise<TextHit[]>;
}
export interface TextQuery {
  readonly networkId: string;
  readonly foldedQuery: string;
  readonly limit: number;
  /** Rows of people, or those of all else. */
  readonly part: TextPart;
  /** Folded, too; each with its words one after the other. */
  readonly phrases?: readonly string[];
}
export interface TextRow {
  networkId: string;
  entity: string;
  id: string;
  personId: string | null;
  folded: string;
}
/** `excerpt` is folded text around the first hit; show the original where it is at hand. */
export interface TextHit {
  entity: string;
  id: string;
  personId: string | null;
  excerpt: string;
}

/** One step of the schema. Never edited after a release. */
export interface Migration {
  /** Sorts after all earlier ones: `001-init`. */
  readonly id: string;
  /** Code below this number of migrations cannot use the schema any more; by default it still can (columns were only added). */
  readonly breaks?: boolean;
  /** Tables whose number of rows may change or that may go; all others must keep theirs. */
  readonly touches?: readonly string[];
  up(tx: Transaction<unknown>, dialect: Dialect): Promise<void>;
}
