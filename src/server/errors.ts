import { AppError, type ErrorCode } from '../domain/errors.ts';
import type { Log, Store } from './parts.ts';

/** The one place that knows how failures look in HTTP. */
export const STATUS: Readonly<Record<ErrorCode, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  ambiguous: 409,
  conflict: 409,
  unreadable: 422,
  'too-many-requests': 429,
  internal: 500,
  'newer-schema': 500,
  busy: 503,
  // Insufficient Storage (RFC 4918 section 11.5): the server cannot store what it would have to.
  unwritable: 507,
};

/** A refusal as it goes out; what nobody foresaw is logged and hidden. */
export function problemOf(thrown: unknown, { store, log }: { store: Store; log: Log }): Response {
  const error = store.database.dialect.isUniqueViolation(thrown) ? alreadyThere(thrown) : thrown;
  const known = error instanceof AppError && error.code !== 'internal';
  if (!known) log(error, 'a request failed');
  const shown = known
    ? error
    : new AppError('internal', 'Something went wrong on our side. The log of Tendril says more.');
  const { code, message, details } = shown;
  const body = { error: { code, message, ...(Object.keys(details).length > 0 && { details }) } };
  return new Response(JSON.stringify(body), {
    status: STATUS[code],
    headers: { ...JSON_HEADERS, ...retryHeaders(shown) },
  });
}

/** An id the client chose, or the same act at the same moment. */
function alreadyThere(cause: unknown): AppError {
  return new AppError('conflict', 'This is here already: its id or name is taken.', { cause });
}

/** Of every JSON answer: it is private, and no browser may take it for anything else. */
export const JSON_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const;

function retryHeaders(error: AppError): Record<string, string> {
  if (error.code === 'unauthenticated') return { 'www-authenticate': 'Bearer' };
  if (error.code === 'busy') return { 'retry-after': '1' };
  const { retryAfter } = error.details;
  return typeof retryAfter === 'number' ? { 'retry-after': String(retryAfter) } : {};
}
