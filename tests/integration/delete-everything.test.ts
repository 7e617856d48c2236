import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renewCalendarFeed } from '../../src/services/calendar-feed.service.ts';
import type { Context } from '../../src/services/context.ts';
import { deleteEverything } from '../../src/services/delete-everything.service.ts';
import { find } from '../../src/services/find.service.ts';
import { doctor } from '../../src/services/maintenance.service.ts';
import { addFact, addReminder } from '../../src/services/memory.service.ts';
import { addPerson, allPeople, setPhoto } from '../../src/services/people.service.ts';
import { getSettings, updateSettings } from '../../src/services/settings.service.ts';
import { getToday } from '../../src/services/today.service.ts';
import { openStep } from '../../src/storage/feed.ts';
import { newId } from '../../src/storage/store.ts';
import { aPerson, describeNetworks } from '../support/a-network.ts';
import { openTestApp, type TestApp } from '../support/an-app.ts';
import { testDialects } from '../support/dialects.ts';
import { cliOn } from '../support/run-cli.ts';

describe.each(testDialects)('deleting everything on %s', (dialect) => {
  let test: TestApp;
  let context: Context;

  beforeEach(async () => {
    test = await openTestApp(dialect);
    context = test.app.contextFor({ name: 'you', scope: 'write' });
    await updateSettings(context, { ownerName: 'Ines', digest: true, capacity: 3 });
    const { id = '' } = await addPerson(context, { name: 'Ada Brandt', email: 'ada@example.org' });
    await addFact(context, id, { kind: 'family', text: 'her sister keeps axolotls' });
    await addReminder(context, id, { date: '2026-11-23', text: 'ring' });
    await setPhoto(context, id, { bytes: Buffer.from('axolotl picture'), mediaType: 'image/png', hash: 'aa' });
    await renewCalendarFeed(context);
    await getToday(context, {});
  });
  afterEach(async () => {
    expect(test.logged).toEqual([]);
    await test.close();
  });

  const post = async (body: object) =>
    test.http.request('/api/v1/delete-everything', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${await test.token('write')}`, 'content-type': 'application/json' },
    });
  const names = async () => (await allPeople(context, {})).map(({ name }) => name);
  const rows = async () => {
    const { reader, dialect: of } = test.app.store.database;
    const counts: Record<string, number> = {};
    for (const table of await of.tableNames(reader)) {
      const all = await reader
        .selectFrom(table as 'person')
        .selectAll()
        .execute();
      if (all.length > 0) counts[table] = all.length;
    }
    return counts;
  };

  it('leaves an account that is empty and can be used, and says where the copy is', async () => {
    const before = await test.app.store.database.reader.selectFrom('network').selectAll().executeTakeFirstOrThrow();
    const answer = await post({ confirm: ' Delete everything ' });
    expect(answer.status).toBe(200);
    const { backup } = (await answer.json()) as { backup: string };
    expect(backup.startsWith(test.folder)).toBe(true);
    expect((await stat(backup)).size).toBeGreaterThan(1_000);

    expect(await rows()).toEqual({ network: 1, step: 1, change: 1, setting: 1 });
    expect(await getSettings(context)).toMatchObject({
      ownerName: 'Ines',
      locale: 'en-GB',
      digest: false,
      capacity: 5,
    });
    const after = await test.app.store.database.reader.selectFrom('network').selectAll().executeTakeFirstOrThrow();
    expect(after).toMatchObject({ id: before.id, seq: 1 });
    expect(after.epoch).not.toBe(before.epoch);
    expect(await find(context, 'axolotls')).toEqual([]);
    expect(await doctor(context)).toMatchObject({ ok: true });

    await addPerson(context, { name: 'Bo Ito' });
    expect(await names()).toEqual(['Bo Ito']);
    expect(await find(context, 'bo')).toMatchObject([{ title: 'Bo Ito' }]);
    expect(await doctor(context)).toMatchObject({ ok: true });

    const cli = cliOn(dialect, { url: test.url, folder: test.folder, drop: async () => {} });
    expect((await cli.run('restore', backup)).code).toBe(0);
    expect(await names()).toEqual(['Ada Brandt']);
    expect(await find(context, 'axolotls')).not.toEqual([]);
  });

  it('leaves nothing readable in the files of the data', async () => {
    await deleteEverything(context, null);
    const files = (await readdir(test.folder)).map((name) => `${test.folder}/${name}`);
    expect(files.some((file) => file.includes('before-delete'))).toBe(false);
    for (const file of files) expect((await readFile(file)).includes('axolotl'), file).toBe(false);
  });

  it('asks for the words, and does nothing without them or while work goes on', async () => {
    expect((await post({ confirm: 'yes' })).status).toBe(400);
    const { store, networkId } = test.app;
    await openStep(store, networkId, async () => ({ kind: 'bulk', title: 'Many', actor: 'you' }), newId(store));
    expect((await post({ confirm: 'delete everything' })).status).toBe(409);
    expect(await names()).toEqual(['Ada Brandt']);
  });

  it('deletes nothing when the copy cannot be made', async () => {
    await expect(deleteEverything(context, '/dev/null/nowhere/copy')).rejects.toMatchObject({ code: 'unreadable' });
    expect(await names()).toEqual(['Ada Brandt']);
  });

  it('is one command, which wants to be meant', async () => {
    const cli = cliOn(dialect, { url: test.url, folder: test.folder, drop: async () => {} });
    expect(await cli.run('delete-everything')).toMatchObject({ code: 2 });
    expect(await names()).toEqual(['Ada Brandt']);
    expect(await cli.json('delete-everything', '--yes', '--no-backup')).toEqual({ backup: null });
    expect(await names()).toEqual([]);
  });

  it('downloads as a backup that the command line puts back', async () => {
    const headers = { authorization: `Bearer ${await test.token('write')}` };
    const response = await test.http.request('/api/v1/backup', { headers });
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="tendril-2026-11-23.backup"');
    const file = `${test.folder}/downloaded`;
    await writeFile(file, new Uint8Array(await response.arrayBuffer()));
    await deleteEverything(context, null);
    const cli = cliOn(dialect, { url: test.url, folder: test.folder, drop: async () => {} });
    expect((await cli.run('restore', file)).code).toBe(0);
    expect(await names()).toEqual(['Ada Brandt']);
  });
});

describeNetworks('deleting a network beside others', (open) => {
  it('takes everything of it and nothing of the others', async () => {
    const [mine, theirs] = [await open(), await open()];
    for (const t of [mine, theirs]) {
      const id = await aPerson(t, { name: 'Grace Osei' });
      await addFact(t.context(), id, { kind: 'family', text: 'keeps axolotls' });
      await getToday(t.context(), {});
    }
    await deleteEverything(mine.context(), null);
    expect(await allPeople(mine.context(), {})).toEqual([]);
    expect(await find(mine.context(), 'axolotls')).toEqual([]);
    expect(await find(theirs.context(), 'axolotls')).not.toEqual([]);
    for (const t of [mine, theirs]) expect(await doctor(t.context())).toMatchObject({ ok: true });
  });
});
