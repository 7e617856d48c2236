import { setImmediate as nextTurn } from 'node:timers/promises';
import type { YearReview } from '../contract/shapes.ts';
import { deathOf } from '../domain/card/card.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { givenName } from '../domain/card/name.ts';
import type { CalendarDate, LeapDayRule, PartialDate } from '../domain/dates.ts';
import { meritSentence, thanksDraft } from '../domain/goals/thanks.ts';
import { type OutcomeOfYear, whomToThank } from '../domain/goals/whom-to-thank.ts';
import type { ContactHistory } from '../domain/keeping/warmth.ts';
import { drawnTies, INTRODUCTION_KINDS } from '../domain/pictures/introductions.ts';
import { YEAR_SECTIONS } from '../domain/pictures/words.ts';
import {
  type Beginning,
  tellSection,
  type YearFacts,
  type YearPerson,
  yearInShort,
} from '../domain/pictures/year-review.ts';
import { namesOf as namesInNotes } from '../domain/today/grammar.ts';
import { calledName } from '../domain/today/phrases.ts';
import type { Channel } from '../domain/words.ts';
import { exchangesOf } from '../storage/repositories/exchange.repository.ts';
import { allOutcomes, outcomePeople } from '../storage/repositories/goal.repository.ts';
import { contactsAmong, deceasedIds, findPeople, findStates } from '../storage/repositories/person.repository.ts';
import {
  contactDays,
  type Days,
  lastContactBefore,
  occasionsOfEach,
  promisesKept,
  receivedIn,
  tiesOfKinds,
  touchedDays,
} from '../storage/repositories/pictures.repository.ts';
import { networkLocale } from '../storage/repositories/setting.repository.ts';
import { touchesOfEach } from '../storage/repositories/touch.repository.ts';
import type { Scope } from '../storage/store.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { inSpans } from './in-spans.ts';
import { readSettings } from './read-settings.ts';
import { whileUnchanged } from './while-unchanged.ts';

/** The year in review. Only reads. */

const reviews = whileUnchanged<YearReview>();
const MOST_YEARS = 100;

