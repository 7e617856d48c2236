import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Gathering } from '../../src/contract/gathering-shapes.ts';
import { Empty } from '../components/empty.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { GatheringSheet } from '../features/gatherings/gathering-sheet.tsx';
import { Plans } from '../features/gatherings/plans.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { queries } from '../lib/api.ts';
import { systemZone, today } from '../lib/days.ts';
import { gatheringQueries } from '../lib/gathering-queries.ts';
import { tGatherings } from '../lib/strings-gatherings.ts';

/** Conferences, mixers and dinners, the next first; and what is planned with people. */
export function GatheringsRoute() {
  const { data, error, refetch } = useQuery(gatheringQueries.all);
  const { data: settings } = useQuery(queries.settings);
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  if (error !== null && data === undefined) return <Stumble error={error} onRetry={() => void refetch()} />;
  const all = data?.gatherings ?? [];
  const coming = all.filter(({ time }) => time.until >= today());
  const over = all.filter(({ time }) => time.until < today());
  return (
    <>
      <PageHead title={tGatherings.title} lead={tGatherings.lead}>
        <button type="button" className="act act-go" onClick={() => setAdding(true)}>
          <Icon name="plus" size={16} />
          {tGatherings.add}
        </button>
      </PageHead>
      <div className="grid gap-x-12 gap-y-8 desk:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="grid content-start gap-8">
          {data === undefined && <Loading rows={3} height="4rem" />}
          {data !== undefined && all.length === 0 && (
            <Empty title={tGatherings.emptyTitle} lead={tGatherings.emptyLead} />
          )}
          <GatheringList title={tGatherings.coming} gatherings={coming} />
          <GatheringList title={tGatherings.over} gatherings={over} />
        </div>
        <Plans />
      </div>
      {adding && (
        <GatheringSheet
          zone={settings?.zone ?? systemZone()}
          onClose={() => setAdding(false)}
          onKept={(id) => void navigate({ to: '/gatherings/$id', params: { id } })}
        />
      )}
    </>
  );
}

function GatheringList({ title, gatherings }: { readonly title: string; readonly gatherings: readonly Gathering[] }) {
  if (gatherings.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="small-head mb-2">{title}</h2>
      <ul>
        {gatherings.map(({ id, name, kind, place, time, people, met }) => (
          <li key={id} className="border-b border-line/70">
            <Link
              to="/gatherings/$id"
              params={{ id }}
              className="grid gap-x-4 px-2 py-3 hover:bg-card focus-visible:-outline-offset-2 desk:grid-cols-[minmax(0,1fr)_auto]"
            >
              <span className="min-w-0">
                <span dir="auto" className="block font-serif text-[1.12rem] leading-snug wrap-anywhere">
                  {name}
                </span>
                <span className="block text-small text-soft wrap-anywhere">
                  {[tGatherings.kinds[kind], place ?? ''].filter((part) => part !== '').join(' · ')}
                </span>
              </span>
              <span className="text-small text-soft desk:text-end">
                <span className="block">{tGatherings.days(time.since, time.until)}</span>
                <span className="block">{tGatherings.people(people, met)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
