import type { Body } from '../contract/routes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { isHard } from '../domain/keeping/moments.ts';
import { findRow } from '../storage/feed.ts';
import { act, type Context, todayOf } from './context.ts';
import { type Acted, nameOf } from './memory.service.ts';

/** What happened in people's lives, noted by hand. */

export async function addMoment(context: Context, personId: string, input: Body<'addMoment'>): Promise<Acted> {
  const today = await todayOf(context);
  const date = input.date ?? today;
  refuseComing(date, today);
  const { stepId, result } = await act(context, { kind: 'moment', title: 'Noted what happened' }, async (writer) => {
    const name = await nameOf(writer, personId);
    writer.title = `Noted of ${name}: ${input.text}`;
    const id = writer.newId();
    await writer.insert('moment', [
      { id, person_id: personId, kind: input.kind, text: input.text, date, noticed_on: today, was: null, source: null },
    ]);
    return { id, name };
  });
  const then = isHard(input.kind)
    ? 'You will be reminded to ask, now and over the year, and cheerful reasons are held back.'
    : 'It is a reason to write while it is fresh.';
  return { stepId, id: result.id, message: `Noted of ${result.name}. ${then}` };
}

export async function updateMoment(context: Context, id: string, input: Body<'updateMoment'>): Promise<Acted> {
  if (input.date !== undefined) refuseComing(input.date, await todayOf(context));
  const { stepId } = await act(context, { kind: 'moment', title: 'Changed what happened' }, async (writer) => {
    const row = await findRow(writer, 'moment', id);
    if (!row) throw gone();
    writer.title = `Changed what happened: ${input.text ?? row.text}`;
    // In the owner's own words it is no longer a file's.
    const own = input.text === undefined ? {} : { source: null, was: null };
    await writer.updateRow('moment', row, { ...input, ...own });
    return null;
  });
  return { stepId, message: 'Changed.' };
}

export async function removeMoment(context: Context, id: string): Promise<Acted> {
  const { stepId } = await act(context, { kind: 'moment', title: 'Deleted what happened' }, async (writer) => {
    const row = await findRow(writer, 'moment', id);
    if (!row) throw gone();
    writer.title = `Deleted what happened: ${row.text}`;
    await writer.remove('moment', [id]);
    return null;
  });
  return { stepId, message: 'It is deleted.' };
}

const gone = () => new AppError('not-found', 'This moment is not here (any more).');

/** @throws AppError `invalid` */
function refuseComing(date: string, today: CalendarDate): void {
  if (date > today)
    throw new AppError('invalid', `${date} is still to come; note it when it has happened, or set a reminder.`);
}
