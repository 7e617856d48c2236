import type { CalendarDate } from '../domain/dates.ts';
import type { DigestContent } from '../formats/mail/digest.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { readSettings } from './read-settings.ts';
import { getTodayPage } from './today.service.ts';

/** Where it listens unless it is told otherwise. */
const DEFAULT_URL = 'http://127.0.0.1:4747';

/** Today as the mail tells it: the very list that the first page shows, without what is private, which no draft holds. */
export async function digestContent(context: Context): Promise<DigestContent> {
  const settings = await readSettings(scopeOf(context));
  const page = await getTodayPage(context, {});
  const now = Temporal.Instant.fromEpochMilliseconds(context.store.now());
  return {
    date: await todayOf(context, settings),
    hour: now.toZonedDateTimeISO(settings.zone).hour,
    firstName: settings.ownerName.split(' ')[0] ?? '',
    locale: settings.locale,
    appUrl: context.store.appUrl?.() ?? DEFAULT_URL,
    people: page.items.map(({ personId: id, name, reasons, opener }) => ({
      id,
      name,
      reasons: reasons.map(({ text }) => text),
      opener,
    })),
    waiting: page.waiting,
    week: page.week.map(({ date, name, text }) => ({
      date: date as CalendarDate,
      name,
      text: withoutName(text, name),
    })),
  };
}

/** A text that begins with the name says it once. */
function withoutName(text: string, name: string): string {
  return text.startsWith(name) ? text.slice(name.length).replace(/^(?:['’]s)?[\s,:]+/u, '') : text;
}
