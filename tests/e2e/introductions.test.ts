import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually, overflow, useTendril, type Visit } from '../support/page.ts';
import { enter } from './steps.ts';

async function post(page: Page, path: string, data: object): Promise<string> {
  const answer = await page.request.post(`/api/v1${path}`, { data });
  expect(answer.status(), path).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const card = (page: Page, name: string) => page.getByRole('article', { name });

describe('bringing two people together', () => {
  const tendril = useTendril({ start: startAppServer, story: true });
  let desk: Visit;
  let ada: string;

  beforeAll(async () => {
    desk = await tendril.open();
    const { page } = desk;
    await enter(page);
    ada = await post(page, '/people', { name: 'Ada Brandt' });
    const grace = await post(page, '/people', { name: 'Grace Osei' });
    const tom = await post(page, '/people', { name: 'Tom Ito' });
    await post(page, `/people/${ada}/facts`, { kind: 'need', text: 'somebody to look over two patents' });
    await post(page, `/people/${grace}/facts`, { kind: 'offer', text: 'reads patents and contracts' });
    await post(page, `/people/${tom}/facts`, { kind: 'offer', text: 'repairs old violins' });
  });

  it('begins with a suggestion, from the finder and from the page of one of them', async () => {
    const { page } = desk;
    await page.goto(`/people/${ada}`);
    const block = page.getByRole('region', { name: 'Introductions' });
    await block.getByText('Grace Osei offers: reads patents and contracts.').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').fill('introd');
    await page.getByRole('option', { name: /^Introductions/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Introductions' }).waitFor();
    await expectAccessible(page);
    await press(page, 'Begin with this');
    await card(page, 'Grace Osei and Ada Brandt').getByText('Ask Grace Osei first.').waitFor();
    await eventually(() => page.getByRole('button', { name: 'Begin with this' }).count()).toBe(0);
  });

  it('asks one, then the other, on the phone; an answer pressed by mistake is taken back', async () => {
    const { page } = await tendril.open({ phone: true });
    await page.context().addCookies(await desk.context.cookies());
    await page.goto('/');
    await page.getByRole('button', { name: 'More' }).last().tap();
    await page.getByRole('menuitem', { name: 'Introductions' }).tap();
    await card(page, 'Grace Osei and Ada Brandt')
      .getByText(/^Hi Grace, .*Ada Brandt/)
      .waitFor();
    const tap = async (name: string) => {
      const button = page.getByRole('button', { name, exact: true });
      await button.waitFor();
      // What was said of the last tap stands before what is tapped next.
      const toast = page.getByRole('region', { name: 'What just happened' });
      while ((await toast.getByRole('button', { name: 'Close' }).count()) > 0)
        await toast.getByRole('button', { name: 'Close' }).first().tap();
      await button.tap();
    };
    await tap('I asked Grace Osei');
    await tap('Said no');
    await card(page, 'Grace Osei and Ada Brandt').getByText('Grace Osei declined, and that is fine.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).tap();
    await page.getByRole('button', { name: 'Redo' }).waitFor();
    await tap('Grace Osei said yes');
    await tap('I asked Ada Brandt');
    await page.getByText(/^Grace Osei said yes, and Ada Brandt was asked/).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    await tap('Ada Brandt said yes');
    await page.getByText('Both said yes. Introduce them.').waitFor();
  });

  it('makes it in one message to both, hears how it went, and gives thanks', async () => {
    const { page } = desk;
    await page.goto('/introductions');
    await page.getByText(/Grace, meet Ada Brandt.*Ada, meet Grace Osei\./).waitFor();
    await press(page, 'I introduced them');
    await page.getByLabel('How did it go?').fill('They file the first patent together');
    await press(page, 'Save');
    await page.getByText('They file the first patent together').waitFor();
    await page.getByText(/^Hi Grace, thank you/).waitFor();
    await press(page, 'I thanked them');
    await page.getByRole('region', { name: 'Earlier' }).getByText('You introduced them, and thanked both.').waitFor();
    await expectAccessible(page);
    await page.goto(`/people/${ada}`);
    await page.getByText('Introduced to Grace Osei').waitFor();
    await page.getByText('Gave thanks for meeting Grace Osei').waitFor();
  });

  it('is begun by hand from the page of a person', async () => {
    const { page } = desk;
    await page.goto(`/people/${ada}`);
    await press(page, 'Introduce to somebody');
    await page.getByRole('combobox', { name: 'Who is the other?' }).fill('tom');
    await page.getByRole('option', { name: /Tom Ito/ }).click();
    await press(page, 'Save');
    await page
      .getByRole('region', { name: 'Introductions' })
      .getByText(/^An idea of .* Ask Ada Brandt first\.$/)
      .waitFor();
  });

  it('moves on with “Done” on Today, and back with one undo', async () => {
    const { page } = desk;
    const first = await post(page, '/people', { name: 'Priya Raman' });
    const second = await post(page, '/people', { name: 'Omar Lind' });
    const id = await post(page, '/introductions', { first, second });
    await post(page, `/introductions/${id}/moves`, { act: 'ask', date: '2026-11-20' });
    await post(page, `/introductions/${id}/moves`, { act: 'yes', date: '2026-11-21' });
    await page.goto('/?all=true');
    const omar = page.getByRole('listitem', { name: 'Omar Lind', exact: true });
    const waits = page.getByRole('button', { name: 'Take up Omar Lind' });
    await omar.or(waits).first().waitFor();
    if (await waits.isVisible()) await waits.click();
    await omar.getByText('Priya Raman would like to meet Omar: now ask Omar.').waitFor();
    await omar.getByRole('button', { name: 'Done', exact: true }).click();
    await omar.getByRole('button', { name: 'E-mail', exact: true }).click();
    await page.getByText('Noted that you asked Omar Lind about Priya Raman.').waitFor();
    const state = async () => {
      const answer = await page.request.get(`/api/v1/introductions?person=${first}`);
      const { introductions } = (await answer.json()) as { introductions: { state: string }[] };
      return introductions[0]?.state;
    };
    expect(await state()).toBe('asked-second');
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await eventually(state).toBe('first-yes');
  });
});
