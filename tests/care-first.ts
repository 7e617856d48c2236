import { startAppServer } from './support/app-server.ts';
import { settle } from './support/axe.ts';
import { launchChromium } from './support/chromium.ts';
import { openVisit } from './support/page.ts';

const browser = await launchChromium();
const server = await startAppServer();
for (const form of [{}, { phone: true }] as const) {
  const { page, takeProblems } = await openVisit(browser, server, form);
  await page.request.post('phone' in form ? '/api/v1/session' : '/api/v1/owner', {
    data: { name: 'Ines', email: 'ines@example.org', password: 'only for the pictures' },
  });
  const n = 'phone' in form ? 'phone' : 'desk';
  if (n === 'desk') {
    await page.goto('/start');
    for (const [at, name] of [
      'Ada Brandt',
      'Zed Ito',
      'Grace Osei',
      'Tom Vale',
      'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafe',
    ].entries())
      await page.getByLabel(`Name ${at + 1}`, { exact: true }).fill(name);
    await page.getByRole('button', { name: 'Keep them close' }).click();
    await page.getByText('Five people are in your Inner circle').first().waitFor();
  }
  await page.goto('/');
  await page.getByRole('heading', { name: 'When did you last speak?' }).waitFor();
  await settle(page);
  await page.screenshot({ path: `/tmp/care-shots/first-${n}.png` });
  if (n === 'desk') {
    await page.getByRole('button', { name: 'Ada Brandt: This month' }).click();
    await page.getByRole('button', { name: 'Zed Ito: This week' }).click();
    await page.getByRole('button', { name: 'Grace Osei: Over a year ago' }).click();
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `/tmp/care-shots/first-answered-${n}.png` });
  }
  console.log(takeProblems());
}
await browser.close();
await server.close();
process.exit(0);
