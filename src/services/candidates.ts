import type { Settings } from '../contract/shapes.ts';
import { cityOf, currentOrganization, occasionsOf } from '../domain/card/card.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { givenName } from '../domain/card/name.ts';
import { addDays, type CalendarDate, type PartialDate } from '../domain/dates.ts';
import type { ContactHistory } from '../domain/keeping/warmth.ts';
import type { Candidate, FollowUp, TodaySettings } from '../domain/today/candidate.ts';
import type { Channel, Direction, FactKind } from '../domain/words.ts';
import { dismissalsOf, factsOf, promisesOf, remindersOf } from '../storage/repositories/memory.repository.ts';
import { momentsOf } from '../storage/repositories/moment.repository.ts';
import { circleNames, findPeople, findStates, type PersonState } from '../storage/repositories/person.repository.ts';
import { networkLocale } from '../storage/repositories/setting.repository.ts';
import { earliestTouches, plansOf } from '../storage/repositories/today.repository.ts';
import { findTouches, newestToldTouches, peopleOfTouches } from '../storage/repositories/touch.repository.ts';
import { saidTo } from '../storage/repositories/words.repository.ts';
import type {
  FactTable,
  MomentTable,
  PersonTable,
  PromiseTable,
  ReminderTable,
  TouchTable,
} from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { waitingIntroductions } from './introduction-reasons.ts';
import { toLifeMoment } from './moment-shapes.ts';
import { metAtGatherings } from './near-gatherings.ts';
import { tripsOf } from './near-trips.ts';
import { newsTurns } from './news-turns.ts';
import { reachableChannels } from './reach.ts';

/** Loads everything that `domain/today` may say of people. */

export function todaySettings(settings: Settings): TodaySettings {
  return {
    capacity: settings.capacity,
    leapDayRule: settings.leapDayRule,
    noticeDays: settings.noticeDays,
    locale: settings.locale,
  };
}

/** What is remembered of people, as `loadMemory` reads it. */
export interface Memory {
  readonly facts: ReadonlyMap<string, readonly FactTable[]>;
  readonly promises: ReadonlyMap<string, readonly PromiseTable[]>;
  readonly reminders: ReadonlyMap<string, readonly ReminderTable[]>;
  readonly moments: ReadonlyMap<string, readonly MomentTable[]>;
}

/** Facts, promises, reminders and moments of these people, by person, done ones too. */
export async function loadMemory(scope: Scope, ids: readonly string[]): Promise<Memory> {
  const [facts, promises, reminders, moments] = await Promise.all([
    factsOf(scope, ids),
    promisesOf(scope, ids),
    remindersOf(scope, ids),
    momentsOf(scope, ids),
  ]);
  return {
    facts: byPerson(facts),
    promises: byPerson(promises),
    reminders: byPerson(reminders),
    moments: byPerson(moments),
  };
}

/** @param memory of the same people, where it is being read already */
export async function loadCandidates(
  scope: Scope,
  ids: readonly string[],
  today: CalendarDate,
  memory: Promise<Memory> = loadMemory(scope, ids),
): Promise<Candidate[]> {
  // None needs another's answer: a database across a wire is asked for all, and not for one after the other.
  const [
    { states, touches, told, company, trips, earliest },
    language,
    people,
    circles,
    { facts, promises, reminders, moments },
    introductions,
    dismissals,
    plans,
    gatherings,
    news,
    said,
  ] = await Promise.all([
    loadStates(scope, ids, today),
    networkLocale(scope),
    findPeople(scope, ids).then((found) => new Map(found.map((person) => [person.id, person]))),
    circleNames(scope, ids),
    memory,
    waitingIntroductions(scope, today),
    dismissalsOf(scope, ids).then(byPerson),
    plansOf(scope, ids, today).then((found) => Map.groupBy(found, (plan) => plan.personId)),
    metAtGatherings(scope, today),
    newsTurns(scope, today),
    saidTo(scope, ids),
  ]);
  const withCompany = (row: TouchTable | undefined) => row && lastTouchOf(row, company.get(row.id)?.length ?? 1);

  return states.flatMap((state) => {
    const person = people.get(state.person_id);
    if (!person || person.is_owner === 1) return [];
    const id = state.person_id;
    const card = JSON.parse(person.card) as Card;
    const touch = (touchId: string | null) => (touchId === null ? undefined : touches.get(touchId));
    const last = touch(state.last_touch_id);
    const awaiting = touch(state.awaiting_touch_id);
    const followUp = touch(state.follow_up_touch_id);
    return [
      {
        ...baseOf({ person, state, card, language }),
        ...optional('work', state.headline ?? undefined),
        ...optional('country', state.country ?? undefined),
        ...optional('circle', circles.get(id)?.[0]?.name),
        ...optional('lastTouch', withCompany(last)),
        ...optional('lastTold', withCompany(touch(told.get(id) ?? null))),
        ...optional(
          'awaitingReply',
          awaiting && {
            since: awaiting.date as CalendarDate,
            summary: awaiting.summary,
            channel: awaiting.channel as Channel,
          },
        ),
        ...optional('followUp', followUp && followUpOf(followUp, earliest.get(id) === followUp.date)),
        promises: openOf(promises.get(id)).map((row) => ({
          id: row.id,
          by: row.by,
          text: row.text,
          due: row.due as CalendarDate | null,
          madeOn: row.made_on as CalendarDate,
        })),
        occasions: occasionsOf(card).map((occasion) => ({
          kind: occasion.kind,
          date: occasion.date as PartialDate,
          ...optional('label', occasion.label),
        })),
        reminders: openOf(reminders.get(id)).map((row) => ({
          id: row.id,
          date: row.date as CalendarDate,
          text: row.text,
        })),
        moments: (moments.get(id) ?? []).map(toLifeMoment),
        introductions: introductions.get(id) ?? [],
        plans: (plans.get(id) ?? []).map((plan) => ({
          date: plan.date as CalendarDate,
          text: plan.summary,
          channel: plan.channel as Channel,
        })),
        facts: (facts.get(id) ?? []).map((row) => ({
          id: row.id,
          kind: row.kind as FactKind,
          text: row.text,
          private: row.private === 1,
          learnedOn: row.learned_on as CalendarDate,
          until: row.until as CalendarDate | null,
        })),
        ...optional('trip', trips.get(id)),
        ...optional('said', said.get(id)),
        ...optional('gathering', gatherings.get(id)),
        ...optional('ownNews', news.get(id)),
        dismissed: (dismissals.get(id) ?? []).map((row) => ({ key: row.key, until: row.until as CalendarDate | null })),
      },
    ];
  });
}

