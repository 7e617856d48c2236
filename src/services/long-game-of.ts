import type { PersonPage } from '../contract/shapes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import type { Unasked } from '../domain/goals/ask-again.ts';
import type { Candidate, TodaySettings } from '../domain/today/candidate.ts';
import { unaskedReason } from '../domain/today/unasked-reason.ts';
import type { Entity, Row } from '../storage/entities.ts';
import { findRows } from '../storage/feed.ts';
import { goalsOfPeople, outcomesOfPeople } from '../storage/repositories/goal.repository.ts';
import { newsOfPeople } from '../storage/repositories/news.repository.ts';
import type { Scope } from '../storage/store.ts';
import { waits } from './news-turns.ts';

/** The owner's news and goals, and what came of the tie, as far as they are about a person. */
export async function loadLongGame(scope: Scope, personId: string) {
  const [told, links, parts] = await Promise.all([
    newsOfPeople(scope, [personId]),
    goalsOfPeople(scope, [personId]),
    outcomesOfPeople(scope, [personId]),
  ]);
  const [news, goals, outcomes] = await Promise.all([
    rowsById(
      scope,
      'news',
      told.map((row) => row.news_id),
    ),
    rowsById(
      scope,
      'goal',
      links.map((link) => link.goal_id),
    ),
    rowsById(
      scope,
      'outcome',
      parts.map((part) => part.outcome_id),
    ),
  ]);
  return { told, news, links, goals, parts, outcomes };
}

interface LongGameOf {
  readonly candidate: Candidate | undefined;
  readonly unasked: Unasked | undefined;
  readonly today: CalendarDate;
  readonly settings: TodaySettings;
}

/** What a person's page says of the owner's news, goals and what came of the tie, and of what to ask about again. */
export function longGameOf(
  { told, news, links, goals, parts, outcomes }: Awaited<ReturnType<typeof loadLongGame>>,
  { candidate, unasked, today, settings }: LongGameOf,
): Pick<PersonPage, 'ownNews' | 'ownGoals' | 'outcomes' | 'unasked'> {
  const reason = unasked && candidate && unaskedReason(candidate, unasked, { today, settings });
  return {
    ownNews: told.flatMap((row) => {
      const about = news.get(row.news_id);
      if (!about) return [];
      const { told_on: toldOn, skipped_on: skippedOn } = row;
      return [
        {
          id: row.id,
          newsId: about.id,
          text: about.text,
          toldOn,
          skippedOn,
          open: waits(row) && about.closed_on === null,
        },
      ];
    }),
    ownGoals: links.flatMap(({ id, goal_id: goalId, why }) => {
      const goal = goals.get(goalId);
      return goal?.state === 'open' ? [{ id, goalId, text: goal.text, why }] : [];
    }),
    outcomes: parts.flatMap(({ outcome_id: id }) => {
      const outcome = outcomes.get(id);
      return outcome ? [{ id, text: outcome.text, date: outcome.date }] : [];
    }),
    unasked:
      unasked && reason
        ? { factId: unasked.factId, key: reason.key, text: reason.text, about: unasked.text, since: unasked.since }
        : null,
  };
}

async function rowsById<E extends Entity>(
  scope: Scope,
  entity: E,
  ids: readonly string[],
): Promise<Map<string, Row<E>>> {
  return ids.length === 0 ? new Map() : findRows(scope, entity, ids);
}
