import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PageHead } from '../components/page-head.tsx';
import { DropZone } from '../features/import/drop-zone.tsx';
import { EarlierImports } from '../features/import/earlier-imports.tsx';
import { ImportRun } from '../features/import/import-run.tsx';
import { SourceGuides } from '../features/import/source-guides.tsx';
import { useStartImport } from '../features/import/use-start-import.ts';
import { queries } from '../lib/api.ts';
import { t } from '../lib/strings.ts';

const route = getRouteApi('/shell/import');

/** Files in, a look before if wanted, progress, the report of every row. */
export function ImportRoute() {
  const { run } = route.useSearch();
  const navigate = useNavigate();
  const [dry, setDry] = useState(false);
  const [files, setFiles] = useState<readonly File[]>([]);
  const show = (id: string | undefined): void =>
    void navigate({ to: '/import', search: id === undefined ? {} : { run: id } });
  const { start, busy } = useStartImport(show);
  const { data: imports } = useQuery(queries.imports);

  const begin = (chosen: readonly File[], look: boolean): void => {
    setFiles(chosen);
    start(chosen, look);
  };
  return (
    <div className="max-w-4xl">
      <PageHead title={t.import.title} lead={t.import.lead} />
      {run === undefined ? (
        <div className="grid gap-8">
          <DropZone dry={dry} busy={busy} onDry={setDry} onFiles={(chosen) => begin(chosen, dry)} />
          <SourceGuides />
          <EarlierImports imports={imports?.imports ?? []} onShow={show} />
        </div>
      ) : (
        // The files of a look are still at hand until the page is left.
        <ImportRun
          key={run}
          id={run}
          onAgain={() => show(undefined)}
          {...(files.length > 0 ? { onBring: () => begin(files, false) } : {})}
        />
      )}
    </div>
  );
}
