import { CompiledQuery } from 'kysely';
import type { PgSession } from './connection.ts';

/** Tables of which the server has counted nothing yet, though they are no longer small. */
const UNCOUNTED = `select quote_ident(relname) as name from pg_class
  where relnamespace = current_schema()::regnamespace and relkind = 'r' and reltuples < 0
  and pg_relation_size(oid) > 250000`;

/**
 * Has tables counted that a long write fills in one go. Until the server does so by itself, a minute later, it takes
 * `network_id = ?` to find a handful of rows, and reads the whole network for each few hundred people that come in.
 */
export async function countGrownTables(session: PgSession): Promise<void> {
  const { rows } = await session.execute<{ name: string }>(CompiledQuery.raw(UNCOUNTED));
  if (rows.length > 0) await session.run(`analyze (skip_locked) ${rows.map(({ name }) => name).join(', ')}`);
}
