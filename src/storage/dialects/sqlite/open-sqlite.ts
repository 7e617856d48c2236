import { existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { cannotWrite } from '../../../domain/disk-errors.ts';
import { AppError } from '../../../domain/errors.ts';
import type { Database } from '../dialect.ts';
import type { SessionSource } from '../handles.ts';
import { type Backend, openStore } from '../open-store.ts';
import { Turns } from '../turns.ts';
import { beginWaiting, someoneWaits } from '../waiting.ts';
import { Checkpoints } from './checkpoint.ts';
import { SqliteSession, type WritingSession, whenFree } from './connection.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { APPLICATION_ID, beginSnapshot, readableError, type SqliteStore, sqliteGrammar } from './sqlite-store.ts';
import { ThreadSession } from './thread-session.ts';

/**
 * A long write ends its turn early when another thread waits; another process waits no longer than this. A commit writes
 * every page that was touched since the last, and new names and addresses lie all over their indexes.
 */
const LONGEST_TURN_MS = 1_000;
const SNAPSHOTS = 4;
/** Pages the writer keeps: what a day's acts touch. It fills in hours, and would look like a leak if it were large. */
const CACHE_KB = 4_000;
/** What many people written at once touch, so that no page is written twice to one commit. */
const BULK_CACHE_KB = 96_000;
const POLL_MS = 200;
/** Every commit reaches the disk. */
const DURABLE = 'pragma synchronous = full';

/** Opens, or makes, a database file. With `bulk` much is written at once, in a thread beside. */
export async function openSqlite<Schema>(
  path: string,
  options: { deadlineMs: number; bulk?: boolean },
): Promise<Database<Schema>> {
  const { deadlineMs, bulk = false } = options;
  const first = await openWriter(path, deadlineMs);
  let reader: SqliteSession;
  let writer: WritingSession = first;
  try {
    reader = await whenFree(() => new SqliteSession(path, { readOnly: true, deadlineMs }), { deadlineMs });
    if (bulk) writer = await ThreadSession.open({ path, pragmas: pragmasOf(BULK_CACHE_KB) });
  } catch (error) {
    first.close();
    throw readableError(error, path);
  }
  const store: SqliteStore = {
    key: {},
    path,
    deadlineMs,
    turns: new Turns(1, 'The turn to write'),
    openCopy: (copy) => openSqlite<unknown>(copy, { deadlineMs }),
  };
  const snapshots = snapshotSource(store);
  const checkpoints = new Checkpoints(path);
  const writes = writeSource(store, writer, checkpoints);
  const backend: Backend<WritingSession> = {
    key: store.key,
    dialect: sqliteDialect(store),
    grammar: sqliteGrammar,
    reads: { acquire: async () => reader, async release() {} },
    writes,
    relaxedWrites: relaxed(writes),
    snapshots,
    longestTurnMs: LONGEST_TURN_MS,
    watch: (onCommit) => watchDataVersion(reader, onCommit),
    committed() {},
    async close() {
      await store.turns.take(deadlineMs);
      await checkpoints.finished();
      snapshots.close();
      reader.close();
      if (writer !== first) await writer.close();
      // Last, so that SQLite folds the write-ahead log into the file and removes it.
      first.close();
    },
  };
  return openStore<Schema, WritingSession>(backend);
}

async function openWriter(path: string, deadlineMs: number): Promise<SqliteSession> {
  await createPrivately(path);
  let session: SqliteSession | undefined;
  try {
    session = await whenFree(() => prepareFile(path, deadlineMs), { deadlineMs });
    session.exec(pragmasOf(CACHE_KB));
    return session;
  } catch (error) {
    session?.close();
    throw readableError(error, path);
  }
}

/** Copying the log into the file is left to `Checkpoints`: in a commit it would hold up everything else. */
function pragmasOf(cacheKb: number): string {
  return `pragma temp_store = memory; pragma cache_size = -${cacheKb}; ${DURABLE};
    pragma wal_autocheckpoint = 0; pragma journal_size_limit = 67108864`;
}

/** Nobody else on the machine may read it; the log files beside it inherit this. */
async function createPrivately(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // An existing file is never opened here: closing any descriptor of it would drop SQLite's locks in this process.
    if (!existsSync(path)) await (await open(path, 'wx', 0o600)).close();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
    throw cannotWrite(path, error);
  }
}

