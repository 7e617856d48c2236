import {
  infiniteQueryOptions,
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import { createClient } from '../../src/client/client.ts';
import { ApiError } from '../../src/client/errors.ts';
import type { QueryInput } from '../../src/contract/routes.ts';
import type { TableColumn } from '../../src/contract/shapes.ts';
import { standIn } from './stand-in.ts';

export const client = createClient({ standIn });

/** Pages of the people list held at once before a change stops refetching them all. */
const MOST_PAGES = 5;
const PEOPLE_PAGE = 200;

function onError(error: Error): void {
  if (error instanceof ApiError && error.status === 401) void queryClient.invalidateQueries({ queryKey: ['session'] });
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    // Without a network something may be kept here: the client finds out, not the browser.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      // A refusal stays a refusal; only silence and the server's own trouble are worth another try.
      retry: (failures, error) =>
        failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
  },
});

export type PeopleQuery = Omit<NonNullable<QueryInput<'listPeople'>>, 'cursor' | 'limit'>;
export type TouchFilter = Omit<NonNullable<QueryInput<'listTouches'>>, 'cursor' | 'limit'>;
/** Ids separated by commas, or a planned touch; neither for the next that is planned. */
export interface PrepQuery {
  readonly people?: string;
  readonly touch?: string;
}

export type ContactQuery = NonNullable<QueryInput<'getContact'>>;

