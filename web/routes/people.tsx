import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { SavedFilter } from '../../src/contract/shapes.ts';
import { PEOPLE_SORTS, type PeopleSort } from '../../src/domain/words.ts';
import { Choice } from '../components/choice.tsx';
import { Empty } from '../components/empty.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { AddPersonSheet } from '../features/people/add-person-sheet.tsx';
import { ColumnHeads, ColumnsMenu, useColumns } from '../features/people/columns.tsx';
import { FilterChips } from '../features/people/filter-chips.tsx';
import { FilterSheet } from '../features/people/filter-sheet.tsx';
import { PeopleList } from '../features/people/people-list.tsx';
import { SavedFilters } from '../features/people/saved-filters.tsx';
import { SelectBar } from '../features/people/select-bar.tsx';
import { useSelection } from '../features/people/use-selection.ts';
import { Stumble } from '../features/shell/stumble.tsx';
import { queries } from '../lib/api.ts';
import { useSettled } from '../lib/hooks.ts';
import { countFields, filterOf, openFilter, type PeopleSearch, readPeopleSearch } from '../lib/people-search.ts';
import { t } from '../lib/strings.ts';
import { tNear } from '../lib/strings-near.ts';
import { tPeople } from '../lib/strings-people.ts';

const route = getRouteApi('/shell/people');

export function PeopleRoute() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [text, setText] = useState(search.q ?? '');
  const [adding, setAdding] = useState(false);
  const [filtering, setFiltering] = useState(false);
  const q = useSettled(text.trim(), 90);
  const box = useRef<HTMLInputElement>(null);

  // What is looked for is part of the address: reload, back and a bookmark keep it.
  const go = (next: PeopleSearch): void => {
    void navigate({ to: '/people', search: next, replace: true, resetScroll: false });
  };
  const change = (part: Partial<Record<keyof PeopleSearch, string | undefined>>): void => {
    void navigate({
      to: '/people',
      search: (old) => readPeopleSearch({ ...old, ...part }),
      replace: true,
      resetScroll: false,
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only settled words move into the address.
  useEffect(() => change({ q: q === '' ? undefined : q }), [q]);

  const { data: filters } = useQuery(queries.filters);
  const open = (saved: SavedFilter): void => {
    setText(saved.filter.q ?? '');
    go(openFilter(saved));
  };
  // A link that only names a filter opens all that it asks.
  const named = search.saved !== undefined && Object.keys(filterOf(search)).length === 0;
  const meant = named ? filters?.filters.find(({ id }) => id === search.saved) : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each filter that is named.
  useEffect(() => {
    if (meant !== undefined && Object.keys(meant.filter).length > 0) open(meant);
  }, [meant?.id]);

  const filter = filterOf({ ...search, q });
  const { data, error, isPending, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(queries.people({ ...filter, ...(search.sort === undefined ? {} : { sort: search.sort }) }));
  const { data: circles } = useQuery(queries.circles);
  const rows = data?.pages.flatMap((page) => page.items) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  const filtered = Object.keys(filter).length > 0;
  const choosing = useSelection(JSON.stringify(filter));
  const columns = useColumns();
  const asked = countFields(search);
  const sortBy = (sort: PeopleSort): void => change({ sort: sort === 'name' ? undefined : sort });
  if (error !== null && data === undefined) return <Stumble error={error} onRetry={() => void refetch()} />;

  return (
    <>
      <PageHead title={tPeople.title} lead={data === undefined ? ' ' : tPeople.count(total, filtered)}>
        <div className="flex flex-wrap gap-2">
          <Link to="/near" className="act act-line max-desk:min-h-11 max-desk:w-11 max-desk:px-0">
            <Icon name="place" size={16} />
            <span className="max-desk:sr-only">{tNear.open}</span>
          </Link>
          <button type="button" className="act act-go" onClick={() => setAdding(true)}>
            <Icon name="plus" size={16} />
            {tPeople.add}
          </button>
        </div>
      </PageHead>
      <search className="mb-4 flex flex-wrap gap-2">
        <span className="relative flex-1 max-desk:basis-full desk:min-w-56">
          <span className="pointer-events-none absolute inset-y-0 start-3 grid place-items-center text-faint">
            <Icon name="search" size={16} />
          </span>
          <input
            ref={box}
            type="search"
            aria-label={tPeople.search}
            placeholder={tPeople.search}
            className="input ps-9"
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
          />
        </span>
        <button
          type="button"
          className={`act max-desk:min-h-11 ${asked > 0 ? 'bg-leaf-soft text-leaf' : 'act-line'}`}
          onClick={() => setFiltering(true)}
        >
          <Icon name="filter" size={16} />
          {tPeople.filter.open(asked)}
        </button>
        <Choice
          label={tPeople.sort}
          className="w-auto! min-w-0 max-desk:min-w-28 max-desk:flex-1"
          value={search.sort ?? 'name'}
          options={PEOPLE_SORTS.map((sort) => [sort, tPeople.sorts[sort]] as const)}
          onChange={sortBy}
        />
        <ColumnsMenu columns={columns} />
        {rows.length > 0 && !choosing.active && (
          <button type="button" className="act max-desk:min-h-11 max-desk:px-2" onClick={choosing.begin}>
            {tPeople.choosing.begin}
          </button>
        )}
      </search>
      <SavedFilters search={{ ...search, ...(q === '' ? {} : { q }) }} onOpen={(saved) => change({ saved })} />
      <FilterChips search={search} circles={circles?.circles ?? []} onChange={change} />
      {isPending && <Loading rows={8} height="3.4rem" />}
      {data !== undefined &&
        rows.length === 0 &&
        (filtered ? (
          <p className="py-10 text-center text-soft">{tPeople.none}</p>
        ) : (
          <Empty title={t.today.emptyTitle} lead={tPeople.empty} />
        ))}
      {choosing.active && (
        <SelectBar choosing={choosing} filter={filter} total={total} circles={circles?.circles ?? []} />
      )}
      {rows.length > 0 && <ColumnHeads columns={columns} sort={search.sort ?? 'name'} onSort={sortBy} />}
      {rows.length > 0 && (
        <PeopleList
          columns={columns}
          choosing={choosing}
          rows={rows}
          total={total}
          stale={isPlaceholderData}
          hasMore={hasNextPage}
          loading={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      )}
      {filtering && (
        <FilterSheet
          search={search}
          circles={circles?.circles ?? []}
          total={total}
          onChange={change}
          onClear={() => {
            setText('');
            go(search.sort === undefined ? {} : { sort: search.sort });
          }}
          onClose={() => setFiltering(false)}
        />
      )}
      {adding && <AddPersonSheet circles={circles?.circles ?? []} onClose={() => setAdding(false)} />}
    </>
  );
}
