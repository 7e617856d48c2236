import { type ReactNode, useId, useState } from 'react';
import { p } from '../../lib/strings-pictures.ts';

interface PictureProps {
  readonly title: string;
  /** What the picture shows, in a sentence. */
  readonly line: string;
  readonly picture: ReactNode;
  /** The same for those who read. */
  readonly table: ReactNode;
  readonly children?: ReactNode;
}

/** A picture with its sentence, and the same as a table. */
export function Picture({ title, line, picture, table, children }: PictureProps) {
  const [asTable, setAsTable] = useState(false);
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="card p-4 desk:p-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 id={heading}>{title}</h2>
          <p className="mt-1 text-soft">{line}</p>
        </div>
        {children}
      </div>
      <div className="mt-5">{asTable ? table : picture}</div>
      <TableSwitch asTable={asTable} onChange={setAsTable} />
    </section>
  );
}

export function TableSwitch({
  asTable,
  onChange,
}: {
  readonly asTable: boolean;
  readonly onChange: (asTable: boolean) => void;
}) {
  return (
    <button
      type="button"
      className="act -ms-3 mt-3 print:hidden"
      aria-pressed={asTable}
      onClick={() => onChange(!asTable)}
    >
      {p.asTable}
    </button>
  );
}

interface DataTableProps {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly [key: string, ...cells: readonly ReactNode[]])[];
  /** Whether all but the first column hold numbers. */
  readonly numbers?: boolean;
}

const PAGE = 100;

/** Rows that scroll sideways on a phone; of very many the first, and more as they are asked for. */
export function DataTable({ caption, head, rows, numbers = false }: DataTableProps) {
  const [shown, setShown] = useState(PAGE);
  const align = numbers ? 'text-end tabular-nums' : 'text-start';
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its room has to be reached to be scrolled. */}
      <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
        <table className="w-full text-[0.875rem]">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-b border-line text-faint">
              {head.map((title, at) => (
                <th key={title} scope="col" className={`py-1.5 pe-4 font-medium ${at === 0 ? 'text-start' : align}`}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(([key, first, ...cells]) => (
              <tr key={key} className="border-b border-line/60">
                <th scope="row" className="py-1.5 pe-4 text-start font-normal whitespace-nowrap">
                  {first}
                </th>
                {cells.map((cell, at) => (
                  <td key={head[at + 1]} className={`py-1.5 pe-4 text-soft ${align}`}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown && (
        <button type="button" className="act act-line mt-3" onClick={() => setShown(shown + PAGE)}>
          {p.more}
        </button>
      )}
    </>
  );
}
