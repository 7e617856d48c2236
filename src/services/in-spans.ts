import { addDays, type CalendarDate } from '../domain/dates.ts';
import { type Days, dayOfTouch } from '../storage/repositories/pictures.repository.ts';
import type { Scope } from '../storage/store.ts';

/** So many touches are read at once: some milliseconds, for which whoever asks for something else waits. */
const AT_ONCE = 1_500;

/** Reads a long time in spans of whole days, one after another: short ones where much happened, long ones where little did. */
export async function inSpans<T>(
  scope: Scope,
  { from, to }: Days,
  read: (days: Days) => Promise<readonly T[]>,
  take: (rows: readonly T[]) => void,
): Promise<void> {
  let start = from as CalendarDate;
  while (start <= to) {
    const beyond = await dayOfTouch(scope, { from: start, to, nth: AT_ONCE });
    // A day is not divided, however much happened on it.
    const end = beyond === undefined ? to : beyond > start ? addDays(beyond as CalendarDate, -1) : start;
    take(await read({ from: start, to: end }));
    start = addDays(end as CalendarDate, 1);
  }
}
