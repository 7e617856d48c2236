import { useState } from 'react';
import { monthName, monthNames, number } from '../../lib/days.ts';
import { p } from '../../lib/strings-pictures.ts';
import { DataTable, TableSwitch } from './picture.tsx';

/** The twelve months as a row of rounds, as large as there were people in them. */
export function YearMonths({ year, months }: { readonly year: number; readonly months: readonly number[] }) {
  const [asTable, setAsTable] = useState(false);
  const most = Math.max(1, ...months);
  const names = monthNames('narrow');
  return (
    <div>
      {asTable ? (
        <DataTable
          caption={p.year.months(year)}
          numbers
          head={[p.year.month, p.year.people]}
          rows={months.map((count, at) => {
            const month = `${String(year).padStart(4, '0')}-${String(at + 1).padStart(2, '0')}`;
            return [month, monthName(month, 'long'), number(count)];
          })}
        />
      ) : (
        <svg role="img" aria-label={p.year.months(year)} viewBox="0 0 600 74" className="block w-full max-w-2xl">
          <line x1="25" x2="575" y1="28" y2="28" stroke="var(--line)" />
          {months.map((count, at) => {
            const x = 25 + at * 50;
            // The area says how many.
            const radius = count === 0 ? 2 : 3 + 18 * Math.sqrt(count / most);
            return (
              <g key={names[at]?.concat(at.toString())}>
                <circle
                  cx={x}
                  cy="28"
                  r={radius}
                  fill={count === 0 ? 'var(--line)' : 'var(--leaf)'}
                  opacity={0.35 + (0.55 * count) / most}
                />
                <text x={x} y="70" textAnchor="middle" className="fill-faint text-[0.6875rem]">
                  {names[at]}
                </text>
              </g>
            );
          })}
        </svg>
      )}
      <TableSwitch asTable={asTable} onChange={setAsTable} />
    </div>
  );
}
