import { addDays, type CalendarDate } from '../domain/dates.ts';
import { timesWithin } from '../domain/gatherings/when.ts';
import type { NearGathering } from '../domain/today/candidate.ts';
import { GATHERING_NOTICE_DAYS } from '../domain/today/gathering-reason.ts';
import type { GatheringKind } from '../domain/words.ts';
import { allGatherings, peopleOfGatherings } from '../storage/repositories/gathering.repository.ts';
import type { Scope } from '../storage/store.ts';
import { daysOf } from './gathering-rows.ts';

/**
 * By person, the first near gathering at which the owner wants to meet them. A host writes to whoever has not answered yet;
 * at their table everybody is wanted.
 */
export async function metAtGatherings(scope: Scope, today: CalendarDate): Promise<Map<string, NearGathering>> {
  const near = (await allGatherings(scope))
    .flatMap((row) => {
      const [time] = timesWithin(daysOf(row), { from: today, to: addDays(today, GATHERING_NOTICE_DAYS) });
      return time === undefined ? [] : [{ row, time }];
    })
    .sort((a, b) => (a.time.since < b.time.since ? -1 : a.time.since > b.time.since ? 1 : 0));
  const people = Map.groupBy(
    await peopleOfGatherings(
      scope,
      near.map(({ row }) => row.id),
    ),
    (one) => one.gathering_id,
  );
  const met = new Map<string, NearGathering>();
  for (const { row, time } of near)
    for (const { person_id, part, wanted, date, say } of people.get(row.id) ?? []) {
      if (person_id === null || date !== time.key || met.has(person_id)) continue;
      const isDinner = row.kind === 'dinner';
      if ((part !== 'invited' && part !== 'coming') || (isDinner ? part !== 'invited' : wanted === 0)) continue;
      met.set(person_id, {
        id: row.id,
        time: time.key,
        kind: row.kind as GatheringKind,
        name: row.name,
        since: time.since,
        until: time.until,
        part,
        say,
      });
    }
  return met;
}
