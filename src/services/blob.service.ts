import { AppError } from '../domain/errors.ts';
import { findBlob } from '../storage/repositories/import.repository.ts';
import { type Context, scopeOf } from './context.ts';

/** The bytes kept under a hash. Their type is what their source said: believe it only as far as the bytes agree. */
export async function getBlob(context: Context, hash: string): Promise<{ mediaType: string; bytes: Uint8Array }> {
  const blob = await findBlob(scopeOf(context), hash);
  if (!blob) throw new AppError('not-found', 'This picture is not here (any more).');
  return { mediaType: blob.media_type, bytes: blob.bytes };
}
