import { assertOutside } from '../scope.ts';
import { SqliteSession, translated, whenFree } from './connection.ts';
import type { SqliteStore } from './sqlite-store.ts';

/**
 * See `Dialect.compact`. Deleted rows stay readable in free pages, and in the log beside the file: the file is written anew
 * and the log cut off.
 */
export async function compact({ key, path, deadlineMs, turns }: SqliteStore): Promise<void> {
  assertOutside(key, 'compact()');
  await turns.take(deadlineMs);
  try {
    const session = new SqliteSession(path, { deadlineMs });
    try {
      await whenFree(() => session.exec('vacuum'), { deadlineMs });
      // Somebody who still reads the old state keeps the log: it goes when they are done.
      session.value('pragma wal_checkpoint(truncate)');
    } finally {
      session.close();
    }
  } catch (error) {
    throw translated(error, path);
  } finally {
    turns.give();
  }
}
