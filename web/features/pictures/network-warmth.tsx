import type { NetworkWarmth } from '../../../src/contract/shapes.ts';
import { WARMTHS } from '../../../src/domain/words.ts';
import { monthName, number } from '../../lib/days.ts';
import { p } from '../../lib/strings-pictures.ts';
import { DataTable, Picture } from './picture.tsx';
import { StackedBars } from './stacked-bars.tsx';
import { BAND_TONES } from './tones.ts';

/** How many ties stood how, month by month. */
export function NetworkWarmthPicture({ months }: NetworkWarmth) {
  const last = months.at(-1);
  const before = months.at(-13) ?? months[0];
  if (last === undefined || before === undefined) return null;
  return (
    <Picture
      title={p.time.warmth}
      line={p.time.warmthLine({ now: last.fine, before: before.fine, months: months.length })}
      picture={
        <>
          <StackedBars
            label={p.time.warmthLabel(monthName(months[0]?.month ?? last.month), monthName(last.month))}
            periods={months.map(({ month }) => month)}
            series={WARMTHS.map((band) => ({
              key: band,
              name: p.bands[band],
              tone: BAND_TONES[band],
              values: months.map((month) => month[band]),
            }))}
            nameOf={(month) => monthName(month)}
          />
          <p className="mt-3 text-small text-faint">{p.time.warmthNote}</p>
        </>
      }
      table={
        <DataTable
          caption={p.time.warmth}
          numbers
          head={[p.time.month, ...WARMTHS.map((band) => p.bands[band])]}
          rows={months
            .toReversed()
            .map((month) => [
              month.month,
              monthName(month.month, 'long'),
              ...WARMTHS.map((band) => number(month[band])),
            ])}
        />
      }
    />
  );
}
