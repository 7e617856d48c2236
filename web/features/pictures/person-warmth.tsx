import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PersonWarmth as Warmth } from '../../../src/contract/shapes.ts';
import { queries } from '../../lib/api.ts';
import { monthName, number } from '../../lib/days.ts';
import { p } from '../../lib/strings-pictures.ts';
import { DataTable, TableSwitch } from './picture.tsx';
import { Axis } from './stacked-bars.tsx';
import { BAND_TONES } from './tones.ts';
import { useWidth } from './use-width.ts';

/** With less there is nothing to see. */
const LEAST_MONTHS = 3;
const HEIGHT = 56;
const STRIP = 5;

/** A tie over the years: how often one was in touch in each month, and under it how warm it stood. */
export function PersonWarmth({ id, name }: { readonly id: string; readonly name: string }) {
  const { data } = useQuery(queries.personWarmth(id));
  const [asTable, setAsTable] = useState(false);
  const months = data?.months ?? [];
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || months.length < LEAST_MONTHS) return null;
  const total = months.reduce((sum, { contacts }) => sum + contacts, 0);
  return (
    <section aria-label={p.person.title}>
      <h2 className="small-head mb-1">{p.person.title}</h2>
      <p className="mb-2 text-small text-soft">{p.person.line({ total, months: months.length })}</p>
      {asTable ? (
        <DataTable
          caption={p.person.title}
          head={[p.time.month, p.person.contacts, p.person.warmth]}
          rows={months
            .toReversed()
            .map(({ month, contacts, warmth }) => [
              month,
              monthName(month),
              number(contacts),
              warmth === null ? '' : p.bands[warmth],
            ])}
        />
      ) : (
        <Months months={months} label={p.person.label(name, monthName(first.month), monthName(last.month))} />
      )}
      <TableSwitch asTable={asTable} onChange={setAsTable} />
    </section>
  );
}

function Months({ months, label }: { readonly months: Warmth['months']; readonly label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const step = width / months.length;
  const gap = step > 8 ? 2 : step > 3 ? 1 : 0;
  const most = Math.max(1, ...months.map(({ contacts }) => contacts));
  return (
    <div ref={box} className="[contain:inline-size]">
      {width > 0 && (
        <svg
          role="img"
          aria-label={label}
          width={width}
          height={HEIGHT + STRIP + 24}
          className="block overflow-visible"
        >
          {months.map(({ month, contacts, warmth }, at) => {
            const height = (HEIGHT * contacts) / most;
            const tone = warmth === null ? 'var(--line)' : BAND_TONES[warmth];
            return (
              <g key={month}>
                <title>{`${monthName(month)}: ${number(contacts)}${warmth === null ? '' : `, ${p.bands[warmth]}`}`}</title>
                <rect
                  x={at * step + gap / 2}
                  y={HEIGHT - height}
                  width={Math.max(0.8, Math.min(step - gap, 14))}
                  height={height}
                  rx={Math.min(1.5, step / 4)}
                  fill="var(--leaf)"
                  opacity={0.85}
                />
                <rect x={at * step} y={HEIGHT + 4} width={step + 0.4} height={STRIP} fill={tone} />
              </g>
            );
          })}
          <Axis periods={months.map(({ month }) => month)} step={step} room={width} y={HEIGHT + STRIP + 20} left={0} />
        </svg>
      )}
      <ul className="mt-1 flex flex-wrap gap-x-3 text-small text-faint">
        {[...new Set(months.flatMap(({ warmth }) => warmth ?? []))].map((band) => (
          <li key={band} className="inline-flex items-center gap-1.5">
            <i aria-hidden="true" className="h-1.5 w-3" style={{ background: BAND_TONES[band] }} />
            {p.bands[band]}
          </li>
        ))}
      </ul>
    </div>
  );
}
