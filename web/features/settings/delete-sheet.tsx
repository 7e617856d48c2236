import { type FormEvent, useState } from 'react';
import { Field } from '../../components/field.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { messageOf } from '../../lib/acts.ts';
import { client, queries, queryClient } from '../../lib/api.ts';
import { t } from '../../lib/strings.ts';
import { tSettings } from '../../lib/strings-settings.ts';

/** Asks for the words before everything is deleted, and says afterwards where the backup is. */
export function DeleteSheet({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [backup, setBackup] = useState(true);
  const [state, setState] = useState<{ readonly busy?: boolean; readonly problem?: string; readonly ended?: string }>(
    {},
  );
  const meant = typed.trim().toLowerCase() === tSettings.data.endWords;

  const end = async (): Promise<void> => {
    setState({ busy: true });
    try {
      const done = await client.deleteEverything({ body: { confirm: 'delete everything', backup } });
      setState({ ended: tSettings.data.ended(done.backup) });
      // Nothing that was fetched before is there any more; who is signed in still is.
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session', type: 'inactive' });
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== queries.session.queryKey[0] });
    } catch (error) {
      setState({ problem: messageOf(error) });
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (meant && state.busy !== true) void end();
  };
  if (state.ended !== undefined)
    return (
      <Sheet open onClose={onClose} title={tSettings.data.endedTitle} width="28rem">
        <p role="status" className="text-soft">
          {state.ended}
        </p>
      </Sheet>
    );
  return (
    <Sheet open onClose={onClose} title={tSettings.data.endTitle} width="28rem">
      <form className="grid gap-4" onSubmit={submit}>
        <p className="text-soft">{tSettings.data.endText}</p>
        <Field label={tSettings.data.endType} problem={state.problem}>
          {(props) => (
            <input
              {...props}
              className="input"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <label className="flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            className="tick"
            checked={backup}
            onChange={(event) => setBackup(event.target.checked)}
          />
          {tSettings.data.endBackup}
        </label>
        <div className="flex flex-wrap gap-2">
          <button type="submit" className="act act-warm" disabled={!meant || state.busy === true}>
            {state.busy === true ? tSettings.data.ending : tSettings.data.endAct}
          </button>
          <button type="button" className="act act-line" onClick={onClose}>
            {t.common.cancel}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
