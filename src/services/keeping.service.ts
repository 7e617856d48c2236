import type { Body } from '../contract/routes.ts';
import { addDays, type CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import type { Channel } from '../domain/words.ts';
import type { Patch } from '../storage/entities.ts';
import { findRow, type Writer } from '../storage/feed.ts';
import { membershipsOf } from '../storage/repositories/circle.repository.ts';
import { promisesOf, remindersOf } from '../storage/repositories/memory.repository.ts';
import { findState } from '../storage/repositories/person.repository.ts';
import type { PersonTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { addMembers } from './circles.service.ts';
import { act, type Context, scopeOf, todayOf } from './context.ts';
import { takeDueStep } from './introductions.service.ts';
import { type Acted, nameOf } from './memory.service.ts';
import { tellOnTurn } from './news-turns.ts';
import { reachableChannels } from './reach.ts';
import { getResourceRow, insertShare } from './shares.service.ts';
import { insertTouch, usualDirection } from './touches.service.ts';
import { keepWriting } from './voice.ts';

/** What one does about a person: been in touch, later, not this time, not for now, let go. */

export async function done(context: Context, personId: string, input: Body<'done'>): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'touch', title: 'Was in touch' }, async (writer) => {
    const person = await getPersonRow(writer, personId);
    const name = await nameOf(writer, personId);
    const channel = input.channel ?? (await likelyChannel(writer, person));
    const date = (input.date as CalendarDate | undefined) ?? today;
    if (date > today)
      throw new AppError('invalid', `${date} is still to come. Log it when it has happened, or plan it.`);
    const resource = input.resource === undefined ? undefined : await getResourceRow(writer, input.resource);
    const taken =
      input.introduction === undefined || input.direction === 'theirs'
        ? undefined
        : await takeDueStep(writer, input.introduction, { personId, on: date, wroteToOne: input.words !== undefined });
    const id = await insertTouch(writer, {
      people: taken?.people ?? [personId],
      date,
      channel,
      direction: input.direction ?? usualDirection(channel),
      summary: input.summary ?? (resource ? `Sent “${resource.title}”` : ''),
      ...(taken === undefined ? {} : { notes: taken.notes }),
      source: 'done',
    });
    if (input.words) {
      const { text, edited } = input.words;
      await keepWriting(writer, { personId, text, channel, date, own: edited });
    }
    if (resource) await insertShare(writer, resource, { personId, name, date, channel, again: true, touchId: id });
    await settle(writer, personId, today);
    const told = input.direction === 'theirs' ? undefined : await tellOnTurn(writer, personId, { date, today });
    writer.title =
      taken?.message.replace(/\.$/, '') ??
      (told === undefined ? `Was in touch with ${name}` : `Told ${name} your news: ${told}`);
    return { id, name, told: told !== undefined, taken: taken?.message };
  });
  return {
    stepId,
    id: result.id,
    message: [
      `Logged: in touch with ${result.name}${result.told ? ', who knows your news now' : ''}.`,
      ...(result.taken === undefined ? [] : [result.taken]),
    ].join(' '),
  };
}

/** What asked for this touch has had it: reminders that were due are done, and a promise that is still open rests until tomorrow. */
export async function settle(writer: Writer, personId: string, today: CalendarDate): Promise<void> {
  for (const reminder of await remindersOf(writer, [personId])) {
    if (reminder.done_on === null && reminder.date <= today)
      await writer.updateRow('reminder', reminder, { done_on: today });
  }
  const open = (await promisesOf(writer, [personId])).filter((promise) => promise.done_on === null);
  await writer.insert(
    'dismissal',
    open.map((promise) => ({
      id: writer.newId(),
      person_id: personId,
      key: `promise:${promise.id}`,
      until: addDays(today, 1),
    })),
  );
}

/** How one would reach them without thinking. */
export async function likelyChannel(writer: Scope, person: PersonTable): Promise<Channel> {
  if (person.channel !== null) return person.channel as Channel;
  const state = await findState(writer, person.id);
  return (
    (state?.last_channel as Channel | null | undefined) ?? reachableChannels(JSON.parse(person.card))[0] ?? 'other'
  );
}

export async function snooze(context: Context, personId: string, until: string): Promise<Acted> {
  const today = await todayOf(context);
  if (until <= today) throw new AppError('invalid', `Snooze to a day after today (${today}), not ${until}.`);
  return patchPerson(context, personId, { snoozed_until: until }, (name) => ({
    title: `Snoozed ${name} until ${until}`,
    message: `${name} will be back on ${until}.`,
  }));
}

