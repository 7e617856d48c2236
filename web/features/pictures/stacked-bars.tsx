import { type PointerEvent, useRef, useState } from 'react';
import { number } from '../../lib/days.ts';
import { marksUpTo, yearsAmong } from './scale.ts';
import { useWidth } from './use-width.ts';

export interface Series {
  readonly key: string;
  readonly name: string;
  readonly tone: string;
  /** One of each period. */
  readonly values: readonly number[];
}

interface StackedBarsProps {
  readonly label: string;
  /** Months `YYYY-MM` or years. */
  readonly periods: readonly string[];
  /** From the bottom up. */
  readonly series: readonly Series[];
  readonly nameOf: (period: string) => string;
  readonly height?: number;
}

const LEFT = 34;
const BOTTOM = 22;
const TOP = 6;
const WIDEST_BAR = 56;

/** Bars of several parts, one a month or a year; the parts of the one pointed at are told above. */
export function StackedBars({ label, periods, series, nameOf, height = 220 }: StackedBarsProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [at, setAt] = useState<number>();
  const totals = periods.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
  const marks = marksUpTo(Math.max(0, ...totals));
  const top = Math.max(marks.at(-1) ?? 0, ...totals, 1);
  const room = Math.max(1, width - LEFT);
  const step = Math.min(room / periods.length, WIDEST_BAR * 1.4);
  const gap = step > 12 ? step * 0.28 : step > 4 ? 1 : 0;
  const y = (value: number): number => TOP + (height - TOP - BOTTOM) * (1 - value / top);
  const point = (event: PointerEvent<SVGSVGElement>): void => {
    const i = Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left - LEFT) / step);
    setAt(i >= 0 && i < periods.length ? i : undefined);
  };
  const shown = at ?? periods.length - 1;
  return (
    <div ref={box} className="[contain:inline-size]">
      <p className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-small text-soft">
        <span className="min-w-20 font-medium text-ink">{nameOf(periods[shown] ?? '')}</span>
        {series.map(({ key, name, tone, values }) => (
          <span key={key} className="inline-flex items-baseline gap-1.5 whitespace-nowrap">
            <i aria-hidden="true" className="size-2.5 rounded-full" style={{ background: tone }} />
            {name} <span className="min-w-[2ch] tabular-nums">{number(values[shown] ?? 0)}</span>
          </span>
        ))}
      </p>
      {width > 0 && (
        <svg
          role="img"
          aria-label={label}
          width={width}
          height={height}
          className="block touch-pan-y overflow-visible"
          onPointerMove={point}
          onPointerDown={point}
          // A thumb that lifts has shown which month it means.
          onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setAt(undefined)}
        >
          {marks.map((mark) => (
            <g key={mark}>
              <line x1={LEFT} x2={width} y1={y(mark)} y2={y(mark)} stroke="var(--line)" />
              <text x={LEFT - 8} y={y(mark) + 4} textAnchor="end" className="fill-faint text-[0.6875rem] tabular-nums">
                {number(mark)}
              </text>
            </g>
          ))}
          {periods.map((period, i) => {
            let below = 0;
            return (
              <g key={period} opacity={at === undefined || at === i ? 1 : 0.55}>
                {series.map(({ key, tone, values }) => {
                  const value = values[i] ?? 0;
                  if (value === 0) return null;
                  const foot = y(below);
                  below += value;
                  return (
                    <rect
                      key={key}
                      x={LEFT + i * step + gap / 2}
                      width={Math.max(0.6, step - gap)}
                      y={y(below)}
                      height={foot - y(below)}
                      fill={tone}
                    />
                  );
                })}
              </g>
            );
          })}
          <Axis periods={periods} step={step} room={room} y={height - 6} />
        </svg>
      )}
    </div>
  );
}

/** The years under what is drawn: of months where each begins, of years themselves. */
export function Axis({
  periods,
  step,
  room,
  y,
  left = LEFT,
}: {
  readonly periods: readonly string[];
  readonly step: number;
  readonly room: number;
  readonly y: number;
  readonly left?: number;
}) {
  const areMonths = periods[0]?.includes('-') === true;
  const every = Math.max(1, Math.ceil((periods.length * 44) / Math.max(1, step * periods.length)));
  const marks = areMonths
    ? yearsAmong(periods, room)
    : periods.flatMap((year, at) => (at % every === 0 ? [{ at, year }] : []));
  return marks.map(({ at, year }) => (
    <text
      key={year}
      x={left + at * step + (areMonths ? 0 : step / 2)}
      y={y}
      textAnchor={areMonths ? 'start' : 'middle'}
      className="fill-faint text-[0.6875rem] tabular-nums"
    >
      {year}
    </text>
  ));
}
