// What several journeys have in common, in the words of the one who sits before the page.

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { textOf } from '../support/page.ts';
import type { TestFile } from './address-books.ts';

export const OWNER = { name: 'Wilma Bakker', email: 'wilma@bakker.example', password: 'a walk along the canal' };

/** The first visit: becomes the owner, and stands before the first questions. */
export async function signUp(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Your name').fill(OWNER.name);
  await page.getByLabel('E-mail').fill(OWNER.email);
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { level: 1, name: /Welcome, Wilma/ }).waitFor();
}

/** Becomes the owner without the form, for tests of what comes later. */
export async function enter(page: Page): Promise<void> {
  const answer = await page.request.post('/api/v1/owner', { data: OWNER });
  expect(answer.status()).toBe(200);
  await page.goto('/');
}

/** Takes the four circles that the first page offers. */
export async function takeOfferedCircles(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Take these' }).click();
  await page.getByText('Yours', { exact: true }).nth(3).waitFor();
}

/** Chooses files on the import page and waits for the report. */
export async function bringIn(page: Page, files: readonly TestFile[]): Promise<void> {
  await page.goto('/import');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles([...files]);
  await page.getByRole('button', { name: 'Bring in more' }).waitFor();
}

/** Drops files on the import page and waits for the report. */
export async function drop(page: Page, files: readonly TestFile[]): Promise<void> {
  await page.goto('/import');
  const zone = page.getByRole('region', { name: 'Drop files here' });
  const sent = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }));
  const dataTransfer = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, base64 } of given)
      transfer.items.add(new File([Uint8Array.fromBase64(base64)], name, { type: mimeType }));
    return transfer;
  }, sent);
  await zone.dispatchEvent('drop', { dataTransfer });
  await page.getByRole('button', { name: 'Bring in more' }).waitFor();
}

export interface FileLine {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
}

/** What the report says of each file it read. */
export async function readReport(page: Page): Promise<Record<string, FileLine>> {
  const files = await page
    .getByRole('region')
    .filter({ hasText: /\d read:/ })
    .all();
  const lines = await Promise.all(
    files.map(async (file) => {
      const text = await textOf(file);
      const [, read, created, updated, unchanged] =
        /(\d+) read: (\d+) new, (\d+) updated, (\d+) unchanged/.exec(text) ?? [];
      const left = /(One|\d+) rows? (?:was|were) left out/.exec(text)?.[1];
      const skipped = left === undefined ? 0 : left === 'One' ? 1 : Number(left);
      const counts = {
        read: Number(read),
        created: Number(created),
        updated: Number(updated),
        unchanged: Number(unchanged),
        skipped,
      };
      return [(await file.getAttribute('aria-label')) ?? '', counts] as const;
    }),
  );
  for (const [name, counts] of lines)
    expect(counts.created + counts.updated + counts.unchanged + counts.skipped, `the rows of ${name}`).toBe(
      counts.read,
    );
  return Object.fromEntries(lines);
}

export function sumOf(report: Record<string, FileLine>): FileLine {
  const sum = (key: keyof FileLine) => Object.values(report).reduce((total, file) => total + file[key], 0);
  return {
    read: sum('read'),
    created: sum('created'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    skipped: sum('skipped'),
  };
}

const HIGH_ENOUGH = 6_000;

/** The rows on the page of people, each as it is read aloud: name first. */
export async function listedPeople(page: Page): Promise<string[]> {
  await page.goto('/people');
  const list = page.getByRole('list', { name: 'People', exact: true });
  await list.getByRole('link').first().waitFor();
  // Only the rows in sight are in the page: on a window this high, all of them.
  const size = page.viewportSize();
  await page.setViewportSize({ width: size?.width ?? 1280, height: HIGH_ENOUGH });
  const all = Number(await list.getByRole('listitem').first().getAttribute('aria-setsize'));
  await expect.poll(() => list.getByRole('listitem').count()).toBe(all);
  const snapshot = await list.ariaSnapshot();
  if (size !== null) await page.setViewportSize(size);
  return [...snapshot.matchAll(/link "(.+)"/g)].map(([, name]) => name ?? '');
}

export const startingWith = (name: string) => (row: string) => row.startsWith(name);

/** Types a line into the capture box, without saving it. */
export async function write(page: Page, line: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Write down what happened' }).waitFor();
  await page.keyboard.press('c');
  await page.keyboard.insertText(line);
}

/** How many have been sorted, and of how many: the place in the deck says which comes next. */
export async function placeInDeck(page: Page): Promise<{ at: number; of: number }> {
  const place = page.getByText(/^\d+ of \d+/);
  await place.waitFor();
  const [, at, of] = /(\d+) of (\d+)/.exec(await textOf(place)) ?? [];
  return { at: Number(at), of: Number(of) };
}

/** The card of one person on Today. */
export function cardOf(page: Page, name: string) {
  return page.getByRole('list', { name: 'People to reach out to today' }).getByRole('listitem', { name });
}

/** What stands at the foot of the page. */
export function toast(page: Page) {
  return page.getByRole('region', { name: 'What just happened' });
}

/** Opens somebody from the list of people. */
export async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto(`/people?q=${encodeURIComponent(name)}`);
  await page.getByRole('list', { name: 'People', exact: true }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
