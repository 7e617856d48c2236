import { expect, it } from 'vitest';
import { merge } from '../../src/services/duplicates.service.ts';
import { find } from '../../src/services/find.service.ts';
import { addExchange, askPerson, removeExchange, updateExchange } from '../../src/services/giving.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { addFact } from '../../src/services/memory.service.ts';
import { deletePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { aPerson, describeNetworks, problemsOf, type TestNetwork } from '../support/a-network.ts';

const ledgerOf = async (t: TestNetwork, id: string) =>
  (await getPersonPage(t.context(), id)).exchanges.map(({ kind, text }) => `${kind}: ${text}`);

describeNetworks('giving', (open) => {
  it('is written down, shown newest first, found, changed and taken back', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    await addExchange(t.context(), ada, { kind: 'received', text: 'Read my draft', date: '2026-11-02' });
    const { id = '' } = await addExchange(t.context(), ada, { kind: 'given', text: 'Lent the ladder' });
    expect(await ledgerOf(t, ada)).toEqual(['given: Lent the ladder', 'received: Read my draft']);
    expect((await find(t.context(), 'ladder')).map((hit) => hit.personId)).toEqual([ada]);
    await updateExchange(t.context(), id, { text: 'Lent the long ladder', date: '2026-11-01' });
    expect(await ledgerOf(t, ada)).toEqual(['received: Read my draft', 'given: Lent the long ladder']);
    const removed = await removeExchange(t.context(), id);
    expect(await ledgerOf(t, ada)).toEqual(['received: Read my draft']);
    await undo(t.context(), removed.stepId);
    expect(await ledgerOf(t, ada)).toHaveLength(2);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('goes along in a merge and with the person, and comes back', async () => {
    const t = await open();
    const [ada, other] = [await aPerson(t, { name: 'Ada Brandt' }), await aPerson(t, { name: 'Ada Brandt-Ito' })];
    await addExchange(t.context(), ada, { kind: 'given', text: 'Lent the ladder' });
    const merged = await merge(t.context(), other, ada);
    expect(await ledgerOf(t, other)).toEqual(['given: Lent the ladder']);
    await undo(t.context(), merged.stepId);
    const deleted = await deletePerson(t.context(), ada);
    await undo(t.context(), deleted.stepId);
    expect(await ledgerOf(t, ada)).toEqual(['given: Lent the ladder']);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('shows before an ask what each did last, and a way to give first', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    await addFact(t.context(), ada, { kind: 'need', text: 'a flat in Porto' });
    await addExchange(t.context(), ada, { kind: 'received', text: 'Read my draft', date: '2026-11-02' });
    const before = await askPerson(t.context(), ada, 'Could you look over my letter?');
    expect(before).toMatchObject({ lastGiven: null, lastReceived: { text: 'Read my draft', date: '2026-11-02' } });
    expect(before.waysToGive.map(({ kind }) => kind)).toEqual(['thanks', 'introduction', 'hello']);
    expect(before.draft).toContain('no is a perfectly good answer');
    const [favour] = (await getPersonPage(t.context(), ada)).favours;
    if (!favour) throw new Error('There is a favour.');
    await addExchange(t.context(), ada, { kind: 'thanked', text: favour.done });
    expect((await getPersonPage(t.context(), ada)).favours.map(({ kind }) => kind)).toEqual(['introduction', 'hello']);
  });

  it('refuses what is still to come, and whoever is not there', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    await expect(addExchange(t.context(), ada, { kind: 'given', text: 'x', date: '2026-11-24' })).rejects.toMatchObject(
      {
        code: 'invalid',
      },
    );
    await expect(askPerson(t.context(), 'nobody', '')).rejects.toMatchObject({ code: 'not-found' });
    await expect(removeExchange(t.context(), ada)).rejects.toMatchObject({ code: 'not-found' });
  });
});
