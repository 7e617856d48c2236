import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually, overflow, textOf, useTendril, type Visit } from '../support/page.ts';
import { toast } from './steps.ts';

const rows = (page: Page) => page.getByRole('list', { name: 'People', exact: true }).getByRole('listitem');
const totalOf = async (page: Page) =>
  Number(/\d+/.exec(await textOf(page.getByText(/^\d+ (people|person|found)/).first()))?.[0]);
const saved = (page: Page) => page.getByRole('navigation', { name: 'Saved filters' });

describe('filters of people', () => {
  const tendril = useTendril({ start: () => startAppServer({ demo: true }), story: true });
  let desk: Visit;
  let phone: Visit;
  beforeAll(async () => {
    desk = await tendril.open();
    phone = await tendril.open({ phone: true });
  });

  it('are asked in a sheet, count at once, and are kept by a name', async () => {
    const { page } = desk;
    await page.goto('/people');
    await rows(page).nth(3).waitFor();
    const everyone = await totalOf(page);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Who to show' });
    await sheet.getByRole('button', { name: 'Photo' }).click();
    await sheet.getByLabel('How the tie stands').selectOption('Cooling');
    await expectAccessible(page);
    await sheet.getByRole('button', { name: /^Show \d/ }).click();
    await page.getByRole('button', { name: 'Filter, 2 on' }).waitFor();
    expect(await totalOf(page)).toBeLessThan(everyone);
    expect(new URL(page.url()).search).toContain('missing=photo');
    await saved(page).getByRole('button', { name: 'Save this filter' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Cold and faceless');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await toast(page).getByText('is saved').waitFor();
    await saved(page)
      .getByRole('link', { name: `Cold and faceless ${await totalOf(page)}` })
      .waitFor();
    await expectAccessible(page);
  });

  it('open from a link that only names them, change, and come back when deleted by mistake', async () => {
    const { page } = desk;
    const id = new URL(page.url()).searchParams.get('saved');
    await page.goto(`/people?saved=${id}`);
    await page.getByRole('button', { name: 'Filter, 2 on' }).waitFor();
    await page.getByRole('button', { name: 'Take out: Cooling' }).click();
    await page.getByRole('button', { name: 'Filter, 1 on' }).waitFor();
    await saved(page).getByRole('button', { name: 'More for Cold and faceless' }).click();
    await page.getByRole('menuitem', { name: 'Save the changes to it' }).click();
    await toast(page).getByText('is changed').waitFor();
    await saved(page).getByRole('button', { name: 'More for Cold and faceless' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await toast(page).getByText('is deleted').waitFor();
    await toast(page).getByRole('button', { name: 'Undo' }).last().click();
    await saved(page)
      .getByRole('link', { name: /^Cold and faceless/ })
      .click();
    expect(new URL(page.url()).searchParams.get('warmth')).toBeNull();
    expect(new URL(page.url()).searchParams.get('missing')).toBe('photo');
  });

  it('leave columns and order as they are chosen, on every device', async () => {
    const { page } = desk;
    await page.goto('/people');
    await rows(page).nth(3).waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    for (const column of ['City', 'Birthday', 'Circles'])
      await page.getByRole('menuitemcheckbox', { name: column }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'City', exact: true }).click();
    expect(new URL(page.url()).searchParams.get('sort')).toBe('city');
    await rows(page).first().getByText(/City:/).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Birthday', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Circles', exact: true }).count()).toBe(0);
    await expectAccessible(page);
  });

  it('lead to who lives in a city, and to a trip there', async () => {
    const { page } = desk;
    await page.goto('/people');
    await page.getByRole('link', { name: 'Near a city' }).click();
    await page
      .getByRole('searchbox', { name: 'City' })
      .or(page.getByRole('combobox', { name: 'City' }))
      .fill('rotterdam');
    await page.getByRole('list', { name: 'People in rotterdam' }).getByRole('link').nth(2).waitFor();
    await page.getByRole('button', { name: 'Plan a trip' }).click();
    await page.getByLabel('First day there').fill('2030-05-03');
    await page.getByLabel('Last day there').fill('2030-05-06');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Plan it' }).click();
    await toast(page).getByText('is planned').waitFor();
    await page.getByRole('button', { name: /^rotterdam .*2030/ }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Change the trip to rotterdam' }).click();
    await page.getByLabel('Last day there').fill('2030-05-09');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: /^rotterdam .*9 May 2030/ }).waitFor();
    await page.getByRole('button', { name: 'Call off the trip to rotterdam' }).click();
    await toast(page).getByText('is called off').waitFor();
  });

  it('show where everyone lives on a map, by keys, by a click and as a table', async () => {
    const { page } = desk;
    await page.goto('/near');
    const map = page.getByRole('application', { name: /^A map of the world with the \d+ cities/ });
    await map.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText(/^\d+ people$/).waitFor();
    await page.keyboard.press('Enter');
    const list = page.getByRole('list', { name: /^People in/ });
    await list.getByRole('link').first().waitFor();
    const largest = new URL(page.url()).searchParams.get('city');
    await page.keyboard.press('+');
    await page.getByRole('button', { name: 'See everyone' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show as a table' }).click();
    const table = page.getByRole('table', { name: 'Where your people live' });
    expect(await textOf(table.getByRole('rowheader').first())).toBe(largest);
    await table.getByRole('rowheader').nth(1).getByRole('button').click();
    await eventually(async () => new URL(page.url()).searchParams.get('city')).not.toBe(largest);
    await expectAccessible(page);
    await page.goto('/near');
    const box = await map.boundingBox();
    if (box === null) throw new Error('The map is not on the page.');
    // Somewhere in the middle of Europe a city comes up, and a click shows who lives there.
    for (
      let at = 0;
      at < 400 && !(await map.evaluate((canvas) => canvas.classList.contains('cursor-pointer')));
      at += 1
    )
      await page.mouse.move(
        box.x + box.width * (0.4 + 0.01 * (at % 20)),
        box.y + box.height * (0.2 + 0.01 * Math.floor(at / 20)),
      );
    await page.mouse.down();
    await page.mouse.up();
    await list.getByRole('link').first().waitFor();
  });

  it('stand beside the order on a phone, nothing cut off', async () => {
    const { page } = phone;
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/people');
    await rows(page).nth(3).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const top = async (name: string) =>
      Math.round((await page.getByRole('button', { name, exact: true }).boundingBox())?.y ?? -1);
    expect(await top('Select')).toBe(await top('Filter'));
    await page.getByRole('button', { name: 'Filter', exact: true }).tap();
    await page.getByRole('dialog', { name: 'Who to show' }).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    await page.goto('/near');
    await page.getByRole('application', { name: /^A map of the world/ }).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
});
