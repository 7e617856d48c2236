import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually, lookAtFocus, sleepOver, textOf, useTendril, type Visit } from '../support/page.ts';
import { cardOf, OWNER, placeInDeck, toast } from './steps.ts';

describe('with the keyboard alone', () => {
  const tendril = useTendril({ start: startAppServer, story: true });
  let visit: Visit;

  beforeAll(async () => {
    visit = await tendril.open();
  });

  const press = async (...keys: string[]) => {
    for (const key of keys) await visit.page.keyboard.press(key);
  };
  const type = (text: string) => visit.page.keyboard.insertText(text);
  const focused = async () => (await lookAtFocus(visit.page)).what;
  const heading = (name: string | RegExp) => visit.page.getByRole('heading', { level: 1, name }).waitFor();

  /** What has the focus, once it shows: the page may have to scroll to it first. `body` shows nothing. */
  async function seenFocus(): Promise<string> {
    const { what } = await lookAtFocus(visit.page);
    if (what !== 'body') await eventually(() => lookAtFocus(visit.page)).toEqual({ what, visible: true });
    return what;
  }

  /** Tab until the focus is on something so called; every stop on the way has to show. */
  async function tabTo(name: RegExp, most = 40): Promise<void> {
    for (let at = 0; at < most; at++) {
      await press('Tab');
      const what = await seenFocus();
      // Behind the last comes the browser itself, then the first.
      if (what === 'body') continue;
      if (name.test(what)) return;
    }
    throw new Error(`${most} tabs did not lead to ${name}; the last stop was ${await focused()}.`);
  }

  it('signs up', async () => {
    await visit.page.goto('/');
    await heading('Keep the people you care about');
    await tabTo(/^input Your name/);
    await type(OWNER.name);
    await tabTo(/^input E-mail/);
    await type(OWNER.email);
    await tabTo(/^input Password/);
    await type(OWNER.password);
    await press('Enter');
    await heading(/Welcome, Wilma/);
  });

  it('types the first names and takes the circles', async () => {
    await tabTo(/^input Name 1/);
    await type('Grace Oduya');
    await press('Tab');
    await eventually(focused).toBe('select How often, name 1');
    await press('Tab');
    await type('Bram Kuiper');
    await press('Enter');
    await toast(visit.page).getByText('Two people are in your Inner circle.').waitFor();
    await tabTo(/^button Take these/);
    await press('Enter');
    await visit.page.getByText('Yours', { exact: true }).nth(3).waitFor();
  });

  it('captures with c, and leaves the line with Escape', async () => {
    const { page } = visit;
    await press('Escape', 'g', 't');
    await heading(/Wilma/);
    await press('c');
    await eventually(focused).toBe('textarea Write down what happened');
    for (const line of [
      'Met Zed Ito from Kanda at the OCEAN mixer yesterday, talked about tidal power',
      'Coffee with Ada Brandsma, talked about letters',
      'Called Ingrid Øyen, talked about maps',
    ]) {
      await type(line);
      await page.getByRole('region', { name: 'Write down what happened' }).getByRole('listitem').first().waitFor();
      await press('Enter');
      await eventually(() => page.getByRole('textbox', { name: 'Write down what happened' }).inputValue()).toBe('');
    }
    await press('Escape');
    await eventually(focused).toBe('body');
  });

  it('looks a question up where it would have captured a line', async () => {
    const { page } = visit;
    await press('c');
    await type('How is Ingrid doing?');
    const box = page.getByRole('region', { name: 'Write down what happened' });
    await box.getByText('This reads like a question').waitFor();
    await box.getByRole('button', { name: 'Ingrid Øyen’s page' }).waitFor();
    await expectAccessible(page);
    await press('Enter');
    await heading('Ingrid Øyen');
    await press('c');
    expect(await page.getByRole('textbox', { name: 'Write down what happened' }).inputValue()).toBe('');
    await type('Who is the plumber?');
    await box.getByRole('button', { name: 'Search for “plumber”' }).waitFor();
    await press('Escape', 'Escape');
    await page.getByRole('textbox', { name: 'Write down what happened' }).fill('');
    await press('Escape', 'g', 't');
    await heading(/Wilma/);
  });

  it('lists the keys with ?, and gives the focus back', async () => {
    const { page } = visit;
    await press('g', 'p');
    await heading('People');
    await tabTo(/^a Circles/);
    await press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.getByText('Write down what happened').waitFor();
    expect(await textOf(keys)).toMatch(/Go to Today\s*g\s*t/);
    await expectAccessible(page);
    await press('Escape');
    await keys.waitFor({ state: 'hidden' });
    await eventually(() => lookAtFocus(page)).toEqual({ what: 'a Circles', visible: true });
  });

  it('finds a person with / and opens them', async () => {
    const { page } = visit;
    await press('/');
    const find = page.getByRole('dialog', { name: 'Find' });
    await find.waitFor();
    await expectAccessible(page);
    await press('Escape');
    await find.waitFor({ state: 'hidden' });
    await eventually(focused).toBe('a Circles');

    await press('Control+k');
    await find.waitFor();
    await type('zed');
    await find.getByRole('option', { name: /Zed Ito/, selected: true }).waitFor();
    await press('Enter');
    await heading('Zed Ito');
    await find.waitFor({ state: 'hidden' });
  });

  it('adds a fact with f, edits the card with e, logs a conversation with l', async () => {
    const { page } = visit;
    await press('f');
    await eventually(focused).toBe('textarea What to remember');
    await type('Restores pocket watches');
    await press('Enter');
    const facts = page.getByRole('region', { name: 'Worth remembering' });
    await facts.getByText('Restores pocket watches').waitFor();
    await expectAccessible(page);

    await tabTo(/^button Log/, 60);
    await press('e');
    const card = page.getByRole('dialog', { name: 'Edit card' });
    await card.waitFor();
    await tabTo(/^input Nickname/);
    await type('Zeddy');
    await press('Enter');
    await card.waitFor({ state: 'hidden' });
    await toast(page).getByText('Zed Ito').first().waitFor();
    await eventually(focused).toBe('button Log');

    await press('l');
    const touch = page.getByRole('dialog', { name: 'Log a conversation' });
    await touch.waitFor();
    await eventually(focused).toBe('textarea In a sentence');
    await press('Escape');
    await touch.waitFor({ state: 'hidden' });
    await eventually(focused).toBe('button Log');
  });

  it('sorts with digits and takes back with z', async () => {
    const { page } = visit;
    await press('g', 'c');
    await heading('Circles');
    await tabTo(/^a Sort 3 people/);
    await press('Enter');
    const { at, of } = await placeInDeck(page);
    expect(of - at + 1).toBe(3);
    const next = (by: number) => page.getByText(`${at + by} of ${of}`).waitFor();
    await press('2');
    await next(1);
    await press('z');
    await next(0);
    await press('2', '3');
    await next(2);
    await press('a');
    await page.getByText('Everyone is sorted.').waitFor();
    await expectAccessible(page);
  });

  it('does the first of Today with j, d and Enter, and undoes it with z', async () => {
    const { page } = visit;
    await sleepOver(tendril.server, visit);
    await press('g', 't');
    const card = cardOf(page, 'Zed Ito');
    await card.waitFor();
    await press('j');
    expect(await lookAtFocus(page)).toMatchObject({ visible: true });
    const name = (await focused()).replace(/^li /, '');
    await press('d');
    await eventually(focused).toMatch(/^button/);
    await press('Enter');
    await toast(page).getByText(name).first().waitFor();
    await eventually(() => cardOf(page, name).count()).toBe(0);
    await press('z');
    await toast(page)
      .getByText(/^Undone/)
      .waitFor();
    await cardOf(page, name).waitFor();
    await expectAccessible(page);
  });

  it('walks all of Today with Tab and never loses sight of the focus', async () => {
    const { page } = visit;
    await page.goto('/');
    await cardOf(page, 'Zed Ito').waitFor();
    const stops: string[] = [];
    for (;;) {
      await press('Tab');
      const what = await seenFocus();
      if (what === 'body') break;
      stops.push(what);
      expect(stops.length).toBeLessThan(80);
    }
    expect(stops[0]).toBe('a Skip to the page');
    expect(stops).toContain('textarea Write down what happened');
    expect(stops).toContain('button Done');
  });
});
