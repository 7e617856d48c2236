import type { CalendarDate } from '../domain/dates.ts';
import { changesSince } from '../storage/repositories/change.repository.ts';
import { peopleWithFactsEnding } from '../storage/repositories/memory.repository.ts';
import { feedOf } from '../storage/repositories/network.repository.ts';
import { idBeyond, type Whose } from '../storage/repositories/person.repository.ts';
import type { Scope } from '../storage/store.ts';

/*
 * What is held in memory of everybody in a network, such as an index of what people say. It is made when it is first asked
 * for, and brought up to date from the feed: read anew is only of whom something changed that tells.
 */

/** How many networks are held at once; beyond, the one asked for longest ago goes. */
const MOST_NETWORKS = 4;
/** More changes than this, and reading everyone anew is quicker. */
const MOST_CHANGES = 400;
/** So many people are read and taken in before others have their turn. */
const AT_ONCE = 500;

export type FeedChange = Awaited<ReturnType<typeof changesSince>>[number];

/** How `T` is held of everybody, made of a `Person` of each. */
export interface Holding<T, Person> {
  /** Kinds of rows that tell something of the person they belong to. */
  readonly telling: ReadonlySet<string>;
  /** Of nobody yet. */
  make(): T;
  /** What these people say on a day, as far as it holds then; those who are not kept up with are left out. */
  read(scope: Scope, whose: Whose, today: CalendarDate): Promise<ReadonlyMap<string, Person>>;
  /** Takes a person in, in the place of what was held of them. */
  put(held: T, id: string, person: Person): void;
  remove(held: T, id: string): void;
  /** Whom these changes concern beside the people they belong to; nobody by default. */
  concerned?(scope: Scope, held: T, changes: readonly FeedChange[]): Promise<readonly string[]> | readonly string[];
}

export interface HeldInMemory<T> {
  /** What is held, as of now; one after another, so that nobody is given what another is still bringing up to date. */
  asOf(scope: Scope, today: CalendarDate): Promise<T>;
  /** Whether it was made: else who asks waits until everybody is read. */
  isHeld(scope: Scope): boolean;
}

interface Held<T> {
  readonly epoch: string;
  readonly today: CalendarDate;
  readonly seq: number;
  readonly value: T;
}

export function heldInMemory<T, Person>(holding: Holding<T, Person>): HeldInMemory<T> {
  const held = new WeakMap<Scope['db'], Map<string, Promise<Held<T>>>>();
  const made = new WeakSet<Promise<Held<T>>>();
  return {
    async asOf(scope, today) {
      const networks = held.get(scope.db) ?? new Map<string, Promise<Held<T>>>();
      held.set(scope.db, networks);
      const there = networks.get(scope.networkId);
      // What was being made when something failed is made anew.
      const before = there?.catch(() => undefined) ?? Promise.resolve(undefined);
      const now = before.then((value) => refreshed(scope, holding, value, today));
      // Bringing up to date what was made takes no time.
      if (there !== undefined && made.has(there)) made.add(now);
      networks.delete(scope.networkId);
      networks.set(scope.networkId, now);
      const [oldest] = networks.keys();
      if (networks.size > MOST_NETWORKS && oldest !== undefined) networks.delete(oldest);
      try {
        const { value } = await now;
        made.add(now);
        return value;
      } catch (error) {
        made.delete(now);
        throw error;
      }
    },
    isHeld(scope) {
      const there = held.get(scope.db)?.get(scope.networkId);
      return there !== undefined && made.has(there);
    },
  };
}

async function refreshed<T, Person>(
  scope: Scope,
  holding: Holding<T, Person>,
  before: Held<T> | undefined,
  today: CalendarDate,
): Promise<Held<T>> {
  // Before anything is read: what changes meanwhile is read again the next time.
  const { seq, epoch } = await feedOf(scope);
  if (before !== undefined && before.epoch === epoch && before.seq <= seq) {
    const { value } = before;
    const changes = before.seq === seq ? [] : await changesSince(scope, { since: before.seq, limit: MOST_CHANGES });
    if (changes.length < MOST_CHANGES) {
      const told = await toldOf(scope, holding, value, changes);
      const ids = [...new Set([...told, ...(await otherwiseOn(scope, before.today, today))])];
      for (let i = 0; i < ids.length; i += AT_ONCE) {
        const some = ids.slice(i, i + AT_ONCE);
        const people = await holding.read(scope, some, today);
        for (const id of some) if (!people.has(id)) holding.remove(value, id);
        for (const [id, person] of people) holding.put(value, id, person);
      }
      return { epoch, today, seq: Math.max(seq, changes.at(-1)?.seq ?? seq), value };
    }
  }
  const value = holding.make();
  for (let after: string | undefined = ''; after !== undefined; ) {
    const upTo: string | undefined = await idBeyond(scope, { after, count: AT_ONCE });
    for (const [id, person] of await holding.read(scope, { after, upTo }, today)) holding.put(value, id, person);
    after = upTo;
  }
  return { epoch, today, seq, value };
}

/** Of whom what holds on the one day does not on the other. */
async function otherwiseOn(scope: Scope, one: CalendarDate, other: CalendarDate): Promise<readonly string[]> {
  if (one === other) return [];
  const [from, before] = one < other ? [one, other] : [other, one];
  return peopleWithFactsEnding(scope, { from, before });
}

async function toldOf<T, Person>(
  scope: Scope,
  holding: Holding<T, Person>,
  value: T,
  changes: readonly FeedChange[],
): Promise<readonly string[]> {
  const telling = changes.filter(({ entity }) => holding.telling.has(entity));
  if (telling.length === 0) return [];
  const theirs = telling.flatMap(({ person_id, before }) => [person_id, personBefore(before)]);
  const others = (await holding.concerned?.(scope, value, telling)) ?? [];
  return [...new Set([...theirs, ...others])].filter((id) => id !== null);
}

/** Whose a row was until it moved to somebody else. */
function personBefore(before: string | null): string | null {
  const fields: Record<string, unknown> = JSON.parse(before ?? '{}');
  return typeof fields.person_id === 'string' ? fields.person_id : null;
}
