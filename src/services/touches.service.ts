import type { Answer, Body, Query } from '../contract/routes.ts';
import type { Touch } from '../contract/shapes.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { addDays } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { foldTokens } from '../domain/fold.ts';
import type { Channel, Direction } from '../domain/words.ts';
import type { Patch } from '../storage/entities.ts';
import { findRow, type Writer } from '../storage/feed.ts';
import { peopleOfTouches, touchesOfPerson, touchPeopleRows } from '../storage/repositories/touch.repository.ts';
import type { TouchTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { act, type Context, scopeOf, todayOf } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { type Acted, nameOf } from './memory.service.ts';
import { isLetter, keepWriting } from './voice.ts';

/** Touches: what happened between people, and what is planned to. */

/** Channels on which both take part at once. */
const MEETINGS: ReadonlySet<Channel> = new Set(['in-person', 'video', 'event']);

/** Who began, when nobody said: a meeting is of both, a message mine. */
export function usualDirection(channel: Channel): Direction {
  return MEETINGS.has(channel) ? 'mutual' : 'mine';
}

export interface NewTouch {
  readonly id?: string;
  readonly people: readonly string[];
  readonly date: CalendarDate;
  readonly at?: string | null;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly summary?: string;
  readonly notes?: string;
  readonly place?: string | null;
  readonly plan?: boolean;
  readonly personal?: boolean;
  readonly followUp?: boolean;
  readonly followUpOn?: CalendarDate | null;
  readonly followUpText?: string | null;
  readonly topic?: string | null;
  readonly source?: string | null;
}

/** Writes a touch and its people. @throws AppError `not-found` for a person who is not here */
export async function insertTouch(writer: Writer, touch: NewTouch): Promise<string> {
  const id = touch.id ?? writer.newId();
  const people = [...new Set(touch.people)];
  for (const personId of people) await nameOf(writer, personId);
  await writer.insert('touch', [
    {
      id,
      date: touch.date,
      at: touch.at ?? null,
      channel: touch.channel,
      direction: touch.direction,
      summary: touch.summary ?? '',
      notes: touch.notes ?? '',
      place: touch.place ?? null,
      plan: touch.plan ? 1 : 0,
      personal: touch.personal === false ? 0 : 1,
      follow_up: touch.followUp ? 1 : 0,
      follow_up_on: touch.followUp ? (touch.followUpOn ?? addDays(touch.date, 1)) : null,
      follow_up_text: touch.followUpText ?? null,
      topic: touch.topic ?? null,
      source: touch.source ?? null,
      created_at: writer.now,
    },
  ]);
  await writer.insert(
    'touch_person',
    people.map((personId) => ({ id: writer.newId(), touch_id: id, person_id: personId })),
  );
  return id;
}

export async function addTouch(context: Context, input: Body<'addTouch'>): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'touch', title: 'Logged a touch' }, async (writer) => {
    const date = (input.date as CalendarDate | undefined) ?? today;
    const plan = input.plan ?? date > today;
    const touch = touchOf(input, { date, plan });
    const id = await insertTouch(writer, touch);
    await learnFrom(writer, touch);
    const names = await namesOf(writer, input.people);
    writer.title = plan ? `Planned with ${names}` : `Logged a touch with ${names}`;
    return { id, names, plan };
  });
  return {
    stepId,
    id: result.id,
    message: result.plan ? `Planned with ${result.names}.` : `Logged with ${result.names}.`,
  };
}

function touchOf(input: Body<'addTouch'>, day: { date: CalendarDate; plan: boolean }): NewTouch {
  const { people, channel, direction, at, ...rest } = input;
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...said, ...day, people, channel, at: at ?? null, direction: direction ?? usualDirection(channel) };
}

/** A letter that was written to one person, and is kept whole as a note, shows how the owner writes. */
async function learnFrom(
  writer: Writer,
  { people, direction, channel, date, notes = '', plan }: NewTouch,
): Promise<void> {
  const [personId, ...others] = people;
  if (personId === undefined || others.length > 0 || direction !== 'mine' || plan || !isLetter(notes)) return;
  await keepWriting(writer, { personId, text: notes, channel, date, own: true });
}

/** `Ada`, `Ada and Tom`, `Ada, Tom and 3 others`. */
export async function namesOf(scope: Scope, personIds: readonly string[]): Promise<string> {
  const names: string[] = [];
  for (const id of personIds.slice(0, 3)) names.push(await nameOf(scope, id));
  if (personIds.length > 3) return `${names.slice(0, 2).join(', ')} and ${personIds.length - 2} others`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? 'nobody');
}

export async function updateTouch(context: Context, id: string, input: Body<'updateTouch'>): Promise<Acted> {
  const { stepId } = await act(context, { kind: 'touch', title: 'Changed a touch' }, async (writer) => {
    const row = await findRow(writer, 'touch', id);
    if (!row) throw new AppError('not-found', 'This touch is not here (any more).');
    await writer.updateRow('touch', row, patchOf(row, input));
    if (input.people) await changePeople(writer, id, input.people);
    return null;
  });
  return { stepId, id, message: 'Touch changed.' };
}

