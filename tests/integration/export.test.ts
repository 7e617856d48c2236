import { hash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Card } from '../../src/domain/card/jscontact.ts';
import type { CalendarDate } from '../../src/domain/dates.ts';
import { generateNetwork } from '../../src/domain/demo/generate-network.ts';
import { readZip, ZIP_LIMITS } from '../../src/formats/archive/zip.ts';
import { heldBytes } from '../../src/formats/byte-source.ts';
import { loadNetwork } from '../../src/services/demo.service.ts';
import { type ExportFormat, exportAll } from '../../src/services/export.service.ts';
import { allPeople, setPhoto, updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import {
  aPerson,
  aVCard,
  countsOf,
  describeNetworks,
  importFiles,
  LOGGED,
  rowsOf,
  type TestNetwork,
} from '../support/a-network.ts';

async function exported(t: TestNetwork, format: ExportFormat): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of (await exportAll(t.context(), format)).parts) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

const PICTURE = Buffer.from([137, 80, 78, 71, 1, 2, 3]);

/** A network with everything a card may hold, a photo, and someone archived. */
async function aRichNetwork(t: TestNetwork): Promise<void> {
  await loadNetwork(
    t.store,
    t.networkId,
    generateNetwork({ seed: 41, people: 30, touches: 40, today: '2026-11-23' as CalendarDate }),
  );
  const id = await aPerson(t, {
    name: 'Łukasz Nowak',
    email: 'lukasz@example.org',
    phone: '+31612345678',
    circle: 'Close',
  });
  await setPhoto(t.context(), id, { bytes: PICTURE, mediaType: 'image/png', hash: hash('sha256', PICTURE) });
  const { card } = await getPersonPage(t.context(), id);
  await updatePerson(t.context(), id, {
    card: {
      ...card,
      anniversaries: { b: { kind: 'birth', date: { month: 2, day: 29 } } },
      notes: { n1: { note: 'Two\nlines; with, signs\\' } },
      keywords: { chess: true },
      vCardProps: [['x-odd', {}, 'text', 'kept']],
    } as never,
  });
  await updatePerson(t.context(), await aPerson(t, { name: '=cmd|calc' }), { archived: true });
}

const cardsOf = async (t: TestNetwork) =>
  new Map((await allPeople(t.context(), {})).map((person) => [person.id, person.card as unknown as Card]));

