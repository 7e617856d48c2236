import type { ContactPicture, NetworkWarmth, PersonWarmth } from '../contract/shapes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import type { HistoryTouch } from '../domain/keeping/warmth.ts';
import { firstDayOf, monthOf, monthsFrom, plusMonths } from '../domain/pictures/months.ts';
import { monthsUpTo, WarmthCensus, warmthByMonth } from '../domain/pictures/warmth-over-time.ts';
import { MONTHS_SHOWN } from '../domain/pictures/words.ts';
import type { Channel, Direction } from '../domain/words.ts';
import { findPerson, findState } from '../storage/repositories/person.repository.ts';
import { contactCounts, contactsOfEach, knownAfter, touchedDays } from '../storage/repositories/pictures.repository.ts';
import type { Scope } from '../storage/store.ts';
import { getCircle } from './circles.service.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { inSpans } from './in-spans.ts';
import { whileUnchanged } from './while-unchanged.ts';

/** Pictures over the years: how warm ties were, and how one was in touch. Only reads. */

const CENSUS_MONTHS = 120;
/** How many people's contacts are read at once, others being answered between. */
const PEOPLE_AT_ONCE = 60;

/** Contact and warmth of one tie by month. @throws AppError `not-found` */
export async function getPersonWarmth(context: Context, id: string): Promise<PersonWarmth> {
  const scope = scopeOf(context);
  const [person, state] = [await findPerson(scope, id), await findState(scope, id)];
  if (!person || !state || person.is_owner === 1)
    throw new AppError('not-found', 'This person is not here (any more).');
  const today = await todayOf(context);
  const contacts = (await contactsOfEach(scope, [id], today)).map(toContact);
  return {
    months: contacts.length === 0 ? [] : warmthByMonth(contacts, { rhythmDays: state.rhythm_days, today }),
  };
}

function toContact({ date, direction }: { date: string; direction: string }): HistoryTouch {
  return { date: date as CalendarDate, direction: direction as Direction };
}

const censuses = whileUnchanged<NetworkWarmth>();

/** How many ties stood how at the end of each month. Counts everyone who is active now, with the rhythm they have now. */
export async function getNetworkWarmth(context: Context): Promise<NetworkWarmth> {
  const today = await todayOf(context);
  return censuses(context, { about: 'warmth', today }, () => takeCensus(scopeOf(context), today));
}

async function takeCensus(scope: Scope, today: CalendarDate): Promise<NetworkWarmth> {
  const days = await touchedDays(scope, today);
  if (days === undefined) return { months: [] };
  const census = new WarmthCensus(monthsUpTo([days.from as CalendarDate], today, CENSUS_MONTHS), today);
  for (let after = ''; ; ) {
    const people = await knownAfter(scope, { after, limit: PEOPLE_AT_ONCE });
    const ids = people.map((row) => row.person_id);
    const contacts = Map.groupBy(await contactsOfEach(scope, ids, today), (row) => row.person_id);
    for (const { person_id: id, rhythm_days: rhythmDays } of people)
      census.add((contacts.get(id) ?? []).map(toContact), rhythmDays);
    const last = ids.at(-1);
    if (last === undefined || ids.length < PEOPLE_AT_ONCE) break;
    after = last;
  }
  return { months: census.months() };
}

const contacts = whileUnchanged<ContactPicture>();

/** How often, by which channel and from whom: the last two years by month, or all by year. @throws AppError `not-found` */
export async function getContactPicture(
  context: Context,
  { by = 'month', circle }: { readonly by?: ContactPicture['by'] | undefined; readonly circle?: string | undefined },
): Promise<ContactPicture> {
  const scope = scopeOf(context);
  const today = await todayOf(context);
  const circleId = circle === undefined || circle === '' ? undefined : (await getCircle(scope, circle)).id;
  return contacts(context, { about: `${by} ${circleId ?? ''}`, today }, () =>
    countContacts(scope, { by, circleId, today }),
  );
}

async function countContacts(
  scope: Scope,
  { by, circleId, today }: { by: ContactPicture['by']; circleId: string | undefined; today: CalendarDate },
): Promise<ContactPicture> {
  const days = await touchedDays(scope, today);
  if (days === undefined) return { by, periods: [], cells: [] };
  const earliest = plusMonths(monthOf(today), 1 - MONTHS_SHOWN);
  const from = by === 'month' && days.from < firstDayOf(earliest) ? firstDayOf(earliest) : days.from;
  const periodOf = (month: string) => (by === 'month' ? month : month.slice(0, 4));
  const cells = new Map<string, ContactPicture['cells'][number]>();
  await inSpans(
    scope,
    { from, to: today },
    (span) => contactCounts(scope, { ...span, circleId }),
    (rows) => {
      for (const { month, channel, direction, count } of rows) {
        const period = periodOf(month);
        const key = `${period} ${channel} ${direction}`;
        const before = cells.get(key)?.count ?? 0;
        cells.set(key, {
          period,
          channel: channel as Channel,
          direction: direction as Direction,
          count: before + count,
        });
      }
    },
  );
  const months = monthsFrom(monthOf(from as CalendarDate), monthOf(today));
  return { by, periods: [...new Set(months.map(periodOf))], cells: [...cells.values()] };
}
