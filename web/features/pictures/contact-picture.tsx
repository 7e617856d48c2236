import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContactPicture as Contact } from '../../../src/contract/shapes.ts';
import { CHANNELS, type Direction } from '../../../src/domain/words.ts';
import { Choice } from '../../components/choice.tsx';
import { Loading } from '../../components/loading.tsx';
import { queries } from '../../lib/api.ts';
import { monthName, number } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';
import { p } from '../../lib/strings-pictures.ts';
import { DataTable, Picture } from './picture.tsx';
import { StackedBars } from './stacked-bars.tsx';
import { DIRECTION_TONES } from './tones.ts';

/** From the bottom up: what both did first. */
const ORDER: readonly Direction[] = ['mutual', 'mine', 'theirs'];

/** How often one was in touch, who began, and by which way; of everyone or of a circle. */
export function ContactPicture() {
  const [by, setBy] = useState<Contact['by']>('month');
  const [circle, setCircle] = useState('');
  const { data: circles } = useQuery(queries.circles);
  const { data } = useQuery(queries.contact({ by, circle: circle === '' ? undefined : circle }));
  if (data === undefined) return <Loading rows={1} height="22rem" />;
  const sum = (cells: Contact['cells']): number => cells.reduce((total, { count }) => total + count, 0);
  const of = (direction: Direction) => data.cells.filter((cell) => cell.direction === direction);
  const nameOf = (period: string): string => (data.by === 'month' ? monthName(period) : period);
  const total = sum(data.cells);
  return (
    <Picture
      title={p.time.contact}
      line={
        total === 0
          ? p.time.none
          : p.time.contactLine({ total, mine: sum(of('mine')), theirs: sum(of('theirs')), by: data.by })
      }
      picture={
        <div className="grid gap-8 wide:grid-cols-[minmax(0,1fr)_17rem]">
          <StackedBars
            label={p.time.contactLabel}
            periods={data.periods}
            series={ORDER.map((direction) => ({
              key: direction,
              name: p.time.directionNotes[direction],
              tone: DIRECTION_TONES[direction],
              values: data.periods.map((period) => sum(of(direction).filter((cell) => cell.period === period))),
            }))}
            nameOf={nameOf}
            height={320}
          />
          <Channels cells={data.cells} />
        </div>
      }
      table={<ContactTable data={data} nameOf={nameOf} />}
    >
      <div className="flex flex-wrap gap-2 print:hidden">
        <Choice
          label={p.time.by}
          className="w-auto!"
          value={by}
          options={[
            ['month', p.time.spans.month],
            ['year', p.time.spans.year],
          ]}
          onChange={setBy}
        />
        <Choice
          label={p.time.circle}
          className="w-auto!"
          value={circle}
          options={[['', p.time.everyone], ...(circles?.circles ?? []).map(({ id, name }) => [id, name] as const)]}
          onChange={setCircle}
        />
      </div>
    </Picture>
  );
}

/** The ways in the order of their use, each with who began. */
function Channels({ cells }: Pick<Contact, 'cells'>) {
  const rows = CHANNELS.map((channel) => {
    const mine = cells.filter((cell) => cell.channel === channel);
    const parts = ORDER.map((direction) => ({
      direction,
      count: mine.filter((cell) => cell.direction === direction).reduce((sum, { count }) => sum + count, 0),
    }));
    return { channel, parts, total: parts.reduce((sum, { count }) => sum + count, 0) };
  })
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
  const most = rows[0]?.total ?? 1;
  return (
    <section aria-label={p.time.channelsTitle}>
      <h3 className="small-head mb-3">{p.time.channelsTitle}</h3>
      <ul className="grid gap-2.5">
        {rows.map(({ channel, parts, total }) => (
          <li key={channel} className="grid gap-1 text-small">
            <span className="flex justify-between gap-3">
              {t.channels[channel]}
              <span className="text-faint tabular-nums">{number(total)}</span>
            </span>
            <span aria-hidden="true" className="flex h-1.5 gap-px" style={{ width: `${(100 * total) / most}%` }}>
              {parts.map(({ direction, count }) =>
                count === 0 ? null : (
                  <i
                    key={direction}
                    className="min-w-0.5 first:rounded-s-full last:rounded-e-full"
                    style={{ flexGrow: count, background: DIRECTION_TONES[direction] }}
                  />
                ),
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ContactTable({ data, nameOf }: { readonly data: Contact; readonly nameOf: (period: string) => string }) {
  const used = CHANNELS.filter((channel) => data.cells.some((cell) => cell.channel === channel));
  return (
    <DataTable
      caption={p.time.contact}
      numbers
      head={[
        p.time.period[data.by],
        p.time.total,
        ...ORDER.map((direction) => p.time.directionNotes[direction]),
        ...used.map((channel) => t.channels[channel]),
      ]}
      rows={data.periods.toReversed().map((period) => {
        const mine = data.cells.filter((cell) => cell.period === period);
        const sum = (cells: Contact['cells']): string => number(cells.reduce((total, { count }) => total + count, 0));
        return [
          period,
          nameOf(period),
          sum(mine),
          ...ORDER.map((direction) => sum(mine.filter((cell) => cell.direction === direction))),
          ...used.map((channel) => sum(mine.filter((cell) => cell.channel === channel))),
        ];
      })}
    />
  );
}
