import { addDays, type CalendarDate, toPlainDate } from '../domain/dates.ts';
import { movingKeysOn, type OccasionKey } from '../domain/keeping/occasion-key.ts';
import type { OccasionDays } from '../storage/repositories/today.repository.ts';

/** Where dates are filed that return in a span of days, or in a month that it touches. */
export function occasionDays(from: CalendarDate, to: CalendarDate): OccasionDays {
  const days = new Map<string, OccasionKey>();
  const movingDays = new Map<string, OccasionKey>();
  const add = (to: typeof days, key: OccasionKey) => to.set(`${key.month} ${key.day}`, key);
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const { month, day } = toPlainDate(date);
    add(days, { month, day: 0 });
    add(days, { month, day });
    // 29 February beside the days that stand in for it.
    if ((month === 2 && day === 28) || (month === 3 && day === 1)) add(days, { month: 2, day: 29 });
    for (const key of movingKeysOn(date)) add(movingDays, key);
  }
  return { days: [...days.values()], movingDays: [...movingDays.values()] };
}
