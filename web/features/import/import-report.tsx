import { Link } from '@tanstack/react-router';
import type { ImportRun } from '../../../src/contract/shapes.ts';
import { countSkipped, moreSkipped } from '../../../src/domain/skipped-rows.ts';
import { undoStep } from '../../lib/acts.ts';
import { queries, queryClient } from '../../lib/api.ts';
import { t } from '../../lib/strings.ts';
import { tImport } from '../../lib/strings-import.ts';
import { Doubles } from '../doubles/doubles.tsx';

interface ImportReportProps {
  readonly run: ImportRun;
  readonly onAgain: () => void;
  readonly onBring?: () => void;
}

/** What became of every row, in words first and in numbers for those who want them. */
export function ImportReport({ run, onAgain, onBring }: ImportReportProps) {
  const { report } = run;
  const done = run.state === 'done';
  const undo = async (stepId: string): Promise<void> => {
    await undoStep(stepId);
    await queryClient.invalidateQueries({ queryKey: queries.import(run.id).queryKey });
  };
  return (
    <div className="grid gap-6">
      <section className={done ? 'leaf-band p-6' : 'card p-6'} role="status">
        <p className="font-serif text-title">
          {done && report !== null ? tImport.summary({ ...report, dry: run.dryRun }) : tImport.states[run.state]}
        </p>
        {run.error !== null && <p className="mt-2 text-warm">{run.error}</p>}
        {run.missing > 0 && <p className="mt-2 text-soft">{tImport.missing(run.missing)}</p>}
        <div className="mt-4 flex flex-wrap gap-1.5">
          {run.dryRun && done && onBring !== undefined && (
            <button type="button" className="act act-go" onClick={onBring}>
              {tImport.bring}
            </button>
          )}
          {!run.dryRun && done && (
            <Link to="/sort" className="act act-go">
              {tImport.toSort}
            </Link>
          )}
          {!run.dryRun && done && (
            <Link to="/" className="act">
              {tImport.toToday}
            </Link>
          )}
          <button type="button" className="act" onClick={onAgain}>
            {tImport.another}
          </button>
          {!run.dryRun && done && run.stepId !== null && <UndoButton onUndo={undo} stepId={run.stepId} />}
        </div>
      </section>
      {!run.dryRun && done && <Doubles first={run.doubles} />}
      {run.notes.length > 0 && (
        <section aria-label={tImport.notes}>
          <h2 className="small-head mb-2">{tImport.notes}</h2>
          <ul className="grid gap-1 text-soft">
            {run.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      {report?.files.map((file) => (
        <FileReport key={file.path} file={file} />
      ))}
    </div>
  );
}

function UndoButton({
  stepId,
  onUndo,
}: {
  readonly stepId: string;
  readonly onUndo: (stepId: string) => Promise<void>;
}) {
  return (
    <button type="button" className="act act-warm desk:ms-auto" onClick={() => void onUndo(stepId)}>
      {tImport.undo}
    </button>
  );
}

function FileReport({ file }: { readonly file: NonNullable<ImportRun['report']>['files'][number] }) {
  const unread = file.format === 'unread';
  const skipped = countSkipped(file);
  return (
    <section className="card px-5 py-4" aria-label={file.path}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="min-w-0 font-medium wrap-anywhere">{file.path}</p>
        <p className="text-small text-faint">{t.formats[file.format] ?? file.format}</p>
      </div>
      {!unread && <p className="text-small text-soft">{tImport.fileLine(file)}</p>}
      {skipped > 0 && (
        <details className="mt-2" open={skipped <= 5}>
          <summary className="text-small text-warm">{tImport.skipped(skipped)}</summary>
          <dl className="mt-1 max-h-96 overflow-y-auto text-small">
            {file.skipped.map((row) => (
              <div
                key={`${row.where}-${row.reason}`}
                className="grid grid-cols-[8rem_1fr] gap-3 border-t border-line/70 py-1.5 max-desk:grid-cols-1 max-desk:gap-0"
              >
                <dt className="text-faint">{row.where}</dt>
                <dd className="text-soft">{row.reason}</dd>
              </div>
            ))}
          </dl>
          {moreSkipped(file, file.skipped.length).map(({ count, reason }) => (
            <p key={reason} className="border-t border-line/70 py-1.5 text-small text-soft">
              {tImport.moreSkipped(count, reason)}
            </p>
          ))}
        </details>
      )}
    </section>
  );
}
