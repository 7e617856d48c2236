import { expect, it } from 'vitest';
import { find } from '../../src/services/find.service.ts';
import { addExchange, askPerson } from '../../src/services/giving.service.ts';
import { addFact } from '../../src/services/memory.service.ts';
import { addMoment, addOrganisationMoment } from '../../src/services/moments.service.ts';
import { updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { getTodayPage } from '../../src/services/today.service.ts';
import { aVCard, describeNetworks, importFiles } from '../support/a-network.ts';

describeNetworks('somebody who has died', (open) => {
  it('is remembered, and nothing cheerful is said of them anywhere', async () => {
    const t = await open();
    await importFiles(t, {
      'a.vcf': aVCard('FN:Ben Okafor', 'BDAY:1980-11-24', 'ORG:Kelp Works', 'EMAIL:ben@example.org'),
    });
    const ben = (await find(t.context(), 'Ben'))[0]?.id ?? '';
    await addFact(t.context(), ben, { kind: 'interest', text: 'sailing' });
    await addExchange(t.context(), ben, { kind: 'received', text: 'lent the ladder' });
    await addMoment(t.context(), ben, { kind: 'award', text: 'won a prize' });
    const before = await getTodayPage(t.context(), {});
    expect(before.items.map(({ name }) => name)).toEqual(['Ben Okafor']);
    expect(before.week.map(({ name }) => name)).toEqual(['Ben Okafor']);
    await updatePerson(t.context(), ben, { deceased: true });
    const after = await getTodayPage(t.context(), { all: true });
    expect([after.items, after.week]).toEqual([[], []]);
    const page = await getPersonPage(t.context(), ben);
    expect(page).toMatchObject({
      ...{ deceased: true, reasons: [], opener: null, favours: [], balance: null, waking: null, age: null },
      ...{ nextTouch: null, followUpOn: null },
    });
    expect(page.occasions.map(({ next }) => next)).toEqual([null]);
    expect([page.facts.length, page.exchanges.length, page.moments.length]).toEqual([1, 1, 1]);
    await expect(askPerson(t.context(), ben, 'a favour')).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      addOrganisationMoment(t.context(), { organisation: 'Kelp Works', kind: 'award', text: 'won' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
