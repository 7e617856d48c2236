import type { z } from 'zod';
import { AppError } from '../domain/errors.ts';

/** Longest JSON body: a card with all its notes, many times over. */
const LONGEST_JSON = 4 * 1024 * 1024;

/**
 * Checks one part of a request.
 * @throws AppError `invalid` naming each field that is not as it should be
 */
export function checked<S extends z.ZodType>(schema: S, given: unknown, part: 'path' | 'query' | 'body'): z.infer<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({
    field: [part, ...issue.path].join('.'),
    message: issue.message,
  }));
  throw new AppError('invalid', `${issues.map(({ field, message }) => `${field}: ${message}`).join('. ')}.`, {
    details: { issues },
  });
}

/** The JSON of a body; none at all is an empty object, so that an operation that needs nothing can be sent nothing. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request);
  if (text === '') return {};
  const type = request.headers.get('content-type') ?? '';
  // A form of another site cannot send this type without asking first.
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type))
    throw new AppError('invalid', 'Send the body as JSON, with the header content-type: application/json.');
  try {
    return LONE_HALVES.test(text) ? JSON.parse(text, wellFormed) : JSON.parse(text);
  } catch (cause) {
    throw new AppError('invalid', `The body is not JSON: ${cause instanceof Error ? cause.message : cause}.`, {
      cause,
    });
  }
}

/** Escaped halves of characters, which alone are no text and which not every database takes. */
const LONE_HALVES = /\\ud[89a-f]/i;
const wellFormed = (_: string, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value);

async function readText(request: Request): Promise<string> {
  const announced = request.headers.get('content-length');
  if (announced !== null) {
    if (Number(announced) > LONGEST_JSON) throw tooLong();
    // The connection ends a body at the length announced.
    return request.text();
  }
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body) {
    length += chunk.length;
    if (length > LONGEST_JSON) throw tooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

const tooLong = () => new AppError('invalid', `The body is longer than ${LONGEST_JSON / 1024 / 1024} MB.`);

/** The client's id for what it asks, so that sent twice it is done once. */
export function requestIdOf(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key');
  if (key === null) return undefined;
  if (!/^[\w.:-]{8,64}$/.test(key))
    throw new AppError('invalid', 'Idempotency-Key: 8 to 64 letters, digits or .:_- (a UUID is best).');
  return key;
}
