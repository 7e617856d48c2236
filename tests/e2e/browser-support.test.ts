import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { launchChromium } from '../support/chromium.ts';

const PAGE = `<!doctype html><title>Łukasz</title>
<button onclick="document.title = 'pressed'">Press</button><b>iiii</b><i>WWWW</i>`;

it('gives the tests a browser that opens a page, presses a button and draws text', async () => {
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no free port.');

  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${address.port}/`);
  expect(await page.title()).toBe('Łukasz');
  await page.getByRole('button', { name: 'Press' }).click();
  expect(await page.title()).toBe('pressed');
  const narrow = await page.locator('b').boundingBox();
  const wide = await page.locator('i').boundingBox();
  expect(wide?.width).toBeGreaterThan(2 * (narrow?.width ?? Number.NaN));
});
