import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database, Migration } from '../../src/storage/dialects/dialect.ts';
import { migrate } from '../../src/storage/migrator.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { testDialects } from '../support/dialects.ts';
import { anItem, ITEM_COLUMNS, type ItemSchema, makeItems, openItems } from '../support/item-store.ts';
import { startStoreProcess } from '../support/store-process.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../support/test-database.ts';

const addColour: Migration = {
  id: '002-colour',
  async up(tx, dialect) {
    await tx.schema.alterTable('item').addColumn('colour', dialect.types.text).execute();
    await sql`update item set colour = 'green'`.execute(tx);
  },
};

describe.each(testDialects)('backup and restore on %s', (dialectName) => {
  let empty: EmptyDatabase;
  let db: Database<ItemSchema>;

  beforeEach(async () => {
    empty = await createEmptyDatabase(dialectName);
    db = await openItems(empty.url);
  });

  afterEach(async () => {
    await db.close();
    await empty.drop();
  });

  const file = (name: string) => join(empty.folder, name);
  const rows = async () =>
    (await db.reader.selectFrom('item').selectAll().orderBy('id').execute()).map((row) => ({ ...row }));
  const find = async (foldedQuery: string) =>
    (await db.dialect.text.search(db.reader, { networkId: 'n', foldedQuery, part: 'memories', limit: 10 })).map(
      (hit) => hit.id,
    );
  const text = (id: string, folded: string) => ({ networkId: 'n', entity: 'touch', id, personId: null, folded });
  const fill = () =>
    db.write(async (tx) => {
      const items = [
        anItem('a', {
          name: 'line\nline \u2028 "quoted" \\ ß 小 🐈',
          size: Number.MAX_SAFE_INTEGER,
          weight: 0.1 + 0.2,
        }),
        anItem('b', { bytes: new Uint8Array([0, 1, 10, 92, 255]), weight: -1.5e-300 }),
        anItem('["end", 1]', { name: '["table","item"]' }),
      ];
      await tx.insertInto('item').values(items).execute();
      await db.dialect.text.put(tx, [text('a', 'tidal power'), text('b', 'other words')]);
    });

  it('brings back every value and the text index, and keeps the data from before aside', async () => {
    await fill();
    const before = await rows();
    await db.dialect.backup(file('backup'));
    await db.write(async (tx) => {
      await tx.deleteFrom('item').where('id', '=', 'a').execute();
      await tx.insertInto('item').values(anItem('later')).execute();
      await db.dialect.text.put(tx, [text('c', 'tidal wave')]);
    });
    const { kept } = await db.dialect.restore(file('backup'), { migrations: [makeItems] });
    expect(await rows()).toEqual(before);
    expect(await find('tidal')).toEqual(['a']);
    expect(await db.dialect.integrityProblems()).toEqual([]);

    await db.write((tx) => db.dialect.text.put(tx, [text('d', 'tidal pool')]));
    expect(await find('tidal')).toEqual(['d', 'a']);

    await db.dialect.restore(kept ?? '', { migrations: [makeItems] });
    expect((await rows()).map((row) => row.id)).toEqual(['["end", 1]', 'b', 'later']);
    expect(await find('tidal')).toEqual(['c', 'a']);
  });

  it('backs up one state while others write', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ['n', `id ${i}`, 'x'.repeat(200), i, null, null]);
    await db.write((tx) => db.dialect.insertMany(tx, 'item', ITEM_COLUMNS, many));
    let done = false;
    const backup = db.dialect.backup(file('backup')).finally(() => {
      done = true;
    });
    let writes = 0;
    while (!done) {
      // Every write changes two rows together: a torn backup would hold one of them.
      await db.write((tx) =>
        tx
          .updateTable('item')
          .set({ size: -1 - writes })
          .where('id', 'in', ['id 0', 'id 19999'])
          .execute(),
      );
      writes++;
    }
    await backup;
    expect(writes).toBeGreaterThan(1);
    await db.dialect.restore(file('backup'), { migrations: [makeItems] });
    const sizes = await db.reader
      .selectFrom('item')
      .select('size')
      .where('id', 'in', ['id 0', 'id 19999'])
      .orderBy('id')
      .execute();
    const [first, last] = sizes.map((row) => row.size);
    expect(first === 0 ? last : first).toBe(first === 0 ? 19_999 : last);
    expect(await rows()).toHaveLength(20_000);
  });

  it('lets another open store go on with the restored data', async () => {
    await fill();
    await db.dialect.backup(file('backup'));
    const other = await openItems(empty.url);
    const heard = vi.fn();
    other.onCommitted(heard);
    const count = async () => (await other.reader.selectFrom('item').selectAll().execute()).length;
    await other.write((tx) => tx.deleteFrom('item').execute());
    for (let i = 0; i < 3; i++) expect(await count()).toBe(0);
    heard.mockClear();
    await db.dialect.restore(file('backup'), { migrations: [makeItems] });
    expect(await count()).toBe(3);
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 3000);
    await other.write((tx) => tx.insertInto('item').values(anItem('c')).execute());
    expect(await rows()).toHaveLength(4);
    await other.close();
  });

  it('brings an older backup to the present schema', async () => {
    await fill();
    await db.dialect.backup(file('old'));
    await migrate(db, [makeItems, addColour]);
    await db.write((tx) => tx.deleteFrom('item').execute());
    await db.dialect.restore(file('old'), { migrations: [makeItems, addColour] });
    expect(await rows()).toEqual([1, 2, 3].map(() => expect.objectContaining({ colour: 'green' })));
    expect(await migrate(db, [makeItems, addColour])).toEqual([]);
  });

  it('refuses a backup that needs a newer Tendril', async () => {
    await migrate(db, [makeItems, { ...addColour, breaks: true }]);
    await fill();
    await db.dialect.backup(file('new'));
    const restoring = db.dialect.restore(file('new'), { migrations: [makeItems] });
    await expect(restoring).rejects.toMatchObject({
      code: 'newer-schema',
      message: expect.stringContaining('newer Tendril'),
    });
    expect(await rows()).toHaveLength(3);
  });

  it.each([
    ['a file of something else', async (path: string) => writeFile(path, 'BEGIN:VCARD\r\nEND:VCARD\r\n')],
    ['an empty file', async (path: string) => writeFile(path, '')],
    ['a folder', async (path: string) => mkdir(path)],
    ['nothing', async () => {}],
  ])('refuses %s and leaves all as it was', async (_, make) => {
    await fill();
    await make(file('given'));
    const restoring = db.dialect.restore(file('given'), { migrations: [makeItems] });
    await expect(restoring).rejects.toMatchObject({ code: 'unreadable', message: expect.stringContaining('given') });
    expect(await rows()).toHaveLength(3);
  });

  it('refuses a damaged or shortened backup and leaves all as it was', async () => {
    await fill();
    await db.dialect.backup(file('backup'));
    const bytes = await readFile(file('backup'));
    await writeFile(file('short'), bytes.subarray(0, Math.floor(bytes.length * 0.7)));
    const damaged = Buffer.from(bytes);
    damaged.fill('x', Math.floor(bytes.length * 0.4), Math.floor(bytes.length * 0.6));
    await writeFile(file('damaged'), damaged);
    for (const name of ['short', 'damaged']) {
      const restoring = db.dialect.restore(file(name), { migrations: [makeItems] });
      await expect(restoring).rejects.toMatchObject({ code: 'unreadable' });
    }
    expect(await rows()).toHaveLength(3);
    expect(await find('tidal')).toEqual(['a']);
  });

  it('leaves all as it was when a migration of the backup fails', async () => {
    await fill();
    await db.dialect.backup(file('backup'));
    await db.write((tx) => tx.insertInto('item').values(anItem('later')).execute());
    const failing: Migration = { id: '002-fails', up: () => Promise.reject(new Error('on purpose')) };
    const restoring = db.dialect.restore(file('backup'), { migrations: [makeItems, failing] });
    await expect(restoring).rejects.toThrow('on purpose');
    expect(await rows()).toHaveLength(4);
  });

  it('replaces an earlier backup, but never a file of something else', async () => {
    await db.dialect.backup(file('backup'));
    await fill();
    await db.dialect.backup(file('backup'));
    await db.write((tx) => tx.deleteFrom('item').execute());
    await db.dialect.restore(file('backup'), { migrations: [makeItems] });
    expect(await rows()).toHaveLength(3);

    await writeFile(file('photo.jpg'), 'not ours');
    await expect(db.dialect.backup(file('photo.jpg'))).rejects.toMatchObject({ code: 'invalid' });
    expect(await readFile(file('photo.jpg'), 'utf8')).toBe('not ours');
    await expect(db.dialect.backup(file('no/such/folder/backup'))).rejects.toMatchObject({ code: 'unreadable' });
    expect((await readdir(empty.folder)).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it('waits for another process that changes the whole database, and says so', async () => {
    const other = startStoreProcess(empty.url, 'exclude');
    expect(await other.word()).toBe('alone');
    const onWait = vi.fn();
    const work = vi.fn(async () => 'done');
    await expect(db.dialect.exclusive(work, { onWait, deadlineMs: 100 })).rejects.toMatchObject({ code: 'busy' });
    expect(work).not.toHaveBeenCalled();
    expect(onWait).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('Another Tendril'));
    const waiting = db.dialect.exclusive(work, { onWait });
    await sleep(50);
    expect(work).not.toHaveBeenCalled();
    other.goOn();
    await expect(waiting).resolves.toBe('done');
    await other.ended();
  });

  it('runs exclusive work one after the other within a process, and frees the lock when it throws', async () => {
    const order: string[] = [];
    const one = (name: string) =>
      db.dialect.exclusive(async () => {
        order.push(`${name} begins`);
        await sleep(20);
        order.push(`${name} ends`);
        if (name === 'a') throw new Error('on purpose');
      });
    await Promise.allSettled([one('a'), one('b')]);
    expect(order).toHaveLength(4);
    expect(order.map((line) => line.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends']);
  });

  it('frees the lock of a process that is killed', async () => {
    const other = startStoreProcess(empty.url, 'exclude');
    await other.word();
    other.child.kill('SIGKILL');
    await other.ended();
    await expect(db.dialect.exclusive(async () => 'done', { deadlineMs: 5000 })).resolves.toBe('done');
  });

  it('keeps what was acknowledged and nothing of an unfinished write when a process is killed', async () => {
    const other = startStoreProcess(empty.url, 'die');
    expect(await other.word()).toBe('writing');
    other.child.kill('SIGKILL');
    await other.ended();
    expect((await rows()).map((row) => row.id)).toEqual(['safe']);
    await db.close();
    db = await openItems(empty.url);
    expect((await rows()).map((row) => row.id)).toEqual(['safe']);
    expect(await db.dialect.integrityProblems()).toEqual([]);
    await db.write((tx) => tx.insertInto('item').values(anItem('next')).execute());
    expect(await rows()).toHaveLength(2);
  });

  it('hears of the commit of another process within a second', async () => {
    const other = startStoreProcess(empty.url, 'add');
    await other.word();
    const listener = vi.fn();
    db.onCommitted(listener);
    await sleep(300);
    listener.mockClear();
    other.goOn();
    await vi.waitFor(async () => expect((await rows()).map((row) => row.id)).toEqual(['added']), {
      timeout: 5000,
      interval: 5,
    });
    await vi.waitFor(() => expect(listener).toHaveBeenCalled(), { timeout: 1000, interval: 5 });
    await other.ended();
  });
});

describe.each(testDialects.filter((dialect) => dialect === 'sqlite'))('a file of %s', () => {
  let empty: EmptyDatabase;

  beforeEach(async () => {
    empty = await createEmptyDatabase('sqlite');
  });

  afterEach(async () => {
    await empty.drop();
  });

  it('waits for a writer in another process without stopping the event loop', async () => {
    const db = await openItems(empty.url);
    const other = startStoreProcess(empty.url, 'hold');
    expect(await other.word()).toBe('holding');
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const writing = db.write((tx) => tx.insertInto('item').values(anItem('waited')).execute());
    await sleep(400);
    expect(await db.reader.selectFrom('item').selectAll().execute()).toEqual([]);
    other.goOn();
    await writing;
    clearInterval(timer);
    expect(longest).toBeLessThan(200);
    const ids = await db.reader.selectFrom('item').select('id').orderBy('id').execute();
    expect(ids.map((row) => row.id)).toEqual(['held', 'waited']);
    await other.ended();
    await db.close();
  });

  it('gives up with a sentence when another process does not let go', async () => {
    const db = await openItems(empty.url, { deadlineMs: 150 });
    const other = startStoreProcess(empty.url, 'hold');
    await other.word();
    const work = vi.fn(async () => {});
    await expect(db.write(work)).rejects.toMatchObject({ code: 'busy', message: expect.stringContaining('0.15 s') });
    expect(work).not.toHaveBeenCalled();
    other.goOn();
    await other.ended();
    await db.write(work);
    expect(work).toHaveBeenCalledOnce();
    await db.close();
  });

  it('does not let a write that never ends hold the others for ever', async () => {
    const db = await openItems(empty.url, { deadlineMs: 100 });
    const { promise: never, resolve: end } = Promise.withResolvers<void>();
    const stuck = db.write(() => never);
    await expect(db.write(async () => {})).rejects.toMatchObject({ code: 'busy' });
    end();
    await stuck;
    await db.write(async () => {});
    await db.close();
  });

  it('is readable by its owner alone, and one plain file once closed', async () => {
    const db = await openItems(empty.url);
    const { stat } = await import('node:fs/promises');
    for (const suffix of ['', '-wal']) expect((await stat(empty.url + suffix)).mode & 0o077).toBe(0);
    await db.dialect.backup(`${empty.url}.copy`);
    expect((await stat(`${empty.url}.copy`)).mode & 0o077).toBe(0);
    await db.close();
    expect((await readdir(empty.folder)).sort()).toEqual(['tendril.db', 'tendril.db.copy', 'tendril.db.lock']);
  });

  it('makes the folders that lead to it', async () => {
    const path = join(empty.folder, 'a b', 'ü?#%', 'tendril.db');
    await (await openItems(path)).close();
    expect(existsSync(path)).toBe(true);
  });

  it.each([
    ['text', (path: string) => writeFile(path, 'not a database, but long enough to be taken for one'.repeat(100))],
    ['a folder', (path: string) => mkdir(path)],
    ['a database of another program', async (path: string) => new DatabaseSync(path).exec('create table other (id)')],
  ])('refuses %s in its place and leaves it alone', async (_, make) => {
    await make(empty.url);
    await expect(openDatabase({ url: empty.url })).rejects.toMatchObject({ code: 'unreadable' });
    expect((await readdir(empty.folder)).filter((name) => /wal|shm/.test(name))).toEqual([]);
  });

  it('refuses an address it does not understand', async () => {
    for (const url of ['', 'mysql://localhost/x']) {
      await expect(openDatabase({ url })).rejects.toMatchObject({ code: 'invalid' });
    }
  });

  it('reports rows that point nowhere and pages that are damaged', async () => {
    const db = await openItems(empty.url);
    const outside = new DatabaseSync(empty.url, { enableForeignKeyConstraints: false });
    outside.exec("insert into item (network_id, id, name) values ('gone', 'a', 'A'), ('gone', 'b', 'B')");
    outside.close();
    expect(await db.dialect.integrityProblems()).toEqual([
      '2 rows of item point to rows of network that are not there.',
    ]);
    const many = Array.from({ length: 5000 }, (_, i) => ['n', `id ${i}`, 'x'.repeat(100), i, null, null]);
    await db.write((tx) => db.dialect.insertMany(tx, 'item', ITEM_COLUMNS, many));
    await db.close();
    const bytes = await readFile(empty.url);
    await writeFile(empty.url, bytes.fill(0xff, 100_000, 140_000));
    const damaged = await openDatabase({ url: empty.url });
    expect((await damaged.dialect.integrityProblems()).length).toBeGreaterThan(0);
    await damaged.close();
  });

  it('restores a database copied by hand together with its log', async () => {
    const db = await openItems(empty.url);
    await db.write((tx) => tx.insertInto('item').values(anItem('in the log')).execute());
    for (const suffix of ['', '-wal'])
      await writeFile(join(empty.folder, `copied${suffix}`), await readFile(empty.url + suffix));
    await db.write((tx) => tx.deleteFrom('item').execute());
    await db.dialect.restore(join(empty.folder, 'copied'), { migrations: [makeItems] });
    expect(await db.reader.selectFrom('item').select('id').execute()).toEqual([{ id: 'in the log' }]);
    await db.close();
  });

  it('does not back up over itself, nor restore itself', async () => {
    const db = await openItems(empty.url);
    await expect(db.dialect.restore(empty.url, { migrations: [makeItems] })).rejects.toMatchObject({ code: 'invalid' });
    await expect(db.dialect.backup(empty.url)).rejects.toMatchObject({ code: 'invalid' });
    await db.close();
  });

  it('restores while another process writes, once it lets go', async () => {
    const db = await openItems(empty.url);
    await db.dialect.backup(join(empty.folder, 'backup'));
    const other = startStoreProcess(empty.url, 'hold');
    await other.word();
    const restoring = db.dialect.restore(join(empty.folder, 'backup'), { migrations: [makeItems] });
    await sleep(200);
    other.goOn();
    await restoring;
    await other.ended();
    expect(await db.reader.selectFrom('item').select('id').execute()).toEqual([]);
    await db.close();
  });
});

describe.each(testDialects.filter((dialect) => dialect === 'postgres'))('a server of %s', () => {
  let empty: EmptyDatabase;
  let db: Database<ItemSchema>;

  beforeAll(async () => {
    empty = await createEmptyDatabase('postgres');
    db = await openItems(empty.url);
  });

  afterAll(async () => {
    await db.close();
    await empty.drop();
  });

  it('may end our connections: queries fail once, then go on', async () => {
    const listener = vi.fn();
    const stop = db.onCommitted(listener);
    await db.reader.selectFrom('item').selectAll().execute();
    await sleep(100);
    const { default: pg } = await import('pg');
    const admin = new pg.Client({ connectionString: empty.url });
    await admin.connect();
    const writing = db.write(async (tx) => {
      await tx.insertInto('item').values(anItem('cut off')).execute();
      // Of this database alone: other tests work on the same server.
      await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tendril' and datname = current_database()",
      );
      await sleep(100);
      await tx.selectFrom('item').selectAll().execute();
    });
    await expect(writing).rejects.toMatchObject({ code: 'busy', message: expect.stringContaining('connection') });
    await vi.waitFor(async () => expect(await db.reader.selectFrom('item').selectAll().execute()).toEqual([]), 5000);
    await db.write((tx) => tx.insertInto('item').values(anItem('after')).execute());

    // The listening connection comes back too.
    await sleep(1500);
    listener.mockClear();
    await admin.query("insert into item (network_id, id, name) values ('n', 'from outside', 'x')");
    await vi.waitFor(() => expect(listener).toHaveBeenCalled(), 4000);
    stop();
    await admin.end();
    await db.write((tx) => tx.deleteFrom('item').execute());
  });

  it('says why it cannot be reached, without the password', async () => {
    const failing = openDatabase({ url: 'postgres://someone:secret-word@127.0.0.1:1/none', deadlineMs: 2000 });
    await expect(failing).rejects.toMatchObject({ code: 'unreadable' });
    await expect(failing).rejects.not.toThrow(/secret-word/);
    await expect(failing).rejects.toThrow(/ECONNREFUSED/);
  });

  it('lets writers of different networks go on beside each other', async () => {
    await db.write((tx) => db.dialect.insertMany(tx, 'network', ['id', 'seq'], [['m', 0]], { onConflict: 'ignore' }));
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
    const slow = db.write(async (tx) => {
      await db.dialect.lockNetwork(tx, 'n');
      await finished;
    });
    await sleep(20);
    expect(await db.write((tx) => db.dialect.lockNetwork(tx, 'm'))).toEqual({ seq: 0 });
    finish();
    await slow;
  });

  it('fails as busy when a lock does not come free', async () => {
    const impatient = await openDatabase<ItemSchema>({ url: empty.url, deadlineMs: 200 });
    await db.write(async (tx) => {
      await db.dialect.lockNetwork(tx, 'n');
      const waiting = impatient.write((other) => impatient.dialect.lockNetwork(other, 'n'));
      await expect(waiting).rejects.toMatchObject({ code: 'busy' });
    });
    await impatient.close();
  });

  it('answers many queries asked at once in one transaction', async () => {
    await db.write(async (tx) => {
      const sizes = Array.from({ length: 50 }, (_, i) => i);
      await Promise.all(
        sizes.map((size) =>
          tx
            .insertInto('item')
            .values(anItem(`at once ${size}`, { size }))
            .execute(),
        ),
      );
      expect(await tx.selectFrom('item').select('size').orderBy('size').execute()).toEqual(
        sizes.map((size) => ({ size })),
      );
      await tx.deleteFrom('item').execute();
    });
  });

  it('reports a rule that has not been checked', async () => {
    expect(await db.dialect.integrityProblems()).toEqual([]);
    const outside = await openDatabase<ItemSchema>({ url: empty.url });
    await outside.dialect.alterSchema((tx) =>
      sql`alter table item add constraint positive check (size > 0) not valid`.execute(tx),
    );
    expect(await db.dialect.integrityProblems()).toEqual(['The rule positive of item has not been checked.']);
    await outside.dialect.alterSchema((tx) => sql`alter table item drop constraint positive`.execute(tx));
    await outside.close();
  });
});