function patchOf(row: TouchTable, input: Body<'updateTouch'>): Patch<'touch'> {
  const flag = (value: boolean) => (value ? 1 : 0);
  const date = input.date ?? row.date;
  return {
    date,
    ...(input.at === undefined ? {} : { at: input.at }),
    ...(input.channel === undefined ? {} : { channel: input.channel }),
    ...(input.direction === undefined ? {} : { direction: input.direction }),
    ...(input.summary === undefined ? {} : { summary: input.summary }),
    ...(input.notes === undefined ? {} : { notes: input.notes }),
    ...(input.place === undefined ? {} : { place: input.place }),
    ...(input.plan === undefined ? {} : { plan: flag(input.plan) }),
    ...(input.personal === undefined ? {} : { personal: flag(input.personal) }),
    ...(input.followUp === undefined
      ? {}
      : {
          follow_up: flag(input.followUp),
          follow_up_on: input.followUp ? (row.follow_up_on ?? addDays(date as CalendarDate, 1)) : null,
        }),
  };
}

async function changePeople(writer: Writer, touchId: string, people: readonly string[]): Promise<void> {
  const rows = await touchPeopleRows(writer, touchId);
  const there = new Set(rows.map((row) => row.person_id));
  const wanted = new Set(people);
  const fresh = [...wanted].filter((id) => !there.has(id));
  for (const id of fresh) await nameOf(writer, id);
  await writer.remove(
    'touch_person',
    rows.filter((row) => !wanted.has(row.person_id)).map((row) => row.id),
  );
  await writer.insert(
    'touch_person',
    fresh.map((personId) => ({ id: writer.newId(), touch_id: touchId, person_id: personId })),
  );
}

export async function deleteTouch(context: Context, id: string): Promise<Acted> {
  const { stepId } = await act(context, { kind: 'touch', title: 'Deleted a touch' }, async (writer) => {
    const row = await findRow(writer, 'touch', id);
    if (!row) throw new AppError('not-found', 'This touch is not here (any more).');
    const people = await touchPeopleRows(writer, id);
    writer.title = `Deleted a touch with ${await namesOf(
      writer,
      people.map((person) => person.person_id),
    )}`;
    await writer.remove(
      'touch_person',
      people.map((person) => person.id),
    );
    await writer.remove('touch', [id]);
    return null;
  });
  return { stepId, message: 'The touch is deleted.' };
}

export async function listTouches(
  context: Context,
  personId: string,
  page: Query<'listTouches'>,
): Promise<Answer<'listTouches'>> {
  const scope = scopeOf(context);
  const limit = page.limit ?? 30;
  const cursor = page.cursor === undefined ? undefined : readCursor(page.cursor);
  const after = cursor && { date: cursor.value, id: cursor.id };
  const rows =
    page.q === undefined && page.channel === undefined && page.kind === undefined
      ? await touchesOfPerson(scope, personId, { limit: limit + 1, ...(after ? { after } : {}) })
      : await findTouches(scope, personId, { fits: fitting(page), most: limit + 1, after });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await toTouches(scope, shown),
    next: rows.length > limit && last ? writeCursor(last.date, last.id) : null,
  };
}

/** Touches read at a time while some are looked for: one person's are too few to deserve an index of their own. */
const LOOKED_THROUGH = 200;

async function findTouches(
  scope: Scope,
  personId: string,
  { fits, most, after }: { fits: (row: TouchTable) => boolean; most: number; after: TouchPlace | undefined },
): Promise<TouchTable[]> {
  const found: TouchTable[] = [];
  let from = after;
  for (;;) {
    const rows = await touchesOfPerson(scope, personId, { limit: LOOKED_THROUGH, ...(from ? { after: from } : {}) });
    found.push(...rows.filter(fits));
    from = rows.at(-1);
    if (from === undefined || rows.length < LOOKED_THROUGH || found.length >= most) return found.slice(0, most);
  }
}

type TouchPlace = Pick<TouchTable, 'date' | 'id'>;

/** Every word asked for begins one of the touch's own. */
function fitting({ q = '', channel, kind }: Query<'listTouches'>): (row: TouchTable) => boolean {
  const asked = foldTokens(q);
  return (row) => {
    if (channel !== undefined && row.channel !== channel) return false;
    if (kind !== undefined && kind !== (row.plan === 1 ? 'plan' : row.personal === 1 ? 'personal' : 'group'))
      return false;
    const words = asked.length === 0 ? [] : foldTokens(`${row.summary} ${row.notes} ${row.place ?? ''}`);
    return asked.every((start) => words.some((word) => word.startsWith(start)));
  };
}

export async function toTouches(scope: Scope, rows: readonly TouchTable[]): Promise<Touch[]> {
  const people = await peopleOfTouches(
    scope,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    date: row.date,
    at: row.at,
    channel: row.channel as Channel,
    direction: row.direction as Direction,
    summary: row.summary,
    notes: row.notes,
    place: row.place,
    plan: row.plan === 1,
    personal: row.personal === 1,
    followUp: row.follow_up === 1,
    source: row.source,
    people: people.get(row.id) ?? [],
  }));
}
