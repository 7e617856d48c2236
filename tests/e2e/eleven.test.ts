import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually, overflow, textOf, useTendril, type Visit } from '../support/page.ts';
import { postgresSkipped } from '../support/postgres.ts';
import { openPerson, toast } from './steps.ts';

const WHO = 'Hidde Kuipers';
const list = (page: Page) => page.getByRole('list', { name: 'People to reach out to today' });
const box = (page: Page) => page.getByRole('textbox', { name: 'Write down what happened' });

/** An image as it comes from elsewhere: dropped on an element, or pasted on the page. */
async function bringPhoto(page: Page, how: 'drop' | 'paste'): Promise<void> {
  const bytes = await page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 96, height: 96 } });
  const target = how === 'drop' ? page.getByTitle('Choose, drop or paste a photo') : page.locator('body');
  await target.evaluate(
    (element, { base64, type }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.fromBase64(base64)], 'face.jpg', { type: 'image/jpeg' }));
      const event =
        type === 'drop'
          ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      element.dispatchEvent(event);
    },
    { base64: bytes.toString('base64'), type: how },
  );
}

const databases = [
  ['SQLite', 'sqlite', false],
  ['PostgreSQL', 'postgres', postgresSkipped],
] as const;

for (const [database, dialect, skipped] of databases) {
  describe.skipIf(skipped)(`all that one does with Tendril, on ${database}`, () => {
    const tendril = useTendril({ start: () => startAppServer({ demo: true, dialect }) });
    let visits: readonly { readonly visit: Visit; readonly phone: boolean }[];
    beforeAll(async () => {
      visits = [
        { visit: await tendril.open(), phone: false },
        // What a phone does differently it does before the server: one database is enough.
        ...(dialect === 'sqlite' ? [{ visit: await tendril.open({ phone: true }), phone: true }] : []),
      ];
    });

    /** On a desk, then on a phone where there is one. */
    const walks = (title: string, walk: (page: Page, about: { visit: Visit; phone: boolean }) => Promise<void>) =>
      it(title, async () => {
        for (const about of visits) {
          const { page } = about.visit;
          await walk(page, about);
          // What is on the page does not depend on the database.
          if (dialect === 'sqlite') await expectAccessible(page);
          expect(await overflow(page)).toBeLessThanOrEqual(0);
        }
      });

    walks('empties a place on Today, and takes it back', async (page) => {
      await page.goto('/');
      const first = list(page).getByRole('listitem').first();
      const name = (await first.getAttribute('aria-label')) ?? '';
      await first.getByRole('button', { name: 'Tomorrow', exact: true }).click();
      await eventually(() => list(page).getByRole('listitem', { name }).count()).toBe(0);
      await toast(page).getByRole('button', { name: 'Undo' }).first().click();
      await list(page).getByRole('listitem', { name }).waitFor();
    });

    walks('opens a person, and gives them a photo by drop or paste', async (page, { phone }) => {
      await openPerson(page, WHO);
      await page.getByRole('heading', { name: 'The story so far' }).waitFor();
      await bringPhoto(page, phone ? 'paste' : 'drop');
      const photo = page.getByTitle('Choose, drop or paste a photo').locator('img').first();
      await eventually(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
      await toast(page).getByRole('button', { name: 'Undo' }).first().click();
      await eventually(() => photo.count()).toBe(0);
    });

    walks('prepares for a meeting', async (page) => {
      await openPerson(page, WHO);
      await page.getByRole('link', { name: 'Prepare' }).click();
      await page.getByRole('article').getByRole('heading', { name: WHO }).waitFor();
      await page.getByText('The last times').first().waitFor();
    });

    walks('filters people, and shows where they live', async (page) => {
      await page.goto('/people?missing=birthday&warmth=dormant&show=all');
      await page.getByText(/found$/).waitFor();
      await page.goto('/near?city=Rotterdam');
      await page.getByRole('application', { name: /^A map of the world/ }).waitFor();
      await page.getByRole('list', { name: 'People in Rotterdam' }).getByRole('link').first().waitFor();
    });

    walks('sees circles, who is in them, and whom to sort', async (page, { phone }) => {
      await page.goto('/circles');
      if (phone) await page.getByRole('button', { name: 'Who is in it' }).first().tap();
      await page
        .getByRole('list', { name: /^Who is in/ })
        .getByRole('listitem')
        .first()
        .waitFor();
      await page.goto('/sort');
      await page.getByText(/^\d+ of \d+/).waitFor();
    });

    walks('looks at pictures, and reads them as tables', async (page) => {
      await page.goto('/pictures');
      await page.getByRole('button', { name: 'Show as a table' }).click();
      await page.getByRole('table', { name: 'Everyone on the map' }).waitFor();
      await page.getByRole('link', { name: 'Over the years' }).click();
      await page.getByRole('img', { name: /^Ties by warmth/ }).waitFor();
      await page.goto('/year');
      await page.getByRole('heading', { level: 1, name: 'Your 2026' }).waitFor();
    });

    walks('finds anyone, captures a line, and undoes it in the history', async (page, { phone }) => {
      await page.goto('/');
      await list(page).waitFor();
      if (phone) await page.getByRole('navigation').getByRole('button', { name: 'Find' }).tap();
      else await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').getByRole('combobox').fill('hidde kui');
      await page.getByRole('option', { name: WHO }).first().click();
      await page.getByRole('heading', { level: 1, name: WHO }).waitFor();
      await box(page).fill(`Coffee with ${WHO} about tidal power`);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('about tidal power').first().waitFor();
      await page.goto('/history');
      const step = page.getByRole('main').getByRole('listitem').filter({ hasText: WHO }).first();
      await step.getByRole('button', { name: /^Undo/ }).click();
      await page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ hasText: WHO })
        .filter({ hasText: 'undone' })
        .first()
        .waitFor();
    });

    walks('writes without a network, and has it saved afterwards', async (page, { visit, phone }) => {
      const line = `Call with ${WHO} about the ${phone ? 'kite' : 'canoe'}`;
      await page.goto('/settings');
      await page.getByText('Everyone is kept here').waitFor();
      await page.evaluate(() => navigator.serviceWorker.ready);
      await visit.context.setOffline(true);
      await page.goto('/');
      await page.getByText('Tendril is out of reach.').waitFor();
      await box(page).fill(line);
      await box(page).press('Enter');
      await eventually(() => box(page).inputValue()).toBe('');
      await visit.context.setOffline(false);
      await toast(page).getByText('What was kept here is saved.').waitFor();
      await openPerson(page, WHO);
      await page
        .getByText(/about the (kite|canoe)/)
        .first()
        .waitFor();
      // The browser itself reports each request that did not get through.
      expect(
        visit.takeProblems().filter((problem) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(problem)),
      ).toEqual([]);
    });

    walks('begins with names and with files', async (page, { phone }) => {
      const name = phone ? 'Nora Lindqvist' : 'Otto Marsh';
      await page.goto('/start');
      await page.getByLabel('Name 1', { exact: true }).fill(name);
      await page.getByRole('button', { name: 'Keep them close' }).click();
      await page.getByText('One person is in your Inner circle.').first().waitFor();
      await page.goto('/import');
      await page.getByRole('region', { name: 'How to get each file' }).waitFor();
    });

    walks('gives the calendar an address, and tells of the morning mail', async (page) => {
      await page.goto('/settings');
      const calendar = page.getByRole('region', { name: 'In your calendar' });
      await calendar.getByRole('button', { name: 'Make the address' }).click();
      const address = await calendar.getByLabel('The address of your calendar').inputValue();
      expect(await (await fetch(address)).text()).toContain('BEGIN:VCALENDAR');
      await calendar.getByRole('button', { name: 'Switch off' }).click();
      await calendar.getByRole('button', { name: 'Make the address' }).waitFor();
      await page
        .getByRole('region', { name: 'A mail in the morning' })
        .getByText('No mail server is named yet.')
        .waitFor();
    });

    walks('is dark, narrow, still and German where one asks for it', async (page) => {
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 320, height: 640 });
      await page.request.patch('/api/v1/settings', { data: { locale: 'de-DE' } });
      await page.goto('/');
      await page.getByRole('heading', { level: 1, name: /^Guten/ }).waitFor();
      expect(await textOf(page.getByRole('heading', { level: 1 }))).not.toContain('Good');
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.request.patch('/api/v1/settings', { data: { locale: 'en-GB' } });
      await page.goto('/');
      await page.getByRole('heading', { level: 1, name: /^Good/ }).waitFor();
    });
  });
}
