import { urlOf } from '../../src/client/client.ts';
import { toApiError } from '../../src/client/errors.ts';
import type { BodyInput } from '../../src/contract/routes.ts';
import type { BulkRun } from '../../src/contract/shapes.ts';
import { messageOf, sayActed } from './acts.ts';
import { client, refresh, reloadLongLists } from './api.ts';
import { newId } from './new-id.ts';
import { showToast } from './toasts.ts';

/** How often a long act is asked how far it is, in milliseconds. */
const ASK_MS = 400;

/**
 * Carries out an act on many people and reports it with its undo, also when the page that asked for it was left meanwhile.
 * Never rejects: a failure is told. Answers whether it was done.
 */
export async function performBulk(body: BodyInput<'bulk'>, onProgress: (run: BulkRun) => void): Promise<boolean> {
  try {
    let run = await client.bulk({ body }, { idempotencyKey: newId() });
    while (run.state === 'running') {
      onProgress(run);
      await new Promise((resolve) => setTimeout(resolve, ASK_MS));
      run = await client.getBulk({ params: { id: run.id } });
    }
    if (run.state === 'failed') showToast({ text: run.message, tone: 'problem' });
    else sayActed(run);
    return run.state !== 'failed';
  } catch (error) {
    showToast({ text: messageOf(error), tone: 'problem' });
    return false;
  } finally {
    refresh();
    reloadLongLists();
  }
}

/** Fetches the chosen as a file and hands it to the browser. Never rejects: a failure is told. */
export async function downloadPeople(body: BodyInput<'exportPeople'>): Promise<boolean> {
  try {
    const response = await fetch(urlOf('exportPeople'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'same-origin',
    });
    if (!response.ok) throw await toApiError(response);
    const address = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = address;
    link.download = body.format === 'csv' ? 'tendril.csv' : 'tendril.vcf';
    link.click();
    // A browser may only now be beginning to read it.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return true;
  } catch (error) {
    showToast({ text: messageOf(error), tone: 'problem' });
    return false;
  }
}
