import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { migrate } from '../../migrator.ts';
import { openDatabase } from '../../open-database.ts';
import type { Schema } from '../../schema.ts';
import type { Database } from '../dialect.ts';

let folder: string;
let path: string;
let db: Database<Schema>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tendril-pace-'));
  path = join(folder, 'tendril.db');
  db = await openDatabase<Schema>({ url: path });
  await migrate(db, migrations);
});

afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

/** The secrets are a table without a network: any rows do. */
const insert = (name: string, value: string) =>
  CompiledQuery.raw('insert into auth_secret (name, value) values (?, ?)', [name, value]);
const COUNT = CompiledQuery.raw('select count(*) as n from auth_secret') as CompiledQuery<{ n: number }>;

describe('a plan of SQLite', () => {
  it.each([
    [
      'select person_id from touch_person where network_id = ? and touch_id in (?, ?) order by id desc',
      'touch_person_once',
    ],
    ['select distinct kind, value from identity where network_id = ? and person_id in (?, ?)', 'identity_person'],
    ['select * from tie where network_id = ? and person_id in (?, ?) order by id', 'tie_person'],
    [
      'select person_id from person_state where network_id = ? and active = ? and follow_up_touch_id is not null',
      'person_state_follow_up',
    ],
  ])('finds few rows by their own index: %s', (sql, index) => {
    const plain = new DatabaseSync(path, { readOnly: true });
    const plan = plain.prepare(`explain query plan ${sql}`).all();
    plain.close();
    expect(plan.map((row) => String(row.detail)).join()).toContain(`INDEX ${index} `);
  });
});

describe('a long write', () => {
  it('lets timers and readers run between its statements', async () => {
    const reads: Promise<number | undefined>[] = [];
    const timer = setInterval(() => {
      reads.push(db.reader.executeQuery(COUNT).then(({ rows }) => rows[0]?.n));
    }, 1);
    await db.write(async (tx) => {
      const end = performance.now() + 150;
      for (let n = 0; performance.now() < end; n++) await tx.executeQuery(insert(`name ${n}`, ''));
      clearInterval(timer);
      // Still inside: whoever reads now sees nothing of it either.
      expect(new Set(await Promise.all(reads))).toEqual(new Set([0]));
    });
    expect(reads.length).toBeGreaterThan(3);
  });

  it.each([{ relaxed: true }, { relaxed: false }])(
    'has its log copied into the file meanwhile, and loses nothing (%j)',
    async (options) => {
      const value = 'x'.repeat(2_000_000);
      for (let n = 0; n < 115; n++) await db.write((tx) => tx.executeQuery(insert(`name ${n}`, value)), options);
      await expect.poll(async () => (await stat(path)).size).toBeGreaterThan(80_000_000);
      const { rows } = await db.reader.executeQuery(COUNT);
      expect(rows).toEqual([{ n: 115 }]);
      // 230 MB were written; the log began anew before it was as long.
      expect((await stat(`${path}-wal`)).size).toBeLessThan(215_000_000);
    },
  );
});

describe('one relaxed write after another', () => {
  it('lets another in that waits, however short they are', async () => {
    const other = await openDatabase<Schema>({ url: path });
    let over = false;
    let mine = 0;
    const writing = (async () => {
      for (; !over; mine++) {
        await db.write(
          async (tx) => {
            await tx.executeQuery(insert(`name ${mine}`, ''));
            // It holds the lock nearly all the time: whoever only tries now and then hardly ever meets it free.
            for (let turn = 0; turn < 30; turn++) await nextTurn();
          },
          { relaxed: true },
        );
      }
    })();
    for (let n = 0; n < 20; n++) await other.write((tx) => tx.executeQuery(insert(`other ${n}`, '')));
    over = true;
    await writing;
    await other.close();
    // One that is under way, one to get there, and some that went before it asked.
    expect(mine).toBeLessThan(20 * 4);
  });
});
