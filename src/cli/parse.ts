import {
  addDays,
  type CalendarDate,
  type Instant,
  safeParseCalendarDate,
  toCalendarDate,
  toInstant,
  toPlainDate,
} from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * Reads a day: `2026-12-24`, `today`, `tomorrow`, `yesterday`, `+7d`, `+2w`, `+1m`, `+1y`, or a weekday, which is the next one to come.
 * @throws AppError `invalid`
 */
export function parseDay(text: string, today: CalendarDate): CalendarDate {
  const said = text.trim().toLowerCase();
  const written = safeParseCalendarDate(said);
  if (written) return written;
  if (said === 'today') return today;
  if (said === 'tomorrow') return addDays(today, 1);
  if (said === 'yesterday') return addDays(today, -1);
  const away = /^\+(\d{1,4})([dwmy])$/.exec(said);
  if (away) return later(today, Number(away[1]), away[2] ?? 'd');
  const weekday = said.length < 3 ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(said));
  if (weekday >= 0) return addDays(today, ((weekday + 7 - toPlainDate(today).dayOfWeek) % 7) + 1);
  throw new AppError('invalid', `“${text}” is no day: write YYYY-MM-DD, tomorrow, +7d or a weekday.`);
}

function later(today: CalendarDate, number: number, unit: string): CalendarDate {
  const span =
    unit === 'd'
      ? { days: number }
      : unit === 'w'
        ? { weeks: number }
        : unit === 'm'
          ? { months: number }
          : { years: number };
  return toCalendarDate(toPlainDate(today).add(span));
}

/** A country as two letters. @throws AppError `invalid` */
export function parseCountry(text: string): string {
  const code = text.trim().toUpperCase();
  const known =
    /^[A-Z]{2}$/.test(code) && new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;
  if (!known) throw new AppError('invalid', `“${text}” is no country: write two letters, such as NL or US.`);
  return code;
}

/** The name of a time zone. @throws AppError `invalid` */
export function parseZone(text: string): string {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text.trim()).timeZoneId;
  } catch (cause) {
    throw new AppError('invalid', `“${text}” is no time zone: write a name such as Europe/Amsterdam.`, { cause });
  }
}

/**
 * Where people reach the server: `https://tendril.example`, perhaps with a port.
 * @throws AppError `invalid`
 */
export function parsePublicUrl(text: string): string {
  const url = URL.parse(text.trim());
  const isAddress = url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
  if (!isAddress)
    throw new AppError(
      'invalid',
      `“${text}” is no address of a server: write https:// and a host name, with nothing after it, such as https://tendril.example.`,
    );
  return url.origin;
}

/** A whole number in a range. @throws AppError `invalid` */
export function parseNumber(
  text: string,
  { what, least, most }: { what: string; least: number; most: number },
): number {
  const number = /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new AppError('invalid', `“${text}” is no ${what}: write a number from ${least} to ${most}.`);
  return number;
}

/** An hour of a day on the owner's clock, `19:00` or `7 pm`, as an instant. @throws AppError `invalid` */
export function parseHour(text: string, day: CalendarDate, zone: string): Instant {
  const [, hours = '', minutes = '0', half] = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(text.trim()) ?? [];
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  if (hours === '' || hour > 23 || Number(minutes) > 59)
    throw new AppError('invalid', `“${text}” is no hour. Write it as 19:00.`);
  const time = Temporal.PlainTime.from({ hour, minute: Number(minutes) });
  return toInstant(toPlainDate(day).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
}
