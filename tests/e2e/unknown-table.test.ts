import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually, textOf, useTendril, type Visit } from '../support/page.ts';
import type { TestFile } from './address-books.ts';
import { bringIn, enter, listedPeople, readReport } from './steps.ts';

/** Titles nobody knows, saved by a spreadsheet of Windows in a country of semicolons. */
function aTable(name: string, rows: readonly string[]): TestFile {
  const text = ['Wer;Erreichbar unter;Tag der Geburt;Lieblingsfarbe', ...rows, ''].join('\r\n');
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') };
}

const GUESTS = aTable('Gäste.csv', [
  'Jörg Weiß;joerg@weiss.example;31.12.1970;grün',
  'Ute Kranz;ute@kranz.example;;rot',
]);
const MORE = aTable('Noch mehr.csv', ['Kai Brandt;kai@brandt.example;1.2.1980;blau']);

describe('a table of people that no program is known for', () => {
  const tendril = useTendril({ start: startAppServer, story: true });
  let visit: Visit;

  beforeAll(async () => {
    visit = await tendril.open();
    await enter(visit.page);
  });

  it('shows what each column is taken for, and the people that makes', async () => {
    const { page } = visit;
    await page.goto('/import');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles([GUESTS]);
    await page.getByRole('heading', { level: 1, name: 'What is in Gäste.csv?' }).waitFor();
    const preview = page.getByRole('region', { name: 'The first people, so read' });
    await preview.getByText('joerg@weiss.example').first().waitFor();
    expect(await page.getByLabel('What Erreichbar unter is').inputValue()).toBe('email');
    expect(await page.getByLabel('What Lieblingsfarbe is').inputValue()).toBe('keep');
    await page.getByLabel('What Wer is').selectOption({ label: 'Whole name' });
    await page.getByLabel('What Tag der Geburt is').selectOption({ label: 'Birthday' });
    await preview.getByText('Jörg Weiß').waitFor();
    await preview.getByText('Born 31 December 1970').waitFor();
    await expectAccessible(page);
  });

  it('brings the people in, and the next file of these columns without asking', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Bring them in' }).click();
    await page.getByRole('button', { name: 'Bring in more' }).waitFor();
    const counts = { updated: 0, unchanged: 0, skipped: 0 };
    expect(await readReport(page)).toEqual({ 'Gäste.csv': { read: 2, created: 2, ...counts } });
    await bringIn(page, [MORE]);
    expect(await readReport(page)).toEqual({ 'Noch mehr.csv': { read: 1, created: 1, ...counts } });
    expect(await textOf(page.getByRole('main'))).toContain('columns as you chose before: Wer = name');
    const names = (await listedPeople(page)).map((row) => row.replace(' Last in touch: no contact yet', ''));
    expect(names).toEqual(['Kai Brandt', 'Ute Kranz', 'Jörg Weiß']);
  });

  it('asks again once that is wanted', async () => {
    const { page } = visit;
    await page.goto('/import');
    await page.getByRole('button', { name: 'Ask again about tables like Gäste.csv' }).click();
    await eventually(() => page.getByRole('region', { name: 'Tables you have explained' }).count()).toBe(0);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles([MORE]);
    await page.getByRole('heading', { level: 1, name: 'What is in Noch mehr.csv?' }).waitFor();
  });
});
