import { beforeAll, describe, expect, it } from 'vitest';
import { merge } from '../../src/services/duplicates.service.ts';
import { find } from '../../src/services/find.service.ts';
import { addFact, addPromise } from '../../src/services/memory.service.ts';
import { deletePerson, listPeople, updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { deleteTouch } from '../../src/services/touches.service.ts';
import {
  aGoogleCsv,
  aPerson,
  aTouchWith,
  aVCard,
  describeNetworks,
  importFiles,
  type TestNetwork,
} from '../support/a-network.ts';

const titles = async (t: TestNetwork, query: string, limit?: number) =>
  (await find(t.context(), query, limit)).map((hit) => hit.title);

describeNetworks('find', (open) => {
  describe('people', () => {
    let t: TestNetwork;
    beforeAll(async () => {
      t = await open();
      await importFiles(t, {
        'people.vcf':
          aVCard(
            'N:Nowak;Łukasz;;;',
            'FN:Łukasz Nowak',
            'ORG:Harbour Labs',
            'EMAIL:lukasz.nowak@harbour.example',
            'TEL:+31 6 1234 5678',
          ) +
          aVCard('N:王;小明;;;', 'FN:王小明') +
          aVCard('N:O’Brien;Síle;;;', 'FN:Síle O’Brien', 'NICKNAME:Sheila') +
          aVCard('N:Weiß;Jürgen;;;', 'FN:Jürgen Weiß', 'TEL:030 555 0199') +
          aVCard('N:Đỗ;Mười;;;', 'FN:Đỗ Mười') +
          aVCard('N:Иванова;Анна;;;', 'FN:Анна Иванова') +
          aVCard(
            'N:Osei;Grace;;;',
            'FN:Grace Osei',
            'TITLE:Marine biologist',
            'ADR;TYPE=HOME:;;Kade 1;Rotterdam;;;Netherlands',
          ),
      });
    });

    it.each([
      ['any beginning of any name', ['l', 'lu', 'luk', 'luka', 'łukasz', 'now', 'nowak'], 'Łukasz Nowak'],
      ['both names, in any order and half', ['łuk now', 'nowak luk', 'Nowak, Łukasz'], 'Łukasz Nowak'],
      ['a Chinese name by any part', ['王', '小', '小明', '王小明', '明'], '王小明'],
      ['what people are called', ['she', 'sheila', 'sile', 'obrien', "o'brien", 'O’Br'], 'Síle O’Brien'],
      ['letters without their marks', ['jurgen', 'weiss', 'WEISS', 'weiß'], 'Jürgen Weiß'],
      ['Vietnamese without marks', ['do', 'muoi', 'do muoi'], 'Đỗ Mười'],
      ['Cyrillic', ['ан', 'анна', 'ИВАНОВА'], 'Анна Иванова'],
      ['a slip of the finger', ['grcae', 'gracr', 'lukasx', 'nowka', 'sheils', 'grace ossei'], undefined],
      [
        'a part of a number, as it is written or dialled',
        ['1234', '12345678', '0612345678', '06 1234', '+31 6 12', '5678', '316'],
        'Łukasz Nowak',
      ],
      ['a number without a country', ['0305550199', '030 555', '5550199'], 'Jürgen Weiß'],
      [
        'an e-mail address, whole or begun',
        ['lukasz.nowak@harbour.example', 'lukasz.no', 'harbour.ex'],
        'Łukasz Nowak',
      ],
      ['an organisation, a title, a town', ['harbour labs', 'harb'], 'Łukasz Nowak'],
      ['a title or a town', ['marine', 'biologist', 'rotterdam'], 'Grace Osei'],
    ])('by %s', async (_what, queries, expected) => {
      for (const query of queries) {
        const found = await titles(t, query);
        if (expected === undefined) expect(found[0], query).toMatch(/Grace|Łukasz|Síle/);
        else expect(found, query).toContain(expected);
      }
    });

    it('not by what nobody is called', async () => {
      for (const query of ['qqq', 'xylophone', '99999999', '', ' ', '!!!', "'", '"', '%', '_', '*'])
        expect(await titles(t, query), query).toEqual([]);
    });
  });

  it('short names stand first, however many longer ones begin like them', async () => {
    const t = await open();
    const many = ['An', 'Will', 'Don', 'Can'].flatMap((name) =>
      Array.from({ length: 30 }, (_, i) => [`${name}${['dra', 'iam', 'ald', 'dice'][i % 4]}`, `Xu${i}`]),
    );
    await importFiles(t, {
      'c.csv': aGoogleCsv([...many, ['An', 'Bui'], ['Will', 'Kerr'], ['Don', 'Reyes'], ['Can', 'Yilmaz']]),
    });
    for (const [query, name] of [
      ['an', 'An Bui'],
      ['Will', 'Will Kerr'],
      ['don', 'Don Reyes'],
      ['Can', 'Can Yilmaz'],
    ] as const) {
      expect((await titles(t, query, 5))[0], query).toBe(name);
      expect((await listPeople(t.context(), { q: query, limit: 5 })).items[0]?.name, query).toBe(name);
    }
  });

  it('the closest come first among equals', async () => {
    const t = await open();
    await aPerson(t, { name: 'Ada Far' });
    await aPerson(t, { name: 'Ada Near', rhythmDays: 7 });
    await aPerson(t, { name: 'Ada Middle', rhythmDays: 90 });
    expect(await titles(t, 'a')).toEqual(['Ada Near', 'Ada Middle', 'Ada Far']);
    expect(await titles(t, 'ada')).toEqual(['Ada Near', 'Ada Middle', 'Ada Far']);
  });

  it('words in touches, facts and promises, after people', async () => {
    const t = await open();
    const id = await aPerson(t, { name: 'Grace Osei' });
    const tidal = await aPerson(t, { name: 'Tida Lund' });
    const touch = await aTouchWith(t, [id], {
      date: '2026-11-01',
      summary: 'Tidal power and the café',
      notes: 'She wants to move to Łódź',
      place: 'Kantine',
    });
    await addFact(t.context(), id, { kind: 'interest', text: 'Keeps bees' });
    await addPromise(t.context(), id, { by: 'me', text: 'send the bee book' });
    expect((await find(t.context(), 'tida')).map((hit) => [hit.kind, hit.personId])).toEqual([
      ['person', tidal],
      ['touch', id],
    ]);
    for (const query of ['tidal power', 'cafe', 'lodz', 'kantine', 'move lodz'])
      expect((await find(t.context(), query))[0], query).toMatchObject({
        kind: 'touch',
        id: touch,
        title: 'Grace Osei, 2026-11-01',
      });
    expect((await find(t.context(), 'bee')).map((hit) => hit.excerpt).sort()).toEqual([
      'Keeps bees',
      'send the bee book',
    ]);
    await deleteTouch(t.context(), touch);
    expect(await titles(t, 'tidal power')).toEqual([]);
  });

  it('a touch under who is left of it, after a merge and a deletion', async () => {
    const t = await open();
    const [first, second, third] = [
      await aPerson(t, { name: 'Ada Brandt' }),
      await aPerson(t, { name: 'Grace Osei' }),
      await aPerson(t, { name: 'Noor Haddad' }),
    ];
    await aTouchWith(t, [first, second], { summary: 'Planned the regatta' });
    await addFact(t.context(), first, { kind: 'interest', text: 'Likes regattas' });
    await merge(t.context(), third, first);
    const hits = await find(t.context(), 'regatta');
    expect(hits.map((hit) => hit.kind).sort()).toEqual(['fact', 'touch']);
    expect(hits.find((hit) => hit.kind === 'fact')?.personId).toBe(third);
    await deletePerson(t.context(), third);
    expect((await find(t.context(), 'regatta')).map((hit) => [hit.kind, hit.personId])).toEqual([['touch', second]]);
  });

  it('a person under the new name and no longer under the old', async () => {
    const t = await open();
    const id = await aPerson(t, { name: 'Ada Brandt' });
    const { card } = await getPersonPage(t.context(), id);
    await updatePerson(t.context(), id, { card: { ...card, name: { full: 'Ada Obi' } } });
    expect(await titles(t, 'obi')).toEqual(['Ada Obi']);
    expect(await titles(t, 'brandt')).toEqual([]);
  });
});
