import type { BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../tests/support/chromium.ts';
import { keptAs } from '../tests/support/on-device.ts';
import type { KeptState } from '../web/offline/keep.ts';
import { buildServer, buildWeb, startBuilt } from './built.ts';
import { missingRow, type Row, rowOf } from './row.ts';
import { isWanted, type Place, type Scene, subjectOf } from './scene.ts';

/** What a person at a real Chromium waits for, on the built server. */
interface Watching {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  /** What the slowest or largest must stay under. */
  readonly most: number;
  readonly measure: (context: BrowserContext) => Promise<readonly number[]>;
}

const WATCHED: readonly Watching[] = [
  { name: 'Today on screen, opened in a new tab', unit: 'ms', most: 1_000, measure: firstScreens },
  { name: 'a key typed in the finder, until it is on screen', unit: 'ms', most: 50, measure: keysInFinder },
  { name: 'longest hold of the page while the list is scrolled', unit: 'ms', most: 50, measure: holdsWhileScrolling },
  { name: 'a device that keeps everyone', unit: 'MB', most: 50, measure: megabytesKept },
];

const OWNER = { name: 'Bench', email: 'bench@tendril.example', password: 'long enough for a bench' };
const SCREENS = 10;
const TYPED = ['maria', 'jan b', 'coffee', 'lu', 'zo'];
/** Between two keys of somebody who types fast. */
const KEY_MS = 90;
/** Chromium tells of events only from this many milliseconds on, in steps of eight: quicker ones count as this. */
const LEAST_EVENT_MS = 16;
/** A bound against hanging: fifty thousand people come in a thousand parts. */
const KEPT_WITHIN_MS = 30 * 60_000;
const SCROLLS = 60;
const WHEEL = 2_400;

export async function* measureBrowser(place: Place, makeScene: () => Promise<Scene>): AsyncGenerator<Row> {
  const watched = WATCHED.filter(({ name }) => isWanted(place, name));
  if (watched.length === 0) return;
  const scene = await makeScene();
  await buildServer();
  await buildWeb();
  const server = await startBuilt(scene.database.cli);
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
    await signIn(context);
    for (const { name, unit, most, measure } of watched) {
      const subject = subjectOf(place, name, scene.touches);
      const target = `all < ${most} ${unit}`;
      try {
        const samples = await measure(context);
        const ok = samples.every((sample) => sample < most);
        yield rowOf(subject, { unit, samples, target, ok: () => ok });
      } catch (error) {
        process.stderr.write(`Not measured: ${error instanceof Error ? error.message : error}\n`);
        yield missingRow(subject, { unit, target });
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** The first who comes owns the network; the second time they come back. */
async function signIn(context: BrowserContext): Promise<void> {
  const claimed = await context.request.post('/api/v1/owner', { data: OWNER });
  const answer = claimed.ok() ? claimed : await context.request.post('/api/v1/session', { data: OWNER });
  if (!answer.ok()) throw new Error(`Signing in was answered ${answer.status()}: ${await answer.text()}`);
}

/** From opening the address to the first person with a reason, each time in a tab of its own. */
async function firstScreens(context: BrowserContext): Promise<number[]> {
  const samples: number[] = [];
  for (let n = 0; n < SCREENS; n++) {
    const page = await context.newPage();
    const start = performance.now();
    await page.goto('/', { waitUntil: 'commit' });
    await page.locator('[data-card]').first().waitFor();
    samples.push(performance.now() - start);
    await page.close();
  }
  return samples;
}

async function keysInFinder(context: BrowserContext): Promise<number[]> {
  const page = await context.newPage();
  await page.goto('/people');
  await page.getByRole('list', { name: 'People', exact: true }).getByRole('link').first().waitFor();
  await page.keyboard.press('ControlOrMeta+k');
  const box = page.getByRole('dialog').getByRole('combobox');
  await box.waitFor();
  await page.evaluate((threshold) => {
    const slow: number[] = [];
    Object.assign(globalThis, { slow });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') slow.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: threshold } as PerformanceObserverInit);
  }, LEAST_EVENT_MS);
  let keys = 0;
  for (const text of TYPED) {
    await page.keyboard.type(text, { delay: KEY_MS });
    for (const _ of text) await page.keyboard.press('Backspace', { delay: KEY_MS / 3 });
    keys += 2 * text.length;
  }
  const slow = await page.evaluate(() => (globalThis as unknown as { slow: number[] }).slow);
  await page.close();
  return [...slow, ...Array<number>(Math.max(0, keys - slow.length)).fill(LEAST_EVENT_MS)];
}

/** The longest time nothing else could run in the page, for each turn of the wheel. */
async function holdsWhileScrolling(context: BrowserContext): Promise<number[]> {
  const page = await context.newPage();
  await page.goto('/people');
  await page.getByRole('list', { name: 'People', exact: true }).getByRole('link').first().waitFor();
  await page.mouse.move(700, 500);
  await watchHolds(page);
  const samples: number[] = [];
  for (let n = 0; n < SCROLLS; n++) {
    await page.mouse.wheel(0, n % 10 === 9 ? 20 * WHEEL : WHEEL);
    await page.waitForTimeout(50);
    samples.push(await page.evaluate(() => (globalThis as unknown as { takeHold: () => number }).takeHold()));
  }
  await page.close();
  return samples;
}

/** Keeps a message going round: the longest time between two of them is what held the page. */
async function watchHolds(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    let longest = 0;
    let last = performance.now();
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      port2.postMessage(null);
    };
    port2.postMessage(null);
    const takeHold = () => {
      const hold = longest;
      longest = 0;
      return hold;
    };
    Object.assign(globalThis, { takeHold });
  });
}

/** What is kept to be read without a network, once everyone is there. @throws Error when there was no room for all of it */
async function megabytesKept(context: BrowserContext): Promise<number[]> {
  const page = await context.newPage();
  await page.goto('/settings');
  await page.getByText(/(Everyone is kept here|There was no room)/).waitFor({ timeout: KEPT_WITHIN_MS });
  const state = (await keptAs(page, 'state')) as KeptState;
  await page.close();
  if (state.short) throw new Error('Of some people only the newest conversations are kept.');
  return [state.bytes / 1_000_000];
}
