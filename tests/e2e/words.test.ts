import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AssistantServer, startAssistant } from '../support/an-assistant.ts';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible, settle } from '../support/axe.ts';
import { eventually, overflow, useTendril, type Visit } from '../support/page.ts';
import { enter } from './steps.ts';

async function send(page: Page, method: 'post' | 'patch', path: string, data: object): Promise<string> {
  const answer = await page.request[method](`/api/v1${path}`, { data });
  expect(answer.status(), path).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}

const card = (page: Page, name: string) => page.getByRole('listitem', { name });
const draftOf = (page: Page, name: string) => card(page, name).getByRole('textbox');
const openSheet = async (page: Page, id: string): Promise<void> => {
  await page.goto(`/people/${id}`);
  await page.getByRole('button', { name: 'Write something' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Your message' }).waitFor();
};

describe('words', () => {
  let assistant: AssistantServer | undefined;
  const tendril = useTendril({
    start: async () => {
      assistant = await startAssistant();
      return startAppServer({ assistantUrl: assistant.url });
    },
    story: true,
  });
  afterAll(() => assistant?.close());
  let desk: Visit;
  let ada: string;
  let zed: string;

  const person = async (page: Page, name: string, more: object) => {
    const id = await send(page, 'post', '/people', { name, circle: 'Close' });
    const { card: was } = (await (await page.request.get(`/api/v1/people/${id}`)).json()) as { card: object };
    await send(page, 'patch', `/people/${id}`, { card: { ...was, ...more } });
    await send(page, 'post', `/people/${id}/reminders`, { date: '2026-11-23', text: 'think of them' });
    return id;
  };

  beforeAll(async () => {
    desk = await tendril.open();
    const { page } = desk;
    await enter(page);
    ada = await person(page, 'Ada Brandt', {
      emails: { e: { address: 'ada@example.org' } },
      addresses: { a: { full: 'Kade 7, 2611 AB Delft' } },
    });
    zed = await person(page, 'Zed Ito', {
      emails: { e: { address: 'zed@example.org' } },
      onlineServices: { i: { service: 'Instagram', user: '@zed.ito' } },
    });
    await send(page, 'patch', `/people/${zed}`, { channel: 'instagram' });
    const eve = await person(page, 'Eve Lind', { emails: { e: { address: 'eve@example.org' } } });
    await send(page, 'patch', `/people/${eve}`, { channel: 'instagram' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  it('open Instagram for whoever prefers it, and never an e-mail instead', async () => {
    const { page } = desk;
    await page.goto(`/people/${zed}`);
    const act = page.getByRole('main').locator('[data-act=write]').first();
    await eventually(() => act.getAttribute('href')).toBe('https://ig.me/m/zed.ito');
    await openSheet(page, zed);
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByLabel('How it goes').inputValue()).toBe('instagram');
    expect(await dialog.locator('[data-act=write]').getAttribute('href')).toBe('https://ig.me/m/zed.ito');
    await page.keyboard.press('Escape');
    // With no name of hers there, the words are copied and no other app opens.
    await page.goto('/people');
    await page
      .getByRole('link', { name: /Eve Lind/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Write something' }).click();
    const copy = dialog.locator('[data-act=write]');
    await copy.waitFor();
    expect(await copy.getAttribute('href')).toBeNull();
    await page.keyboard.press('Escape');
  });

  it('are remarked on quietly as one writes, and the same is not proposed again', async () => {
    const { page } = desk;
    await openSheet(page, ada);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What it is for').selectOption({ label: 'Thanks' });
    await dialog.getByLabel('How it goes').selectOption({ label: 'E-mail' });
    const text = dialog.getByRole('textbox', { name: 'Your message' });
    await eventually(() => text.inputValue()).toMatch(/thank/i);
    const first = await text.inputValue();
    await text.fill(`I hope this email finds you well. ${first}`);
    await dialog.getByText('It sounds like a form letter.').waitFor();
    await settle(page);
    await expectAccessible(page);
    const mine = `Salut Ada,\n\n${first.split('\n').at(-1)}\n\nWarmly\nWilma`;
    await text.fill(mine);
    const write = dialog.locator('[data-act=write]');
    const href = decodeURIComponent((await write.getAttribute('href')) ?? '');
    expect(href).toMatch(/^mailto:ada@example\.org\?subject=Thank you&body=Salut Ada,\r\n\r\n/);
    // The link would leave the page for an app that is not here.
    await write.evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()));
    await write.click();
    await page.getByRole('button', { name: 'Yes', exact: false }).first().click();
    await page.getByText('Logged: in touch with Ada Brandt.').waitFor();
    await openSheet(page, ada);
    await dialog.getByLabel('What it is for').selectOption({ label: 'Thanks' });
    await dialog.getByLabel('How it goes').selectOption({ label: 'E-mail' });
    await eventually(() => text.inputValue()).toMatch(/thank/i);
    expect(await text.inputValue()).not.toContain(first.split('\n').at(-1));
    await text.fill(mine);
    await dialog.getByText('You said this to them before.').waitFor();
    await page.keyboard.press('Escape');
  });

  it('are the owner’s own once they are set', async () => {
    const { page } = desk;
    await page.goto('/settings');
    await page.getByRole('link', { name: 'Open your words' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your words' }).waitFor();
    await page.getByRole('button', { name: 'Add words of your own' }).last().click();
    const words = page.getByRole('textbox', { name: 'The words' });
    await words.fill('Moin {nmae},');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Did you mean {name}?').waitFor();
    await words.fill('Moin {name},');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Kept. Drafts use it from now on.').waitFor();
    await settle(page);
    await expectAccessible(page);
    await openSheet(page, zed);
    const text = page.getByRole('dialog').getByRole('textbox', { name: 'Your message' });
    await eventually(() => text.inputValue()).toMatch(/^Moin Zed, /);
    await page.keyboard.press('Escape');
  });

  it('are rephrased by an assistant only after one has seen what it is sent', async () => {
    const { page } = desk;
    if (assistant === undefined) throw new Error('The assistant is there.');
    await send(page, 'post', `/people/${zed}/facts`, { kind: 'challenge', text: 'Sleeps badly', private: true });
    await page.goto('/words');
    await page.getByLabel('Offer it beside drafts').selectOption({ label: 'Yes' });
    await page.getByText('Saved.').waitFor();
    await openSheet(page, zed);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Rephrase with your assistant' }).click();
    await dialog.getByText(/^This, and nothing else, would be sent to small at/).waitFor();
    const shown = await dialog.locator('pre').allTextContents();
    expect(shown.join()).not.toMatch(/Sleeps badly|Ito|Ada/);
    expect(assistant.asked).toHaveLength(0);
    assistant.answer = { status: 404, body: '{}' };
    await dialog.getByRole('button', { name: 'Send this' }).click();
    await dialog.getByText(/does not know the model/).waitFor();
    assistant.answer = 'Moin Zed, how is life by the sea?';
    await dialog.getByRole('button', { name: 'Rephrase with your assistant' }).click();
    await dialog.getByRole('button', { name: 'Send this' }).click();
    await dialog.getByRole('button', { name: 'Use it' }).click();
    await eventually(() => dialog.getByRole('textbox', { name: 'Your message' }).inputValue()).toBe(assistant.answer);
    const sent = JSON.parse(assistant.asked.at(-1)?.body ?? '') as { messages: { content: string }[] };
    expect(sent.messages.map(({ content }) => content)).toEqual(shown);
    await page.keyboard.press('Escape');
    desk.takeProblems(); // The browser notes a refused request.
  });

  it('for cards are printed with their addresses, and ticked when written', async () => {
    const { page } = desk;
    await page.goto('/cards');
    await page.getByText('2611 AB Delft').waitFor();
    await page.getByRole('region', { name: 'No address yet' }).getByText('Zed Ito').waitFor();
    await page.getByRole('checkbox', { name: 'Written to Ada Brandt' }).click();
    await page.getByText('1 of 1 written').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('0 of 1 written').waitFor();
    await settle(page);
    await expectAccessible(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('2611 AB Delft').isVisible()).toBe(true);
    for (const hidden of [page.getByRole('navigation'), page.getByRole('checkbox'), page.getByRole('combobox')])
      expect(await hidden.filter({ visible: true }).count()).toBe(0);
    await page.emulateMedia({ media: null });
  });

  it('fit a phone, and are remarked on in the list of the day', async () => {
    const { page } = await tendril.open({ phone: true, dark: true });
    await page.context().addCookies(await desk.context.cookies());
    await page.goto('/');
    const mine = draftOf(page, 'Zed Ito');
    if ((await mine.count()) === 0) {
      await card(page, 'Zed Ito').getByRole('button', { name: /More/ }).tap();
      await page.getByRole('menuitem', { name: /Write/ }).tap();
    }
    await mine.fill('Just wanted to touch base.');
    await card(page, 'Zed Ito').getByText('This is office talk.').waitFor();
    for (const path of ['/words', '/cards', `/people/${zed}`]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settle(page);
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    }
    await page.getByRole('button', { name: 'Write something' }).tap();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Your message' }).waitFor();
    await settle(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
});
