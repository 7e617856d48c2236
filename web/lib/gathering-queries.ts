import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from './api.ts';

/** What the screens of gatherings and plans read. */
export const gatheringQueries = {
  all: queryOptions({
    queryKey: ['data', 'gatherings'],
    queryFn: ({ signal }) => client.listGatherings(undefined, { signal }),
  }),
  one: (id: string, date: string | undefined) =>
    queryOptions({
      queryKey: ['data', 'gathering', id, date],
      queryFn: ({ signal }) => client.getGathering({ params: { id }, query: { date } }, { signal }),
      placeholderData: keepPreviousData,
    }),
  toMeet: (id: string, date: string | undefined) =>
    queryOptions({
      queryKey: ['data', 'whom-to-meet', id, date],
      queryFn: ({ signal }) => client.whomToMeet({ params: { id }, query: { date } }, { signal }),
      placeholderData: keepPreviousData,
    }),
  followUps: (id: string, date: string | undefined) =>
    queryOptions({
      queryKey: ['data', 'gathering-follow-ups', id, date],
      queryFn: ({ signal }) => client.gatheringFollowUps({ params: { id }, query: { date } }, { signal }),
      placeholderData: keepPreviousData,
    }),
  guests: (id: string, date: string | undefined) =>
    queryOptions({
      queryKey: ['data', 'guest-ideas', id, date],
      queryFn: ({ signal }) => client.guestIdeas({ params: { id }, query: { date } }, { signal }),
      placeholderData: keepPreviousData,
    }),
  invitations: (id: string, date: string | undefined) =>
    queryOptions({
      queryKey: ['data', 'invitations', id, date],
      queryFn: ({ signal }) => client.invitations({ params: { id }, query: { date } }, { signal }),
      placeholderData: keepPreviousData,
    }),
  ofPerson: (id: string) =>
    queryOptions({
      queryKey: ['data', 'person-gatherings', id],
      queryFn: ({ signal }) => client.personGatherings({ params: { id } }, { signal }),
    }),
  plans: queryOptions({
    queryKey: ['data', 'plans'],
    queryFn: ({ signal }) => client.listPlans(undefined, { signal }),
  }),
};
