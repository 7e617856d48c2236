import type { ImportRun } from '../../../src/contract/shapes.ts';
import { momentOf } from '../../lib/days.ts';
import { tImport } from '../../lib/strings-import.ts';

export function EarlierImports({
  imports,
  onShow,
}: {
  readonly imports: readonly ImportRun[];
  readonly onShow: (id: string) => void;
}) {
  if (imports.length === 0) return null;
  return (
    <section aria-label={tImport.before}>
      <h2 className="small-head mb-2">{tImport.before}</h2>
      <ul>
        {imports.map((run) => (
          <li key={run.id} className="flex flex-wrap items-center gap-x-4 border-b border-line/70 py-2">
            <time dateTime={run.startedAt} className="w-28 text-small text-faint">
              {momentOf(run.startedAt)}
            </time>
            <span className="min-w-0 flex-1 truncate">{tImport.fileCount(run.files)}</span>
            <span className="text-small text-soft">{run.dryRun ? tImport.dryTag : tImport.states[run.state]}</span>
            <button type="button" className="act" onClick={() => onShow(run.id)}>
              {tImport.open}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
