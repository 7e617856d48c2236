import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let source: Promise<string> | undefined;

const SCHEMES = ['light', 'dark'] as const;
const GRAVE = new Set(['serious', 'critical']);

/** Fails where axe finds something serious or critical on what is on screen, in light or in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  source ??= readFile(axePath, 'utf8');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
  const found: string[] = [];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await settle(page);
    // What is there is the same in the dark, and read once; only the colours are others.
    const rules = colorScheme === 'light' ? [] : ['color-contrast'];
    found.push(...(await runAxe(page, rules)).map((line) => `${colorScheme}: ${line}`));
  }
  await page.emulateMedia({ colorScheme: null });
  expect(found, `axe on ${new URL(page.url()).pathname}`).toEqual([]);
}

/** Until everything that moves and ends has ended: a colour in transition is nobody's contrast. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = () =>
      document
        .getAnimations()
        .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
    await document.fonts.ready;
    // What is still asked for stands pale for a moment.
    while (document.querySelector('[aria-busy="true"]') !== null)
      await new Promise((drawn) => requestAnimationFrame(drawn));
    // A change of colour passes from parent to child, a transition each: the last begins when the others have ended.
    for (let still = 0; still < 2; still = moving().length === 0 ? still + 1 : 0) {
      await Promise.allSettled(moving().map((motion) => motion.finished));
      await new Promise((drawn) => requestAnimationFrame(drawn));
    }
  });
}

async function runAxe(page: Page, rules: string[]): Promise<string[]> {
  const violations = await page.evaluate(async (values) => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, {
      resultTypes: ['violations'],
      ...(values.length > 0 && { runOnly: { type: 'rule', values } }),
    });
    return violations.map(({ id, impact, help, nodes }) => ({
      id,
      impact: impact ?? '',
      help,
      where: nodes.map((node) => `${node.html.slice(0, 200)} (${node.any[0]?.message ?? node.all[0]?.message ?? ''})`),
    }));
  }, rules);
  return violations
    .filter(({ impact }) => GRAVE.has(impact))
    .map(({ id, impact, help, where }) => `${impact} ${id}, ${help}: ${where.slice(0, 4).join(' | ')}`);
}
