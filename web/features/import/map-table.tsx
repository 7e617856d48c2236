import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { TableColumn, TableSeen } from '../../../src/contract/shapes.ts';
import type { TableField } from '../../../src/domain/table-fields.ts';
import { PageHead } from '../../components/page-head.tsx';
import { queries } from '../../lib/api.ts';
import { tImport } from '../../lib/strings-import.ts';
import { FieldChoice } from './field-choice.tsx';
import { TablePreview } from './table-preview.tsx';

/** More columns than a person would go through; the rest is kept as it stands. */
const MOST_COLUMNS = 120;

interface MapTableProps {
  readonly table: TableSeen;
  readonly last: boolean;
  readonly dry: boolean;
  readonly busy: boolean;
  readonly onKeep: (columns: readonly TableColumn[]) => void;
  /** Goes on without this file, where there are others. */
  readonly onLeave?: () => void;
  readonly onCancel: () => void;
}

/** One table: what each column is taken for, beside the people that makes of it. */
export function MapTable({ table, last, dry, busy, onKeep, onLeave, onCancel }: MapTableProps) {
  const [columns, setColumns] = useState<readonly TableColumn[]>(() =>
    table.columns.map(({ name, field }) => ({ name, field })),
  );
  const { data: preview } = useQuery(queries.tablePreview(columns, table.rows));
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A new question takes the place of the page: who reads by ear or keyboard starts at its head.
    top.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  const choose = (index: number, field: TableField): void =>
    setColumns(columns.map((column, i) => (i === index ? { ...column, field } : column)));
  const words = tImport.map;
  // Titles may be said twice: a column is known by its place.
  const shown = table.columns
    .slice(0, MOST_COLUMNS)
    .map((column, index) => ({ ...column, index, key: `${index} ${column.name}` }));
  const ready = preview !== undefined && preview.people.length > 0;
  return (
    <div ref={top} tabIndex={-1} className="max-w-5xl outline-none">
      <PageHead title={words.title(table.file)} lead={table.headed ? words.lead : `${words.lead} ${words.headless}`} />
      <div className="grid gap-x-8 gap-y-6 desk:grid-cols-[minmax(0,1fr)_18rem] desk:items-start">
        <section aria-label={words.columns}>
          <ul className="card divide-y divide-line px-5 max-desk:px-4">
            {shown.map(({ key, index, name, samples }) => (
              <li
                key={key}
                className="grid grid-cols-[minmax(0,1fr)_minmax(0,10rem)] items-center gap-4 py-3 desk:grid-cols-[minmax(0,1fr)_12rem]"
              >
                <div className="min-w-0">
                  <p className="truncate font-medium">{name}</p>
                  <p className="truncate font-serif text-soft">
                    {samples.length === 0 ? <em className="text-faint">{words.empty}</em> : samples.join(' · ')}
                  </p>
                </div>
                <FieldChoice
                  column={name}
                  value={columns[index]?.field ?? 'keep'}
                  onChange={(field) => choose(index, field)}
                />
              </li>
            ))}
          </ul>
          {table.columns.length > MOST_COLUMNS && (
            <p className="mt-2 text-small text-faint">{words.more(table.columns.length - MOST_COLUMNS)}</p>
          )}
        </section>
        <aside className="grid gap-5 desk:sticky desk:top-8">
          <TablePreview preview={preview} />
          <div className="flex flex-wrap gap-1.5">
            <button type="button" className="act act-go" disabled={busy || !ready} onClick={() => onKeep(columns)}>
              {last ? (dry ? words.look : words.bring) : words.next}
            </button>
            {onLeave !== undefined && (
              <button type="button" className="act" onClick={onLeave}>
                {words.leave}
              </button>
            )}
            <button type="button" className="act" onClick={onCancel}>
              {words.cancel}
            </button>
          </div>
        </aside>
      </div>
    </div>
  );
}
