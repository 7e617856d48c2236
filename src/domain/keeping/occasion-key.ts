import { type CalendarDate, type PartialDate, toPlainDate } from '../dates.ts';
import {
  hasGregorianMonths,
  MOVING_CALENDARS,
  type MovingCalendar,
  monthNumberOf,
  movingCalendar,
} from './calendars.ts';

/*
 * Dates that return are found by month and day, without looking at everybody's. Those of another calendar are filed under
 * its own months, numbered past ours, so that a day asks for its name in each calendar.
 */

/** Where a date is filed: its month and day, `day` 0 for a month alone; months of other calendars are above 100. */
export interface OccasionKey {
  readonly month: number;
  readonly day: number;
}

const MONTHS_PER_CALENDAR = 100;
/** The longest month of any calendar that is listed, one day more than most have. */
const LONGEST_MONTH = 31;
/** Hebrew leap years have thirteen months, and Elul is the thirteenth as CLDR counts. */
const MOST_MONTHS = 13;

/** Where a date is filed; undefined when it names neither a day nor a month that returns. */
export function occasionKey(date: PartialDate): OccasionKey | undefined {
  const { month, day = 0 } = date;
  if (month === undefined || !isWithin(month, 1, MOST_MONTHS) || !isWithin(day, 0, LONGEST_MONTH)) return undefined;
  if (hasGregorianMonths(date)) return { month, day };
  const calendar = movingCalendar(date);
  return calendar === undefined ? undefined : { month: filed(calendar, month), day };
}

/** Everything that may return on a day in one of the moving calendars: at least what does, for `nextOccurrence` decides. */
export function movingKeysOn(date: CalendarDate): OccasionKey[] {
  return MOVING_CALENDARS.flatMap((calendar) => {
    const plain = toPlainDate(date).withCalendar(calendar);
    const month = monthNumberOf(calendar, plain.monthCode);
    // Adar I is kept in Adar where a year has no other.
    const months = calendar === 'hebrew' && month === 7 ? [6, 7] : [month];
    const days = [0, plain.day];
    // The last day stands in for those that a short month lacks.
    if (plain.day === plain.daysInMonth) for (let day = plain.day + 1; day <= LONGEST_MONTH; day++) days.push(day);
    return months.flatMap((each) => days.map((day) => ({ month: filed(calendar, each), day })));
  });
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function filed(calendar: MovingCalendar, month: number): number {
  return (MOVING_CALENDARS.indexOf(calendar) + 1) * MONTHS_PER_CALENDAR + month;
}