/** A year in sentences: the one asked for, else the last in which anything happened. */
export async function getYearReview(context: Context, asked?: number): Promise<YearReview> {
  const scope = scopeOf(context);
  const settings = await readSettings(scope);
  const today = await todayOf(context, settings);
  const touched = await touchedDays(scope, today);
  const year = asked ?? yearOf(touched?.to ?? today);
  return reviews(context, { about: String(year), today }, () =>
    review(scope, { year, today, touched, leapDayRule: settings.leapDayRule }),
  );
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function edgesOf(year: number): Days {
  const digits = String(year).padStart(4, '0');
  return { from: `${digits}-01-01`, to: `${digits}-12-31` };
}

async function review(
  scope: Scope,
  {
    year,
    today,
    touched,
    leapDayRule,
  }: { year: number; today: CalendarDate; touched: Days | undefined; leapDayRule: LeapDayRule },
): Promise<YearReview> {
  const edges = edgesOf(year);
  const isOver = edges.to < today;
  const span = { from: edges.from, to: isOver ? edges.to : today };
  const { contacts, days } = await contactsIn(scope, span);
  const people = await peopleOf(scope, contacts, span);
  const facts: YearFacts = {
    year,
    until: span.to as CalendarDate,
    people,
    beginnings: await beginningsOf(scope, people, span),
    received: await receivedOf(scope, span),
    promises: await promisesOf(scope, span),
    introductions: await introductionsOf(scope),
    farewells: await farewellsOf(scope, year),
    leapDayRule,
  };
  return {
    year,
    until: span.to,
    isOver,
    years: yearsOf(touched, today),
    people: people.length,
    days,
    inShort: yearInShort({ year, people: people.length, days, isOver }),
    months: monthsOf(people),
    sections: await sectionsOf(facts),
    thanks: await thanksOfYear(scope, facts, await outcomesOf(scope, span)),
  };
}

/** Whom to thank, with a draft for each that begins and ends in its own way. */
async function thanksOfYear(
  scope: Scope,
  facts: YearFacts,
  outcomes: readonly OutcomeOfYear[],
): Promise<YearReview['thanks']> {
  const owed = whomToThank(facts, outcomes);
  const ids = owed.map(({ person }) => person.id);
  const cards = new Map((await findPeople(scope, ids)).map((row) => [row.id, JSON.parse(row.card) as Card]));
  const active = new Set((await findStates(scope, ids)).filter((one) => one.active === 1).map((one) => one.person_id));
  const ledger = Map.groupBy(await exchangesOf(scope, ids), (row) => row.person_id);
  const language = await networkLocale(scope);
  return owed
    .filter(({ person }) => active.has(person.id))
    .map(({ person, merits, since }, place) => {
      const card = cards.get(person.id);
      const given = card && givenName(card, { language });
      const named = { name: person.name, ...(given === undefined ? {} : { given }) };
      const thanked = (ledger.get(person.id) ?? []).find((row) => row.kind === 'thanked' && row.date >= since);
      return {
        personId: person.id,
        name: person.name,
        why: merits.map(meritSentence),
        draft: thanksDraft({ names: namesInNotes(named), called: calledName(named), merits }, { place, year: true }),
        thankedOn: thanked?.date ?? null,
      };
    });
}

/** What came about in these days, and with whom. */
async function outcomesOf(scope: Scope, { from, to }: Days): Promise<OutcomeOfYear[]> {
  const rows = (await allOutcomes(scope)).filter(({ date }) => date >= from && date <= to);
  const links = await outcomePeople(
    scope,
    rows.map(({ id }) => id),
  );
  const names = await namesOf(
    scope,
    links.map((link) => link.person_id),
  );
  return rows.map(({ id, text, date }) => ({
    text,
    date: date as CalendarDate,
    people: links.flatMap((link) => {
      const name = names.get(link.person_id);
      return link.outcome_id === id && name !== undefined ? [{ id: link.person_id, name }] : [];
    }),
  }));
}

async function sectionsOf(facts: YearFacts): Promise<YearReview['sections']> {
  const sections: YearReview['sections'] = [];
  for (const kind of YEAR_SECTIONS) {
    for (const { sentences, more } of tellSection(kind, facts))
      sections.push({
        kind,
        sentences: sentences.map(({ text, people }) => ({ text, people: people.map((each) => ({ ...each })) })),
        more,
      });
    await nextTurn();
  }
  return sections;
}

function yearsOf(touched: Days | undefined, today: CalendarDate): number[] {
  const last = yearOf(touched?.to ?? today);
  const first = Math.max(yearOf(touched?.from ?? today), last - MOST_YEARS + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => last - i);
}

function monthsOf(people: readonly YearPerson[]): number[] {
  const months = Array.from({ length: 12 }, () => 0);
  for (const { days } of people)
    for (const month of new Set(days.map(({ date }) => Number(date.slice(5, 7)) - 1)))
      months[month] = (months[month] ?? 0) + 1;
  return months;
}

type ContactDay = YearPerson['days'][number];

async function contactsIn(scope: Scope, span: Days): Promise<{ contacts: Map<string, ContactDay[]>; days: number }> {
  const contacts = new Map<string, ContactDay[]>();
  const dates = new Set<string>();
  await inSpans(
    scope,
    span,
    (days) => contactDays(scope, days),
    (rows) => {
      for (const { person_id: id, date, mine, theirs } of rows) {
        const days = contacts.get(id) ?? [];
        days.push({ date: date as CalendarDate, mine: mine > 0, theirs: theirs > 0 });
        contacts.set(id, days);
        dates.add(date);
      }
    },
  );
  return { contacts, days: dates.size };
}

/** How many people are looked up at once, others being answered between. */
const PEOPLE_AT_ONCE = 100;

/** Of each what the year is told from; the owner is nobody's contact. */
async function peopleOf(scope: Scope, contacts: ReadonlyMap<string, ContactDay[]>, span: Days): Promise<YearPerson[]> {
  const all = [...contacts.keys()];
  const people: YearPerson[] = [];
  for (let i = 0; i < all.length; i += PEOPLE_AT_ONCE)
    people.push(...(await yearPeople(scope, { ids: all.slice(i, i + PEOPLE_AT_ONCE), contacts, from: span.from })));
  return people;
}

async function yearPeople(
  scope: Scope,
  { ids, contacts, from }: { ids: readonly string[]; contacts: ReadonlyMap<string, ContactDay[]>; from: string },
): Promise<YearPerson[]> {
  const there = await contactsAmong(scope, ids);
  const before = await lastContactBefore(scope, ids, from);
  const occasions = Map.groupBy(await occasionsOfEach(scope, ids), (row) => row.person_id);
  return (await findStates(scope, ids)).flatMap(({ person_id: id, name, closeness, history }): YearPerson[] => {
    if (!there.has(id) || history === null) return [];
    const { firstContact } = JSON.parse(history) as ContactHistory;
    return [
      {
        id,
        name,
        closeness,
        days: [...(contacts.get(id) ?? [])].sort((a, b) => (a.date < b.date ? -1 : 1)),
        firstContact,
        before: before.get(id) as CalendarDate | undefined,
        occasions: (occasions.get(id) ?? []).map(({ kind, date }) => ({ kind, date: JSON.parse(date) as PartialDate })),
      },
    ];
  });
}

/** Where one is with somebody, rather than only hears of them. */
const FACE_TO_FACE: ReadonlySet<Channel> = new Set(['in-person', 'event', 'video']);

async function beginningsOf(
  scope: Scope,
  people: readonly YearPerson[],
  { from, to }: Days,
): Promise<Map<string, Beginning>> {
  const fresh = people.filter(({ firstContact }) => firstContact >= from).map(({ id }) => id);
  const oldest = await touchesOfEach(scope, fresh, { from: 'oldest', until: to, each: 2 });
  return new Map(
    [...oldest].flatMap(([id, touches]) => {
      // Two profiles that were connected said nothing to each other yet.
      const touch = touches.find(({ source }) => source !== 'linkedin');
      if (touch === undefined) return [];
      const { date, channel, place } = touch;
      return [[id, { date: date as CalendarDate, met: FACE_TO_FACE.has(channel as Channel), place }] as const];
    }),
  );
}

async function receivedOf(scope: Scope, span: Days): Promise<YearFacts['received']> {
  const rows = await receivedIn(scope, span);
  const names = await namesOf(
    scope,
    rows.map((row) => row.person_id),
  );
  return rows.flatMap(({ person_id: id, text, date }) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ text, date: date as CalendarDate, person: { id, name } }];
  });
}

