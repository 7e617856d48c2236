import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  cancelImport,
  getImport,
  listImports,
  resumeImports,
  startImport,
} from '../../src/services/import/import.service.ts';
import type { Job } from '../../src/services/import/job.ts';
import { endBadly } from '../../src/services/import/run.ts';
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

/** An import that was closed in the middle, for a later start to take up. */
async function stoppedInTheMiddle(t: TestStore, count: number): Promise<string> {
  const thread = importInThread(t.store, t.url);
  let id = '';
  await importing(t, count, async ({ run, finished }) => {
    const failed = expect(finished).rejects.toMatchObject({ code: 'busy' });
    id = run.id;
    await someApplied(t, id);
    await thread.close();
    await failed;
  });
  return id;
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
    const next = importInThread(t.store, t.url);
    expect(await takeUpOpenWork(t.context())).toBe(1);
    await next.close();
    expect(await listImports(t.context())).toMatchObject([{ state: 'done', report: { created: 2_000 } }]);
    expect(await allPeople(t.context(), {})).toHaveLength(2_000);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('leaves nothing when the thread dies, and the next import has another', async () => {
    const t = await open();
    await aPerson(t, { name: 'Ada Brandt' });
    const before = await whole(t);
    const logged: unknown[] = [];
    const small = importInThread(t.store, t.url, { memoryMb: 8, log: (error) => logged.push(error) });
    await importing(t, 50, async ({ run, finished }) => {
      await expect(finished).rejects.toMatchObject({
        code: 'internal',
        message: expect.stringContaining('nothing of it stays'),
      });
      expect(await getImport(t.context(), run.id)).toMatchObject({ state: 'failed' });
    });
    await small.close();
    expect(logged).toMatchObject([{ code: 'internal', cause: { code: 'ERR_WORKER_OUT_OF_MEMORY' } }]);
    expect(await whole(t)).toEqual(before);
    const thread = importInThread(t.store, t.url);
    await importing(t, 50, async ({ finished }) => {
      expect(countsOf(await finished)).toEqual([50, 0, 0, 0]);
    });
    await thread.close();
    expect(await problemsOf(t)).toEqual([]);
  });

  it('is cancelled while it is gone on with, and leaves the network as it was', async () => {
    const t = await open();
    await aPerson(t, { name: 'Ada Brandt' });
    const before = await whole(t);
    const id = await stoppedInTheMiddle(t, 3_000);
    const thread = importInThread(t.store, t.url);
    const resumed = resumeImports(t.context());
    await someApplied(t, id);
    expect(await cancelImport(t.context(), id)).toMatchObject({ state: 'cancelled', error: null });
    expect(await resumed).toBe(0);
    await thread.close();
    expect(await whole(t)).toEqual(before);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('is ended when the thread dies going on with it: no start tries it again and again', async () => {
    const t = await open();
    await aPerson(t, { name: 'Ada Brandt' });
    const before = await whole(t);
    const id = await stoppedInTheMiddle(t, 1_500);
    const small = importInThread(t.store, t.url, { memoryMb: 8 });
    await takeUpOpenWork(t.context());
    expect(await getImport(t.context(), id)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('nothing of it stays'),
    });
    await small.close();
    expect(await takeUpOpenWork(t.context())).toBe(0);
    expect(await whole(t)).toEqual(before);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('is not ended by what takes up the work of a stopped process meanwhile', async () => {
    const t = await open();
    const thread = importInThread(t.store, t.url);
    let over = false;
    const takingUp = (async () => {
      while (!over) await resumeImports(t.context());
    })();
    for (let i = 0; i < 5; i++) {
      await importing(t, 20, async ({ finished }) => {
        expect(await finished).toMatchObject({ state: 'done', error: null });
      });
    }
    over = true;
    await takingUp;
    await thread.close();
  });

  it('keeps no other waiting for ever when two that were left are gone on with at once', async () => {
    const t = await open();
    await stoppedInTheMiddle(t, 800);
    await stoppedInTheMiddle(t, 900);
    const thread = importInThread(t.store, t.url);
    const resumed = await Promise.all([resumeImports(t.context()), resumeImports(t.context())]);
    expect(resumed[0] + resumed[1]).toBe(2);
    await thread.close();
    expect(await listImports(t.context())).toMatchObject([{ state: 'done' }, { state: 'done' }]);
    expect(await allPeople(t.context(), {})).toHaveLength(900);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('fails with its reason when the thread cannot open the database, and the next one may', async () => {
    const t = await open();
    const inServer = t.url.startsWith('postgres');
    const folder = await mkdtemp(join(tmpdir(), 'tendril-thread-'));
    const address = inServer ? t.url.replace(/\/[^/?]*(\?|$)/, '/nowhere$1') : folder;
    const thread = importInThread(t.store, address);
    await importing(t, 10, async ({ run, finished }) => {
      await expect(finished).rejects.toMatchObject({ name: 'AppError', code: 'unreadable' });
      expect(await getImport(t.context(), run.id)).toMatchObject({ state: 'failed', progress: { what: '' } });
    });
    await rm(folder, { recursive: true });
    if (!inServer) {
      await symlink(t.url, folder);
      await importing(t, 10, async ({ finished }) => {
        expect(countsOf(await finished)).toEqual([10, 0, 0, 0]);
      });
    }
    await thread.close();
    await rm(folder, { force: true });
    expect(await problemsOf(t)).toEqual([]);
  });

  it('that is whole stays so, whatever happens to the thread before it could tell', async () => {
    const t = await open();
    const thread = importInThread(t.store, t.url);
    await importing(t, 20, async ({ run, finished }) => {
      await finished;
      const job: Job = { context: t.context(), id: run.id, flag: { cancelled: false } };
      await endBadly(job, new Error('The thread died.'));
      expect(await getImport(t.context(), run.id)).toMatchObject({ state: 'done', error: null });
    });
    await thread.close();
    expect(await allPeople(t.context(), {})).toHaveLength(20);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('does not begin once it is closed, and stays to be taken up', async () => {
    const t = await open();
    const thread = importInThread(t.store, t.url);
    await importing(t, 5, async ({ finished }) => {
      await finished;
    });
    // Both wait for the end, whoever comes second.
    await Promise.all([thread.close(), thread.close()]);
    await importing(t, 5, async ({ run, finished }) => {
      await expect(finished).rejects.toMatchObject({ code: 'busy' });
      expect(await getImport(t.context(), run.id)).toMatchObject({ state: 'reading' });
    });
  });
});
