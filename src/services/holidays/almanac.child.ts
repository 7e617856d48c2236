import Holidays, { type HolidaysTypes } from 'date-holidays';
import type { CalendarDate } from '../../domain/dates.ts';
import type { AlmanacDay } from '../../domain/keeping/holidays.ts';
import type { YearWanted } from './source.ts';

/** The almanac's process: answers one list of days for each year of a country, and ends. */

process.once('message', (wanted: readonly YearWanted[]) => {
  process.send?.(wanted.map(daysOf), () => process.disconnect?.());
});

function daysOf({ country, year, language }: YearWanted): readonly AlmanacDay[] {
  // The zone only moves the hour at which a day begins, which is not looked at.
  const almanac = new Holidays(country, { types: ['public', 'observance'], timezone: 'UTC' });
  const english = list(almanac, year, 'en');
  const named = language === 'en' ? english : list(almanac, year, language);
  const names = new Map(named.map((day) => [`${day.date} ${day.rule}`, day.name]));
  return english
    .filter(({ substitute }) => substitute !== true)
    .map(({ date, name, rule, type }) => ({
      date: date.slice(0, 10) as CalendarDate,
      english: name,
      name: names.get(`${date} ${rule}`) ?? name,
      type,
    }));
}

/** A country it does not know has no days. */
function list(almanac: Holidays, year: number, language: string): readonly HolidaysTypes.Holiday[] {
  return almanac.getHolidays(year, language) ?? [];
}