async function promisesOf(scope: Scope, span: Days): Promise<YearFacts['promises']> {
  const kept = await promisesKept(scope, span);
  const names = await namesOf(
    scope,
    kept.map((row) => row.person_id),
  );
  return kept.flatMap(({ person_id: id, by, text }) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ by, text, person: { id, name } }];
  });
}

async function introductionsOf(scope: Scope): Promise<YearFacts['introductions']> {
  const ties = drawnTies(
    (await tiesOfKinds(scope, INTRODUCTION_KINDS)).map(
      ({ id, kind, person_id: personId, other_id: otherId, inverse_id: inverseId }) => ({
        id,
        kind,
        personId,
        otherId,
        inverseId,
      }),
    ),
  );
  const names = await namesOf(
    scope,
    ties.flatMap(({ from, to }) => [from, to]),
  );
  return ties.flatMap(({ from, to }) => {
    const [who, by] = [names.get(from), names.get(to)];
    return who === undefined || by === undefined ? [] : [{ who: { id: from, name: who }, by: { id: to, name: by } }];
  });
}

async function farewellsOf(scope: Scope, year: number): Promise<YearFacts['farewells']> {
  const ids = [...(await deceasedIds(scope))];
  const died = (await findPeople(scope, ids)).filter((row) => deathOf(JSON.parse(row.card) as Card)?.year === year);
  const states = await findStates(
    scope,
    died.map((row) => row.id),
  );
  return states.map(({ person_id: id, name, touch_count: touches }) => ({ id, name, touches }));
}

async function namesOf(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await findStates(scope, [...new Set(ids)])).map((state) => [state.person_id, state.name]));
}
