import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../src/services/demo.service.ts';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible, settle } from '../support/axe.ts';
import { eventually, overflow, textOf, useTendril, type Visit } from '../support/page.ts';
import { enter } from './steps.ts';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const map = (page: Page) => page.getByRole('application', { name: /^A map of \d+ people around you/ });
const asTable = (page: Page) => page.getByRole('button', { name: 'Show as a table' });

/** How many pixels of the map are painted. */
function painted(page: Page): Promise<number> {
  return map(page).evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('The map is no canvas.');
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let count = 0;
    for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) count += 1;
    return count;
  });
}

describe('pictures', () => {
  const tendril = useTendril({ start: startAppServer, story: true });
  let desk: Visit;

  beforeAll(async () => {
    desk = await tendril.open();
    await enter(desk.page);
  });

  it('teach while there is nothing to see', async () => {
    const { page } = desk;
    await page.goto('/map');
    await page.getByText('A map of everyone you know').waitFor();
    await page.getByRole('link', { name: 'Over the years' }).click();
    await page.getByText('The years are drawn from conversations').waitFor();
    await page.getByRole('link', { name: 'The year', exact: true }).click();
    await page.getByText('2026 is still a blank page').waitFor();
    await expectAccessible(page);
    await loadDemo(tendril.server.context());
  });

  it('show everyone around oneself; found by name, gone through by keys, opened by Enter', async () => {
    const { page } = desk;
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await heading(page, 'Your network');
    await map(page).waitFor();
    await eventually(() => painted(page)).toBeGreaterThan(5_000);
    await expectAccessible(page);
    await page.getByRole('searchbox', { name: 'Find on the map' }).fill('hidde kuipers');
    await page.getByText('1 person found').waitFor();
    await page.keyboard.press('Enter');
    const card = page.getByRole('main').getByRole('button', { name: /^Hidde Kuipers/ });
    await card.waitFor();
    await map(page).focus();
    await page.keyboard.press('ArrowRight');
    await card.waitFor({ state: 'hidden' });
    await page.keyboard.press('+');
    await page.getByRole('button', { name: 'See everyone' }).waitFor();
    await page.keyboard.press('0');
    const chosen = await textOf(page.getByRole('main').getByRole('button', { name: /Open / }));
    await page.keyboard.press('Enter');
    await heading(page, chosen.replace(/, Open .*/, ''));
  });

  it('take on the colours chosen in the app, while they are looked at', async () => {
    const { page } = desk;
    const choose = (theme: string) =>
      page.evaluate((chosen) => {
        localStorage.setItem('tendril.theme', chosen);
        window.dispatchEvent(new Event('storage'));
      }, theme);
    const image = () => page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    for (const path of ['/pictures', '/near']) {
      await choose('light');
      await page.goto(path);
      await page.locator('canvas').waitFor();
      await eventually(async () => (await image()).length).toBeGreaterThan(5_000);
      await settle(page);
      const light = await image();
      await choose('dark');
      await eventually(image).not.toBe(light);
    }
    await choose('light');
  });

  it('open whoever is clicked, and read as a table', async () => {
    const { page } = desk;
    await page.goto('/pictures');
    await eventually(() => painted(page)).toBeGreaterThan(5_000);
    const box = await map(page).boundingBox();
    if (box === null) throw new Error('The map is not on the page.');
    // Somewhere in the innermost ring a name comes up.
    const name = page.getByRole('main').getByRole('button', { name: /Open / });
    for (let turn = 0; turn < 12 && (await name.count()) === 0; turn += 0.25)
      await page.mouse.move(box.x + box.width / 2 + 48 * Math.cos(turn), box.y + box.height / 2 + 48 * Math.sin(turn));
    const who = (await textOf(name)).replace(/, Open .*/, '');
    await page.mouse.down();
    await page.mouse.up();
    await heading(page, who);
    await page.goBack();
    await asTable(page).click();
    const table = page.getByRole('table', { name: 'Everyone on the map' });
    await table.getByRole('columnheader', { name: 'Introduced by' }).waitFor();
    expect(await table.getByRole('row').count()).toBe(101);
    await page.getByRole('combobox', { name: 'Circle' }).selectOption('Inner');
    await eventually(() => table.getByRole('row').count()).toBe(6);
    await expectAccessible(page);
  });

  it('tell how warm ties were and how one was in touch, of a person too', async () => {
    const { page } = desk;
    await page.goto('/pictures/over-time');
    await page.getByRole('img', { name: /^Ties by warmth, month by month from/ }).waitFor();
    await page.getByText(/^4,\d+ conversations in these two years\./).waitFor();
    await page.getByRole('combobox', { name: 'Circle' }).selectOption('Inner');
    await page.getByText(/^\d{3} conversations in these two years\./).waitFor();
    await page.getByRole('combobox', { name: 'Span' }).selectOption('All years');
    await page.getByText(/conversations in all\./).waitFor();
    await asTable(page).last().click();
    await page.getByRole('table', { name: 'How you were in touch' }).getByRole('rowheader', { name: '2025' }).waitFor();
    await expectAccessible(page);
    await page.goto('/people?q=hidde+kuipers');
    await page.getByRole('link', { name: 'Hidde Kuipers' }).click();
    await page.getByRole('img', { name: /^Conversations with Hidde Kuipers by month/ }).waitFor();
  });

  it('tell the year in sentences that lead to people, and on paper without the way around', async () => {
    const { page } = desk;
    await page.goto('/year');
    await heading(page, 'Your 2026');
    await page.getByText(/^So far in 2026 you were in touch with \d+ people/).waitFor();
    const there = page.getByRole('region', { name: 'Who was there' });
    await there.getByText(/^Nobody was part of your year as often as/).waitFor();
    await expectAccessible(page);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of [page.getByRole('navigation'), page.getByRole('combobox'), page.getByRole('button')])
      expect(await hidden.filter({ visible: true }).count()).toBe(0);
    await page.emulateMedia({ media: null });
    await page.getByRole('combobox', { name: 'Year' }).selectOption('2025');
    await heading(page, 'Your 2025');
    const name = await textOf(there.getByRole('link').first());
    await there.getByRole('link').first().click();
    await heading(page, name);
  });

  it('fit a phone in the dark, where a tap tells who it is', async () => {
    const { page } = await tendril.open({ phone: true, dark: true });
    await page.context().addCookies(await desk.context.cookies());
    await page.goto('/');
    await page.getByRole('button', { name: 'More' }).last().tap();
    await page.getByRole('menuitem', { name: 'Pictures' }).tap();
    await eventually(() => painted(page)).toBeGreaterThan(5_000);
    const box = await map(page).boundingBox();
    if (box === null) throw new Error('The map is not on the page.');
    const open = page.getByRole('main').getByRole('button', { name: /Open / });
    await page.touchscreen.tap(box.x + box.width / 2 + 30, box.y + box.height / 2);
    await open.waitFor();
    await settle(page);
    await expectAccessible(page);
    for (const path of ['/pictures', '/pictures/over-time', '/pictures/year']) {
      await page.goto(path);
      await page.getByRole('main').getByRole('button', { name: 'Show as a table' }).first().waitFor();
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
    }
    await expectAccessible(page);
  });
});
