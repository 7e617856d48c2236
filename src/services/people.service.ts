import type { Answer, Body, Query } from '../contract/routes.ts';
import type { PeopleFilter, PersonRow, PersonSummary } from '../contract/shapes.ts';
import { withDeath } from '../domain/card/card.ts';
import { normalizeEmail } from '../domain/card/identities.ts';
import type { Card } from '../domain/card/jscontact.ts';
import { checkCard, newCard } from '../domain/card/new-card.ts';
import { type CalendarDate, type PartialDate, toCalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { type ContactHistory, type WarmthReading, warmthOf } from '../domain/keeping/warmth.ts';
import type { Patch } from '../storage/entities.ts';
import { findRow, type Writer } from '../storage/feed.ts';
import { membershipsOf } from '../storage/repositories/circle.repository.ts';
import { notSameRows } from '../storage/repositories/double.repository.ts';
import { exchangesOf } from '../storage/repositories/exchange.repository.ts';
import { gatheringsOf } from '../storage/repositories/gathering.repository.ts';
import { goalsOfPeople, outcomesOfPeople } from '../storage/repositories/goal.repository.ts';
import { introductionsOf } from '../storage/repositories/introduction.repository.ts';
import { dismissalsOf, factsOf, promisesOf, remindersOf, tiesOf } from '../storage/repositories/memory.repository.ts';
import { momentsOf } from '../storage/repositories/moment.repository.ts';
import { newsOfPeople } from '../storage/repositories/news.repository.ts';
import {
  circleNames,
  contactsAmong,
  findPeople,
  findStates,
  inSlices,
  listStates,
  type PeoplePage,
  type PersonState,
  sortValue,
} from '../storage/repositories/person.repository.ts';
import { sharesOf } from '../storage/repositories/resource.repository.ts';
import { revivalsOf } from '../storage/repositories/revival.repository.ts';
import { touchesOfPerson, touchPeopleRows } from '../storage/repositories/touch.repository.ts';
import { writingsOf } from '../storage/repositories/words.repository.ts';
import type { Scope } from '../storage/store.ts';
import { addMembers, ensureCircle, getCircle } from './circles.service.ts';
import { act, type Context, scopeOf, todayOf } from './context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { getPersonRow } from './keeping.service.ts';
import { type Acted, nameOf } from './memory.service.ts';
import { newPersonRow } from './new-person-row.ts';
import { countPeople } from './people-count.ts';
import { toStateFilter } from './people-filter.ts';
import { readSettings } from './read-settings.ts';

/** People: adding, changing, listing. The page of one person is in `person-page.service.ts`. */

export async function addPerson(context: Context, input: Body<'addPerson'>): Promise<Acted> {
  const { email, phone } = input;
  if (email && normalizeEmail(email) === '') throw new AppError('invalid', `“${email}” is no e-mail address.`);
  if (phone && !/\d/.test(phone)) throw new AppError('invalid', `“${phone}” is no phone number.`);
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'person', title: `Added ${input.name}` }, async (writer) => {
    const id = await insertPerson(writer, {
      card: newCard(input, `urn:uuid:${input.id ?? writer.newId()}`),
      today,
      ...(input.id === undefined ? {} : { id: input.id }),
    });
    const patch = { channel: input.channel ?? null, rhythm_days: input.rhythmDays ?? null };
    await writer.update('person', id, patch);
    if (input.circle !== undefined && input.circle !== '') {
      await addMembers(writer, await ensureCircle(writer, input.circle), { personIds: [id], today });
      await writer.update('person', id, { sorted_on: today });
    }
    return id;
  });
  return { stepId, id: result, message: `${input.name} is here.` };
}

/** A row for a new person. */
export async function insertPerson(
  writer: Writer,
  person: { id?: string; card: Card; today: CalendarDate },
): Promise<string> {
  const id = person.id ?? writer.newId();
  await writer.insert('person', [newPersonRow({ ...person, id })]);
  return id;
}

