import { useRef, useState } from 'react';
import { monthName, monthNames, number } from '../../lib/days.ts';
import { p } from '../../lib/strings-pictures.ts';
import { DataTable, TableSwitch } from './picture.tsx';
import { useWidth } from './use-width.ts';

interface YearMonthsProps {
  readonly year: number;
  /** With how many people there was contact in each of the twelve. */
  readonly months: readonly number[];
}

/** The twelve months as a row of rounds, as large as there were people in them. */
export function YearMonths({ year, months }: YearMonthsProps) {
  const [asTable, setAsTable] = useState(false);
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
        <Rounds year={year} months={months} />
      )}
      <TableSwitch asTable={asTable} onChange={setAsTable} />
    </div>
  );
}

const WIDEST = 56;
const LEAST_RADIUS = 2;

function Rounds({ year, months }: YearMonthsProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const step = Math.min(WIDEST, width / months.length);
  const largest = step * 0.46;
  const most = Math.max(1, ...months);
  const names = monthNames(step < 36 ? 'narrow' : 'short');
  return (
    <div ref={box} className="[contain:inline-size]">
      {width > 0 && (
        <svg
          role="img"
          aria-label={p.year.months(year)}
          width={step * months.length}
          height={2 * largest + 24}
          className="block"
        >
          <line x1={step / 2} x2={step * (months.length - 0.5)} y1={largest} y2={largest} stroke="var(--line)" />
          {months.map((count, at) => {
            const x = step * (at + 0.5);
            // The area says how many.
            const radius = count === 0 ? LEAST_RADIUS : Math.max(LEAST_RADIUS, largest * Math.sqrt(count / most));
            return (
              <g key={`month-${at.toString()}`}>
                <circle cx={x} cy={largest} r={radius} fill={count === 0 ? 'var(--line)' : 'var(--leaf)'} />
                <text x={x} y={2 * largest + 19} textAnchor="middle" className="fill-faint text-[0.75rem]">
                  {names[at]}
                </text>
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}
