import type { CalendarDate } from '../dates.ts';
import { daysInMonth } from '../keeping/day-number.ts';

/** A month of the Gregorian calendar, `YYYY-MM`. */
export type Month = string;

export function monthOf(date: CalendarDate): Month {
  return date.slice(0, 7);
}

/** The month so many months after another; before it when `count` is negative. */
export function plusMonths(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

/** Every month from one to another, both included; none when `to` is earlier. */
export function monthsFrom(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = plusMonths(month, 1)) months.push(month);
  return months;
}

export function firstDayOf(month: Month): CalendarDate {
  return `${month}-01` as CalendarDate;
}

export function lastDayOf(month: Month): CalendarDate {
  return `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}` as CalendarDate;
}
