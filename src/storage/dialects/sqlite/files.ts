import { existsSync } from 'node:fs';
import { copyFile, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { backup } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { cannotWrite } from '../../../domain/disk-errors.ts';
import { AppError } from '../../../domain/errors.ts';
import { migrate } from '../../migrator.ts';
import type { Dialect, Migration, OnWait } from '../dialect.ts';
import { requireFile } from '../require-file.ts';
import { assertOutside } from '../scope.ts';
import { syncFile } from '../sync-file.ts';
import { foreignKeyProblems } from './alter-schema.ts';
import { errcodeOf, isNotOurs, SqliteSession, translated, whenFree } from './connection.ts';
import { APPLICATION_ID, beginSnapshot, readableError, type SqliteStore } from './sqlite-store.ts';

const EXCLUSIVE_DEADLINE_MS = 120_000;
const KEPT_COPIES = 3;
const PARTIAL = '.partial';

/**
 * A lock on a small database of its own beside the data: the system drops it when a process dies, so none stays behind.
 */
export async function exclusive<T>(
  store: SqliteStore,
  work: () => Promise<T>,
  { onWait, deadlineMs = EXCLUSIVE_DEADLINE_MS }: { onWait?: OnWait; deadlineMs?: number },
): Promise<T> {
  assertOutside(store.key, 'exclusive()');
  const lock = openLock(`${store.path}.lock`);
  try {
    await whenFree(() => lock.exec('begin exclusive'), {
      deadlineMs,
      onWait: () => onWait?.('Another Tendril is changing this database as a whole; waiting for it to finish.'),
    });
    return await work();
  } finally {
    lock.close();
  }
}

function openLock(path: string): SqliteSession {
  try {
    return new SqliteSession(path, { deadlineMs: 0 });
  } catch (error) {
    throw translated(error, path);
  }
}

/** See `Dialect.backup`. Written page by page beside running writes, from one state. */
export async function backupTo(store: SqliteStore, toPath: string): Promise<void> {
  const target = resolve(toPath);
  if (existsSync(target)) {
    if (await isItself(store, target)) {
      throw new AppError('invalid', `${toPath} is the database itself; give the backup another name.`);
    }
    if (existsSync(`${target}-wal`)) {
      throw new AppError('invalid', `${toPath} is a database in use; give the backup another name.`);
    }
    if (!isTendrilFile(target)) {
      throw new AppError('invalid', `${toPath} is there already and is not a Tendril backup; give another name.`);
    }
  }
  const partial = target + PARTIAL;
  try {
    await removeDatabase(partial);
    await copyState(store, partial);
    await syncFile(partial);
    await rename(partial, target);
    await syncFile(dirname(target));
  } catch (error) {
    await removeDatabase(partial);
    throw notWritten(toPath, error);
  }
}

/** Why a copy of the data could not be made, by the system or by SQLite. */
function notWritten(path: string, error: unknown): unknown {
  const said = translated(error, path);
  return said instanceof AppError ? said : cannotWrite(path, error);
}

async function isItself(store: SqliteStore, path: string): Promise<boolean> {
  return (await realpath(path)) === (await realpath(store.path));
}

async function copyState({ path, deadlineMs }: SqliteStore, toPath: string): Promise<void> {
  await (await open(toPath, 'wx', 0o600)).close();
  const source = new SqliteSession(path, { readOnly: true, deadlineMs });
  try {
    // Its own open read transaction keeps the copy from starting over whenever someone writes.
    await beginSnapshot(source, deadlineMs);
    await backup(source.db, toPath, { rate: 500 });
  } finally {
    source.close();
  }
  const copy = new SqliteSession(toPath, { deadlineMs });
  try {
    // One whole file, readable from anywhere, also from a medium that cannot be written.
    copy.value('pragma journal_mode = delete');
  } finally {
    copy.close();
  }
}

/** See `Dialect.backupBefore`. */
export async function backupBefore(store: SqliteStore, label: string): Promise<string> {
  const path = `${store.path}.before-${label}`;
  await backupTo(store, path);
  await dropOldCopies(store.path);
  return path;
}

async function dropOldCopies(path: string): Promise<void> {
  const folder = dirname(path);
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${basename(path)}.before-`));
  // Whoever makes such a copy is alone: a partial one was left by a process that died.
  for (const name of names.filter((found) => found.endsWith(PARTIAL))) await rm(join(folder, name));
  const copies = await Promise.all(
    names
      .filter((name) => !name.endsWith(PARTIAL))
      .map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
  );
  copies.sort((a, b) => b.time - a.time);
  for (const { name } of copies.slice(KEPT_COPIES)) await rm(join(folder, name));
}

interface RestoreOptions {
  migrations: readonly Migration[];
  dialect: Dialect;
  onWait?: OnWait;
}

/**
 * See `Dialect.restore`. The backup is checked and brought to the present schema in a copy, then written over the live
 * database in one transaction: other processes go on with the new data, a crash leaves the old.
 */
export async function restoreFrom(
  store: SqliteStore,
  fromPath: string,
  options: RestoreOptions,
): Promise<{ kept: string }> {
  const from = await requireFile(fromPath);
  if (await isItself(store, from)) throw new AppError('invalid', `${fromPath} is the database itself; name a backup.`);
  const wait = options.onWait === undefined ? {} : { onWait: options.onWait };
  return await exclusive(
    store,
    async () => {
      const incoming = `${store.path}.incoming`;
      await removeDatabase(incoming);
      try {
        await copyWithLog(from, incoming).catch((error: unknown) => {
          throw cannotWrite(incoming, error);
        });
        checkFile(incoming, fromPath);
        await bringUpToDate(store, incoming, options.migrations);
        const stamp = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }).replaceAll(':', '');
        const kept = await backupBefore(store, `restore-${stamp}`);
        await putInPlace(store, incoming);
        return { kept };
      } finally {
        await removeDatabase(incoming);
      }
    },
    wait,
  );
}

/** A database copied by hand may have its newest changes still in the log beside it. */
async function copyWithLog(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  if (existsSync(`${from}-wal`)) await copyFile(`${from}-wal`, `${to}-wal`);
}

function checkFile(path: string, shownPath: string): void {
  let session: SqliteSession | undefined;
  try {
    session = new SqliteSession(path, { deadlineMs: 0 });
    if (session.value('pragma application_id') !== APPLICATION_ID) {
      throw new AppError('unreadable', `${shownPath} is not a Tendril backup.`);
    }
    const problems = problemsOf(session);
    if (problems.length > 0) {
      throw new AppError('unreadable', `${shownPath} is damaged: ${problems[0]}`, { details: { problems } });
    }
  } catch (error) {
    throw readableError(error, shownPath);
  } finally {
    session?.close();
  }
}

async function bringUpToDate(store: SqliteStore, path: string, migrations: readonly Migration[]): Promise<void> {
  const incoming = await store.openCopy(path);
  try {
    await migrate(incoming, migrations, { backup: false });
  } finally {
    await incoming.close();
  }
}

async function putInPlace(store: SqliteStore, incoming: string): Promise<void> {
  await store.turns.take(store.deadlineMs);
  const source = new SqliteSession(incoming, { readOnly: true, deadlineMs: store.deadlineMs });
  try {
    const end = performance.now() + store.deadlineMs;
    while (!(await overwritten(source, store.path))) {
      if (performance.now() > end)
        throw new AppError('busy', 'Another process kept writing; nothing was restored. Try again.');
      await sleep(5);
    }
  } finally {
    source.close();
    store.turns.give();
  }
}

/** False when another process is writing just now: `backup` rejects then with the code of success. */
async function overwritten(source: SqliteSession, path: string): Promise<boolean> {
  try {
    await backup(source.db, path, { rate: 2000 });
    return true;
  } catch (error) {
    if (errcodeOf(error) === 0) return false;
    throw translated(error, path);
  }
}

/** See `Dialect.integrityProblems`. */
export function integrityProblems(path: string, deadlineMs: number): string[] {
  const session = new SqliteSession(path, { readOnly: true, deadlineMs });
  try {
    return problemsOf(session);
  } finally {
    session.close();
  }
}

function problemsOf(session: SqliteSession): string[] {
  try {
    const found = session.db
      .prepare('pragma integrity_check')
      .all()
      .map((row) => String(row.integrity_check));
    return [...found.filter((line) => line !== 'ok'), ...foreignKeyProblems(session)];
  } catch (error) {
    if (isNotOurs(error)) return [messageOf(error)];
    throw error;
  }
}

function isTendrilFile(path: string): boolean {
  let session: SqliteSession | undefined;
  try {
    session = new SqliteSession(path, { readOnly: true, deadlineMs: 0 });
    return session.value('pragma application_id') === APPLICATION_ID;
  } catch (error) {
    if (error instanceof Error && errcodeOf(error) !== undefined) return false;
    throw error;
  } finally {
    session?.close();
  }
}

async function removeDatabase(path: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '-journal', '.lock']) await rm(`${path}${suffix}`, { force: true });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
