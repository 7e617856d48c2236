import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { overflow, useTendril, type Visit } from '../support/page.ts';

const LONG = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafe';
const MANY = 'María de los Ángeles Concepción Guadalupe Fernández de Córdoba y Álvarez de Toledo-Bourbon';
const ARABIC = 'محمد عبد الرحمن الخوارزمي';

/** What one operates or reads as a heading and lies on another such thing, though neither is in the other. */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const shown = [...(main?.querySelectorAll('h1, h2, button, a[href], input, select, textarea') ?? [])].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        element.closest('.absolute, .sticky, .fixed, [class*="sr-only"], canvas') === null,
    );
    const boxes = shown.flatMap((element) => [...element.getClientRects()].map((box) => ({ element, box })));
    return boxes.flatMap((a, at) =>
      boxes.slice(at + 1).flatMap((b) => {
        if (a.element === b.element || a.element.contains(b.element) || b.element.contains(a.element)) return [];
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        const name = ({ element }: typeof a) => (element.textContent || element.getAttribute('aria-label')) ?? '';
        return across > 3 && down > 3 ? [`${name(a)} | ${name(b)}`] : [];
      }),
    );
  });
}

describe('every shape of a page', () => {
  const tendril = useTendril({ start: () => startAppServer({ demo: true }) });
  let visit: Visit;
  let people: string[];

  beforeAll(async () => {
    visit = await tendril.open();
    const { request } = visit.page;
    people = [];
    for (const [name, organization] of [
      [LONG, `${LONG} & Partner`],
      [MANY, 'The Society For The Preservation Of Names That Have More Words Than Anyone Remembers'],
      [ARABIC, 'دار الحكمة'],
    ]) {
      const body = { name, organization, circle: 'Inner', rhythmDays: 3 };
      const { id }: { id: string } = await (await request.post('/api/v1/people', { data: body })).json();
      people.push(id);
      const summary = `We spoke of ${LONG}, ${MANY} and ${ARABIC}.`;
      await request.post('/api/v1/touches', { data: { people: [id], date: '2026-08-01', channel: 'email', summary } });
      await request.post(`/api/v1/people/${id}/facts`, { data: { kind: 'work', text: `Works for ${LONG}` } });
      await request.post(`/api/v1/people/${id}/promises`, { data: { by: 'me', text: `Send ${LONG} the book` } });
    }
  });

  const paths = (): readonly string[] => [
    '/',
    '/people',
    ...people.map((id) => `/people/${id}`),
    '/circles',
    '/near?city=Rotterdam',
    '/pictures/year',
    '/settings',
    `/prep?people=${people.join(',')}`,
  ];
  const shapes = [
    ['the narrowest phone', 320, 640],
    ['a desk', 1440, 900],
    ['a wall', 3840, 2160],
  ] as const;

  it('holds long names and both directions of writing, nothing pushed out or laid over another', async () => {
    const { page } = visit;
    const wrong: string[] = [];
    for (const path of paths()) {
      await page.goto(path);
      await page.getByRole('main').getByRole('heading').first().waitFor();
      await page.waitForLoadState('networkidle');
      for (const dir of ['ltr', 'rtl'])
        for (const [shape, width, height] of shapes) {
          await page.setViewportSize({ width, height });
          // Pictures take their new width in the next frame.
          await page.evaluate(async (to) => {
            document.documentElement.dir = to;
            for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
          }, dir);
          const over = await overflow(page);
          if (over > 0) wrong.push(`${path} on ${shape}, ${dir}: ${over} pixels too wide`);
          for (const pair of await overlaps(page)) wrong.push(`${path} on ${shape}, ${dir}: ${pair}`);
        }
    }
    expect(wrong).toEqual([]);
  });

  it('fills a wall with the page, its lines no longer than on a desk', async () => {
    const { page } = visit;
    const shape = async (width: number, height: number) => {
      await page.setViewportSize({ width, height });
      await page.goto('/');
      const list = page.getByRole('list', { name: 'People to reach out to today' });
      await list.waitFor();
      return await list.evaluate((element) => ({
        share: document.querySelector('.shell')?.getBoundingClientRect().width ?? 0,
        letters: element.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(element).fontSize),
      }));
    };
    const desk = await shape(1440, 900);
    const wall = await shape(3840, 2160);
    expect(wall.share / 3840).toBeGreaterThan(0.5);
    expect(wall.letters).toBeLessThan(desk.letters * 1.1);
  });
});
