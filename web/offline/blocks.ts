import type { KeptPerson, PersonSummary } from '../../src/contract/shapes.ts';
import { answered, inOneGo } from './database.ts';
import { unpack, unpackPages } from './pack.ts';

/*
 * People lie together in blocks in the order of their ids, each under the first id it may hold: a block reaches up to where the
 * next one begins. Who is new has the latest id, and so the last block.
 */

/** A line of the list of people. */
export interface Line extends PersonSummary {
  readonly sortKey: string;
  readonly circleIds: readonly string[];
  /** Folded: what is found by typing. */
  readonly words: string;
}

export interface Block {
  readonly key: string;
  readonly lines: readonly Line[];
  /** Undefined when there was no room for them. */
  readonly pages: readonly KeptPerson[] | undefined;
  /** What it takes, in bytes. */
  readonly size: number;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** The key of the block that holds somebody if anything does; undefined while there is none. */
export function blockOf(id: string): Promise<string | undefined> {
  return inOneGo(['lines'], 'readonly', async (store) => {
    const cursor = await answered(store('lines').openKeyCursor(IDBKeyRange.upperBound(id), 'prev'));
    return cursor === null ? undefined : String(cursor.key);
  });
}

export async function readBlock(key: string): Promise<Block | undefined> {
  const [lines, pages, words] = await inOneGo(['lines', 'pages', 'words'], 'readonly', (store) =>
    Promise.all(
      (['lines', 'pages', 'words'] as const).map((name) => answered<Bytes | undefined>(store(name).get(key))),
    ),
  );
  if (lines === undefined) return undefined;
  return {
    key,
    lines: await unpack<Line>(lines),
    pages: pages && (await unpackPages(pages)),
    size: [lines, pages, words].reduce((sum, bytes) => sum + (bytes?.length ?? 0), 0),
  };
}

/** Everyone’s line. */
export async function readLines(): Promise<readonly Line[]> {
  const blocks = await inOneGo(['lines'], 'readonly', (store) => answered<Bytes[]>(store('lines').getAll()));
  return (await Promise.all(blocks.map((bytes) => unpack<Line>(bytes)))).flat();
}

export async function readLine(id: string): Promise<Line | undefined> {
  const key = await blockOf(id);
  const bytes = await inOneGo(['lines'], 'readonly', (store) =>
    answered<Bytes | undefined>(store('lines').get(key ?? '')),
  );
  return bytes && (await unpack<Line>(bytes)).find((line) => line.id === id);
}

/** The pages of everyone whose id lies in the same block. */
export async function readPages(key: string): Promise<readonly KeptPerson[]> {
  const bytes = await inOneGo(['pages'], 'readonly', (store) => answered<Bytes | undefined>(store('pages').get(key)));
  return bytes === undefined ? [] : unpackPages(bytes);
}

/** The words of each block that has pages, by its key. */
export async function readWords(): Promise<readonly (readonly [key: string, words: string])[]> {
  const [keys, blocks] = await inOneGo(['words'], 'readonly', (store) =>
    Promise.all([answered(store('words').getAllKeys()), answered<Bytes[]>(store('words').getAll())]),
  );
  const words = await Promise.all(blocks.map((bytes) => unpack<string>(bytes)));
  return keys.map((key, n) => [String(key), words[n]?.[0] ?? ''] as const);
}
