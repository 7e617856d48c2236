import { addDays, type CalendarDate } from '../domain/dates.ts';
import { isHardTime } from '../domain/keeping/moments.ts';
import { isWaiting, type NewsToTell, type Recipient, turnsOn } from '../domain/news/telling.ts';
import { hadAPart } from '../domain/news/who.ts';
import type { NewsKind } from '../domain/words.ts';
import type { Writer } from '../storage/feed.ts';
import { exchangesOf } from '../storage/repositories/exchange.repository.ts';
import { dismissalsOf } from '../storage/repositories/memory.repository.ts';
import { momentsOf } from '../storage/repositories/moment.repository.ts';
import { newsPeople, openNews } from '../storage/repositories/news.repository.ts';
import { findPeople, findStates } from '../storage/repositories/person.repository.ts';
import type { NewsPersonTable, NewsTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { toLifeMoment } from './moment-shapes.ts';

/** Whose turn it is to hear the owner's news. */

/** By person, what they hear today. Nothing is read but that there is no news, where there is none. */
export async function newsTurns(scope: Scope, today: CalendarDate): Promise<ReadonlyMap<string, NewsToTell>> {
  const turns = new Map<string, NewsToTell>();
  for (const news of await openNews(scope)) {
    if (news.date > today) continue;
    const rows = await newsPeople(scope, [news.id]);
    const rests = await restingAmong(scope, rows.filter(waits), today);
    const turn = turnsOn(rows.map(toRecipient), { perDay: news.per_day, today, rests: (id) => rests.has(id) });
    const helped = await helpersAmong(
      scope,
      news.text,
      turn.map(({ personId }) => personId),
    );
    for (const { personId, row } of turn)
      if (!turns.has(personId)) turns.set(personId, toTell(row, news, helped.has(personId)));
  }
  return turns;
}

/** Whoever was written to on their turn has heard it, as a reminder that was due is done. Answers the news. */
export async function tellOnTurn(
  writer: Writer,
  personId: string,
  { date, today }: { date: CalendarDate; today: CalendarDate },
): Promise<string | undefined> {
  const turn = (await newsTurns(writer, today)).get(personId);
  // What is logged of an earlier day was about something else.
  if (turn === undefined || date < today) return undefined;
  await writer.update('news_person', turn.id, { told_on: date });
  return turn.text;
}

export function toTell(row: NewsPersonTable, news: NewsTable, helped: boolean): NewsToTell {
  const date = news.date as CalendarDate;
  return {
    id: row.id,
    newsId: news.id,
    kind: news.kind as NewsKind,
    text: news.text,
    date,
    place: row.place,
    since: addDays(date, Math.floor(row.place / news.per_day)),
    helped,
  };
}

export function toRecipient(row: NewsPersonTable): Recipient & { readonly row: NewsPersonTable } {
  return {
    personId: row.person_id,
    place: row.place,
    toldOn: (row.told_on ?? undefined) as CalendarDate | undefined,
    skippedOn: (row.skipped_on ?? undefined) as CalendarDate | undefined,
    row,
  };
}

export const waits = (row: NewsPersonTable): boolean => isWaiting(toRecipient(row));

/** Who of them did something for the owner that the news speaks of. */
export async function helpersAmong(
  scope: Scope,
  text: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const gave = Map.groupBy(
    (await exchangesOf(scope, personIds)).filter(({ kind }) => kind === 'received'),
    (row) => row.person_id,
  );
  return new Set(
    [...gave].flatMap(([id, rows]) =>
      hadAPart(
        text,
        rows.map((row) => row.text),
      )
        ? [id]
        : [],
    ),
  );
}

/** Who keeps their place for now: in a hard time, at rest or waved away by the owner, in the archive, or dead. */
export async function restingAmong(
  scope: Scope,
  rows: readonly NewsPersonTable[],
  today: CalendarDate,
): Promise<ReadonlySet<string>> {
  const ids = rows.map((row) => row.person_id);
  const people = new Map((await findPeople(scope, ids)).map((person) => [person.id, person]));
  const active = new Set((await findStates(scope, ids)).filter((state) => state.active === 1).map((s) => s.person_id));
  const moments = Map.groupBy(await momentsOf(scope, ids), (row) => row.person_id);
  const dismissed = new Set((await dismissalsOf(scope, ids)).map(({ key }) => key));
  return new Set(
    rows
      .filter(({ id, person_id: personId }) => {
        const person = people.get(personId);
        return (
          person === undefined ||
          !active.has(personId) ||
          (person.snoozed_until !== null && today < person.snoozed_until) ||
          isPaused(person, today) ||
          dismissed.has(`news:${id}`) ||
          isHardTime((moments.get(personId) ?? []).map(toLifeMoment), today)
        );
      })
      .map((row) => row.person_id),
  );
}

function isPaused(
  { paused_from: from, paused_until: until }: { paused_from: string | null; paused_until: string | null },
  today: CalendarDate,
): boolean {
  if (from !== null && from > today) return false;
  return until !== null ? today < until : from !== null;
}
