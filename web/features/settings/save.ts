import type { BodyInput } from '../../../src/contract/routes.ts';
import { messageOf } from '../../lib/acts.ts';
import { client, queries, queryClient, refresh } from '../../lib/api.ts';
import { speak } from '../../lib/language.ts';
import { tSettings } from '../../lib/strings-settings.ts';
import { showToast } from '../../lib/toasts.ts';

/** Keeps what was changed and says so; false when it could not be kept. */
export async function save(change: BodyInput<'updateSettings'>): Promise<boolean> {
  try {
    const settings = await client.updateSettings({ body: change });
    const { queryKey } = queries.settings;
    // A reading that is under way is older than this answer.
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, settings);
    // The answer is given in the language that was chosen.
    await speak(settings.locale);
    showToast({ text: tSettings.saved });
    refresh();
    return true;
  } catch (error) {
    showToast({ text: messageOf(error), tone: 'problem' });
    return false;
  }
}