function byPerson<T extends { readonly person_id: string }>(rows: readonly T[]): Map<string, T[]> {
  return Map.groupBy(rows, (row) => row.person_id);
}

function openOf<T extends { readonly done_on: string | null }>(rows: readonly T[] = []): T[] {
  return rows.filter(({ done_on }) => done_on === null);
}

/** What is derived of these people, with the touches it names. */
async function loadStates(scope: Scope, ids: readonly string[], today: CalendarDate) {
  const states = await findStates(scope, ids);
  const followed = states.filter((state) => state.follow_up_touch_id !== null).map((state) => state.person_id);
  const [talks, trips, earliest] = await Promise.all([
    loadTouches(scope, states),
    tripsOf(scope, states, today),
    earliestTouches(scope, followed),
  ]);
  return { states, ...talks, trips, earliest };
}

async function loadTouches(scope: Scope, states: readonly PersonState[]) {
  const touchIds = states.flatMap((state) =>
    [state.last_touch_id, state.awaiting_touch_id, state.follow_up_touch_id].filter((id) => id !== null),
  );
  const touches = new Map((await findTouches(scope, [...new Set(touchIds)])).map((touch) => [touch.id, touch]));
  const told = await loadTold(scope, states, touches);
  return { touches, told, company: await peopleOfTouches(scope, [...touches.keys()]) };
}

/** The newest touch with words, for those whose last touch has none; joins them to `touches`. */
async function loadTold(
  scope: Scope,
  states: readonly PersonState[],
  touches: Map<string, TouchTable>,
): Promise<Map<string, string>> {
  const wordless = states.filter(({ last_touch_id }) => {
    const last = last_touch_id === null ? undefined : touches.get(last_touch_id);
    return last !== undefined && lastTouchOf(last, 1).summary === '' && last.topic === null;
  });
  if (wordless.length === 0) return new Map();
  const told = await newestToldTouches(
    scope,
    wordless.map((state) => state.person_id),
  );
  for (const row of await findTouches(scope, [...new Set(told.values())])) touches.set(row.id, row);
  return told;
}

interface Base {
  readonly person: PersonTable;
  readonly state: PersonState;
  readonly card: Card;
  /** By whose customs a name is read that the card does not take apart. */
  readonly language: string;
}

function baseOf({ person, state, card, language }: Base) {
  const day = (text: string | null) => (text ?? undefined) as CalendarDate | undefined;
  return {
    personId: person.id,
    name: state.name,
    ...optional('given', givenName(card, { language })),
    closeness: state.closeness,
    rhythmDays: state.rhythm_days,
    ...optional('lastContact', day(state.last_contact)),
    nextTouch: state.next_touch as CalendarDate | null,
    ...optional('history', state.history === null ? undefined : (JSON.parse(state.history) as ContactHistory)),
    channels: reachableChannels(card),
    ...optional('preferredChannel', (person.channel ?? undefined) as Channel | undefined),
    ...optional('lastChannel', (state.last_channel ?? undefined) as Channel | undefined),
    ...optional('city', cityOf(card)?.city),
    ...optional('company', currentOrganization(card).organization),
    ...optional('language', Object.values(card.preferredLanguages ?? {})[0]?.language ?? card.language),
    ...optional('snoozedUntil', day(person.snoozed_until)),
    ...optional('pausedFrom', day(person.paused_from)),
    ...optional('pausedUntil', day(person.paused_until)),
    deceased:
      person.deceased === 1 ||
      Object.values(card.anniversaries ?? {}).some((anniversary) => anniversary.kind === 'death'),
    archived: person.archived_on !== null,
  };
}

function lastTouchOf(row: TouchTable, people: number) {
  return {
    id: row.id,
    date: row.date as CalendarDate,
    channel: row.channel as Channel,
    direction: row.direction as Direction,
    // Two profiles that were connected said nothing to each other yet.
    summary: row.source === 'linkedin' ? '' : row.summary,
    ...optional('topic', row.topic ?? undefined),
    ...optional('place', row.place ?? undefined),
    people,
  };
}

function followUpOf(row: TouchTable, firstMeeting: boolean): FollowUp {
  return {
    touchId: row.id,
    metOn: row.date as CalendarDate,
    due: (row.follow_up_on ?? addDays(row.date as CalendarDate, 1)) as CalendarDate,
    ...optional('text', row.follow_up_text ?? undefined),
    ...optional('topic', row.topic ?? undefined),
    firstMeeting,
    ...optional('place', row.place ?? undefined),
    inPerson: row.channel === 'in-person' || row.channel === 'event',
    ...optional('channel', row.source === 'linkedin' ? ('linkedin' as const) : undefined),
  };
}

/** `exactOptionalPropertyTypes` or not: an absent value is an absent property. */
export function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
