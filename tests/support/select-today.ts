import type { CalendarDate } from '../../src/domain/dates.ts';
import { rhythmAdvice } from '../../src/domain/today/advice.ts';
import type { Candidate, TodayItem, TodayPlan, TodaySettings } from '../../src/domain/today/candidate.ts';
import type { NearHoliday } from '../../src/domain/today/holiday-reason.ts';
import { type DayBefore, decideDay, ItemWriter, standingOf } from '../../src/domain/today/plan.ts';

export interface WholePlan extends TodayPlan {
  readonly waiting: readonly TodayItem[];
}

/** A day's plan by its definition: everyone looked at, everything written. The service comes to the same with less. */
export function selectToday({
  today,
  settings,
  candidates,
  holidays,
  before,
}: {
  today: CalendarDate;
  settings: TodaySettings;
  candidates: readonly Candidate[];
  holidays?: ReadonlyMap<string, NearHoliday>;
  before?: DayBefore;
}): WholePlan {
  const due = candidates.flatMap((candidate) => standingOf(candidate, { today, settings }) ?? []);
  const { shown, room, ...day } = decideDay(due, { today, capacity: settings.capacity, before });
  const writer = new ItemWriter({ today, settings, ...(holidays && { holidays }) });
  const known = new Map(candidates.map((candidate) => [candidate.personId, candidate]));
  const items = (waiting: boolean) =>
    (waiting ? day.waiting : day.items).flatMap((standing) => {
      const candidate = known.get(standing.personId);
      return (candidate && writer.write(candidate, standing, { waiting })) ?? [];
    });
  const advice = rhythmAdvice(candidates, settings);
  return {
    date: today,
    items: items(false),
    waiting: items(true),
    shown,
    room,
    ...(advice === undefined ? {} : { advice }),
  };
}
