import type { Body } from '../contract/routes.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { displayName } from '../domain/card/name.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { inverseTie } from '../domain/keeping/ties.ts';
import type { Patch } from '../storage/entities.ts';
import type { Writer } from '../storage/feed.ts';
import { findRow } from '../storage/feed.ts';
import { findPerson, findState } from '../storage/repositories/person.repository.ts';
import type { Scope } from '../storage/store.ts';
import { act, type Context, todayOf } from './context.ts';
import { noteIntroducer } from './introducers.ts';

/** Facts, promises, reminders and ties: what is worth remembering about a person. */

export interface Acted {
  readonly stepId: string;
  readonly message: string;
  readonly id?: string;
}

/** The name of a person of this network. @throws AppError `not-found` */
export async function nameOf(scope: Scope, personId: string): Promise<string> {
  const state = await findState(scope, personId);
  if (state) return state.name;
  // Added in this very transaction: what is derived comes at its end.
  const person = await findPerson(scope, personId);
  if (!person) throw new AppError('not-found', 'This person is not here (any more).');
  return displayName(JSON.parse(person.card) as Card);
}

const gone = (what: string) => new AppError('not-found', `This ${what} is not here (any more).`);

export async function addFact(context: Context, personId: string, input: Body<'addFact'>): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'fact', title: 'Remembered something' }, async (writer) => {
    const name = await nameOf(writer, personId);
    writer.title = `Remembered about ${name}: ${input.text}`;
    const id = writer.newId();
    await writer.insert('fact', [
      {
        id,
        person_id: personId,
        kind: input.kind,
        text: input.text,
        since: input.since ?? null,
        until: input.until ?? null,
        touch_id: null,
        private: input.private ? 1 : 0,
        learned_on: today,
      },
    ]);
    return { id, name };
  });
  return { stepId, id: result.id, message: `Remembered about ${result.name}.` };
}

export async function updateFact(context: Context, id: string, input: Body<'updateFact'>): Promise<Acted> {
  const { private: isPrivate, ...rest } = input;
  return change(context, {
    entity: 'fact',
    id,
    what: 'fact',
    patch: { ...rest, ...(isPrivate === undefined ? {} : { private: isPrivate ? 1 : 0 }) },
    message: 'Fact changed.',
  });
}

export async function addPromise(context: Context, personId: string, input: Body<'addPromise'>): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'promise', title: 'Noted a promise' }, async (writer) => {
    const name = await nameOf(writer, personId);
    writer.title = input.by === 'me' ? `You promised ${name}: ${input.text}` : `${name} promised: ${input.text}`;
    const id = writer.newId();
    await writer.insert('promise', [
      {
        id,
        person_id: personId,
        by: input.by,
        text: input.text,
        due: input.due ?? null,
        made_on: today,
        done_on: null,
        touch_id: null,
      },
    ]);
    return { id };
  });
  return { stepId, id: result.id, message: 'Promise noted.' };
}

export async function updatePromise(context: Context, id: string, input: Body<'updatePromise'>): Promise<Acted> {
  const { done, ...rest } = input;
  const today = await todayOf(context);
  const message = done === true ? 'Kept. Well done.' : done === false ? 'Open again.' : 'Promise changed.';
  return change(context, {
    entity: 'promise',
    id,
    what: 'promise',
    patch: { ...rest, ...doneOn(done, today) },
    message,
  });
}

export async function addReminder(context: Context, personId: string, input: Body<'addReminder'>): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'reminder', title: 'Set a reminder' }, async (writer) => {
    const name = await nameOf(writer, personId);
    writer.title = `Reminder about ${name}: ${input.text}`;
    const id = writer.newId();
    await writer.insert('reminder', [{ id, person_id: personId, date: input.date, text: input.text, done_on: null }]);
    return { id, name };
  });
  return { stepId, id: result.id, message: `You will be reminded of ${result.name} on ${input.date}.` };
}

