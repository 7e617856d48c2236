import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepDayReady } from '../../src/jobs/keep-day-ready.ts';
import type { Job } from '../../src/jobs/repeat.ts';
import { addFact, addReminder } from '../../src/services/memory.service.ts';
import { addPerson } from '../../src/services/people.service.ts';
import { addResource } from '../../src/services/resources.service.ts';
import { updateSettings } from '../../src/services/settings.service.ts';
import { getToday, getTodayPage, prepareToday } from '../../src/services/today.service.ts';
import { addTouch } from '../../src/services/touches.service.ts';
import { openTestApp, type TestApp } from '../support/an-app.ts';
import { testDialects } from '../support/dialects.ts';

const HOUR = 60 * 60_000;

describe.each(testDialects)('the day made ready on %s', (dialect) => {
  let t: TestApp;
  const context = () => t.app.contextFor({ name: 'you', scope: 'write' });
  const plans = () => t.app.store.database.reader.selectFrom('day_plan').select(['date', 'seq', 'seen']).execute();
  const remind = async (name: string) => {
    const { id } = await addPerson(context(), { name });
    await addReminder(context(), id ?? '', { date: '2026-11-23', text: 'ring' });
  };
  const names = async () => (await getToday(context(), {})).items.map((item) => item.name);

  beforeEach(async () => {
    t = await openTestApp(dialect);
  });

  afterEach(async () => {
    expect(t.logged).toEqual([]);
    await t.close();
  });

  it('is what the first look finds', async () => {
    await remind('Ada Brandt');
    await prepareToday(context());
    const [ready] = await plans();
    expect(ready).toMatchObject({ date: '2026-11-23', seen: 0 });
    expect(await names()).toEqual(['Ada Brandt']);
    expect(await plans()).toEqual([{ ...ready, seen: 1 }]);
  });

  it('settles nothing before somebody has looked', async () => {
    await updateSettings(context(), { capacity: 1 });
    const due = async (name: string, rhythmDays: number) => {
      const { id } = await addPerson(context(), { name, rhythmDays });
      await addTouch(context(), { people: [id ?? ''], channel: 'phone', date: '2026-01-01' });
    };
    await due('Ada Brandt', 30);
    await prepareToday(context());
    await due('Grace Osei', 7);
    expect(await names()).toEqual(['Grace Osei']);
    await due('Hana Kim', 1);
    expect(await names()).toEqual(['Grace Osei']);
  });

  it('leaves a day alone that was looked at, whoever comes later', async () => {
    await remind('Ada Brandt');
    await getToday(context(), {});
    const seen = await plans();
    await remind('Grace Osei');
    await Promise.all([prepareToday(context()), prepareToday(context())]);
    expect(await plans()).toEqual(seen);
    expect(await names()).toEqual(['Ada Brandt', 'Grace Osei']);
  });

  it('waits for nobody’s interests: what was kept to be shared joins it a moment later', async () => {
    await remind('Ada Brandt');
    await updateSettings(context(), { capacity: 5 });
    const grace = await addPerson(context(), { name: 'Grace Osei' });
    await addFact(context(), grace.id ?? '', { kind: 'interest', text: 'kelp forests and tides' });
    await addResource(context(), { title: 'Tides of the Atlantic', topics: ['tides', 'kelp forests'] });
    const page = async () => (await getTodayPage(context(), { atOnce: true })).items.map(({ name }) => name);
    expect(await prepareToday(context(), { atOnce: true })).toBe(false);
    expect(await page()).toEqual(['Ada Brandt']);
    const waits: number[] = [];
    const job = keepDayReady(context(), {
      log: (error) => t.logged.push(error),
      wait: async (milliseconds, signal) => {
        waits.push(milliseconds);
        if (waits.length > 1) await once(signal, 'abort');
      },
    });
    await expect.poll(() => waits.length).toBe(2);
    await job.stop();
    expect(waits[0]).toBe(3_001);
    expect(await prepareToday(context(), { atOnce: true })).toBe(true);
    expect(await page()).toEqual(['Ada Brandt', 'Grace Osei']);
    expect((await plans()).every(({ seq }) => seq >= 0)).toBe(true);
  });

  it('is ready at once, and again when the owner’s day begins', async () => {
    const waits: { milliseconds: number; over: () => void }[] = [];
    let came = () => {};
    const wait = (milliseconds: number, signal: AbortSignal) =>
      new Promise<void>((over) => {
        signal.addEventListener('abort', () => over());
        waits.push({ milliseconds, over });
        came();
      });
    const nextWait = () =>
      new Promise<void>((resolve) => {
        came = resolve;
      });
    t.clock.now += 14 * HOUR - 60_000;
    let idle = nextWait();
    const job: Job = keepDayReady(context(), { log: (error) => t.logged.push(error), wait });
    await idle;
    expect((await plans()).map(({ date }) => date)).toEqual(['2026-11-23']);
    expect(waits[0]?.milliseconds).toBe(60_001);
    t.clock.now += 60_001;
    idle = nextWait();
    waits[0]?.over();
    await idle;
    expect((await plans()).map(({ date }) => date)).toEqual(['2026-11-24']);
    await job.stop();
    expect(waits).toHaveLength(2);
  });
});
