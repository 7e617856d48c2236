import type { NewsPersonTable, NewsTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

/** All news, the newest first. */
export async function allNews({ db, networkId }: Scope): Promise<NewsTable[]> {
  return db
    .selectFrom('news')
    .selectAll()
    .where('network_id', '=', networkId)
    .orderBy('date', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** News that is still being told, the oldest first. */
export async function openNews({ db, networkId }: Scope): Promise<NewsTable[]> {
  return db
    .selectFrom('news')
    .selectAll()
    .where('network_id', '=', networkId)
    .where('closed_on', 'is', null)
    .orderBy('date')
    .orderBy('id')
    .execute();
}

/** Whom the news is for, in the order in which they are told. */
export async function newsPeople(scope: Scope, newsIds: readonly string[]): Promise<NewsPersonTable[]> {
  return inSlices(newsIds, (ids) =>
    scope.db
      .selectFrom('news_person')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('news_id', 'in', ids)
      .orderBy('place')
      .orderBy('id')
      .execute(),
  );
}

/** What people are to hear or have heard. */
export async function newsOfPeople(scope: Scope, personIds: readonly string[]): Promise<NewsPersonTable[]> {
  return inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('news_person')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .orderBy('id', 'desc')
      .execute(),
  );
}

/** Days on which people wrote or one spoke with them, since a day. */
export async function answersSince(
  scope: Scope,
  personIds: readonly string[],
  since: string,
): Promise<{ person_id: string; date: string }[]> {
  return inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('touch_person as tp')
      .innerJoin('touch as t', (join) =>
        join.onRef('t.network_id', '=', 'tp.network_id').onRef('t.id', '=', 'tp.touch_id'),
      )
      .select(['tp.person_id', 't.date'])
      .where('tp.network_id', '=', scope.networkId)
      .where('tp.person_id', 'in', ids)
      .where('t.plan', '=', 0)
      .where('t.personal', '=', 1)
      .where('t.direction', '!=', 'mine')
      .where('t.date', '>=', since)
      .execute(),
  );
}
