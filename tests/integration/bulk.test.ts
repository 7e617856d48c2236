import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BulkAct, PeopleChoice } from '../../src/contract/shapes.ts';
import { bulk, getBulk, startBulk } from '../../src/services/bulk.service.ts';
import { changeMembers, deleteCircle, listCircles, setCircle } from '../../src/services/circles.service.ts';
import { exportPeople } from '../../src/services/export.service.ts';
import { getHistory, undo } from '../../src/services/history.service.ts';
import { takeUpOpenWork } from '../../src/services/maintenance.service.ts';
import { allPeople, listPeople, updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { openStep } from '../../src/storage/feed.ts';
import { setStepResult } from '../../src/storage/repositories/step.repository.ts';
import { scopeWith } from '../../src/storage/store.ts';
import {
  aGoogleCsv,
  aPerson,
  describeNetworks,
  importFiles,
  LOGGED,
  problemsOf,
  rowsOf,
  type TestNetwork,
} from '../support/a-network.ts';
import { openTestApp, type TestApp } from '../support/an-app.ts';
import { testDialects } from '../support/dialects.ts';

/** A network of people called N0, N1 and so on. */
async function manyPeople(t: TestNetwork, count: number): Promise<string[]> {
  const rows = Array.from(
    { length: count },
    (_, i) => ['Kim', `N${i}`, `n${i}@example.org`] as [string, string, string],
  );
  await importFiles(t, { 'c.csv': aGoogleCsv(rows) });
  return (await allPeople(t.context(), {})).map((person) => person.id);
}

async function aCircle(t: TestNetwork, name: string): Promise<string> {
  await setCircle(t.context(), { name });
  return (await listCircles(t.context())).circles.find((circle) => circle.name === name)?.id ?? '';
}

const everyone: PeopleChoice = { filter: {} };
const lasting = (t: TestNetwork) => rowsOf(t, LOGGED, { without: ['rev'] });

describeNetworks('an act on many people', (open) => {
  it('is one step that says what and how many, and is undone as one', async () => {
    const t = await open();
    const [ada, grace, zed] = [
      await aPerson(t),
      await aPerson(t, { name: 'Grace Osei', circle: 'Close' }),
      await aPerson(t, { name: 'Zed Ito' }),
    ];
    const before = await lasting(t);
    const run = await bulk(t.context(), {
      people: { ids: [ada, grace, zed, ada, 'nobody-at-all'] },
      act: { kind: 'add-to-circle', circle: 'close' },
    });
    expect(run).toMatchObject({
      state: 'done',
      total: 4,
      done: 4,
      changed: 2,
      message: 'Put 2 people into Close. Left as they were: 1 in Close already, 1 no longer here.',
      left: [
        { count: 1, reason: 'in Close already' },
        { count: 1, reason: 'no longer here' },
      ],
    });
    expect((await listCircles(t.context())).circles).toMatchObject([{ name: 'Close', members: 3 }]);
    expect((await getHistory(t.context(), {})).items[0]).toMatchObject({
      id: run.stepId,
      title: 'Put 2 people into Close',
      changes: 2,
      undoable: true,
    });
    expect((await undo(t.context(), run.stepId ?? '')).left).toEqual([]);
    expect(await lasting(t)).toEqual(before);
    expect(await getBulk(t.context(), run.id)).toMatchObject({ state: 'undone' });
    expect(await problemsOf(t)).toEqual([]);
  });

  it('moves people out of every other circle', async () => {
    const t = await open();
    const [ada, grace] = [
      await aPerson(t, { circle: 'Close' }),
      await aPerson(t, { name: 'Grace Osei', circle: 'Active' }),
    ];
    await changeMembers(t.context(), await aCircle(t, 'Club'), { add: [ada, grace] });
    const run = await bulk(t.context(), { people: { ids: [ada] }, act: { kind: 'move-to-circle', circle: 'Active' } });
    expect(run.message).toBe('Moved Ada Brandt to Active.');
    const circlesOf = async (id: string) => (await getPersonPage(t.context(), id)).circles.map(({ name }) => name);
    expect(await circlesOf(ada)).toEqual(['Active']);
    expect((await circlesOf(grace)).sort()).toEqual(['Active', 'Club']);
    await undo(t.context());
    expect((await circlesOf(ada)).sort()).toEqual(['Close', 'Club']);
  });

  it('changes tags, rhythms and the archive, and leaves alone whoever is so already', async () => {
    const t = await open();
    const [ada, grace] = [await aPerson(t, { rhythmDays: 30 }), await aPerson(t, { name: 'Grace Osei' })];
    await updatePerson(t.context(), ada, { tags: ['tea', 'chess'] });
    const people = { ids: [ada, grace] };
    const say = async (act: BulkAct) => (await bulk(t.context(), { people, act })).message;
    expect(await say({ kind: 'add-tag', tag: 'tea' })).toBe(
      'Tagged Grace Osei “tea”. Left as they were: 1 tagged “tea” already.',
    );
    expect(await say({ kind: 'remove-tag', tag: 'tea' })).toBe('Took the tag “tea” off 2 people.');
    expect((await getPersonPage(t.context(), ada)).tags).toEqual(['chess']);
    expect((await getPersonPage(t.context(), grace)).card).not.toHaveProperty('keywords');
    expect(await say({ kind: 'set-rhythm', days: 30 })).toBe(
      'Set a rhythm of 30 days for Grace Osei. Left as they were: 1 with this rhythm already.',
    );
    expect((await getPersonPage(t.context(), grace)).nextTouch).not.toBeNull();
    expect(await say({ kind: 'set-rhythm', days: null })).toBe('Cleared the rhythm of 2 people.');
    expect(await say({ kind: 'archive' })).toBe('Archived 2 people.');
    expect(await say({ kind: 'archive' })).toBe('Nothing had to change. Left as they were: 2 archived already.');
    expect((await listPeople(t.context(), {})).total).toBe(0);
    expect(await say({ kind: 'unarchive' })).toBe('Brought 2 people back from the archive.');
    await updatePerson(t.context(), grace, { deceased: true });
    expect(await say({ kind: 'set-rhythm', days: 7 })).toBe(
      'Set a rhythm of 7 days for Ada Brandt. Left as they were: 1 who have died.',
    );
    expect(await problemsOf(t)).toEqual([]);
  });

  it('is for all that fit the filter of the list, also those who fit no longer once they are changed', async () => {
    const t = await open();
    const ids = await manyPeople(t, 450);
    const out = ids.slice(3, 5);
    const run = await bulk(t.context(), { people: { filter: {}, except: out }, act: { kind: 'archive' } });
    expect(run).toMatchObject({ state: 'done', total: 448, done: 448, changed: 448 });
    expect((await listPeople(t.context(), {})).items.map((person) => person.id)).toEqual(out);
    const { items } = await getHistory(t.context(), { limit: 1 });
    expect(items).toMatchObject([{ title: 'Archived 448 people', changes: 448 }]);
    await undo(t.context());
    expect((await listPeople(t.context(), {})).total).toBe(450);
    expect(await problemsOf(t)).toEqual([]);
  });

  it.each([
    ['words', { q: 'osei' }],
    ['the name of a circle', { circle: 'close' }],
    ['a tag', { tag: 'tea' }],
    ['the archive', { show: 'archived' as const }],
  ])('means by %s the people that the list means', async (_, filter) => {
    const t = await open();
    const grace = await aPerson(t, { name: 'Grace Osei', circle: 'Close' });
    await aPerson(t, { name: 'Will An', circle: 'Active' });
    await updatePerson(t.context(), grace, { tags: ['tea'], archived: 'show' in filter });
    expect((await listPeople(t.context(), filter)).items.map((person) => person.id)).toEqual([grace]);
    const run = await bulk(t.context(), { people: { filter }, act: { kind: 'add-tag', tag: 'bakers' } });
    expect(run).toMatchObject({ total: 1, changed: 1 });
    expect((await getPersonPage(t.context(), grace)).tags).toContain('bakers');
  });

  it('goes on by itself after the first two hundred, and tells how far it is', async () => {
    const t = await open();
    await manyPeople(t, 450);
    const context = t.context({ requestId: 'my-own-request-1' });
    const body = { people: everyone, act: { kind: 'set-rhythm', days: 90 } as const };
    const run = await startBulk(context, body);
    expect(run).toMatchObject({ id: 'my-own-request-1', state: 'running', stepId: null, total: 450, done: 200 });
    await expect(undo(t.context(), run.id)).rejects.toMatchObject({ code: 'conflict' });
    await expect.poll(async () => (await getBulk(t.context(), run.id)).state, { timeout: 20_000 }).toBe('done');
    const again = await startBulk(context, body);
    expect(again).toMatchObject({ state: 'done', changed: 450, left: [], stepId: run.id });
  });

  it('is gone on with at the next start when a process stopped in the middle', async () => {
    const t = await open();
    const ids = await manyPeople(t, 3);
    const id = await openStep(t.store, t.networkId, async () => ({
      kind: 'bulk',
      title: 'Archived 3 people',
      actor: 'you',
      progress: {
        act: { kind: 'archive' },
        today: '2026-11-23',
        to: { ids: ids.slice(1) },
        total: 3,
        done: 1,
        changed: 1,
        only: ids[0],
        left: {},
      },
    }));
    await takeUpOpenWork(t.context());
    expect(await getBulk(t.context(), id)).toMatchObject({ state: 'done', done: 3, changed: 3 });
    expect((await listPeople(t.context(), { show: 'archived' })).total).toBe(2);
  });

  it('is taken back when it cannot be finished, and says why', async () => {
    const t = await open();
    const ids = await manyPeople(t, 250);
    const circle = await aCircle(t, 'Club');
    const run = await startBulk(t.context(), { people: { ids }, act: { kind: 'add-to-circle', circle } });
    expect(run.state).toBe('running');
    await expect.poll(async () => (await getBulk(t.context(), run.id)).state, { timeout: 20_000 }).toBe('done');
    await t.store.database.write((tx) =>
      setStepResult(scopeWith(t.store, tx, t.networkId), run.id, {
        act: { kind: 'add-to-circle', circle },
        today: '2026-11-23',
        circle: { id: 'no-such-circle', name: 'Club' },
        to: { ids },
        total: 250,
        done: 0,
        changed: 0,
        only: null,
        left: {},
      }),
    );
    await t.store.database.write((tx) =>
      tx
        .updateTable('step')
        .set({ state: 'open' })
        .where('network_id', '=', t.networkId)
        .where('id', '=', run.id)
        .execute(),
    );
    await takeUpOpenWork(t.context());
    expect(await getBulk(t.context(), run.id)).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('There is no circle “no-such-circle”.'),
    });
    expect((await listCircles(t.context())).circles).toMatchObject([{ name: 'Club', members: 0 }]);
  });

  it('says why when it fails before it changed anything', async () => {
    const t = await open();
    const ids = [await aPerson(t)];
    const id = await openStep(t.store, t.networkId, async () => ({
      kind: 'bulk',
      title: 'Put one person into Club',
      actor: 'you',
      progress: {
        act: { kind: 'add-to-circle', circle: 'Club' },
        today: '2026-11-23',
        circle: { id: 'no-such-circle', name: 'Club' },
        to: { ids },
        total: 1,
        done: 0,
        changed: 0,
        only: null,
        left: {},
      },
    }));
    await takeUpOpenWork(t.context());
    expect(await getBulk(t.context(), id)).toMatchObject({ state: 'failed', stepId: null, changed: 0 });
  });

  it('refuses what nobody could mean', async () => {
    const t = await open();
    const ada = await aPerson(t);
    const act: BulkAct = { kind: 'archive' };
    await expect(bulk(t.context(), { people: { filter: { tag: 'none' } }, act })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(
      bulk(t.context(), { people: { ids: [ada] }, act: { kind: 'add-to-circle', circle: 'Nowhere' } }),
    ).rejects.toMatchObject({ code: 'not-found', message: expect.stringContaining('Nowhere') });
    await expect(bulk(t.context({ scope: 'read' }), { people: { ids: [ada] }, act })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const { stepId } = await updatePerson(t.context(), ada, { archived: true });
    await expect(bulk(t.context({ requestId: stepId }), { people: everyone, act })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(getBulk(t.context(), 'nothing')).rejects.toMatchObject({ code: 'not-found' });
    await deleteCircle(t.context(), await aCircle(t, 'Club'));
    expect((await listPeople(t.context(), { circle: 'Club' })).total).toBe(0);
  });

  it('touches nobody of another network', async () => {
    const [t, other] = [await open(), await open()];
    const ada = await aPerson(other);
    await aPerson(t, { name: 'Grace Osei' });
    const run = await bulk(t.context(), { people: { ids: [ada] }, act: { kind: 'archive' } });
    expect(run).toMatchObject({ changed: 0, stepId: null, left: [{ count: 1, reason: 'no longer here' }] });
    expect((await getPersonPage(other.context(), ada)).archived).toBe(false);
  });

  it('gives the chosen away as cards or as a table', async () => {
    const t = await open();
    const [ada, grace] = [await aPerson(t, { circle: 'Close' }), await aPerson(t, { name: 'Grace Osei' })];
    await aPerson(t, { name: 'Zed Ito' });
    const read = async (people: PeopleChoice, format: 'vcard' | 'csv') => {
      let text = '';
      for await (const part of (await exportPeople(t.context(), { people, format })).parts) text += part;
      return text;
    };
    const cards = await read({ ids: [grace, ada] }, 'vcard');
    expect([...cards.matchAll(/^FN:(.*)\r$/gm)].map((match) => match[1])).toEqual(['Ada Brandt', 'Grace Osei']);
    const table = await read({ filter: { circle: 'Close' } }, 'csv');
    expect(table.trim().split('\r\n')).toHaveLength(2);
    expect(table).toContain('Close');
    await expect(read({ ids: ['nobody'] }, 'vcard')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe.each(testDialects)('acts on many people over HTTP on %s', (dialect) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp(dialect);
  });
  afterAll(() => test.close());

  it('are begun, asked after, refused when they are not understood, and the chosen exported', async () => {
    const authorization = `Bearer ${await test.token('write')}`;
    const send = (path: string, body: unknown) =>
      test.http.request(`/api/v1${path}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const { id } = await (await send('/people', { name: 'Ada Brandt' })).json();
    const people = { ids: [id] };
    const begun = await send('/people/bulk', { people, act: { kind: 'add-tag', tag: 'tea' } });
    const run = await begun.json();
    expect(run).toMatchObject({ state: 'done', changed: 1, message: 'Tagged Ada Brandt “tea”.' });
    const asked = await test.http.request(`/api/v1/people/bulk/${run.id}`, { headers: { authorization } });
    expect(await asked.json()).toEqual(run);
    for (const body of [
      {},
      { people },
      { people: { ids: [] }, act: { kind: 'archive' } },
      { people: { ids: [id], filter: {} }, act: { kind: 'archive' } },
      { people, act: { kind: 'erase' } },
      { people, act: { kind: 'set-rhythm', days: 0 } },
      { people, act: { kind: 'add-tag', tag: ' ' } },
    ])
      expect((await send('/people/bulk', body)).status, JSON.stringify(body)).toBe(400);
    const file = await send('/people/export', { people, format: 'csv' });
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="tendril.csv"');
    expect(await file.text()).toContain('Brandt');
    expect((await send('/people/export', { people, format: 'archive' })).status).toBe(400);
    expect((await send('/people/export', { people: { ids: ['nobody'] }, format: 'csv' })).status).toBe(404);
    expect(test.logged).toEqual([]);
  });
});
