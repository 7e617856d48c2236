import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { toLinkedInCsv, toVCards } from '../../bench/files.ts';
import type { Card } from '../../src/domain/card/jscontact.ts';
import type { CalendarDate } from '../../src/domain/dates.ts';
import { generateNetwork } from '../../src/domain/demo/generate-network.ts';
import { undo } from '../../src/services/history.service.ts';
import { cancelImport, getImport, listImports, startImport } from '../../src/services/import/import.service.ts';
import { addFact } from '../../src/services/memory.service.ts';
import { allPeople, updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { getToday } from '../../src/services/today.service.ts';
import {
  aGoogleCsv,
  aLinkedInCsv,
  aPerson,
  aTouchWith,
  aVCard,
  countsOf,
  DERIVED,
  describeNetworks,
  importFiles,
  LOGGED,
  problemsOf,
  rowsOf,
  type TestNetwork,
  whole,
  withFiles,
} from '../support/a-network.ts';

const FORMATS = join(import.meta.dirname, '../../src/formats');

/** Every input file among the fixtures of the formats, by its name. */
async function fixtures(): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const format of ['vcard', 'linkedin', 'google', 'outlook', 'table', 'ldif', 'jscontact']) {
    const folder = join(FORMATS, format, 'fixtures');
    for (const name of (await readdir(folder)).filter(
      (file) =>
        /\.(?:vcf|csv|ldif|json)$/.test(file) &&
        (format === 'jscontact' || !file.endsWith('.json')) &&
        !file.endsWith('.expected.json'),
    ))
      files[`${format}-${name}`] = await readFile(join(folder, name));
  }
  return files;
}

const namesOf = async (t: TestNetwork) => (await allPeople(t.context(), {})).map((person) => person.name);
const cardOf = async (t: TestNetwork, id: string) => (await getPersonPage(t.context(), id)).card as unknown as Card;
const onlyPerson = async (t: TestNetwork) => {
  const people = await allPeople(t.context(), {});
  expect(people).toHaveLength(1);
  return people[0] ?? { id: '', name: '' };
};

