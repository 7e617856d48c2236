import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newCard } from '../../src/domain/card/new-card.ts';
import type { CalendarDate } from '../../src/domain/dates.ts';
import { AppError } from '../../src/domain/errors.ts';
import { addFact } from '../../src/services/memory.service.ts';
import { newPersonRow } from '../../src/services/new-person-row.ts';
import { addPerson, deletePerson, updatePerson } from '../../src/services/people.service.ts';
import { runStep } from '../../src/storage/feed.ts';
import { findState } from '../../src/storage/repositories/person.repository.ts';
import { findStep } from '../../src/storage/repositories/step.repository.ts';
import { readScope } from '../../src/storage/store.ts';
import {
  anotherNetwork,
  aPerson,
  describeNetworks,
  LOGGED,
  problemsOf,
  type Row,
  rowsOf,
  type TestNetwork,
  whole,
} from '../support/a-network.ts';
import { startNetworkProcess } from '../support/network-process.ts';
import { perform, someActs } from '../support/random-acts.ts';
import { describeStores } from '../support/store.ts';

const changesOf = (t: TestNetwork) =>
  t.store.database.reader
    .selectFrom('change')
    .selectAll()
    .where('network_id', '=', t.networkId)
    .orderBy('seq')
    .execute();
const seqOf = async (t: TestNetwork) =>
  (
    await t.store.database.reader
      .selectFrom('network')
      .select('seq')
      .where('id', '=', t.networkId)
      .executeTakeFirstOrThrow()
  ).seq;

/** The logged rows by table and id. */
async function present(t: TestNetwork): Promise<Map<string, Row>> {
  const tables = await rowsOf(t, LOGGED);
  return new Map(
    Object.entries(tables).flatMap(([table, rows]) =>
      rows.map((row): [string, Row] => [`${table} ${String(row.id)}`, row]),
    ),
  );
}

/** Without what no image holds: the revision of an updated row. */
const plain = (rows: ReadonlyMap<string, Row>) =>
  Object.fromEntries([...rows].sort().map(([key, { rev: _rev, ...row }]) => [key, row]));

const aNewRow = (id: string, name: string) =>
  newPersonRow({ id, card: newCard({ name }, `urn:uuid:${id}`), today: '2026-11-20' as CalendarDate });

