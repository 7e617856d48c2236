import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible, settle } from '../support/axe.ts';
import { eventually, overflow, sleepOver, useTendril, type Visit } from '../support/page.ts';
import { enter } from './steps.ts';

async function post(page: Page, path: string, data: object): Promise<string> {
  const answer = await page.request.post(`/api/v1${path}`, { data });
  expect(answer.status(), path).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}

const GIVEN = ['Ada', 'Zed', 'Grace', 'Will', 'Noor', 'Rosa', 'Kwame', 'Eve'];
const FAMILY = ['Brandt', 'Ito', 'Osei', 'Lind', 'Asante'];
/** Forty people, of whom the first eight are known. */
const FORTY = FAMILY.flatMap((family) => GIVEN.map((given) => `${given} ${family}`));

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

describe('gatherings', () => {
  const tendril = useTendril({ start: startAppServer, story: true });
  let desk: Visit;
  let address: string;

  beforeAll(async () => {
    desk = await tendril.open();
    const { page } = desk;
    await enter(page);
    for (const name of FORTY.slice(0, 8))
      await post(page, '/people', { name, email: `${name.split(' ')[0]}@example.org` });
    await post(page, '/people', { name: 'Grace Lindqvist' });
  });

  it('begins in the finder, with a list of forty pasted', async () => {
    const { page } = desk;
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').fill('gather');
    await page.getByRole('option', { name: /Gatherings and plans/ }).click();
    await heading(page, 'Gatherings');
    await page.getByRole('button', { name: 'Add a gathering' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('What it is called').fill('TidalConf');
    await sheet.getByLabel('What it is', { exact: true }).selectOption('conference');
    await sheet.getByLabel('Where').fill('Harbour Hall');
    await sheet.getByLabel('First day').fill('2026-11-24');
    await sheet.getByLabel('Last day').fill('2026-11-25');
    await expectAccessible(page);
    await sheet.getByRole('button', { name: 'Keep' }).click();
    await heading(page, 'TidalConf');
    address = new URL(page.url()).pathname;
    const rows = [...FORTY.slice(0, 39).map((name, i) => `${name}, Company ${i}`), 'Grace'];
    await page.getByLabel('Names, one a line').fill(rows.join('\n'));
    await page.getByRole('button', { name: 'Put on the list' }).click();
    await page.getByText('On the list: 8 you know, 1 you may know, 31 new to you.').waitFor();
    await page
      .getByRole('group', { name: 'Is Grace somebody you know?' })
      .getByRole('button', { name: 'Nobody I know' })
      .click();
    await page.getByText('Is Grace somebody you know?').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Take Grace off the list' }).click();
    await page.getByLabel('Names, one a line').fill('Eve Asante');
    await page.getByRole('button', { name: 'Put on the list' }).click();
    const card = page.getByRole('article', { name: 'Ada Brandt' });
    await card.getByLabel('You want to meet Ada Brandt').check();
    await card.getByLabel('What to say to Ada Brandt').fill('ask about Kiel');
    await card.getByLabel('What to say to Ada Brandt').blur();
    await settle(page);
    await expectAccessible(page);
    await page.goto('/');
    await page
      .getByText('Ada will be at TidalConf from tomorrow until Wednesday; you want to say: ask about Kiel.')
      .waitFor();
    await page.getByRole('link', { name: 'TidalConf' }).click();
    await heading(page, 'TidalConf');
  });

  it('takes down in one row whom one met, and asks where it cannot know', async () => {
    const { page } = desk;
    await sleepOver(tendril.server, desk);
    await page.goto(address);
    const row = page.getByLabel('Whom did you meet?');
    await row.fill('Grace: permits');
    await row.press('Enter');
    const which = page.getByRole('group', { name: 'Which Grace did you meet?' });
    await which
      .getByRole('button', { name: 'Grace Brandt, Company 2' })
      .or(which.getByRole('button', { name: /^Grace Brandt/ }))
      .click();
    await page.getByText('1 person waits for a word.').waitFor();
    await row.fill(
      FORTY.filter((name) => name !== 'Grace Brandt')
        .map((name, i) => `${name}: topic ${i}`)
        .join('\n'),
    );
    await page.getByRole('button', { name: 'Note' }).click();
    await page.getByText('40 people wait for a word.').waitFor();
    await page.getByRole('article', { name: 'Zed Ito' }).getByText('topic 8').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByText('1 person waits for a word.').waitFor();
    await page.getByRole('button', { name: 'Redo' }).last().click();
    await page.getByText('40 people wait for a word.').waitFor();
  });

  it('is followed up the day after, until everyone has heard a word', async () => {
    const { page } = desk;
    await sleepOver(tendril.server, desk);
    await page
      .getByText(/talked about (?:permits|topic \d+)/)
      .first()
      .waitFor();
    await page.goto(address);
    await page.getByText('40 people wait for a word.').waitFor();
    const drafts = page.getByRole('textbox', { name: /^Draft to / });
    expect(await drafts.count()).toBe(40);
    for (let left = 39; left > 36; left--) {
      await page
        .getByRole('button', { name: /^I wrote to / })
        .first()
        .click();
      await page.getByText(`${left} people wait for a word.`).waitFor();
    }
    // The rest as a program would.
    await page.goto('about:blank');
    const { people } = (await (await page.request.get(`/api/v1${address}/follow-ups`)).json()) as {
      people: { person: { id: string }; done: boolean }[];
    };
    for (const { person, done } of people)
      if (!done) await post(page, `/people/${person.id}/done`, { channel: 'email' });
    await page.goto(address);
    await page.getByText('All done: everyone you met has heard from you.').waitFor();
    await page.goto('/people');
    await page
      .getByRole('link', { name: /Eve Asante/ })
      .first()
      .click();
    await page.getByRole('region', { name: 'Gatherings' }).getByRole('link', { name: 'TidalConf' }).waitFor();
    await page.getByText('you met: topic 38').waitFor();
  });

  it('leads from “coffee with Ada next week” to a plan, a calendar file, a touch and a follow-up', async () => {
    const { page, context } = desk;
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('c');
    const line = page.getByRole('textbox', { name: 'Write down what happened' });
    await line.fill('coffee with Ada next week');
    await page.getByRole('button', { name: 'Ada Brandt' }).click();
    await page
      .getByText(/Planned with Ada Brandt/)
      .first()
      .waitFor();
    await line.press('Enter');
    await eventually(() => line.inputValue()).toBe('');
    await page.goto('/gatherings');
    const planned = page.getByRole('region', { name: 'Planned' });
    const link = planned.getByRole('link', { name: 'Calendar file of the plan with Ada Brandt' });
    const file = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(file.headers()['content-type']).toContain('text/calendar');
    expect(await file.text()).toMatch(/METHOD:PUBLISH[\s\S]*SUMMARY:Coffee with Ada/);
    tendril.server.clock.set(tendril.server.clock.now() + 12 * 86_400_000);
    await context.clock.setSystemTime(tendril.server.clock.now());
    await page.goto('/');
    await page.getByRole('group', { name: /^Did you meet/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Yes, and follow up' }).click();
    await page.getByText('You saw Ada on 30 November').waitFor();
    expect(await page.getByRole('group', { name: /^Did you meet/ }).count()).toBe(0);
  });

  it('proposes a table and drafts invitations, and fits a phone', async () => {
    const { page } = await tendril.open({ phone: true });
    await page.context().addCookies(await desk.context.cookies());
    const dinner = await post(page, '/gatherings', { kind: 'dinner', name: 'Dinner at ours', since: '2026-12-12' });
    await page.goto('/');
    await page.getByRole('button', { name: 'More' }).last().tap();
    await page.getByRole('menuitem', { name: 'Gatherings and plans' }).tap();
    await heading(page, 'Gatherings');
    await settle(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    await page.getByRole('link', { name: /Dinner at ours/ }).tap();
    await page
      .getByRole('region', { name: 'Who would enjoy each other' })
      .getByRole('button', { name: /^Invite / })
      .first()
      .tap();
    await page
      .getByRole('region', { name: 'Invitations' })
      .getByRole('button', { name: / comes$/ })
      .tap();
    await eventually(() => page.getByLabel(/^Whether .+ comes$/).inputValue()).toBe('coming');
    await page.goto(address);
    await heading(page, 'TidalConf');
    await page.getByText('All done').waitFor();
    await settle(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    expect(dinner).not.toBe('');
  });
});
