import type { Prep, PrepNews, PrepPerson, Settings, Touch } from '../contract/shapes.ts';
import { currentOrganization, deathOf, isDeceased, occasionsOf } from '../domain/card/card.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { givenName } from '../domain/card/name.ts';
import { addDays, type CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { nextOccurrence, yearsSaid } from '../domain/keeping/occasions.ts';
import { writtenDate } from '../domain/keeping/written-date.ts';
import { type Acquainted, inCommon } from '../domain/prep/in-common.ts';
import { questionsFor } from '../domain/prep/questions.ts';
import { MOST_PREPARED } from '../domain/prep/words.ts';
import { dayLabel } from '../domain/today/reasons.ts';
import type { FactKind } from '../domain/words.ts';
import { findRow } from '../storage/feed.ts';
import { factsOf, promisesOf, remindersOf, tiesOf } from '../storage/repositories/memory.repository.ts';
import { momentsOf } from '../storage/repositories/moment.repository.ts';
import { circleNames, findPeople, findStates, type PersonState } from '../storage/repositories/person.repository.ts';
import { plansOf } from '../storage/repositories/today.repository.ts';
import { nextPlan, touchesOfEach } from '../storage/repositories/touch.repository.ts';
import type {
  FactTable,
  MomentTable,
  PersonTable,
  PromiseTable,
  ReminderTable,
  TieTable,
  TouchTable,
} from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { toFact, toPromise } from './memory-shapes.ts';
import { readSettings } from './read-settings.ts';
import { toTouches } from './touches.service.ts';

/** What to have in mind before meeting people: who they are, what was said last, what is new, and what to ask. Only reads. */

/** Whom to prepare for: some people, those of a planned touch, or (nothing said) those of the next that is planned. */
export interface PrepRequest {
  readonly people?: readonly string[];
  readonly touch?: string;
}

/** Their last conversations, as many as are looked through for what to ask and whom they know. */
const TOUCHES_READ = 30;
const TOUCHES_SHOWN = 3;
const NEWS_DAYS = 60;
const MOST_NEWS = 6;
const MOST_REMEMBERED = 6;
/** A day that was missed can still be kept for a week; one ahead is mentioned a month before. */
const DAYS_MISSED = 7;
const DAYS_AHEAD = 30;
/** What happened in a life is news for a quarter of a year. */
const DAYS_TOLD = 91;

/** What helps most in a conversation goes first. */
const REMEMBERED: readonly FactKind[] = [
  'family',
  'challenge',
  'need',
  'preference',
  'goal',
  'work',
  'interest',
  'success',
  'gift-idea',
  'offer',
  'other',
];
/** What one keeps of somebody who has died. */
const KEPT: ReadonlySet<FactKind> = new Set(['family', 'work', 'interest', 'success', 'other']);

/**
 * Everything to prepare for meeting these people, loaded in the same number of queries however many they are.
 * @throws AppError `invalid` for nobody, for people and a touch at once, and for more than twelve people; `not-found`
 */
export async function getPrep(context: Context, request: PrepRequest): Promise<Prep> {
  const scope = scopeOf(context);
  const settings = await readSettings(scope);
  const today = await todayOf(context, settings);
  const { touch, ids } = await askedFor(scope, request, today);
  if (ids.length > MOST_PREPARED)
    throw new AppError(
      'invalid',
      `These are ${ids.length} people; a page prepares for ${MOST_PREPARED} at most. Choose those you want to talk to.`,
    );
  if (ids.length === 0) return { date: today, touch, people: [], common: [] };
  const loaded = await load(scope, ids, today);
  const people = ids.flatMap((id) => loaded.get(id) ?? []);
  // The owner takes part in a touch without being met; whoever was asked for by name has to be here.
  if (touch === null && people.length < ids.length)
    throw new AppError('not-found', 'Somebody of these is not here (any more). Choose anew.');
  return {
    date: today,
    touch,
    people: people.map((person) => toPrepPerson(person, { today, settings, about: touch?.id })),
    common: await commonOf(scope, people, { today, settings }),
  };
}

/** The same of many people, without what they have in common; of those who are here and alive. */
export async function prepareEach(scope: Scope, ids: readonly string[], day: Day): Promise<PrepPerson[]> {
  const loaded = await load(scope, ids, day.today);
  return [...loaded.values()]
    .filter(({ deceased }) => !deceased)
    .map((person) => toPrepPerson(person, { ...day, about: undefined }));
}

async function askedFor(
  scope: Scope,
  { people, touch }: PrepRequest,
  today: CalendarDate,
): Promise<{ touch: Touch | null; ids: readonly string[] }> {
  if (people !== undefined && touch !== undefined)
    throw new AppError('invalid', 'Say either the people or the planned touch, not both.');
  if (people !== undefined) {
    const ids = [...new Set(people.filter((id) => id !== ''))];
    if (ids.length === 0) throw new AppError('invalid', 'Nobody is named. Say whom you are going to meet.');
    return { touch: null, ids };
  }
  const row = touch === undefined ? await nextPlan(scope, today) : await findRow(scope, 'touch', touch);
  if (!row && touch !== undefined) throw new AppError('not-found', 'This touch is not here (any more).');
  const [shown] = row ? await toTouches(scope, [row]) : [];
  return { touch: shown ?? null, ids: shown?.people.map(({ id }) => id) ?? [] };
}

/** A person with the rows that belong to them. */
interface Loaded {
  readonly person: PersonTable;
  readonly state: PersonState;
  readonly card: Card;
  readonly deceased: boolean;
  readonly circles: readonly { readonly id: string; readonly name: string }[];
  /** Newest first, plans apart. */
  readonly touches: readonly Touch[];
  readonly topics: ReadonlyMap<string, string>;
  readonly first: TouchTable | undefined;
  readonly facts: readonly FactTable[];
  readonly promises: readonly PromiseTable[];
  readonly reminders: readonly ReminderTable[];
  readonly moments: readonly MomentTable[];
  readonly ties: readonly TieTable[];
  readonly plans: readonly { readonly id: string; readonly date: string; readonly summary: string }[];
}

async function load(scope: Scope, ids: readonly string[], today: CalendarDate): Promise<Map<string, Loaded>> {
  const people = (await findPeople(scope, ids)).filter((person) => person.is_owner === 0);
  const states = new Map((await findStates(scope, ids)).map((state) => [state.person_id, state]));
  const circles = await circleNames(scope, ids);
  const newest = await touchesOfEach(scope, ids, { from: 'newest', until: today, each: TOUCHES_READ });
  const oldest = await touchesOfEach(scope, ids, { from: 'oldest', until: today, each: 1 });
  const rows = new Map([...newest.values()].flat().map((row) => [row.id, row]));
  const touches = new Map((await toTouches(scope, [...rows.values()])).map((touch) => [touch.id, touch]));
  const topics = new Map(
    [...rows.values()].flatMap((row) => (row.topic === null ? [] : [[row.id, row.topic] as const])),
  );
  const byPerson = <T extends { person_id: string }>(all: readonly T[]) => Map.groupBy(all, (row) => row.person_id);
  const facts = byPerson(await factsOf(scope, ids));
  const promises = byPerson((await promisesOf(scope, ids)).filter((row) => row.done_on === null));
  const reminders = byPerson((await remindersOf(scope, ids)).filter((row) => row.done_on === null));
  const moments = byPerson(await momentsOf(scope, ids));
  const ties = byPerson(await tiesOf(scope, ids));
  const plans = Map.groupBy(await plansOf(scope, ids, today), (plan) => plan.personId);
  return new Map(
    people.flatMap((person) => {
      const state = states.get(person.id);
      if (!state) return [];
      const card = JSON.parse(person.card) as Card;
      const loaded: Loaded = {
        person,
        state,
        card,
        deceased: person.deceased === 1 || isDeceased(card),
        circles: circles.get(person.id) ?? [],
        touches: (newest.get(person.id) ?? []).flatMap((row) => touches.get(row.id) ?? []),
        topics,
        first: oldest.get(person.id)?.[0],
        facts: facts.get(person.id) ?? [],
        promises: promises.get(person.id) ?? [],
        reminders: reminders.get(person.id) ?? [],
        moments: moments.get(person.id) ?? [],
        ties: ties.get(person.id) ?? [],
        plans: plans.get(person.id) ?? [],
      };
      return [[person.id, loaded] as const];
    }),
  );
}

interface Day {
  readonly today: CalendarDate;
  readonly settings: Settings;
}

function toPrepPerson(loaded: Loaded, { today, settings, about }: Day & { about: string | undefined }): PrepPerson {
  const { person, state, card, deceased, touches } = loaded;
  const archived = person.archived_on !== null;
  const isQuiet = deceased || archived;
  const current = loaded.facts.filter(
    (fact) => fact.learned_on <= today && (fact.until === null || fact.until >= today),
  );
  const isNew = (fact: FactTable) => !isQuiet && fact.learned_on > addDays(today, -NEWS_DAYS);
  const known = current.filter((fact) => fact.kind !== 'how-we-met');
  const died = deathOf(card);
  return {
    id: person.id,
    name: state.name,
    initials: state.initials,
    photo: state.photo,
    headline: state.headline,
    place: state.place,
    circles: loaded.circles.map(({ name }) => name),
    archived,
    deceased,
    died: died === undefined ? null : writtenDate(died, settings.locale) || null,
    howMet: howMetOf(loaded),
    lastTouch: state.last_contact,
    touchCount: state.touch_count,
    touches: touches.filter(isTold).slice(0, TOUCHES_SHOWN),
    news: isQuiet ? [] : newsOf(loaded, { today, settings, about, facts: known.filter(isNew) }),
    remember: remembered(known.filter((fact) => !isNew(fact) && (!deceased || KEPT.has(fact.kind as FactKind)))),
    promises: deceased ? [] : loaded.promises.map(toPromise),
    questions: isQuiet ? [] : questionsOf(loaded, { today, settings }),
  };
}

/** It left words to come back to. Two profiles that were connected said nothing to each other yet. */
function isTold({ summary, notes, personal, source }: Touch): boolean {
  return personal && source !== 'linkedin' && (summary !== '' || notes !== '');
}

function howMetOf({ facts, first }: Loaded): PrepPerson['howMet'] {
  const noted = facts.find((fact) => fact.kind === 'how-we-met');
  if (noted)
    return {
      text: noted.text,
      date: noted.since ?? noted.learned_on,
      from: 'fact',
      private: noted.private === 1,
    };
  return first === undefined ? null : { text: first.summary, date: first.date, from: 'touch', private: false };
}

function newsOf(
  { card, plans, moments }: Loaded,
  { today, settings, about, facts }: Day & { about: string | undefined; facts: readonly FactTable[] },
): PrepNews[] {
  const days = occasionsOf(card).flatMap((occasion): PrepNews[] => {
    const next = nextOccurrence(occasion.date, addDays(today, -DAYS_MISSED), settings.leapDayRule);
    if (next === undefined || next > addDays(today, DAYS_AHEAD)) return [];
    const years = yearsSaid(occasion.kind, occasion.date, next);
    const turns = years === undefined ? '' : occasion.kind === 'birth' ? `, turning ${years}` : `, ${years} years`;
    return [{ kind: 'occasion', text: `${dayLabel(occasion)}${turns}`, date: next, private: false }];
  });
  const planned = plans
    .filter((plan) => plan.id !== about)
    .map((plan): PrepNews => ({ kind: 'plan', text: plan.summary, date: plan.date, private: false }));
  const learned = facts.map(
    (fact): PrepNews => ({ kind: 'fact', text: fact.text, date: fact.learned_on, private: fact.private === 1 }),
  );
  const happened = moments
    .filter((moment) => moment.date >= addDays(today, -DAYS_TOLD))
    .map(
      (moment): PrepNews => ({
        kind: 'moment',
        text: moment.source === null ? moment.text : `${moment.source} says: ${moment.text}`,
        date: moment.date,
        private: false,
      }),
    );
  return [...happened.slice(0, 2), ...days, ...planned.slice(0, 2), ...learned].slice(0, MOST_NEWS);
}

function remembered(facts: readonly FactTable[]): PrepPerson['remember'] {
  return REMEMBERED.flatMap((kind) => facts.filter((fact) => fact.kind === kind))
    .slice(0, MOST_REMEMBERED)
    .map(toFact);
}

function questionsOf({ state, card, touches, topics, facts, reminders }: Loaded, { today, settings }: Day) {
  const given = givenName(card, { language: settings.locale });
  const questions = questionsFor(
    {
      name: state.name,
      ...(given === undefined ? {} : { given }),
      touches: touches.filter(isTold).map(({ id, date, summary, notes, people }) => {
        const topic = topics.get(id);
        return {
          id,
          date: date as CalendarDate,
          summary: summary || notes,
          ...(topic === undefined ? {} : { topic }),
          people: people.length,
        };
      }),
      facts: facts.map((row) => ({
        id: row.id,
        kind: row.kind as FactKind,
        text: row.text,
        private: row.private === 1,
        learnedOn: row.learned_on as CalendarDate,
        ...(row.until === null ? {} : { until: row.until as CalendarDate }),
      })),
      reminders: reminders.map(({ id, date, text }) => ({ id, date: date as CalendarDate, text })),
    },
    today,
  );
  return questions.map(({ text, from }) => ({ text, from: { ...from } }));
}

/** Of those who are still met: the dead and the archived are spoken of alone. */
async function commonOf(scope: Scope, people: readonly Loaded[], { today, settings }: Day): Promise<Prep['common']> {
  const met = people.filter(({ person, deceased }) => !deceased && person.archived_on === null);
  if (met.length < 2) return [];
  const tied = await findStates(
    scope,
    met.flatMap(({ ties }) => ties.flatMap((tie) => tie.other_id ?? [])),
  );
  const names = new Map(tied.map((state) => [state.person_id, state.name]));
  const acquainted = met.map((loaded) => toAcquainted(loaded, names));
  const others = await findPeople(scope, [
    ...new Set([
      ...names.keys(),
      ...met.flatMap(({ touches }) => touches.flatMap((touch) => touch.people.map(({ id }) => id))),
    ]),
  ]);
  const deceased = new Set(
    others.filter((row) => row.deceased === 1 || isDeceased(JSON.parse(row.card) as Card)).map((row) => row.id),
  );
  const owners = new Set(others.filter((row) => row.is_owner === 1).map((row) => row.id));
  const common = inCommon(acquainted, { today, locale: settings.locale, deceased });
  return common
    .filter(({ otherId }) => otherId === null || !owners.has(otherId))
    .map((each) => ({ ...each, people: [...each.people] }));
}

function toAcquainted(
  { state, card, circles, ties, touches, facts }: Loaded,
  names: ReadonlyMap<string, string>,
): Acquainted {
  const { organization } = currentOrganization(card);
  const hobbies = Object.values(card.personalInfo ?? {}).filter(({ kind }) => kind !== 'expertise');
  return {
    id: state.person_id,
    name: state.name,
    circles,
    ...(organization === undefined ? {} : { organization }),
    ...(state.place === null ? {} : { place: state.place }),
    interests: [
      ...facts.filter((fact) => fact.kind === 'interest' && fact.private === 0).map((fact) => fact.text),
      ...hobbies.map(({ value }) => value),
    ],
    ties: ties.map((tie) => ({
      kind: tie.kind,
      otherId: tie.other_id,
      otherName: names.get(tie.other_id ?? '') ?? tie.other_name,
    })),
    touches: touches
      .filter(({ personal }) => personal)
      .map(({ id, date, summary, people }) => ({ id, date: date as CalendarDate, summary, people })),
  };
}
