import type { Outcome, Thanks } from '../contract/long-game.ts';
import type { Body } from '../contract/routes.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { AppError } from '../domain/errors.ts';
import { doorsBehind } from '../domain/goals/doors.ts';
import { type Merit, meritSentence, thanksDraft } from '../domain/goals/thanks.ts';
import { channelFor } from '../domain/today/channel.ts';
import { namesOf as namesInNotes } from '../domain/today/grammar.ts';
import { calledName, plain, shortened } from '../domain/today/phrases.ts';
import type { Channel } from '../domain/words.ts';
import { findRow, type Writer } from '../storage/feed.ts';
import { exchangesOf } from '../storage/repositories/exchange.repository.ts';
import { allOutcomes, outcomePeople } from '../storage/repositories/goal.repository.ts';
import { findPeople, findStates } from '../storage/repositories/person.repository.ts';
import type { ExchangeTable, OutcomeTable } from '../storage/schema.ts';
import { faceOf, introductionsOf } from './acquaintances.ts';
import { loadCandidates } from './candidates.ts';
import { act, type Context, scopeOf, todayOf } from './context.ts';
import { type Acted, nameOf } from './memory.service.ts';
import { reachOf } from './reach.ts';
import { readSettings } from './read-settings.ts';
import { namesOf } from './touches.service.ts';

/** What came of ties, traced back to who introduced whom, with the thanks that are owed. */

const LONGEST_TITLE = 80;

const gone = () => new AppError('not-found', 'This outcome is not here (any more).');
const inShort = (text: string) => shortened(plain(text), LONGEST_TITLE);

interface Part {
  readonly personId: string;
  readonly merit: Merit;
}

export async function listOutcomes(context: Context): Promise<Outcome[]> {
  const scope = scopeOf(context);
  const outcomes = await allOutcomes(scope);
  const links = Map.groupBy(
    await outcomePeople(
      scope,
      outcomes.map(({ id }) => id),
    ),
    (link) => link.outcome_id,
  );
  const doors = await introductionsOf(scope);
  const traced = outcomes.map((outcome) => {
    const people = (links.get(outcome.id) ?? []).map((link) => link.person_id);
    return { outcome, people, doors: doorsBehind(people, doors) };
  });
  const everybody = [...new Set(traced.flatMap((one) => [...one.people, ...one.doors.map(({ by }) => by)]))];
  const names = new Map((await findStates(scope, everybody)).map((state) => [state.person_id, state.name]));
  const named = (id: string) => ({ id, name: names.get(id) ?? '' });
  const thanksOf = await thanker(context, everybody);
  return traced.map(({ outcome, people, doors: behind }) => ({
    id: outcome.id,
    text: outcome.text,
    date: outcome.date,
    goalId: outcome.goal_id,
    people: people.map(named),
    doors: behind.map(({ who, by }) => ({ who: named(who), by: named(by) })),
    thanks: thanksOf(outcome, [
      ...people.map((personId): Part => ({ personId, merit: { kind: 'outcome', text: outcome.text } })),
      ...behind.map(
        ({ who, by }): Part => ({
          personId: by,
          merit: { kind: 'outcome', text: outcome.text, through: names.get(who) ?? '' },
        }),
      ),
    ]),
  }));
}

/** Reads everyone who had a part in anything; then says the thanks owed to each. The dead are remembered in the chain alone. */
async function thanker(context: Context, ids: readonly string[]) {
  const scope = scopeOf(context);
  const today = await todayOf(context);
  const { country } = await readSettings(scope);
  const states = new Map((await findStates(scope, ids)).map((state) => [state.person_id, state]));
  const people = new Map((await findPeople(scope, ids)).map((person) => [person.id, person]));
  const candidates = new Map((await loadCandidates(scope, ids, today)).map((one) => [one.personId, one]));
  const ledger = Map.groupBy(await exchangesOf(scope, ids), (row) => row.person_id);
  const phoneKey = (number: string) => context.store.phoneKey(number, country);
  return (outcome: OutcomeTable, parts: readonly Part[]): Thanks[] =>
    parts.flatMap(({ personId, merit }, place): Thanks[] => {
      const candidate = candidates.get(personId);
      const state = states.get(personId);
      const person = people.get(personId);
      if (!candidate || !state || !person || candidate.deceased) return [];
      const called = calledName(candidate);
      const channel = channelFor(candidate);
      return [
        {
          ...faceOf(state),
          why: [meritSentence(merit)],
          draft: thanksDraft({ names: namesInNotes(candidate), called, merits: [merit] }, { place }),
          thankedOn: thankedFor(outcome, ledger.get(personId) ?? []),
          channel,
          reach: reachOf(JSON.parse(person.card) as Card, {
            preferred: (person.channel as Channel | null) ?? channel,
            phoneKey,
          }),
        },
      ];
    });
}

/** The last thanks since it came about. */
function thankedFor({ date, text }: OutcomeTable, rows: readonly ExchangeTable[]): string | null {
  const found = rows.find((row) => row.kind === 'thanked' && row.date >= date && row.text === text);
  return found?.date ?? null;
}

export async function addOutcome(context: Context, input: Body<'addOutcome'>): Promise<Acted> {
  const today = await todayOf(context);
  const { text, people, date = today, goalId = null } = input;
  if (date > today) throw new AppError('invalid', `${date} is still to come. Note it once it has come about.`);
  const { stepId, result } = await act(
    context,
    { kind: 'outcome', title: `What came of it: ${inShort(text)}` },
    async (writer) => {
      if (goalId !== null && !(await findRow(writer, 'goal', goalId)))
        throw new AppError('not-found', 'This goal is not here (any more).');
      for (const personId of people) await nameOf(writer, personId);
      const id = await insertOutcome(writer, { text, date, people, goalId });
      return { id, names: await namesOf(writer, people) };
    },
  );
  return { stepId, id: result.id, message: `Noted, with ${result.names}.` };
}

/** What came of it, with those it is owed to. Answers its id. */
export async function insertOutcome(
  writer: Writer,
  {
    text,
    date,
    people,
    goalId,
  }: {
    readonly text: string;
    readonly date: string;
    readonly people: readonly string[];
    readonly goalId: string | null;
  },
): Promise<string> {
  const id = writer.newId();
  await writer.insert('outcome', [{ id, text, date, goal_id: goalId }]);
  await writer.insert(
    'outcome_person',
    [...new Set(people)].map((personId) => ({ id: writer.newId(), outcome_id: id, person_id: personId })),
  );
  return id;
}

export async function deleteOutcome(context: Context, id: string): Promise<Acted> {
  const { stepId } = await act(context, { kind: 'outcome', title: 'Deleted an outcome' }, async (writer) => {
    const row = await findRow(writer, 'outcome', id);
    if (!row) throw gone();
    writer.title = `Deleted what came of it: ${inShort(row.text)}`;
    await writer.remove(
      'outcome_person',
      (await outcomePeople(writer, [id])).map((link) => link.id),
    );
    await writer.remove('outcome', [id]);
    return null;
  });
  return { stepId, message: 'It is deleted.' };
}
