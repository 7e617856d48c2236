import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { todayOf } from '../../services/context.ts';
import { backupBeforeDelete, DELETE_WORDS, deleteEverything } from '../../services/delete-everything.service.ts';
import { backup } from '../../services/maintenance.service.ts';
import type { Handlers } from '../call.ts';
import type { ServerParts } from '../parts.ts';
import { streamOf } from '../stream.ts';

/** The data as a whole: a copy of it, and the end of it. */
export function dataHandlers({ folder }: Pick<ServerParts, 'folder'>) {
  return {
    backup: async (context, { request }) => {
      const name = `tendril-${await todayOf(context)}.backup`;
      const headers = {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      };
      if (request.method === 'HEAD') return new Response(null, { headers });
      return new Response(await streamOf(copyOf((path) => backup(context, path))), { headers });
    },
    deleteEverything: async (context, { body }) => {
      if (body.confirm.trim().toLowerCase() !== DELETE_WORDS)
        throw new AppError('invalid', `To be sure it is meant, type: ${DELETE_WORDS}. Nothing was deleted.`);
      const copy = body.backup === false ? null : backupBeforeDelete(context, folder);
      const done = await deleteEverything(context, copy);
      return { ...done, message: 'Everything is deleted.' };
    },
  } satisfies Partial<Handlers>;
}

/** A file that is there for as long as it is read, in a folder nobody else may look into. */
async function* copyOf(write: (path: string) => Promise<void>): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'tendril-backup-'));
  try {
    const path = join(folder, 'copy');
    await write(path);
    yield* createReadStream(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
