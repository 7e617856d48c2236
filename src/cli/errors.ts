import type { AppError } from '../domain/errors.ts';
import type { Output } from './output.ts';

/** Done. */
export const DONE = 0;
/** Failed, or nothing could be read. */
export const FAILED = 1;
/** Wrong usage, or a name that fits several. */
export const WRONG_USAGE = 2;
export type ExitCode = typeof DONE | typeof FAILED | typeof WRONG_USAGE;

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly headline?: string | null;
}

/** Says on stderr what went wrong, one line a problem, and answers the exit code that tells it. */
export function reportFailure(error: unknown, out: Output): ExitCode {
  if (!isAppError(error)) {
    const what = error instanceof Error ? error.message : String(error);
    out.notice(`Something went wrong inside Tendril: ${what}`);
    return FAILED;
  }
  out.notice(error.message);
  for (const candidate of candidatesOf(error))
    out.notice([candidate.id, candidate.name, candidate.headline].filter(Boolean).join('  '));
  return error.code === 'ambiguous' || error.code === 'invalid' ? WRONG_USAGE : FAILED;
}

/** By its name: two copies of the class may be loaded, one of them in a worker. */
function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error && 'details' in error;
}

function candidatesOf(error: AppError): readonly Candidate[] {
  const { candidates } = error.details;
  return Array.isArray(candidates) ? candidates : [];
}
