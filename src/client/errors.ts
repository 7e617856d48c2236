import { AppError, type ErrorCode } from '../domain/errors.ts';

/** A refusal of the server, or (status 0) no answer at all. */
export class ApiError extends AppError {
  readonly status: number;

  constructor(
    status: number,
    code: ErrorCode,
    message: string,
    options: { details?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(code, message, options);
    this.name = 'ApiError';
    this.status = status;
  }
}

const CODES: ReadonlySet<string> = new Set<ErrorCode>([
  'invalid',
  'ambiguous',
  'not-found',
  'conflict',
  'unauthenticated',
  'forbidden',
  'too-many-requests',
  'unreadable',
  'newer-schema',
  'busy',
  'unwritable',
  'internal',
]);

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && CODES.has(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a refusal; one without our problem body (a proxy's page, say) still becomes a plain sentence. */
export async function toApiError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const problem = isRecord(body) && isRecord(body.error) ? body.error : {};
  const code = isErrorCode(problem.code) ? problem.code : response.status === 401 ? 'unauthenticated' : 'internal';
  const message =
    typeof problem.message === 'string'
      ? problem.message
      : `The server answered ${response.status} ${response.statusText}`.trim();
  return new ApiError(response.status, code, message, isRecord(problem.details) ? { details: problem.details } : {});
}
