import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import type { NearPerson } from '../../src/contract/shapes.ts';
import { Face } from '../components/face.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PlacesOfPeople } from '../features/near/places.tsx';
import { Trips } from '../features/near/trips.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { queries } from '../lib/api.ts';
import { today } from '../lib/days.ts';
import { useSettled } from '../lib/hooks.ts';
import { tNear } from '../lib/strings-near.ts';
import { tPeople } from '../lib/strings-people.ts';

const route = getRouteApi('/shell/near');

/** Who lives where one is going, and the trips there. */
export function NearRoute() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [text, setText] = useState(search.city ?? '');
  const typed = useSettled(text.trim(), 200);
  // A trip names its country with its city; words typed since mean any.
  const country = typed === search.city ? search.country : undefined;
  const { data: facets } = useQuery(queries.facets);
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(queries.near(typed, country));
  const list = useId();

  // biome-ignore lint/correctness/useExhaustiveDependencies: only settled words move into the address.
  useEffect(() => {
    const next = typed === '' ? {} : { city: typed, ...(country === undefined ? {} : { country }) };
    void navigate({ to: '/near', search: next, replace: true, resetScroll: false });
  }, [typed]);
  if (error !== null && data === undefined) return <Stumble error={error} onRetry={() => void refetch()} />;

  const more = data === undefined ? 0 : data.total - data.people.length;
  const open = (there: { readonly city: string; readonly country: string | null }): void => {
    setText(there.city);
    void navigate({
      to: '/near',
      search: { city: there.city, ...(there.country === null ? {} : { country: there.country }) },
      replace: true,
      resetScroll: false,
    });
  };
  return (
    <>
      <PageHead title={tNear.title} lead={tNear.lead} />
      <div className="grid gap-x-12 gap-y-4 desk:grid-cols-[minmax(0,1fr)_20rem] desk:grid-rows-[auto_1fr]">
        <search className="desk:col-start-2">
          <input
            type="search"
            aria-label={tNear.city}
            placeholder={tNear.placeholder}
            className="input"
            list={list}
            value={text}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
          <datalist id={list}>
            {(facets?.cities ?? []).map(({ key, name }) => (
              <option key={key} value={name} />
            ))}
          </datalist>
        </search>
        <div className="min-w-0 desk:col-start-1 desk:row-span-2 desk:row-start-1">
          <PlacesOfPeople city={typed} onOpen={open} />
        </div>
        <div className="grid content-start gap-8 desk:col-start-2">
          <section aria-label={tNear.title}>
            {typed === '' ? (
              <p className="text-soft">{tNear.hint}</p>
            ) : isPending ? (
              <Loading rows={4} height="4rem" />
            ) : (
              <div aria-busy={isPlaceholderData} className={isPlaceholderData ? 'opacity-60' : ''}>
                <p className="mb-2 text-small text-soft" aria-live="polite">
                  {tNear.found(data?.total ?? 0, data?.city ?? typed)}
                </p>
                <ul aria-label={tNear.list(data?.city ?? typed)}>
                  {data?.people.map((person) => (
                    <NearRow key={person.id} person={person} />
                  ))}
                </ul>
                {more > 0 && (
                  <Link to="/people" search={{ city: typed }} className="link mt-3 inline-block">
                    {tNear.more(more)}
                  </Link>
                )}
                {data !== undefined && data.unknown > 0 && (
                  <Link to="/people" search={{ missing: 'city' }} className="link mt-3 block text-small">
                    {tNear.unknown(data.unknown)}
                  </Link>
                )}
              </div>
            )}
          </section>
          <Trips cities={list} city={typed} onOpen={open} />
        </div>
      </div>
    </>
  );
}

/** One who lives there: when one was last in touch, and why to meet. */
function NearRow({ person }: { readonly person: NearPerson }) {
  const last = person.lastTouch === null ? tPeople.never : tPeople.last(person.lastTouch, today());
  return (
    <li className="border-b border-line/70">
      <Link
        to="/people/$id"
        params={{ id: person.id }}
        className="grid grid-cols-[2.5rem_minmax(0,1fr)_auto] items-start gap-3 px-2 py-3 hover:bg-card focus-visible:-outline-offset-2"
      >
        <Face id={person.id} initials={person.initials} photo={person.photo} size={2.4} />
        <span className="min-w-0">
          <span dir="auto" className="block truncate font-serif text-[1.08rem] leading-snug">
            {person.name}
          </span>
          {person.why !== null && (
            <span dir="auto" className="block text-small text-soft">
              {person.why}
            </span>
          )}
        </span>
        <span className="text-end text-small text-faint">
          <span className="block">
            <span className="sr-only">{tPeople.lastHead} </span>
            {last}
          </span>
          <span className="block">{person.circles.join(', ')}</span>
        </span>
      </Link>
    </li>
  );
}
