import { useState } from 'react';
import type { Acted, BodyInput } from '../../../src/contract/routes.ts';
import type { TodayPage, TodayPageItem } from '../../../src/contract/shapes.ts';
import { perform } from '../../lib/acts.ts';
import { client, queries, queryClient, refresh } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';

/** How long a card takes to leave, in milliseconds; the same as its animation. */
const LEAVING = 180;

/** Takes a card off the list before the server has answered; a refusal brings it back with the next fetch. */
function dropCard(personId: string): void {
  for (const all of [false, true]) {
    const { queryKey } = queries.today(all);
    void queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(
      queryKey,
      (page: TodayPage | undefined) =>
        page && { ...page, items: page.items.filter((item) => item.personId !== personId) },
    );
  }
}

export interface TodayActs {
  readonly leaving: boolean;
  readonly done: (body: BodyInput<'done'>) => void;
  readonly snooze: (until: string) => void;
  readonly skip: () => void;
  readonly pause: (until?: string) => void;
  readonly dismiss: (key: string) => void;
  readonly letGo: () => void;
  /** The promise is kept, or the reminder seen to. */
  readonly finish: () => void;
}

/** What the leading reason is about: what was passed on is noted with who got it, and an introduction moves on. */
function subjectOf(reason: TodayPageItem['reasons'][number] | undefined): BodyInput<'done'> {
  const id = reason?.key.split(':')[1];
  if (id === undefined) return {};
  if (reason?.kind === 'resource') return { resource: id };
  return reason?.kind === 'introduction' ? { introduction: id } : {};
}

/** What one can do with a card. Each act lets it go at once and can be undone from its toast. */
export function useTodayActs(item: TodayPageItem): TodayActs {
  const [leaving, setLeaving] = useState(false);
  const params = { id: item.personId };
  const once = (): { idempotencyKey: string } => ({ idempotencyKey: newId() });

  const act = (call: Promise<Acted>, stays = false): void => {
    const answered = perform(call, { onFail: () => setLeaving(false) });
    if (stays) return;
    setLeaving(true);
    setTimeout(() => {
      dropCard(item.personId);
      // Dropping ended a fetch that may have known more than this page does: how many wait, or that it was undone.
      void answered.then(refresh);
    }, LEAVING);
  };
  return {
    leaving,
    done: (body) => {
      // On another day one was in touch for another reason.
      const about = body.date === undefined ? subjectOf(item.reasons[0]) : {};
      act(client.done({ params, body: { ...body, ...about } }, once()));
    },
    snooze: (until) => act(client.snooze({ params, body: { until } }, once())),
    skip: () => act(client.skip({ params, body: {} }, once())),
    pause: (until) => act(client.pause({ params, body: until === undefined ? {} : { until } }, once())),
    dismiss: (key) => act(client.dismiss({ params, body: { key } }, once()), item.reasons.length > 1),
    letGo: () => act(client.letGo({ params, body: {} }, once())),
    finish: () => {
      const body = { done: true };
      const kind = item.reasons[0]?.kind;
      if (kind === 'reminder' && item.reminderId !== null)
        act(client.updateReminder({ params: { id: item.reminderId }, body }, once()), item.reasons.length > 1);
      else if (item.promiseId !== null)
        act(client.updatePromise({ params: { id: item.promiseId }, body }, once()), item.reasons.length > 1);
    },
  };
}