describeNetworks('an export', (open) => {
  it.each(['vcard', 'vcard3', 'jscontact'] as const)(
    'as %s, brought in again, makes nobody new and changes nobody',
    async (format) => {
      const t = await open();
      await aRichNetwork(t);
      const before = await cardsOf(t);
      const file = await exported(t, format);
      const run = await importFiles(t, { 'tendril.vcf': file });
      expect(run.report).toMatchObject({ created: 0, skipped: 0 });
      const after = await cardsOf(t);
      expect(after.size).toBe(before.size);
      if (format !== 'vcard3') for (const [id, card] of before) expect(after.get(id)).toEqual(card);
      expect((await importFiles(t, { 'tendril.vcf': file })).report).toMatchObject({ created: 0, updated: 0 });
    },
  );

  it.each(['vcard', 'vcard3', 'jscontact', 'csv'] as const)(
    'as %s fills an empty network with the same people',
    async (format) => {
      const [t, empty] = [await open(), await open()];
      await aRichNetwork(t);
      const file = await exported(t, format);
      await importFiles(empty, { [format === 'csv' ? 'tendril.csv' : 'tendril.vcf']: file });
      // The columns of a table have no order of names: Lê Văn Quang comes back as Quang Văn Lê.
      const called = (name: string) => (format === 'csv' ? name.split(' ').sort().join(' ') : name);
      const said = async (network: TestNetwork) =>
        (await allPeople(network.context(), {}))
          .map(({ name, card }) => {
            const { emails = {}, phones = {}, organizations = {}, anniversaries = {} } = card as unknown as Card;
            const dates = Object.values(anniversaries)
              .map(({ kind, date: { '@type': _type, ...date } }) => [kind, date])
              .sort();
            return [
              called(name),
              Object.values(emails).map((one) => one.address),
              Object.values(phones).map((one) => one.number),
              Object.values(organizations).map((one) => one.name),
              dates,
            ];
          })
          .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
      expect(await said(empty)).toEqual(await said(t));
    },
  );

  it('as jscontact is a list of every card as it is, photos inside', async () => {
    const t = await open();
    await aRichNetwork(t);
    const cards = JSON.parse((await exported(t, 'jscontact')).toString()) as Card[];
    expect(cards).toHaveLength((await allPeople(t.context(), {})).length);
    const photo = cards.find((card) => card.name?.full === 'Łukasz Nowak')?.media?.photo;
    expect(photo?.uri).toBe(`data:image/png;base64,${PICTURE.toString('base64')}`);
    expect(await exported(await open(), 'jscontact')).toEqual(Buffer.from('[\n]\n'));
  });

  it('as csv guards cells that a spreadsheet would run', async () => {
    const t = await open();
    await aRichNetwork(t);
    const text = (await exported(t, 'csv')).toString();
    expect(text).not.toMatch(/(?:^|,)"?=cmd/m);
    expect(text).toContain('Close');
  });

  it('as ics holds birthdays and next dates', async () => {
    const t = await open();
    await aRichNetwork(t);
    const text = (await exported(t, 'ics')).toString();
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text.replaceAll(/\r\n[ \t]/g, '')).toMatch(/SUMMARY:.*Łukasz Nowak/);
    expect(text.match(/BEGIN:VEVENT/g)?.length).toBe(text.match(/END:VEVENT/g)?.length);
  });

  it('as archive holds every row of every table, the photos and the cards', async () => {
    const t = await open();
    await aRichNetwork(t);
    const bytes = await exported(t, 'archive');
    const members = new Map<string, Buffer>();
    for await (const member of readZip('tendril.zip', heldBytes(bytes), ZIP_LIMITS))
      members.set(member.path, Buffer.from(await member.read()));
    const tables = await rowsOf(t, LOGGED);
    for (const [table, rows] of Object.entries(tables)) {
      const name = [...members.keys()].find((path) => path.endsWith(`${table}.jsonl`));
      expect(name, table).toBeDefined();
      const lines = (members.get(name ?? '') ?? '').toString().split('\n').filter(Boolean);
      expect(lines.length, table).toBe(rows.length);
    }
    expect(
      [...members.keys()].filter((path) => path.startsWith('blobs/') || path.startsWith('photos/')).length,
    ).toBeGreaterThan(0);
    expect(bytes.toString('latin1')).not.toContain(t.networkId);
  });

  it('of nobody is a file that can be read', async () => {
    const t = await open();
    expect((await exported(t, 'vcard')).toString()).toBe('');
    expect((await exported(t, 'csv')).toString()).toMatch(/^First Name,/);
    expect((await exported(t, 'ics')).toString()).toMatch(/^BEGIN:VCALENDAR\r\n.*END:VCALENDAR\r\n$/s);
    expect((await exported(t, 'archive')).toString('latin1')).toMatch(/^PK/);
  });

  it('holds what an import kept without understanding it', async () => {
    const t = await open();
    const card = aVCard(
      'UID:6b7c3a52-odd',
      'FN:Ada Brandt',
      'X-COFFEE;TYPE=strong:black',
      'item1.X-ABLABEL:Boat',
      'item1.URL:https://boat.example',
    );
    await importFiles(t, { 'a.vcf': card });
    const text = (await exported(t, 'vcard3')).toString();
    expect(text).toMatch(/X-COFFEE;TYPE=strong:black/i);
    expect(text).toContain('https://boat.example');
    expect(countsOf(await importFiles(t, { 'back.vcf': text }))).toEqual([0, 0, 1, 0]);
  });
});
