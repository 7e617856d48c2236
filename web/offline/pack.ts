import type { KeptPerson } from '../../src/contract/shapes.ts';

/** People's pages as they are stored: a block of them together, deflated, in a sixth of the room. */

export async function pack(people: readonly KeptPerson[]): Promise<Uint8Array<ArrayBuffer>> {
  const text = new Blob([JSON.stringify(people)]).stream();
  return new Uint8Array(await new Response(text.pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
}

export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<KeptPerson[]> {
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(text).json();
}

/** How many of the newest touches of each person are kept, when there is less and less room. */
const CUTS = [20, 10, 5, 2, 0];

/** A block that fits into so many bytes: the oldest touches are left out first. Undefined when it does not fit even so. */
export async function packInto(
  people: readonly KeptPerson[],
  room: number,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly cut: boolean } | undefined> {
  for (const most of CUTS) {
    const shortened = people.map((person) => ({ ...person, touches: person.touches.slice(0, most) }));
    const bytes = await pack(shortened);
    if (bytes.length <= room) return { bytes, cut: people.some(({ touches }) => touches.length > most) };
  }
  return undefined;
}
