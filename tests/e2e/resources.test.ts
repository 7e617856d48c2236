import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible } from '../support/axe.ts';
import { overflow, useTendril, type Visit } from '../support/page.ts';
import { enter, toast } from './steps.ts';

const PEOPLE = ['Ada Brandt', 'Grace Ito', 'Tom Weber', 'Mia Obi', 'Lea Rossi'];
const LIKES = ['kelp forests', 'tides', 'walks along the tide line', 'her kelp farm', 'reading tide tables'];

async function post(page: Page, path: string, data: object): Promise<string> {
  const answer = await page.request.post(`/api/v1${path}`, { data });
  expect(answer.status(), path).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}

const card = (page: Page, name: string) => page.getByRole('listitem', { name });

describe('things to share', () => {
  const tendril = useTendril({ start: startAppServer, story: true });
  let desk: Visit;

  beforeAll(async () => {
    desk = await tendril.open();
    const { page } = desk;
    await enter(page);
    for (const [at, name] of PEOPLE.entries()) {
      const id = await post(page, '/people', { name, email: `p${at}@example.org` });
      await post(page, `/people/${id}/facts`, { kind: 'interest', text: LIKES[at] });
    }
    await post(page, '/people', { name: 'Otto Uninterested' });
  });

  it('are found by the keyboard, and a link whose page cannot be read is entered by hand', async () => {
    const { page } = desk;
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox').fill('things to');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Things to share' }).waitFor();
    await page.getByLabel('An address or a title').fill('http://127.0.0.1:9/kelp-and-tides?utm_source=x');
    await page.getByText('The page was not read').waitFor();
    await page.getByLabel('Title', { exact: true }).fill('Kelp and the tides');
    await page.getByLabel('What it is about').fill('kelp, tides');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Keep to share' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kelp and the tides' }).waitFor();
  });

  it('go to five people, each with words of their own that say why', async () => {
    const { page } = desk;
    for (const name of PEOPLE) await card(page, name).waitFor();
    expect(await card(page, 'Otto Uninterested').count()).toBe(0);
    await card(page, 'Ada Brandt').getByText('Ada’s interests speak of “kelp” (kelp forests).').waitFor();
    const drafts: string[] = [];
    for (const name of PEOPLE) {
      const draft = await card(page, name)
        .getByRole('textbox', { name: `Words for ${name}` })
        .inputValue();
      expect(draft).toContain('http://127.0.0.1:9/kelp-and-tides');
      drafts.push(draft.replace(name.split(' ')[0] ?? '', ''));
    }
    expect(new Set(drafts).size).toBe(5);
    await expectAccessible(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    for (const name of PEOPLE) {
      await card(page, name).getByRole('button', { name: 'I shared it' }).click();
      await card(page, name).waitFor({ state: 'detached' });
    }
    const got = page.getByRole('region', { name: 'Who got it' });
    await expect.poll(() => got.getByRole('listitem').count()).toBe(5);
    await got
      .getByRole('group', { name: 'What Ada Brandt made of it' })
      .getByRole('button', { name: 'Loved it' })
      .click();
    await toast(page).getByText('Noted what Ada Brandt made of it').waitFor();
    await expectAccessible(page);
  });

  it('are undone with the touch and the ledger', async () => {
    const { page } = desk;
    const got = page.getByRole('region', { name: 'Who got it' });
    await post(page, '/people', { name: 'Noor Haddad' });
    await page.getByRole('link', { name: 'All things to share' }).click();
    await page
      .getByRole('link', { name: /Kelp and the tides/ })
      .getByText('shared with 5')
      .waitFor();
    await page.getByRole('link', { name: /Kelp and the tides/ }).click();
    await got.getByRole('link', { name: 'Ada Brandt' }).click();
    await page.getByRole('region', { name: 'Give and take' }).getByText('Shared “Kelp and the tides”').waitFor();
    await page
      .getByRole('region', { name: 'What do I have for Ada Brandt?' })
      .getByText('They got “Kelp and the tides”')
      .waitFor();
  });

  it('come from another app on a phone, wait in the line, and are kept', async () => {
    const phone = await tendril.open({ phone: true });
    await phone.context.addCookies(await desk.context.cookies());
    const { page } = phone;
    await page.goto('/share?title=Why%20tides%20turn&url=https%3A%2F%2Fexample.org%2Ftides');
    await page.getByText('Kept to share: “Why tides turn”').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await toast(page).getByText('Kept to share').waitFor();
    await page.goto('/resources?url=https%3A%2F%2Fexample.org%2Fkelp&title=Kelp%20at%20night');
    await page.getByRole('link', { name: /Why tides turn/ }).waitFor();
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Kelp at night');
    await expectAccessible(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.getByRole('link', { name: /Why tides turn/ }).click();
    await card(page, 'Grace Ito').waitFor();
    await expectAccessible(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});
