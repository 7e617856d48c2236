import type { Answer, Body } from '../contract/routes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { fold } from '../domain/fold.ts';
import { OFFERED_CIRCLES } from '../domain/keeping/rhythm.ts';
import { nearestFirst } from '../domain/slips.ts';
import type { Writer } from '../storage/feed.ts';
import { findRow } from '../storage/feed.ts';
import { circleCounts, listCircleRows, membershipsOf, membersOf } from '../storage/repositories/circle.repository.ts';
import type { CircleTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { act, type Context, scopeOf, todayOf } from './context.ts';
import { type Acted, nameOf } from './memory.service.ts';
import { countsForTriage } from './triage-counts.ts';

export async function listCircles(context: Context): Promise<Answer<'listCircles'>> {
  const scope = scopeOf(context);
  const rows = await listCircleRows(scope);
  const counts = await circleCounts(scope, await todayOf(context));
  const { unsorted, acquaintances } = await countsForTriage(context.store, scope);
  const taken = new Set(rows.map((row) => fold(row.name)));
  return {
    circles: rows.map((row) => ({
      ...shown(row),
      members: counts.get(row.id)?.members ?? 0,
      due: counts.get(row.id)?.due ?? 0,
    })),
    offered: OFFERED_CIRCLES.filter((offer) => !taken.has(fold(offer.name))).map((offer) => ({ ...offer })),
    acquaintances,
    unsorted,
  };
}

const shown = (row: CircleTable) => ({
  id: row.id,
  name: row.name,
  rhythmDays: row.rhythm_days,
  size: row.size,
  position: row.position,
});

export async function findCircle(scope: Scope, name: string): Promise<CircleTable | undefined> {
  return (await listCircleRows(scope)).find((row) => row.id === name || fold(row.name) === fold(name));
}

/** @throws AppError `not-found` naming the circles there are */
export async function getCircle(scope: Scope, name: string): Promise<CircleTable> {
  const circle = await findCircle(scope, name);
  if (circle) return circle;
  const names = (await listCircleRows(scope)).map((row) => row.name);
  throw noSuchCircle(name, names, names.length === 0 ? 'Make it with `tendril circle set NAME`.' : '');
}

/** That there is no circle of a name: which there are, the one that may have been meant first, and what to do. */
export function noSuchCircle(name: string, there: readonly string[], remedy = ''): AppError {
  const names = there.length === 0 ? '' : `There are: ${nearestFirst(name, there).join(', ')}.`;
  return new AppError('not-found', [`There is no circle “${name}”.`, names, remedy].filter(Boolean).join(' '));
}

/** The circle of that name, made with the offered rhythm and size if it is one of the offered. */
export async function ensureCircle(writer: Writer, name: string): Promise<CircleTable> {
  const found = await findCircle(writer, name);
  if (found) return found;
  const offer = OFFERED_CIRCLES.find((one) => fold(one.name) === fold(name));
  const id = await insertCircle(writer, offer ? { ...offer } : { name });
  const made = await findRow(writer, 'circle', id);
  if (!made) throw new AppError('internal', 'A circle vanished while it was made.');
  return made;
}

async function insertCircle(writer: Writer, input: Body<'addCircle'>): Promise<string> {
  const rows = await listCircleRows(writer);
  if (rows.some((row) => fold(row.name) === fold(input.name)))
    throw new AppError('conflict', `There is a circle “${input.name}” already.`);
  const offered = OFFERED_CIRCLES.findIndex((one) => fold(one.name) === fold(input.name));
  const id = writer.newId();
  // Offered circles keep their order however late they are taken; own ones come after.
  const position =
    input.position ??
    (offered >= 0 ? offered : Math.max(OFFERED_CIRCLES.length, ...rows.map((row) => row.position + 1)));
  await writer.insert('circle', [
    { id, name: input.name, rhythm_days: input.rhythmDays ?? null, size: input.size ?? null, position },
  ]);
  return id;
}

export async function addCircle(context: Context, input: Body<'addCircle'>): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'circle', title: `Made the circle ${input.name}` }, (writer) =>
    insertCircle(writer, input),
  );
  return { stepId, id: result, message: `The circle ${input.name} is there.` };
}