export async function skip(context: Context, personId: string): Promise<Acted> {
  const today = await todayOf(context);
  return patchPerson(context, personId, { skipped_on: today }, (name) => ({
    title: `Skipped ${name} once`,
    message: `Skipped once: ${name} comes back after another rhythm.`,
  }));
}

export async function pause(context: Context, personId: string, until: string | undefined): Promise<Acted> {
  const today = await todayOf(context);
  if (until !== undefined && until <= today)
    throw new AppError('invalid', `Pause to a day after today (${today}), not ${until}.`);
  const end = until === undefined ? 'until you resume' : `until ${until}`;
  return patchPerson(context, personId, { paused_from: today, paused_until: until ?? null }, (name) => ({
    title: `Paused ${name} ${end}`,
    message: `${name} is paused ${end}.`,
  }));
}

export async function resume(context: Context, personId: string): Promise<Acted> {
  return patchPerson(context, personId, { paused_from: null, paused_until: null, snoozed_until: null }, (name) => ({
    title: `Resumed ${name}`,
    message: `${name} is back.`,
  }));
}

async function patchPerson(
  context: Context,
  personId: string,
  patch: Patch<'person'>,
  say: (name: string) => { title: string; message: string },
): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'keeping', title: 'Changed a person' }, async (writer) => {
    const row = await getPersonRow(writer, personId);
    const words = say(await nameOf(writer, personId));
    writer.title = words.title;
    await writer.updateRow('person', row, patch);
    return words.message;
  });
  return { stepId, id: personId, message: result };
}

/**
 * Lets go of one reason for good: its key names the very occurrence (this year's birthday, this follow-up). `tie:` and an
 * id say that someone is not family, whatever seems to follow from the ties of others.
 */
export async function dismiss(context: Context, personId: string, key: string): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'keeping', title: 'Dismissed a reason' }, async (writer) => {
    const name = await nameOf(writer, personId);
    const tie = key.startsWith('tie:');
    writer.title = tie ? `Said who is no family of ${name}` : `Dismissed a reason for ${name}`;
    await writer.insert('dismissal', [{ id: writer.newId(), person_id: personId, key, until: null }]);
    return tie ? `Noted: no family of ${name}.` : `Dismissed. ${name} stays where they are.`;
  });
  return { stepId, id: personId, message: result };
}

/** Out of every circle and rhythm: an acquaintance again, still surfaced by reasons. */
export async function letGo(context: Context, personId: string): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'keeping', title: 'Let someone go' }, async (writer) => {
    const row = await getPersonRow(writer, personId);
    const name = await nameOf(writer, personId);
    writer.title = `Let ${name} go`;
    await writer.remove(
      'circle_member',
      (await membershipsOf(writer, [personId])).map((member) => member.id),
    );
    await writer.updateRow('person', row, { rhythm_days: null, sorted_on: today });
    return name;
  });
  return { stepId, id: personId, message: `${result} is an acquaintance now: no rhythm, still here.` };
}

/** Triage: puts a person into a circle, or leaves them an acquaintance; either way they are sorted. */
export async function sortPerson(context: Context, personId: string, circleId: string | null): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'triage', title: 'Sorted a person' }, async (writer) => {
    const row = await getPersonRow(writer, personId);
    const name = await nameOf(writer, personId);
    await writer.updateRow('person', row, { sorted_on: today });
    if (circleId === null) {
      writer.title = `Left ${name} as an acquaintance`;
      return `${name} stays an acquaintance.`;
    }
    const circle = await findRow(writer, 'circle', circleId);
    if (!circle) throw new AppError('not-found', 'This circle is not here (any more).');
    await addMembers(writer, circle, { personIds: [personId], today });
    writer.title = `Put ${name} into ${circle.name}`;
    return `${name} is in ${circle.name}.`;
  });
  return { stepId, id: personId, message: result };
}

/** @throws AppError `not-found` */
export async function getPersonRow(writer: Writer, personId: string): Promise<PersonTable> {
  const row = await findRow(writer, 'person', personId);
  if (!row || row.is_owner === 1) throw new AppError('not-found', 'This person is not here (any more).');
  return row;
}

/** For callers that only read. */
export async function requirePerson(context: Context, personId: string): Promise<void> {
  await nameOf(scopeOf(context), personId);
}
