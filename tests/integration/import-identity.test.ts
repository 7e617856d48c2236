import { expect, it } from 'vitest';
import { toGoogleCsv, toLinkedInCsv, toVCards } from '../../bench/files.ts';
import type { CalendarDate } from '../../src/domain/dates.ts';
import { generateNetwork } from '../../src/domain/demo/generate-network.ts';
import { changeMembers, setCircle } from '../../src/services/circles.service.ts';
import { listDoubles, merge, notSame } from '../../src/services/duplicates.service.ts';
import { getImport } from '../../src/services/import/import.service.ts';
import { allPeople, deletePerson, updatePerson } from '../../src/services/people.service.ts';
import {
  aGoogleCsv,
  aLinkedInCsv,
  aVCard,
  countsOf,
  describeNetworks,
  importFiles,
  problemsOf,
  type TestNetwork,
  whole,
} from '../support/a-network.ts';

const namesOf = async (t: TestNetwork) => (await allPeople(t.context(), {})).map((person) => person.name);
const onlyPerson = async (t: TestNetwork) => {
  const people = await allPeople(t.context(), {});
  expect(people).toHaveLength(1);
  return people[0] ?? { id: '', name: '' };
};

describeNetworks('who is who in imports', (open) => {
  it('of generated people from three programs make one card each, in any order and in one run', async () => {
    const { people } = generateNetwork({ seed: 7, people: 90, today: '2026-11-23' as CalendarDate });
    const files = {
      'Connections.csv': toLinkedInCsv(people),
      'contacts.csv': toGoogleCsv(people),
      'people.vcf': toVCards(people),
    };
    const t = await open();
    expect(countsOf(await importFiles(t, { 'Connections.csv': files['Connections.csv'] }))).toEqual([90, 0, 0, 0]);
    for (const name of ['contacts.csv', 'people.vcf'] as const)
      expect((await importFiles(t, { [name]: files[name] })).report).toMatchObject({ created: 0, skipped: 0 });
    for (const name of ['people.vcf', 'Connections.csv', 'contacts.csv'] as const)
      expect(countsOf(await importFiles(t, { [name]: files[name] })), name).toEqual([0, 0, 90, 0]);
    const names = await namesOf(t);
    expect(names).toHaveLength(90);
    const other = await open();
    const run = await importFiles(other, files);
    expect(run.report?.created).toBe(90);
    expect((await namesOf(other)).sort()).toEqual(names.sort());
    expect(await problemsOf(other)).toEqual([]);
  });

  it('know a row with a name alone by its content, and by its name when its content changed', async () => {
    const t = await open();
    const first = aGoogleCsv([
      ['Jan', 'Smit', '', '', 'Bakery'],
      ['Piet', 'Mol'],
      ['Piet', 'Mol', '', '', 'Harbour'],
    ]);
    expect(countsOf(await importFiles(t, { 'c.csv': first }))).toEqual([3, 0, 0, 0]);
    expect(countsOf(await importFiles(t, { 'c.csv': first }))).toEqual([0, 0, 3, 0]);
    const changed = aGoogleCsv([
      ['Jan', 'Smit', '', '', 'Library'],
      ['Piet', 'Mol'],
      ['Piet', 'Mol', '', '', 'Harbour'],
    ]);
    expect(countsOf(await importFiles(t, { 'c.csv': changed }))).toEqual([0, 1, 2, 0]);
    expect(await namesOf(t)).toEqual(['Piet Mol', 'Piet Mol', 'Jan Smit']);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('never make one person of two sources by the name alone, but ask', async () => {
    const t = await open();
    await importFiles(t, {
      'c.csv': aLinkedInCsv([['Jan', 'Smit', 'https://www.linkedin.com/in/jan-smit', '', 'Bakery', '', '01 Jan 2020']]),
    });
    const run = await importFiles(t, { 'g.csv': aGoogleCsv([['Jan', 'Smit', '', '0612345678']]) });
    expect(countsOf(run)).toEqual([1, 0, 0, 0]);
    expect(run.doubles).toHaveLength(1);
    const [double] = run.doubles;
    await notSame(t.context(), double?.a.id ?? '', double?.b.id ?? '');
    expect(await listDoubles(t.context())).toEqual([]);
    expect((await getImport(t.context(), run.id)).doubles).toEqual([]);
  });

  it('of one person in three sources make one card, after at most one key', async () => {
    const t = await open();
    await importFiles(t, {
      'Connections.csv': aLinkedInCsv([
        ['Grace', 'Osei', 'https://www.linkedin.com/in/grace-osei', '', 'Harbour Labs', 'Head of Tides', '01 Jan 2020'],
      ]),
    });
    await importFiles(t, {
      'contacts.csv': aGoogleCsv([['Grace', 'Osei', 'grace@example.org', '0612345678', 'Harbour Labs']]),
    });
    const run = await importFiles(t, {
      'people.vcf': aVCard(
        'UID:grace-9',
        'N:Osei;Grace;;;',
        'FN:Grace Osei',
        'TEL;TYPE=CELL:+31 6 1234 5678',
        'EMAIL:Grace@Example.org',
      ),
    });
    expect(run.report?.created).toBe(0);
    const doubles = await listDoubles(t.context());
    expect(doubles).toHaveLength(1);
    await merge(t.context(), doubles[0]?.a.id ?? '', doubles[0]?.b.id ?? '');
    await onlyPerson(t);
    expect(await listDoubles(t.context())).toEqual([]);
    for (const [name, content] of Object.entries({
      'Connections.csv': aLinkedInCsv([
        ['Grace', 'Osei', 'https://www.linkedin.com/in/grace-osei', '', 'Harbour Labs', 'Head of Tides', '01 Jan 2020'],
      ]),
      'contacts.csv': aGoogleCsv([['Grace', 'Osei', 'grace@example.org', '0612345678', 'Harbour Labs']]),
    })) {
      expect(countsOf(await importFiles(t, { [name]: content })), name).toEqual([0, 0, 1, 0]);
    }
  });

  it('keep apart who share a switchboard, a family address or a role address', async () => {
    const t = await open();
    await importFiles(t, {
      'c.csv': aGoogleCsv([
        ['Ada', 'Brandt', 'family@brandts.example', '+31201234567', 'Harbour Labs'],
        ['Tom', 'Brandt', 'family@brandts.example', '+31201234567', 'Harbour Labs'],
        ['Grace', 'Osei', 'info@harbour.example', '+31201234567'],
      ]),
    });
    await importFiles(t, {
      'p.vcf':
        aVCard('FN:Noor Haddad', 'TEL:+31201234567', 'EMAIL:info@harbour.example') +
        aVCard('FN:Mia Brandt', 'EMAIL:family@brandts.example'),
    });
    expect((await namesOf(t)).sort()).toEqual(['Ada Brandt', 'Grace Osei', 'Mia Brandt', 'Noor Haddad', 'Tom Brandt']);
  });

  it('do not take people of one web domain or one company page for one', async () => {
    const t = await open();
    await importFiles(t, {
      'p.vcf':
        aVCard(
          'FN:Ada Brandt',
          'URL:https://harbour.example',
          'X-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/company/harbour',
        ) +
        aVCard(
          'FN:Tom Mol',
          'URL:https://harbour.example',
          'X-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/company/harbour',
        ),
    });
    expect(await namesOf(t)).toHaveLength(2);
  });

  it('do not believe a card id that several people bear', async () => {
    const t = await open();
    const run = await importFiles(t, {
      'a.vcf':
        aVCard('UID:0', 'FN:Ada Brandt', 'EMAIL:ada@example.org') +
        aVCard('UID:0', 'FN:Tom Mol', 'EMAIL:tom@example.org'),
    });
    expect((await namesOf(t)).sort()).toEqual(['Ada Brandt', 'Tom Mol']);
    expect(countsOf(run)).toEqual([2, 0, 0, 0]);
    expect(
      countsOf(
        await importFiles(t, {
          'a.vcf':
            aVCard('UID:0', 'FN:Ada Brandt', 'EMAIL:ada@example.org') +
            aVCard('UID:0', 'FN:Tom Mol', 'EMAIL:tom@example.org'),
        }),
      ),
    ).toEqual([0, 0, 2, 0]);
    await importFiles(t, { 'b.vcf': aVCard('UID:0', 'FN:Noor Haddad') }, { source: 'other phone' });
    expect((await namesOf(t)).sort()).toEqual(['Ada Brandt', 'Noor Haddad', 'Tom Mol']);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('count a row that is repeated in one file as unchanged', async () => {
    const t = await open();
    const row = [
      'Ada',
      'Brandt',
      'https://www.linkedin.com/in/ada',
      'ada@example.org',
      'Tidal Works',
      'Engineer',
      '01 Jan 2020',
    ];
    expect(countsOf(await importFiles(t, { 'c.csv': aLinkedInCsv([row, row, row]) }))).toEqual([1, 0, 2, 0]);
    expect(
      countsOf(
        await importFiles(t, {
          'g.csv': aGoogleCsv([
            ['Piet', 'Mol'],
            ['Piet', 'Mol'],
          ]),
        }),
      ),
    ).toEqual([1, 0, 1, 0]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('of the same file twice at once make no double', async () => {
    const t = await open();
    const { people } = generateNetwork({ seed: 9, people: 300, today: '2026-11-23' as CalendarDate });
    const file = { 'p.vcf': toVCards(people) };
    const runs = await Promise.all([importFiles(t, file), importFiles(t, file)]);
    expect(runs.map((run) => run.report?.created).sort()).toEqual([0, 300]);
    expect(await namesOf(t)).toHaveLength(300);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('of two address books that share people at once make one card each', async () => {
    const t = await open();
    const { people } = generateNetwork({ seed: 9, people: 250, today: '2026-11-23' as CalendarDate });
    const runs = await Promise.all([
      importFiles(t, { 'p.vcf': toVCards(people) }),
      importFiles(t, { 'g.csv': toGoogleCsv(people) }),
    ]);
    expect(runs.reduce((sum, run) => sum + (run.report?.created ?? 0), 0)).toBe(250);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('leave whom the user sorted, archived or merged as they are', async () => {
    const t = await open();
    const file = {
      'g.csv': aGoogleCsv([
        ['Ada', 'Brandt', 'ada@example.org'],
        ['Ada', 'Brandt-Mol', 'ada@work.example'],
        ['Tom', 'Mol', 'tom@example.org'],
      ]),
    };
    await importFiles(t, file);
    const [ada, other, tom] = (await allPeople(t.context(), {})).sort((a, b) => (a.name < b.name ? -1 : 1));
    const { id: circle = '' } = await setCircle(t.context(), { name: 'Close' });
    await changeMembers(t.context(), circle, { add: [ada?.id ?? ''] });
    await merge(t.context(), ada?.id ?? '', other?.id ?? '');
    await updatePerson(t.context(), tom?.id ?? '', { archived: true });
    const before = await whole(t);
    expect(countsOf(await importFiles(t, file))).toEqual([0, 0, 3, 0]);
    expect(await whole(t)).toEqual(before);
  });

  it('bring back whom the user deleted, as someone new', async () => {
    const t = await open();
    const file = { 'g.csv': aGoogleCsv([['Ada', 'Brandt', 'ada@example.org']]) };
    await importFiles(t, file);
    await deletePerson(t.context(), (await onlyPerson(t)).id);
    expect(countsOf(await importFiles(t, file))).toEqual([1, 0, 0, 0]);
    expect(await problemsOf(t)).toEqual([]);
  });
});
