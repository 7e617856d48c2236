import type { Query } from '../contract/routes.ts';
import type { CardList } from '../contract/shapes.ts';
import { occasionsOf } from '../domain/card/card.ts';
import { byPreference } from '../domain/card/entries.ts';
import { envelopeLines } from '../domain/card/envelope.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { addDays } from '../domain/dates.ts';
import { writtenDate } from '../domain/keeping/written-date.ts';
import type { CardPurpose } from '../domain/words.ts';
import { findPeople, findStates } from '../storage/repositories/person.repository.ts';
import { cardsSince, peopleForCards } from '../storage/repositories/words.repository.ts';
import type { Scope } from '../storage/store.ts';
import { getCircle } from './circles.service.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { draftsTo } from './drafts.service.ts';
import { readSettings } from './read-settings.ts';

/** Cards written by hand: to whom, the lines of the envelope, and a line to write. Only reads; a card that is written is a touch. */

/** More nobody writes by hand. */
const MOST = 400;
/** How long ago a card was written to count for this list. */
const RECENT_DAYS = 60;

export async function listCards(context: Context, query: Query<'listCards'>): Promise<CardList> {
  const scope = scopeOf(context);
  const settings = await readSettings(scope);
  const today = await todayOf(context, settings);
  const purpose: CardPurpose = query.for ?? 'new-year';
  const month = purpose === 'birthdays' ? (query.month ?? Number(today.slice(5, 7))) : undefined;
  const circle = query.circle === undefined ? undefined : await getCircle(scope, query.circle);
  const ids = await peopleForCards(scope, { circleId: circle?.id, month, most: MOST });
  const written = await cardsSince(scope, ids, addDays(today, -RECENT_DAYS));
  const kind = purpose === 'birthdays' ? 'birthday' : 'new-year';
  const drafts = await draftsTo(scope, ids, { today, settings, kind, channel: 'card' });
  const people = await envelopes(scope, ids, { country: settings.country, locale: settings.locale });
  return {
    for: purpose,
    month: month ?? null,
    cards: people.flatMap(({ address, ...person }) =>
      address.length === 0
        ? []
        : [
            {
              ...person,
              address: [...address],
              birthday: purpose === 'birthdays' ? person.birthday : null,
              text: drafts.get(person.personId)?.text ?? '',
              writtenOn: written.get(person.personId)?.date ?? null,
              touchId: written.get(person.personId)?.touchId ?? null,
            },
          ],
    ),
    without: people.flatMap(({ address, personId, name }) => (address.length === 0 ? [{ personId, name }] : [])),
  };
}

async function envelopes(
  scope: Scope,
  ids: readonly string[],
  { country, locale }: { country: string; locale: string },
): Promise<{ personId: string; name: string; address: readonly string[]; birthday: string | null }[]> {
  const people = new Map((await findPeople(scope, ids)).map((person) => [person.id, person]));
  const names = new Map((await findStates(scope, ids)).map((state) => [state.person_id, state.name]));
  return ids.flatMap((personId) => {
    const person = people.get(personId);
    if (person === undefined || person.is_owner === 1) return [];
    const card = JSON.parse(person.card) as Card;
    const [address] = byPreference(card.addresses);
    const born = occasionsOf(card).find(({ kind }) => kind === 'birth');
    const birthday = born === undefined ? null : writtenDate(withoutYear(born.date), locale);
    const lines = address === undefined ? [] : envelopeLines(address, country);
    return [{ personId, name: names.get(personId) ?? '', address: lines, birthday }];
  });
}

/** On an envelope's list the day matters, not the age. */
function withoutYear<D extends { readonly year?: number }>({ year: _, ...date }: D): Omit<D, 'year'> {
  return date;
}
