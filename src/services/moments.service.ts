import type { Body } from '../contract/routes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { isHard } from '../domain/keeping/moments.ts';
import { firstWordOf, isNamedAlike } from '../domain/keeping/noticing.ts';
import { findRow } from '../storage/feed.ts';
import { workingAt } from '../storage/repositories/moment.repository.ts';
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
      {
        id,
        person_id: personId,
        kind: input.kind,
        text: input.text,
        date,
        noticed_on: today,
        was: null,
        source: null,
        organisation: null,
      },
    ]);
    return { id, name };
  });
  const then = isHard(input.kind)
    ? 'You will be reminded to ask, now and over the year, and cheerful reasons are held back.'
    : 'It is a reason to write while it is fresh.';
  return { stepId, id: result.id, message: `Noted of ${result.name}. ${then}` };
}

/** Good news of an organisation: a moment for each who is there now, in one step. @throws AppError `not-found` for nobody there */
export async function addOrganisationMoment(context: Context, input: Body<'addOrganisationMoment'>): Promise<Acted> {
  const today = await todayOf(context);
  const date = input.date ?? today;
  refuseComing(date, today);
  const organisation = input.organisation.trim();
  const { stepId, result } = await act(context, { kind: 'moment', title: 'Noted what happened' }, async (writer) => {
    writer.title = `Noted of ${organisation}: ${input.text}`;
    const there = (await workingAt(writer, firstWordOf(organisation))).filter((row) =>
      isNamedAlike(row.organisation ?? '', organisation),
    );
    if (there.length === 0)
      throw new AppError(
        'not-found',
        `Nobody here works at “${organisation}”. Write it as their cards do, or note it of one person.`,
      );
    const { kind, text } = input;
    await writer.insert(
      'moment',
      there.map((row) => ({
        id: writer.newId(),
        person_id: row.person_id,
        ...{ kind, text, date, noticed_on: today, was: null, source: null, organisation: row.organisation },
      })),
    );
    return there.length;
  });
  const people = result === 1 ? 'the one person' : `all ${result} people`;
  return { stepId, message: `Noted of ${organisation}. It is a reason to write to ${people} there.` };
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
