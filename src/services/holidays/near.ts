import type { Settings } from '../../contract/shapes.ts';
import { countryOf } from '../../domain/card/country.ts';
import type { Card } from '../../domain/card/jscontact.ts';
import { addDays, type CalendarDate } from '../../domain/dates.ts';
import { nearHoliday } from '../../domain/keeping/holidays.ts';
import type { NearHoliday } from '../../domain/today/holiday-reason.ts';
import { findPeople } from '../../storage/repositories/person.repository.ts';
import type { Scope } from '../../storage/store.ts';
import type { Context } from '../context.ts';

/** A holiday named late in December may belong to the next year. */
const LOOK_AHEAD_DAYS = 31;

/** The holiday that is near for each of these people, where there is one; none when the owner wants none. */
export async function holidaysNear(
  context: Context,
  scope: Scope,
  { ids, today, settings }: { ids: readonly string[]; today: CalendarDate; settings: Settings },
): Promise<ReadonlyMap<string, NearHoliday>> {
  const { holidays } = context.store;
  const near = new Map<string, NearHoliday>();
  if (holidays === undefined || !settings.holidays || ids.length === 0) return near;
  const countries = await countriesOf(scope, ids, settings);
  const query = {
    countries: [...new Set(countries.values())].sort(),
    years: [...new Set([today, addDays(today, LOOK_AHEAD_DAYS)].map((day) => Number(day.slice(0, 4))))],
    language: /^[a-z]{2,3}/i.exec(settings.locale)?.[0].toLowerCase() ?? 'en',
  };
  if (query.countries.length === 0) return near;
  const almanac = await holidays(query);
  const countryNames = new Intl.DisplayNames([query.language, 'en'], { type: 'region' });
  for (const [id, country] of countries) {
    const holiday = nearHoliday(almanac.get(country) ?? [], today);
    if (holiday === undefined) continue;
    const abroad = country === settings.country ? undefined : countryNames.of(country);
    near.set(id, { ...holiday, country, ...(abroad !== undefined && { abroad }) });
  }
  return near;
}

/** Where each lives: as the card says, else by the telephone, else where the owner does. */
async function countriesOf(scope: Scope, ids: readonly string[], settings: Settings): Promise<Map<string, string>> {
  const { countryOfPhone } = await import('../../formats/phone.ts');
  const people = await findPeople(scope, ids);
  return new Map(
    people.flatMap(({ id, card }) => {
      const country = countryOf(JSON.parse(card) as Card, {
        phoneCountry: (number) => countryOfPhone(number, settings.country),
        home: settings.country,
        locale: settings.locale,
      });
      return country === undefined ? [] : [[id, country] as const];
    }),
  );
}