describeNetworks('imports', (open) => {
  it('account for every row of every fixture, and bring nothing the second time', async () => {
    const files = await fixtures();
    const t = await open();
    const first = await importFiles(t, files);
    expect(first.state).toBe('done');
    expect(first.report?.files).toHaveLength(Object.keys(files).length);
    for (const file of first.report?.files ?? [])
      expect(file.created + file.updated + file.unchanged + file.skipped.length, file.path).toBe(file.read);
    expect(first.report?.created).toBe((await allPeople(t.context(), {})).length);
    expect(await problemsOf(t)).toEqual([]);
    const before = await whole(t);
    const again = await importFiles(t, files);
    expect(again.report).toMatchObject({ created: 0, updated: 0, skipped: first.report?.skipped });
    expect(again.missing).toBe(0);
    expect(await whole(t)).toEqual(before);
  });

  it('update what the source owns and never what the user edited', async () => {
    const t = await open();
    await importFiles(t, {
      'a.vcf': aVCard(
        'UID:ada-1',
        'FN:Ada Brandt',
        'ORG:Tidal Works',
        'TITLE:Engineer',
        'EMAIL:ada@example.org',
        'TEL;TYPE=CELL:+31612345678',
      ),
    });
    const { id } = await onlyPerson(t);
    const card = await cardOf(t, id);
    await updatePerson(t.context(), id, {
      card: { ...card, titles: { t1: { name: 'Chief of everything' } }, nicknames: { k1: { name: 'Addie' } } } as never,
    });
    const run = await importFiles(t, {
      'a.vcf': aVCard(
        'UID:ada-1',
        'FN:Ada Brandt',
        'ORG:Harbour Labs',
        'TITLE:Senior Engineer',
        'EMAIL:ada@example.org',
        'EMAIL:ada@harbour.example',
      ),
    });
    expect(countsOf(run)).toEqual([0, 1, 0, 0]);
    const merged = await cardOf(t, id);
    expect(Object.values(merged.organizations ?? {}).map((one) => one.name)).toEqual(['Harbour Labs']);
    expect(Object.values(merged.titles ?? {}).map((one) => one.name)).toContain('Chief of everything');
    expect(Object.values(merged.nicknames ?? {})).toEqual([{ name: 'Addie' }]);
    expect(
      Object.values(merged.emails ?? {})
        .map((one) => one.address)
        .sort(),
    ).toEqual(['ada@example.org', 'ada@harbour.example']);
    expect(Object.values(merged.phones ?? {})).toHaveLength(1);
    expect(
      countsOf(
        await importFiles(t, {
          'a.vcf': aVCard(
            'UID:ada-1',
            'FN:Ada Brandt',
            'ORG:Harbour Labs',
            'TITLE:Senior Engineer',
            'EMAIL:ada@example.org',
            'EMAIL:ada@harbour.example',
          ),
        }),
      ),
    ).toEqual([0, 0, 1, 0]);
  });

  it('do not bring back what the user took away', async () => {
    const t = await open();
    const file = { 'a.vcf': aVCard('UID:ada-1', 'FN:Ada Brandt', 'EMAIL:ada@example.org', 'NOTE:From school') };
    await importFiles(t, file);
    const { id } = await onlyPerson(t);
    const { notes: _notes, ...rest } = await cardOf(t, id);
    await updatePerson(t.context(), id, { card: rest as never });
    expect(countsOf(await importFiles(t, file))).toEqual([0, 0, 1, 0]);
    expect((await cardOf(t, id)).notes).toBeUndefined();
  });

  it('note who is absent from a newer export and delete nobody', async () => {
    const t = await open();
    const row = (i: number, extra = '') => aVCard(`UID:p-${i}`, `FN:Person ${i}`, ...(extra ? [extra] : []));
    await importFiles(t, { 'a.vcf': [1, 2, 3, 4].map((i) => row(i)).join('') });
    const run = await importFiles(t, { 'a.vcf': [1, 2, 4].map((i) => row(i)).join('') });
    expect(run.missing).toBe(1);
    expect(run.notes.join(' ')).toContain('not in this export any more');
    const people = await allPeople(t.context(), {});
    expect(people).toHaveLength(4);
    const gone = people.find((person) => person.name === 'Person 3');
    expect((await getPersonPage(t.context(), gone?.id ?? '')).sources).toMatchObject([{ missing: true }]);
    const back = await importFiles(t, { 'a.vcf': [1, 2, 3, 4].map((i) => row(i)).join('') });
    expect(back.missing).toBe(0);
    expect((await getPersonPage(t.context(), gone?.id ?? '')).sources).toMatchObject([{ missing: false }]);
    // Another address book of the same kind names none of them: that says nothing of who is gone.
    expect((await importFiles(t, { 'b.vcf': row(9) })).missing).toBe(0);
  });

  it('tried dry say what they would do, and change nothing', async () => {
    const t = await open();
    await aPerson(t, { name: 'Ada Brandt', email: 'ada@example.org' });
    const files = {
      'a.vcf':
        aVCard('FN:Ada Brandt', 'EMAIL:ada@example.org', 'NOTE:From school') +
        aVCard('FN:Tom Mol', `PHOTO;ENCODING=b;TYPE=PNG:${Buffer.from('picture').toString('base64')}`),
    };
    const tables = [...LOGGED, ...DERIVED, 'step', 'change', 'blob', 'import_row', 'token_key', 'day_plan'];
    const before = await rowsOf(t, tables);
    const dry = await importFiles(t, files, { dryRun: true });
    expect(dry).toMatchObject({ state: 'done', dryRun: true, stepId: null });
    expect(await rowsOf(t, tables)).toEqual(before);
    const real = await importFiles(t, files);
    expect(dry.report).toEqual(real.report);
    expect(countsOf(real)).toEqual([1, 1, 0, 0]);
  });

  it('undone leave the network exactly as it was, and may come again', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt', email: 'ada@example.org', circle: 'Close' });
    await aTouchWith(t, [ada], { date: '2026-11-01', summary: 'Tidal power' });
    const { people } = generateNetwork({ seed: 3, people: 120, today: '2026-11-23' as CalendarDate });
    const files = {
      'a.vcf': aVCard('FN:Ada Brandt', 'EMAIL:ada@example.org', 'NOTE:From school'),
      'c.csv': toLinkedInCsv(people),
      'p.vcf': toVCards(people),
    };
    const before = await whole(t);
    const run = await importFiles(t, files);
    const after = await whole(t);
    expect((await undo(t.context(), run.stepId ?? '')).left).toEqual([]);
    expect(await whole(t)).toEqual(before);
    expect((await getImport(t.context(), run.id)).state).toBe('undone');
    expect(await problemsOf(t)).toEqual([]);
    const again = await importFiles(t, files);
    expect(again.report).toEqual(run.report);
    expect((await whole(t)).person).toHaveLength(after.person?.length ?? 0);
  });

  it('undone keep whom something was written about since, known to a later import of the same file', async () => {
    const t = await open();
    const file = {
      'g.csv': aGoogleCsv([
        ['Jan', 'Smit'],
        ['Piet', 'Mol'],
      ]),
    };
    const run = await importFiles(t, file);
    const [piet, jan] = await allPeople(t.context(), {});
    await addFact(t.context(), jan?.id ?? '', { kind: 'work', text: 'Bakes' });
    const { left } = await undo(t.context(), run.stepId ?? '');
    expect(left.map((one) => one.entity).sort()).toEqual(['person', 'source', 'source_record']);
    expect(await namesOf(t)).toEqual(['Jan Smit']);
    expect(countsOf(await importFiles(t, file))).toEqual([1, 0, 1, 0]);
    expect((await namesOf(t)).sort()).toEqual([jan?.name, piet?.name].sort());
  });

  it('cancelled on the way leave nothing', async () => {
    const t = await open();
    const { people } = generateNetwork({ seed: 5, people: 900, today: '2026-11-23' as CalendarDate });
    const before = await whole(t);
    await withFiles({ 'p.vcf': toVCards(people) }, async (folder) => {
      const { run, finished } = await startImport(t.context(), {
        files: [{ path: join(folder, 'p.vcf'), name: 'p.vcf' }],
      });
      for (;;) {
        const { progress, state } = await getImport(t.context(), run.id);
        if (state === 'applying' && progress.done > 0) break;
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      expect((await cancelImport(t.context(), run.id)).state).toBe('cancelled');
      await finished;
    });
    expect(await whole(t)).toEqual(before);
    expect(await rowsOf(t, ['import_row'])).toEqual({ import_row: [] });
    expect(await problemsOf(t)).toEqual([]);
  });

  it('of what cannot be read fail with a sentence, and touch nothing', async () => {
    const t = await open();
    const before = await rowsOf(t, [...LOGGED, 'change', 'step']);
    const bad: [Record<string, string | Uint8Array>, RegExp][] = [
      [{ 'photo.jpg': new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) }, /photo\.jpg: .*an image/],
      [{ 'empty.csv': '' }, /empty\.csv: .*an empty file/],
      [{ 'broken.zip': Buffer.from('PK\x03\x04 and nothing more') }, /broken\.zip/],
    ];
    for (const [files, sentence] of bad)
      await expect(importFiles(t, files)).rejects.toMatchObject({
        code: 'unreadable',
        message: expect.stringMatching(sentence),
      });
    const missing = await startImport(t.context(), { files: [{ path: '/nowhere/at-all.csv', name: 'at-all.csv' }] });
    await expect(missing.finished).rejects.toThrow('at-all.csv: there is no such file or folder.');
    const runs = await listImports(t.context());
    expect(runs.map((run) => run.state)).toEqual(['failed', 'failed', 'failed', 'failed']);
    for (const run of runs) expect(run.error).toMatch(/\w/);
    expect(await rowsOf(t, [...LOGGED, 'change', 'step'])).toEqual(before);
  });

  it('take a zip, a folder and a file in one run, and list what they cannot read', async () => {
    const zip = new ZipFile();
    zip.addBuffer(
      Buffer.from(aLinkedInCsv([['Ada', 'Brandt', 'https://www.linkedin.com/in/ada', '', '', '', '01 Jan 2020']])),
      'Connections.csv',
    );
    zip.addBuffer(Buffer.from('From,To,Date\nme,you,2020\n'), 'messages.csv');
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    const t = await open();
    await withFiles(
      {
        'export.zip': Buffer.concat(chunks),
        'phone/a.vcf': aVCard('FN:Tom Mol'),
        'phone/b.vcf': aVCard('FN:Noor Haddad'),
        'phone/.hidden': 'x',
        'g.csv': aGoogleCsv([['Piet', 'Mol', 'piet@example.org']]),
      },
      async (folder) => {
        const paths = ['export.zip', 'phone', 'g.csv'].map((name) => ({ path: join(folder, name), name }));
        const { finished } = await startImport(t.context(), { files: paths });
        const { report } = await finished;
        expect(report).toMatchObject({ created: 4, skipped: 0 });
        expect(report?.files.map(({ path, format, read }) => [path, format, read])).toEqual([
          ['export.zip/Connections.csv', 'linkedin', 1],
          ['export.zip/messages.csv', 'unread', 0],
          ['phone/a.vcf', 'vcard', 1],
          ['phone/b.vcf', 'vcard', 1],
          ['g.csv', 'google-csv', 1],
        ]);
      },
    );
    expect(await problemsOf(t)).toEqual([]);
  });

  it('store a photo once, as bytes under its hash', async () => {
    const t = await open();
    const photo = `PHOTO;ENCODING=b;TYPE=PNG:${Buffer.from('\x89PNG the same picture').toString('base64')}`;
    await importFiles(t, { 'a.vcf': aVCard('UID:1', 'FN:Ada Brandt', photo) + aVCard('UID:2', 'FN:Tom Mol', photo) });
    const { blob = [] } = await rowsOf(t, ['blob']);
    expect(blob).toHaveLength(1);
    for (const person of await allPeople(t.context(), {})) {
      const media = Object.values((person.card as unknown as Card).media ?? {});
      expect(media).toMatchObject([{ kind: 'photo', blobId: blob[0]?.hash }]);
      expect(JSON.stringify(person.card)).not.toContain('base64');
    }
  });

  it('take a connection of the last week for a first meeting, once', async () => {
    const t = await open();
    const file = {
      'Connections.csv': aLinkedInCsv([
        ['Zed', 'Ito', 'https://www.linkedin.com/in/zed-ito', '', 'Kanda', '', '21 Nov 2026'],
        ['Old', 'Friend', 'https://www.linkedin.com/in/old-friend', '', '', '', '01 Jan 2020'],
      ]),
    };
    await importFiles(t, file);
    const { items } = await getToday(t.context({ on: '2026-11-23' }), {});
    expect(items.map((item) => [item.name, item.reasons[0]?.kind])).toEqual([['Zed Ito', 'follow-up']]);
    await importFiles(t, file);
    expect((await rowsOf(t, ['touch'])).touch).toHaveLength(1);
  });

  it('keep what cannot be written as such from spoiling the rest', async () => {
    const t = await open();
    const run = await importFiles(t, {
      'a.vcf':
        aVCard('UID:nul', 'FN:Ada\0 Brandt', 'NOTE:a\0b', 'EMAIL:a\0da@example.org') + aVCard('UID:fine', 'FN:Tom Mol'),
    });
    expect(run.report).toMatchObject({ created: 2 });
    expect(await problemsOf(t)).toEqual([]);
  });
});
