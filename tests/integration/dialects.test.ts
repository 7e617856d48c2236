import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import type { Database, Value } from '../../src/storage/dialects/dialect.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { testDialects } from '../support/dialects.ts';
import { anItem, ITEM_COLUMNS, type ItemSchema, openItems } from '../support/item-store.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../support/test-database.ts';

/** Runs as another request would, outside the transaction around it. */
const runOutside: <T>(work: () => Promise<T>) => Promise<T> = AsyncLocalStorage.snapshot();

describe.each(testDialects)('storage on %s', (dialectName) => {
  let empty: EmptyDatabase;
  let db: Database<ItemSchema>;

  beforeAll(async () => {
    empty = await createEmptyDatabase(dialectName);
    db = await openItems(empty.url);
  });

  beforeEach(async () => {
    await db.write(async (tx) => {
      await tx.deleteFrom('item').execute();
      await tx.updateTable('network').set({ seq: 0 }).execute();
      const texts = await sql<{ network_id: string; id: string }>`select network_id, id from note_text`.execute(tx);
      for (const { network_id, id } of texts.rows) await db.dialect.text.remove(tx, network_id, [id]);
    });
  });

  afterAll(async () => {
    await db.close();
    await empty.drop();
  });

  const add = (id: string, given: Partial<ItemSchema['item']> = {}) =>
    db.write((tx) => tx.insertInto('item').values(anItem(id, given)).execute());
  const names = async () =>
    (await db.reader.selectFrom('item').select('id').orderBy('id').execute()).map((row) => row.id);

  describe('transactions', () => {
    it('shows a write to readers once it is committed, and not before', async () => {
      await db.write(async (tx) => {
        await tx.insertInto('item').values(anItem('a')).execute();
        expect(await tx.selectFrom('item').select('id').execute()).toHaveLength(1);
      });
      expect(await names()).toEqual(['a']);
    });

    it('reads the last committed state beside an open write, without waiting for it', async () => {
      await add('before');
      const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
      const { promise: beginning, resolve: begun } = Promise.withResolvers<void>();
      const writing = db.write(async (tx) => {
        await tx.insertInto('item').values(anItem('open')).execute();
        begun();
        await finished;
      });
      await beginning;
      expect(await names()).toEqual(['before']);
      finish();
      await writing;
      expect(await names()).toEqual(['before', 'open']);
    });

    it('takes everything back when the work throws', async () => {
      const failure = new Error('on purpose');
      const work = db.write(async (tx) => {
        await tx.insertInto('item').values(anItem('a')).execute();
        throw failure;
      });
      await expect(work).rejects.toBe(failure);
      expect(await names()).toEqual([]);
      await add('b');
      expect(await names()).toEqual(['b']);
    });

    it('takes everything back when a statement fails', async () => {
      await add('a');
      const work = db.write(async (tx) => {
        await tx.insertInto('item').values(anItem('b')).execute();
        await tx.insertInto('item').values(anItem('a')).execute();
      });
      await expect(work).rejects.toSatisfy((error) => db.dialect.isUniqueViolation(error));
      expect(await names()).toEqual(['a']);
    });

    it('gives concurrent writers of one network numbers without gap or repetition', async () => {
      const taken: number[] = [];
      const writeOne = () =>
        db.write(async (tx) => {
          const network = await db.dialect.lockNetwork(tx, 'n');
          const seq = (network?.seq ?? Number.NaN) + 1;
          await sql`select 1`.execute(tx);
          await tx.updateTable('network').set({ seq }).where('id', '=', 'n').execute();
          taken.push(seq);
        });
      await Promise.all(Array.from({ length: 30 }, writeOne));
      expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
      expect(await db.write((tx) => db.dialect.lockNetwork(tx, 'unknown'))).toBeUndefined();
    });

    const uses: [string, () => Promise<unknown>][] = [
      ['reader', () => db.reader.selectFrom('item').selectAll().execute()],
      ['autocommit', () => db.autocommit.deleteFrom('item').execute()],
      ['write', () => db.write(async () => {})],
      ['snapshot', () => db.snapshot(async () => {})],
      ['exclusive', () => db.dialect.exclusive(async () => {})],
      ['alterSchema', () => db.dialect.alterSchema(async () => {})],
    ];
    it.each(uses)('refuses %s inside a write at once, instead of hanging', async (name, use) => {
      await expect(db.write(use)).rejects.toThrow(name);
      await expect(db.write(use)).rejects.toMatchObject({ code: 'internal' });
      await expect(db.snapshot(use)).rejects.toMatchObject({ code: 'internal' });
      // And outside, after it has failed inside, it works.
      await use();
    });

    it('allows what a write started to use other handles once the write has ended', async () => {
      let later: Promise<unknown> = Promise.resolve();
      await db.write(async () => {
        later = sleep(20).then(() => names());
      });
      await expect(later).resolves.toEqual([]);
    });

    it('lets two stores be used within each other', async () => {
      const other = await createEmptyDatabase(dialectName);
      const second = await openItems(other.url);
      await db.write(async (tx) => {
        await second.write((inner) => inner.insertInto('item').values(anItem('inner')).execute());
        await tx.insertInto('item').values(anItem('outer')).execute();
      });
      expect(await names()).toEqual(['outer']);
      await second.close();
      await other.drop();
    });

    it('makes a handle useless when its transaction has ended', async () => {
      const handles = [await db.write(async (tx) => tx), await db.snapshot(async (tx) => tx)];
      for (const handle of handles) {
        await expect(handle.selectFrom('item').selectAll().execute()).rejects.toThrow('has ended');
      }
    });

    it('does not let the reader write or open a transaction', async () => {
      await expect(db.reader.insertInto('item').values(anItem('a')).execute()).rejects.toThrow(/read.?only/i);
      await expect(db.reader.transaction().execute(async () => {})).rejects.toThrow('snapshot()');
      await expect(db.snapshot((tx) => tx.insertInto('item').values(anItem('a')).execute())).rejects.toThrow(
        /read.?only/i,
      );
      expect(await names()).toEqual([]);
    });

    it('keeps one state through a snapshot while others write', async () => {
      await add('a');
      await db.snapshot(async (tx) => {
        const count = async () => (await tx.selectFrom('item').select('id').execute()).length;
        expect(await count()).toBe(1);
        await runOutside(() => add('b'));
        expect(await count()).toBe(1);
        await runOutside(async () => expect(await names()).toEqual(['a', 'b']));
      });
    });

    it('runs more snapshots than it has connections, one after the other', async () => {
      await add('a');
      const counts = await Promise.all(
        Array.from({ length: 20 }, () =>
          db.snapshot(async (tx) => {
            await sleep(1);
            return (await tx.selectFrom('item').selectAll().execute()).length;
          }),
        ),
      );
      expect(counts).toEqual(Array.from({ length: 20 }, () => 1));
    });

    it('runs each statement of autocommit in a transaction of its own', async () => {
      await db.autocommit
        .insertInto('item')
        .values([anItem('a'), anItem('b')])
        .execute();
      const removed = await db.autocommit.deleteFrom('item').where('id', '=', 'a').returning('name').execute();
      expect(removed.map((row) => row.name)).toEqual(['Item a']);
      expect(await db.autocommit.updateTable('item').set({ name: 'x' }).executeTakeFirst()).toMatchObject({
        numUpdatedRows: 1n,
      });
      expect(await names()).toEqual(['b']);
    });

    it('lets timers run between writes that follow each other', async () => {
      let ticks = 0;
      const timer = setInterval(() => ticks++, 1);
      for (let i = 0; i < 100; i++) await add(String(i));
      clearInterval(timer);
      expect(ticks).toBeGreaterThan(5);
    });
  });

  describe('values', () => {
    const unsafe: [string, unknown, RegExp][] = [
      ['undefined', undefined, /undefined cannot be stored/],
      ['a Date', new Date(0), /a Date cannot be stored/],
      ['a boolean', true, /a boolean cannot be stored/],
      ['NaN', Number.NaN, /NaN is not a number that can be stored/],
      ['an infinite number', Number.POSITIVE_INFINITY, /Infinity is not/],
      ['a number beyond the safe integers', 2 ** 53, /9007199254740992 is beyond the safe integers/],
      ['a large bigint', 2n ** 60n, /beyond the safe integers/],
      ['an object', { a: 1 }, /an object cannot be stored/],
      ['NUL in text', 'a\0b', /a NUL character/],
    ];

    it.each(unsafe)('refuses %s and names the parameter', async (_, value, message) => {
      const query = CompiledQuery.raw(dialectName === 'sqlite' ? 'select ?, ?' : 'select $1::text, $2::text', [
        'fine',
        value,
      ]);
      await expect(db.reader.executeQuery(query)).rejects.toThrow(message);
      await expect(db.reader.executeQuery(query)).rejects.toMatchObject({ code: 'invalid', details: { parameter: 2 } });
    });

    it('names the column of a value that cannot be stored, where the query tells it', async () => {
      const insert = (size: number) =>
        db.write((tx) =>
          tx
            .insertInto('item')
            .values([anItem('a'), anItem('b', { size })])
            .execute(),
        );
      await expect(insert(Number.NaN)).rejects.toThrow('(column "size")');
      const update = db.write((tx) =>
        tx.updateTable('item').set({ name: 'x', weight: Number.NaN }).where('id', '=', 'a').execute(),
      );
      await expect(update).rejects.toThrow('(column "weight")');
      const many = db.write((tx) =>
        db.dialect.insertMany(
          tx,
          'item',
          ['network_id', 'id', 'name'],
          [
            ['n', 'a', 'A'],
            ['n', 'b', undefined as unknown as Value],
          ],
        ),
      );
      await expect(many).rejects.toThrow('item, row 2, column "name": undefined cannot be stored');
      expect(await names()).toEqual([]);
    });

    it('returns what was stored, in the same types', async () => {
      const item = anItem('ß 小 🐈 \u2028', {
        name: '"quoted", \\, {a}, \n',
        size: Number.MAX_SAFE_INTEGER,
        weight: 0.1,
        bytes: new Uint8Array([0, 255, 10]),
      });
      await add(item.id, item);
      const [row] = await db.reader.selectFrom('item').selectAll().execute();
      expect({ ...row }).toEqual(item);
      expect(row?.bytes).toBeInstanceOf(Uint8Array);
      expect(Buffer.isBuffer(row?.bytes)).toBe(false);
    });

    it('stores milliseconds, negative numbers, whole numbers as weights, empty text and empty bytes', async () => {
      const item = anItem('a', { name: '', size: -1_763_900_000_000, weight: 5, bytes: new Uint8Array() });
      await add('a', item);
      expect({ ...(await db.reader.selectFrom('item').selectAll().executeTakeFirstOrThrow()) }).toEqual(item);
    });

    it('counts, sums and compares into numbers', async () => {
      await db.write((tx) =>
        tx
          .insertInto('item')
          .values([anItem('a', { size: 3 }), anItem('b', { size: 4 })])
          .execute(),
      );
      const row = await db.reader
        .selectFrom('item')
        .select(({ fn, eb }) => [
          fn.countAll<number>().as('count'),
          fn.sum<number>('size').as('sum'),
          eb.exists(eb.selectFrom('network').select('id')).as('exists'),
          sql<number>`min(size) > 100`.as('large'),
        ])
        .executeTakeFirstOrThrow();
      expect({ ...row }).toEqual({ count: 2, sum: 7, exists: 1, large: 0 });
      const average = await db.reader
        .selectFrom('item')
        .select(({ fn }) => fn.avg<number>('size').as('avg'))
        .executeTakeFirstOrThrow();
      expect(average.avg).toBe(3.5);
    });

    it('throws on a number beyond the safe integers in a result', async () => {
      const huge = CompiledQuery.raw(
        dialectName === 'sqlite' ? 'select 9007199254740993 as n' : 'select 9007199254740993::bigint as n',
      );
      await expect(db.reader.executeQuery(huge)).rejects.toThrow(/9007199254740993/);
    });

    it('binds whole numbers as whole numbers', async () => {
      const type = dialectName === 'sqlite' ? sql<string>`cast(${7} as text)` : sql<string>`cast(${7}::bigint as text)`;
      expect((await sql<{ t: string }>`select ${type} as t`.execute(db.reader)).rows[0]?.t).toBe('7');
    });

    it('orders text by code point whatever the locale of the database', async () => {
      for (const id of ['b', 'B', 'a', 'ä', 'C', '-', '_', '小']) await add(id);
      expect(await names()).toEqual(['-', 'B', 'C', '_', 'a', 'b', 'ä', '小']);
    });

    it('holds a column to its type', async () => {
      await expect(add('a', { size: 'many' as unknown as number })).rejects.toThrow();
      await expect(add('a', { size: 1.5 })).rejects.toThrow();
      await expect(add('a', { network_id: 'unknown' })).rejects.toThrow(/foreign key/i);
      expect(await names()).toEqual([]);
    });

    it('returns rows and counts of writes', async () => {
      const inserted = await db.write((tx) =>
        tx
          .insertInto('item')
          .values([anItem('a'), anItem('b')])
          .returning(['id', 'size'])
          .execute(),
      );
      expect(inserted.map((row) => ({ ...row }))).toEqual([
        { id: 'a', size: null },
        { id: 'b', size: null },
      ]);
      const updated = await db.write((tx) => tx.updateTable('item').set({ size: 1 }).executeTakeFirst());
      expect(updated.numUpdatedRows).toBe(2n);
      const deleted = await db.write((tx) => tx.deleteFrom('item').where('id', '=', 'a').executeTakeFirst());
      expect(deleted.numDeletedRows).toBe(1n);
    });
  });

  describe('insertMany', () => {
    const rowsOf = (count: number) =>
      Array.from({ length: count }, (_, i) => ['n', `id ${i}`, `name ${i}`, i, i / 4, null]);
    const insert = (rows: Value[][], options?: Parameters<Database<ItemSchema>['dialect']['insertMany']>[4]) =>
      db.write((tx) => db.dialect.insertMany(tx, 'item', ITEM_COLUMNS, rows, options));

    it.each([0, 1, 2, 127, 128, 129, 1000])('inserts %i rows', async (count) => {
      await insert(rowsOf(count));
      const { rows } = await sql<{
        n: number;
        sum: number | null;
      }>`select count(*) as n, sum(size) as sum from item`.execute(db.reader);
      expect({ ...rows[0] }).toEqual({ n: count, sum: count === 0 ? null : (count * (count - 1)) / 2 });
    });

    it('stores any text, number and null as it is', async () => {
      const texts = [
        '',
        'NULL',
        'null',
        '{}',
        '{"a":"b\\\\c"}',
        '\\',
        '"',
        "'",
        ',',
        ' a ',
        'ß 小 🐈',
        'a\nb\tc',
        '\\x41',
      ];
      const numbers = [0, -1, Number.MAX_SAFE_INTEGER, 7];
      const rows = texts.map((text, i): Value[] => [
        'n',
        String(i).padStart(2, '0'),
        text,
        numbers[i % numbers.length] ?? 0,
        i % 3 === 0 ? null : i / 7,
      ]);
      await db.write((tx) => db.dialect.insertMany(tx, 'item', ['network_id', 'id', 'name', 'size', 'weight'], rows));
      const stored = await db.reader
        .selectFrom('item')
        .select(['network_id', 'id', 'name', 'size', 'weight'])
        .orderBy('id')
        .execute();
      expect(stored.map((row) => Object.values(row))).toEqual(rows);
    });

    it('keeps the row that is there when told to ignore', async () => {
      await insert([['n', 'a', 'old', 1, null, null]]);
      await insert(
        [
          ['n', 'a', 'new', 2, null, null],
          ['n', 'b', 'new', 2, null, null],
        ],
        { onConflict: 'ignore' },
      );
      expect((await db.reader.selectFrom('item').select('name').orderBy('id').execute()).map((r) => r.name)).toEqual([
        'old',
        'new',
      ]);
    });

    it('overwrites the named columns on a conflict, the last of a repeated key winning', async () => {
      await insert([['n', 'a', 'old', 1, null, null]]);
      const onConflict = { key: ['network_id', 'id'], update: ['size'] };
      await insert(
        [
          ['n', 'a', 'new', 2, null, null],
          ['n', 'a', 'newer', 3, null, null],
        ],
        { onConflict },
      );
      expect({ ...(await db.reader.selectFrom('item').select(['name', 'size']).executeTakeFirstOrThrow()) }).toEqual({
        name: 'old',
        size: 3,
      });
    });

    it('refuses a row of another length', async () => {
      await expect(insert([['n', 'a']])).rejects.toThrow('item: row 1 has 2 values for 6 columns');
    });

    it('keeps nothing when a later row fails', async () => {
      const rows = rowsOf(300);
      rows.push([...(rows[0] ?? [])]);
      await expect(insert(rows)).rejects.toSatisfy((error) => db.dialect.isUniqueViolation(error));
      expect(await names()).toEqual([]);
    });

    it('keeps nothing of a transaction whose failed insert nobody heard of', async () => {
      const rows = rowsOf(300);
      rows.push([...(rows[0] ?? [])]);
      const swallowing = db.write(async (tx) => {
        await db.dialect.insertMany(tx, 'item', ITEM_COLUMNS, [['n', 'before', 'before', 1, null, null]]);
        await db.dialect.insertMany(tx, 'item', ITEM_COLUMNS, rows).catch(() => undefined);
      });
      await swallowing.catch(() => undefined);
      expect(await names()).toEqual([]);
      await insert([['n', 'after', 'after', 1, null, null]]);
      expect(await names()).toEqual(['after']);
    });

    it('stores what many rows share in each of them, whatever stands between', async () => {
      const rows = Array.from({ length: 40 }, (_, i): Value[] => [
        'n',
        `id ${String(i).padStart(2, '0')}`,
        'of all',
        7,
        i / 4,
        null,
      ]);
      await insert(rows);
      const stored = await db.reader.selectFrom('item').selectAll().orderBy('id').execute();
      expect(stored.map((row) => ITEM_COLUMNS.map((column) => row[column]))).toEqual(rows);
    });

    it('names the row and the column of what many rows share and none can store', async () => {
      const rows = Array.from({ length: 40 }, (_, i): Value[] => ['n', `id ${i}`, 'a\0b', i, null, null]);
      await expect(insert(rows)).rejects.toThrow('item, row 1, column "name": a NUL character');
    });
  });

  describe('streams', () => {
    beforeEach(async () => {
      const rows = Array.from({ length: 1000 }, (_, i) => ['n', String(i).padStart(4, '0'), 'x', i, null, null]);
      await db.write((tx) => db.dialect.insertMany(tx, 'item', ITEM_COLUMNS, rows));
    });

    const all = () => db.reader.selectFrom('item').selectAll().where('size', '>=', 10).orderBy('id');

    it('yields every row in order, of one state, while others write and read', async () => {
      const seen: (number | null)[] = [];
      for await (const row of all().stream(100)) {
        seen.push(row.size);
        if (seen.length === 1) await db.write((tx) => tx.deleteFrom('item').where('size', '>', 500).execute());
        if (seen.length === 2) expect(await all().execute()).toHaveLength(491);
      }
      expect(seen).toEqual(Array.from({ length: 990 }, (_, i) => i + 10));
    });

    it('can be left early any number of times', async () => {
      for (let i = 0; i < 30; i++) {
        for await (const row of all().stream(10)) {
          expect(row.size).toBe(10);
          break;
        }
      }
      expect(await all().execute()).toHaveLength(990);
    });

    it('works inside a snapshot and a write, beside other queries of it', async () => {
      for (const run of [db.snapshot, db.write] as const) {
        await run(async (tx) => {
          let count = 0;
          for await (const _ of tx.selectFrom('item').selectAll().orderBy('id').stream(300)) {
            count++;
            if (count % 250 === 0) expect(await tx.selectFrom('item').select('id').limit(1).execute()).toHaveLength(1);
          }
          expect(count).toBe(1000);
        });
      }
    });

    it('reports a failing query and stays usable', async () => {
      const bad = db.reader.selectFrom('item').select(sql`no_such_column`.as('x')).stream(10);
      await expect(Array.fromAsync(bad)).rejects.toThrow(/no_such_column/);
      expect(await all().execute()).toHaveLength(990);
    });
  });

  describe('text index', () => {
    const put = (rows: [string, string, string?][]) =>
      db.write((tx) =>
        db.dialect.text.put(
          tx,
          rows.map(([id, folded, networkId = 'n']) => ({
            networkId,
            entity: 'touch',
            id,
            personId: `p ${id}`,
            folded,
          })),
        ),
      );
    const find = async (foldedQuery: string, given: { networkId?: string; limit?: number } = {}) =>
      (
        await db.dialect.text.search(db.reader, { networkId: 'n', limit: 10, part: 'memories', ...given, foldedQuery })
      ).map((hit) => hit.id);

    it('finds words by their beginning, all of them, last added first', async () => {
      await put([
        ['a', 'lunch about tidal power'],
        ['b', 'tidal waves, and the power of habit'],
        ['c', 'the lower tide'],
      ]);
      expect(await find('tid')).toEqual(['c', 'b', 'a']);
      expect(await find('tidal pow')).toEqual(['b', 'a']);
      expect(await find('pow tid lunch')).toEqual(['a']);
      expect(await find('ower')).toEqual([]);
      expect(await find('tid', { limit: 2 })).toEqual(['c', 'b']);
      expect(await find('')).toEqual([]);
      expect(await find(' .,"\'*:&|!() ')).toEqual([]);
    });

    it('treats everything but letters, digits and marks as a gap, and stop words as words', async () => {
      await put([
        ['mail', 'write to ada@example.org or see https://example.org/a-b_c?d=1'],
        ['not', 'to be or not to be'],
        ['tag', "o'brien #x-7 c++"],
      ]);
      expect(await find('example')).toEqual(['mail']);
      expect(await find('ada@exam')).toEqual(['mail']);
      expect(await find('not to be')).toEqual(['not']);
      expect(await find('brien')).toEqual(['tag']);
      expect(await find("'o'' & x:* | 7")).toEqual(['tag']);
      expect(await find('AND OR NOT NEAR'.toLowerCase())).toEqual([]);
    });

    it('finds words of every script that the folding leaves', async () => {
      await put([
        ['cjk', '王小 小明 明天'],
        ['hindi', 'हिन्दी भाषा'],
        ['greek', 'αθηνα'],
        ['long', `${'a'.repeat(100)} 𝒳𝒴`],
        ['num', '2024 42'],
      ]);
      expect(await find('小明')).toEqual(['cjk']);
      expect(await find('明天')).toEqual(['cjk']);
      expect(await find('हिन्दी')).toEqual(['hindi']);
      expect(await find('αθ')).toEqual(['greek']);
      expect(await find('a'.repeat(90))).toEqual(['long']);
      expect(await find('𝒳')).toEqual(['long']);
      expect(await find('42')).toEqual(['num']);
    });

    it('replaces a row put again and forgets a removed one', async () => {
      await put([
        ['a', 'old words'],
        ['b', 'other words'],
      ]);
      await put([
        ['a', 'new things'],
        ['a', 'newest things'],
      ]);
      expect(await find('old')).toEqual([]);
      expect(await find('new things')).toEqual(['a']);
      expect(await find('newest')).toEqual(['a']);
      await db.write((tx) => db.dialect.text.remove(tx, 'n', ['a', 'unknown']));
      expect(await find('things')).toEqual([]);
      expect(await find('words')).toEqual(['b']);
      expect(await db.dialect.integrityProblems()).toEqual([]);
    });

    it('never shows one network to another', async () => {
      await put([
        ['a', 'same words', 'n'],
        ['a', 'same words', 'm'],
      ]);
      expect(await find('same', { networkId: 'm' })).toEqual(['a']);
      expect(await find('same', { networkId: 'k' })).toEqual([]);
      await db.write((tx) => db.dialect.text.remove(tx, 'm', ['a']));
      expect(await find('same', { networkId: 'm' })).toEqual([]);
      expect(await find('same')).toEqual(['a']);
    });

    it('takes back what was indexed in a transaction that fails', async () => {
      const work = db.write(async (tx) => {
        await db.dialect.text.put(tx, [{ networkId: 'n', entity: 'touch', id: 'a', personId: null, folded: 'gone' }]);
        throw new Error('on purpose');
      });
      await expect(work).rejects.toThrow('on purpose');
      expect(await find('gone')).toEqual([]);
    });

    it('gives an excerpt around the first hit, cut at spaces', async () => {
      await put([['a', `${'before '.repeat(30)}the needle is here ${'after '.repeat(60)}`.trim()]]);
      const [hit] = await db.dialect.text.search(db.reader, {
        networkId: 'n',
        foldedQuery: 'needl',
        limit: 1,
        part: 'memories',
      });
      expect(hit).toMatchObject({ entity: 'touch', id: 'a', personId: 'p a' });
      expect(hit?.excerpt).toMatch(/^…(before )+the needle is here (after ?)+…$/);
      expect(hit?.excerpt.length).toBeLessThan(170);
    });

    it('indexes a text of many distinct words', async () => {
      const words = Array.from({ length: 200_000 }, (_, i) => `word${i.toString(36)}`).join(' ');
      await put([['a', words]]);
      expect(await find('word0 word1')).toEqual(['a']);
    });
  });

  describe('commit notices', () => {
    it('calls back after commits, until stopped', async () => {
      const listener = vi.fn();
      const stop = db.onCommitted(listener);
      await add('a');
      await vi.waitFor(() => expect(listener).toHaveBeenCalled(), 1000);
      stop();
      await sleep(300);
      listener.mockClear();
      await add('b');
      await sleep(300);
      expect(listener).not.toHaveBeenCalled();
    });

    it('hears of commits through another connection', async () => {
      const other = await openDatabase<ItemSchema>({ url: empty.url });
      const listener = vi.fn();
      const stop = db.onCommitted(listener);
      await sleep(250);
      listener.mockClear();
      await other.write((tx) => tx.insertInto('item').values(anItem('elsewhere')).execute());
      await vi.waitFor(() => expect(listener).toHaveBeenCalled(), 1000);
      expect(await names()).toEqual(['elsewhere']);
      stop();
      await other.close();
    });

    it('lets a listener read, also one called because of a write around it', async () => {
      const { promise, resolve, reject } = Promise.withResolvers<string[]>();
      // It may be called for nothing before there is anything to read.
      const stop = db.onCommitted(
        () => void names().then((all) => (all.length > 0 ? resolve(all) : undefined), reject),
      );
      await add('a');
      await expect(promise).resolves.toEqual(['a']);
      stop();
    });
  });

  it('tells tables apart from the tables behind them', async () => {
    expect(await db.dialect.tableNames(db.reader)).toEqual(['item', 'network', 'note_text']);
    expect(await db.dialect.hasTable(db.reader, 'item')).toBe(true);
    expect(await db.dialect.hasTable(db.reader, 'items')).toBe(false);
  });

  it('recognises no unique violation in other errors', async () => {
    await expect(add('a', { network_id: 'unknown' })).rejects.toSatisfy(
      (error) => !db.dialect.isUniqueViolation(error),
    );
    expect(db.dialect.isUniqueViolation(new AppError('internal', 'x'))).toBe(false);
    expect(db.dialect.isUniqueViolation(undefined)).toBe(false);
  });

  it('keeps working after another process changed the tables under its prepared statements', async () => {
    const own = await createEmptyDatabase(dialectName);
    const [one, other] = [await openItems(own.url), await openItems(own.url)];
    await one.write((tx) => tx.insertInto('item').values(anItem('a')).execute());
    const all = () => one.reader.selectFrom('item').selectAll().execute();
    for (let i = 0; i < 3; i++) await all();
    await other.dialect.alterSchema(async (tx) => {
      await tx.schema.alterTable('item').addColumn('extra', other.dialect.types.text).execute();
    });
    // PostgreSQL refuses a plan of the old shape once per connection.
    await vi.waitFor(async () => expect(await all()).toEqual([expect.objectContaining({ id: 'a', extra: null })]));
    await one.close();
    await other.close();
    await own.drop();
  });

  it('refuses everything once closed', async () => {
    const other = await openDatabase<ItemSchema>({ url: empty.url });
    await other.close();
    await expect(other.reader.selectFrom('item').selectAll().execute()).rejects.toThrow('has been closed');
    await expect(other.write(async () => {})).rejects.toThrow('has been closed');
    await expect(other.close()).resolves.toBeUndefined();
  });
});
