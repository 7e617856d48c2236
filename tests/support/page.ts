// Pages in a real browser: one Chromium per worker, a fresh visitor per call, and no error on the console.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { HOME_ZONE, type Served } from './app-server.ts';
import { launchChromium } from './chromium.ts';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export interface VisitOptions {
  readonly phone?: boolean;
  readonly dark?: boolean;
  /** The language of the browser; British English unless told. */
  readonly locale?: string;
}

/** Somebody at a browser of their own. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, thrown errors and refused requests since the last look, which a look takes away. */
  takeProblems(): string[];
}

/** How long a page may take to do anything on a busy machine. */
const PATIENCE = 15_000;

export interface Tendril<S extends Served> {
  readonly server: S;
  /** A new visitor, with the server's time on the clock. What goes wrong on their page fails the tests. */
  open(options?: VisitOptions): Promise<Visit>;
}

export interface TendrilOptions<S extends Served> {
  readonly start: () => Promise<S>;
  /** The tests tell one story: after one that failed, the rest has nothing to stand on and is left out. */
  readonly story?: boolean;
}

let chromium: Promise<Browser> | undefined;

/** The Chromium of all test files that a worker runs; it ends with the worker's process. */
async function sharedChromium(): Promise<Browser> {
  const there = await chromium;
  if (there?.isConnected()) return there;
  chromium = launchChromium();
  return chromium;
}

/** A server for the tests of a file or a `describe`, and a Chromium to come to it. */
export function useTendril<S extends Served>({ start, story = false }: TendrilOptions<S>): Tendril<S> {
  let broken = false;
  let running: { server: S; browser: Browser } | undefined;
  const visits: Visit[] = [];
  const get = () => {
    if (running === undefined) throw new Error('The server and the browser are there in tests and hooks.');
    return running;
  };
  beforeAll(async () => {
    const [server, browser] = await Promise.all([start(), sharedChromium()]);
    running = { server, browser };
  });
  beforeEach(({ skip }) => skip(story && broken, 'the story broke off earlier'));
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    broken = true;
    await Promise.all(visits.map(({ page }, at) => keepPicture(page, `${task.name} ${at}`)));
  });
  afterAll(async () => {
    const problems = visits.flatMap((visit) => visit.takeProblems());
    await Promise.all(visits.map(({ context }) => context.close()));
    await running?.server.close();
    expect(problems, 'problems on the pages').toEqual([]);
    expect(running?.server.logged, 'failures the server logged').toEqual([]);
  });
  return {
    get server() {
      return get().server;
    },
    async open(options = {}) {
      const { server, browser } = get();
      const visit = await openVisit(browser, server, options);
      visits.push(visit);
      return visit;
    },
  };
}

/** Opens a browser of one's own at a server: a desk unless it is a phone, light unless it is dark. */
export async function openVisit(
  browser: Browser,
  { url, clock }: Pick<Served, 'url' | 'clock'>,
  { phone = false, dark = false, locale = 'en-GB' }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: phone ? PHONE : DESKTOP,
    hasTouch: phone,
    isMobile: phone,
    deviceScaleFactor: phone ? 2 : 1,
    locale,
    timezoneId: HOME_ZONE,
    reducedMotion: 'reduce',
    colorScheme: dark ? 'dark' : 'light',
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

const DAY_MS = 86_400_000;

/** The next day, at the same hour, for the server and for the visitor, who opens Today. */
export async function sleepOver({ clock }: Served, { page, context }: Visit): Promise<void> {
  clock.set(clock.now() + DAY_MS);
  await context.clock.setSystemTime(clock.now());
  await page.goto('/');
}

/** Waits for the page to say so: `expect` of Vitest, tried again until it holds. */
export function eventually<T>(look: () => Promise<T>): ReturnType<typeof expect.poll<T>> {
  return expect.poll(look, { timeout: PATIENCE, interval: 50 });
}

export async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? '';
}

/** By how many pixels the page is wider than its window: nothing, unless something sticks out. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

export interface Focus {
  /** The tag and what the element is called: `button Done`; `body` when nothing has the focus. */
  readonly what: string;
  /** Whether one sees where it is: by a ring in the window, or in a field by its cursor. */
  readonly visible: boolean;
}

export function lookAtFocus(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return { what: 'body', visible: false };
    const field = element.matches('textarea, input:not([type=checkbox], [type=radio], [type=file])');
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null;
    const name = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent;
    const { outlineStyle, outlineWidth, outlineColor, caretColor } = getComputedStyle(element);
    const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !/^transparent|, 0\)$/.test(outlineColor);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const inWindow = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    return {
      what: `${element.tagName.toLowerCase()} ${name.trim().split('\n')[0] ?? ''}`.trim(),
      visible: inWindow && (ring || (field && caretColor !== 'transparent')),
    };
  });
}

const shots = fileURLToPath(new URL('../../.cache/e2e/', import.meta.url));

/** Keeps what a page looked like when a test failed, for whoever looks into it. */
async function keepPicture(page: Page, name: string): Promise<void> {
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name.replaceAll(/[^\w-]+/g, '-').slice(0, 80)}.png`), fullPage: true });
}
