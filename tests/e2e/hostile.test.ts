import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually, textOf, useTendril, type Visit } from '../support/page.ts';
import { linkedInZip, type TestFile } from './address-books.ts';
import { bringIn, enter, openPerson, takeOfferedCircles, toast, write } from './steps.ts';

const FIRE = `<img src=x onerror="document.title='owned'">`;
const MARK = '<b>bold</b><script>document.title="owned"</script>';

describe('hostile input', () => {
  const tendril = useTendril({ start: startAppServer });
  let visit: Visit;

  beforeAll(async () => {
    visit = await tendril.open();
    await enter(visit.page);
    await visit.page.goto('/start');
    await takeOfferedCircles(visit.page);
    expect(await tendril.server.cli('add', 'Grace Oduya')).toMatchObject({ code: 0 });
  });

  const people = async () => (await tendril.server.cli('--json', 'people')).stdout;
  const steps = async () => (await tendril.server.cli('--json', 'history')).stdout;

  it('says in one sentence what is wrong with a file, and leaves the network as it was', async () => {
    const { page } = visit;
    const zip = await linkedInZip();
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256));
    const broken: { file: TestFile; sentence: RegExp }[] = [
      {
        file: { ...zip, name: 'cut.zip', buffer: zip.buffer.subarray(0, zip.buffer.length >> 1) },
        sentence: /cut\.zip: cannot be unpacked: it is damaged or cut short/,
      },
      {
        file: { name: 'noise.vcf', mimeType: 'text/vcard', buffer: noise },
        sentence: /Nothing could be read\. noise\.vcf: not text, and no kind of file Tendril knows\./,
      },
      {
        file: { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) },
        sentence: /Nothing could be read\. empty\.csv: an empty file\./,
      },
    ];
    const before = [await people(), await steps()];
    for (const { file, sentence } of broken) {
      await bringIn(page, [file]);
      const said = await textOf(page.getByRole('main'));
      expect(said).toContain('It did not work');
      expect(said).toMatch(sentence);
    }
    await expectAccessible(page);
    expect([await people(), await steps()]).toEqual(before);
  });

  it('shows markup in names and notes as the text it is, everywhere', async () => {
    const { page } = visit;
    const card = [
      'BEGIN:VCARD',
      'VERSION:4.0',
      `FN:${FIRE}`,
      `NOTE:${MARK}`,
      `ORG:${MARK}`,
      'URL:javascript:document.title="owned"',
      'IMPP:javascript:document.title="owned"',
      'EMAIL:fire@ito.example',
      'END:VCARD',
      '',
    ].join('\r\n');
    await bringIn(page, [{ name: `${FIRE}.vcf`, mimeType: 'text/vcard', buffer: Buffer.from(card) }]);
    await page.getByText(`${FIRE}.vcf`).first().waitFor();
    await openPerson(page, FIRE);
    await page.getByText(MARK).first().waitFor();
    await page.keyboard.press('f');
    await page.getByRole('textbox', { name: 'What to remember' }).fill(MARK);
    await page.keyboard.press('Enter');
    await toast(page).getByText(FIRE).first().waitFor();
    await page.getByRole('region', { name: 'Worth remembering' }).getByText(MARK).waitFor();
    const hrefs = await page
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.filter((href) => /^\s*(?:javascript|data|vbscript):/i.test(href))).toEqual([]);
    await expectAccessible(page);

    await write(page, `Lunch with Grace Oduya, talked about ${MARK}`);
    await page.getByRole('button', { name: 'Save' }).waitFor();
    await page.keyboard.press('Enter');
    await toast(page).getByText('Grace Oduya').first().waitFor();
    await page.goto('/sort');
    await eventually(() => page.getByRole('heading', { level: 2 }).allInnerTexts()).not.toEqual([]);
    await page.goto('/history');
    await page.getByText(FIRE).first().waitFor();
    await page.goto('/people');
    await page.getByText(FIRE).first().waitFor();
    await page.keyboard.press('/');
    await page.getByRole('dialog', { name: 'Find' }).getByRole('combobox').fill('img src');
    await page.getByRole('option').first().waitFor();
    expect(await page.title()).not.toBe('owned');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });
});
