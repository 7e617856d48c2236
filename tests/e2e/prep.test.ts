import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible, settle } from '../support/axe.ts';
import { eventually, overflow, useTendril, type Visit } from '../support/page.ts';
import { enter } from './steps.ts';

async function post(page: Page, path: string, data: object): Promise<string> {
  const answer = await page.request.post(`/api/v1${path}`, { data });
  expect(answer.status(), path).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}

const article = (page: Page, name: string) => page.getByRole('article', { name });
const heading = (page: Page) => page.getByRole('heading', { level: 1, name: 'Before you meet' }).waitFor();

describe('preparing for a meeting', () => {
  const tendril = useTendril({ start: startAppServer, story: true });
  let desk: Visit;
  let ada: string;
  let zed: string;

  beforeAll(async () => {
    desk = await tendril.open();
    const { page } = desk;
    await enter(page);
    ada = await post(page, '/people', { name: 'Ada Brandt', circle: 'Close' });
    zed = await post(page, '/people', { name: 'Zed Ito', circle: 'Close' });
    await post(page, '/touches', {
      people: [ada],
      channel: 'in-person',
      date: '2026-09-01',
      summary: 'Coffee. She is applying for the post in Kiel',
    });
    await post(page, `/people/${ada}/facts`, { kind: 'family', text: 'Daughter Mia' });
    await post(page, `/people/${ada}/facts`, { kind: 'challenge', text: 'Sleeps badly', private: true });
    await post(page, `/people/${ada}/promises`, { by: 'me', text: 'the sailing book' });
    await post(page, '/touches', {
      people: [ada],
      channel: 'in-person',
      date: '2026-11-25',
      plan: true,
      summary: 'Dinner at mine',
    });
  });

  it('leads from the coming week to a page for the plan, and another person joins', async () => {
    const { page } = desk;
    await page.goto('/');
    await page.getByRole('link', { name: 'Prepare for: Dinner at mine' }).click();
    await heading(page);
    await page.getByText('Wednesday 25 November: Dinner at mine').waitFor();
    await article(page, 'Ada Brandt').getByText('Ask how it went: “She is applying for the post in Kiel”.').waitFor();
    await article(page, 'Ada Brandt').getByText('from your conversation of 1 September').waitFor();
    await article(page, 'Ada Brandt').getByText('the sailing book').waitFor();
    await page.getByRole('combobox', { name: 'And who else?' }).fill('zed');
    await page.getByRole('option', { name: /Zed Ito/ }).click();
    await article(page, 'Zed Ito').getByText('Nothing is noted of Zed Ito yet.').waitFor();
    await page
      .getByRole('region', { name: 'What the two have in common' })
      .getByText('Both are in your circle Close.')
      .waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Ada Brandt Remove Ada Brandt' }).click();
    await eventually(() => article(page, 'Ada Brandt').count()).toBe(0);
  });

  it('opens by keyboard from a person, and from the finder', async () => {
    const { page } = desk;
    await page.goto(`/people/${ada}`);
    await page.getByRole('heading', { level: 1, name: 'Ada Brandt' }).waitFor();
    await page.keyboard.press('p');
    await heading(page);
    await article(page, 'Ada Brandt').waitFor();
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').fill('prepare');
    await page.getByRole('option', { name: /Prepare for a meeting/ }).click();
    // Nobody is chosen: it is for what is planned next.
    await page.getByText('Wednesday 25 November: Dinner at mine').waitFor();
  });

  it('prints two people on a page, without the way around and without what is private', async () => {
    const { page } = desk;
    const more = [];
    for (const name of ['Eve Lind', 'Kwame Asante', 'Rosa Núñez']) more.push(await post(page, '/people', { name }));
    await page.goto(`/prep?people=${[ada, zed, ...more].join(',')}`);
    await article(page, 'Ada Brandt').getByText('Sleeps badly').waitFor();
    await article(page, 'Rosa Núñez').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await article(page, 'Ada Brandt').getByText('Daughter Mia').first().isVisible()).toBe(true);
    expect(await page.getByText('Sleeps badly').isVisible()).toBe(false);
    for (const hidden of [page.getByRole('navigation'), page.getByRole('textbox'), page.getByRole('button')])
      expect(await hidden.filter({ visible: true }).count()).toBe(0);
    const colours = () =>
      article(page, 'Ada Brandt').evaluate((element) => {
        const { color } = getComputedStyle(element);
        return [color, getComputedStyle(document.body).backgroundColor];
      });
    await expect.poll(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await page.emulateMedia({ media: null });
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(3);
  });

  it('says it plainly when somebody has died', async () => {
    const { page } = desk;
    await page.request.patch(`/api/v1/people/${zed}`, { data: { deceased: true } });
    await page.goto(`/prep?people=${zed}`);
    await article(page, 'Zed Ito').getByText('Zed Ito has died.').waitFor();
    expect(await page.getByRole('region', { name: 'Worth asking' }).count()).toBe(0);
    await page.goto(`/people/${zed}`);
    await page.getByRole('heading', { level: 1, name: 'Zed Ito' }).waitFor();
    expect(await page.getByRole('main').getByRole('link', { name: 'Prepare' }).count()).toBe(0);
  });

  it('fits a phone, for every reader', async () => {
    const { page } = await tendril.open({ phone: true });
    await page.context().addCookies(await desk.context.cookies());
    const long = await post(page, '/people', { name: `${'Wolfeschlegelstein'.repeat(6)} von und zu Hohenlohe` });
    await page.goto('/');
    await page.getByRole('button', { name: 'More' }).last().tap();
    await page.getByRole('menuitem', { name: 'Prepare for a meeting' }).tap();
    await heading(page);
    await page.goto(`/prep?people=${[ada, long].join(',')}`);
    await article(page, 'Ada Brandt').waitFor();
    await settle(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
});