export async function updateCircle(context: Context, id: string, input: Body<'updateCircle'>): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'circle', title: 'Changed a circle' }, async (writer) => {
    const row = await findRow(writer, 'circle', id);
    if (!row) throw new AppError('not-found', 'This circle is not here (any more).');
    const name = input.name ?? row.name;
    writer.title = `Changed the circle ${name}`;
    if (input.name !== undefined) {
      const other = await findCircle(writer, input.name);
      if (other && other.id !== id) throw new AppError('conflict', `There is a circle “${input.name}” already.`);
    }
    const { rhythmDays, ...rest } = input;
    await writer.updateRow('circle', row, {
      ...rest,
      ...(rhythmDays === undefined ? {} : { rhythm_days: rhythmDays }),
    });
    return name;
  });
  return { stepId, id, message: `The circle ${result} is changed.` };
}

/** Makes the circle or changes it: what `circle set` does. */
export async function setCircle(context: Context, input: Body<'addCircle'>): Promise<Acted> {
  const found = await findCircle(scopeOf(context), input.name);
  if (found) return updateCircle(context, found.id, input);
  const offer = OFFERED_CIRCLES.find((one) => fold(one.name) === fold(input.name));
  return addCircle(context, { ...offer, ...input });
}

export async function deleteCircle(context: Context, id: string): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'circle', title: 'Deleted a circle' }, async (writer) => {
    const row = await findRow(writer, 'circle', id);
    if (!row) throw new AppError('not-found', 'This circle is not here (any more).');
    writer.title = `Deleted the circle ${row.name}`;
    await writer.remove(
      'circle_member',
      (await membersOf(writer, id)).map((member) => member.id),
    );
    await writer.remove('circle', [id]);
    return row.name;
  });
  return { stepId, message: `The circle ${result} is deleted; its people stay.` };
}

/**
 * Puts people in and takes others out; with `from`, those put in leave that circle for this one.
 * @throws AppError `not-found` for either circle
 */
export async function changeMembers(context: Context, circleId: string, change: Body<'changeMembers'>): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'circle', title: 'Changed a circle' }, async (writer) => {
    const circle = await findRow(writer, 'circle', circleId);
    if (!circle) throw new AppError('not-found', 'This circle is not here (any more).');
    const added = await addMembers(writer, circle, { personIds: change.add ?? [], today });
    const removed = await removeMembers(writer, circleId, change.remove ?? []);
    const left = change.from === undefined ? undefined : await findRow(writer, 'circle', change.from);
    if (change.from !== undefined && !left) throw new AppError('not-found', 'This circle is not here (any more).');
    const moved = left ? await removeMembers(writer, left.id, change.add ?? []) : [];
    writer.title =
      left && moved.length > 0
        ? `Moved ${await peopleWords(writer, moved)} from ${left.name} to ${circle.name}`
        : await membersTitle(writer, circle.name, { added, removed });
    return writer.title;
  });
  return { stepId, message: `${result}.` };
}

/** Puts people into a circle; those in it already stay as they are. Answers who was new to it. */
export async function addMembers(
  writer: Writer,
  circle: { id: string },
  { personIds, today }: { personIds: readonly string[]; today: CalendarDate },
): Promise<string[]> {
  const there = new Set(
    (await membershipsOf(writer, personIds)).filter((row) => row.circle_id === circle.id).map((row) => row.person_id),
  );
  const fresh = [...new Set(personIds)].filter((id) => !there.has(id));
  for (const id of fresh) await nameOf(writer, id);
  await writer.insert(
    'circle_member',
    fresh.map((personId) => ({ id: writer.newId(), circle_id: circle.id, person_id: personId, since: today })),
  );
  return fresh;
}

export async function removeMembers(writer: Writer, circleId: string, personIds: readonly string[]): Promise<string[]> {
  const rows = (await membershipsOf(writer, personIds)).filter((row) => row.circle_id === circleId);
  await writer.remove(
    'circle_member',
    rows.map((row) => row.id),
  );
  return rows.map((row) => row.person_id);
}

async function membersTitle(
  scope: Scope,
  circle: string,
  { added, removed }: { added: string[]; removed: string[] },
): Promise<string> {
  if (removed.length > 0 && added.length === 0) return `Took ${await peopleWords(scope, removed)} out of ${circle}`;
  if (added.length > 0 && removed.length === 0) return `Put ${await peopleWords(scope, added)} into ${circle}`;
  if (added.length === 0) return `${circle} stayed as it was`;
  return `Changed who is in ${circle}`;
}

async function peopleWords(scope: Scope, ids: readonly string[]): Promise<string> {
  return ids.length === 1 && ids[0] !== undefined ? nameOf(scope, ids[0]) : `${ids.length} people`;
}
