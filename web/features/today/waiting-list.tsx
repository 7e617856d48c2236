import { useState } from 'react';
import type { TodayPageItem } from '../../../src/contract/shapes.ts';
import { Face } from '../../components/face.tsx';
import { toneOf } from '../../lib/reasons.ts';
import { t } from '../../lib/strings.ts';
import { TodayList } from './today-list.tsx';

/** Who waits and why, one line each; taking one up gives it a whole card. */
export function WaitingList({ items, today }: { readonly items: readonly TodayPageItem[]; readonly today: string }) {
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const up = items.filter((item) => taken.has(item.personId));
  const rest = items.filter((item) => !taken.has(item.personId));
  return (
    <section className="mt-6 grid gap-4" aria-label={t.today.waitingTitle}>
      <p className="max-w-prose text-soft">{t.today.waitingLead}</p>
      {up.length > 0 && <TodayList items={up} today={today} label={t.today.waitingTitle} />}
      <ul>
        {rest.map((item) => (
          <li
            key={item.personId}
            className={`tone-${toneOf(item.reasons[0]?.kind ?? 'rhythm', item.urgent)} grid grid-cols-[2.25rem_minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line/70 py-2`}
          >
            <Face id={item.personId} initials={item.initials} photo={item.photo} size={2.1} tone="none" />
            <p className="min-w-0">
              <bdi className="font-serif text-[1.08rem]">{item.name}</bdi>{' '}
              <span className="text-small text-soft">{item.reasons[0]?.text}</span>
            </p>
            <button type="button" className="act" onClick={() => setTaken(new Set([...taken, item.personId]))}>
              {t.today.takeUp}
              <span className="sr-only">{item.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
