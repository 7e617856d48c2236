import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { messageOf } from '../../lib/acts.ts';
import { client, queries, queryClient } from '../../lib/api.ts';
import { t } from '../../lib/strings.ts';
import { showToast } from '../../lib/toasts.ts';

/** One sentence about an export that has grown old, until the owner says that they know. */
export function Nudge({ linked = false }: { readonly linked?: boolean }) {
  const { data } = useQuery(queries.nudge);
  const old = data?.linkedin ?? null;
  if (old === null) return null;
  const dismiss = async (): Promise<void> => {
    try {
      await client.updateSettings({ body: { knownExportAge: old.importedOn } });
      queryClient.setQueryData(queries.nudge.queryKey, { linkedin: null });
    } catch (error) {
      showToast({ text: messageOf(error), tone: 'problem' });
    }
  };
  return (
    <p className="mt-4 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-small text-soft">
      <span>{t.import.old(old.days)}</span>
      {linked && (
        <Link to="/import" className="link">
          {t.import.oldAct}
        </Link>
      )}
      <button type="button" className="link" onClick={() => void dismiss()}>
        {t.import.oldKnown}
      </button>
    </p>
  );
}
