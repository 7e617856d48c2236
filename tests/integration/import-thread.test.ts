import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cancelImport, getImport, listImports, startImport } from '../../src/services/import/import.service.ts';
import { importInThread } from '../../src/services/import/thread.ts';
import { takeUpOpenWork } from '../../src/services/maintenance.service.ts';
import { allPeople } from '../../src/services/people.service.ts';
import { aPerson, aVCard, countsOf, problemsOf, whole, withFiles } from '../support/a-network.ts';
import type { TestStore } from '../support/open-store.ts';
import { describeStores } from '../support/store.ts';

const cardsOf = (count: number) =>
  Array.from({ length: count }, (_, i) => aVCard(`FN:Guest ${i}`, `EMAIL:guest${i}@example.org`)).join('');

/** Starts an import of so many cards, and has `work` done meanwhile. */
async function importing(
  t: TestStore,
  count: number,
  work: (started: Awaited<ReturnType<typeof startImport>>) => Promise<void>,
): Promise<void> {
  await withFiles({ 'people.vcf': cardsOf(count) }, async (folder) => {
    await work(await startImport(t.context(), { files: [{ path: join(folder, 'people.vcf'), name: 'people.vcf' }] }));
  });
}

/** Waits until some people of the run are here. */
async function someApplied(t: TestStore, id: string): Promise<void> {
  while ((await getImport(t.context(), id)).progress.what !== 'Bringing people in')
    await new Promise((resolve) => setTimeout(resolve, 2));
}

describeStores('an import in a thread', (open) => {
  it('brings everyone, and what others write meanwhile is there as well', async () => {
    const t = await open();
    const thread = importInThread(t.store, t.url);
    await importing(t, 1_500, async ({ run, finished }) => {
      await someApplied(t, run.id);
      let over = false;
      let written = 0;
      const writing = (async () => {
        for (; !over; written++) await aPerson(t, { name: `Met ${written}` });
      })();
      expect(countsOf(await finished)).toEqual([1_500, 0, 0, 0]);
      over = true;
      await writing;
      expect(written).toBeGreaterThan(1);
      expect(await allPeople(t.context(), {})).toHaveLength(1_500 + written);
    });
    await importing(t, 1_500, async ({ finished }) => {
      expect(countsOf(await finished)).toEqual([0, 0, 1_500, 0]);
    });
    await thread.close();
    expect(await problemsOf(t)).toEqual([]);
  });

  it('runs one after the other when two are started', async () => {
    const t = await open();
    const thread = importInThread(t.store, t.url);
    await importing(t, 300, async (first) => {
      await importing(t, 400, async (second) => {
        const runs = await Promise.all([first.finished, second.finished]);
        expect(runs.map(({ report }) => report?.created).reduce((sum = 0, one = 0) => sum + one)).toBe(400);
      });
    });
    await thread.close();
    expect(await allPeople(t.context(), {})).toHaveLength(400);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('is cancelled in the middle, and leaves the network as it was', async () => {
    const t = await open();
    await aPerson(t, { name: 'Ada Brandt' });
    const before = await whole(t);
    const thread = importInThread(t.store, t.url);
    await importing(t, 3_000, async ({ run, finished }) => {
      await someApplied(t, run.id);
      expect(await cancelImport(t.context(), run.id)).toMatchObject({ state: 'cancelled', error: null });
      expect(await finished).toMatchObject({ state: 'cancelled' });
    });
    await thread.close();
    expect(await whole(t)).toEqual(before);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('tells what is wrong with a file as an import here does', async () => {
    const t = await open();
    const thread = importInThread(t.store, t.url);
    await withFiles({ 'notes.txt': 'nothing of anybody' }, async (folder) => {
      const { finished } = await startImport(t.context(), {
        files: [{ path: join(folder, 'notes.txt'), name: 'notes.txt' }],
      });
      await expect(finished).rejects.toMatchObject({
        name: 'AppError',
        code: 'unreadable',
        message: expect.stringContaining('notes.txt'),
        details: { report: { files: [expect.objectContaining({ path: 'notes.txt', format: 'unread' })] } },
      });
    });
    await thread.close();
  });

  it('is gone on with at the next start when it was closed in the middle', async () => {
    const t = await open();
    const thread = importInThread(t.store, t.url);
    await importing(t, 2_000, async ({ run, finished }) => {
      const failed = expect(finished).rejects.toMatchObject({ code: 'busy' });
      await someApplied(t, run.id);
      await thread.close();
      await failed;
    });
    expect(await takeUpOpenWork(t.context())).toBe(1);
    expect(await listImports(t.context())).toMatchObject([{ state: 'done', report: { created: 2_000 } }]);
    expect(await allPeople(t.context(), {})).toHaveLength(2_000);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('leaves nothing when the thread dies, and the next import has another', async () => {
    const t = await open();
    await aPerson(t, { name: 'Ada Brandt' });
    const before = await whole(t);
    const small = importInThread(t.store, t.url, { memoryMb: 8 });
    await importing(t, 50, async ({ run, finished }) => {
      await expect(finished).rejects.toMatchObject({
        code: 'internal',
        message: expect.stringContaining('nothing of it stays'),
      });
      expect(await getImport(t.context(), run.id)).toMatchObject({ state: 'failed' });
    });
    await small.close();
    expect(await whole(t)).toEqual(before);
    const thread = importInThread(t.store, t.url);
    await importing(t, 50, async ({ finished }) => {
      expect(countsOf(await finished)).toEqual([50, 0, 0, 0]);
    });
    await thread.close();
    expect(await problemsOf(t)).toEqual([]);
  });
});