function prepareFile(path: string, deadlineMs: number): SqliteSession {
  const session = new SqliteSession(path, { deadlineMs });
  try {
    if (session.value('pragma application_id') !== APPLICATION_ID) {
      if (session.value('select count(*) from sqlite_schema') !== 0) {
        throw new AppError(
          'unreadable',
          `${path} is a database of another program; choose another folder for Tendril.`,
        );
      }
      session.exec(`pragma application_id = ${APPLICATION_ID}`);
    }
    if (session.value('pragma journal_mode') !== 'wal' && session.value('pragma journal_mode = wal') !== 'wal') {
      throw new AppError(
        'unreadable',
        `${path}: this file system cannot hold a shared database; choose a local folder.`,
      );
    }
    return session;
  } catch (error) {
    session.close();
    throw error;
  }
}

function writeSource(
  store: SqliteStore,
  writer: WritingSession,
  checkpoints: Checkpoints,
): SessionSource<WritingSession> {
  return {
    async acquire() {
      await store.turns.take(store.deadlineMs);
      // Writes one after another would otherwise never let timers and requests run: they wait for nothing but promises.
      await nextTurn();
      return writer;
    },
    async release() {
      store.turns.give();
    },
    async begin(session) {
      await checkpoints.keepUp(session);
      let isIn: (() => void) | undefined;
      const onWait = () => {
        isIn = beginWaiting();
      };
      try {
        await whenFree(() => session.exec('begin immediate'), { deadlineMs: store.deadlineMs, onWait });
      } finally {
        isIn?.();
      }
    },
    async commit(session) {
      await session.settled();
      await session.exec('commit');
    },
    async rollback(session) {
      await session.settled();
      // SQLite has rolled back by itself after some errors (disk full, input/output).
      if (await session.inTransaction()) await session.exec('rollback');
    },
  };
}

/** Another process tries again at least this often (`whenFree`): a pause of this length lets it in. */
const PAUSE_MS = 15;
/** Who held the lock for this long, be it in many short transactions, has kept others waiting. */
const LONG_MS = 50;
/** Another thread of this process that waits is let in first, but not for ever. */
const LONGEST_PAUSE_MS = 200;

/** `normal` leaves the log to the system's own time; the next full commit brings all of it to the disk. */
function relaxed(source: SessionSource<WritingSession>): SessionSource<WritingSession> {
  let began = 0;
  let ended = 0;
  /** For how long it held the lock since others last had time to take it. */
  let held = 0;
  return {
    ...source,
    async begin(session) {
      const pause = PAUSE_MS - (performance.now() - ended);
      if (pause > 0 && held > LONG_MS) await sleep(pause);
      if (pause <= 0 || held > LONG_MS) held = 0;
      await letWaitingIn();
      await session.exec('pragma synchronous = normal');
      await source.begin(session);
      began = performance.now();
    },
    async release(session) {
      await session.exec(DURABLE);
      ended = performance.now();
      if (began > 0) held += ended - began;
      began = 0;
      await source.release(session);
    },
  };
}

/** One transaction after another would let nobody else write: the lock goes to whoever tries at the right moment. */
async function letWaitingIn(): Promise<void> {
  const end = performance.now() + LONGEST_PAUSE_MS;
  while (someoneWaits() && performance.now() < end) await sleep(1);
}

/** A few connections opened when needed, since each open snapshot occupies one. */
function snapshotSource(store: SqliteStore): SessionSource<SqliteSession> & { close(): void } {
  const turns = new Turns(SNAPSHOTS, 'A connection for a snapshot');
  const all = new Set<SqliteSession>();
  const idle: SqliteSession[] = [];
  return {
    async acquire() {
      await turns.take(store.deadlineMs);
      try {
        const session = idle.pop() ?? new SqliteSession(store.path, { readOnly: true, deadlineMs: store.deadlineMs });
        all.add(session);
        return session;
      } catch (error) {
        turns.give();
        throw error;
      }
    },
    async release(session) {
      idle.push(session);
      turns.give();
    },
    begin: (session) => beginSnapshot(session, store.deadlineMs),
    commit: endSnapshot,
    rollback: endSnapshot,
    close() {
      for (const session of all) session.close();
    },
  };
}

async function endSnapshot(session: SqliteSession): Promise<void> {
  if (session.db.isOpen && session.db.isTransaction) session.exec('rollback');
}

/** `data_version` changes when any other connection commits: our own writer's, or another process's. */
function watchDataVersion(reader: SqliteSession, onCommit: () => void): () => void {
  let last = reader.value('pragma data_version');
  const timer = setInterval(() => {
    const now = reader.value('pragma data_version');
    if (now === last) return;
    last = now;
    onCommit();
  }, POLL_MS);
  timer.unref();
  return () => clearInterval(timer);
}
