import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually, lookAtFocus, overflow, textOf, useTendril, type Visit } from '../support/page.ts';
import { toast } from './steps.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'The people you chose' });
const rows = (page: Page) => page.getByRole('list', { name: 'People' }).getByRole('listitem');
const boxes = (page: Page) => page.getByRole('button', { name: /^Select ./ });
const totalOf = async (page: Page) =>
  Number(/\d+/.exec(await textOf(page.getByText(/^\d+ (people|found)/).first()))?.[0]);

/** The list as it is first seen, nobody chosen. */
async function openPeople(page: Page, query = ''): Promise<void> {
  await page.goto(`/people${query}`);
  await rows(page).nth(3).waitFor();
}

describe('choosing people in the list', () => {
  const tendril = useTendril({ start: () => startAppServer({ demo: true }), story: true });
  let visit: Visit;
  beforeAll(async () => {
    visit = await tendril.open();
  });
  const count = (text: string) => bar(visit.page).getByText(text, { exact: true }).waitFor();

  it('is by click, and by shift-click for a range', async () => {
    const { page } = visit;
    await openPeople(page);
    await page.getByRole('button', { name: 'Select', exact: true }).click();
    await rows(page).nth(1).getByRole('link').click();
    await count('1 chosen');
    await rows(page)
      .nth(4)
      .getByRole('link')
      .click({ modifiers: ['Shift'] });
    await count('4 chosen');
    await rows(page).nth(2).getByRole('link').click();
    await count('3 chosen');
    expect(page.url()).toMatch(/\/people$/);
    expect(await boxes(page).nth(2).getAttribute('aria-pressed')).toBe('false');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await bar(page).waitFor({ state: 'hidden' });
    await rows(page).nth(1).getByRole('link').click();
    await page.waitForURL(/\/people\/.+/);
  });

  it('is by x and by shift and arrows, and Enter still opens the person', async () => {
    const { page } = visit;
    await openPeople(page);
    await page.keyboard.press('x');
    const name = async () => (await lookAtFocus(page)).what;
    const first = await name();
    await page.keyboard.press('x');
    await count('1 chosen');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await count('3 chosen');
    await page.keyboard.press('Shift+ArrowUp');
    await count('2 chosen');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await count('3 chosen');
    expect(await name()).not.toBe(first);
    expect((await lookAtFocus(page)).visible).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/people\/.+/);
  });

  it('tags the chosen, and says so in the history', async () => {
    const { page } = visit;
    await openPeople(page);
    await page.getByRole('button', { name: 'Select', exact: true }).click();
    await boxes(page).nth(0).click();
    await boxes(page).nth(1).click();
    await bar(page).getByRole('button', { name: 'Tag' }).click();
    const sheet = page.getByRole('dialog', { name: 'A tag for 2 people' });
    await sheet.getByRole('textbox', { name: 'Tag' }).fill('from the choir');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await toast(page).getByText('Tagged 2 people “from the choir”.').waitFor();
    await bar(page).waitFor({ state: 'hidden' });
    await page.goto('/people?tag=from+the+choir');
    await page.getByText('2 people found').waitFor();
    await page.goto('/history');
    await page.getByText('Tagged 2 people “from the choir”').first().waitFor();
  });

  it('is of all that fit, also those not loaded, but for those left out', async () => {
    const { page } = visit;
    await openPeople(page);
    const total = await totalOf(page);
    expect(total).toBeGreaterThan(200);
    await page.getByRole('button', { name: 'Select', exact: true }).click();
    await bar(page)
      .getByRole('button', { name: `All ${total}` })
      .click();
    await count(`${total} chosen`);
    await boxes(page).nth(0).click();
    await count(`${total - 1} chosen`);
    await bar(page).getByRole('button', { name: 'More for the chosen' }).click();
    await page.getByRole('menuitem', { name: 'Archive', exact: true }).click();
    await toast(page)
      .getByText(`Archived ${total - 1} people.`)
      .waitFor();
    await page.getByText('1 person', { exact: true }).waitFor();
    await page.keyboard.press('z');
    await toast(page)
      .getByText(/^Undone/)
      .waitFor();
    await page.getByText(`${total} people`, { exact: true }).waitFor();
  });

  it('means by all only those of the filter it was said in', async () => {
    const { page } = visit;
    await openPeople(page);
    await page.getByRole('button', { name: 'Select', exact: true }).click();
    await bar(page).getByRole('button', { name: /^All / }).click();
    await page.getByRole('searchbox').fill('a');
    await bar(page).waitFor({ state: 'hidden' });
  });

  it('puts the chosen into a circle, which the list then shows', async () => {
    const { page } = visit;
    await openPeople(page, '?sort=added');
    const before = await textOf(rows(page).nth(0));
    await page.getByRole('button', { name: 'Select', exact: true }).click();
    await boxes(page).nth(0).click();
    await bar(page).getByRole('button', { name: 'Circle' }).click();
    const sheet = page.getByRole('dialog', { name: 'A circle for 1 person' });
    const circle = await sheet.getByRole('combobox', { name: 'Circle' }).locator('option').last().textContent();
    await sheet.getByRole('combobox', { name: 'Circle' }).selectOption({ label: circle ?? '' });
    await expectAccessible(page);
    await sheet.getByRole('button', { name: 'Move' }).click();
    await toast(page).getByText('Moved').or(toast(page).getByText('Nothing had to change')).first().waitFor();
    await eventually(() => textOf(rows(page).nth(0))).toContain(circle ?? '-');
    expect(before).not.toBe('');
    await page.goto(`/people?circle=${encodeURIComponent(circle ?? '')}`);
    await page.getByText(/ found$/).waitFor();
    await rows(page).nth(0).waitFor();
  });

  it('saves the chosen as cards', async () => {
    const { page } = visit;
    await openPeople(page);
    await page.getByRole('button', { name: 'Select', exact: true }).click();
    for (const at of [0, 1, 2]) await boxes(page).nth(at).click();
    await bar(page).getByRole('button', { name: 'More for the chosen' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save as vCard' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('tendril.vcf');
    expect((await readFile(await file.path(), 'utf8')).match(/^BEGIN:VCARD/gm)).toHaveLength(3);
  });

  it('fits a phone, and the narrowest too', async () => {
    const { page } = await tendril.open({ phone: true });
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 720 });
      await openPeople(page);
      const begin = page.getByRole('button', { name: 'Select', exact: true });
      expect((await begin.boundingBox())?.height).toBeGreaterThanOrEqual(40);
      await begin.tap();
      await rows(page).nth(1).getByRole('link').tap();
      await rows(page).nth(2).getByRole('link').tap();
      await bar(page).getByText('2 chosen').waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      for (const button of await bar(page).getByRole('button').all()) {
        const box = await button.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0), await textOf(button)).toBeGreaterThanOrEqual(40);
      }
      await expectAccessible(page);
    }
  });
});
