import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptPerson } from '../../src/contract/shapes.ts';
import type { Block } from './blocks.ts';
import { split } from './keep.ts';

const MOST = 3;

function aPage(id: string, name: string): KeptPerson {
  return {
    id,
    name,
    circles: [],
    reach: [],
    tags: [],
    touches: [] as KeptPerson['touches'],
  } as Partial<KeptPerson> as KeptPerson;
}

/** The block somebody belongs to, as the database finds it: the last key that is not beyond their id. */
const placeOf = (blocks: ReadonlyMap<string, Block>, id: string): string =>
  [...blocks.keys()]
    .filter((key) => key <= id)
    .sort()
    .at(-1) ?? '';

describe('people in blocks', () => {
  it('are all there once, as they are now, in blocks that are not too large and are found by their ids', () => {
    const change = fc.record({
      id: fc.constantFrom(...'abcdefghijklmno'),
      name: fc.option(fc.string(), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 6 }), { maxLength: 12 }), (parts) => {
        const blocks = new Map<string, Block>();
        const everyone = new Map<string, string>();
        for (const part of parts) {
          const changed = new Map(part.map(({ id, name }) => [id, name === undefined ? undefined : aPage(id, name)]));
          for (const [id, page] of changed) {
            if (page) everyone.set(id, page.name);
            else everyone.delete(id);
          }
          for (const [key, ids] of Map.groupBy(changed.keys(), (id) => placeOf(blocks, id))) {
            const block = blocks.get(key) ?? { key, lines: [], pages: [], size: 0 };
            for (const next of split(block, new Map(ids.map((id) => [id, changed.get(id)])), MOST))
              blocks.set(next.key, next);
          }
        }
        const all = [...blocks.values()];
        expect(Object.fromEntries(all.flatMap(({ lines }) => lines.map(({ id, name }) => [id, name])))).toEqual(
          Object.fromEntries(everyone),
        );
        expect(all.reduce((sum, { lines }) => sum + lines.length, 0)).toBe(everyone.size);
        for (const { key, lines, pages } of all) {
          expect(lines.length).toBeLessThanOrEqual(MOST);
          expect(pages?.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
          for (const { id } of lines) expect(placeOf(blocks, id)).toBe(key);
        }
      }),
    );
  });

  it('leave a full block alone when others come after it', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => aPage(id, id));
    const come = (...pages: (KeptPerson | undefined)[]) =>
      new Map(pages.flatMap((page) => (page ? [[page.id, page]] : [])));
    const [full] = split({ key: '', lines: [], pages: [], size: 0 }, come(a, b, c), MOST);
    expect(full?.lines).toHaveLength(MOST);
    expect(full && split(full, come(d), MOST).map(({ key }) => key)).toEqual(['d']);
  });
});
