import type { KeptPerson } from '../../src/contract/shapes.ts';
import { fromColumn, toColumn } from './columns.ts';

/** What is kept of people as it is stored: many together, as columns, deflated, in a tenth of the room. */

type Bytes = Uint8Array<ArrayBuffer>;

/** The longest that packing waits for a page that is never idle, in milliseconds. */
const PATIENCE = 1_000;

/** Lets the page go on: packing is done while somebody scrolls, and each piece of it takes some ten milliseconds. */
export function whenIdle(): Promise<void> {
  return new Promise((resume) => {
    // A page that is not looked at is told of no idle moments, and some browsers know none.
    if (typeof requestIdleCallback === 'function' && !document.hidden)
      requestIdleCallback(() => resume(), { timeout: PATIENCE });
    else setTimeout(resume);
  });
}

/** @param rows values of JSON */
export async function pack(rows: readonly unknown[]): Promise<Bytes> {
  await whenIdle();
  const column = toColumn(rows);
  await whenIdle();
  const text = new Blob([JSON.stringify({ count: rows.length, column })]).stream();
  return new Uint8Array(await new Response(text.pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
}

/** What was packed, of the type it had. */
export async function unpack<T>(bytes: Bytes): Promise<T[]> {
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const { count, column } = await new Response(text).json();
  return fromColumn(column, count) as T[];
}

/** A page whose touches with nobody else do not say with whom. */
type StoredPage = Omit<KeptPerson, 'touches'> & {
  readonly touches: readonly (Omit<KeptPerson['touches'][number], 'people'> & {
    readonly people: KeptPerson['touches'][number]['people'] | null;
  })[];
};

function toStored(page: KeptPerson): StoredPage {
  const { id, name } = page;
  const withThem = JSON.stringify([{ id, name }]);
  return {
    ...page,
    touches: page.touches.map(({ people, ...touch }) => ({
      ...touch,
      people: JSON.stringify(people) === withThem ? null : people,
    })),
  };
}

function fromStored(page: StoredPage): KeptPerson {
  const { id, name } = page;
  return {
    ...page,
    touches: page.touches.map(({ people, ...touch }) => ({ ...touch, people: people ?? [{ id, name }] })),
  };
}

export async function unpackPages(bytes: Bytes): Promise<KeptPerson[]> {
  return (await unpack<StoredPage>(bytes)).map(fromStored);
}

/** How many of the newest touches of each person are kept, when there is less and less room. */
const CUTS = [20, 10, 5, 2, 0];

/** Pages that fit into so many bytes: the oldest touches are left out first. Undefined when they do not fit even so. */
export async function packPages(
  pages: readonly KeptPerson[],
  room: number,
): Promise<{ readonly bytes: Bytes; readonly cut: boolean } | undefined> {
  for (const most of CUTS) {
    await whenIdle();
    const shortened = pages.map((page) => toStored({ ...page, touches: page.touches.slice(0, most) }));
    const bytes = await pack(shortened);
    if (bytes.length <= room) return { bytes, cut: pages.some(({ touches }) => touches.length > most) };
  }
  return undefined;
}
