import { addDays, type CalendarDate } from '../domain/dates.ts';
import {
  GOAL,
  LEDGER,
  ORGANISATION_NEWS,
  OWN_NEWS,
  REACHED,
  SLEEPER,
  SLEEPER_TOUCHES,
  WORDINGS,
} from '../domain/demo/own-life.ts';
import { firstWordOf } from '../domain/keeping/noticing.ts';
import { workingAt } from '../storage/repositories/moment.repository.ts';
import { findStates } from '../storage/repositories/person.repository.ts';
import { introductionsOf } from './acquaintances.ts';
import { act, type Context, scopeOf } from './context.ts';
import { addExchange } from './giving.service.ts';
import { addGoal, addGoalPerson, suggestForGoal, updateGoal } from './goals.service.ts';
import { addFact } from './memory.service.ts';
import { addNews, addNewsPeople, getNews, suggestForNews, tellNews } from './news.service.ts';
import { addOutcome } from './outcomes.service.ts';
import { addPerson } from './people.service.ts';
import { insertTouch } from './touches.service.ts';
import { addWording } from './words.service.ts';

/** What an invented owner does with an invented network: each page of giving has something to show. */
export async function liveInDemo(context: Context, today: CalendarDate): Promise<void> {
  const told = await tellSome(context, today);
  await aimAtSomething(context, today);
  for (const [at, { daysAgo, ...entry }] of LEDGER.entries()) {
    const person = told[at];
    if (person !== undefined) await addExchange(context, person, { ...entry, date: addDays(today, -daysAgo) });
  }
  await rejoiceWithAHouse(context, today);
  for (const wording of WORDINGS) await addWording(context, wording);
  await addSleeper(context, today);
}

/** The ids of whom the news is for, those first who know it. */
async function tellSome(context: Context, today: CalendarDate): Promise<readonly string[]> {
  const { kind, text, daysAgo, people, toldDaysAgo } = OWN_NEWS;
  const { id = '' } = await addNews(context, { kind, text, date: addDays(today, -daysAgo) });
  const chosen = (await suggestForNews(context, id)).slice(0, people).map(({ personId }) => personId);
  await addNewsPeople(context, id, { people: chosen });
  const places = (await getNews(context, id)).people;
  for (const [at, ago] of toldDaysAgo.entries()) {
    const place = places[at];
    if (place !== undefined) await tellNews(context, place.id, { date: addDays(today, -ago) });
  }
  return chosen;
}

/** A goal with who could help, and one that was reached through somebody who was introduced. */
async function aimAtSomething(context: Context, today: CalendarDate): Promise<void> {
  const goal = await addGoal(context, { text: GOAL.text, due: addDays(today, GOAL.daysAhead) });
  const helpers = await suggestForGoal(context, goal.id ?? '');
  for (const { personId, why } of helpers.slice(0, GOAL.people))
    await addGoalPerson(context, goal.id ?? '', { personId, why: why[0] ?? '' });

  const reached = await addGoal(context, { text: REACHED.goal });
  await updateGoal(context, reached.id ?? '', { state: 'reached' });
  const scope = scopeOf(context);
  const doors = await introductionsOf(scope);
  const active = new Set(
    (await findStates(scope, [...new Set(doors.flatMap(({ who, by }) => [who, by]))]))
      .filter((state) => state.active === 1)
      .map((state) => state.person_id),
  );
  const door = doors.find(({ who, by }) => active.has(who) && active.has(by));
  if (door === undefined) return;
  await addOutcome(context, {
    text: REACHED.outcome,
    people: [door.who],
    date: addDays(today, -REACHED.daysAgo),
    goalId: reached.id ?? null,
  });
}

/** Noticed back then: noticed today, it would fill the day's list with one house. */
async function rejoiceWithAHouse(context: Context, today: CalendarDate): Promise<void> {
  const { organisation, kind, text, daysAgo } = ORGANISATION_NEWS;
  const date = addDays(today, -daysAgo);
  await act(context, { kind: 'demo', title: `Noted of ${organisation}: ${text}` }, async (writer) => {
    const there = await workingAt(writer, firstWordOf(organisation));
    await writer.insert(
      'moment',
      there.map((row) => ({
        id: writer.newId(),
        person_id: row.person_id,
        ...{ kind, text, date, noticed_on: date, was: null, source: null, organisation },
      })),
    );
  });
}

/** A friend of earlier years, from before the two that the network tells of. */
async function addSleeper(context: Context, today: CalendarDate): Promise<void> {
  const { name, email, likes, firstDaysAgo, daysBetween } = SLEEPER;
  const { id = '' } = await addPerson(context, { name, email });
  await addFact(context, id, { kind: 'interest', text: likes });
  await act(context, { kind: 'demo', title: `Remembered ${name}` }, async (writer) => {
    for (const [at, touch] of SLEEPER_TOUCHES.entries())
      await insertTouch(writer, {
        ...touch,
        people: [id],
        date: addDays(today, at * daysBetween - firstDaysAgo),
        source: 'demo',
      });
    await writer.update('person', id, { sorted_on: today, added_on: addDays(today, -firstDaysAgo) });
  });
}
