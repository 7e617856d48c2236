import type { QueryInput } from '../../src/contract/routes.ts';
import type { KeptPerson, OfflinePart, PersonSummary } from '../../src/contract/shapes.ts';
import { fold } from '../../src/domain/fold.ts';
import { answered, inOneGo, readAbout } from './database.ts';
import { packInto, unpack } from './pack.ts';

/** Fills what a device keeps of the people, and keeps it up to date. */

/** The most that is kept, in bytes. */
export const MOST_BYTES = 50_000_000;

/** A line of the list of people, and where the page lies. */
export interface Line extends PersonSummary {
  readonly sortKey: string;
  readonly circleIds: readonly string[];
  /** Folded: what is found by typing. */
  readonly words: string;
  /** Null when there was no room for the page. */
  readonly block: number | null;
}

/** How far it has come. */
export interface KeptState {
  readonly epoch: string;
  readonly seq: number;
  /** Where the first load goes on; null when it is over. */
  readonly after: string | null;
  readonly total: number;
  readonly people: number;
  readonly bytes: number;
  readonly nextBlock: number;
  /** There was no room for all of the touches, or for all of the pages. */
  readonly short: boolean;
}

export type Ask = (query: NonNullable<QueryInput<'getOffline'>>) => Promise<OfflinePart>;

/**
 * Asks for parts until there is no more. It goes on where it was left, also after a reload. `stopped` is looked at between parts:
 * the page has other things to do, or nobody is signed in any more.
 */
export async function bringUpToDate(ask: Ask, stopped: () => boolean, most = MOST_BYTES): Promise<void> {
  for (let more = true; more && !stopped(); ) {
    const state = await readAbout<KeptState>('state');
    const part = await ask(
      state === undefined ? {} : { epoch: state.epoch, since: state.seq, after: state.after ?? undefined },
    );
    more = part.more;
    if (part.full || part.people.length > 0 || part.gone.length > 0 || part.seq !== state?.seq)
      await take(part, state, most);
  }
}

const NOTHING = { total: 0, people: 0, bytes: 0, nextBlock: 0, short: false };

async function take(part: OfflinePart, state: KeptState | undefined, most: number): Promise<void> {
  const anew = part.total !== null;
  const before = anew || state === undefined ? { ...NOTHING, total: part.total ?? 0 } : state;
  const repacked = anew ? [] : await repack(part, before.nextBlock);
  const blocks: { readonly number: number; readonly bytes: Uint8Array<ArrayBuffer> }[] = [];
  const lines: Line[] = [];
  let { bytes, people, nextBlock, short } = before;
  bytes -= repacked.reduce((sum, { size }) => sum + size, 0);
  for (const { people: together, isNew } of [...repacked, ...(anew || part.full ? [fresh(part.people)] : [])]) {
    if (isNew) people += together.length;
    const written = together.map((person) => lineOf(person, nextBlock));
    const listed = new Blob([JSON.stringify(written)]).size;
    // Everyone gets an even share, and what some leave over goes to those after them.
    const share = most * Math.min(1, people / Math.max(before.total, people, 1));
    const packed = await packInto(together, Math.max(0, share - bytes - listed));
    lines.push(...(packed ? written : written.map((line) => ({ ...line, block: null }))));
    bytes += listed + (packed?.bytes.length ?? 0);
    short ||= packed?.cut ?? true;
    if (packed) blocks.push({ number: nextBlock++, bytes: packed.bytes });
  }
  const next: KeptState = {
    epoch: part.epoch,
    seq: part.seq,
    after: part.full ? part.next : null,
    total: before.total,
    people: people - part.gone.length,
    bytes,
    nextBlock,
    short,
  };
  await inOneGo(['about', 'list', 'blocks'], 'readwrite', async (store) => {
    // Signed out meanwhile: nothing may be left behind.
    if ((await answered(store('about').get('owner'))) === undefined) return;
    if (anew) {
      store('list').clear();
      store('blocks').clear();
    }
    for (const { block } of repacked) if (block !== undefined) store('blocks').delete(block);
    for (const id of part.gone) store('list').delete(id);
    for (const { number, bytes: packed } of blocks) store('blocks').put(packed, number);
    for (const line of lines) store('list').put(line);
    store('about').put(next, 'state');
  });
}

interface Group {
  readonly people: readonly KeptPerson[];
  /** The block they lay in until now, with its size. */
  readonly block?: number;
  readonly size: number;
  readonly isNew: boolean;
}

const fresh = (people: readonly KeptPerson[]): Group => ({ people, size: 0, isNew: true });

/** The blocks that a part of changes touches, with the people in them as they are now; whoever is new makes one of their own. */
async function repack(part: OfflinePart, blocksSoFar: number): Promise<Group[]> {
  if (part.full || blocksSoFar === 0) return part.full ? [] : [fresh(part.people)];
  const changed = new Map(part.people.map((person) => [person.id, person]));
  const gone = new Set(part.gone);
  const lines = await inOneGo(['list'], 'readonly', (store) =>
    Promise.all([...changed.keys(), ...gone].map((id) => answered<Line | undefined>(store('list').get(id)))),
  );
  const numbers = new Set(lines.flatMap((line) => line?.block ?? []));
  const known = new Set(lines.flatMap((line) => (line === undefined ? [] : [line.id])));
  const groups: Group[] = [];
  for (const block of numbers) {
    const bytes = await inOneGo(['blocks'], 'readonly', (store) =>
      answered<Uint8Array<ArrayBuffer> | undefined>(store('blocks').get(block)),
    );
    const people = bytes === undefined ? [] : await unpack(bytes);
    for (const { id } of people) known.add(id);
    const now = people.flatMap((person) => (gone.has(person.id) ? [] : [changed.get(person.id) ?? person]));
    const listed = new Blob([JSON.stringify(people.map((person) => lineOf(person, block)))]).size;
    groups.push({ people: now, block, size: (bytes?.length ?? 0) + listed, isNew: false });
  }
  const placed = new Set(groups.flatMap(({ people }) => people.map(({ id }) => id)));
  const others = part.people.filter(({ id }) => !placed.has(id));
  const unplaced = others.filter(({ id }) => known.has(id));
  const added = others.filter(({ id }) => !known.has(id));
  return [
    ...groups.filter(({ people, block }) => people.length > 0 || block !== undefined),
    ...(unplaced.length > 0 ? [{ people: unplaced, size: 0, isNew: false }] : []),
    ...(added.length > 0 ? [fresh(added)] : []),
  ];
}

function lineOf(person: KeptPerson, block: number): Line {
  const { id, name, initials, photo, headline, place, tags, lastTouch, nextTouch, warmth, sortKey } = person;
  const { organisation, city, email, phone, birthday } = person;
  const circles = person.circles.map((circle) => circle.name);
  const reached = person.reach.map(({ label }) => label);
  return {
    ...{ id, name, initials, photo, headline, place, circles, tags, lastTouch, nextTouch, warmth, sortKey, block },
    ...{ organisation, city, email, phone, birthday },
    archived: !person.active,
    circleIds: person.circles.map((circle) => circle.id),
    words: fold([name, headline ?? '', place ?? '', ...tags, ...reached].join(' ')),
  };
}
