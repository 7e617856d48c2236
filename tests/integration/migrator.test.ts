import { readdir, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database, Migration } from '../../src/storage/dialects/dialect.ts';
import { migrations } from '../../src/storage/migrations/index.ts';
import { migrate, readMeta } from '../../src/storage/migrator.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { testDialects } from '../support/dialects.ts';
import { anItem, type ItemSchema, makeItems } from '../support/item-store.ts';
import { startStoreProcess } from '../support/store-process.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../support/test-database.ts';

const addColour: Migration = {
  id: '002-colour',
  async up(tx, dialect) {
    await tx.schema.alterTable('item').addColumn('colour', dialect.types.text).execute();
  },
};
const failing: Migration = {
  id: '002-fails',
  async up(tx, dialect) {
    await tx.schema.createTable('left_behind').addColumn('id', dialect.types.text).execute();
    await sql`update item set name = 'changed'`.execute(tx);
    throw new Error('on purpose');
  },
};

describe.each(testDialects)('migrations on %s', (dialectName) => {
  let empty: EmptyDatabase;
  let db: Database<ItemSchema>;

  beforeEach(async () => {
    empty = await createEmptyDatabase(dialectName);
    db = await openDatabase<ItemSchema>({ url: empty.url });
  });

  afterEach(async () => {
    await db.close();
    await empty.drop();
  });

  const fill = async () => {
    await migrate(db, [makeItems]);
    await db.write(async (tx) => {
      await tx.insertInto('network').values({ id: 'n', seq: 0 }).execute();
      await tx
        .insertInto('item')
        .values([anItem('a'), anItem('b')])
        .execute();
    });
  };
  const names = async () =>
    (await db.reader.selectFrom('item').select('name').orderBy('id').execute()).map((row) => row.name);
  /** What only concerns a database that is a file. */
  const inFiles = (title: string, test: () => Promise<void>) => {
    if (dialectName === 'sqlite') it(title, test);
  };
  const copies = async () => (await readdir(empty.folder)).filter((name) => name.includes('.before-')).sort();

  it('runs what is missing, in order, and records it', async () => {
    expect(await migrate(db, [makeItems])).toEqual(['001-items']);
    expect(await migrate(db, [makeItems])).toEqual([]);
    const progress = vi.fn();
    expect(await migrate(db, [makeItems, addColour], { onProgress: progress })).toEqual(['002-colour']);
    expect(progress).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('002-colour'));
    expect(await readMeta(db.dialect, db.reader)).toEqual({
      version: 2,
      minCode: 1,
      applied: ['001-items', '002-colour'],
    });
  });

  it('leaves nothing of a migration that throws, and what ran before it stands', async () => {
    await fill();
    await expect(migrate(db, [makeItems, failing])).rejects.toThrow('on purpose');
    expect(await db.dialect.tableNames(db.reader)).toEqual(['item', 'network', 'note_text']);
    expect(await names()).toEqual(['Item a', 'Item b']);
    expect(await readMeta(db.dialect, db.reader)).toMatchObject({ version: 1 });
    expect(await migrate(db, [makeItems, addColour])).toEqual(['002-colour']);
  });

  it('refuses data that needs a newer Tendril, and opens data that a newer one only added to', async () => {
    await migrate(db, [makeItems, addColour]);
    expect(await migrate(db, [makeItems])).toEqual([]);
    await migrate(db, [makeItems, addColour, { id: '003-breaks', breaks: true, up: async () => {} }]);
    await expect(migrate(db, [makeItems])).rejects.toMatchObject({
      code: 'newer-schema',
      message:
        'This data was written by a newer Tendril (schema 3, this one knows 1). Install the newer version; nothing was changed.',
    });
  });

  it('refuses data with another history', async () => {
    await migrate(db, [makeItems, { id: '002-other', up: async () => {} }]);
    await expect(migrate(db, [makeItems, addColour])).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('refuses a database that holds tables of another program', async () => {
    await db.dialect.alterSchema((tx) =>
      tx.schema.createTable('theirs').addColumn('id', db.dialect.types.text).execute(),
    );
    await expect(migrate(db, [makeItems])).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('"theirs"'),
    });
    expect(await db.dialect.tableNames(db.reader)).toEqual(['theirs']);
  });

  it('refuses a migration that loses rows it did not name', async () => {
    await fill();
    const loses: Migration = {
      id: '002-loses',
      up: async (tx) => void (await sql`delete from item where id = 'a'`.execute(tx)),
    };
    await expect(migrate(db, [makeItems, loses])).rejects.toThrow(
      '002-loses: item had 2 rows and has 1; nothing was changed.',
    );
    const drops: Migration = { id: '002-drops', up: (tx) => tx.schema.dropTable('item').execute() };
    await expect(migrate(db, [makeItems, drops])).rejects.toThrow('item had 2 rows and is gone');
    expect(await names()).toEqual(['Item a', 'Item b']);
    expect(await migrate(db, [makeItems, { ...loses, touches: ['item'] }])).toEqual(['002-loses']);
  });

  it('of Tendril take data with a day’s plan in it all the way', async () => {
    const first = migrations.findIndex(({ id }) => id === '007-today') + 1;
    await migrate(db, migrations.slice(0, first));
    await db.write(async (tx) => {
      await sql`insert into network (id, seq, epoch, created_at) values ('n', 0, 'e', '2026-01-01')`.execute(tx);
      const columns = sql`network_id, date, seq, plan, waiting`;
      await sql`insert into day_plan (${columns}) values ('n', '2026-01-01', 0, '{}', '[]')`.execute(tx);
    });
    await migrate(db, migrations);
    expect((await readMeta(db.dialect, db.reader))?.applied).toHaveLength(migrations.length);
  });

  it('migrates once when two processes start together', async () => {
    const others = [startStoreProcess(empty.url, 'migrate'), startStoreProcess(empty.url, 'migrate')];
    for (const other of others) expect(await other.word()).toBe('ready');
    for (const other of others) other.goOn();
    const words = await Promise.all(others.map((other) => other.word()));
    expect(words.sort()).toEqual(['migrated 0', 'migrated 1']);
    expect(await migrate(db, [makeItems])).toEqual([]);
    await Promise.all(others.map((other) => other.ended()));
  });

  inFiles('keeps the last three copies from before a migration', async () => {
    const migrations: Migration[] = [makeItems];
    await fill();
    expect(await copies()).toEqual([]);
    await writeFile(`${empty.url}.before-001.partial`, 'left by a process that was killed');
    for (const number of [2, 3, 4, 5]) {
      migrations.push({ id: `00${number}-next`, up: async () => {} });
      await migrate(db, migrations);
    }
    expect(await copies()).toEqual([
      'tendril.db.before-003-next',
      'tendril.db.before-004-next',
      'tendril.db.before-005-next',
    ]);
    const copy = new DatabaseSync(`${empty.folder}/tendril.db.before-003-next`, { readOnly: true });
    expect(copy.prepare('select version from schema_meta').get()).toEqual({ version: 2 });
    expect(copy.prepare('select count(*) as n from item').get()).toEqual({ n: 2 });
    copy.close();
  });

  inFiles('rebuilds a table that others point to without losing them', async () => {
    await fill();
    const rebuild: Migration = {
      id: '002-rebuild',
      async up(tx) {
        await sql`create table network_new (id text primary key, seq integer not null, extra text) strict`.execute(tx);
        await sql`insert into network_new (id, seq) select id, seq from network`.execute(tx);
        await sql`drop table network`.execute(tx);
        await sql`alter table network_new rename to network`.execute(tx);
      },
    };
    await migrate(db, [makeItems, rebuild]);
    expect(await names()).toEqual(['Item a', 'Item b']);
    const orphan = db.write((tx) =>
      tx
        .insertInto('item')
        .values(anItem('c', { network_id: 'unknown' }))
        .execute(),
    );
    await expect(orphan).rejects.toThrow(/foreign key/i);
  });

  inFiles('refuses a migration after which rows point nowhere', async () => {
    await fill();
    const orphans: Migration = {
      id: '002-orphans',
      touches: ['network'],
      up: async (tx) => void (await sql`delete from network`.execute(tx)),
    };
    await expect(migrate(db, [makeItems, orphans])).rejects.toThrow(
      '2 rows of item point to rows of network that are not there',
    );
    expect(await readMeta(db.dialect, db.reader)).toMatchObject({ version: 1 });
    expect(await names()).toEqual(['Item a', 'Item b']);
  });
});
