import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PageHead } from '../components/page-head.tsx';
import { DropZone } from '../features/import/drop-zone.tsx';
import { EarlierImports } from '../features/import/earlier-imports.tsx';
import { ImportRun } from '../features/import/import-run.tsx';
import { KnownTables } from '../features/import/known-tables.tsx';
import { MapTables } from '../features/import/map-tables.tsx';
import { Nudge } from '../features/import/nudge.tsx';
import { SourceGuides } from '../features/import/source-guides.tsx';
import { findUnknownTables, type UnknownTables } from '../features/import/unknown-tables.ts';
import { useStartImport } from '../features/import/use-start-import.ts';
import { queries } from '../lib/api.ts';
import { tImport } from '../lib/strings-import.ts';

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

  const [unknown, setUnknown] = useState<UnknownTables>();
  const { data: known } = useQuery(queries.tables);

  const begin = (chosen: readonly File[], look: boolean): void => {
    setFiles(chosen);
    setUnknown(undefined);
    start(chosen, look);
  };
  // A table that nobody described is asked about first.
  const choose = async (chosen: readonly File[]): Promise<void> => {
    const tables = await findUnknownTables(chosen);
    if (tables.length === 0) begin(chosen, dry);
    else setUnknown({ files: chosen, tables });
  };
  if (run === undefined && unknown !== undefined)
    return (
      <MapTables
        unknown={unknown}
        dry={dry}
        busy={busy}
        onReady={(mapped) => begin(mapped, dry)}
        onCancel={() => setUnknown(undefined)}
      />
    );
  return (
    <div className="max-w-4xl">
      <PageHead title={tImport.title} lead={tImport.lead} />
      {run === undefined && <Nudge />}
      {run === undefined ? (
        <div className="grid gap-8">
          <DropZone dry={dry} busy={busy} onDry={setDry} onFiles={(chosen) => void choose(chosen)} />
          <SourceGuides />
          <KnownTables tables={known?.tables ?? []} />
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
