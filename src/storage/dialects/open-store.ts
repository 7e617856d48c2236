import type { CompiledQuery, QueryResult, Transaction } from 'kysely';
import { AppError } from '../../domain/errors.ts';
import type { Database, Dialect, WriteOptions } from './dialect.ts';
import { type Grammar, handleOver, type Session, type SessionSource, transact } from './handles.ts';
import { assertOutside, inScope } from './scope.ts';
import { someoneWaits } from './waiting.ts';

/** What a dialect brings; `openStore` makes a Database of it. */
export interface Backend<S extends Session> {
  /** Identity for the guard against nested use. */
  readonly key: object;
  readonly dialect: Dialect;
  readonly grammar: Grammar;
  readonly reads: Pick<SessionSource<S>, 'acquire' | 'release'>;
  readonly writes: SessionSource<S>;
  /** The same without waiting for the disk at the commit, where that wait would hold up everything else. */
  readonly relaxedWrites?: SessionSource<S>;
  readonly snapshots: SessionSource<S>;
  /** How long one transaction of a long write may last. */
  readonly longestTurnMs: number;
  /** Starts telling of commits, by whichever process. Returns stop. */
  watch(onCommit: () => void): () => void;
  /** After a commit of our own. */
  committed(): void;
  close(): Promise<void>;
}

/** The part that is the same on both databases: who may use which handle when, and who hears of commits. */
export function openStore<Schema, S extends Session>(backend: Backend<S>): Database<Schema> {
  const { key, grammar, reads, writes, relaxedWrites = writes, snapshots } = backend;
  const signal = commitSignal(backend);
  let closed = false;
  const assertOpen = () => {
    if (closed) throw new AppError('internal', 'The database has been closed.');
  };
  const assertUsable = (what: string) => {
    assertOpen();
    assertOutside(key, what);
  };
  const readingHandle = (assertMay: () => void) =>
    handleOver<Schema>(grammar, async (use) => {
      assertMay();
      const session = await reads.acquire();
      try {
        return await use({ execute: (query) => session.execute(query), stream: streamFrom(snapshots) });
      } finally {
        await reads.release(session);
      }
    });

  const snapshot = async <T>(work: (tx: Transaction<Schema>, session: S) => Promise<T>): Promise<T> => {
    assertUsable('snapshot()');
    return await transact<Schema, S, T>(grammar, snapshots, (tx, session) =>
      inScope(key, 'snapshot', () => work(tx, session)),
    );
  };
  const write = async <T>(
    work: (tx: Transaction<Schema>, session: S) => Promise<T>,
    options: WriteOptions = {},
  ): Promise<T> => {
    assertUsable('write()');
    const source = options.relaxed ? relaxedWrites : writes;
    const result = await transact<Schema, S, T>(grammar, source, (tx, session) =>
      inScope(key, 'write', () => work(tx, session)),
    );
    backend.committed();
    signal.fire();
    return result;
  };

  return {
    dialect: backend.dialect,
    reader: readingHandle(() => assertUsable('reader')),
    committed: readingHandle(assertOpen),
    autocommit: handleOver<Schema>(grammar, async (use) => {
      assertUsable('autocommit');
      return await use({
        execute: <R>(query: CompiledQuery) => write((_, session) => session.execute<R>(query)),
        async *stream<R>(query: CompiledQuery) {
          yield await write((_, session) => session.execute<R>(query));
        },
      });
    }),
    write: (work, options) => write((tx) => work(tx), options),
    snapshot: (work) => snapshot((tx) => work(tx)),
    onCommitted: signal.listen,
    takeTurn() {
      const end = performance.now() + backend.longestTurnMs;
      return () => performance.now() < end && !someoneWaits();
    },
    async close() {
      if (closed) return;
      closed = true;
      signal.stop();
      await backend.close();
    },
  };
}

/** A stream holds one state for as long as it is read, which would make a shared connection show stale rows: it borrows another. */
function streamFrom<S extends Session>(snapshots: SessionSource<S>): Session['stream'] {
  return async function* stream<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    const session = await snapshots.acquire();
    try {
      await snapshots.begin(session);
      yield* session.stream<R>(query, chunkSize);
    } finally {
      await snapshots.rollback(session);
      await snapshots.release(session);
    }
  };
}

/** Listeners are told soon after, never inside the write that commits, and once for a burst. */
function commitSignal<S extends Session>(backend: Backend<S>) {
  const listeners = new Set<() => void>();
  let stopWatching: (() => void) | undefined;
  let pending = false;
  const fire = () => {
    if (pending || listeners.size === 0) return;
    pending = true;
    setImmediate(() => {
      pending = false;
      for (const listener of [...listeners]) listener();
    });
  };
  const stop = () => {
    listeners.clear();
    stopWatching?.();
    stopWatching = undefined;
  };
  const listen = (listener: () => void) => {
    // A wrapper, so that the same function given twice is two subscriptions.
    const entry = () => listener();
    listeners.add(entry);
    stopWatching ??= backend.watch(fire);
    return () => {
      listeners.delete(entry);
      if (listeners.size === 0) stop();
    };
  };
  return { fire, listen, stop };
}
