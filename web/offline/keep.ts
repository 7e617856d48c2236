import type { QueryInput } from '../../src/contract/routes.ts';
import type { KeptPerson, OfflinePart } from '../../src/contract/shapes.ts';
import { fold } from '../../src/domain/fold.ts';
import { type Block, blockOf, type Line, readBlock } from './blocks.ts';
import { answered, inOneGo, READ_STORES, readAbout } from './database.ts';
import { pack, packPages, whenIdle } from './pack.ts';
import { wordsOf } from './search.ts';

/** Fills what a device keeps of the people, and keeps it up to date. */

/** The most that is kept, in bytes. */
export const MOST_BYTES = 50_000_000;
/** People in a block: the more, the less room each takes, and the more is packed anew when one of them changes. */
const MOST_IN_BLOCK = 100;

/** How far it has come. */
export interface KeptState {
  readonly epoch: string;
  readonly seq: number;
  /** Where the first load goes on; null when it is over. */
  readonly after: string | null;
  readonly total: number;
  readonly people: number;
  readonly bytes: number;
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

const NOTHING = { total: 0, people: 0, bytes: 0, short: false };

async function take(part: OfflinePart, state: KeptState | undefined, most: number): Promise<void> {
  const anew = part.total !== null;
  const before = anew || state === undefined ? { ...NOTHING, total: part.total ?? 0 } : state;
  const blocks = await changedBlocks(part, anew);
  let { bytes, people, short } = before;
  const packed: Packed[] = [];
  for (const { size, had, ...block } of blocks) {
    people += block.lines.length - had;
    const lines = await pack(block.lines);
    bytes += lines.length - size;
    // Everyone gets an even share, and what some leave over goes to those after them.
    const share = most * Math.min(1, people / Math.max(before.total, people, 1));
    await whenIdle();
    const words = await pack([wordsOf(block.pages ?? [])]);
    const pages = block.pages && (await packPages(block.pages, Math.max(0, share - bytes - words.length)));
    if (pages) bytes += pages.bytes.length + words.length;
    short ||= pages?.cut ?? true;
    packed.push({ key: block.key, stored: { lines, pages: pages?.bytes, words: pages && words } });
  }
  const next: KeptState = {
    epoch: part.epoch,
    seq: part.seq,
    after: part.full ? part.next : null,
    total: before.total,
    people,
    bytes,
    short,
  };
  await inOneGo(READ_STORES, 'readwrite', async (store) => {
    // Signed out meanwhile: nothing may be left behind.
    if ((await answered(store('about').get('owner'))) === undefined) return;
    for (const name of ['lines', 'pages', 'words'] as const) {
      if (anew) store(name).clear();
      for (const { key, stored } of packed)
        if (stored[name]) store(name).put(stored[name], key);
        else store(name).delete(key);
    }
    store('about').put(next, 'state');
  });
}

interface Packed {
  readonly key: string;
  readonly stored: Readonly<Record<'lines' | 'pages' | 'words', Uint8Array<ArrayBuffer> | undefined>>;
}

interface ChangedBlock extends Omit<Block, 'pages'> {
  /** Undefined when there was no room for them. */
  readonly pages: readonly KeptPerson[] | undefined;
  /** How many people it held until now. */
  readonly had: number;
}

/** The blocks in which somebody changed, came or went, as they are now. */
async function changedBlocks(part: OfflinePart, anew: boolean): Promise<readonly ChangedBlock[]> {
  const changed = new Map<string, KeptPerson | undefined>(part.people.map((person) => [person.id, person]));
  for (const id of part.gone) changed.set(id, undefined);
  const places = new Map<string, string>();
  for (const id of changed.keys()) places.set(id, anew ? FIRST : ((await blockOf(id)) ?? FIRST));
  const blocks: ChangedBlock[] = [];
  for (const [key, ids] of Map.groupBy(changed.keys(), (id) => places.get(id) ?? FIRST)) {
    const block = anew ? undefined : await readBlock(key);
    blocks.push(
      ...split(block ?? { key, lines: [], pages: [], size: 0 }, new Map(ids.map((id) => [id, changed.get(id)]))),
    );
  }
  return blocks;
}

/** Where those lie who come before everyone else. */
const FIRST = '';

/** A block with these people as they are now (undefined when gone), and further ones for those who find no room in it. */
export function split(
  block: Block,
  changed: ReadonlyMap<string, KeptPerson | undefined>,
  most = MOST_IN_BLOCK,
): readonly ChangedBlock[] {
  const lines = new Map(block.lines.map((line) => [line.id, line]));
  const pages = block.pages && new Map(block.pages.map((page) => [page.id, page]));
  for (const [id, person] of changed) {
    if (person === undefined) {
      lines.delete(id);
      pages?.delete(id);
    } else {
      lines.set(id, lineOf(person));
      pages?.set(id, person);
    }
  }
  const ids = [...lines.keys()].sort();
  const parts: ChangedBlock[] = [];
  for (let from = 0; from < Math.max(ids.length, 1); from += most) {
    const mine = ids.slice(from, from + most);
    parts.push({
      key: from === 0 ? block.key : (mine[0] ?? FIRST),
      lines: mine.flatMap((id) => lines.get(id) ?? []),
      pages: pages && mine.flatMap((id) => pages.get(id) ?? []),
      size: from === 0 ? block.size : 0,
      had: from === 0 ? block.lines.length : 0,
    });
  }
  // Those who came after a full block leave it as it was.
  const [first] = parts;
  const stays =
    parts.length > 1 && first?.lines.length === block.lines.length && !first.lines.some(({ id }) => changed.has(id));
  return stays ? parts.slice(1) : parts;
}

function lineOf(person: KeptPerson): Line {
  const { id, name, initials, photo, headline, place, tags, lastTouch, nextTouch, warmth, sortKey } = person;
  const { organisation, city, email, phone, birthday } = person;
  const circles = person.circles.map((circle) => circle.name);
  const reached = person.reach.map(({ label }) => label);
  return {
    ...{ id, name, initials, photo, headline, place, circles, tags, lastTouch, nextTouch, warmth, sortKey },
    ...{ organisation, city, email, phone, birthday },
    archived: !person.active,
    circleIds: person.circles.map((circle) => circle.id),
    words: fold([name, headline ?? '', place ?? '', ...tags, ...reached].join(' ')),
  };
}
