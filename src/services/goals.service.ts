import type { Goal, Suggested } from '../contract/long-game.ts';
import type { Body } from '../contract/routes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { whoCouldHelp } from '../domain/news/who.ts';
import { plain, shortened } from '../domain/today/phrases.ts';
import type { GoalState } from '../domain/words.ts';
import { findRow, type Writer } from '../storage/feed.ts';
import { allGoals, goalPeople } from '../storage/repositories/goal.repository.ts';
import { findStates } from '../storage/repositories/person.repository.ts';
import type { GoalTable } from '../storage/schema.ts';
import { acquaintancesFor, shownSuggestions } from './acquaintances.ts';
import { act, type Context, scopeOf, todayOf } from './context.ts';
import { type Acted, nameOf } from './memory.service.ts';
import { readSettings } from './read-settings.ts';

/** The owner's own goals, and the people they touch. */

const MOST_SUGGESTED = 20;
const LONGEST_TITLE = 80;

const gone = () => new AppError('not-found', 'This goal is not here (any more).');
const inShort = (text: string) => shortened(plain(text), LONGEST_TITLE);

export async function listGoals(context: Context): Promise<Goal[]> {
  const scope = scopeOf(context);
  const goals = await allGoals(scope);
  const links = await goalPeople(
    scope,
    goals.map(({ id }) => id),
  );
  const names = new Map(
    (
      await findStates(
        scope,
        links.map((link) => link.person_id),
      )
    ).map((state) => [state.person_id, state.name]),
  );
  const byGoal = Map.groupBy(links, (link) => link.goal_id);
  return goals.map((goal) => ({
    id: goal.id,
    text: goal.text,
    due: goal.due,
    state: goal.state as GoalState,
    madeOn: goal.made_on,
    endedOn: goal.ended_on,
    people: (byGoal.get(goal.id) ?? []).map(({ id, person_id: personId, why }) => ({
      id,
      personId,
      name: names.get(personId) ?? '',
      why,
    })),
  }));
}

export async function addGoal(context: Context, { text, due = null }: Body<'addGoal'>): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'goal', title: `A goal: ${inShort(text)}` }, async (writer) => {
    return insertGoal(writer, { text, due, people: [], today });
  });
  return { stepId, id: result, message: 'The goal is noted.' };
}

/** A goal, linked to these people. Answers its id. */
export async function insertGoal(
  writer: Writer,
  {
    text,
    due,
    people,
    today,
  }: {
    readonly text: string;
    readonly due: string | null;
    readonly people: readonly string[];
    readonly today: CalendarDate;
  },
): Promise<string> {
  const id = writer.newId();
  await writer.insert('goal', [{ id, text, due, state: 'open', made_on: today, ended_on: null }]);
  await writer.insert(
    'goal_person',
    people.map((personId) => ({ id: writer.newId(), goal_id: id, person_id: personId, why: '' })),
  );
  return id;
}

const ENDS: Readonly<Record<GoalState, string>> = {
  open: 'The goal is open again.',
  reached: 'Reached. Who had a part in it? Note what came of the tie, and thank them.',
  'let-go': 'Let go.',
};

export async function updateGoal(context: Context, id: string, input: Body<'updateGoal'>): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId } = await act(context, { kind: 'goal', title: 'Changed a goal' }, async (writer) => {
    const row = await findRow(writer, 'goal', id);
    if (!row) throw gone();
    const { state } = input;
    const did = state === 'reached' ? 'Reached' : state === 'let-go' ? 'Let go of' : 'Changed';
    writer.title = `${did} a goal: ${inShort(input.text ?? row.text)}`;
    await writer.updateRow('goal', row, {
      ...input,
      ...(state === undefined ? {} : { ended_on: state === 'open' ? null : today }),
    });
    return null;
  });
  return { stepId, id, message: input.state === undefined ? 'The goal is changed.' : ENDS[input.state] };
}

export async function deleteGoal(context: Context, id: string): Promise<Acted> {
  const { stepId } = await act(context, { kind: 'goal', title: 'Deleted a goal' }, async (writer) => {
    const row = await findRow(writer, 'goal', id);
    if (!row) throw gone();
    writer.title = `Deleted a goal: ${inShort(row.text)}`;
    await writer.remove(
      'goal_person',
      (await goalPeople(writer, [id])).map((link) => link.id),
    );
    await writer.remove('goal', [id]);
    return null;
  });
  return { stepId, message: 'The goal is deleted.' };
}

/** Who is not linked yet and could help, or is meant. */
export async function suggestForGoal(context: Context, id: string): Promise<Suggested[]> {
  const scope = scopeOf(context);
  const goal = await findRow(scope, 'goal', id);
  if (!goal) throw gone();
  const today = await todayOf(context);
  const { locale } = await readSettings(scope);
  const linked = new Set((await goalPeople(scope, [id])).map((link) => link.person_id));
  const people = (await acquaintancesFor(scope, goal.text, today)).filter(({ personId }) => !linked.has(personId));
  return shownSuggestions(scope, whoCouldHelp(goal.text, people, { today, locale }).slice(0, MOST_SUGGESTED));
}

export async function addGoalPerson(context: Context, id: string, input: Body<'addGoalPerson'>): Promise<Acted> {
  const { stepId, result } = await act(
    context,
    { kind: 'goal', title: 'Linked somebody to a goal' },
    async (writer) => {
      const goal = await findRow(writer, 'goal', id);
      if (!goal) throw gone();
      const name = await nameOf(writer, input.personId);
      writer.title = `${name} has to do with a goal: ${inShort(goal.text)}`;
      const there = (await goalPeople(writer, [id])).find((link) => link.person_id === input.personId);
      if (there) return { id: there.id, name };
      const linkId = writer.newId();
      await writer.insert('goal_person', [
        { id: linkId, goal_id: id, person_id: input.personId, why: input.why ?? '' },
      ]);
      return { id: linkId, name };
    },
  );
  return { stepId, id: result.id, message: `${result.name} is linked to the goal.` };
}

export async function removeGoalPerson(context: Context, id: string): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'goal', title: 'Took somebody off a goal' }, async (writer) => {
    const link = await findRow(writer, 'goal_person', id);
    if (!link) throw new AppError('not-found', 'They are not linked to this goal (any more).');
    const name = await nameOf(writer, link.person_id);
    writer.title = `Took ${name} off a goal`;
    await writer.remove('goal_person', [id]);
    return name;
  });
  return { stepId, message: `${result} is off the goal.` };
}

/** The goal that is meant: by its id or words of it. @throws AppError `not-found` */
export async function findGoal(context: Context, said: string): Promise<GoalTable> {
  const goals = await allGoals(scopeOf(context));
  const wanted = said.trim().toLowerCase();
  const found = goals.find(({ id }) => id === said) ?? goals.find(({ text }) => text.toLowerCase().includes(wanted));
  if (!found) throw new AppError('not-found', `No goal of yours says “${said}”. See them with: tendril goal list`);
  return found;
}