export const queries = {
  session: queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) => client.getSession(undefined, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  }),
  settings: queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => client.getSettings(undefined, { signal }),
    staleTime: 300_000,
  }),
  today: (all: boolean) =>
    queryOptions({
      queryKey: ['data', 'today', all],
      queryFn: ({ signal }) => client.getToday({ query: { all: all ? 'true' : undefined } }, { signal }),
      placeholderData: keepPreviousData,
    }),
  prep: (query: PrepQuery) =>
    queryOptions({
      queryKey: ['data', 'prep', query],
      queryFn: ({ signal }) => client.getPrep({ query }, { signal }),
      placeholderData: keepPreviousData,
    }),
  people: (query: PeopleQuery) =>
    infiniteQueryOptions({
      queryKey: ['data', 'people', query],
      queryFn: ({ pageParam, signal }) =>
        client.listPeople({ query: { ...query, limit: PEOPLE_PAGE, cursor: pageParam } }, { signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  person: (id: string) =>
    queryOptions({
      queryKey: ['data', 'person', id],
      queryFn: ({ signal }) => client.getPerson({ params: { id } }, { signal }),
    }),
  beforeAsking: (id: string, text: string) =>
    queryOptions({
      queryKey: ['data', 'asking', id, text],
      queryFn: ({ signal }) => client.beforeAsking({ params: { id }, query: { text } }, { signal }),
      placeholderData: keepPreviousData,
    }),
  introductions: (person?: string) =>
    queryOptions({
      queryKey: ['data', 'introductions', person ?? ''],
      queryFn: ({ signal }) => client.listIntroductions({ query: { person } }, { signal }),
    }),
  introductionIdeas: (person?: string) =>
    queryOptions({
      queryKey: ['data', 'introduction-ideas', person ?? ''],
      queryFn: ({ signal }) => client.suggestIntroductions({ query: { person } }, { signal }),
      placeholderData: keepPreviousData,
    }),
  olderTouches: (id: string, first: string) =>
    infiniteQueryOptions({
      queryKey: ['data', 'touches', id, first],
      queryFn: ({ pageParam, signal }) =>
        client.listTouches({ params: { id }, query: { cursor: pageParam } }, { signal }),
      initialPageParam: first,
      getNextPageParam: (page) => page.next ?? undefined,
      enabled: false,
    }),
  map: infiniteQueryOptions({
    queryKey: ['data', 'map'],
    queryFn: ({ pageParam, signal }) => client.getMap({ query: { cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  }),
  warmth: queryOptions({
    queryKey: ['data', 'warmth'],
    queryFn: ({ signal }) => client.getWarmth(undefined, { signal }),
  }),
  contact: (query: ContactQuery) =>
    queryOptions({
      queryKey: ['data', 'contact', query],
      queryFn: ({ signal }) => client.getContact({ query }, { signal }),
      placeholderData: keepPreviousData,
    }),
  year: (year: number | undefined) =>
    queryOptions({
      queryKey: ['data', 'year', year ?? 0],
      queryFn: ({ signal }) => client.getYear({ query: { year } }, { signal }),
      placeholderData: keepPreviousData,
    }),
  personWarmth: (id: string) =>
    queryOptions({
      queryKey: ['data', 'person-warmth', id],
      queryFn: ({ signal }) => client.getPersonWarmth({ params: { id } }, { signal }),
    }),
  near: (city: string, country?: string) =>
    queryOptions({
      queryKey: ['data', 'near', city, country],
      queryFn: ({ signal }) => client.getNear({ query: { city, country } }, { signal }),
      enabled: city.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  places: queryOptions({
    queryKey: ['data', 'places'],
    queryFn: ({ signal }) => client.getPlaces(undefined, { signal }),
  }),
  trips: queryOptions({
    queryKey: ['data', 'trips'],
    queryFn: ({ signal }) => client.listTrips(undefined, { signal }),
  }),
  filters: queryOptions({
    queryKey: ['data', 'filters'],
    queryFn: ({ signal }) => client.listFilters(undefined, { signal }),
  }),
  facets: queryOptions({
    queryKey: ['data', 'facets'],
    queryFn: ({ signal }) => client.listFacets(undefined, { signal }),
  }),
  findTouches: (id: string, filter: TouchFilter) =>
    infiniteQueryOptions({
      queryKey: ['data', 'find-touches', id, filter],
      queryFn: ({ pageParam, signal }) =>
        client.listTouches({ params: { id }, query: { ...filter, cursor: pageParam } }, { signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  circles: queryOptions({
    queryKey: ['data', 'circles'],
    queryFn: ({ signal }) => client.listCircles(undefined, { signal }),
  }),
  doubles: queryOptions({
    queryKey: ['data', 'doubles'],
    queryFn: ({ signal }) => client.listDoubles({ query: { limit: 50 } }, { signal }),
  }),
  find: (q: string) =>
    queryOptions({
      queryKey: ['data', 'find', q],
      queryFn: ({ signal }) => client.find({ query: { q, limit: 12 } }, { signal }),
      enabled: q.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  sources: queryOptions({
    queryKey: ['sources'],
    queryFn: ({ signal }) => client.listSources(undefined, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  }),
  imports: queryOptions({
    queryKey: ['data', 'imports'],
    queryFn: ({ signal }) => client.listImports(undefined, { signal }),
  }),
  tables: queryOptions({
    queryKey: ['data', 'tables'],
    queryFn: ({ signal }) => client.listTables(undefined, { signal }),
  }),
  tablePreview: (columns: readonly TableColumn[], rows: readonly (readonly string[])[]) =>
    queryOptions({
      queryKey: ['table-preview', columns, rows],
      queryFn: ({ signal }) =>
        client.previewTable({ body: { columns: [...columns], rows: rows.map((row) => [...row]) } }, { signal }),
      placeholderData: keepPreviousData,
    }),
  import: (id: string) =>
    queryOptions({
      queryKey: ['data', 'import', id],
      queryFn: ({ signal }) => client.getImport({ params: { id } }, { signal }),
    }),
  history: (person?: string) =>
    infiniteQueryOptions({
      queryKey: ['data', 'history', person ?? ''],
      queryFn: ({ pageParam, signal }) =>
        client.getHistory({ query: { person, cursor: pageParam, limit: 50 } }, { signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  calendarFeed: queryOptions({
    queryKey: ['calendar-feed'],
    queryFn: ({ signal }) => client.getCalendarFeed(undefined, { signal }),
  }),
  digest: queryOptions({
    queryKey: ['data', 'digest'],
    queryFn: ({ signal }) => client.getDigest(undefined, { signal }),
  }),
  nudge: queryOptions({
    queryKey: ['data', 'nudge'],
    queryFn: ({ signal }) => client.getNudge(undefined, { signal }),
  }),
  tokens: queryOptions({ queryKey: ['tokens'], queryFn: ({ signal }) => client.listTokens(undefined, { signal }) }),
};

let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Something changed, here or elsewhere: what is on screen is fetched again. Several changes in a moment are one fetch,
 * and a very long list is left until it is opened again rather than loaded anew from its top.
 */
export function refresh(): void {
  if (waiting !== undefined) return;
  waiting = setTimeout(() => {
    waiting = undefined;
    void queryClient.invalidateQueries({
      predicate: ({ queryKey, state }) =>
        queryKey[0] === 'data' && !(queryKey[1] === 'people' && pagesOf(state.data) > MOST_PAGES),
    });
    void queryClient.invalidateQueries({ queryKey: ['settings'] });
  }, 80);
}

/** Begins very long lists anew, from their top: for an act that may have changed any of their rows. */
export function reloadLongLists(): void {
  void queryClient.resetQueries({
    predicate: ({ queryKey, state }) =>
      queryKey[0] === 'data' && queryKey[1] === 'people' && pagesOf(state.data) > MOST_PAGES,
  });
}

function pagesOf(data: unknown): number {
  return typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages)
    ? data.pages.length
    : 0;
}
