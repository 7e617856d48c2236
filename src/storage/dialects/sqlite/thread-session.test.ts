import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CompiledQuery, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../domain/errors.ts';
import { openDatabase } from '../../open-database.ts';
import type { Database } from '../dialect.ts';

interface Things {
  thing: { id: number; name: string };
}

let folder: string;
let path: string;
let db: Database<Things>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tendril-thread-'));
  path = join(folder, 'tendril.db');
  db = await openDatabase<Things>({ url: path, bulk: true, deadlineMs: 300 });
  await db.write((tx) => tx.executeQuery(CompiledQuery.raw('create table thing (id integer primary key, name text)')));
});

afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

const rows = (from: number, count: number) => Array.from({ length: count }, (_, i) => [from + i, `name ${from + i}`]);
const countOf = async (handle: Pick<Database<Things>, 'reader'>['reader']) =>
  (await handle.selectFrom('thing').select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()).n;

describe('a database that is written in a thread beside', () => {
  it('does what nobody waited for in order, and answers what is asked later after it', async () => {
    await db.write(async (tx) => {
      const inserted = [0, 2_000, 4_000].map((from) =>
        db.dialect.insertMany<Things>(tx, 'thing', ['id', 'name'], rows(from, 2_000)),
      );
      expect(await countOf(tx)).toBe(6_000);
      await Promise.all(inserted);
      expect(await countOf(db.committed)).toBe(0);
    });
    expect(await countOf(db.reader)).toBe(6_000);
  });

  it('takes everything back when the work fails', async () => {
    const work = db.write(async (tx) => {
      await db.dialect.insertMany<Things>(tx, 'thing', ['id', 'name'], rows(0, 10));
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await countOf(db.reader)).toBe(0);
  });

  it.each([true, false])('does nothing more once a statement failed (bulk: %s)', async (bulk) => {
    const other = await openDatabase<Things>({ url: path, bulk });
    // As after a full disk: SQLite rolls back by itself, and what is done from then on stays.
    const rollsBack = CompiledQuery.raw('insert or rollback into thing (id) values (1)');
    const failing = other.write(async (tx) => {
      await tx.executeQuery(rollsBack);
      const more = other.dialect.insertMany<Things>(tx, 'thing', ['id', 'name'], rows(2, 10));
      const posted = [
        tx.executeQuery(rollsBack),
        other.dialect.insertMany<Things>(tx, 'thing', ['id', 'name'], rows(20, 10)),
      ];
      await Promise.all([more, ...posted]);
    });
    await expect(failing).rejects.toThrow('UNIQUE');
    await other.close();
    expect(await countOf(db.reader)).toBe(0);
  });

  it('tells what failed as a connection here does', async () => {
    const twice = db.write((tx) =>
      db.dialect.insertMany<Things>(tx, 'thing', ['id', 'name'], [...rows(0, 1), ...rows(0, 1)]),
    );
    expect(db.dialect.isUniqueViolation(await twice.catch((error: unknown) => error))).toBe(true);
    const other = new DatabaseSync(path);
    other.exec('begin immediate');
    const busy = db.write((tx) => db.dialect.insertMany<Things>(tx, 'thing', ['id', 'name'], rows(0, 1)));
    await expect(busy).rejects.toThrow(AppError);
    other.close();
  });
});
