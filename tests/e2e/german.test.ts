import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../src/services/demo.service.ts';
import { de } from '../../web/lib/strings.de.ts';
import { en } from '../../web/lib/strings.ts';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible, settle } from '../support/axe.ts';
import { eventually, lookAtFocus, overflow, useTendril, type Visit } from '../support/page.ts';
import { OWNER } from './steps.ts';

const SMALLEST_PHONE = { width: 320, height: 640 };

const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];
/** The parts of the catalogue that are loaded later. */
const later = {
  de: import.meta.glob('../../web/lib/strings-*.de.ts', { eager: true, import: 'de' }),
  en: import.meta.glob('../../web/lib/strings-*.en.ts', { eager: true, import: 'en' }),
};
/** What only the English catalogue says, apart from the names of two circles, of a service, and of English itself. */
const fine = new Set([...textsOf(de), ...textsOf(later.de), 'Close', 'Active', 'Google Contacts', 'English']);
const ENGLISH = [...textsOf(en), ...textsOf(later.en)].filter((text) => !fine.has(text));

/** Everything one sees or hears on the page that the English catalogue says. */
function englishOn(page: Page): Promise<string[]> {
  return page.evaluate((english) => {
    const known = new Set(english);
    const said: (string | null)[] = [document.title.split(' · ')[0] ?? ''];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) said.push(walk.currentNode.nodeValue);
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'aria-description', 'placeholder', 'title', 'alt'])
        said.push(element.getAttribute(name));
    return [...new Set(said.map((text) => text?.trim() ?? ''))].filter((text) => known.has(text));
  }, ENGLISH);
}

async function expectGerman(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor();
  await eventually(() => page.getByText(de.app.loading).count()).toBe(0);
  await settle(page);
  const where = new URL(page.url()).pathname;
  expect(await englishOn(page), `English on ${where}`).toEqual([]);
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  expect(await overflow(page), `${where} sticks out by`).toBeLessThanOrEqual(0);
}

describe('in German', () => {
  const tendril = useTendril({ start: startAppServer, story: true });
  let desk: Visit;
  let somebody: string;

  beforeAll(async () => {
    desk = await tendril.open({ locale: 'de-CH' });
  });

  it('opens in the language of the browser, and stays in it', async () => {
    const { page } = desk;
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Bleib den Menschen nah' }).waitFor();
    await expectGerman(page);
    await page.getByLabel('Dein Name').fill(OWNER.name);
    await page.getByLabel('E-Mail').fill(OWNER.email);
    await page.getByLabel('Passwort', { exact: true }).fill(OWNER.password);
    await page.getByRole('button', { name: 'Anfangen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Willkommen, Wilma.' }).waitFor();
    await expectGerman(page);
  });

  it('says nothing in English on a desk, with nobody there and with many', async () => {
    const { page } = desk;
    for (const path of ['/', '/people', '/circles', '/sort', '/prep', '/history']) {
      await page.goto(path);
      await expectGerman(page);
    }
    await loadDemo(tendril.server.context());
    await page.goto('/');
    const first = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first();
    somebody = (await first.getAttribute('href')) ?? '';
    // The reasons are the server's sentences; in the demo one of them is always a birthday.
    await page
      .getByRole('main')
      .getByText(/ wird heute \d+\.$|^Heute hat |hat heute Geburtstag\.$/)
      .first()
      .waitFor();
    expect(await page.getByText(/^(?:You|It) |^Today is| has their birthday| turns \d/).allTextContents()).toEqual([]);
    const screens = ['/?all=true', '/people', somebody, `/prep?people=${somebody.split('/').at(-1)}`];
    for (const path of [...screens, '/circles', '/sort', '/import', '/history', '/settings']) {
      await page.goto(path);
      await expectGerman(page);
    }
    await expectAccessible(page);
  });

  it('names keys, finder and sheets in German too', async () => {
    const { page } = desk;
    await page.goto(somebody);
    await page.getByRole('region', { name: 'Was bisher war' }).waitFor();
    for (const [key, title] of [
      ['?', 'Tasten'],
      ['/', 'Suchen'],
      ['l', 'Ein Gespräch festhalten'],
      ['e', 'Angaben bearbeiten'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('dialog', { name: title }).waitFor();
      await expectGerman(page);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
  });

  it('fits the smallest phone, for every reader', async () => {
    const { page } = await tendril.open({ phone: true, locale: 'de-AT' });
    await page.setViewportSize(SMALLEST_PHONE);
    await page.context().addCookies(await desk.context.cookies());
    for (const path of ['/', somebody, '/people', '/circles', '/sort', '/import', '/settings']) {
      await page.goto(path);
      await expectGerman(page);
      if (path !== '/sort' && path !== '/import' && path !== '/circles') await expectAccessible(page);
    }
  });

  it('changes at once where one chooses, and a reload never flashes the other language', async () => {
    const { page } = desk;
    await page.goto('/settings');
    const list = (name: string) => page.getByRole('combobox', { name, exact: true });
    await list('Sprache').selectOption('English');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await page.getByText('Saved.', { exact: true }).waitFor();
    expect((await lookAtFocus(page)).what).toBe('select Language');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await list('Language').selectOption('Deutsch');
    await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
    await page.getByText('Gespeichert.', { exact: true }).waitFor();
    await page.evaluate(() => localStorage.setItem('seen', ''));
    await page.addInitScript(() => {
      new MutationObserver(() => {
        const [link] = document.querySelectorAll('nav a[href="/settings"]');
        if (link !== undefined)
          localStorage.setItem('seen', `${localStorage.getItem('seen') ?? ''}${link.textContent}|`);
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
    const seen = await page.evaluate(() => localStorage.getItem('seen') ?? '');
    expect(new Set(seen.split('|').filter((word) => word !== ''))).toEqual(new Set(['Einstellungen']));
  });
});
