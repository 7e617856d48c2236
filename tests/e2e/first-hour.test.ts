import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEN } from '../support/an-app.ts';
import { type AppServer, startAppServer } from '../support/app-server.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually, useBrowser, type Visit } from '../support/page.ts';
import { android, googleNew, googleOld, iCloudFile, linkedInZip, type TestFile } from './address-books.ts';
import { bringIn, cardOf, openPerson, readReport, signUp, toast, write } from './steps.ts';

const DAY = 86_400_000;

describe('the first hour of a new user, and the next day', () => {
  const browser = useBrowser();
  let server: AppServer;
  let visit: Visit;
  let files: TestFile[];

  beforeAll(async () => {
    server = await startAppServer();
    visit = await browser.open(server);
    const picture = await visit.page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 96, height: 96 } });
    files = [await linkedInZip(), googleNew, googleOld, iCloudFile(picture), android];
  });
  afterAll(async () => {
    await server.close();
    expect(server.logged).toEqual([]);
  });

  const people = async () => {
    const { page } = visit;
    await page.goto('/people');
    const list = page.getByRole('list', { name: 'People', exact: true });
    await list.waitFor();
    return list.getByRole('listitem').locator('span.font-serif').allInnerTexts();
  };

  it('signs up as the owner and takes the offered circles', async () => {
    const { page } = visit;
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectAccessible(page);
    await signUp(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Take these' }).click();
    await eventually(() => page.getByText('Yours', { exact: true }).count()).toBe(4);
  });

  it('brings in what it is given and accounts for every row', async () => {
    const { page } = visit;
    await page.goto('/import');
    await page.getByText('How to get each file').waitFor();
    await expectAccessible(page);
    await bringIn(page, files);
    await expectAccessible(page);
    const report = await readReport(page);
    expect(Object.values(report)).toHaveLength(5);
    console.log(JSON.stringify(report, null, 1), await page.getByRole('main').innerText());
  });
});
