import { addDays, type CalendarDate } from '../domain/dates.ts';
import { timesWithin } from '../domain/gatherings/when.ts';
import { ASIDE_DAYS, ASIDE_YEARS } from '../domain/today/asides.ts';
import type { Candidate, PastGathering, PastTouch } from '../domain/today/candidate.ts';
import { allGatherings, peopleOfGatherings } from '../storage/repositories/gathering.repository.ts';
import { touchesOnDays } from '../storage/repositories/touch.repository.ts';
import type { Scope } from '../storage/store.ts';
import { optional } from './candidates.ts';
import { daysOf } from './gathering-rows.ts';

/** These people with what was between them and the owner on these days of other years. */
export async function withPasts(
  scope: Scope,
  candidates: readonly Candidate[],
  today: CalendarDate,
): Promise<readonly Candidate[]> {
  const days = ASIDE_YEARS.map(
    (years) => Temporal.PlainDate.from(today).subtract({ years }).toString() as CalendarDate,
  );
  const [rows, gatherings] = await Promise.all([
    touchesOnDays(
      scope,
      candidates.map(({ personId }) => personId),
      days.flatMap((day) => Array.from({ length: 2 * ASIDE_DAYS + 1 }, (_, i) => addDays(day, i - ASIDE_DAYS))),
    ),
    gatheringsAround(scope, days),
  ]);
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
    const together = gatherings.get(candidate.personId);
    return pasts.length === 0 && together === undefined
      ? candidate
      : { ...candidate, ...(pasts.length > 0 && { pasts }), ...optional('pastGatherings', together) };
  });
}

/** Who was at a gathering that began around one of these days. */
async function gatheringsAround(
  scope: Scope,
  days: readonly CalendarDate[],
): Promise<ReadonlyMap<string, readonly PastGathering[]>> {
  const times = (await allGatherings(scope)).flatMap((row) =>
    days.flatMap((day) =>
      timesWithin(daysOf(row), { from: addDays(day, -ASIDE_DAYS), to: addDays(day, ASIDE_DAYS) })
        .filter(({ since }) => since >= addDays(day, -ASIDE_DAYS))
        .map(({ key, since }) => ({ key, past: { id: row.id, name: row.name, since } })),
    ),
  );
  const people = await peopleOfGatherings(scope, [...new Set(times.map(({ past }) => past.id))]);
  const found = new Map<string, PastGathering[]>();
  for (const { person_id, gathering_id, part, date } of people) {
    // Whoever was coming may have stayed at home; whom one met was there.
    const time = times.find(({ key, past }) => past.id === gathering_id && key === date);
    if (time === undefined || person_id === null || part !== 'met') continue;
    found.set(person_id, [...(found.get(person_id) ?? []), time.past]);
  }
  return found;
}
