// Pictures of every screen, for looking at and for the README: node scripts/screenshots.ts FOLDER
// On a desk and on a phone, light and dark, with nobody in it and with the invented network. Writes docs/today.png too.

import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { loadDemo } from '../src/services/demo.service.ts';
import { type AppServer, startAppServer } from '../tests/support/app-server.ts';
import { settle } from '../tests/support/axe.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { openVisit, type VisitOptions } from '../tests/support/page.ts';

interface Screen {
  readonly name: string;
  readonly path: string;
  /** What to do on the page before the picture. */
  readonly act?: (page: Page) => Promise<unknown>;
}

const OWNER = { name: 'Ines', email: 'ines@example.org', password: 'only for the pictures' };
const FORMS = [{}, { dark: true }, { phone: true }, { phone: true, dark: true }] as const;
const LINE = 'Met Zed Ito from Kanda at the OCEAN mixer, talked about tidal power';

const EMPTY: readonly Screen[] = [
  '/',
  '/start',
  '/people',
  '/circles',
  '/sort',
  '/import',
  '/history',
  '/prep',
  '/pictures',
  '/pictures/over-time',
  '/pictures/year',
  '/settings',
  '/words',
  '/cards',
].map((path) => ({ name: path === '/' ? 'today' : path.slice(1).replaceAll('/', '-'), path }));

function fullScreens(person: string): readonly Screen[] {
  const press = (key: string) => (page: Page) => page.keyboard.press(key);
  return [
    ...EMPTY,
    { name: 'today-waiting', path: '/?all=true' },
    {
      name: 'today-done',
      path: '/',
      act: (page) => page.getByRole('button', { name: 'Done', exact: true }).first().click(),
    },
    {
      name: 'today-snoozed',
      path: '/',
      act: (page) => page.getByRole('button', { name: 'Tomorrow', exact: true }).first().click(),
    },
    { name: 'capture', path: '/', act: capture },
    { name: 'person', path: person },
    { name: 'person-log', path: person, act: press('l') },
    { name: 'person-draft', path: person, act: press('o') },
    { name: 'person-edit', path: person, act: press('e') },
    { name: 'find', path: '/', act: (page) => find(page, 'gra') },
    { name: 'keys', path: '/', act: press('?') },
    { name: 'import-report', path: '/import', act: bringIn },
  ];
}

async function capture(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Write down what happened' }).fill(LINE);
  await page.getByRole('button', { name: 'Save' }).waitFor();
}

async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('combobox').fill(words);
  await page.getByRole('option').nth(2).waitFor();
}

async function bringIn(page: Page): Promise<void> {
  const rows = ['Grace,Oduya,,grace@oduya.example,Quay Bakery,Baker,02 Feb 2022', ',,,,,,15 Nov 2020'];
  const csv = ['First Name,Last Name,URL,Email Address,Company,Position,Connected On', ...rows, ''].join('\n');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles({ name: 'Connections.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Bring in more' }).waitFor();
}

const nameOf = ({ phone, dark }: VisitOptions) => `${phone ? 'phone' : 'desk'}-${dark ? 'dark' : 'light'}`;

interface Shoot {
  readonly browser: Browser;
  readonly server: AppServer;
  readonly form: VisitOptions;
  readonly folder: string;
}

/** Takes the screens one after another, signed in as the owner. */
async function shoot({ browser, server, form, folder }: Shoot, screens: readonly Screen[]): Promise<void> {
  const page = await openSignedIn({ browser, server, form });
  for (const { name, path, act } of screens) {
    await page.goto(path);
    await page.getByRole('main').getByRole('heading').first().waitFor();
    await act?.(page);
    await page.waitForLoadState('networkidle');
    await settle(page);
    await page.screenshot({ path: join(folder, `${name}-${nameOf(form)}.png`) });
  }
  await page.context().close();
}

async function openSignedIn({ browser, server, form }: Omit<Shoot, 'folder'>): Promise<Page> {
  const { page } = await openVisit(browser, server, form);
  const { claimed }: { claimed: boolean } = await (await page.request.get('/api/v1/session')).json();
  await page.request.post(claimed ? '/api/v1/session' : '/api/v1/owner', { data: OWNER });
  return page;
}

async function shootWelcome({ browser, server, form, folder }: Shoot): Promise<void> {
  const { page, context } = await openVisit(browser, server, form);
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settle(page);
  await page.screenshot({ path: join(folder, `welcome-${nameOf(form)}.png`) });
  await context.close();
}

async function shootEmpty(shot: Shoot): Promise<void> {
  await shootWelcome(shot);
  await shoot(shot, EMPTY);
}

async function shootFull(shot: Shoot): Promise<void> {
  await loadDemo(shot.server.context());
  const page = await openSignedIn(shot);
  await page.goto('/');
  const first = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first();
  const person = (await first.getAttribute('href')) ?? '/people';
  if (shot.form === FORMS[0]) {
    await settle(page);
    await page.screenshot({ path: fileURLToPath(new URL('../docs/today.png', import.meta.url)) });
  }
  await page.context().close();
  await shoot(shot, fullScreens(person));
}

const target = process.argv[2];
if (target === undefined) {
  process.stderr.write('Where to? node scripts/screenshots.ts FOLDER\n');
  process.exitCode = 2;
} else {
  const browser = await launchChromium();
  for (const [name, take] of [
    ['empty', shootEmpty],
    ['full', shootFull],
  ] as const) {
    const folder = join(resolve(target), name);
    await mkdir(folder, { recursive: true });
    for (const form of FORMS) {
      // What a picture changes (an import, a snooze) is not in the pictures of the next form.
      const server = await startAppServer();
      await take({ browser, server, form, folder });
      await server.close();
    }
  }
  await browser.close();
  process.stdout.write(`The pictures are in ${resolve(target)}, and docs/today.png is new.\n`);
}
