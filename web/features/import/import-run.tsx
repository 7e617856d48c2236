import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ImportRun as Run } from '../../../src/contract/shapes.ts';
import { Loading } from '../../components/loading.tsx';
import { messageOf } from '../../lib/acts.ts';
import { client, queries, queryClient, refresh } from '../../lib/api.ts';
import { tImport } from '../../lib/strings-import.ts';
import { showToast } from '../../lib/toasts.ts';
import { Stumble } from '../shell/stumble.tsx';
import { ImportReport } from './import-report.tsx';

/** How often a running import is asked how far it is, in milliseconds. */
const ASK_EVERY = 300;

export function isRunning(run: Pick<Run, 'state'>): boolean {
  return run.state === 'reading' || run.state === 'planning' || run.state === 'applying';
}

interface ImportRunProps {
  readonly id: string;
  readonly onAgain: () => void;
  /** After a look: brings the same files in. */
  readonly onBring?: () => void;
}

export function ImportRun({ id, onAgain, onBring }: ImportRunProps) {
  const {
    data: run,
    error,
    refetch,
  } = useQuery({
    ...queries.import(id),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data === undefined || isRunning(state.data) ? ASK_EVERY : false),
  });
  const running = run === undefined || isRunning(run);
  useEffect(() => {
    if (!running) refresh();
  }, [running]);
  if (run === undefined)
    return error === null ? <Loading rows={1} /> : <Stumble error={error} onRetry={() => void refetch()} />;
  return running ? (
    <Progress run={run} />
  ) : (
    <ImportReport run={run} onAgain={onAgain} {...(onBring === undefined ? {} : { onBring })} />
  );
}

async function cancel(id: string): Promise<void> {
  try {
    queryClient.setQueryData(queries.import(id).queryKey, await client.cancelImport({ params: { id } }));
  } catch (error) {
    showToast({ text: messageOf(error), tone: 'problem' });
  }
}

function Progress({ run }: { readonly run: Run }) {
  const { done, total, what } = run.progress;
  const share = total === null || total === 0 ? undefined : Math.min(100, (done / total) * 100);
  return (
    <section className="card p-6" aria-label={tImport.states[run.state]}>
      <p className="font-serif text-title">{tImport.states[run.state]}</p>
      <p className="mt-1 text-soft" aria-live="polite">
        {what}
      </p>
      <div
        role="progressbar"
        aria-label={tImport.states[run.state]}
        {...(share === undefined
          ? {}
          : { 'aria-valuenow': Math.round(share), 'aria-valuemin': 0, 'aria-valuemax': 100 })}
        className="mt-4 h-1.5 overflow-hidden rounded-full bg-sunk"
      >
        <div
          className={`h-full rounded-full bg-leaf transition-[width] duration-300 ${share === undefined ? 'pulse' : ''}`}
          style={{ width: `${(share ?? 30).toString()}%` }}
        />
      </div>
      <div className="mt-3 flex items-center justify-between">
        <span className="text-small text-faint tabular-nums">{tImport.progress(done, total)}</span>
        <button type="button" className="act" onClick={() => void cancel(run.id)}>
          {tImport.cancel}
        </button>
      </div>
    </section>
  );
}
