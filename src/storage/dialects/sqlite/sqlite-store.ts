import { SqliteAdapter, SqliteQueryCompiler } from 'kysely';
import { AppError } from '../../../domain/errors.ts';
import type { Database } from '../dialect.ts';
import type { Grammar } from '../handles.ts';
import type { Turns } from '../turns.ts';
import { isNotOurs, isUnopened, type SqliteSession, translated, whenFree } from './connection.ts';

/** "TNDL": says in the file's header whose it is (https://www.sqlite.org/fileformat.html#application_id). */
export const APPLICATION_ID = 0x544e444c;
/** What the parts of one open file share. */
export interface SqliteStore {
  /** Identity for the guard against nested use. */
  readonly key: object;
  readonly path: string;
  readonly deadlineMs: number;
  /** One writer at a time within the process. */
  readonly turns: Turns;
  /** Opens another file: a backup on its way in. */
  openCopy(path: string): Promise<Database<unknown>>;
}

export const sqliteGrammar: Grammar = {
  createAdapter: () => new SqliteAdapter(),
  createQueryCompiler: () => new SqliteQueryCompiler(),
};

/** Says in a sentence why a file cannot be opened. */
export function readableError(error: unknown, path: string): unknown {
  if (error instanceof AppError) return error;
  if (isNotOurs(error))
    return new AppError('unreadable', `${path} is not a Tendril database, or it is damaged.`, { cause: error });
  const said = translated(error, path);
  // Nothing was going to be written yet: a folder in its place, or one that is somebody else's.
  return said instanceof AppError && isUnopened(error)
    ? new AppError('unreadable', said.message, { cause: error })
    : said;
}

/** Begins a read transaction and fixes its state now: SQLite alone would do so at the first read. */
export async function beginSnapshot(session: SqliteSession, deadlineMs: number): Promise<void> {
  const begin = () => {
    session.exec('begin');
    try {
      session.value('select 1 from sqlite_schema limit 1');
    } catch (error) {
      session.exec('rollback');
      throw error;
    }
  };
  await whenFree(begin, { deadlineMs });
}
