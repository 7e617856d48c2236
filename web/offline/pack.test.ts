import { describe, expect, it } from 'vitest';
import type { KeptPerson } from '../../src/contract/shapes.ts';
import { packPages, unpackPages } from './pack.ts';

const ADA = { id: 'a', name: 'Ada' };
const BRAM = { id: 'b', name: 'Bram' };

/** The newest first, one of them with somebody else too. */
const aPage = ({ id, name }: typeof ADA, touches: number): KeptPerson =>
  ({
    ...{ id, name },
    facts: [{ id: `${id}f`, kind: 'interest', text: 'keeps bees — 蜂' }],
    touches: Array.from({ length: touches }, (_, n) => ({
      ...{ id: `${id}${n}`, summary: `Talked about ${n}`, notes: '' },
      people: n === 1 ? [ADA, BRAM] : [{ id, name }],
    })),
  }) as Partial<KeptPerson> as KeptPerson;

describe('packed pages', () => {
  const pages = [aPage(ADA, 20), aPage(BRAM, 3), aPage({ id: 'c', name: 'Cleo' }, 0)];

  it('are the same pages again, all of them where there is room', async () => {
    const packed = await packPages(pages, 1_000_000);
    expect(packed?.cut).toBe(false);
    expect(packed && (await unpackPages(packed.bytes))).toEqual(pages);
  });

  it('lose the oldest conversations first where there is less room, and say so', async () => {
    const all = await packPages(pages, 1_000_000);
    const less = await packPages(pages, (all?.bytes.length ?? 0) - 1);
    expect(less?.cut).toBe(true);
    const [ada, bram] = less ? await unpackPages(less.bytes) : [];
    expect(ada?.touches).toEqual(pages[0]?.touches.slice(0, ada?.touches.length));
    expect(ada?.touches.length).toBeLessThan(20);
    expect(bram).toEqual({ ...pages[1], touches: pages[1]?.touches.slice(0, bram?.touches.length) });
  });

  it('are none where not even the cards fit', async () => {
    expect(await packPages(pages, 10)).toBeUndefined();
  });
});
