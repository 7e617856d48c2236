import type { CDPSession, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible, settle } from '../support/axe.ts';
import { eventually, overflow, textOf, useTendril, type Visit } from '../support/page.ts';
import { placeInDeck, toast } from './steps.ts';

describe('under hand and thumb', () => {
  const tendril = useTendril({ start: () => startAppServer({ demo: true }) });

  describe('pushing cards aside with a thumb', () => {
    let visit: Visit;
    let finger: CDPSession;

    beforeAll(async () => {
      visit = await tendril.open({ phone: true });
      finger = await visit.context.newCDPSession(visit.page);
    });

    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: points });

    /** Puts a finger on a card and moves it through these places, in pixels from where it came down; lifts it at the end. */
    async function push(card: Locator, path: readonly (readonly [number, number])[], held?: () => Promise<void>) {
      await card.scrollIntoViewIfNeeded();
      const box = await card.boundingBox();
      if (box === null) throw new Error('There is no card to push.');
      const from = { x: box.x + box.width / 2, y: box.y + 24 };
      await touch('touchStart', [from]);
      for (const [dx, dy] of path) await touch('touchMove', [{ x: from.x + dx, y: from.y + dy }]);
      // A finger comes to rest before it is lifted; lifted in full flight, Chromium would swallow the next tap.
      const [dx, dy] = path.at(-1) ?? [0, 0];
      await visit.page.waitForTimeout(100);
      await touch('touchMove', [{ x: from.x + dx, y: from.y + dy }]);
      await held?.();
      await touch('touchEnd', []);
    }

    const first = (page: Page) =>
      page.getByRole('list', { name: 'People to reach out to today' }).getByRole('listitem').first();
    const writingCard = (page: Page) =>
      page
        .getByRole('list', { name: 'People to reach out to today' })
        .getByRole('listitem')
        .filter({ has: page.getByRole('textbox') })
        .first();
    const right = [
      [20, 1],
      [70, 2],
      [140, 3],
    ] as const;
    const left = right.map(([dx, dy]) => [-dx, dy] as const);

    it('puts someone off until tomorrow by a swipe to the left, and says so before the finger is lifted', async () => {
      const { page } = visit;
      await page.goto('/');
      const name = (await first(page).getAttribute('aria-label')) ?? '';
      await push(first(page), left, async () => {
        expect(await textOf(first(page).locator('[data-side="start"]'))).toBe('Tomorrow');
        expect(await first(page).locator('[data-side="start"]').isVisible()).toBe(true);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      });
      await toast(page).getByText(name).waitFor();
      await toast(page).getByRole('button', { name: 'Undo' }).tap();
      await toast(page)
        .getByText(/^Undone/)
        .waitFor();
      await page.getByRole('listitem', { name, exact: true }).waitFor();
    });

    it('asks how after a swipe to the right, the likely way first, and logs it', async () => {
      const { page } = visit;
      await page.goto('/');
      const name = (await writingCard(page).getAttribute('aria-label')) ?? '';
      await push(writingCard(page), right);
      const asked = page.getByRole('group', { name: 'How were you in touch?' });
      await asked.waitFor();
      await expectAccessible(page);
      await asked.getByRole('button').first().tap();
      await toast(page).getByText(name).waitFor();
      await eventually(() => page.getByRole('listitem', { name, exact: true }).count()).toBe(0);
    });

    it('does nothing when the finger comes back, goes too short a way, or scrolls', async () => {
      const { page } = visit;
      await page.goto('/');
      const name = (await first(page).getAttribute('aria-label')) ?? '';
      const back = [...right, [60, 2], [12, 1]] as const;
      for (const path of [
        back,
        right.slice(0, 2),
        [...right.map(([dx, dy]) => [dy, -dx] as const), [140, -140] as const],
      ]) {
        await push(first(page), path);
        await settle(page);
        expect(await first(page).getAttribute('aria-label')).toBe(name);
        expect(await first(page).getAttribute('data-swipe')).toBeNull();
        expect(await page.getByRole('group', { name: 'How were you in touch?' }).count()).toBe(0);
      }
      expect(new URL(page.url()).pathname, 'no link was followed').toBe('/');
    });

    it('reads the other way round where one reads from right to left', async () => {
      const { page } = visit;
      await page.goto('/');
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      await push(writingCard(page), left);
      await page.getByRole('group', { name: 'How were you in touch?' }).waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });

    it('sorts by swiping: the suggestion one way, later the other', async () => {
      const { page } = visit;
      await page.goto('/sort');
      const { at, of } = await placeInDeck(page);
      const card = page.locator('section.swipes');
      const name = await card.getAttribute('aria-label');
      await push(card, left);
      await eventually(() => card.getAttribute('aria-label')).not.toBe(name);
      while ((await card.locator('[data-side="end"]').count()) === 0) {
        const passed = await card.getAttribute('aria-label');
        await push(card, left);
        await eventually(() => card.getAttribute('aria-label')).not.toBe(passed);
      }
      const { at: before } = await placeInDeck(page);
      expect(before).toBeGreaterThanOrEqual(at);
      await push(card, right);
      await page.getByRole('button', { name: /Take back/, disabled: false }).waitFor();
      await page.getByText(`of ${of}`).waitFor();
    });
  });

  describe('with a mouse, and without one', () => {
    let page: Page;

    beforeAll(async () => {
      ({ page } = await tendril.open());
    });

    const circle = (name: string) => page.getByRole('main').locator(`[data-circle="${name}"]`);
    const membersOf = (name: string) => page.getByRole('list', { name: `Who is in ${name}` });
    const nameOf = (member: Locator) => member.locator('[dir="auto"]').first();
    const namesIn = (name: string) => membersOf(name).locator('[dir="auto"]').allTextContents();

    it('drags someone from one circle to another, and back by undo', async () => {
      await page.goto('/circles');
      const dragged = membersOf('Inner').getByRole('listitem').first();
      const name = await textOf(nameOf(dragged));
      await membersOf('Close').getByRole('listitem').first().waitFor();
      await expectAccessible(page);
      await dragged.dragTo(circle('Close').getByRole('heading'));
      await toast(page).getByText(`Moved ${name} from Inner to Close.`).waitFor();
      await eventually(async () => (await namesIn('Close')).join()).toContain(name);
      expect((await namesIn('Inner')).join()).not.toContain(name);
      await toast(page).getByRole('button', { name: 'Undo' }).click();
      await eventually(async () => (await namesIn('Inner')).join()).toContain(name);
    });

    it('moves someone by the keyboard alone', async () => {
      const member = membersOf('Inner').getByRole('button').first();
      const name = await textOf(nameOf(member));
      await member.focus();
      await page.keyboard.press('Enter');
      const move = page.getByRole('menuitem', { name: 'Move to Close' });
      await move.waitFor();
      await move.focus();
      await page.keyboard.press('Enter');
      await toast(page).getByText(`Moved ${name} from Inner to Close.`).waitFor();
    });

    it('keeps the family that follows from ties, and finds a word in the story', async () => {
      const post = async (path: string, data: object) => {
        const answer = await page.request.post(`/api/v1${path}`, { data });
        expect(answer.status(), path).toBe(200);
        return ((await answer.json()) as { id: string }).id;
      };
      const [ada, tom, mia] = [
        await post('/people', { name: 'Ada Brandt' }),
        await post('/people', { name: 'Tom Brandt' }),
        await post('/people', { name: 'Mia Brandt' }),
      ];
      await post(`/people/${ada}/ties`, { kind: 'spouse', otherId: tom });
      await post(`/people/${tom}/ties`, { kind: 'daughter', otherId: mia });
      for (let day = 1; day <= 24; day++)
        await post('/touches', {
          people: [ada],
          channel: day === 3 ? 'phone' : 'in-person',
          date: `2026-10-${String(day).padStart(2, '0')}`,
          summary: day === 2 ? 'Walked to the lighthouse' : `Coffee ${day}`,
        });
      await page.goto(`/people/${ada}`);
      const ties = page.getByRole('region', { name: 'Ties' });
      await ties.getByText('probably child: daughter of Tom Brandt').waitFor();
      await expectAccessible(page);
      await ties.getByRole('button', { name: 'Keep the tie to Mia Brandt' }).click();
      await toast(page).getByText('Mia Brandt is Ada Brandt’s child.').waitFor();
      await eventually(() => ties.getByText('probably').count()).toBe(0);

      const story = page.getByRole('region', { name: 'The story so far' });
      await story.getByRole('searchbox', { name: 'Find a word' }).fill('light');
      await eventually(() => story.getByRole('listitem').count()).toBe(1);
      await story.getByText('Walked to the lighthouse').waitFor();
      await story.getByRole('searchbox', { name: 'Find a word' }).fill('');
      await story.getByRole('combobox', { name: 'How' }).selectOption('phone');
      await eventually(() => story.getByRole('listitem').count()).toBe(1);
      await story.getByRole('combobox', { name: 'How' }).selectOption('');
      await story.getByText('Coffee 24').waitFor();
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await story.getByText('Coffee 1', { exact: true }).waitFor();
    });

    it('finds every act on the person in view, by its words', async () => {
      await page.keyboard.press('Control+k');
      const find = page.getByRole('dialog', { name: 'Find' });
      await find.getByRole('combobox').fill('add promise');
      await find.getByRole('option', { name: /Add a promise/ }).click();
      await page.getByRole('textbox', { name: 'What was promised' }).waitFor();
    });
  });
});
