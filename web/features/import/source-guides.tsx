import { useQuery } from '@tanstack/react-query';
import { Icon } from '../../components/icon.tsx';
import { queries } from '../../lib/api.ts';
import { tImport } from '../../lib/strings-import.ts';

/** How to get each file, step by step. */
export function SourceGuides() {
  const { data } = useQuery(queries.sources);
  if (data === undefined) return null;
  return (
    <section aria-label={tImport.guides}>
      <h2 className="small-head mb-3">{tImport.guides}</h2>
      <div className="card divide-y divide-line">
        {data.sources.map((source) => (
          <details key={`${source.format}-${source.name}`} className="group px-5 py-3.5">
            <summary className="flex list-none items-center justify-between gap-4 [&::-webkit-details-marker]:hidden">
              <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-serif text-lead">{source.name}</span>
                {source.wait !== null && <span className="text-small text-faint">{tImport.wait(source.wait)}</span>}
              </span>
              <span className="text-faint transition-transform group-open:rotate-90">
                <Icon name="right" size={16} />
              </span>
            </summary>
            <ol className="mt-2 grid list-decimal gap-1.5 ps-5 text-soft marker:text-faint">
              {source.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <p className="mt-2 text-small text-faint">{tImport.file(source.file)}</p>
          </details>
        ))}
      </div>
    </section>
  );
}