export async function updatePerson(context: Context, id: string, input: Body<'updatePerson'>): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'person', title: 'Changed a person' }, async (writer) => {
    const row = await getPersonRow(writer, id);
    const name = await nameOf(writer, id);
    if (input.rev !== undefined && input.rev !== row.rev) {
      throw new AppError(
        'conflict',
        `${name} was changed meanwhile. Look at the newer version and make your change again.`,
        { details: { rev: row.rev } },
      );
    }
    writer.title = titleOf(input, name);
    await writer.updateRow('person', row, patchOf(input, { card: row.card, today }));
    return name;
  });
  return { stepId, id, message: `${result} is changed.` };
}

/**
 * Somebody has died: nothing is proposed for them any more, and everything stays.
 * @param date as far as it is known
 * @throws AppError `invalid` for a day still to come
 */
export async function noteDeath(context: Context, id: string, date?: PartialDate): Promise<Acted> {
  const { year, month = 1, day = 1 } = date ?? {};
  const today = await todayOf(context);
  if (year !== undefined && toCalendarDate(Temporal.PlainDate.from({ year, month, day })) > today)
    throw new AppError('invalid', 'This day is still to come. Say when it was, or leave the day out.');
  const { stepId, result } = await act(context, { kind: 'person', title: 'Marked a death' }, async (writer) => {
    const row = await getPersonRow(writer, id);
    const name = await nameOf(writer, id);
    writer.title = `Marked that ${name} has died`;
    const card = date === undefined ? undefined : withDeath(JSON.parse(row.card) as Card, date);
    await writer.updateRow('person', row, { deceased: 1, ...(card && { card: JSON.stringify(card) }) });
    return name;
  });
  return { stepId, id, message: `${result} has died. Nothing is proposed any more; everything shared stays.` };
}

function titleOf(input: Body<'updatePerson'>, name: string): string {
  if (input.archived !== undefined)
    return input.archived ? `Archived ${name}` : `Brought ${name} back from the archive`;
  if (input.deceased) return `Marked that ${name} has died`;
  return `Changed ${name}`;
}

function patchOf(input: Body<'updatePerson'>, present: { card: string; today: CalendarDate }): Patch<'person'> {
  const given = input.card === undefined ? undefined : checkCard(input.card);
  const withTags =
    input.tags === undefined
      ? given
      : {
          ...(given ?? (JSON.parse(present.card) as Card)),
          keywords: Object.fromEntries(input.tags.map((tag): [string, true] => [tag, true])),
        };
  return {
    ...(withTags === undefined ? {} : { card: JSON.stringify(withTags) }),
    ...(input.channel === undefined ? {} : { channel: input.channel }),
    ...(input.rhythmDays === undefined ? {} : { rhythm_days: input.rhythmDays }),
    ...(input.archived === undefined ? {} : { archived_on: input.archived ? present.today : null }),
    ...(input.deceased === undefined ? {} : { deceased: input.deceased ? 1 : 0 }),
  };
}

/** Deletes a person with all that hangs on them; touches with others keep the others. One undo brings everything back. */
export async function deletePerson(context: Context, id: string): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'person', title: 'Deleted a person' }, async (writer) => {
    await getPersonRow(writer, id);
    const name = await nameOf(writer, id);
    writer.title = `Deleted ${name}`;
    await removeWhatHangs(writer, id);
    await writer.remove('person', [id]);
    return name;
  });
  return { stepId, message: `${result} is deleted.` };
}

async function removeWhatHangs(writer: Writer, id: string): Promise<void> {
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
  await writer.remove('circle_member', ids(await membershipsOf(writer, [id])));
  await writer.remove('fact', ids(await factsOf(writer, [id])));
  await writer.remove('promise', ids(await promisesOf(writer, [id])));
  await writer.remove('reminder', ids(await remindersOf(writer, [id])));
  await writer.remove('moment', ids(await momentsOf(writer, [id])));
  await writer.remove('exchange', ids(await exchangesOf(writer, [id])));
  await writer.remove('share', ids(await sharesOf(writer, [id])));
  await writer.remove('revival', ids(await revivalsOf(writer, [id])));
  await writer.remove('writing', ids(await writingsOf(writer, [id])));
  await writer.remove('introduction', ids(await introductionsOf(writer, [id])));
  await writer.remove('gathering_person', ids(await gatheringsOf(writer, [id])));
  await writer.remove('news_person', ids(await newsOfPeople(writer, [id])));
  await writer.remove('goal_person', ids(await goalsOfPeople(writer, [id])));
  await writer.remove('outcome_person', ids(await outcomesOfPeople(writer, [id])));
  await writer.remove('dismissal', ids(await dismissalsOf(writer, [id])));
  await writer.remove('not_same', ids(await notSameRows(writer, id)));
  for (const tie of await tiesOf(writer, [id]))
    await writer.remove('tie', tie.inverse_id === null ? [tie.id] : [tie.id, tie.inverse_id]);
  await writer.remove(
    'source_record',
    ids(
      await writer.db
        .selectFrom('source_record')
        .select('id')
        .where('network_id', '=', writer.networkId)
        .where('person_id', '=', id)
        .execute(),
    ),
  );
  for (const touch of await touchesOfPerson(writer, id, { limit: 100_000 })) {
    const people = await touchPeopleRows(writer, touch.id);
    await writer.remove(
      'touch_person',
      people.filter((row) => row.person_id === id).map((row) => row.id),
    );
    if (people.length === 1) await writer.remove('touch', [touch.id]);
  }
}

