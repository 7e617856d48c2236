import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cannotWrite } from '../domain/disk-errors.ts';
import { AppError } from '../domain/errors.ts';
import { beginAnew } from '../storage/feed.ts';
import { unfinishedRuns } from '../storage/repositories/import.repository.ts';
import { emptyNetwork } from '../storage/repositories/network.repository.ts';
import { SETTINGS_ID } from '../storage/repositories/setting.repository.ts';
import { openSteps } from '../storage/repositories/step.repository.ts';
import { newId, type Scope } from '../storage/store.ts';
import { type Context, nowOf, requireWrite, scopeOf } from './context.ts';
import { readSettings } from './read-settings.ts';

/** What has to be typed. */
export const DELETE_WORDS = 'delete everything';

/** Where the copy goes that is made before everything is deleted. */
export function backupBeforeDelete(context: Context, folder: string): string {
  return join(folder, `tendril.before-delete-${nowOf(context).replaceAll(':', '')}`);
}

/**
 * Deletes everything: people, notes, history, photos, keys and secret addresses. Who may sign in stays, and how the owner
 * reads and writes dates. Not undoable; a backup is.
 * @param backupTo where a copy is made first; null for none
 * @throws AppError `conflict` while an import or an act on many people goes on; whatever the backup meets, with nothing deleted
 */
export async function deleteEverything(context: Context, backupTo: string | null): Promise<{ backup: string | null }> {
  requireWrite(context);
  const { store, actor } = context;
  await refuseOpenWork(scopeOf(context));
  if (backupTo !== null) {
    await mkdir(dirname(backupTo), { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
      throw cannotWrite(backupTo, cause);
    });
    await store.database.dialect.backup(backupTo);
  }
  const { ownerName, country, zone, locale } = await readSettings(scopeOf(context));
  await beginAnew(store, actor.networkId, {
    info: { kind: 'start', title: 'Deleted everything and began anew', actor: actor.name },
    epoch: newId(store),
    async empty(scope) {
      // Again: it may have begun while the copy was made.
      await refuseOpenWork(scope);
      await emptyNetwork(store, scope);
    },
    work: (writer) =>
      writer.insert('setting', [{ id: SETTINGS_ID, data: JSON.stringify({ ownerName, country, zone, locale }) }]),
  });
  await store.database.dialect.compact();
  return { backup: backupTo };
}

async function refuseOpenWork(scope: Scope): Promise<void> {
  const open = (await unfinishedRuns(scope)).length > 0 || (await openSteps(scope)).length > 0;
  if (open)
    throw new AppError(
      'conflict',
      'An import or another long piece of work goes on. Wait for its end, or cancel it; nothing was deleted.',
    );
}
