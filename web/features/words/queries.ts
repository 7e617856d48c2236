import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { QueryInput } from '../../../src/contract/routes.ts';
import type { Channel, DraftKind } from '../../../src/domain/words.ts';
import { client } from '../../lib/api.ts';

export type DraftQuery = Omit<NonNullable<QueryInput<'getDraft'>>, 'on'>;
export type CardsQuery = Omit<NonNullable<QueryInput<'listCards'>>, 'on'>;

/** What the screens about words read; apart from the others, for they are loaded with these screens. */
export const wordQueries = {
  draft: (id: string, query: DraftQuery) =>
    queryOptions({
      queryKey: ['data', 'draft', id, query],
      queryFn: ({ signal }) => client.getDraft({ params: { id }, query }, { signal }),
      placeholderData: keepPreviousData,
    }),
  remarks: (id: string, body: { text: string; channel?: Channel; kind?: DraftKind }) =>
    queryOptions({
      queryKey: ['data', 'remarks', id, body],
      queryFn: ({ signal }) => client.remarkOnDraft({ params: { id }, body }, { signal }),
      placeholderData: keepPreviousData,
      enabled: body.text.trim() !== '',
    }),
  words: queryOptions({
    queryKey: ['data', 'words'],
    queryFn: ({ signal }) => client.getWords(undefined, { signal }),
  }),
  cards: (query: CardsQuery) =>
    queryOptions({
      queryKey: ['data', 'cards', query],
      queryFn: ({ signal }) => client.listCards({ query }, { signal }),
      placeholderData: keepPreviousData,
    }),
  assistant: queryOptions({
    queryKey: ['data', 'assistant'],
    queryFn: ({ signal }) => client.getAssistant(undefined, { signal }),
  }),
};