export async function updateReminder(context: Context, id: string, input: Body<'updateReminder'>): Promise<Acted> {
  const { done, ...rest } = input;
  const today = await todayOf(context);
  const message = done === true ? 'Done.' : done === false ? 'Open again.' : 'Reminder changed.';
  return change(context, {
    entity: 'reminder',
    id,
    what: 'reminder',
    patch: { ...rest, ...doneOn(done, today) },
    message,
  });
}

const doneOn = (done: boolean | undefined, today: CalendarDate) =>
  done === undefined ? {} : { done_on: done ? today : null };

type Remembered = 'fact' | 'promise' | 'reminder';

async function change<E extends Remembered>(
  context: Context,
  what: { entity: E; id: string; what: string; patch: Patch<E>; message: string },
): Promise<Acted> {
  const { stepId } = await act(context, { kind: what.entity, title: `Changed a ${what.what}` }, async (writer) => {
    const row = await findRow(writer, what.entity, what.id);
    if (!row) throw gone(what.what);
    writer.title = `${what.message.replace(/\.$/, '')}: ${row.text}`;
    await writer.updateRow(what.entity, row, what.patch);
    return null;
  });
  return { stepId, message: what.message };
}

export async function removeRemembered(context: Context, entity: Remembered, id: string): Promise<Acted> {
  const { stepId } = await act(context, { kind: entity, title: `Deleted a ${entity}` }, async (writer) => {
    const row = await findRow(writer, entity, id);
    if (!row) throw gone(entity);
    writer.title = `Deleted a ${entity}: ${row.text}`;
    await writer.remove(entity, [id]);
    return null;
  });
  return { stepId, message: `The ${entity} is deleted.` };
}

export async function addTie(context: Context, personId: string, input: Body<'addTie'>): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'tie', title: 'Related two people' }, async (writer) => {
    const name = await nameOf(writer, personId);
    const { otherId } = input;
    if (otherId === undefined && !input.otherName)
      throw new AppError('invalid', 'Say who the other is: a person of yours, or a name.');
    if (otherId === personId) throw new AppError('invalid', 'A person cannot be related to themselves.');
    const otherName = otherId === undefined ? (input.otherName ?? '') : await nameOf(writer, otherId);
    const id = await insertTie(writer, { personId, kind: input.kind, otherId: otherId ?? null, otherName, name });
    writer.title = `${otherName} is ${name}’s ${input.kind}`;
    if (otherId !== undefined && input.kind === 'introduced by')
      await noteIntroducer(writer, { by: otherId, to: personId, name, today });
    if (otherId !== undefined && input.kind === 'introduced')
      await noteIntroducer(writer, { by: personId, to: otherId, name: otherName, today });
    return { id, otherName, name };
  });
  return { stepId, id: result.id, message: `${result.otherName} is ${result.name}’s ${input.kind}.` };
}

/** A tie and, when the other is a person here, its inverse beside it. */
export async function insertTie(
  writer: Writer,
  tie: { personId: string; kind: string; otherId: string | null; otherName: string; name: string },
): Promise<string> {
  const id = writer.newId();
  const inverseId = tie.otherId === null ? null : writer.newId();
  await writer.insert('tie', [
    {
      id,
      person_id: tie.personId,
      kind: tie.kind,
      other_id: tie.otherId,
      other_name: tie.otherName,
      inverse_id: inverseId,
    },
  ]);
  if (tie.otherId !== null && inverseId !== null) {
    await writer.insert('tie', [
      {
        id: inverseId,
        person_id: tie.otherId,
        kind: inverseTie(tie.kind),
        other_id: tie.personId,
        other_name: tie.name,
        inverse_id: id,
      },
    ]);
  }
  return id;
}

export async function removeTie(context: Context, id: string): Promise<Acted> {
  const { stepId } = await act(context, { kind: 'tie', title: 'Removed a tie' }, async (writer) => {
    const row = await findRow(writer, 'tie', id);
    if (!row) throw gone('tie');
    await writer.remove('tie', row.inverse_id === null ? [id] : [id, row.inverse_id]);
    return null;
  });
  return { stepId, message: 'The tie is removed.' };
}
