import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Choice } from '../components/choice.tsx';
import { Empty } from '../components/empty.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { AddPersonSheet } from '../features/people/add-person-sheet.tsx';
import { PeopleList } from '../features/people/people-list.tsx';
import { SelectBar } from '../features/people/select-bar.tsx';
import { useSelection } from '../features/people/use-selection.ts';
import { Stumble } from '../features/shell/stumble.tsx';
import { queries } from '../lib/api.ts';
import { useSettled } from '../lib/hooks.ts';
import { t } from '../lib/strings.ts';
import type { PeopleSearch } from '../router.tsx';

const route = getRouteApi('/shell/people');

export function PeopleRoute() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [text, setText] = useState(search.q ?? '');
  const [adding, setAdding] = useState(false);
  const q = useSettled(text.trim(), 90);
  const box = useRef<HTMLInputElement>(null);

  // What is looked for is part of the address: reload, back and a bookmark keep it.
  const change = (part: Partial<Record<keyof PeopleSearch, string | undefined>>): void => {
    void navigate({
      to: '/people',
      search: (old) =>
        Object.fromEntries(
          Object.entries({ ...old, ...part }).filter(([, value]) => value !== undefined && value !== ''),
        ),
      replace: true,
      resetScroll: false,
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only settled words move into the address.
  useEffect(() => change({ q }), [q]);

  const { data, error, isPending, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(queries.people({ ...search, q: q === '' ? undefined : q }));
  const { data: circles } = useQuery(queries.circles);
  const rows = data?.pages.flatMap((page) => page.items) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  const filtered = q !== '' || search.circle !== undefined || search.tag !== undefined || search.show !== undefined;

  const { circle, tag, show } = search;
  const filter = Object.fromEntries(
    Object.entries({ q, circle, tag, show }).filter(([, value]) => value !== undefined && value !== ''),
  );
  const choosing = useSelection(JSON.stringify(filter));
  if (error !== null && data === undefined) return <Stumble error={error} onRetry={() => void refetch()} />;

  return (
    <>
      <PageHead title={t.people.title} lead={data === undefined ? ' ' : t.people.count(total, filtered)}>
        <button type="button" className="act act-go" onClick={() => setAdding(true)}>
          <Icon name="plus" size={16} />
          {t.people.add}
        </button>
      </PageHead>
      <search className="mb-4 flex flex-wrap gap-2">
        <span className="relative flex-1 max-desk:basis-full desk:min-w-56">
          <span className="pointer-events-none absolute inset-y-0 start-3 grid place-items-center text-faint">
            <Icon name="search" size={16} />
          </span>
          <input
            ref={box}
            type="search"
            aria-label={t.people.search}
            placeholder={t.people.search}
            className="input ps-9"
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
          />
        </span>
        <Choice
          label={t.people.circle}
          className="w-auto! flex-1 desk:flex-none"
          value={search.circle ?? ''}
          options={[
            ['', t.people.everyone],
            ...(circles?.circles ?? []).map((circle) => [circle.name, circle.name] as const),
          ]}
          onChange={(circle) => change({ circle })}
        />
        <Choice
          label={t.people.sort}
          className="w-auto! flex-1 desk:flex-none"
          value={search.sort ?? 'name'}
          options={[
            ['name', t.people.sorts.name],
            ['last-touch', t.people.sorts['last-touch']],
            ['next-touch', t.people.sorts['next-touch']],
            ['added', t.people.sorts.added],
          ]}
          onChange={(sort) => change({ sort: sort === 'name' ? undefined : sort })}
        />
        <Choice
          label={t.people.show}
          className="w-auto! flex-1 desk:flex-none"
          value={search.show ?? 'active'}
          options={[
            ['active', t.people.shows.active],
            ['archived', t.people.shows.archived],
            ['all', t.people.shows.all],
          ]}
          onChange={(show) => change({ show: show === 'active' ? undefined : show })}
        />
        {search.tag !== undefined && (
          <button type="button" className="chip" onClick={() => change({ tag: undefined })}>
            {search.tag} <Icon name="close" size={12} />
            <span className="sr-only">{t.people.clear}</span>
          </button>
        )}
      </search>
      {isPending && <Loading rows={8} height="3.4rem" />}
      {data !== undefined &&
        rows.length === 0 &&
        (filtered ? (
          <p className="py-10 text-center text-soft">{t.people.none}</p>
        ) : (
          <Empty title={t.today.emptyTitle} lead={t.people.empty} />
        ))}
      {(rows.length > 0 || choosing.active) && (
        <SelectBar choosing={choosing} filter={filter} total={total} circles={circles?.circles ?? []} />
      )}
      {rows.length > 0 && (
        <PeopleList
          choosing={choosing}
          rows={rows}
          total={total}
          stale={isPlaceholderData}
          hasMore={hasNextPage}
          loading={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      )}
      {adding && <AddPersonSheet circles={circles?.circles ?? []} onClose={() => setAdding(false)} />}
    </>
  );
}
