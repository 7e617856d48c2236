import { sql, type Transaction } from 'kysely';
import type { Dialect } from '../dialects/dialect.ts';

/** Runs schema statements in which `{text}`, `{integer}`, `{real}`, `{blob}`, `{end}` and `{keyed}` stand for the dialect's own words. */
export async function runDdl(tx: Transaction<unknown>, dialect: Dialect, statements: readonly string[]): Promise<void> {
  const words = { ...dialect.types, end: dialect.tableEnd, keyed: dialect.keyedTableEnd };
  for (const statement of statements) {
    const parts = statement.split(/\{(text|integer|real|blob|end|keyed)\}/);
    const pieces = parts.map((part, i) => (i % 2 === 0 ? sql.raw(part) : words[part as keyof typeof words]));
    await sql.join(pieces, sql.raw('')).execute(tx);
  }
}
