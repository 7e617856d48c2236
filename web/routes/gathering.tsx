import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { urlOf } from '../../src/client/client.ts';
import { ApiError } from '../../src/client/errors.ts';
import type { GatheringPage } from '../../src/contract/gathering-shapes.ts';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { FollowUps } from '../features/gatherings/follow-ups.tsx';
import { GatheringSheet } from '../features/gatherings/gathering-sheet.tsx';
import { GuestList } from '../features/gatherings/guest-list.tsx';
import { Hosting } from '../features/gatherings/hosting.tsx';
import { MetForm } from '../features/gatherings/met-form.tsx';
import { WhomToMeet } from '../features/gatherings/to-meet.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { perform } from '../lib/acts.ts';
import { client, queries } from '../lib/api.ts';
import { systemZone, timeOf, today } from '../lib/days.ts';
import { gatheringQueries } from '../lib/gathering-queries.ts';
import { tGatherings } from '../lib/strings-gatherings.ts';

const route = getRouteApi('/shell/gatherings/$id');

/** One gathering: before it whom to look for, during it whom one met, after it whom to write to. */
export function GatheringRoute() {
  const { id } = route.useParams();
  const { date } = route.useSearch();
  const { data, error, refetch } = useQuery(gatheringQueries.one(id, date));
  if (error instanceof ApiError && error.status === 404)
    return (
      <p role="alert" className="my-12 text-soft">
        {tGatherings.gone}{' '}
        <Link to="/gatherings" className="link">
          {tGatherings.back}
        </Link>
      </p>
    );
  if (error !== null && data === undefined) return <Stumble error={error} onRetry={() => void refetch()} />;
  if (data === undefined)
    return (
      <div className="mt-10">
        <Loading rows={4} height="6rem" />
      </div>
    );
  const hasBegun = data.time.since <= today();
  const isOver = data.time.until < today();
  return (
    <>
      <Head gathering={data} date={date} />
      <div className="grid gap-x-12 gap-y-8 desk:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 content-start gap-8">
          {hasBegun && <MetForm key={`met ${data.id} ${data.time.key}`} id={id} date={date} />}
          <FollowUps id={id} date={date} />
          {data.kind === 'dinner' && !hasBegun && <Hosting id={id} date={date} />}
          {!isOver && data.kind !== 'dinner' && <WhomToMeet id={id} date={date} />}
        </div>
        <GuestList key={data.time.key} id={id} date={date} attendees={data.attendees} />
      </div>
    </>
  );
}

function Head({ gathering, date }: { readonly gathering: GatheringPage; readonly date: string | undefined }) {
  const { id, name, kind, place, at, note, time, before, after } = gathering;
  const { data: settings } = useQuery(queries.settings);
  const navigate = useNavigate();
  const [changing, setChanging] = useState(false);
  const facts = [
    tGatherings.kinds[kind],
    tGatherings.days(time.since, time.until),
    at === null ? '' : timeOf(at),
    place ?? '',
  ];
  return (
    <>
      <PageHead title={name} lead={facts.filter((fact) => fact !== '').join(' · ')}>
        <div className="flex flex-wrap gap-1.5">
          <a
            className="act act-line"
            href={urlOf('getGatheringCalendar', { params: { id }, query: { date } })}
            download
          >
            {tGatherings.file}
          </a>
          <button type="button" className="act act-line" onClick={() => setChanging(true)}>
            {tGatherings.edit}
          </button>
          <button
            type="button"
            className="act"
            onClick={() =>
              void perform(client.deleteGathering({ params: { id } }), {
                onDone: () => void navigate({ to: '/gatherings' }),
              })
            }
          >
            {tGatherings.remove}
          </button>
        </div>
      </PageHead>
      {(before !== null || after !== null) && (
        <nav aria-label={tGatherings.times} className="-mt-2 mb-6 flex flex-wrap gap-4 text-small">
          {before !== null && (
            <Link to="/gatherings/$id" params={{ id }} search={{ date: before }} className="link">
              {tGatherings.before(before)}
            </Link>
          )}
          {after !== null && (
            <Link to="/gatherings/$id" params={{ id }} search={{ date: after }} className="link">
              {tGatherings.after(after)}
            </Link>
          )}
        </nav>
      )}
      {note !== '' && (
        <p dir="auto" className="voice mb-6 max-w-prose whitespace-pre-line wrap-anywhere">
          {note}
        </p>
      )}
      {changing && (
        <GatheringSheet
          gathering={gathering}
          zone={settings?.zone ?? systemZone()}
          onClose={() => setChanging(false)}
        />
      )}
    </>
  );
}
