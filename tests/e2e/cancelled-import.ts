import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import type { TestDialect } from '../support/dialects.ts';
import { useTendril } from '../support/page.ts';
import { enter } from './steps.ts';

/** A LinkedIn export of people who are nobody. */
function connections(count: number): Buffer {
  const rows = Array.from(
    { length: count },
    (_, i) =>
      `Given${i % 977},Family${i},https://www.linkedin.com/in/nobody-${i},,Example Works ${i % 91},Baker,04 Mar 2021`,
  );
  return Buffer.from(['First Name,Last Name,URL,Email Address,Company,Position,Connected On', ...rows].join('\r\n'));
}

const progress = (page: Page) => page.getByRole('progressbar', { name: 'Bringing them in' });

/** How far the bar is once it is further than `beyond`, in percent. */
async function furtherThan(page: Page, beyond: number): Promise<number> {
  const bar = progress(page);
  await bar.waitFor({ timeout: PATIENCE });
  await expect
    .poll(async () => Number(await bar.getAttribute('aria-valuenow')), { timeout: PATIENCE })
    .toBeGreaterThan(beyond);
  return Number(await bar.getAttribute('aria-valuenow'));
}

/** Reading a large file, and taking back what was brought in, take their time on a busy machine. */
const PATIENCE = 300_000;

/** Starts a large import in one tab, works in another, and cancels it on the way. */
export function describeCancelledImport({ dialect, count }: { dialect: TestDialect; count: number }): void {
  describe(`an import of ${count} connections, on ${dialect}`, () => {
    const tendril = useTendril({ start: () => startAppServer({ dialect, at: Date.now() }), story: true });

    it('moves on while another tab works, and cancelled leaves everything as it was', {
      timeout: 3 * PATIENCE,
    }, async () => {
      const { server } = tendril;
      for (const name of ['Grace Oduya', 'Bram Kuiper'])
        await server.cli('add', name, '--email', `${name.split(' ')[0]}@example.org`);
      const everything = () => server.cli('export', '-', '--format', 'jscontact').then(({ stdout }) => stdout);
      const { page, context } = await tendril.open();
      await enter(page);
      const other = await context.newPage();
      await other.goto('/people');
      const list = other.getByRole('list', { name: 'People', exact: true });
      await list.getByRole('link', { name: 'Grace Oduya' }).waitFor();
      const before = await everything();

      await page.goto('/import');
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose files' }).click();
      await (await chooser).setFiles([{ name: 'Connections.csv', mimeType: 'text/csv', buffer: connections(count) }]);
      const early = await furtherThan(page, 0);
      await other
        .getByRole('navigation')
        .getByRole('link', { name: /^Circles/ })
        .click();
      await other.waitForURL('**/circles');
      await other.getByRole('heading', { level: 1 }).waitFor();
      expect(await furtherThan(page, early)).toBeLessThan(100);

      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByText('Cancelled; nothing was kept').waitFor({ timeout: PATIENCE });
      expect(await everything()).toBe(before);
      expect(await server.cli('doctor')).toMatchObject({ code: 0 });
      await page.goto('/people');
      await page
        .getByRole('navigation')
        .getByRole('link', { name: /^People\D*2$/ })
        .waitFor();
    });
  });
}
