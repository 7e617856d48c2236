import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';

/** What the pages of the long game ask for. */
export const longGame = {
  newsList: queryOptions({
    queryKey: ['data', 'news'],
    queryFn: ({ signal }) => client.listNews({ query: {} }, { signal }),
  }),
  news: (id: string) =>
    queryOptions({
      queryKey: ['data', 'news', id],
      queryFn: ({ signal }) => client.getNews({ params: { id }, query: {} }, { signal }),
    }),
  suggestions: (id: string, circle: string) =>
    queryOptions({
      queryKey: ['data', 'news-who', id, circle],
      queryFn: ({ signal }) =>
        client.suggestForNews({ params: { id }, query: circle === '' ? {} : { circle } }, { signal }),
      placeholderData: keepPreviousData,
    }),
  goals: queryOptions({
    queryKey: ['data', 'goals'],
    queryFn: ({ signal }) => client.listGoals(undefined, { signal }),
  }),
  helpers: (id: string) =>
    queryOptions({
      queryKey: ['data', 'goal-who', id],
      queryFn: ({ signal }) => client.suggestForGoal({ params: { id }, query: {} }, { signal }),
    }),
  outcomes: queryOptions({
    queryKey: ['data', 'outcomes'],
    queryFn: ({ signal }) => client.listOutcomes({ query: {} }, { signal }),
  }),
};
