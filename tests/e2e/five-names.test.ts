import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually, overflow, textOf, useTendril, type Visit } from '../support/page.ts';
import { enter, toast } from './steps.ts';

const NAMES = ['Ada Brandt', 'Zed Ito', 'Grace Osei', 'Tom Vale', 'Lena Fischer'];
const question = (page: Page) => page.getByRole('region', { name: 'When did you last speak?' });
const list = (page: Page) => page.getByRole('list', { name: 'People to reach out to today' });

describe('five names and nothing else', () => {
  const tendril = useTendril({ start: startAppServer, story: true });
  let desk: Visit;
  let phone: Visit;

  beforeAll(async () => {
    desk = await tendril.open();
    phone = await tendril.open({ phone: true });
    await enter(desk.page);
    const cookies = await desk.context.cookies();
    await phone.context.addCookies(cookies);
  });

  it('are asked when one last spoke, and make a Today with one tap', async () => {
    const { page } = desk;
    await page.goto('/start');
    for (const [at, name] of NAMES.entries()) await page.getByLabel(`Name ${at + 1}`, { exact: true }).fill(name);
    await page.getByRole('button', { name: 'Keep them close' }).click();
    await page.getByText('Five people are in your Inner circle.').first().waitFor();
    await page.goto('/');
    await question(page).getByRole('listitem').nth(4).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Grace Osei: Some months ago' }).click();
    await list(page).getByRole('listitem', { name: 'Grace Osei' }).waitFor();
    await eventually(() => question(page).getByRole('listitem').count()).toBe(4);
    // What was guessed is quoted to nobody.
    expect(await textOf(list(page).getByRole('textbox'))).not.toMatch(/remember|months/);
    await page.getByRole('button', { name: 'Zed Ito: This week' }).click();
    await eventually(() => question(page).getByRole('listitem').count()).toBe(3);
    expect(await list(page).getByRole('listitem').count()).toBe(1);
    await expectAccessible(page);
  });

  it('can be asked tomorrow, and what was said is taken back like any other act', async () => {
    const { page } = phone;
    await page.goto('/');
    await question(page).getByRole('listitem').nth(2).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Ada Brandt: Over a year ago' }).tap();
    await eventually(() => list(page).getByRole('listitem').count()).toBe(2);
    await toast(page).getByRole('button', { name: 'Undo' }).tap();
    await eventually(() => list(page).getByRole('listitem').count()).toBe(1);
    await question(page).getByRole('button', { name: 'Ask me tomorrow' }).tap();
    await question(page).waitFor({ state: 'hidden' });
    await page.reload();
    await list(page).getByRole('listitem').first().waitFor();
    expect(await question(page).count()).toBe(0);
  });

  it('keep the question whether a message was sent until it is answered, though the app was closed', async () => {
    const { page, context } = desk;
    await page.goto('/');
    await list(page).getByRole('listitem', { name: 'Grace Osei' }).locator('[data-act="write"]').click();
    await page.getByText('Did you send it?').waitFor();
    await page.close();
    const again = await context.newPage();
    await again.goto('/');
    await again.getByText('Did you send it?').waitFor();
    await again.getByRole('button', { name: 'Not yet' }).click();
    await again.reload();
    await list(again).getByRole('listitem', { name: 'Grace Osei' }).waitFor();
    expect(await again.getByText('Did you send it?').count()).toBe(0);
  });
});
