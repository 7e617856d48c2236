import type { Days, Moment, Tense } from './when-types.ts';

/**
 * The days a moment means, said on `today`.
 *
 * What may have passed or not is settled by `tense`; when that is unknown too, a weekday or a day of the month still to
 * come in the running week (Monday to Sunday) or month is to come, another one has passed; a day and month without a year
 * is to come when that is near, else it has passed.
 */
export function resolveMoment(moment: Moment, today: Temporal.PlainDate, tense: Tense): Days {
  switch (moment.kind) {
    case 'fixed':
      return moment;
    case 'weekday':
      return oneDay(resolveWeekday(moment.weekday, moment.which, today, tense));
    case 'month-day':
      return oneDay(resolveMonthDay(moment, today, tense));
    case 'month':
      return resolveMonths(moment, today, tense);
    case 'day-of-month':
      return oneDay(resolveDayOfMonth(moment.day, today, tense));
    case 'weekend':
      return resolveWeekend(moment.which, today, tense);
  }
}

export function oneDay(date: Temporal.PlainDate): Days {
  return { from: date, to: date };
}

/** The Monday of the week of `date`. */
export function startOfWeek(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

function resolveWeekday(
  weekday: number,
  which: string | undefined,
  today: Temporal.PlainDate,
  tense: Tense,
): Temporal.PlainDate {
  const thisWeek = startOfWeek(today).add({ days: weekday - 1 });
  const ahead = (weekday - today.dayOfWeek + 7) % 7;
  if (which === 'this') return thisWeek;
  if (which === 'next') return thisWeek.add({ weeks: 1 });
  if (which === 'last') return today.subtract({ days: (7 - ahead) % 7 || 7 });
  if (tense === 'future') return today.add({ days: ahead || 7 });
  if (tense === 'past') return today.subtract({ days: (7 - ahead) % 7 });
  return weekday > today.dayOfWeek ? thisWeek : today.subtract({ days: (7 - ahead) % 7 });
}

/** In a year without a 29 February the 28th, so that the day is never lost. */
function resolveMonthDay(
  { month, day }: { month: number; day: number },
  today: Temporal.PlainDate,
  tense: Tense,
): Temporal.PlainDate {
  const inYear = (year: number) => Temporal.PlainDate.from({ year, month, day });
  const thisYear = inYear(today.year);
  const compared = Temporal.PlainDate.compare(thisYear, today);
  const before = compared <= 0 ? thisYear : inYear(today.year - 1);
  const after = compared >= 0 ? thisYear : inYear(today.year + 1);
  if (tense === 'past') return before;
  if (tense === 'future') return after;
  return isNear(before.until(today, { largestUnit: 'days' }).days, today.until(after, { largestUnit: 'days' }).days)
    ? after
    : before;
}

function resolveMonths(moment: Extract<Moment, { kind: 'month' }>, today: Temporal.PlainDate, tense: Tense): Days {
  const first = Temporal.PlainDate.from({ year: today.year, month: moment.month, day: 1 });
  const stretch = (from: Temporal.PlainDate): Days => ({
    from,
    to: from.add({ months: moment.months }).subtract({ days: 1 }),
  });
  const here = stretch(first);
  const isOver = Temporal.PlainDate.compare(here.to, today) < 0;
  const hasBegun = Temporal.PlainDate.compare(here.from, today) <= 0;
  if (moment.which === 'this') return here;
  if (moment.which === 'last') return isOver ? here : stretch(first.subtract({ years: 1 }));
  if (moment.which === 'next' || tense === 'future') return hasBegun ? stretch(first.add({ years: 1 })) : here;
  if (tense === 'past') return hasBegun ? here : stretch(first.subtract({ years: 1 }));
  const [before, after] = hasBegun
    ? [here, stretch(first.add({ years: 1 }))]
    : [stretch(first.subtract({ years: 1 })), here];
  return isNear(before.to.until(today).days, today.until(after.from).days) ? after : before;
}

/** Logs are about the past: what is `ahead` days away is meant only when it is nearer than the last one and within a season. */
function isNear(ago: number, ahead: number): boolean {
  const SEASON_DAYS = 92;
  return ahead < ago && ahead <= SEASON_DAYS;
}

function resolveDayOfMonth(day: number, today: Temporal.PlainDate, tense: Tense): Temporal.PlainDate {
  const inMonth = (months: number) => today.with({ day: 1 }).add({ months }).with({ day });
  const thisMonth = inMonth(0);
  const compared = Temporal.PlainDate.compare(thisMonth, today);
  if (tense === 'past') return compared <= 0 ? thisMonth : inMonth(-1);
  if (tense === 'future') return compared > 0 ? thisMonth : inMonth(1);
  return thisMonth;
}

function resolveWeekend(which: string | undefined, today: Temporal.PlainDate, tense: Tense): Days {
  const saturday = startOfWeek(today).add({ days: 5 });
  const isWeekend = today.dayOfWeek >= 6;
  let weeks = 0;
  if (which === 'next') weeks = 1;
  else if (which === 'last') weeks = -1;
  else if (which === undefined && tense === 'future') weeks = today.dayOfWeek === 7 ? 1 : 0;
  else if (which === undefined) weeks = isWeekend ? 0 : -1;
  const from = saturday.add({ weeks });
  return { from, to: from.add({ days: 1 }) };
}
