import type { GuestIdea, Invitation } from '../contract/gathering-shapes.ts';
import type { Answer } from '../contract/routes.ts';
import { cityOf } from '../domain/card/card.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { givenName } from '../domain/card/name.ts';
import { placeKey } from '../domain/card/where.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { fold } from '../domain/fold.ts';
import { guestMix, type PossibleGuest } from '../domain/gatherings/guest-mix.ts';
import { isHardTime } from '../domain/keeping/moments.ts';
import { writtenChannelFor } from '../domain/today/channel.ts';
import { gatheringKey } from '../domain/today/gathering-reason.ts';
import { openerFor } from '../domain/today/opener.ts';
import type { Channel, GatheringKind, MomentKind } from '../domain/words.ts';
import { closestPeople, newestAcquaintances } from '../storage/repositories/gathering.repository.ts';
import { factsOf, tiesOf } from '../storage/repositories/memory.repository.ts';
import { momentsOf } from '../storage/repositories/moment.repository.ts';
import { findPeople, findStates, type PersonState } from '../storage/repositories/person.repository.ts';
import { peopleOfTouches, touchesOfEach } from '../storage/repositories/touch.repository.ts';
import type { GatheringTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { loadCandidates } from './candidates.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { getGatheringRow, partOf, peopleAt, timeOf, toFace } from './gathering-rows.ts';
import { reachOf } from './reach.ts';
import { readSettings } from './read-settings.ts';

/** Having people over: whom to invite, and what to write to each. Nothing is sent. */

const POOL = 150;
const NEW_FACES = 30;
const USUAL_SIZE = 6;
/** Whom one has met so few times is a new face. */
const NEW_TOUCHES = 2;
const TOUCHES_READ = 15;
/** At a larger gathering nobody need have met. */
const MOST_TOGETHER = 8;

export async function getGuestIdeas(
  context: Context,
  id: string,
  { date, size = USUAL_SIZE }: { date?: string | undefined; size?: number | undefined },
): Promise<Answer<'guestIdeas'>> {
  const scope = scopeOf(context);
  const settings = await readSettings(scope);
  const today = await todayOf(context, settings);
  const gathering = await getGatheringRow(scope, id);
  const lines = await peopleAt(scope, gathering, timeOf(gathering, date, today));
  const listed = lines.flatMap(({ person_id, part }) => (person_id === null ? [] : [{ id: person_id, part }]));
  const ids = [
    ...new Set([
      ...(await closestPeople(scope, POOL)),
      ...(await newestAcquaintances(scope, NEW_FACES)),
      ...listed.map((one) => one.id),
    ]),
  ];
  const { guests, states } = await possibleGuests(scope, ids, { today, gathering, locale: settings.locale });
  const declined = new Set(listed.filter(({ part }) => part === 'declined').map((one) => one.id));
  const coming = new Set(listed.filter(({ part }) => part !== 'declined').map((one) => one.id));
  const seated = guests.filter((guest) => coming.has(guest.id));
  const possible = guests.filter((guest) => !declined.has(guest.id) && !coming.has(guest.id));
  const seats = guestMix(possible, { seated, size: Math.max(size, seated.length) });
  return {
    guests: seats.flatMap(({ id: personId, why, newFace }): GuestIdea[] => {
      const state = states.get(personId);
      return state === undefined ? [] : [{ person: toFace(state), why, newFace }];
    }),
  };
}

/** Everyone who could come and whom it would please: nobody who has died, rests, or has it hard. */
async function possibleGuests(
  scope: Scope,
  ids: readonly string[],
  { today, gathering, locale }: { today: CalendarDate; gathering: GatheringTable; locale: string },
): Promise<{ guests: PossibleGuest[]; states: ReadonlyMap<string, PersonState> }> {
  const states = new Map((await findStates(scope, ids)).map((state) => [state.person_id, state]));
  const rows = await findPeople(scope, ids);
  const byPerson = <T extends { person_id: string }>(all: readonly T[]) => Map.groupBy(all, (row) => row.person_id);
  const facts = byPerson(
    (await factsOf(scope, ids)).filter(({ kind, private: hidden }) => kind === 'interest' && hidden === 0),
  );
  const moments = byPerson(await momentsOf(scope, ids));
  const knows = await acquaintances(scope, ids, today);
  const here = await cityOfTable(scope, gathering, states);
  const guests = rows.flatMap((row): PossibleGuest[] => {
    const state = states.get(row.id);
    if (!state || row.is_owner === 1 || row.deceased === 1 || row.archived_on !== null) return [];
    if (row.paused_from !== null && row.paused_from <= today && (row.paused_until === null || row.paused_until > today))
      return [];
    const happened = (moments.get(row.id) ?? []).map(({ id, kind, date, noticed_on }) => ({
      id,
      kind: kind as MomentKind,
      date: date as CalendarDate,
      noticedOn: noticed_on as CalendarDate,
    }));
    if (isHardTime(happened, today)) return [];
    // Who lives elsewhere does not come for dinner.
    if (here !== null && state.city_key !== null && state.city_key !== here) return [];
    const card = JSON.parse(row.card) as Card;
    const hobbies = Object.values(card.personalInfo ?? {}).filter(({ kind }) => kind !== 'expertise');
    const languages = Object.values(card.preferredLanguages ?? {}).map(({ language }) => language);
    return [
      {
        id: row.id,
        called: givenName(card, { language: locale }) ?? state.name,
        closeness: state.closeness,
        interests: [...(facts.get(row.id) ?? []).map(({ text }) => text), ...hobbies.map(({ value }) => value)],
        languages: languages.length > 0 ? languages : card.language === undefined ? [] : [card.language],
        isNear: here !== null && state.city_key === here,
        isNew: state.touch_count <= NEW_TOUCHES && state.rhythm_days === null,
        knows: knows.get(row.id) ?? new Set(),
      },
    ];
  });
  return { guests, states };
}

/** The city of the place, where somebody lives in a city it names; else the owner's own. */
async function cityOfTable(
  scope: Scope,
  { place }: GatheringTable,
  states: ReadonlyMap<string, PersonState>,
): Promise<string | null> {
  const said = fold(place ?? '');
  const named = [...states.values()].find(
    ({ city_key }) =>
      city_key !== null && said !== '' && ` ${said} `.replace(/[^\p{L}\p{N}]+/gu, ' ').includes(` ${city_key} `),
  );
  if (named) return named.city_key;
  const owner = await scope.db
    .selectFrom('person')
    .select('card')
    .where('network_id', '=', scope.networkId)
    .where('is_owner', '=', 1)
    .executeTakeFirst();
  const city = owner === undefined ? undefined : cityOf(JSON.parse(owner.card) as Card)?.city;
  return city === undefined ? null : placeKey(city);
}

/** Who knows whom: by a tie, or because they were together with the owner in a small company. */
async function acquaintances(
  scope: Scope,
  ids: readonly string[],
  today: CalendarDate,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const knows = new Map<string, Set<string>>(ids.map((id) => [id, new Set<string>()]));
  for (const { person_id, other_id } of await tiesOf(scope, ids))
    if (other_id !== null) knows.get(person_id)?.add(other_id);
  const touches = await touchesOfEach(scope, ids, { from: 'newest', until: today, each: TOUCHES_READ });
  const company = await peopleOfTouches(scope, [...new Set([...touches.values()].flat().map(({ id }) => id))]);
  for (const people of company.values()) {
    if (people.length < 2 || people.length > MOST_TOGETHER) continue;
    for (const { id } of people) for (const other of people) if (other.id !== id) knows.get(id)?.add(other.id);
  }
  return knows;
}

/** A personal invitation for each guest who is known and has not been met there; no two alike. */
export async function getInvitations(context: Context, id: string, date?: string): Promise<Answer<'invitations'>> {
  const scope = scopeOf(context);
  const settings = await readSettings(scope);
  const today = await todayOf(context, settings);
  const gathering = await getGatheringRow(scope, id);
  const time = timeOf(gathering, date, today);
  const lines = (await peopleAt(scope, gathering, time)).filter(
    ({ part, person_id }) => part !== 'met' && person_id !== null,
  );
  const ids = lines.flatMap(({ person_id }) => person_id ?? []);
  const states = new Map((await findStates(scope, ids)).map((state) => [state.person_id, state]));
  const rows = new Map((await findPeople(scope, ids)).map((row) => [row.id, row]));
  const candidates = new Map((await loadCandidates(scope, ids, today)).map((one) => [one.personId, one]));
  const phoneKey = (number: string) => context.store.phoneKey(number, settings.country);
  const used = new Set<string>();
  const people = lines.flatMap((line): Invitation[] => {
    const personId = line.person_id ?? '';
    const [state, row, candidate] = [states.get(personId), rows.get(personId), candidates.get(personId)];
    if (!state || !row || !candidate || candidate.deceased) return [];
    const near = {
      id: gathering.id,
      time: time.key,
      kind: gathering.kind as GatheringKind,
      name: gathering.name,
      since: time.since,
      until: time.until,
      part: 'invited' as const,
      say: '',
    };
    const channel = writtenChannelFor(candidate);
    const reason = { kind: 'gathering' as const, key: gatheringKey(near), text: '', date: time.since };
    const draft = openerFor(
      { ...candidate, gathering: near },
      { reasons: [reason], channel, today, locale: settings.locale, used },
    );
    return [
      {
        attendeeId: line.id,
        person: toFace(state),
        part: partOf(line),
        channel,
        draft,
        reach: reachOf(JSON.parse(row.card) as Card, {
          preferred: (row.channel as Channel | null) ?? channel,
          phoneKey,
        }),
      },
    ];
  });
  return { people };
}
