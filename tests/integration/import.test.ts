import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { toGoogleCsv, toLinkedInCsv, toVCards } from '../../bench/files.ts';
import type { Card } from '../../src/domain/card/jscontact.ts';
import type { CalendarDate } from '../../src/domain/dates.ts';
import { generateNetwork } from '../../src/domain/demo/generate-network.ts';
import { changeMembers, setCircle } from '../../src/services/circles.service.ts';
import { listDoubles, merge, notSame } from '../../src/services/duplicates.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { cancelImport, getImport, listImports, startImport } from '../../src/services/import/import.service.ts';
import { addFact } from '../../src/services/memory.service.ts';
import { allPeople, deletePerson, updatePerson } from '../../src/services/people.service.ts';
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
  for (const format of ['vcard', 'linkedin', 'google']) {
    const folder = join(FORMATS, format, 'fixtures');
    for (const name of (await readdir(folder)).filter((file) => /\.(?:vcf|csv)$/.test(file))) files[`${format}-${name}`] = await readFile(join(folder, name));
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
    for (const file of first.report?.files ?? []) expect(file.created + file.updated + file.unchanged + file.skipped.length, file.path).toBe(file.read);
    expect(first.report?.created).toBe((await allPeople(t.context(), {})).length);
    expect(await problemsOf(t)).toEqual([]);
    const before = await whole(t);
    const again = await importFiles(t, files);
    expect(again.report).toMatchObject({ created: 0, updated: 0, skipped: first.report?.skipped });
    expect(again.missing).toBe(0);
    expect(await whole(t)).toEqual(before);
  });

  it('of generated people from three programs make one card each, in any order and in one run', async () => {
    const { people } = generateNetwork({ seed: 7, people: 90, today: '2026-11-23' as CalendarDate });
    const files = { 'Connections.csv': toLinkedInCsv(people), 'contacts.csv': toGoogleCsv(people), 'people.vcf': toVCards(people) };
    const t = await open();
    expect(countsOf(await importFiles(t, { 'Connections.csv': files['Connections.csv'] }))).toEqual([90, 0, 0, 0]);
    for (const name of ['contacts.csv', 'people.vcf'] as const) expect((await importFiles(t, { [name]: files[name] })).report).toMatchObject({ created: 0, skipped: 0 });
    for (const name of ['people.vcf', 'Connections.csv', 'contacts.csv'] as const) expect(countsOf(await importFiles(t, { [name]: files[name] })), name).toEqual([0, 0, 90, 0]);
    const names = await namesOf(t);
    expect(names).toHaveLength(90);
    const other = await open();
    const run = await importFiles(other, files);
    expect(run.report?.created).toBe(90);
    expect((await namesOf(other)).sort()).toEqual(names.sort());
    expect(await problemsOf(other)).toEqual([]);
  });

  it('update what the source owns and never what the user edited', async () => {
    const t = await open();
    await importFiles(t, { 'a.vcf': aVCard('UID:ada-1', 'FN:Ada Brandt', 'ORG:Tidal Works', 'TITLE:Engineer', 'EMAIL:ada@example.org', 'TEL;TYPE=CELL:+31612345678') });
    const { id } = await onlyPerson(t);
    const card = await cardOf(t, id);
    await updatePerson(t.context(), id, { card: { ...card, titles: { t1: { name: 'Chief of everything' } }, nicknames: { k1: { name: 'Addie' } } } as never });
    const run = await importFiles(t, { 'a.vcf': aVCard('UID:ada-1', 'FN:Ada Brandt', 'ORG:Harbour Labs', 'TITLE:Senior Engineer', 'EMAIL:ada@example.org', 'EMAIL:ada@harbour.example') });
    expect(countsOf(run)).toEqual([0, 1, 0, 0]);
    const merged = await cardOf(t, id);
    expect(Object.values(merged.organizations ?? {}).map((one) => one.name)).toEqual(['Harbour Labs']);
    expect(Object.values(merged.titles ?? {}).map((one) => one.name)).toContain('Chief of everything');
    expect(Object.values(merged.nicknames ?? {})).toEqual([{ name: 'Addie' }]);
    expect(Object.values(merged.emails ?? {}).map((one) => one.address).sort()).toEqual(['ada@example.org', 'ada@harbour.example']);
    expect(Object.values(merged.phones ?? {})).toHaveLength(1);
    expect(countsOf(await importFiles(t, { 'a.vcf': aVCard('UID:ada-1', 'FN:Ada Brandt', 'ORG:Harbour Labs', 'TITLE:Senior Engineer', 'EMAIL:ada@example.org', 'EMAIL:ada@harbour.example') }))).toEqual([0, 0, 1, 0]);
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

  it('know a row with a name alone by its content, and by its name when its content changed', async () => {
    const t = await open();
    const first = aGoogleCsv([['Jan', 'Smit', '', '', 'Bakery'], ['Piet', 'Mol'], ['Piet', 'Mol', '', '', 'Harbour']]);
    expect(countsOf(await importFiles(t, { 'c.csv': first }))).toEqual([3, 0, 0, 0]);
    expect(countsOf(await importFiles(t, { 'c.csv': first }))).toEqual([0, 0, 3, 0]);
    const changed = aGoogleCsv([['Jan', 'Smit', '', '', 'Library'], ['Piet', 'Mol'], ['Piet', 'Mol', '', '', 'Harbour']]);
    expect(countsOf(await importFiles(t, { 'c.csv': changed }))).toEqual([0, 1, 2, 0]);
    expect(await namesOf(t)).toEqual(['Piet Mol', 'Piet Mol', 'Jan Smit']);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('never make one person of two sources by the name alone, but ask', async () => {
    const t = await open();
    await importFiles(t, { 'c.csv': aLinkedInCsv([['Jan', 'Smit', 'https://www.linkedin.com/in/jan-smit', '', 'Bakery', '', '01 Jan 2020']]) });
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
    await importFiles(t, { 'Connections.csv': aLinkedInCsv([['Grace', 'Osei', 'https://www.linkedin.com/in/grace-osei', '', 'Harbour Labs', 'Head of Tides', '01 Jan 2020']]) });
    await importFiles(t, { 'contacts.csv': aGoogleCsv([['Grace', 'Osei', 'grace@example.org', '0612345678', 'Harbour Labs']]) });
    const run = await importFiles(t, { 'people.vcf': aVCard('UID:grace-9', 'N:Osei;Grace;;;', 'FN:Grace Osei', 'TEL;TYPE=CELL:+31 6 1234 5678', 'EMAIL:Grace@Example.org') });
    expect(run.report?.created).toBe(0);
    const doubles = await listDoubles(t.context());
    expect(doubles).toHaveLength(1);
    await merge(t.context(), doubles[0]?.a.id ?? '', doubles[0]?.b.id ?? '');
    await onlyPerson(t);
    expect(await listDoubles(t.context())).toEqual([]);
    for (const [name, content] of Object.entries({
      'Connections.csv': aLinkedInCsv([['Grace', 'Osei', 'https://www.linkedin.com/in/grace-osei', '', 'Harbour Labs', 'Head of Tides', '01 Jan 2020']]),
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
    await importFiles(t, { 'p.vcf': aVCard('FN:Noor Haddad', 'TEL:+31201234567', 'EMAIL:info@harbour.example') + aVCard('FN:Mia Brandt', 'EMAIL:family@brandts.example') });
    expect((await namesOf(t)).sort()).toEqual(['Ada Brandt', 'Grace Osei', 'Mia Brandt', 'Noor Haddad', 'Tom Brandt']);
  });

  it('do not take people of one web domain or one company page for one', async () => {
    const t = await open();
    await importFiles(t, {
      'p.vcf': aVCard('FN:Ada Brandt', 'URL:https://harbour.example', 'X-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/company/harbour') + aVCard('FN:Tom Mol', 'URL:https://harbour.example', 'X-SOCIALPROFILE;TYPE=linkedin:https://www.linkedin.com/company/harbour'),
    });
    expect(await namesOf(t)).toHaveLength(2);
  });

  it('do not believe a card id that several people bear', async () => {
    const t = await open();
    const run = await importFiles(t, { 'a.vcf': aVCard('UID:0', 'FN:Ada Brandt', 'EMAIL:ada@example.org') + aVCard('UID:0', 'FN:Tom Mol', 'EMAIL:tom@example.org') });
    expect((await namesOf(t)).sort()).toEqual(['Ada Brandt', 'Tom Mol']);
    expect(countsOf(run)).toEqual([2, 0, 0, 0]);
    expect(countsOf(await importFiles(t, { 'a.vcf': aVCard('UID:0', 'FN:Ada Brandt', 'EMAIL:ada@example.org') + aVCard('UID:0', 'FN:Tom Mol', 'EMAIL:tom@example.org') }))).toEqual([0, 0, 2, 0]);
    await importFiles(t, { 'b.vcf': aVCard('UID:0', 'FN:Noor Haddad') }, { source: 'other phone' });
    expect((await namesOf(t)).sort()).toEqual(['Ada Brandt', 'Noor Haddad', 'Tom Mol']);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('count a row that is repeated in one file as unchanged', async () => {
    const t = await open();
    const row = ['Ada', 'Brandt', 'https://www.linkedin.com/in/ada', 'ada@example.org', 'Tidal Works', 'Engineer', '01 Jan 2020'];
    expect(countsOf(await importFiles(t, { 'c.csv': aLinkedInCsv([row, row, row]) }))).toEqual([1, 0, 2, 0]);
    expect(countsOf(await importFiles(t, { 'g.csv': aGoogleCsv([['Piet', 'Mol'], ['Piet', 'Mol']]) }))).toEqual([1, 0, 1, 0]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('tried dry say what they would do, and change nothing', async () => {
    const t = await open();
    await aPerson(t, { name: 'Ada Brandt', email: 'ada@example.org' });
    const files = { 'a.vcf': aVCard('FN:Ada Brandt', 'EMAIL:ada@example.org', 'NOTE:From school') + aVCard('FN:Tom Mol', `PHOTO;ENCODING=b;TYPE=PNG:${Buffer.from('picture').toString('base64')}`) };
    const tables = [...LOGGED, ...DERIVED, 'step', 'change', 'blob', 'import_row', 'token_trigram', 'day_plan'];
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
    const files = { 'a.vcf': aVCard('FN:Ada Brandt', 'EMAIL:ada@example.org', 'NOTE:From school'), 'c.csv': toLinkedInCsv(people), 'p.vcf': toVCards(people) };
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
    const file = { 'g.csv': aGoogleCsv([['Jan', 'Smit'], ['Piet', 'Mol']]) };
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
      const { run, finished } = await startImport(t.context(), { files: [{ path: join(folder, 'p.vcf'), name: 'p.vcf' }] });
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
    for (const [files, sentence] of bad) await expect(importFiles(t, files)).rejects.toMatchObject({ code: 'unreadable', message: expect.stringMatching(sentence) });
    const missing = await startImport(t.context(), { files: [{ path: '/nowhere/at-all.csv', name: 'at-all.csv' }] });
    await expect(missing.finished).rejects.toThrow('at-all.csv: there is no such file or folder.');
    const runs = await listImports(t.context());
    expect(runs.map((run) => run.state)).toEqual(['failed', 'failed', 'failed', 'failed']);
    for (const run of runs) expect(run.error).toMatch(/\w/);
    expect(await rowsOf(t, [...LOGGED, 'change', 'step'])).toEqual(before);
  });

  it('take a zip, a folder and a file in one run, and list what they cannot read', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from(aLinkedInCsv([['Ada', 'Brandt', 'https://www.linkedin.com/in/ada', '', '', '', '01 Jan 2020']])), 'Connections.csv');
    zip.addBuffer(Buffer.from('From,To,Date\nme,you,2020\n'), 'messages.csv');
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    const t = await open();
    await withFiles({ 'export.zip': Buffer.concat(chunks), 'phone/a.vcf': aVCard('FN:Tom Mol'), 'phone/b.vcf': aVCard('FN:Noor Haddad'), 'phone/.hidden': 'x', 'g.csv': aGoogleCsv([['Piet', 'Mol', 'piet@example.org']]) }, async (folder) => {
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
    });
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
    const runs = await Promise.all([importFiles(t, { 'p.vcf': toVCards(people) }), importFiles(t, { 'g.csv': toGoogleCsv(people) })]);
    expect(runs.reduce((sum, run) => sum + (run.report?.created ?? 0), 0)).toBe(250);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('take a connection of the last week for a first meeting, once', async () => {
    const t = await open();
    const file = { 'Connections.csv': aLinkedInCsv([['Zed', 'Ito', 'https://www.linkedin.com/in/zed-ito', '', 'Kanda', '', '21 Nov 2026'], ['Old', 'Friend', 'https://www.linkedin.com/in/old-friend', '', '', '', '01 Jan 2020']]) };
    await importFiles(t, file);
    const { items } = await getToday(t.context({ on: '2026-11-23' }), {});
    expect(items.map((item) => [item.name, item.reasons[0]?.kind])).toEqual([['Zed Ito', 'follow-up']]);
    await importFiles(t, file);
    expect((await rowsOf(t, ['touch'])).touch).toHaveLength(1);
  });

  it('keep what cannot be written as such from spoiling the rest', async () => {
    const t = await open();
    const run = await importFiles(t, { 'a.vcf': aVCard('UID:nul', 'FN:Ada\0 Brandt', 'NOTE:a\0b', 'EMAIL:a\0da@example.org') + aVCard('UID:fine', 'FN:Tom Mol') });
    expect(run.report).toMatchObject({ created: 2 });
    expect(await problemsOf(t)).toEqual([]);
  });

  it('leave whom the user sorted, archived or merged as they are', async () => {
    const t = await open();
    const file = { 'g.csv': aGoogleCsv([['Ada', 'Brandt', 'ada@example.org'], ['Ada', 'Brandt-Mol', 'ada@work.example'], ['Tom', 'Mol', 'tom@example.org']]) };
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
