/** Every way Tendril fails on purpose. Edges translate a code into an HTTP status or an exit code; nothing else knows those. */
export type ErrorCode =
  | 'invalid' // what was given cannot be understood; details say where
  | 'ambiguous' // a name fits several people; details.candidates lists them
  | 'not-found'
  | 'conflict' // the thing changed since it was read
  | 'unauthenticated'
  | 'forbidden'
  | 'too-many-requests'
  | 'unreadable' // a file that cannot be read at all
  | 'newer-schema' // the data was written by a newer Tendril
  | 'busy' // another process holds an exclusive lock, or the database does not answer just now
  | 'unwritable' // the disk is full, read-only or failing: nothing was saved, and trying again helps only after it was seen to
  | 'internal';

/** A failure with a message fit for a person: what was wrong, where, and what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: { details?: Record<string, unknown>; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details ?? {};
  }
}
