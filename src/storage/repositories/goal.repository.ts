import type { GoalPersonTable, GoalTable, OutcomePersonTable, OutcomeTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { inSlices } from './person.repository.ts';

/** The owner's goals, the newest first. */
export async function allGoals({ db, networkId }: Scope): Promise<GoalTable[]> {
  return db
    .selectFrom('goal')
    .selectAll()
    .where('network_id', '=', networkId)
    .orderBy('made_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function goalPeople(scope: Scope, goalIds: readonly string[]): Promise<GoalPersonTable[]> {
  return inSlices(goalIds, (ids) =>
    scope.db
      .selectFrom('goal_person')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('goal_id', 'in', ids)
      .orderBy('id')
      .execute(),
  );
}

export async function goalsOfPeople(scope: Scope, personIds: readonly string[]): Promise<GoalPersonTable[]> {
  return inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('goal_person')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .orderBy('id')
      .execute(),
  );
}

/** What came of ties, the newest first. */
export async function allOutcomes({ db, networkId }: Scope): Promise<OutcomeTable[]> {
  return db
    .selectFrom('outcome')
    .selectAll()
    .where('network_id', '=', networkId)
    .orderBy('date', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function outcomePeople(scope: Scope, outcomeIds: readonly string[]): Promise<OutcomePersonTable[]> {
  return inSlices(outcomeIds, (ids) =>
    scope.db
      .selectFrom('outcome_person')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('outcome_id', 'in', ids)
      .orderBy('id')
      .execute(),
  );
}

export async function outcomesOfPeople(scope: Scope, personIds: readonly string[]): Promise<OutcomePersonTable[]> {
  return inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('outcome_person')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('person_id', 'in', ids)
      .orderBy('id')
      .execute(),
  );
}

/** Words that were written of contact with people since a day, the newest first. */
export async function wordsSince(
  scope: Scope,
  personIds: readonly string[],
  since: string,
): Promise<{ person_id: string; date: string; words: string }[]> {
  const rows = await inSlices(personIds, (ids) =>
    scope.db
      .selectFrom('touch_person as tp')
      .innerJoin('touch as t', (join) =>
        join.onRef('t.network_id', '=', 'tp.network_id').onRef('t.id', '=', 'tp.touch_id'),
      )
      .select(['tp.person_id', 't.date', 't.summary', 't.topic', 't.notes'])
      .where('tp.network_id', '=', scope.networkId)
      .where('tp.person_id', 'in', ids)
      .where('t.plan', '=', 0)
      .where('t.date', '>=', since)
      .orderBy('t.date', 'desc')
      .execute(),
  );
  return rows.map(({ person_id, date, summary, topic, notes }) => ({
    person_id,
    date,
    words: [summary, topic ?? '', notes].join(' '),
  }));
}
