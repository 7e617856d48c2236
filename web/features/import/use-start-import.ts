import { useState } from 'react';
import { messageOf } from '../../lib/acts.ts';
import { client, queries, queryClient } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { tImport } from '../../lib/strings-import.ts';
import { showToast } from '../../lib/toasts.ts';

/** Sends files off; what becomes of them is a run with its own id. */
export function useStartImport(onStarted: (id: string) => void): {
  readonly start: (files: readonly File[], dry: boolean) => void;
  readonly busy: boolean;
} {
  const [busy, setBusy] = useState(false);
  const send = async (files: readonly File[], dry: boolean): Promise<void> => {
    if (files.length === 0) {
      showToast({ text: tImport.tooMany, tone: 'problem' });
      return;
    }
    setBusy(true);
    const form = new FormData();
    for (const file of files) form.append('files', file, file.name);
    try {
      const run = await client.startImport(
        { query: { dryRun: dry ? 'true' : undefined }, form },
        { idempotencyKey: newId() },
      );
      queryClient.setQueryData(queries.import(run.id).queryKey, run);
      onStarted(run.id);
    } catch (error) {
      showToast({ text: messageOf(error), tone: 'problem' });
    } finally {
      setBusy(false);
    }
  };
  return { start: (files, dry) => void send(files, dry), busy };
}
