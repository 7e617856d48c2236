import type { CalendarDate } from '../domain/dates.ts';
import { dueStep } from '../domain/introducing/introduction.ts';
import type { WaitingIntroduction } from '../domain/today/candidate.ts';
import { introductionsUnderWay } from '../storage/repositories/introduction.repository.ts';
import { findStates } from '../storage/repositories/person.repository.ts';
import type { Scope } from '../storage/store.ts';
import { personOn, toCourse } from './introduction-shapes.ts';

/** What waits to be said about introductions, by the person to whom: there are never many under way. */
export async function waitingIntroductions(
  scope: Scope,
  today: CalendarDate,
): Promise<ReadonlyMap<string, readonly WaitingIntroduction[]>> {
  const due = (await introductionsUnderWay(scope)).flatMap((row) => {
    const step = dueStep(toCourse(row), today);
    return step === undefined ? [] : [{ row, step }];
  });
  const others = due.map(({ row, step: { side } }) => personOn(row, side === 'first' ? 'second' : 'first'));
  const names = new Map((await findStates(scope, [...new Set(others)])).map((state) => [state.person_id, state.name]));
  return Map.groupBy(
    due.flatMap(({ row, step: { step, side, since, due: from } }) => {
      const other = names.get(personOn(row, side === 'first' ? 'second' : 'first'));
      if (other === undefined) return [];
      const why = side === 'first' ? row.why_first : row.why_second;
      return [{ personId: personOn(row, side), id: row.id, step, since, due: from, other, why }];
    }),
    ({ personId }) => personId,
  );
}
