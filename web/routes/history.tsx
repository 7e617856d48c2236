import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Step } from '../../src/contract/shapes.ts';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { undoStep } from '../lib/acts.ts';
import { queries } from '../lib/api.ts';
import { dayOf, longDay, momentOf, withDays } from '../lib/days.ts';
import { t } from '../lib/strings.ts';

const route = getRouteApi('/shell/history');

/** Every step, newest first, by day; each that can be taken back has its undo. */
export function HistoryRoute() {
  const { person } = route.useSearch();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    queries.history(person),
  );
  if (error !== null && data === undefined) return <Stumble error={error} onRetry={() => void refetch()} />;
  const steps = data?.pages.flatMap((page) => page.items) ?? [];
  const days = Object.entries(Object.groupBy(steps, (step) => dayOf(step.at)));
  return (
    <div className="max-w-3xl">
      <PageHead title={t.history.title} lead={t.history.lead} />
      {data === undefined && <Loading rows={5} height="3rem" />}
      {data !== undefined && steps.length === 0 && <p className="text-soft">{t.history.empty}</p>}
      {days.map(([day, items]) => (
        <section key={day} className="mb-6" aria-label={longDay(day)}>
          <h2 className="small-head mb-1">{longDay(day)}</h2>
          <ul>
            {items?.map((step) => (
              <StepLine key={step.id} step={step} />
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage && (
        <button
          type="button"
          className="act act-line"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t.history.older}
        </button>
      )}
    </div>
  );
}

function StepLine({ step }: { readonly step: Step }) {
  const undone = step.state === 'undone';
  return (
    <li className="grid grid-cols-[4.5rem_minmax(0,1fr)_auto] min-h-12 items-center gap-x-3 border-b border-line/70 py-1.5">
      <time dateTime={step.at} className="text-small text-faint tabular-nums">
        {momentOf(step.at, dayOf(step.at))}
      </time>
      <p>
        <bdi className={undone ? 'text-faint line-through' : ''}>{withDays(step.title)}</bdi>{' '}
        <span className="text-small text-faint">
          {[
            t.history.by(step.actor),
            t.history.changes(step.changes),
            undone ? t.history.undone : '',
            step.state === 'open' ? t.history.open : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </p>
      {step.undoable && !undone ? (
        <button type="button" className="act" onClick={() => void undoStep(step.id)}>
          {t.history.undo}
          <span className="sr-only">{step.title}</span>
        </button>
      ) : (
        <span />
      )}
    </li>
  );
}
