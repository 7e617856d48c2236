import { access } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateSettings } from '../../src/services/settings.service.ts';
import { type MailServer, startMailServer } from '../support/a-mail-server.ts';
import { TEN } from '../support/an-app.ts';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible, settle } from '../support/axe.ts';
import { eventually, overflow, textOf, useTendril, type Visit } from '../support/page.ts';
import { bringIn, enter, OWNER, toast } from './steps.ts';

const DAY = 24 * 60 * 60_000;
const CONNECTIONS = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,Brandsma,https://www.linkedin.com/in/ada-brandsma,,Tidal Works,Marine Engineer,04 Mar 2021
`;

describe('the settings', () => {
  let mail: MailServer;
  afterAll(() => mail.close());
  const tendril = useTendril({
    // A hundred days ago: what is brought in first has grown old by the time the story begins.
    async start() {
      mail = await startMailServer();
      return startAppServer({ at: TEN - 100 * DAY, smtpUrl: mail.url });
    },
    story: true,
  });
  let desk: Visit;

  beforeAll(async () => {
    desk = await tendril.open();
    const { page, context } = desk;
    const { server } = tendril;
    await enter(page);
    await bringIn(page, [{ name: 'Connections.csv', mimeType: 'text/csv', buffer: Buffer.from(CONNECTIONS) }]);
    await page.goto('about:blank');
    server.clock.set(TEN);
    await context.clock.setSystemTime(TEN);
    await page.request.post(`${server.url}/api/v1/session`, { data: OWNER });
  });

  const block = (name: string) => desk.page.getByRole('region', { name, exact: true });
  const paper = () => desk.page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  it('say gently that an export has grown old, until one knows', async () => {
    const { page } = desk;
    const sentence = page.getByText(/Your LinkedIn export is 100 days old/);
    await page.goto('/');
    await page.getByText('Nobody else needs you today.').waitFor();
    await sentence.waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Bring in a new one' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bring people in' }).waitFor();
    await sentence.waitFor();
    await page.getByRole('button', { name: 'I know' }).click();
    await sentence.waitFor({ state: 'detached' });
    await page.goto('/');
    await page.getByText('Nobody else needs you today.').waitFor();
    await settle(page);
    expect(await sentence.count()).toBe(0);
  });

  it('send Today by mail: to oneself, at an hour, on days, and say what the mail server says', async () => {
    const { page } = desk;
    await page.goto('/settings');
    const morning = block('A mail in the morning');
    await morning.getByLabel('To', { exact: true }).waitFor();
    await morning.getByText(`An address of your own; left empty, ${OWNER.email}`).waitFor();
    await morning.getByRole('combobox', { name: 'Send it' }).selectOption('Yes');
    await morning.getByRole('combobox', { name: 'At' }).selectOption('06:00');
    await eventually(() => textOf(morning)).toContain('Next: 24 Nov, 06:00.');
    await morning.getByLabel('Tue').uncheck();
    await eventually(() => textOf(morning)).toContain('Next: 25 Nov, 06:00.');
    await morning.getByRole('button', { name: 'Send me a test' }).click();
    await morning.getByText(`Sent to ${OWNER.email}. Look there.`).waitFor();
    expect(mail.letters.map(({ to }) => to)).toEqual([[OWNER.email]]);
    mail.refusal = '550 5.7.1 Not from this sender';
    await morning.getByRole('button', { name: 'Send me a test' }).click();
    await morning.getByText('It says: 550 5.7.1 Not from this sender').waitFor();
    await morning.getByLabel('To', { exact: true }).fill('not an address');
    await morning.getByText('That is no e-mail address.').waitFor();
    await expectAccessible(page);
  });

  it('give the calendar a secret address, tell that it is read, and end it', async () => {
    const { page } = desk;
    await page.goto('/settings');
    const calendar = block('In your calendar');
    await calendar.getByRole('button', { name: 'Make the address' }).click();
    const address = await calendar.getByLabel('The address of your calendar').inputValue();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/feeds\/[\w-]{43}\/calendar\.ics$/);
    expect(await calendar.getByRole('link', { name: 'Open in a calendar' }).getAttribute('href')).toBe(
      address.replace('http:', 'webcal:'),
    );
    await calendar.getByText('no calendar has read it yet').waitFor();
    // As a calendar app does, which has no session.
    const read = await fetch(address);
    expect(await read.text()).toContain('BEGIN:VCALENDAR');
    await page.reload();
    await calendar.getByText('last read 23 November').waitFor();
    expect(await calendar.getByLabel('The address of your calendar').count()).toBe(0);
    await calendar.getByRole('button', { name: 'Make a new address' }).click();
    await calendar.getByLabel('The address of your calendar').waitFor();
    expect((await fetch(address)).status).toBe(404);
    await calendar.getByRole('button', { name: 'Switch off' }).click();
    await toast(page).getByText('The calendar’s address is switched off.').waitFor();
    await calendar.getByRole('button', { name: 'Make the address' }).waitFor();
  });

  it('are dark or light as chosen on this device, before anything else is there to see', async () => {
    const { page } = desk;
    const light = await paper();
    await block('Light or dark').getByRole('combobox').selectOption('Dark');
    const dark = await paper();
    expect(dark).not.toBe(light);
    // A worker that keeps the scripts would answer before the route can hold them back.
    await page.evaluate(async () => {
      for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    });
    let begin = () => {};
    const gate = new Promise<void>((resolve) => {
      begin = resolve;
    });
    await page.route('**/assets/*.js', async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto('/settings', { waitUntil: 'commit' });
    await page.locator('link[rel=stylesheet]').first().waitFor({ state: 'attached' });
    await eventually(paper).toBe(dark);
    await page.waitForTimeout(1500);
    expect(await page.locator('#root').innerHTML()).toBe('');
    begin();
    await expectAccessible(page);
    expect(await block('Light or dark').getByRole('combobox').inputValue()).toBe('dark');
    await block('Light or dark').getByRole('combobox').selectOption('As this device is set');
    expect(await paper()).toBe(light);
  });

  it('give everything out: each format, and a backup', async () => {
    const { page } = desk;
    await page.goto('/settings');
    const data = block('Your data');
    for (const [name, file] of [
      ['Take it: CSV', 'tendril.csv'],
      ['Download a backup', 'tendril-2026-11-23.backup'],
    ] as const) {
      const download = page.waitForEvent('download');
      await data.getByRole('link', { name }).click();
      expect((await download).suggestedFilename()).toBe(file);
      expect((await (await download).failure()) ?? 'none').toBe('none');
    }
  });

  it('fit a phone, with all of it in view', async () => {
    const { page } = await tendril.open({ phone: true });
    await page.context().addCookies(await desk.context.cookies());
    await updateSettings(tendril.server.context(), { digestAddress: `${'wilma.'.repeat(9)}b@bakker.example` });
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto('/settings');
    await page.getByRole('region', { name: 'A mail in the morning' }).getByLabel('Mon').waitFor();
    await settle(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  it('delete everything, when it is meant, and leave an empty notebook and a backup', async () => {
    const { page } = desk;
    await block('Your data').getByRole('button', { name: 'Delete everything …' }).click();
    const sheet = page.getByRole('dialog', { name: 'Delete everything?' });
    const act = sheet.getByRole('button', { name: 'Delete everything' });
    expect(await act.isDisabled()).toBe(true);
    await sheet.getByLabel('Type “delete everything”').fill('Delete everything');
    await expectAccessible(page);
    await act.click();
    const done = page.getByRole('dialog', { name: 'Everything is deleted' });
    const said = await textOf(done.getByRole('status'));
    const backup = / on the server at (\S+)\.$/.exec(said)?.[1] ?? '';
    await access(backup);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('link', { name: 'Today' }).first().click();
    await page.getByText('Or write one line').waitFor();
    await page.goto('/history');
    await page.getByText('Deleted everything and began anew').waitFor();
  });
});