describeNetworks('the change feed', (open) => {
  it('leads back from the present to every earlier state exactly', async () => {
    const t = await open();
    await fc.assert(
      fc.asyncProperty(someActs({ min: 10, max: 30 }), async (acts) => {
        const network = await anotherNetwork(t);
        const states: { seq: number; rows: Record<string, Row> }[] = [];
        for (const act of acts) {
          await perform(network, act);
          states.push({ seq: await seqOf(network), rows: plain(await present(network)) });
        }
        const rows = await present(network);
        const changes = await changesOf(network);
        expect(changes.map((change) => change.seq)).toEqual(changes.map((_, i) => i + 1));
        for (const [key, row] of rows)
          expect(row.rev, key).toBe(changes.findLast((change) => `${change.entity} ${change.entity_id}` === key)?.seq);
        for (const { seq, rows: then } of states.reverse()) {
          while ((changes.at(-1)?.seq ?? 0) > seq) {
            const {
              entity,
              entity_id: id,
              op,
              before,
            } = changes.pop() ?? { entity: '', entity_id: '', op: 'insert', before: null };
            const key = `${entity} ${id}`;
            const { network_id: _network, ...image } = JSON.parse(before ?? '{}') as Row;
            if (op === 'insert') rows.delete(key);
            else rows.set(key, { ...rows.get(key), ...image });
          }
          expect(plain(rows)).toEqual(then);
        }
      }),
      { numRuns: 6 },
    );
  });

  it('holds the changed fields before and after, the whole row of a deletion, nothing of an insertion', async () => {
    const t = await open();
    const id = await aPerson(t);
    const { stepId: updated } = await updatePerson(t.context(), id, { channel: 'signal' });
    const { stepId: deleted } = await deletePerson(t.context(), id);
    const changes = await changesOf(t);
    const inserted = changes.find((change) => change.entity === 'person' && change.op === 'insert');
    expect(inserted).toMatchObject({ before: null, after: null, person_id: id });
    const update = changes.find((change) => change.step_id === updated);
    expect([update?.before, update?.after].map((image) => JSON.parse(image ?? ''))).toEqual([
      { channel: null },
      { channel: 'signal' },
    ]);
    const removal = changes.find((change) => change.step_id === deleted && change.entity === 'person');
    expect(JSON.parse(removal?.before ?? '')).toMatchObject({ id, channel: 'signal', added_on: '2026-11-23' });
    expect(removal?.after).toBeNull();
  });

  it('has no change for a field that stays as it was', async () => {
    const t = await open();
    const id = await aPerson(t);
    await updatePerson(t.context(), id, { channel: 'signal' });
    const seq = await seqOf(t);
    await updatePerson(t.context(), id, { channel: 'signal' });
    expect(await seqOf(t)).toBe(seq);
  });

  it('counts without a gap, in the order of the commits, when many write at once', async () => {
    const t = await open();
    const people = await Promise.all(Array.from({ length: 12 }, (_, i) => aPerson(t, { name: `Person ${i}` })));
    const seen: number[] = [];
    const watch = (async () => {
      for (let i = 0; i < 20; i++) seen.push((await changesOf(t)).length - (await seqOf(t)));
    })();
    await Promise.all(people.map((id) => addFact(t.context(), id, { kind: 'interest', text: 'chess' })));
    await watch;
    const changes = await changesOf(t);
    expect(changes.map((change) => change.seq)).toEqual(changes.map((_, i) => i + 1));
    // Whoever sees the network at n finds all changes up to n: more may have come between the two looks, never fewer.
    expect(Math.max(...seen)).toBeLessThanOrEqual(0);
    for (const step of Map.groupBy(changes, (change) => change.step_id).values()) {
      const seqs = step.map((change) => change.seq);
      expect(seqs).toEqual(seqs.map((_, i) => (seqs[0] ?? 0) + i));
    }
    expect(await problemsOf(t)).toEqual([]);
  });

  it('counts on after a part of an act was settled, and what comes later in it is derived with the rest', async () => {
    const t = await open();
    const info = { kind: 'test', title: 'Two parts', actor: 'you' };
    const { stepId } = await runStep(t.store, t.networkId, info, async (writer) => {
      const [ada, ben] = [writer.newId(), writer.newId()];
      await writer.insert('person', [aNewRow(ada, 'Ada Obi')]);
      await writer.settle();
      expect(await findState(writer, ada)).toMatchObject({ name: 'Ada Obi' });
      await writer.insert('person', [aNewRow(ben, 'Ben Obi')]);
      await writer.update('person', ada, { card: JSON.stringify(newCard({ name: 'Ada Okafor' }, `urn:uuid:${ada}`)) });
      await writer.update('person', ben, { channel: 'phone' });
      return null;
    });
    const changes = (await changesOf(t)).filter((change) => change.step_id === stepId);
    expect(changes.map((change) => change.op)).toEqual(['insert', 'insert', 'update', 'update']);
    const seq = await seqOf(t);
    expect(changes.map((change) => change.seq)).toEqual([seq - 3, seq - 2, seq - 1, seq]);
    expect(await findStep(readScope(t.store, t.networkId), stepId)).toMatchObject({ changes: 4, seq });
    expect(await problemsOf(t)).toEqual([]);
  });

  it('answers the second delivery of an act as the first, and does nothing', async () => {
    const t = await open();
    const context = t.context({ requestId: 'from-a-phone-1' });
    const first = await addPerson(context, { name: 'Zed Ito' });
    const before = await whole(t);
    expect(await addPerson(context, { name: 'Zed Ito' })).toEqual(first);
    expect(await whole(t)).toEqual(before);
    const [one, other] = await Promise.all([
      addPerson(t.context({ requestId: 'twice' }), { name: 'Noor' }),
      addPerson(t.context({ requestId: 'twice' }), { name: 'Noor' }),
    ]);
    expect(one).toEqual(other);
    expect((await rowsOf(t, ['person'])).person).toHaveLength(2);
  });

  it('refuses an id that stood for another act', async () => {
    const t = await open();
    const { id = '' } = await addPerson(t.context({ requestId: 'once' }), { name: 'Zed Ito' });
    await expect(addFact(t.context({ requestId: 'once' }), id, { kind: 'work', text: 'tides' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('refuses a second person of the same id in words', async () => {
    const t = await open();
    await aPerson(t, { id: 'chosen-by-the-client' });
    await expect(aPerson(t, { id: 'chosen-by-the-client' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await problemsOf(t)).toEqual([]);
  });

  it('keeps nothing of an act that throws', async () => {
    const t = await open();
    const id = await aPerson(t);
    const [before, seq] = [await whole(t), await seqOf(t)];
    const act = runStep(
      t.store,
      t.networkId,
      { kind: 'fact', title: 'Half of something', actor: 'you', id: 'broken' },
      async (writer) => {
        await writer.insert('fact', [
          {
            id: writer.newId(),
            person_id: id,
            kind: 'work',
            text: 'tides',
            since: null,
            until: null,
            touch_id: null,
            private: 0,
            learned_on: '2026-11-23',
          },
        ]);
        await writer.update('person', id, { channel: 'signal' });
        throw new AppError('invalid', 'Changed my mind.');
      },
    );
    await expect(act).rejects.toThrow('Changed my mind.');
    expect(await whole(t)).toEqual(before);
    expect(await seqOf(t)).toBe(seq);
    expect(
      await t.store.database.reader
        .selectFrom('step')
        .select('id')
        .where('network_id', '=', t.networkId)
        .where('id', '=', 'broken')
        .execute(),
    ).toEqual([]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('refuses to write with a reading scope', async () => {
    const t = await open();
    await expect(addPerson(t.context({ scope: 'read' }), { name: 'Zed Ito' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describeStores('the change feed of two processes', (open) => {
  it('counts without a gap when both write to the same data', async () => {
    const t = await open();
    const other = startNetworkProcess(t.url, 'add');
    await other.word();
    other.goOn();
    const mine = await Promise.all(Array.from({ length: 15 }, (_, i) => aPerson(t, { name: `Here ${i}` })));
    expect(await other.word()).toBe('added 15');
    await other.ended();
    const changes = await changesOf(t);
    expect(changes.map((change) => change.seq)).toEqual(changes.map((_, i) => i + 1));
    expect(mine).toHaveLength(15);
    expect(await problemsOf(t)).toEqual([]);
    const people = await t.store.database.reader
      .selectFrom('person')
      .select('id')
      .where('network_id', '=', t.networkId)
      .execute();
    expect(people).toHaveLength(30);
  });
});
