// Pages in a real browser: one Chromium per test file, a fresh visitor per call, and no error on the console.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { HOME_ZONE, type RunningClock } from './app-server.ts';
import { launchChromium } from './chromium.ts';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export interface VisitOptions {
  readonly url: string;
  /** What time it is for the browser: the server's. */
  readonly clock: RunningClock;
  readonly phone?: boolean;
}

/** Somebody at a browser of their own. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, thrown errors and failed answers since the last look. A look at them empties the list. */
  takeProblems(): string[];
}

/** How long a page may take to do anything on a busy machine. */
const PATIENCE = 15_000;

/** Asks for a browser for the whole file; `open` opens a visit in it. What goes wrong on a page fails the file. */
export function useBrowser(): { open(options: VisitOptions): Promise<Visit> } {
  let browser: Browser | undefined;
  const visits: Visit[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    const problems = visits.flatMap((visit) => visit.takeProblems());
    await browser?.close();
    expect(problems).toEqual([]);
  });
  return {
    async open(options) {
      if (browser === undefined) throw new Error('Open visits in a test or a hook.');
      const visit = await openVisit(browser, options);
      visits.push(visit);
      return visit;
    },
  };
}

async function openVisit(browser: Browser, { url, clock, phone = false }: VisitOptions): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: phone ? PHONE : DESKTOP,
    hasTouch: phone,
    isMobile: phone,
    deviceScaleFactor: phone ? 2 : 1,
    locale: 'en-GB',
    timezoneId: HOME_ZONE,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE);
  await context.clock.install({ time: clock.now() });
  const page = await context.newPage();
  const problems = listenForProblems(page);
  return { page, context, takeProblems: () => problems.splice(0) };
}

function listenForProblems(page: Page): string[] {
  const problems: string[] = [];
  const note = (what: string) => problems.push(`${what} (on ${page.url()})`);
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => note(`thrown: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) note(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return problems;
}

/** Waits for the page to say so: `expect` of Vitest, tried again until it holds. */
export function eventually<T>(look: () => Promise<T>) {
  return expect.poll(look, { timeout: PATIENCE, interval: 50 });
}

/** Whether anything on the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

const shots = fileURLToPath(new URL('../../.cache/e2e/', import.meta.url));

/** Keeps what the page looked like when a test failed. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name.replaceAll(/[^\w-]+/g, '-').slice(0, 80)}.png`), fullPage: true });
}
