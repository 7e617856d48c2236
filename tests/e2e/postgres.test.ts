import { beforeAll, describe, expect, it } from 'vitest';
import { startServeProcess } from '../support/app-server.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually, useTendril, type Visit } from '../support/page.ts';
import { postgresSkipped } from '../support/postgres.ts';
import { googleNew, linkedInZip, type TestFile } from './address-books.ts';
import { bringIn, openPerson, readReport, signUp, sumOf, takeOfferedCircles, toast, write } from './steps.ts';

describe.skipIf(postgresSkipped)('the first hour on PostgreSQL, served by the command', () => {
  const tendril = useTendril({ start: () => startServeProcess('postgres'), story: true });
  let visit: Visit;
  let files: TestFile[];

  beforeAll(async () => {
    visit = await tendril.open();
    files = [await linkedInZip(), googleNew];
  });

  it('signs up, takes circles and brings people in, the same again with nobody created', async () => {
    const { page } = visit;
    await signUp(page);
    await takeOfferedCircles(page);
    await bringIn(page, files);
    expect(sumOf(await readReport(page))).toEqual({ read: 13, created: 11, updated: 1, unchanged: 0, skipped: 1 });
    await expectAccessible(page);
    await bringIn(page, files);
    expect(sumOf(await readReport(page))).toEqual({ read: 13, created: 0, updated: 0, unchanged: 12, skipped: 1 });
  });

  it('sorts people by keyboard, and takes one back', async () => {
    const { page } = visit;
    await page.goto('/sort');
    for (const [at, key] of [...'1234'].entries()) {
      await page.getByText(`${at + 1} of 11`).waitFor();
      await page.keyboard.press(key);
    }
    await page.getByText('5 of 11').waitFor();
    await page.keyboard.press('z');
    await page.getByText('4 of 11').waitFor();
    await page.keyboard.press('4');
    await page.getByText('5 of 11').waitFor();
    await eventually(() => page.getByText(/on the way/).count()).toBe(0);
  });

  it('captures a meeting with someone new, finds the word again, and takes it back', async () => {
    const { page } = visit;
    await page.goto('/');
    await write(page, 'Met Zed Ito from Kanda at the OCEAN mixer, talked about tidal power');
    await page.getByRole('button', { name: 'Save' }).waitFor();
    await page.keyboard.press('Enter');
    await toast(page).getByText('Zed Ito').waitFor();

    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('tidal power');
    await page
      .getByRole('option', { name: /Zed Ito/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Zed Ito' }).waitFor();

    const { stdout } = await tendril.server.cli('--json', 'undo');
    expect(stdout).toContain('Zed Ito');
    await page.getByRole('alert').getByText('This person is not here.').waitFor();
    // The browser itself reports that the page asked for somebody who is gone.
    expect(visit.takeProblems().filter((problem) => !/\b404\b/.test(problem))).toEqual([]);
  });

  it('changes a card and shows it in the history', async () => {
    const { page } = visit;
    await openPerson(page, 'Ada Brandsma');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Edit card' });
    await sheet.getByLabel('Nickname').fill('Adi');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await toast(page).getByText('Ada Brandsma').waitFor();
    await page.goto('/history');
    await page.getByRole('main').getByRole('listitem').filter({ hasText: 'Ada Brandsma' }).first().waitFor();
  });
});
