import { AppError } from '../domain/errors.ts';

/** Where a list goes on: the last row's sort value and id. Opaque to clients. */
export interface Cursor {
  readonly value: string;
  readonly id: string;
  /** How many the list holds, where that was counted with its first page. */
  readonly total?: number;
}

export function writeCursor(value: string, id: string, total?: number): string {
  return Buffer.from(JSON.stringify([value, id, total])).toString('base64url');
}

/** @throws AppError `invalid` */
export function readCursor(text: string): Cursor {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(parsed) && typeof parsed[0] === 'string' && typeof parsed[1] === 'string') {
      const [value, id, total] = parsed;
      return { value, id, ...(Number.isSafeInteger(total) && { total: Number(total) }) };
    }
  } catch {
    // Falls through to the sentence below: what was wrong with it helps nobody.
  }
  throw new AppError('invalid', 'This cursor is not one of ours. Start the list again without it.');
}
