import type { Plan } from '../contract/gathering-shapes.ts';
import type { Answer, Body } from '../contract/routes.ts';
import { addDays, type CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { findRow } from '../storage/feed.ts';
import {
  findTouches,
  peopleOfTouches,
  plansBetween,
  touchPeopleRows,
} from '../storage/repositories/touch.repository.ts';
import type { Scope } from '../storage/store.ts';
import { act, type Context, scopeOf, todayOf } from './context.ts';
import type { Acted } from './memory.service.ts';
import { namesOf, toTouches } from './touches.service.ts';

/** What is planned with people; and, once its day is over, whether it came about. */

/** Later nobody remembers; the plan stays in the story as it was. */
const ASKED_DAYS = 30;
const AHEAD_DAYS = 366;

/** Plans whose day is over and of which nobody said whether they came about, then those to come. */
export async function listPlans(context: Context): Promise<Answer<'listPlans'>> {
  const scope = scopeOf(context);
  const today = await todayOf(context);
  const past = await plansOn(scope, { from: addDays(today, -ASKED_DAYS), to: addDays(today, -1) });
  const ahead = await plansOn(scope, { from: today, to: addDays(today, AHEAD_DAYS) });
  return { plans: [...past.map((plan) => ({ ...plan, past: true })), ...ahead] };
}

/** Those that Today asks about. */
export function unansweredPlans(scope: Scope, today: CalendarDate): Promise<Plan[]> {
  return plansOn(scope, { from: addDays(today, -ASKED_DAYS), to: addDays(today, -1) });
}

async function plansOn(scope: Scope, { from, to }: { from: CalendarDate; to: CalendarDate }): Promise<Plan[]> {
  const ids = [...new Set((await plansBetween(scope, from, to)).map(({ id }) => id))];
  const rows = await findTouches(scope, ids);
  const people = await peopleOfTouches(scope, ids);
  const shown = await toTouches(scope, rows);
  return shown
    .filter(({ id }) => (people.get(id) ?? []).length > 0)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1))
    .map((touch) => ({
      touchId: touch.id,
      date: touch.date,
      at: touch.at,
      channel: touch.channel,
      text: touch.summary,
      place: touch.place,
      people: touch.people,
      past: false,
    }));
}

/** One tap: the plan is what happened, on its day; or it fell through and goes. */
export async function planHeld(context: Context, id: string, input: Body<'planHeld'>): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'touch', title: 'Answered a plan' }, async (writer) => {
    const row = await findRow(writer, 'touch', id);
    if (!row) throw new AppError('not-found', 'This plan is not here (any more).');
    if (row.plan === 0) throw new AppError('conflict', 'This has been answered already: it is a touch by now.');
    const people = await touchPeopleRows(writer, id);
    const names = await namesOf(
      writer,
      people.map((person) => person.person_id),
    );
    if (!input.held) {
      writer.title = `It did not come about with ${names}: ${row.summary}`.replace(/: $/, '');
      await writer.remove(
        'touch_person',
        people.map((person) => person.id),
      );
      await writer.remove('touch', [id]);
      return `The plan with ${names} is gone.`;
    }
    if (row.date > today)
      throw new AppError(
        'invalid',
        `The plan is for ${row.date}, which is still to come. Change its day if you met before.`,
      );
    writer.title = `Met ${names} as planned`;
    const { followUp = false, summary } = input;
    await writer.updateRow('touch', row, {
      plan: 0,
      ...(summary === undefined ? {} : { summary }),
      ...(followUp ? { follow_up: 1, follow_up_on: followUpDay(row.date as CalendarDate, today) } : {}),
    });
    return `Noted: you met ${names}.${followUp ? ' A follow-up waits.' : ''}`;
  });
  return { stepId, id, message: result };
}

/** The day after they met; when that has passed, today. */
function followUpDay(met: CalendarDate, today: CalendarDate): CalendarDate {
  const next = addDays(met, 1);
  return next < today ? today : next;
}
