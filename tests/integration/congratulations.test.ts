import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { find } from '../../src/services/find.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { addOrganisationMoment } from '../../src/services/moments.service.ts';
import { updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { getToday } from '../../src/services/today.service.ts';
import {
  aLinkedInCsv,
  aPerson,
  aVCard,
  describeNetworks,
  importFiles,
  problemsOf,
  type TestNetwork,
} from '../support/a-network.ts';

const exportOf = (year: number): string =>
  readFileSync(join(import.meta.dirname, `linkedin-years/${year}.csv`), 'utf8');

async function congratulations(t: TestNetwork): Promise<string[]> {
  const { items } = await getToday(t.context({ on: '2026-11-23' }), { all: true });
  return items
    .flatMap(({ reasons }) => reasons.filter(({ kind }) => kind === 'moment').map(({ text }) => text))
    .toSorted();
}

describeNetworks('congratulations', (open) => {
  it('are exactly those that last year’s and this year’s LinkedIn export give', async () => {
    const t = await open();
    await importFiles(t, { 'Connections.csv': exportOf(2025) });
    expect(await congratulations(t)).toEqual([]);
    const finn = (await find(t.context(), 'Finn'))[0]?.id ?? '';
    const { card } = await getPersonPage(t.context(), finn);
    await updatePerson(t.context(), finn, {
      card: { ...card, organizations: { o1: { name: 'Kelp Works' } }, titles: { t1: { name: 'Analyst' } } },
    });
    const run = await importFiles(t, { 'Connections (1).csv': exportOf(2026) });
    expect(await congratulations(t)).toEqual([
      'LinkedIn now says of Ada: Head of Design at Kelp Works, before: Designer at Foam Ltd. Check first.',
      'LinkedIn now says of Ben: Senior Engineer at Foam Limited, before: Engineer at Foam Ltd. Check first.',
      'LinkedIn now says of Eve: Waiter at Foam, before: Waiter at Bird. Check first.',
      'LinkedIn now says of Ida: Head Cook at Kite, before: Junior Cook at Bird. Check first.',
      'LinkedIn now says of Sam: Product Manager at Kanda Tidal, before: Software Engineer at Kanda Tidal. Check first.',
      'LinkedIn now says of Ugo: Engineer at Kanda Tidal, before: Engineer at Foam Ltd. Check first.',
    ]);
    const kinds = async (name: string) =>
      (await getPersonPage(t.context(), (await find(t.context(), name))[0]?.id ?? '')).moments.map(({ kind }) => kind);
    expect([await kinds('Ada'), await kinds('Ida'), await kinds('Sam')]).toEqual([
      ['job'],
      ['promotion'],
      ['promotion'],
    ]);
    expect(run.notes).toContain('There is news of 6 people: Today says what, and asks you to check first.');
    expect((await find(t.context(), 'Mia Rossi')).map(({ title }) => title)).toEqual(['Mia Rossi']);
    await importFiles(t, { 'Connections (2).csv': exportOf(2026) });
    expect(await congratulations(t)).toHaveLength(6);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('are found between two imports of an address book as well, of work and of moves', async () => {
    const t = await open();
    const book = (...rows: readonly (readonly [name: string, city: string, work: string])[]) =>
      rows
        .map(([name, city, work]) =>
          aVCard(`UID:${name}`, `FN:${name}`, `ADR;TYPE=home:;;;${city};;;`, `ORG:${work}`, 'TITLE:Cook'),
        )
        .join('');
    await importFiles(t, {
      'all.vcf': book(
        ['Ada Brandt', 'Kiel', 'Bird'],
        ['Ben Okafor', '', 'Bird'],
        ['Cleo Marsh', 'KIEL', 'Bird'],
        ['Dara Quinn', 'Kiel', 'Foam'],
        ['Eve Lind', 'Kiel', 'Foam'],
      ),
    });
    const dara = (await find(t.context(), 'Dara'))[0]?.id ?? '';
    const { card } = await getPersonPage(t.context(), dara);
    await updatePerson(t.context(), dara, { card: { ...card, organizations: { o1: { name: 'Kelp Works' } } } });
    await importFiles(t, {
      'all.vcf': book(
        ['Ada Brandt', 'Porto', 'Kite'],
        ['Ben Okafor', 'Kiel', 'Kite'],
        ['Cleo Marsh', 'Porto', 'Kite'],
        ['Dara Quinn', 'Kiel', 'Kelp Works'],
        ['Eve Lind', 'kiel', 'Moss & Co'],
      ),
    });
    expect(await congratulations(t)).toEqual([
      'The address book now says of Ada: in Porto, before: in Kiel. Check first.',
      'The address book now says of Cleo: in Porto, before: in KIEL. Check first.',
      'The address book now says of Eve: Cook at Moss & Co, before: Cook at Foam. Check first.',
    ]);
    const { items } = await getToday(t.context({ on: '2026-11-23' }), { all: true });
    for (const { opener } of items) expect(opener).toMatch(/new place|settled in|new job/);
  });

  it('reach those who are at an organisation now, each with words of their own', async () => {
    const t = await open();
    const profile = (name: string, company: string) => [
      ...name.split(' '),
      `https://www.linkedin.com/in/${name.toLowerCase().replace(' ', '-')}`,
      '',
      company,
      'Engineer',
      '04 Mar 2021',
    ];
    await importFiles(t, {
      'Connections.csv': aLinkedInCsv([
        profile('Ada Brandt', 'Kanda Tidal'),
        profile('Ben Okafor', 'KANDA TIDAL GmbH'),
        profile('Cleo Marsh', 'The Kanda Tidal Company'),
        profile('Dara Quinn', 'Kanda Tidal Museum'),
        profile('Eve Lind', 'Kelp Works'),
      ]),
    });
    const noted = await addOrganisationMoment(t.context(), {
      organisation: 'Kanda Tidal',
      kind: 'award',
      text: 'won the Ocean Prize',
    });
    expect(noted.message).toBe('Noted of Kanda Tidal. It is a reason to write to all 3 people there.');
    expect(await congratulations(t)).toEqual([
      'KANDA TIDAL GmbH, where Ben works: won the Ocean Prize.',
      'Kanda Tidal, where Ada works: won the Ocean Prize.',
      'The Kanda Tidal Company, where Cleo works: won the Ocean Prize.',
    ]);
    const { items } = await getToday(t.context({ on: '2026-11-23' }), { all: true });
    const openers = items.map(({ opener, name }) => opener.replaceAll(name.split(' ')[0] ?? '', 'X'));
    expect(new Set(openers).size).toBe(3);
    for (const opener of openers) expect(opener).toMatch(/ongratulations/);
    expect(openers.join()).not.toContain('Ocean Prize');
    await undo(t.context(), noted.stepId);
    expect(await congratulations(t)).toEqual([]);
  });

  it('of an organisation where nobody is are refused', async () => {
    const t = await open();
    await aPerson(t);
    await expect(
      addOrganisationMoment(t.context(), { organisation: 'Kelp Works', kind: 'award', text: 'won' }),
    ).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('Nobody here works at “Kelp Works”'),
    });
  });
});
