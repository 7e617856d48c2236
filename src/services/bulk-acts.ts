import type { BulkAct } from '../contract/shapes.ts';
import { isDeceased } from '../domain/card/card.ts';
import type { Card } from '../domain/card/jscontact.ts';
import type { CalendarDate } from '../domain/dates.ts';
import type { Patch } from '../storage/entities.ts';
import type { Writer } from '../storage/feed.ts';
import { membershipsOf } from '../storage/repositories/circle.repository.ts';
import { findPeople } from '../storage/repositories/person.repository.ts';
import type { CircleMemberTable, PersonTable } from '../storage/schema.ts';

/** What one can do to many people at once: to a slice of them, and in words. */

const NO_LONGER_HERE = 'no longer here';
const DECEASED = 'who have died';

export interface Slice {
  /** Those who were changed. */
  readonly changed: readonly string[];
  /** Why each of the others was left as they were. */
  readonly left: readonly string[];
}

interface Doing {
  readonly writer: Writer;
  readonly today: CalendarDate;
  /** The id and the name of the circle that the act names. */
  readonly circle: { readonly id: string; readonly name: string } | undefined;
}

/** Carries the act out on some people, in the writer's transaction. */
export async function actOn(doing: Doing, act: BulkAct, ids: readonly string[]): Promise<Slice> {
  const rows = await findPeople(doing.writer, ids);
  const people = rows.filter((row) => row.is_owner === 0);
  const here = act.kind === 'add-to-circle' || act.kind === 'move-to-circle';
  const { changed, left } = here ? await intoCircle(doing, act.kind, people) : await patchAll(doing, act, people);
  const absent = ids.length - people.length;
  return { changed, left: [...left, ...Array.from({ length: absent }, () => NO_LONGER_HERE)] };
}

async function intoCircle(
  { writer, today, circle }: Doing,
  kind: 'add-to-circle' | 'move-to-circle',
  people: readonly PersonTable[],
): Promise<Slice> {
  if (circle === undefined) throw new Error('An act about a circle without one.');
  const memberships = Map.groupBy(
    await membershipsOf(
      writer,
      people.map((person) => person.id),
    ),
    (row) => row.person_id,
  );
  const leaving: CircleMemberTable[] = [];
  const joining: string[] = [];
  const changed: string[] = [];
  const left: string[] = [];
  for (const person of people) {
    const mine = memberships.get(person.id) ?? [];
    const others = kind === 'move-to-circle' ? mine.filter((row) => row.circle_id !== circle.id) : [];
    const isIn = mine.some((row) => row.circle_id === circle.id);
    if (hasDied(person)) left.push(DECEASED);
    else if (isIn && others.length === 0) left.push(`in ${circle.name} already`);
    else {
      changed.push(person.id);
      leaving.push(...others);
      if (!isIn) joining.push(person.id);
    }
  }
  await writer.remove(
    'circle_member',
    leaving.map((row) => row.id),
  );
  await writer.insert(
    'circle_member',
    joining.map((id) => ({ id: writer.newId(), circle_id: circle.id, person_id: id, since: today })),
  );
  return { changed, left };
}

async function patchAll({ writer, today }: Doing, act: BulkAct, people: readonly PersonTable[]): Promise<Slice> {
  const changed: string[] = [];
  const left: string[] = [];
  for (const person of people) {
    const patch = patchOf(act, person, today);
    if (typeof patch === 'string') left.push(patch);
    else {
      await writer.updateRow('person', person, patch);
      changed.push(person.id);
    }
  }
  return { changed, left };
}

/** What the act changes of a person, or why it changes nothing. */
function patchOf(act: BulkAct, person: PersonTable, today: CalendarDate): Patch<'person'> | string {
  switch (act.kind) {
    case 'archive':
      return person.archived_on === null ? { archived_on: today } : 'archived already';
    case 'unarchive':
      return person.archived_on === null ? 'not in the archive' : { archived_on: null };
    case 'set-rhythm':
      if (act.days !== null && hasDied(person)) return DECEASED;
      if (act.days !== person.rhythm_days) return { rhythm_days: act.days };
      return act.days === null ? 'without a rhythm of their own' : 'with this rhythm already';
    case 'add-tag': {
      const { card, tags } = tagsOf(person);
      if (tags[act.tag] === true) return `tagged “${act.tag}” already`;
      return { card: JSON.stringify({ ...card, keywords: { ...tags, [act.tag]: true } }) };
    }
    case 'remove-tag': {
      const { card, tags } = tagsOf(person);
      if (tags[act.tag] === undefined) return `without the tag “${act.tag}”`;
      const { [act.tag]: _gone, ...rest } = tags;
      const { keywords: _all, ...bare } = card;
      return { card: JSON.stringify(Object.keys(rest).length === 0 ? bare : { ...bare, keywords: rest }) };
    }
    default:
      throw new Error(`“${act.kind}” changes no person by itself.`);
  }
}

function tagsOf(person: PersonTable): { card: Card; tags: Readonly<Record<string, true>> } {
  const card = JSON.parse(person.card) as Card;
  return { card, tags: card.keywords ?? {} };
}

function hasDied(person: PersonTable): boolean {
  return person.deceased === 1 || isDeceased(JSON.parse(person.card) as Card);
}

/** What an act is called in the history: what, and to whom. */
export function titleOfAct(act: BulkAct, who: string, circle: string | undefined): string {
  switch (act.kind) {
    case 'add-to-circle':
      return `Put ${who} into ${circle}`;
    case 'move-to-circle':
      return `Moved ${who} to ${circle}`;
    case 'add-tag':
      return `Tagged ${who} “${act.tag}”`;
    case 'remove-tag':
      return `Took the tag “${act.tag}” off ${who}`;
    case 'set-rhythm':
      if (act.days === null) return `Cleared the rhythm of ${who}`;
      return `Set a rhythm of ${act.days === 1 ? 'one day' : `${act.days} days`} for ${who}`;
    case 'archive':
      return `Archived ${who}`;
    case 'unarchive':
      return `Brought ${who} back from the archive`;
    default:
      return act satisfies never;
  }
}
