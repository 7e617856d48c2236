import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toVCards } from '../../bench/files.ts';
import type { CalendarDate } from '../../src/domain/dates.ts';
import { generateNetwork } from '../../src/domain/demo/generate-network.ts';
import { undo } from '../../src/services/history.service.ts';
import { listImports, startImport } from '../../src/services/import/import.service.ts';
import { takeUpOpenWork } from '../../src/services/maintenance.service.ts';
import { allPeople } from '../../src/services/people.service.ts';
import { continueStep, openStep } from '../../src/storage/feed.ts';
import { aPerson, countsOf, LOGGED, problemsOf, rowsOf, whole, withFiles } from '../support/a-network.ts';
import { testDialects } from '../support/dialects.ts';
import { startNetworkProcess } from '../support/network-process.ts';
import type { TestStore } from '../support/open-store.ts';
import { describeStores } from '../support/store.ts';

/** PostgreSQL takes four times as long for the same. */
const PEOPLE = testDialects.includes('sqlite') ? 2_000 : 800;
const FILE = toVCards(generateNetwork({ seed: 11, people: PEOPLE, today: '2026-11-23' as CalendarDate }).people);

const importHere = (t: TestStore, path: string) =>
  startImport(t.context(), { files: [{ path, name: 'people.vcf' }] }).then(({ finished }) => finished);

/** Imports in another process and kills it as soon as it has come so far. Answers what it said last. */
async function killImport(
  t: TestStore,
  path: string,
  moment: (state: string, rows: number) => boolean,
): Promise<string> {
  const other = startNetworkProcess(t.url, 'import', path);
  for (;;) {
    const word = await other.word();
    if (word === undefined) throw new Error('The import was over before the moment came.');
    const [state = '', rows = ''] = word.split(' ');
    if (!moment(state, Number(rows))) continue;
    other.child.kill('SIGKILL');
    await other.ended();
    return word;
  }
}

describeStores('a process killed', (open) => {
  it('while it reads leaves nothing of the import, which can be made again', async () => {
    const t = await open();
    await withFiles({ 'people.vcf': FILE }, async (folder) => {
      const path = join(folder, 'people.vcf');
      await killImport(t, path, (state, rows) => state === 'reading' && rows > 0);
      expect(await problemsOf(t)).toEqual([]);
      expect(await takeUpOpenWork(t.context())).toBe(0);
      const [run] = await listImports(t.context());
      expect(run).toMatchObject({ state: 'failed', error: expect.stringContaining('import them again') });
      expect(await rowsOf(t, ['person', 'source', 'source_record', 'import_row'])).toEqual({
        person: [],
        source: [],
        source_record: [],
        import_row: [],
      });
      expect(countsOf(await importHere(t, path))).toEqual([PEOPLE, 0, 0, 0]);
      expect(await problemsOf(t)).toEqual([]);
    });
  });

  it.each([
    ['early', (rows: number) => rows > 0],
    ['late', (rows: number) => rows >= PEOPLE / 2],
  ])('while it applies, %s, is gone on with at the next start, and nobody is here twice', async (_when, moment) => {
    const t = await open();
    await withFiles({ 'people.vcf': FILE }, async (folder) => {
      const path = join(folder, 'people.vcf');
      const said = await killImport(t, path, (state, rows) => state === 'applying' && moment(rows));
      const applied = Number(said.split(' ')[1]);
      expect((await rowsOf(t, ['person'])).person?.length).toBeGreaterThanOrEqual(applied);
      expect(await problemsOf(t)).toEqual([]);
      // The lease of the dead process is known to be dead on this machine: nobody waits for it.
      expect(await takeUpOpenWork(t.context())).toBe(1);
      const [run] = await listImports(t.context());
      expect(run).toMatchObject({ state: 'done', report: { created: PEOPLE, updated: 0, unchanged: 0, skipped: 0 } });
      expect(await problemsOf(t)).toEqual([]);
      expect(await allPeople(t.context(), {})).toHaveLength(PEOPLE);
      expect(countsOf(await importHere(t, path))).toEqual([0, 0, PEOPLE, 0]);
      expect(await rowsOf(t, ['import_row'])).toEqual({ import_row: [] });
    });
  });

  it('keeps what it had acknowledged', async () => {
    const t = await open();
    for (const writes of [1, 7, 20]) {
      const other = startNetworkProcess(t.url, 'write');
      const told: string[] = [];
      while (told.length < writes) told.push((await other.word()) ?? '');
      other.child.kill('SIGKILL');
      for (let word = await other.word(); word !== undefined; word = await other.word()) told.push(word);
      await other.ended();
      const here = new Set((await rowsOf(t, ['person'])).person?.map((row) => row.id));
      expect(told.filter((id) => !here.has(id))).toEqual([]);
      expect(await problemsOf(t)).toEqual([]);
    }
    await aPerson(t, { name: 'Written after' });
    expect(await problemsOf(t)).toEqual([]);
  });
});

describeStores('what a stop left open', (open) => {
  const cards = (count: number) =>
    toVCards([...generateNetwork({ seed: 11, people: count, today: '2026-11-23' as CalendarDate }).people]);

  it('is not taken from a process that is at it', async () => {
    const t = await open();
    await withFiles({ 'people.vcf': cards(600) }, async (folder) => {
      const other = startNetworkProcess(t.url, 'import', join(folder, 'people.vcf'));
      await other.word();
      expect(await takeUpOpenWork(t.context())).toBe(0);
      await other.ended();
      const [run] = await listImports(t.context());
      expect(run).toMatchObject({ state: 'done', report: { created: 600 } });
    });
    expect(await problemsOf(t)).toEqual([]);
  });

  it('is taken back when it was no import and no undo', async () => {
    const t = await open();
    const before = await rowsOf(t, LOGGED);
    const stepId = await openStep(t.store, t.networkId, async () => ({
      kind: 'demo',
      title: 'Half a network',
      actor: 'tendril',
    }));
    await continueStep(t.store, t.networkId, stepId, async (writer) => {
      await writer.insert('circle', [{ id: writer.newId(), name: 'Close', rhythm_days: 7, size: null, position: 0 }]);
    });
    expect(await takeUpOpenWork(t.context())).toBe(0);
    t.clock.now += 60_000;
    expect(await takeUpOpenWork(t.context())).toBe(1);
    expect(await rowsOf(t, LOGGED)).toEqual(before);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('is taken back when a failed import was stopped before it had taken itself back', async () => {
    const t = await open();
    const before = await whole(t);
    await withFiles({ 'people.vcf': cards(450) }, async (folder) => {
      await importHere(t, join(folder, 'people.vcf'));
    });
    const [run] = await listImports(t.context());
    // As the stop would have left it: the run is over, its step is not.
    await t.store.database.write(async (tx) => {
      await tx
        .updateTable('step')
        .set({ state: 'open' })
        .where('id', '=', run?.stepId ?? '')
        .execute();
      await tx
        .updateTable('import_run')
        .set({ state: 'failed', error: 'The disk is full.' })
        .where('id', '=', run?.id ?? '')
        .execute();
    });
    t.clock.now += 60_000;
    expect(await takeUpOpenWork(t.context())).toBe(1);
    expect(await whole(t)).toEqual(before);
    expect(await problemsOf(t)).toEqual([]);
    await expect(undo(t.context())).rejects.toMatchObject({ code: 'not-found' });
  });
});
