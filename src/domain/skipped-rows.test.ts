import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countSkipped,
  everySkipped,
  moreSkipped,
  type SkippedRow,
  type SkippedRows,
  withSkipped,
} from './skipped-rows.ts';

const row = (n: number, reason = 'nothing to know the person by'): SkippedRow => ({ where: `row ${n}`, reason });
const NONE: SkippedRows = { skipped: [] };

describe('skipped rows', () => {
  it('are listed as far as there is room, and counted by reason beyond', () => {
    const first = withSkipped(NONE, [row(1), row(2)], 3);
    expect(first).toEqual({ skipped: [row(1), row(2)] });
    const then = withSkipped(first, [row(3), row(4), row(5, 'a group'), row(6)], 1);
    expect(then).toEqual({
      skipped: [row(1), row(2), row(3)],
      skippedMore: [
        { reason: row(4).reason, count: 2 },
        { reason: 'a group', count: 1 },
      ],
    });
  });

  it('are exactly as many as there were, however they came', () => {
    const rows = fc.array(fc.record({ where: fc.string(), reason: fc.constantFrom('a', 'b', '__proto__') }));
    fc.assert(
      fc.property(fc.array(rows), fc.nat(20), (batches, room) => {
        let kept: SkippedRows = NONE;
        for (const batch of batches) kept = withSkipped(kept, batch, room - kept.skipped.length);
        const all = batches.flat();
        expect(countSkipped(kept)).toBe(all.length);
        expect(kept.skipped).toEqual(all.slice(0, room));
        const reasons = (each: readonly SkippedRow[]) => each.map(({ reason }) => reason).sort();
        expect(reasons(everySkipped(kept))).toEqual(reasons(all));
      }),
    );
  });

  it('stay few when each has a reason of its own', () => {
    const many = Array.from({ length: 500 }, (_, i) => row(i, `a group (${i})`));
    const kept = withSkipped(NONE, many, 10);
    expect(kept.skippedMore).toHaveLength(51);
    expect(kept.skippedMore?.at(-1)).toEqual({ reason: 'for other reasons', count: 440 });
    expect(countSkipped(kept)).toBe(500);
  });

  it('are said in few words beside those that are shown', () => {
    const like = { skipped: [row(1), row(2)], skippedMore: [{ reason: row(1).reason, count: 998_998 }] };
    expect(moreSkipped(like, 1)).toEqual([{ count: 998_999, reason: null }]);
    const other = { skipped: [row(1)], skippedMore: [{ reason: 'a group', count: 7 }] };
    expect(moreSkipped(other, 1)).toEqual([{ count: 7, reason: 'a group' }]);
    expect(moreSkipped({ skipped: [row(1)] }, 1)).toEqual([]);
  });
});
