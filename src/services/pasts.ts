import { addDays, type CalendarDate } from '../domain/dates.ts';
import { ASIDE_DAYS, ASIDE_YEARS } from '../domain/today/asides.ts';
import type { Candidate, PastTouch } from '../domain/today/candidate.ts';
import { touchesOnDays } from '../storage/repositories/touch.repository.ts';
import type { Scope } from '../storage/store.ts';
import { optional } from './candidates.ts';

/** These people with what was between them and the owner on these days of other years. */
export async function withPasts(
  scope: Scope,
  candidates: readonly Candidate[],
  today: CalendarDate,
): Promise<readonly Candidate[]> {
  const rows = await touchesOnDays(
    scope,
    candidates.map(({ personId }) => personId),
    ASIDE_YEARS.flatMap((years) => {
      const day = Temporal.PlainDate.from(today).subtract({ years }).toString() as CalendarDate;
      return Array.from({ length: 2 * ASIDE_DAYS + 1 }, (_, i) => addDays(day, i - ASIDE_DAYS));
    }),
  );
  const byPerson = Map.groupBy(rows, (row) => row.person_id);
  return candidates.map((candidate) => {
    const pasts = (byPerson.get(candidate.personId) ?? []).map(
      (row): PastTouch => ({
        id: row.id,
        date: row.date as CalendarDate,
        summary: row.source === 'linkedin' ? '' : row.summary,
        people: row.people,
        ...optional('topic', row.topic ?? undefined),
        ...optional('place', row.place ?? undefined),
      }),
    );
    return pasts.length === 0 ? candidate : { ...candidate, pasts };
  });
}
