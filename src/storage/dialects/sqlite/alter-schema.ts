import type { Transaction } from 'kysely';
import { AppError } from '../../../domain/errors.ts';
import { type SessionSource, transact } from '../handles.ts';
import { assertOutside, inScope } from '../scope.ts';
import { SqliteSession, whenFree } from './connection.ts';
import { type SqliteStore, sqliteGrammar } from './sqlite-store.ts';
import { writeStatistics } from './statistics.ts';

/** See `Dialect.alterSchema`. */
export async function alterSchema<T>(store: SqliteStore, work: (tx: Transaction<unknown>) => Promise<T>): Promise<T> {
  assertOutside(store.key, 'alterSchema()');
  return await transact<unknown, SqliteSession, T>(sqliteGrammar, alteringSource(store), (tx) =>
    inScope(store.key, 'alterSchema', () => work(tx)),
  );
}

/**
 * A connection of its own with foreign keys off: dropping a parent table to rebuild it would delete its children, and
 * the pragma does nothing inside a transaction (https://www.sqlite.org/lang_altertable.html#otheralter).
 */
function alteringSource({ path, deadlineMs, turns }: SqliteStore): SessionSource<SqliteSession> {
  return {
    async acquire() {
      await turns.take(deadlineMs);
      try {
        const session = new SqliteSession(path, { foreignKeys: false, deadlineMs });
        session.exec('pragma synchronous = full');
        return session;
      } catch (error) {
        turns.give();
        throw error;
      }
    },
    async release(session) {
      session.close();
      turns.give();
    },
    async begin(session) {
      await whenFree(() => session.exec('begin immediate'), { deadlineMs });
    },
    async commit(session) {
      await session.settled();
      const [problem] = foreignKeyProblems(session);
      if (problem !== undefined) throw new AppError('internal', `The schema was left as it was: ${problem}`);
      session.translating(() => writeStatistics(session));
      session.exec('commit');
    },
    async rollback(session) {
      await session.settled();
      if (session.db.isTransaction) session.exec('rollback');
    },
  };
}

/** One sentence per table and parent with rows that point nowhere. */
export function foreignKeyProblems(session: SqliteSession): string[] {
  const broken = session.db
    .prepare('select "table", parent, count(*) as n from pragma_foreign_key_check group by 1, 2 order by 1, 2')
    .all();
  return broken.map((row) => `${row.n} rows of ${row.table} point to rows of ${row.parent} that are not there.`);
}
