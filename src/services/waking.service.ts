import type { PersonPage } from '../contract/shapes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { daysApart } from '../domain/keeping/day-number.ts';
import { isAsleep, wokenBy } from '../domain/keeping/dormant.ts';
import { isHardTime } from '../domain/keeping/moments.ts';
import type { Candidate } from '../domain/today/candidate.ts';
import { dormantKey } from '../domain/today/dormant-reason.ts';
import { calledName, sentence } from '../domain/today/phrases.ts';
import { wordsIn } from '../domain/today/words/words.ts';
import type { RevivalRating } from '../domain/words.ts';
import type { Writer } from '../storage/feed.ts';
import { revivalsOf } from '../storage/repositories/revival.repository.ts';
import type { RevivalTable } from '../storage/schema.ts';
import { act, type Context, todayOf } from './context.ts';
import { type Acted, nameOf } from './memory.service.ts';

/** Ties that slept for years: whether to wake one, and how it was. */

const MESSAGES: Readonly<Record<RevivalRating, (name: string) => string>> = {
  glad: (name) => `Noted: you are glad to be in touch with ${name} again.`,
  'so-so': (name) => `Noted: it was so-so with ${name}. Ties like this one come up less.`,
  rest: (name) => `${name} is left in peace, and is not proposed again.`,
};

/** Says how it was; `rest` lets the tie rest for good, also before it was woken. Said again on the same day, the newer word holds. */
export async function rateWaking(context: Context, personId: string, rating: RevivalRating): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'keeping', title: 'Said how it was' }, async (writer) => {
    const name = await nameOf(writer, personId);
    writer.title = MESSAGES[rating](name).replace(/\.$/, '');
    await insertRating(writer, { personId, rating, today });
    return name;
  });
  return { stepId, id: personId, message: MESSAGES[rating](result) };
}

export async function insertRating(
  writer: Writer,
  {
    personId,
    rating,
    today,
  }: { readonly personId: string; readonly rating: RevivalRating; readonly today: CalendarDate },
): Promise<void> {
  const same = (await revivalsOf(writer, [personId])).find((row) => row.date === today);
  if (same) await writer.updateRow('revival', same, { rating });
  else await writer.insert('revival', [{ id: writer.newId(), person_id: personId, rating, date: today }]);
}

export function ratingSentence({ name, rating }: { readonly name: string; readonly rating: RevivalRating }): string {
  return MESSAGES[rating](name);
}

interface WakingOf {
  readonly candidate: Candidate;
  /** What was said of it last. */
  readonly said: RevivalTable | undefined;
  readonly touches: PersonPage['touches'];
  readonly today: CalendarDate;
  readonly locale: string;
}

/** What a person's page says of it; null for most. */
export function wakingOf({ candidate, said, touches, today, locale }: WakingOf): PersonPage['waking'] {
  if (candidate.deceased || candidate.archived || isHardTime(candidate.moments ?? [], today)) return null;
  const words = wordsIn(locale);
  const who = calledName(candidate);
  const days = { today, locale };
  const woken = wokenBy(
    touches.filter((touch) => !touch.plan && touch.personal).map((touch) => touch.date as CalendarDate),
    today,
  );
  if (woken !== undefined) {
    const rating = said !== undefined && said.date >= woken.on ? (said.rating as RevivalRating) : null;
    const text = sentence(words.woken({ who, date: woken.on }, days));
    return { state: rating === null ? 'woken' : 'said', text, key: null, rating };
  }
  const { history, rhythmDays, dismissed } = candidate;
  if (history === undefined || said?.rating === 'rest' || !isAsleep({ history, rhythmDays, today })) return null;
  const key = dormantKey(history);
  if (dismissed.some((entry) => entry.key === key)) return null;
  const text = sentence(words.dormant({ who, history, silence: daysApart(history.lastContact, today) }));
  return { state: 'asleep', text, key, rating: null };
}
