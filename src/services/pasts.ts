import { addDays, type CalendarDate, toCalendarDate, toPlainDate } from '../domain/dates.ts';
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
  const { spans, days } = theseDays(today);
  const [rows, gatherings] = await Promise.all([
    touchesOnDays(
      scope,
      candidates.map(({ personId }) => personId),
      days,
    ),
    gatheringsAround(scope, spans),
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

interface TheseDays {
  readonly today: CalendarDate;
  readonly spans: readonly { readonly from: CalendarDate; readonly to: CalendarDate }[];
  /** Each day of those. */
  readonly days: readonly CalendarDate[];
}

let latest: TheseDays | undefined;

/** “These days” of other years: worked out once, for everyone who is asked about on one day. */
function theseDays(today: CalendarDate): TheseDays {
  if (latest?.today === today) return latest;
  const spans = ASIDE_YEARS.map((years) => {
    const day = toCalendarDate(toPlainDate(today).subtract({ years }));
    return { from: addDays(day, -ASIDE_DAYS), to: addDays(day, ASIDE_DAYS) };
  });
  const days = spans.flatMap(({ from }) => Array.from({ length: 2 * ASIDE_DAYS + 1 }, (_, i) => addDays(from, i)));
  latest = { today, spans, days };
  return latest;
}

/** Who was at a gathering that began within one of these spans. */
async function gatheringsAround(
  scope: Scope,
  spans: TheseDays['spans'],
): Promise<ReadonlyMap<string, readonly PastGathering[]>> {
  const times = (await allGatherings(scope)).flatMap((row) =>
    spans.flatMap((span) =>
      timesWithin(daysOf(row), span)
        .filter(({ since }) => since >= span.from)
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
