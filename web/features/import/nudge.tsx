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
    <div className="my-4 flex flex-wrap items-center gap-x-4 text-small text-soft">
      <p>{t.nudge.old(old.days)}</p>
      <div className="-ms-3 flex">
        {linked && (
          <Link to="/import" className="act text-leaf">
            {t.nudge.oldAct}
          </Link>
        )}
        <button type="button" className="act" onClick={() => void dismiss()}>
          {t.nudge.oldKnown}
        </button>
      </div>
    </div>
  );
}