/** These people with cards, by name. */
export async function peopleRows(context: Context, ids: readonly string[]): Promise<PersonRow[]> {
  const scope = scopeOf(context);
  const there = await contactsAmong(scope, ids);
  const states = (await findStates(scope, [...there])).sort((a, b) =>
    a.sort_key === b.sort_key ? (a.person_id < b.person_id ? -1 : 1) : a.sort_key < b.sort_key ? -1 : 1,
  );
  return inSlices(states, async (slice) => toRows(scope, slice, await todayOf(context)));
}

/** Everyone but the owner who fits, archived ones too unless said otherwise, with cards: what `people` prints and exports are made of. */
export async function allPeople(
  context: Context,
  { limit: wanted = Number.POSITIVE_INFINITY, ...given }: PeopleFilter & { limit?: number },
): Promise<PersonRow[]> {
  const scope = scopeOf(context);
  const today = await todayOf(context);
  if (given.circle !== undefined) await getCircle(scope, given.circle);
  const filter = await toStateFilter(scope, given.saved === undefined ? { show: 'all', ...given } : given, today);
  const rows: PersonRow[] = [];
  let after: PeoplePage['after'];
  while (rows.length < wanted) {
    const limit = Math.min(500, wanted - rows.length);
    const states = await listStates(scope, {
      sort: 'name',
      ...filter,
      limit,
      ...(after ? { after } : {}),
    });
    rows.push(...(await toRows(scope, states, today)));
    const last = states.at(-1);
    if (!last || states.length < limit) break;
    after = { value: sortValue(last, 'name'), id: last.person_id };
  }
  return rows;
}

/**
 * The rows with the E.164 reading of each phone beside the number as it was written (`tendril:e164`), in the owner's
 * country. It is derived, and part of no card that is kept or sent.
 */
export async function withDialling(context: Context, rows: readonly PersonRow[]): Promise<PersonRow[]> {
  const { country } = await readSettings(scopeOf(context));
  return rows.map((row) => {
    const { phones } = row.card as unknown as Card;
    if (phones === undefined) return row;
    const dialled = Object.entries(phones).map(([id, phone]) => {
      const e164 = context.store.phoneKey(phone.number, country);
      return [id, e164 === undefined ? phone : { ...phone, 'tendril:e164': e164 }];
    });
    return { ...row, card: { ...row.card, phones: Object.fromEntries(dialled) } };
  });
}

async function toRows(scope: Scope, states: readonly PersonState[], today: CalendarDate): Promise<PersonRow[]> {
  const ids = states.map((state) => state.person_id);
  const cards = new Map((await findPeople(scope, ids)).map((person) => [person.id, person.card]));
  const circles = await circleNames(scope, ids);
  return states.map((state) => ({
    id: state.person_id,
    name: state.name,
    card: JSON.parse(cards.get(state.person_id) ?? '{}') as PersonRow['card'],
    circles: (circles.get(state.person_id) ?? []).map((circle) => circle.name),
    lastTouch: state.last_contact,
    nextTouch: state.next_touch,
    warmth: warmthNow(state, today)?.band ?? null,
  }));
}

