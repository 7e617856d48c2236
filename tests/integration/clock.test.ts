import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TodayPage } from '../../src/contract/shapes.ts';
import { getHistory } from '../../src/services/history.service.ts';
import { startImport } from '../../src/services/import/import.service.ts';
import { doctor } from '../../src/services/maintenance.service.ts';
import { addPerson, allPeople } from '../../src/services/people.service.ts';
import { getTodayPage } from '../../src/services/today.service.ts';
import { addTouch } from '../../src/services/touches.service.ts';
import { continueStep, openStep } from '../../src/storage/feed.ts';
import { aVCard, withFiles } from '../support/a-network.ts';
import { openTestApp, TEN, type TestApp } from '../support/an-app.ts';
import { testDialects } from '../support/dialects.ts';

const DAY = 24 * 60 * 60_000;
const BACK = -DAY;
const FORWARD = 3 * 365 * DAY;

/** A battery that ran out, a wrong zone put right, a virtual machine resumed: the clock of a server jumps. */
describe.each(testDialects)('a clock that jumps on %s', (dialect) => {
  let t: TestApp;
  const context = () => t.app.contextFor({ name: 'you', scope: 'write' });
  const problems = async () => (await doctor(context())).problems;

  beforeEach(async () => {
    t = await openTestApp(dialect);
  });

  afterEach(async () => {
    expect(t.logged).toEqual([]);
    await t.close();
  });

  it.each([
    ['a day back', BACK],
    ['three years ahead', FORWARD],
  ])('%s leaves ids and the history in the order things were done', async (_, jump) => {
    const ids: string[] = [];
    for (const offset of [0, 1000, jump, jump + 1, 2000]) {
      t.clock.now = TEN + offset;
      const { id = '' } = await addPerson(context(), { name: `Number ${ids.length}` });
      ids.push(id);
    }
    expect([...ids].sort()).toEqual(ids);
    const { items } = await getHistory(context(), {});
    expect(items.slice(0, 5).map((step) => step.title)).toEqual([4, 3, 2, 1, 0].map((n) => `Added Number ${n}`));
    expect(await problems()).toEqual([]);
  });

  it.each([
    ['a day back', BACK],
    ['three years ahead', FORWARD],
  ])('%s and returns: Today answers each time, for the day it then is', async (_, jump) => {
    const { id = '' } = await addPerson(context(), { name: 'Ada Brandt', rhythmDays: 7 });
    await addTouch(context(), { people: [id], channel: 'phone', summary: 'About the move' });
    const shown: TodayPage[] = [];
    for (const offset of [0, jump, 0, jump]) {
      t.clock.now = TEN + offset;
      shown.push(await getTodayPage(context(), { all: true }));
    }
    const dayAfter = (offset: number) => new Date(TEN + offset).toISOString().slice(0, 10);
    expect(shown.map((page) => page.date)).toEqual([0, jump, 0, jump].map(dayAfter));
    expect(await problems()).toEqual([]);
  });

  it.each([
    ['a day back', BACK],
    ['three years ahead', FORWARD],
  ])('%s while an import goes on does not stop it, nor start it twice', async (_, jump) => {
    const cards = Array.from({ length: 450 }, (_, i) => aVCard(`FN:Guest ${i}`, `EMAIL:guest${i}@example.org`));
    await withFiles({ 'people.vcf': cards.join('') }, async (folder) => {
      const files = [{ path: join(folder, 'people.vcf'), name: 'people.vcf' }];
      let jumped = false;
      const stop = t.app.store.database.onCommitted(() => {
        t.clock.now = TEN + (jumped ? 0 : jump);
        jumped = !jumped;
      });
      const { finished } = await startImport(context(), { files });
      expect(await t.app.takeUpOpenWork()).toBe(0);
      expect(await finished).toMatchObject({ state: 'done', report: { created: 450 } });
      stop();
      const again = await startImport(context(), { files });
      expect(await again.finished).toMatchObject({ report: { created: 0, updated: 0, unchanged: 450 } });
    });
    expect(await allPeople(context(), {})).toHaveLength(450);
    expect(await problems()).toEqual([]);
  });

  it('a day back keeps nothing waiting until that day has passed', async () => {
    const { networkId, store } = t.app;
    const stepId = await openStep(store, networkId, async () => ({ kind: 'demo', title: 'Half', actor: 'tendril' }));
    await continueStep(store, networkId, stepId, async (writer) => {
      await writer.insert('circle', [{ id: writer.newId(), name: 'Close', rhythm_days: 7, size: null, position: 0 }]);
    });
    t.clock.now = TEN + BACK;
    expect(await t.app.takeUpOpenWork()).toBe(1);
    expect(await problems()).toEqual([]);
  });

  it('does not let a token be noted as used in a time to come for ever', async () => {
    const token = await t.token('read');
    const lastUsed = async () => {
      const answer = await t.http.request('/api/v1/people', { headers: { authorization: `Bearer ${token}` } });
      expect(answer.status).toBe(200);
      const row = await t.app.store.database.reader.selectFrom('api_token').select('last_used_at').executeTakeFirst();
      return row?.last_used_at;
    };
    t.clock.now = TEN + FORWARD;
    await lastUsed();
    t.clock.now = TEN;
    expect(await lastUsed()).toBe(new Date(TEN).toISOString());
  });
});
