import type { Acted, Body } from '../contract/routes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { isSpoken } from '../domain/keeping/open-threads.ts';
import type { Channel } from '../domain/words.ts';
import { findRow, type Writer } from '../storage/feed.ts';
import { findPerson, findState } from '../storage/repositories/person.repository.ts';
import { resourcesById, sharesOfResources } from '../storage/repositories/resource.repository.ts';
import type { ResourceTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { act, type Context, scopeOf, todayOf } from './context.ts';
import { nameOf } from './memory.service.ts';
import { reachableChannels } from './reach.ts';
import { newShare } from './resources/new-share.ts';
import { insertTouch } from './touches.service.ts';

/** Who got what, when, and what they made of it. */

/** @throws AppError `not-found` */
export async function getResourceRow(scope: Scope, id: string): Promise<ResourceTable> {
  const [row] = await resourcesById(scope, [id]);
  if (!row) throw new AppError('not-found', 'This is not kept here (any more).');
  return row;
}

/**
 * Passes it on to one person: a touch, who got it, and what stands in the ledger, in one step; or, with `later`, only notes
 * that it is meant for them.
 * @throws AppError `conflict` when they have it already and `again` was not said
 */
export async function shareResource(context: Context, id: string, input: Body<'shareResource'>): Promise<Acted> {
  const today = await todayOf(context);
  const date = (input.date as CalendarDate | undefined) ?? today;
  if (date > today)
    throw new AppError('invalid', `${date} is still to come. Share it then, or keep it for them until.`);
  const { stepId, result } = await act(context, { kind: 'share', title: 'Shared something' }, async (writer) => {
    const row = await getResourceRow(writer, id);
    const name = await nameOf(writer, input.personId);
    if (input.later === true) {
      writer.title = `Kept “${row.title}” for ${name}`;
      await keepFor(writer, row, input.personId);
      return { message: `“${row.title}” is kept for ${name}.` };
    }
    writer.title = `Shared “${row.title}” with ${name}`;
    const shareId = await insertShare(writer, row, { ...input, date, name });
    return { message: `Shared “${row.title}” with ${name}.`, id: shareId };
  });
  return { stepId, ...result };
}

async function keepFor(writer: Writer, row: ResourceTable, personId: string): Promise<void> {
  const before = (await sharesOfResources(writer, [row.id])).find((share) => share.person_id === personId);
  if (before === undefined)
    await writer.insert('share', [newShare({ id: writer.newId(), resourceId: row.id, personId })]);
}

/** In a step that is open. @param touchId the touch it was part of, where one is written already */
export async function insertShare(
  writer: Writer,
  row: ResourceTable,
  {
    personId,
    name,
    date,
    channel,
    again = false,
    touchId,
  }: {
    personId: string;
    name: string;
    date: CalendarDate;
    channel?: Channel | undefined;
    again?: boolean | undefined;
    touchId?: string;
  },
): Promise<string> {
  const before = (await sharesOfResources(writer, [row.id])).filter((share) => share.person_id === personId);
  const got = before.find(({ shared_on }) => shared_on !== null);
  if (got !== undefined && !again)
    throw new AppError(
      'conflict',
      `You shared “${row.title}” with ${name} on ${got.shared_on} already. If it shall be twice, say so: share it again.`,
    );
  const via = channel ?? (await writtenChannel(writer, personId));
  const touch =
    touchId ??
    (await insertTouch(writer, {
      people: [personId],
      date,
      channel: via,
      direction: 'mine',
      summary: `Sent “${row.title}”`,
      source: 'share',
    }));
  await writer.insert('exchange', [
    { id: writer.newId(), person_id: personId, kind: 'given', text: `Shared “${row.title}”`, date },
  ]);
  const meant = before.find(({ shared_on }) => shared_on === null);
  const now = { shared_on: date, channel: via, touch_id: touch };
  if (meant !== undefined) {
    await writer.updateRow('share', meant, now);
    return meant.id;
  }
  const share = { ...newShare({ id: writer.newId(), resourceId: row.id, personId }), ...now };
  await writer.insert('share', [share]);
  return share.id;
}

/** As they are usually written to. */
async function writtenChannel(writer: Writer, personId: string): Promise<Channel> {
  const person = await findPerson(writer, personId);
  const state = await findState(writer, personId);
  const ways = person === undefined ? [] : reachableChannels(JSON.parse(person.card));
  const usual = [person?.channel, state?.last_channel].filter((one): one is Channel => typeof one === 'string');
  return [...usual, ...ways].find((one) => !isSpoken(one)) ?? 'other';
}

/** What they made of it, which decides what is offered for them next. */
export async function updateShare(context: Context, id: string, input: Body<'updateShare'>): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'share', title: 'Noted what they said' }, async (writer) => {
    const row = await findRow(writer, 'share', id);
    if (!row) throw new AppError('not-found', 'This is not shared (any more).');
    const name = await nameOf(writer, row.person_id);
    writer.title = `Noted what ${name} made of it`;
    await writer.updateRow('share', row, input);
    return name;
  });
  return { stepId, id, message: `Noted what ${result} made of it.` };
}

/** It is not meant for them any more, or was never shared: what was logged of it stays. */
export async function deleteShare(context: Context, id: string): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'share', title: 'Took a name off' }, async (writer) => {
    const row = await findRow(writer, 'share', id);
    if (!row) throw new AppError('not-found', 'This is not shared (any more).');
    const name = await nameOf(writer, row.person_id);
    writer.title = `Took ${name} off what was shared`;
    await writer.remove('share', [id]);
    return name;
  });
  return { stepId, message: `${result} is taken off.` };
}

/** The share that a reaction is to. @throws AppError `not-found` */
export async function findShare(
  context: Context,
  { resourceId, personId, name }: { resourceId: string; personId: string; name: string },
): Promise<string> {
  const shares = await sharesOfResources(scopeOf(context), [resourceId]);
  const found = shares.find(({ person_id, shared_on }) => person_id === personId && shared_on !== null);
  if (!found) throw new AppError('not-found', `It is not shared with ${name} yet: tendril resource share WHAT WHO.`);
  return found.id;
}
