// Pictures of every screen, for looking at and for the README: node scripts/screenshots.ts FOLDER [SCREEN...]
// On a desk and on a phone, light and dark, with nobody in it and with the invented network; the main ones also at 320 pixels
// and on a wall. Writes docs/today.png, docs/person.png and docs/map.png too. With names of screens only those.

import { mkdir, writeFile } from 'node:fs/promises';
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
interface Form extends VisitOptions {
  /** Another size than that of the desk or the phone; then only the main screens. */
  readonly size?: { readonly name: string; readonly width: number; readonly height: number };
}
const FORMS: readonly Form[] = [
  {},
  { dark: true },
  { phone: true },
  { phone: true, dark: true },
  { phone: true, size: { name: 'narrow', width: 320, height: 640 } },
  { size: { name: 'wall', width: 3840, height: 2160 } },
];
const MAIN = new Set(['today', 'people', 'person', 'circles', 'near', 'pictures', 'settings', 'prep']);
/** Which screens stand in the README, and under what name. */
const IN_README: Readonly<Record<string, string>> = { today: 'today', person: 'person', pictures: 'map' };
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
  '/near',
  '/introductions',
  '/resources',
  '/gatherings',
  '/news',
  '/goals',
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
    { name: 'share', path: '/share?title=Tides&text=Tides%20https%3A%2F%2Ftides.example%2F1' },
    { name: 'offline', path: '/', act: goOffline },
    { name: 'filters', path: '/people', act: openFilters },
    { name: 'filtered', path: '/people?missing=photo&warmth=cooling' },
    { name: 'selection', path: '/people', act: select },
    { name: 'near-city', path: '/near?city=Rotterdam' },
    { name: 'resource', path: '/resources', act: openFirst('/resources/') },
    { name: 'gathering', path: '/gatherings', act: openFirst('/gatherings/') },
    { name: 'person', path: person },
    { name: 'person-log', path: person, act: press('l') },
    { name: 'person-draft', path: person, act: press('o') },
    { name: 'person-edit', path: person, act: press('e') },
    { name: 'find', path: '/', act: (page) => find(page, 'gra') },
    { name: 'keys', path: '/', act: press('?') },
    { name: 'import-report', path: '/import', act: bringIn },
  ];
}

/** The first thing of a list, on its own page. */
function openFirst(path: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.getByRole('main').locator(`a[href^="${path}"]`).first().click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  };
}

async function capture(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Write down what happened' }).fill(LINE);
  await page.getByRole('button', { name: 'Save' }).waitFor();
}

async function goOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByText('Tendril is out of reach.').waitFor();
  await page.getByRole('list', { name: 'People to reach out to today' }).waitFor();
}

async function openFilters(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('dialog', { name: 'Who to show' }).waitFor();
}

async function select(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  for (const row of [1, 2, 4])
    await page
      .getByRole('list', { name: 'People', exact: true })
      .getByRole('listitem')
      .nth(row)
      .getByRole('link')
      .click();
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

const nameOf = ({ phone, dark, size }: Form) => size?.name ?? `${phone ? 'phone' : 'desk'}-${dark ? 'dark' : 'light'}`;

interface Shoot {
  readonly browser: Browser;
  readonly server: AppServer;
  readonly form: Form;
  readonly folder: string;
}

/** Takes the screens one after another, signed in as the owner. */
async function shoot({ browser, server, form, folder }: Shoot, screens: readonly Screen[]): Promise<void> {
  const page = await openSignedIn({ browser, server, form });
  for (const { name, path, act } of screens.filter((screen) => isWanted(screen.name, form))) {
    await page.goto(path);
    await page.getByRole('main').getByRole('heading').first().waitFor();
    await act?.(page);
    await page.waitForLoadState('networkidle');
    await settle(page);
    const picture = await page.screenshot({ path: join(folder, `${name}-${nameOf(form)}.png`) });
    await page.context().setOffline(false);
    const shown = IN_README[name];
    if (shown !== undefined && folder.endsWith('full') && form === FORMS[0])
      await writeFile(fileURLToPath(new URL(`../docs/${shown}.png`, import.meta.url)), picture);
  }
  await page.context().close();
}

async function openSignedIn({ browser, server, form }: Omit<Shoot, 'folder'>): Promise<Page> {
  const { page } = await openVisit(browser, server, form);
  if (form.size !== undefined) await page.setViewportSize(form.size);
  const { claimed }: { claimed: boolean } = await (await page.request.get('/api/v1/session')).json();
  await page.request.post(claimed ? '/api/v1/session' : '/api/v1/owner', { data: OWNER });
  return page;
}

/** What somebody sees who is not signed in: first that nobody owns it yet, later the door. */
async function shootDoor({ browser, server, form, folder }: Shoot, name: string): Promise<void> {
  const { page, context } = await openVisit(browser, server, form);
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settle(page);
  await page.screenshot({ path: join(folder, `${name}-${nameOf(form)}.png`) });
  await context.close();
}

async function shootEmpty(shot: Shoot): Promise<void> {
  const withDoor = isWanted('welcome', shot.form);
  if (withDoor) await shootDoor(shot, 'welcome');
  await shoot(shot, EMPTY);
  if (withDoor) await shootDoor(shot, 'sign-in');
}

function isWanted(name: string, { size }: Form): boolean {
  return (only.length === 0 || only.includes(name)) && (size === undefined || MAIN.has(name));
}

async function shootFull(shot: Shoot): Promise<void> {
  await loadDemo(shot.server.context());
  const page = await openSignedIn(shot);
  const person = `/people/${await whoHasMostToTell(page)}`;
  await page.context().close();
  await shoot(shot, fullScreens(person));
}

/** The one of the innermost circle of whom most is noted. */
async function whoHasMostToTell(page: Page): Promise<string> {
  const { items }: { items: { id: string }[] } = await (
    await page.request.get('/api/v1/people?circle=Inner&limit=20')
  ).json();
  const told = await Promise.all(
    items.map(async ({ id }) => ({
      id,
      length: (await (await page.request.get(`/api/v1/people/${id}`)).text()).length,
    })),
  );
  return told.sort((a, b) => b.length - a.length)[0]?.id ?? '';
}

const [, , target, ...only] = process.argv;
if (target === undefined) {
  process.stderr.write('Where to? node scripts/screenshots.ts FOLDER [SCREEN...]\n');
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
  process.stdout.write(`The pictures are in ${resolve(target)}, and those of the README in docs.\n`);
}
