import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AppError } from '../../domain/errors.ts';

/**
 * The absolute path of a file that can be read. It is not opened for that: closing a database file that is open
 * elsewhere in the process would drop SQLite's locks on it.
 * @throws AppError `unreadable` saying why not
 */
export async function requireFile(path: string): Promise<string> {
  const absolute = resolve(path);
  try {
    if (!(await stat(absolute)).isFile()) throw new AppError('unreadable', `${path} is not a file.`);
    await access(absolute, constants.R_OK);
    return absolute;
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const reason =
      code === 'ENOENT'
        ? 'is not there'
        : code === 'EACCES'
          ? 'may not be read by this user'
          : `cannot be read (${code})`;
    throw new AppError('unreadable', `${path} ${reason}.`, { cause: error });
  }
}
