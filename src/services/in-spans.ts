import { addDays, type CalendarDate } from '../domain/dates.ts';
import type { Days } from '../storage/repositories/pictures.repository.ts';

/** A span should be read in about this time: whoever asks for something else meanwhile waits no longer. */
const LONGEST_SPAN_MS = 12;
const FIRST_SPAN_DAYS = 7;
const LONGEST_SPAN_DAYS = 366;

/** Reads a long time in spans of days, one after another: shorter ones where much happened, longer ones where little did. */
export async function inSpans<T>(
  { from, to }: Days,
  read: (days: Days) => Promise<readonly T[]>,
  take: (rows: readonly T[]) => void,
): Promise<void> {
  let length = FIRST_SPAN_DAYS;
  let start = from as CalendarDate;
  while (start <= to) {
    const last = addDays(start, length - 1);
    const end = last < to ? last : to;
    const began = performance.now();
    take(await read({ from: start, to: end }));
    length =
      performance.now() - began > LONGEST_SPAN_MS ? Math.max(1, length >> 1) : Math.min(LONGEST_SPAN_DAYS, length * 2);
    start = addDays(end as CalendarDate, 1);
  }
}
