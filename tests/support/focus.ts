import type { Page } from 'playwright-core';

export interface Focus {
  /** The tag and what the element is called, or `body` when nothing has the focus. */
  readonly what: string;
  /** Whether one sees where it is: the page looks different without it. */
  readonly visible: boolean;
}

/** Where the focus is, and whether it shows, looked at with the eyes: the same spot with and without it. */
export async function lookAtFocus(page: Page): Promise<Focus> {
  const found = await page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const name = element.getAttribute('aria-label') ?? (element.innerText || element.id);
    const { x, y, width, height } = element.getBoundingClientRect();
    return { what: `${element.tagName.toLowerCase()} ${name.trim().split('\n')[0] ?? ''}`.trim(), x, y, width, height };
  });
  if (found === undefined) return { what: 'body', visible: false };
  const { what, ...box } = found;
  return { what, visible: await looksDifferent(page, box) };
}

/** Room around an element for its ring, in pixels; the line to write in has its ring around the box it stands in. */
const ROOM = 28;

async function looksDifferent(page: Page, box: { x: number; y: number; width: number; height: number }): Promise<boolean> {
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  const [left, top] = [Math.max(0, box.x - ROOM), Math.max(0, box.y - ROOM)];
  const clip = {
    x: left,
    y: top,
    width: Math.min(size.width, box.x + box.width + ROOM) - left,
    height: Math.min(size.height, box.y + box.height + ROOM) - top,
  };
  if (clip.width <= 0 || clip.height <= 0) return false;
  const withFocus = await page.screenshot({ clip });
  // The styles alone are taken away: a real blur would close what is open.
  const style = await page.addStyleTag({
    content: '* { outline: none !important } :focus-within, :focus { box-shadow: none !important; border-color: red !important; background: revert-layer }',
  });
  const without = await page.screenshot({ clip });
  await style.evaluate((element) => (element as HTMLElement).remove());
  return !withFocus.equals(without);
}
