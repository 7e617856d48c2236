import { addDays, type CalendarDate, dayIn, type Instant, toInstant, toPlainDate } from '../dates.ts';
import { type DeliveryState, WEEKDAYS, type Weekday } from '../words.ts';

/** On which days the mail of the morning is due, at what moment, and what becomes of one that could not be sent. */

export interface DigestTimes {
  /** An IANA name. */
  readonly zone: string;
  /** 0 to 23. */
  readonly hour: number;
  readonly days: readonly Weekday[];
}

/** What is known of the mail of a day. */
export interface DayDelivery {
  readonly day: CalendarDate;
  readonly state: DeliveryState;
  readonly dueAt: Instant;
  /** Not before then; null for at once. */
  readonly retryAt: Instant | null;
  /** What the last try came to. */
  readonly error: string | null;
  /** `sending`, by somebody who was not heard of for a while: to be tried again. */
  readonly abandoned?: boolean;
}

export interface DayDue {
  readonly day: CalendarDate;
  readonly dueAt: Instant;
}

/** What there is to do now. */
export interface DigestPlan {
  /** Days to be waited for that are not yet, or not with this moment. */
  readonly wait: readonly DayDue[];
  /** Days that are not asked for any more. */
  readonly drop: readonly CalendarDate[];
  readonly miss: readonly (DayDue & { readonly error: string })[];
  /** The day whose mail is to be sent now. */
  readonly send: CalendarDate | undefined;
  /** When there is something to send next. */
  readonly nextAt: Instant | undefined;
}

/** How many days of an absence are written down as missed. */
const MOST_MISSED = 7;
/** Far enough for one day a week, though a clock that was wrong may have been there before. */
const LOOK_AHEAD_DAYS = 15;
const MINUTE_MS = 60_000;
const PAUSES_MIN = [1, 5, 15, 60, 60, 120, 120] as const;
const LONGEST_PAUSE_MS = Math.max(...PAUSES_MIN) * MINUTE_MS;

/** How long to wait after so many tries that failed, in milliseconds; undefined to give up. */
export function pauseAfter(attempts: number): number | undefined {
  const minutes = PAUSES_MIN[attempts - 1];
  return minutes === undefined ? undefined : minutes * MINUTE_MS;
}

/** The moment from which the mail of a day is due: when the clock on the wall first shows its hour, or has jumped over it. */
export function digestDueAt(day: CalendarDate, { zone, hour }: Pick<DigestTimes, 'zone' | 'hour'>): Instant {
  const wall = toPlainDate(day).toPlainDateTime({ hour });
  const due = wall.toZonedDateTime(zone);
  // Where the clock jumps over midnight itself, the day ends before its hour: it is due while there is still a day.
  const within = due.toPlainDate().equals(toPlainDate(day)) ? due : due.startOfDay().subtract({ minutes: 1 });
  return toInstant(within.epochMilliseconds);
}

/**
 * What to do with the mails of days, `known` being all that are not over and those of the days around. A mail belongs to its
 * day: once that is over where the owner lives it is missed, and the next day has its own. Who has just asked for mails gets
 * the first when its hour comes.
 * @param now milliseconds since the epoch, by a clock that may be set back
 * @param times undefined when no mails are wanted
 */
export function planDigests(now: number, known: readonly DayDelivery[], times: DigestTimes | undefined): DigestPlan {
  const open = known.filter(isOpen);
  const free = open.filter((one) => !isInHands(one));
  if (!times) return { wait: [], drop: free.map(({ day }) => day), miss: [], send: undefined, nextAt: undefined };
  const today = dayIn(times.zone, Temporal.Instant.fromEpochMilliseconds(now));
  const byDay = new Map(known.map((one) => [one.day, one]));
  const present = wantedToday(now, { today, times, own: byDay.get(today), running: isRunning(known, today) });
  const next = nextWanted(today, { times, byDay });
  const coming = [present, next].filter((one) => one !== undefined);
  const tryAt = present && nextTry(now, present, byDay.get(today));
  return {
    wait: coming.filter(({ day, dueAt }) => !isWaitedFor(byDay.get(day), dueAt)),
    drop: free.flatMap(({ day }) => (day < today || coming.some((one) => one.day === day) ? [] : [day])),
    miss: missedDays(
      free.filter(({ day }) => day < today),
      { today, times, byDay },
    ),
    send: tryAt !== undefined && at(tryAt) <= now ? today : undefined,
    nextAt: tryAt ?? next?.dueAt,
  };
}

