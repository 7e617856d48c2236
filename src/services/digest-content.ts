import type { TodayPage } from '../contract/shapes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { withoutName } from '../domain/today/without-name.ts';
import type { DigestContent } from '../formats/mail/digest.ts';
import { type DigestWords, digestWordsIn } from '../formats/mail/digest-words.ts';
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
    week: weekOf(page.week, digestWordsIn(settings.locale)),
  };
}

/** Each day's occasions, and each meeting once with all who come. */
function weekOf(week: TodayPage['week'], words: DigestWords): DigestContent['week'] {
  const together = Map.groupBy(week, (entry) => entry.touchId ?? `${entry.personId} ${entry.date} ${entry.text}`);
  const names = new Intl.ListFormat(words.language, { type: 'conjunction' });
  return [...together.values()].flatMap((entries) => {
    const [first] = entries;
    if (!first) return [];
    const who = names.format(entries.map(({ name }) => name));
    const what =
      first.touchId === undefined ? ` ${withoutName(first.text, first.name)}` : `: ${first.text || words.meet}`;
    return [{ date: first.date as CalendarDate, text: `${who}${what}` }];
  });
}
