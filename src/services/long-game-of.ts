import type { PersonPage } from '../contract/shapes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import type { Candidate, TodaySettings } from '../domain/today/candidate.ts';
import { unaskedReason } from '../domain/today/unasked-reason.ts';
import type { Entity, Row } from '../storage/entities.ts';
import { findRows } from '../storage/feed.ts';
import { goalsOfPeople, outcomesOfPeople } from '../storage/repositories/goal.repository.ts';
import { newsOfPeople } from '../storage/repositories/news.repository.ts';
import type { Scope } from '../storage/store.ts';
import { waits } from './news-turns.ts';
import { unaskedOf } from './unasked.ts';

/** What a person's page says of the owner's news, goals and what came of the tie, and of what to ask about again. */
export async function longGameOf(
  scope: Scope,
  personId: string,
  { candidate, today, settings }: { candidate: Candidate | undefined; today: CalendarDate; settings: TodaySettings },
): Promise<Pick<PersonPage, 'ownNews' | 'ownGoals' | 'outcomes' | 'unasked'>> {
  const told = await newsOfPeople(scope, [personId]);
  const news = await rowsById(
    scope,
    'news',
    told.map((row) => row.news_id),
  );
  const links = await goalsOfPeople(scope, [personId]);
  const goals = await rowsById(
    scope,
    'goal',
    links.map((link) => link.goal_id),
  );
  const parts = await outcomesOfPeople(scope, [personId]);
  const outcomes = await rowsById(
    scope,
    'outcome',
    parts.map((part) => part.outcome_id),
  );
  const unasked = (await unaskedOf(scope, [personId], today)).get(personId);
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