/** How a tie stands today, by the history kept of it. */
export function warmthNow(
  state: PersonState,
  today: CalendarDate,
): (WarmthReading & { readonly history: ContactHistory }) | null {
  if (state.history === null) return null;
  const history = JSON.parse(state.history) as ContactHistory;
  const reading = warmthOf({ history, rhythmDays: state.rhythm_days, today });
  return reading && { ...reading, history };
}

export async function listPeople(context: Context, query: Query<'listPeople'>): Promise<Answer<'listPeople'>> {
  const scope = scopeOf(context);
  const today = await todayOf(context);
  const limit = query.limit ?? 60;
  const filter = await toStateFilter(scope, query, today);
  const page: PeoplePage = { sort: query.sort ?? 'name', limit, ...filter };
  if (page.ids !== undefined) {
    const order = new Map(page.ids.map((id, i) => [id, i]));
    const states = await listStates(scope, { ...page, limit: page.ids.length });
    states.sort((a, b) => (order.get(a.person_id) ?? 0) - (order.get(b.person_id) ?? 0));
    return { items: await summaries(scope, states.slice(0, limit), today), next: null, total: states.length };
  }
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
  const states = await listStates(scope, { ...page, limit: limit + 1, ...(after ? { after } : {}) });
  const shown = states.slice(0, limit);
  const last = shown.at(-1);
  // Counted with the first page, unless that is all: to count fifty thousand takes longer than to read sixty.
  const whole = after === undefined && states.length <= limit;
  const total = after?.total ?? (whole ? states.length : await countPeople(context.store, scope, filter));
  return {
    items: await summaries(scope, shown, today),
    next: states.length > limit && last ? writeCursor(sortValue(last, page.sort), last.person_id, total) : null,
    total,
  };
}

export async function summaries(
  scope: Scope,
  states: readonly PersonState[],
  today: CalendarDate,
): Promise<PersonSummary[]> {
  const circles = await circleNames(
    scope,
    states.map((state) => state.person_id),
  );
  return states.map((state) => ({
    id: state.person_id,
    name: state.name,
    initials: state.initials,
    photo: state.photo,
    headline: state.headline,
    place: state.place,
    circles: (circles.get(state.person_id) ?? []).map((circle) => circle.name),
    tags: JSON.parse(state.tags) as string[],
    lastTouch: state.last_contact,
    nextTouch: state.next_touch,
    warmth: warmthNow(state, today)?.band ?? null,
    organisation: state.organisation,
    city: state.city_key === null ? null : state.place,
    email: state.email,
    phone: state.phone,
    birthday: state.birthday === null ? null : (JSON.parse(state.birthday) as PersonSummary['birthday']),
    archived: state.active === 0,
  }));
}

export async function summariesOf(scope: Scope, ids: readonly string[], today: CalendarDate): Promise<PersonSummary[]> {
  const byId = new Map((await findStates(scope, ids)).map((state) => [state.person_id, state]));
  return summaries(
    scope,
    ids.flatMap((id) => byId.get(id) ?? []),
    today,
  );
}

/** Sets the photo from bytes of an image. */
export async function setPhoto(
  context: Context,
  id: string,
  photo: { bytes: Uint8Array; mediaType: string; hash: string },
): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'person', title: 'Set a photo' }, async (writer) => {
    const row = await findRow(writer, 'person', id);
    if (!row) throw new AppError('not-found', 'This person is not here (any more).');
    const name = await nameOf(writer, id);
    writer.title = `Set a photo of ${name}`;
    await writer.store.database.dialect.insertMany(
      writer.db,
      'blob',
      ['network_id', 'hash', 'media_type', 'size', 'bytes'],
      [[writer.networkId, photo.hash, photo.mediaType, photo.bytes.length, photo.bytes]],
      { onConflict: 'ignore' },
    );
    const card = JSON.parse(row.card) as Card;
    const others = Object.entries(card.media ?? {}).filter(([, medium]) => medium.kind !== 'photo');
    const media = {
      photo: { kind: 'photo', blobId: photo.hash, mediaType: photo.mediaType },
      ...Object.fromEntries(others),
    };
    await writer.updateRow('person', row, { card: JSON.stringify({ ...card, media }) });
    return name;
  });
  return { stepId, id, message: `${result} has a new photo.` };
}
