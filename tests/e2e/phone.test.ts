import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible, settle } from '../support/axe.ts';
import { eventually, overflow, useTendril, type Visit } from '../support/page.ts';
import { linkedInZip } from './address-books.ts';
import { placeInDeck, readReport, sumOf, toast } from './steps.ts';

/** What a thumb hits without aiming, in pixels. */
const THUMB = 40;

describe('on a phone, with three hundred people', () => {
  const tendril = useTendril({ start: () => startAppServer({ demo: true }) });
  let visit: Visit;

  beforeAll(async () => {
    visit = await tendril.open({ phone: true });
  });

  async function expectForThumbs(what: Record<string, Locator>): Promise<void> {
    const small: string[] = [];
    for (const [name, locator] of Object.entries(what)) {
      await locator.first().waitFor();
      for (const target of await locator.all()) {
        const box = await target.boundingBox();
        if (box && (box.width < THUMB || box.height < THUMB)) small.push(`${name}: ${box.width} × ${box.height}`);
      }
    }
    expect(small, `on ${new URL(visit.page.url()).pathname}`).toEqual([]);
  }

  const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name });

  it('shows every screen within its width, for every reader', async () => {
    const { page } = visit;
    await page.goto('/');
    const somebody = await page
      .getByRole('main')
      .getByRole('heading', { level: 2 })
      .getByRole('link')
      .first()
      .getAttribute('href');
    const screens = [
      '/',
      '/?all=true',
      '/people',
      somebody ?? '',
      '/circles',
      '/sort',
      '/import',
      '/history',
      '/settings',
      '/start',
    ];
    for (const path of screens) {
      await page.goto(path);
      await page.getByRole('main').getByRole('heading').first().waitFor();
      await settle(page);
      expect(await overflow(page), `${path} sticks out by`).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    }
  });

  it('has Today under the thumb: the acts, the pages, and the line to write in at the bottom', async () => {
    const { page } = visit;
    await page.goto('/');
    const pages = page.getByRole('navigation', { name: 'Pages' });
    await expectForThumbs({
      pages: pages.getByRole('link'),
      'find and more': pages.getByRole('button'),
      Done: button(page, 'Done'),
      Tomorrow: button(page, 'Tomorrow'),
      'to write': page.getByRole('main').getByRole('link', { name: /^(?:Write|Call)/ }),
    });
    const line = await page.getByRole('textbox', { name: 'Write down what happened' }).boundingBox();
    expect(line?.y).toBeGreaterThan(844 * 0.75);
    const first = page.getByRole('list', { name: 'People to reach out to today' }).getByRole('listitem').first();
    const name = (await first.getAttribute('aria-label')) ?? '';
    await first.getByRole('button', { name: 'Tomorrow' }).tap();
    await toast(page).getByText(name).waitFor();
    await expectForThumbs({ Undo: toast(page).getByRole('button', { name: 'Undo' }) });
    await toast(page).getByRole('button', { name: 'Undo' }).tap();
    await toast(page)
      .getByText(/^Undone/)
      .waitFor();
  });

  it('captures from the bottom of the page, with the preview above the line', async () => {
    const { page } = visit;
    await page.goto('/');
    const line = page.getByRole('textbox', { name: 'Write down what happened' });
    await line.tap();
    await line.fill('Met Zed Ito from Kanda at the OCEAN mixer, talked about tidal power');
    const box = page.getByRole('region', { name: 'Write down what happened' });
    const save = box.getByRole('button', { name: 'Save' });
    await save.waitFor();
    await settle(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectForThumbs({ Save: save });
    const [above, below] = [await save.boundingBox(), await line.boundingBox()];
    expect((above?.y ?? Infinity) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
    await expectAccessible(page);
    await save.tap();
    await toast(page).getByText('Zed Ito').waitFor();
  });

  it('sorts by tapping, and takes back', async () => {
    const { page } = visit;
    await page.goto('/sort');
    const { at, of } = await placeInDeck(page);
    await expectForThumbs({
      circles: button(page, /every/),
      acquaintance: button(page, 'Acquaintance'),
      moving: button(page, /Take back|Not now|Previous/),
    });
    await button(page, /^Close/).tap();
    await page.getByText(`${at + 1} of ${of}`).waitFor();
    await button(page, /Take back/).tap();
    await page.getByText(`${at} of ${of}`).waitFor();
    await eventually(() => page.getByText(/on the way/).count()).toBe(0);
  });

  it('brings people in by tapping', async () => {
    const { page } = visit;
    await page.goto('/import');
    const choose = button(page, 'Choose files');
    await expectForThumbs({ choose });
    const chooser = page.waitForEvent('filechooser');
    await choose.tap();
    await (await chooser).setFiles([await linkedInZip()]);
    await button(page, 'Bring in more').waitFor();
    expect(sumOf(await readReport(page))).toMatchObject({ read: 11, skipped: 1 });
    await settle(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectForThumbs({ sort: page.getByRole('link', { name: 'Sort them into circles' }) });
    await expectAccessible(page);
  });

  it('opens sheets from the bottom that fit and close', async () => {
    const { page } = visit;
    await page.goto('/people');
    await page.getByRole('list', { name: 'People', exact: true }).getByRole('link').first().tap();
    await page.getByRole('region', { name: 'The story so far' }).waitFor();
    await expectForThumbs({ Log: button(page, 'Log'), Edit: button(page, 'Edit') });
    for (const [opens, title] of [
      ['Log', 'Log a conversation'],
      ['Edit', 'Edit card'],
    ] as const) {
      await page.getByRole('main').getByRole('button', { name: opens, exact: true }).tap();
      const sheet = page.getByRole('dialog', { name: title });
      await sheet.waitFor();
      await settle(page);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await expectForThumbs({
        Close: sheet.getByRole('button', { name: 'Close' }),
        Save: sheet.getByRole('button', { name: 'Save' }),
      });
      await expectAccessible(page);
      await sheet.getByRole('button', { name: 'Close' }).tap();
      await sheet.waitFor({ state: 'hidden' });
    }
  });
});
