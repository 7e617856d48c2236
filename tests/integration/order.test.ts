import { expect, it } from 'vitest';
import { undo } from '../../src/services/history.service.ts';
import { doctor, takeUpOpenWork } from '../../src/services/maintenance.service.ts';
import { listPeople } from '../../src/services/people.service.ts';
import { updateSettings } from '../../src/services/settings.service.ts';
import { aPerson, describeNetworks, rowsOf, type TestNetwork } from '../support/a-network.ts';

const listed = async (t: TestNetwork) => (await listPeople(t.context(), {})).items.map((person) => person.name);

const SURNAMES = ['Zander', 'Öhm', 'Oberg', 'Åberg', 'Adams', 'Chalupa', 'Hus', 'van Dyke', 'Vos'];
const ENGLISH = ['Åberg', 'Adams', 'Chalupa', 'van Dyke', 'Hus', 'Oberg', 'Öhm', 'Vos', 'Zander'];
const SWEDISH = ['Adams', 'Chalupa', 'van Dyke', 'Hus', 'Oberg', 'Vos', 'Zander', 'Åberg', 'Öhm'];

const surnames = async (t: TestNetwork) => (await listed(t)).map((name) => name.replace('Ada ', ''));

async function aList(open: () => Promise<TestNetwork>): Promise<TestNetwork> {
  const t = await open();
  await updateSettings(t.context(), { locale: 'en' });
  for (const surname of SURNAMES) await aPerson(t, { name: `Ada ${surname}` });
  return t;
}

describeNetworks('the order of people', (open) => {
  it('is that of the user’s language, moves with it, and comes back with an undo', async () => {
    const t = await aList(open);
    expect(await surnames(t)).toEqual(ENGLISH);
    await updateSettings(t.context(), { locale: 'sv' });
    expect(await surnames(t)).toEqual(SWEDISH);
    expect((await doctor(t.context())).problems).toEqual([]);
    await undo(t.context());
    expect(await surnames(t)).toEqual(ENGLISH);
    expect((await doctor(t.context())).problems).toEqual([]);
  });

  it('moves nothing else: who is due when stays', async () => {
    const t = await aList(open);
    await aPerson(t, { name: 'Ada Östlund', rhythmDays: 30 });
    const due = async () => (await rowsOf(t, ['person_state'])).person_state?.map((row) => row.next_touch).sort();
    const before = await due();
    await updateSettings(t.context(), { locale: 'sv' });
    expect(await due()).toEqual(before);
  });

  it('is made at the next start where a process died before it was', async () => {
    const t = await aList(open);
    await t.store.database.write((tx) =>
      tx
        .updateTable('setting')
        .set({ data: JSON.stringify({ locale: 'cs' }) })
        .where('network_id', '=', t.context().actor.networkId)
        .execute(),
    );
    expect((await doctor(t.context())).problems).not.toEqual([]);
    await takeUpOpenWork(t.context());
    expect((await surnames(t)).slice(2, 6)).toEqual(['van Dyke', 'Hus', 'Chalupa', 'Oberg']);
    expect((await doctor(t.context())).problems).toEqual([]);
  });

  it('and all else derived is made anew where earlier rules made it', async () => {
    const t = await aList(open);
    const { networkId } = t.context().actor;
    const words = await rowsOf(t, ['name_token', 'name_prefix']);
    await t.store.database.write(async (tx) => {
      for (const table of ['name_token', 'name_prefix', 'projection'] as const)
        await tx.deleteFrom(table).where('network_id', '=', networkId).execute();
    });
    expect((await doctor(t.context())).problems).not.toEqual([]);
    await takeUpOpenWork(t.context());
    expect(await rowsOf(t, ['name_token', 'name_prefix'])).toEqual(words);
    expect((await doctor(t.context())).problems).toEqual([]);
  });

  it('pages through everybody once', async () => {
    const t = await aList(open);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await listPeople(t.context(), { limit: 2, ...(cursor === '' ? {} : { cursor }) });
      seen.push(...page.items.map((person) => person.name.replace('Ada ', '')));
      cursor = page.next;
    }
    expect(seen).toEqual(ENGLISH);
  });
});
