import { PostgresAdapter, PostgresQueryCompiler } from 'kysely';
import type pg from 'pg';
import type { Grammar, SessionSource } from '../handles.ts';
import { PgSession, translated } from './connection.ts';
import type { ColumnTypesByTable } from './insert-columns.ts';

/** What the parts of one open database share. */
export interface PostgresStore {
  /** Identity for the guard against nested use. */
  readonly key: object;
  /** For writing; `reads` refuses to. */
  readonly writes: pg.Pool;
  readonly reads: pg.Pool;
  readonly columnTypes: ColumnTypesByTable;
}

export const postgresGrammar: Grammar = {
  createAdapter: () => new PostgresAdapter(),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};

/** Sessions of a pool; `begin` is the statement, or statements, that open a transaction. */
export function poolSource(pool: pg.Pool, begin: string): SessionSource<PgSession> {
  return {
    async acquire() {
      try {
        return new PgSession(await pool.connect());
      } catch (error) {
        throw translated(error);
      }
    },
    async release(session) {
      session.client.release(session.broken);
    },
    begin: (session) => session.run(begin),
    commit: (session) => session.run('commit'),
    async rollback(session) {
      try {
        await session.run('rollback');
      } catch {
        // The connection is gone and the server rolls back by itself; the error that led here is the one to report.
        session.broken = true;
      }
    },
  };
}

export const BEGIN_SNAPSHOT = 'begin isolation level repeatable read read only';
/** Changing or restoring a whole schema takes as long as it takes. */
export const BEGIN_UNLIMITED = `begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;
