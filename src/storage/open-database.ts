import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../domain/errors.ts';
import type { Database } from './dialects/dialect.ts';

/** How long a write waits for another process before it fails as busy. */
const DEADLINE_MS = 15_000;

/**
 * Opens the store at `url`: `postgres://…`, or a file as a path or a `file:` address, made if it is not there.
 * The schema is the migrator's business.
 * @throws AppError `unreadable` if it cannot be opened or is not Tendril's
 */
export async function openDatabase<Schema>({
  url,
  deadlineMs = DEADLINE_MS,
  bulk = false,
}: {
  url: string;
  deadlineMs?: number;
  /** Whether much is going to be written at once: memory for that is worth its while, many connections are not. */
  bulk?: boolean;
}): Promise<Database<Schema>> {
  if (/^postgres(ql)?:/i.test(url)) {
    // Loaded when needed: most networks live in a file.
    const { openPostgres } = await import('./dialects/postgres/open-postgres.ts');
    return await openPostgres<Schema>(url, { deadlineMs, bulk });
  }
  const { openSqlite } = await import('./dialects/sqlite/open-sqlite.ts');
  return await openSqlite<Schema>(pathOf(url), { deadlineMs, bulk });
}

function pathOf(url: string): string {
  if (/^file:\//i.test(url)) return fileURLToPath(url);
  if (/^file:/i.test(url)) return resolve(url.slice('file:'.length));
  // One letter before the colon is a drive of Windows.
  if (/^[a-z][a-z0-9+.-]+:/i.test(url) || url === '') {
    throw new AppError('invalid', 'The database address must be a file or begin with postgres://.');
  }
  return resolve(url);
}