const at = (instant: Instant): number => Temporal.Instant.from(instant).epochMilliseconds;
const isOpen = ({ state }: DayDelivery): boolean => state === 'due' || state === 'failed' || state === 'sending';
const isInHands = ({ state, abandoned = false }: DayDelivery): boolean => state === 'sending' && !abandoned;
/** A day that was missed and is here again, since the clock was wrong, is not over. */
const isOver = (one: DayDelivery | undefined): boolean => one !== undefined && !isOpen(one) && one.state !== 'missed';

function isAskedFor(day: CalendarDate, { days }: DigestTimes): boolean {
  const weekday = WEEKDAYS[toPlainDate(day).dayOfWeek - 1];
  return weekday !== undefined && days.includes(weekday);
}

/** Whether mails were asked for before today's hour: a day until now was waited for, or a clock that ran ahead went past it. */
function isRunning(known: readonly DayDelivery[], today: CalendarDate): boolean {
  return known.some((one) => (one.day > today ? !isOpen(one) : isOpen(one)));
}

function wantedToday(
  now: number,
  {
    today,
    times,
    own,
    running,
  }: {
    today: CalendarDate;
    times: DigestTimes;
    own: DayDelivery | undefined;
    running: boolean;
  },
): DayDue | undefined {
  if (!isAskedFor(today, times) || isOver(own)) return undefined;
  const dueAt = digestDueAt(today, times);
  return own !== undefined || running || at(dueAt) > now ? { day: today, dueAt } : undefined;
}

function nextWanted(
  today: CalendarDate,
  { times, byDay }: { times: DigestTimes; byDay: ReadonlyMap<CalendarDate, DayDelivery> },
): DayDue | undefined {
  for (let ahead = 1; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const day = addDays(today, ahead);
    if (isAskedFor(day, times) && !isOver(byDay.get(day))) return { day, dueAt: digestDueAt(day, times) };
  }
  return undefined;
}

/** When today's is to be tried; undefined while it is in somebody's hands. */
function nextTry(now: number, { dueAt }: DayDue, own: DayDelivery | undefined): Instant | undefined {
  if (own && isInHands(own)) return undefined;
  const retryAt = own?.state === 'failed' ? own.retryAt : null;
  // No pause is that long: the clock was set back since.
  if (retryAt === null || at(retryAt) - now > LONGEST_PAUSE_MS) return dueAt;
  return at(retryAt) > at(dueAt) ? retryAt : dueAt;
}

function isWaitedFor(one: DayDelivery | undefined, dueAt: Instant): boolean {
  return one !== undefined && (one.state === 'due' ? one.dueAt === dueAt : isOpen(one));
}

/** The days that went by unsent, and those after them that nobody was there to wait for. */
function missedDays(
  past: readonly DayDelivery[],
  { today, times, byDay }: { today: CalendarDate; times: DigestTimes; byDay: ReadonlyMap<CalendarDate, DayDelivery> },
): DigestPlan['miss'] {
  const [first] = past.map(({ day }) => day).sort();
  if (first === undefined) return [];
  const missed = past.map(({ day, dueAt, error }) => ({ day, dueAt, error: whyMissed(error) }));
  for (let back = 1; back <= MOST_MISSED; back++) {
    const day = addDays(today, -back);
    if (day > first && isAskedFor(day, times) && !byDay.has(day))
      missed.push({ day, dueAt: digestDueAt(day, times), error: whyMissed(null) });
  }
  return missed;
}

function whyMissed(error: string | null): string {
  return error === null
    ? 'Tendril was not running, or its computer slept, from that hour to the end of the day.'
    : `The day ended before it could be sent. ${error}`;
}
