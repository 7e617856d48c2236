import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';

/** What the pages of things to share ask for. */
export const resourceQueries = {
  list: queryOptions({
    queryKey: ['data', 'resources'],
    queryFn: ({ signal }) => client.listResources(undefined, { signal }),
  }),
  one: (id: string) =>
    queryOptions({
      queryKey: ['data', 'resource', id],
      queryFn: ({ signal }) => client.getResource({ params: { id } }, { signal }),
      placeholderData: keepPreviousData,
    }),
  forPerson: (id: string) =>
    queryOptions({
      queryKey: ['data', 'resources-for', id],
      queryFn: ({ signal }) => client.resourcesFor({ params: { id } }, { signal }),
    }),
  /** Read once: what a page says of itself does not change while one looks at it. */
  page: (url: string) =>
    queryOptions({
      queryKey: ['page', url],
      queryFn: ({ signal }) => client.readAddress({ body: { url } }, { signal }),
      enabled: url !== '',
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
};
