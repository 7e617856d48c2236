import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Loading } from '../components/loading.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { TodayAside } from '../features/today/aside.tsx';
import { TodayEmpty, TodayEnd } from '../features/today/endings.tsx';
import { TodayList } from '../features/today/today-list.tsx';
import { WaitingList } from '../features/today/waiting-list.tsx';
import { queries } from '../lib/api.ts';
import { partOfDay } from '../lib/days.ts';
import { useTitle } from '../lib/hooks.ts';
import { t } from '../lib/strings.ts';

/** Asked only of small networks, and where hardly anyone is due. */
const LastSpoken = lazy(async () => ({ default: (await import('../features/today/last-spoken.tsx')).LastSpoken }));
const FEW_PEOPLE = 30;
const FEW_DUE = 2;

const route = getRouteApi('/shell/');
const PlanAsks = lazy(async () => ({ default: (await import('../features/gatherings/plan-asks.tsx')).PlanAsks }));

export function TodayRoute() {
  const { all = false } = route.useSearch();
  const { data, error, refetch } = useQuery(queries.today(all));
  useTitle(t.today.title, t.app.name);
  if (error !== null && data === undefined) return <Stumble error={error} onRetry={() => void refetch()} />;
  if (data === undefined)
    return (
      <div className="mt-28 max-w-[53rem]">
        <Loading height="10rem" />
      </div>
    );

  const now = data.items.filter((item) => !item.waiting);
  const waiting = data.items.filter((item) => item.waiting);
  const late = now.filter((item) => item.urgent).length;
  const nobody = data.people === 0;
  const unanswered = data.unanswered ?? [];
  return (
    <div className="wide:grid wide:grid-cols-[minmax(0,1fr)_17.5rem] wide:gap-8">
      <div className="min-w-0">
        <header className="my-4 desk:mt-10 desk:mb-6">
          <h1 className="max-desk:text-[1.65rem]">
            {/* Two sentences, broken between them where there is no room for both. */}
            <span className="inline-block">{t.today.greeting(partOfDay(), data.ownerName.split(' ')[0] ?? '')}</span>{' '}
            {!nobody && (
              <span className="inline-block">{now.length === 0 ? t.today.allDone : t.today.count(now.length)}</span>
            )}
          </h1>
          {!nobody && (
            <p className="mt-2 text-soft">
              {t.today.line({ day: data.date, late, waiting: data.waiting, done: data.done })}
            </p>
          )}
        </header>
        {nobody && <TodayEmpty />}
        {unanswered.length > 0 && (
          <Suspense fallback={null}>
            <PlanAsks plans={unanswered} />
          </Suspense>
        )}
        {!nobody && (data.people <= FEW_PEOPLE || now.length <= FEW_DUE) && (
          <Suspense>
            <LastSpoken today={data.date} />
          </Suspense>
        )}
        {!nobody && now.length === 0 && <TodayEnd page={data} />}
        <TodayList items={now} today={data.date} label={t.today.list} />
        {data.waiting > 0 && (
          <p className="mt-6 flex gap-2 text-small text-faint">
            {t.today.waiting(data.waiting)}{' '}
            <Link to="/" search={all ? {} : { all: true }} className="link" resetScroll={false}>
              {all ? t.today.hideWaiting : t.today.seeWhy}
            </Link>
          </p>
        )}
        {all && waiting.length > 0 && <WaitingList items={waiting} today={data.date} />}
      </div>
      <TodayAside page={data} />
    </div>
  );
}
