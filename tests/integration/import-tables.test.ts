import { text as collect } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { Card } from '../../src/domain/card/jscontact.ts';
import { undo } from '../../src/services/history.service.ts';
import {
  forgetTable,
  listTables,
  lookAtTables,
  previewTable,
  rememberTable,
} from '../../src/services/import/tables.service.ts';
import { allPeople } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { aVCard, countsOf, describeNetworks, importFiles, problemsOf, type TestNetwork } from '../support/a-network.ts';

const UNKNOWN = 'Wer;Kontakt per;Farbe\nKim Bell;kim@bell.example;rot\n';

const namesOf = async (t: TestNetwork) => (await allPeople(t.context(), {})).map((person) => person.name);
const cardsOf = async (t: TestNetwork) =>
  Promise.all(
    (await allPeople(t.context(), {})).map(
      async ({ id }) => (await getPersonPage(t.context(), id)).card as unknown as Card,
    ),
  );

async function aZip(members: Readonly<Record<string, string>>): Promise<string> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(members)) zip.addBuffer(Buffer.from(content, 'latin1'), name);
  zip.end();
  zip.outputStream.setEncoding('latin1');
  return collect(zip.outputStream);
}

describeNetworks('tables nobody described', (open) => {
  it('are read by what a person says once, and the next time without saying it', async () => {
    const t = await open();
    await expect(importFiles(t, { 'a.csv': 'Wer;Farbe\nKim Bell;rot\n' })).rejects.toThrow(
      /a\.csv: a table Tendril does not know yet, with the columns Wer, Farbe: .*--map "Wer=name"/,
    );
    const run = await importFiles(
      t,
      { 'a.csv': 'Wer;Farbe\nKim Bell;rot\n' },
      { map: [{ column: 'wer', field: 'name' }] },
    );
    expect(countsOf(run)).toEqual([1, 0, 0, 0]);
    expect(run.notes).toEqual(['a.csv: columns as you chose: Wer = name; kept as they stand: Farbe']);
    const next = await importFiles(t, { 'b.csv': 'Farbe;Wer\nblau;Pat Low\n' });
    expect(next.report?.files[0]).toMatchObject({ format: 'csv', read: 1, created: 1 });
    expect(await namesOf(t)).toEqual(['Kim Bell', 'Pat Low']);
    const again = await importFiles(t, { 'a.csv': 'Wer;Farbe\nKim Bell;rot\n' });
    expect(countsOf(again)).toEqual([0, 0, 1, 0]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('keep a choice as an act that can be undone, changed and forgotten', async () => {
    const t = await open();
    const [seen] = await lookAtTables(t.context(), [{ name: 'a.csv', bytes: Buffer.from(UNKNOWN) }]);
    if (seen === undefined) throw new Error('the table was not seen');
    expect(seen).toMatchObject({ headed: true, remembered: false });
    expect(seen.columns.map(({ name, field }) => [name, field])).toEqual([
      ['Wer', 'name'],
      ['Kontakt per', 'email'],
      ['Farbe', 'keep'],
    ]);
    const choice = { signature: seen.signature, name: 'a.csv' };
    const fieldsNow = async () =>
      (await listTables(t.context())).map(({ columns }) => columns.map(({ field }) => field));
    const chosen = (field: 'name' | 'nickname') => ({ ...choice, columns: [{ name: 'Wer', field }] });
    await rememberTable(t.context(), chosen('name'));
    const changed = await rememberTable(t.context(), chosen('nickname'));
    expect(await fieldsNow()).toEqual([['nickname']]);
    await undo(t.context(), changed.stepId ?? '');
    expect(await fieldsNow()).toEqual([['name']]);
    const forgotten = await forgetTable(t.context(), seen.signature);
    expect(await fieldsNow()).toEqual([]);
    await expect(forgetTable(t.context(), seen.signature)).rejects.toThrow(/Nothing is kept/);
    await undo(t.context(), forgotten.stepId ?? '');
    expect(await fieldsNow()).toEqual([['name']]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('are shown as people before anything is kept', async () => {
    const t = await open();
    const rows = [
      ['Kim Bell', 'kim@bell.example'],
      ['', ''],
    ];
    const columns = [
      { name: 'Wer', field: 'name' as const },
      { name: 'Kontakt per', field: 'email' as const },
    ];
    expect(await previewTable(t.context(), { columns, rows })).toEqual({
      people: [{ name: 'Kim Bell', lines: ['kim@bell.example'], birthday: null }],
      skipped: 1,
    });
    expect(await namesOf(t)).toEqual([]);
  });

  it('change nothing by a rehearsal, and refuse a column that is not there', async () => {
    const t = await open();
    await importFiles(t, { 'a.csv': UNKNOWN }, { map: [{ column: 'Farbe', field: 'tags' }], dryRun: true });
    expect(await listTables(t.context())).toEqual([]);
    await expect(importFiles(t, { 'a.csv': UNKNOWN }, { map: [{ column: 'Nope', field: 'tags' }] })).rejects.toThrow(
      /has one called “Nope”\. a\.csv has Wer, Kontakt per, Farbe/,
    );
    expect(await namesOf(t)).toEqual([]);
  });

  it('of two kinds are two sources: what the second does not say is not taken away', async () => {
    const t = await open();
    await importFiles(t, { 'a.csv': 'Name,Phone\nKim Bell,+31 20 555 0101\n' });
    await importFiles(t, { 'b.csv': 'Name,Phone,Company\nKim Bell,+31 20 555 0101,Quay\n' });
    const [card] = await cardsOf(t);
    expect(Object.values(card?.phones ?? {})).toHaveLength(1);
    expect(Object.values(card?.organizations ?? {})).toEqual([{ name: 'Quay' }]);
  });
});

describeNetworks('a Google Takeout', (open) => {
  it('brings each contact once, its labels as tags, its photo beside it, and lists the rest', async () => {
    const t = await open();
    const ada = aVCard('FN:Ada Brook', 'EMAIL:ada@brook.example');
    const bo = aVCard('FN:Bo Wu', 'CATEGORIES:myContacts');
    const book = 'Takeout/Contacts';
    const zip = await aZip({
      'Takeout/archive_browser.html': '<!doctype html><html></html>',
      [`${book}/All Contacts/All Contacts.vcf`]: `${ada}${bo}`,
      [`${book}/All Contacts/Ada Brook.jpg`]: '\xff\xd8\xff\xe0ada',
      [`${book}/Rowing/Rowing.vcf`]: ada,
      [`${book}/Rowing/Ada Brook.jpg`]: '\xff\xd8\xff\xe0ada',
      'Takeout/Calendar/Home.ics': 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
    });
    const run = await importFiles(t, { 'takeout-1.zip': Buffer.from(zip, 'latin1') });
    expect(
      run.report?.files.map(({ path, format, read, created, unchanged }) => [path, format, read, created, unchanged]),
    ).toEqual([
      ['takeout-1.zip/Takeout/archive_browser.html', 'unread', 0, 0, 0],
      [`takeout-1.zip/${book}/All Contacts/All Contacts.vcf`, 'vcard', 2, 2, 0],
      [`takeout-1.zip/${book}/Rowing/Rowing.vcf`, 'vcard', 1, 0, 1],
      ['takeout-1.zip/Takeout/Calendar/Home.ics', 'unread', 0, 0, 0],
    ]);
    const cards = await cardsOf(t);
    expect(cards.map(({ name, keywords, media }) => [name?.full, keywords, Object.keys(media ?? {})])).toEqual([
      ['Ada Brook', { Rowing: true }, ['m1']],
      ['Bo Wu', undefined, []],
    ]);
    const again = await importFiles(t, { 'takeout-1.zip': Buffer.from(zip, 'latin1') });
    expect(countsOf(again)).toEqual([0, 0, 3, 0]);
    expect(await problemsOf(t)).toEqual([]);
  });
});
