import type { Attendee } from '../contract/gathering-shapes.ts';
import type { Body } from '../contract/routes.ts';
import { AppError } from '../domain/errors.ts';
import { fold } from '../domain/fold.ts';
import { type Match, matchAttendee } from '../domain/gatherings/match.ts';
import { MOST_NAMES, type NameRow, readAttendees } from '../domain/gatherings/name-rows.ts';
import type { GatheringPart } from '../domain/words.ts';
import type { NewRow } from '../storage/entities.ts';
import { findRow, type Writer } from '../storage/feed.ts';
import { findStates } from '../storage/repositories/person.repository.ts';
import type { GatheringPersonTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { act, type Context, todayOf } from './context.ts';
import { getGatheringRow, partOf, peopleAt, timeOf, toFace } from './gathering-rows.ts';
import { loadKnownNames } from './known-names.ts';
import { type Acted, nameOf } from './memory.service.ts';

/** Who is on the list of a gathering. Names of people one does not know stay names until one has met them. */

/** With whom the name may be meant, worked out when it is looked at: people come and go. */
export async function toAttendees(scope: Scope, rows: readonly GatheringPersonTable[]): Promise<Attendee[]> {
  const states = new Map(
    (
      await findStates(
        scope,
        rows.flatMap(({ person_id }) => person_id ?? []),
      )
    ).map((state) => [state.person_id, state]),
  );
  const open = rows.filter((row) => row.person_id === null && row.stranger === 0);
  const names = await loadKnownNames(
    scope,
    open.map(({ name }) => name),
  );
  const there = new Set(states.keys());
  return rows.map((row) => {
    const state = states.get(row.person_id ?? '');
    const match: Match = open.includes(row) ? matchAttendee(nameRow(row), names.bearersOf(row.name)) : UNKNOWN;
    const ids =
      match.kind === 'doubtful' ? match.candidates.map(({ id }) => id) : match.kind === 'known' ? [match.id] : [];
    return {
      id: row.id,
      name: state?.name ?? row.name,
      organisation: row.organisation,
      person: state === undefined ? null : toFace(state),
      part: partOf(row),
      wanted: row.wanted === 1,
      say: row.say,
      said: row.said,
      touchId: row.touch_id,
      candidates: ids
        .filter((id) => !there.has(id))
        .flatMap((id) => names.states.get(id) ?? [])
        .map(toFace),
    };
  });
}

const UNKNOWN: Match = { kind: 'unknown' };

const nameRow = ({ name, organisation }: GatheringPersonTable): NameRow => ({
  name,
  ...(organisation === null ? {} : { organisation }),
});

/** Puts a pasted list, or people, on the list. Those who are there already stay as they are. */
export async function addAttendees(context: Context, id: string, input: Body<'addAttendees'>): Promise<Acted> {
  const today = await todayOf(context);
  const names = readAttendees(input.text ?? '');
  const people = [...new Set(input.people ?? [])];
  if (names.length + people.length === 0)
    throw new AppError('invalid', 'There is no name in this list. Write one name a line, or rows of name and company.');
  if (names.length > MOST_NAMES)
    throw new AppError(
      'invalid',
      `This list has ${names.length} names; a gathering holds ${MOST_NAMES}. Leave out whom you will not meet.`,
    );
  const { stepId, result } = await act(context, { kind: 'gathering', title: 'Added to a list' }, async (writer) => {
    const gathering = await getGatheringRow(writer, id);
    const time = timeOf(gathering, input.date, today);
    const before = await peopleAt(writer, gathering, time);
    const list = new Additions(before, {
      gatheringId: id,
      date: time.key,
      part: input.part ?? (gathering.kind === 'dinner' ? 'invited' : 'coming'),
    });
    for (const personId of people)
      list.addPerson({ personId, name: await nameOf(writer, personId), organisation: null });
    const known = await loadKnownNames(
      writer,
      names.map(({ name }) => name),
    );
    for (const row of names) {
      const match = matchAttendee(row, known.bearersOf(row.name));
      const organisation = row.organisation ?? null;
      if (match.kind === 'known') list.addPerson({ personId: match.id, name: row.name, organisation });
      else list.addName({ name: row.name, organisation, isDoubtful: match.kind === 'doubtful' });
    }
    await list.write(writer);
    writer.title = `Added ${list.rows.length === 1 ? (list.rows[0]?.name ?? '') : `${list.rows.length} names`} to ${gathering.name}`;
    return list;
  });
  return { stepId, id, message: result.sentence() };
}

interface OnList {
  readonly gatheringId: string;
  readonly date: string;
  readonly part: GatheringPart;
}

/** What is added to one list, without what stands there. */
class Additions {
  readonly rows: Omit<NewRow<'gathering_person'>, 'id'>[] = [];
  readonly #to: OnList;
  readonly #people: Set<string>;
  readonly #names: Set<string>;
  #known = 0;
  #doubtful = 0;
  #there = 0;

  constructor(before: readonly GatheringPersonTable[], to: OnList) {
    this.#to = to;
    this.#people = new Set(before.flatMap(({ person_id }) => person_id ?? []));
    this.#names = new Set(before.map(({ name, organisation }) => keyOf(name, organisation)));
  }

  addPerson({ personId, name, organisation }: { personId: string; name: string; organisation: string | null }): void {
    if (this.#people.has(personId)) {
      this.#there += 1;
      return;
    }
    this.#people.add(personId);
    this.#names.add(keyOf(name, organisation));
    this.#known += 1;
    this.rows.push(this.#row({ person_id: personId, name, organisation }));
  }

  addName({
    name,
    organisation,
    isDoubtful,
  }: {
    name: string;
    organisation: string | null;
    isDoubtful: boolean;
  }): void {
    const key = keyOf(name, organisation);
    if (this.#names.has(key)) {
      this.#there += 1;
      return;
    }
    this.#names.add(key);
    if (isDoubtful) this.#doubtful += 1;
    this.rows.push(this.#row({ person_id: null, name, organisation }));
  }

  #row(of: Pick<GatheringPersonTable, 'person_id' | 'name' | 'organisation'>) {
    const { gatheringId, date, part } = this.#to;
    return { ...of, gathering_id: gatheringId, date, part, wanted: 0, stranger: 0, say: '', said: '', touch_id: null };
  }

  write(writer: Writer): Promise<void> {
    return writer.insert(
      'gathering_person',
      this.rows.map((row) => ({ id: writer.newId(), ...row })),
    );
  }

  sentence(): string {
    const names = this.rows.length - this.#known - this.#doubtful;
    const parts = [
      ...(this.#known > 0 ? [`${this.#known} you know`] : []),
      ...(this.#doubtful > 0 ? [`${this.#doubtful} you may know`] : []),
      ...(names > 0 ? [`${names} new to you`] : []),
      ...(this.#there > 0 ? [`${this.#there} on the list already`] : []),
    ];
    return `On the list: ${parts.join(', ')}.`;
  }
}

const keyOf = (name: string, organisation: string | null): string => `${fold(name)} ${fold(organisation ?? '')}`;

export async function updateAttendee(context: Context, id: string, input: Body<'updateAttendee'>): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'gathering', title: 'Changed a list' }, async (writer) => {
    const row = await getAttendee(writer, id);
    const { personId, wanted, part, say } = input;
    if (part !== undefined && row.part === 'met')
      throw new AppError('conflict', `You met ${row.name} there. Undo that first, or delete the touch.`);
    const name = personId === undefined || personId === null ? row.name : await nameOf(writer, personId);
    if (typeof personId === 'string') await refuseTwice(writer, row, personId, name);
    const gathering = await getGatheringRow(writer, row.gathering_id);
    writer.title = `${gathering.name}: ${name}`;
    await writer.updateRow('gathering_person', row, {
      ...(part === undefined ? {} : { part }),
      ...(say === undefined ? {} : { say }),
      ...(wanted === undefined ? {} : { wanted: wanted ? 1 : 0 }),
      ...(personId === undefined ? {} : { person_id: personId, stranger: personId === null ? 1 : 0 }),
    });
    return name;
  });
  return { stepId, id, message: sentenceOf(result, input) };
}

function sentenceOf(name: string, { part, wanted, personId }: Body<'updateAttendee'>): string {
  if (part === 'coming') return `${name} comes.`;
  if (part === 'declined') return `${name} does not come.`;
  if (part === 'invited') return `${name} is invited.`;
  if (wanted === true) return `You want to meet ${name}.`;
  if (personId === null) return `${name} is nobody you know yet.`;
  if (personId !== undefined) return `That is ${name}.`;
  return 'Changed.';
}

async function refuseTwice(writer: Writer, row: GatheringPersonTable, personId: string, name: string): Promise<void> {
  const gathering = await getGatheringRow(writer, row.gathering_id);
  const others = await peopleAt(writer, gathering, { key: row.date });
  if (others.some((other) => other.id !== row.id && other.person_id === personId))
    throw new AppError('conflict', `${name} is on this list already. Take this line off instead.`);
}

export async function deleteAttendee(context: Context, id: string): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'gathering', title: 'Changed a list' }, async (writer) => {
    const row = await getAttendee(writer, id);
    const { name } = await getGatheringRow(writer, row.gathering_id);
    writer.title = `Took ${row.name} off the list of ${name}`;
    await writer.remove('gathering_person', [id]);
    return row.name;
  });
  return { stepId, message: `${result} is off the list.` };
}

async function getAttendee(scope: Scope, id: string): Promise<GatheringPersonTable> {
  const row = await findRow(scope, 'gathering_person', id);
  if (!row) throw new AppError('not-found', 'This name is not on the list (any more).');
  return row;
}
