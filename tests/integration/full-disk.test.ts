import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { expect, it } from 'vitest';
import { listImports, startImport } from '../../src/services/import/import.service.ts';
import { takeUpOpenWork } from '../../src/services/maintenance.service.ts';
import { allPeople } from '../../src/services/people.service.ts';
import { getToday } from '../../src/services/today.service.ts';
import { aPerson, aVCard, countsOf, problemsOf, withFiles } from '../support/a-network.ts';
import { testDialects } from '../support/dialects.ts';
import type { TestStore } from '../support/open-store.ts';
import { describeStores } from '../support/store.ts';

/** SQLite fails at its own bound of pages exactly as it does at the end of a disk. The others are in tests/long/disk.test.ts. */
async function limitPages({ store }: TestStore, extra: number): Promise<void> {
  await store.database.write(async (tx) => {
    const { rows } = await tx.executeQuery(CompiledQuery.raw('pragma page_count'));
    const pages = Object.values(rows[0] ?? {})[0];
    await tx.executeQuery(CompiledQuery.raw(`pragma max_page_count = ${Number(pages) + extra}`));
  });
}

const PLENTY = 1_000_000;
const CARDS = Array.from({ length: 900 }, (_, i) => aVCard(`FN:Guest ${i}`, `EMAIL:guest${i}@example.org`)).join('');

describeStores('a full disk', (open) => {
  const onSqlite = it.runIf(testDialects.includes('sqlite'));

  onSqlite('refuses what is written, with the file and the remedy, and still lets everything be read', async () => {
    const t = await open();
    await aPerson(t, { name: 'Ada Brandt', rhythmDays: 7 });
    await limitPages(t, 0);
    const writing = async () => {
      for (let n = 0; n < 200; n++) await aPerson(t, { name: `Guest ${n}` });
    };
    await expect(writing()).rejects.toMatchObject({
      code: 'unwritable',
      message: `${t.url}: the disk is full, nothing of this was saved. Make room and try again.`,
    });
    const there = await allPeople(t.context(), {});
    expect((await getToday(t.context(), { all: true })).date).toBe('2026-11-23');
    await limitPages(t, PLENTY);
    await aPerson(t, { name: 'Written after' });
    expect(await allPeople(t.context(), {})).toHaveLength(there.length + 1);
    expect(await problemsOf(t)).toEqual([]);
  });

  onSqlite.each([
    ['while it is read', 0],
    ['while it is applied', 450],
  ])('stops an import %s, which is brought to its end when there is room', async (_, extra) => {
    const t = await open();
    await aPerson(t, { name: 'Ada Brandt' });
    await limitPages(t, extra);
    await withFiles({ 'people.vcf': CARDS }, async (folder) => {
      const files = [{ path: join(folder, 'people.vcf'), name: 'people.vcf' }];
      const importing = await startImport(t.context(), { files });
      await expect(importing.finished).rejects.toMatchObject({
        code: 'unwritable',
        message: expect.stringContaining(`${t.url}: the disk is full`),
      });
      await limitPages(t, PLENTY);
      t.clock.now += 60_000;
      await takeUpOpenWork(t.context());
      const [run] = await listImports(t.context());
      expect(['done', 'failed']).toContain(run?.state);
      expect(await allPeople(t.context(), {})).toHaveLength(run?.state === 'done' ? 901 : 1);
      expect(await problemsOf(t)).toEqual([]);
      const again = await (await startImport(t.context(), { files })).finished;
      expect(countsOf(again)).toEqual(run?.state === 'done' ? [0, 0, 900, 0] : [900, 0, 0, 0]);
    });
    expect(await allPeople(t.context(), {})).toHaveLength(901);
    expect(await problemsOf(t)).toEqual([]);
  });
});
