import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromColumn, toColumn } from './columns.ts';

const thereAndBack = (rows: readonly unknown[]) => fromColumn(JSON.parse(JSON.stringify(toColumn(rows))), rows.length);

describe('rows as columns', () => {
  it('name each thing once', () => {
    const text = JSON.stringify(
      toColumn([
        { channel: 'phone', people: [{ id: 'a' }] },
        { channel: 'visit', people: [] },
      ]),
    );
    expect(text.match(/channel|people|id/g)).toEqual(['channel', 'people', 'id']);
  });

  it('are the same rows again when some lack what others have', () => {
    const rows = [{ a: null, b: [{ c: 1 }, null] }, { b: [] }, { a: { d: 'x' } }, {}];
    expect(thereAndBack(rows)).toEqual(rows);
  });

  it('write ids without the lines in them', () => {
    const ids = ['01a20810-0f80-7012-9cb1-5ba86d0b2994', '01a20810-0f85-7372-92c5-dcd0e0257744'];
    expect(toColumn(ids)).toEqual({ ids: ids.join('').replaceAll('-', '') });
    expect(thereAndBack(ids)).toEqual(ids);
    expect(thereAndBack([...ids, 'me'])).toEqual([...ids, 'me']);
  });

  it('are the same rows again, whatever is in them', () => {
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.boolean(),
        fc.integer(),
        fc.string(),
        fc.uuid(),
        fc.uuid().map((id) => id.toUpperCase()),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('id', 'name', 'touches', '__proto__', '', 'length'), tie('tree')),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (rows) => {
        const plain: unknown[] = JSON.parse(JSON.stringify(rows));
        expect(thereAndBack(plain)).toEqual(plain);
      }),
    );
  });
});
