import { AppError } from './errors.ts';

/** Names of errors of the system (POSIX errno) with which a disk refuses to be written, in words that say what to do. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room and try again',
  EDQUOT: 'your share of the disk is used up. Make room and try again',
  EFBIG: 'the file may not grow any larger here (a limit of the disk or of this process). Choose another place',
  EROFS: 'the disk is read-only. Make it writable, or choose another place',
  EACCES: 'this user may not write there. Check who owns it',
  EPERM: 'this user may not write there. Check who owns it',
  EIO: 'the disk fails. Check it before anything else',
};

/**
 * A failed attempt to write a file, in a sentence with the file and the remedy.
 * @returns AppError `unwritable` for what a disk refuses, `unreadable` for a place that is none (no such folder, say)
 */
export function cannotWrite(path: string, error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  if (reason !== undefined) return new AppError('unwritable', `Cannot write ${path}: ${reason}.`, { cause: error });
  const message = error instanceof Error ? error.message : String(error);
  return new AppError('unreadable', `Cannot write ${path}: ${message}`, { cause: error });
}
