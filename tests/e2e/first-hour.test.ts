import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually, sleepOver, textOf, useTendril, type Visit } from '../support/page.ts';
import { android, googleNew, googleOld, iCloudFile, linkedInZip, type TestFile } from './address-books.ts';
import {
  bringIn,
  cardOf,
  drop,
  listedPeople,
  openPerson,
  readReport,
  signUp,
  startingWith,
  sumOf,
  takeOfferedCircles,
  toast,
  write,
} from './steps.ts';

const MEETING = 'Met Zed Ito from Kanda at the OCEAN mixer, talked about tidal power';

describe('the first hour of a new user, and the day after', () => {
  const tendril = useTendril({ start: startAppServer, story: true });
  let visit: Visit;
  let first: TestFile[];
  let second: TestFile[];

  beforeAll(async () => {
    visit = await tendril.open();
    const photo = await visit.page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 96, height: 96 } });
    first = [await linkedInZip(), googleNew, iCloudFile(photo)];
    second = [googleOld, android];
  });

  it('signs up as the owner and takes the offered circles', async () => {
    const { page } = visit;
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectAccessible(page);
    await signUp(page);
    await expectAccessible(page);
    await takeOfferedCircles(page);
  });

  it('brings in what is chosen and what is dropped, and accounts for every row', async () => {
    const { page } = visit;
    await page.goto('/import');
    await page.getByRole('region', { name: 'How to get each file' }).waitFor();
    await expectAccessible(page);
    await bringIn(page, first);
    await expectAccessible(page);
    const chosen = await readReport(page);
    expect(chosen).toEqual({
      'Basic_LinkedInDataExport_11-23-2026.zip/Connections.csv': {
        read: 11,
        created: 10,
        updated: 0,
        unchanged: 0,
        skipped: 1,
      },
      'contacts.csv': { read: 2, created: 1, updated: 1, unchanged: 0, skipped: 0 },
      'iCloud vCards.vcf': { read: 2, created: 2, updated: 0, unchanged: 0, skipped: 0 },
    });
    expect(await textOf(page.getByRole('status'))).toContain('13 people are new, 1 brought up to date.');
  });

  it('makes one card of the person in three address books with a single key', async () => {
    const { page } = visit;
    await page.getByRole('region', { name: 'One pair may be the same person' }).waitFor();
    await page.keyboard.press('s');
    await toast(page).getByText('Ada Brandsma').waitFor();
    await eventually(() => page.getByRole('region', { name: /may be the same person/ }).count()).toBe(0);

    await openPerson(page, 'Ada Brandsma');
    const ways = page.getByRole('region', { name: 'Ways to reach' });
    for (const way of ['ada@tidal.example', '+31 6 1234 5678', '020 794 60 12', 'LinkedIn'])
      await ways.getByText(way).first().waitFor();
    await expectAccessible(page);
  });

  it('takes the rest from a drop, and creates nobody when it is all brought in again', async () => {
    const { page } = visit;
    await drop(page, second);
    expect(sumOf(await readReport(page))).toMatchObject({ read: 3, created: 3 });
    const before = await listedPeople(page);
    expect(before.filter(startingWith('Ada Brandsma'))).toHaveLength(1);
    expect(before.filter(startingWith('陈大文'))).toHaveLength(1);

    await bringIn(page, [...first, ...second]);
    expect(sumOf(await readReport(page))).toEqual({ read: 18, created: 0, updated: 0, unchanged: 17, skipped: 1 });
    expect(await listedPeople(page)).toEqual(before);
  });

  it('keeps what the address books said of a person', async () => {
    const { page } = visit;
    await openPerson(page, 'Ngozi');
    await page.getByText('26 November').first().waitFor();
    await page.getByText('Allergic to nuts; ask first.').waitFor();
    await page.getByText('Chidi Okafor').waitFor();
    const photo = page.getByRole('main').locator('img').first();
    await eventually(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(96);
  });

  it('sorts ten people into circles by keyboard', async () => {
    const { page } = visit;
    await page.goto('/sort');
    await page.getByText('1 of 15').waitFor();
    await expectAccessible(page);
    for (const [at, digit] of [...'1122233344'].entries()) {
      await page.keyboard.press(digit);
      await page.getByText(`${at + 2} of 15`).waitFor();
    }
    await eventually(() => page.getByText(/on the way/).count()).toBe(0);
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    for (const count of ['2 of about 5', '3 of about 15', '3 of about 50', '2 of about 150'])
      await page.getByText(count).waitFor();
    await expectAccessible(page);
  });

  it('sees Today, with each person once and a reason for each', async () => {
    const { page } = visit;
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    const noor = cardOf(page, 'Noor Visser');
    await noor.getByText('Follow up.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Good morning, Wilma.' }).waitFor();
    await expectAccessible(page);
    const names = await page
      .getByRole('list', { name: 'People to reach out to today' })
      .getByRole('heading')
      .allInnerTexts();
    expect(names).toEqual([...new Set(names)]);
  });

  it('captures a meeting with someone new, seeing what was understood before saving', async () => {
    const { page } = visit;
    await write(page, MEETING);
    const box = page.getByRole('region', { name: 'Write down what happened' });
    await box.getByText(/Zed Ito.*new|new.*Zed Ito/i).waitFor();
    const said = (await box.getByRole('listitem').allInnerTexts()).join(' ');
    for (const word of ['Kanda', 'OCEAN mixer', 'tidal power', 'tomorrow']) expect(said).toContain(word);
    await expectAccessible(page);
    expect(await tendrilPeople()).toBe(15);
    await page.keyboard.press('Enter');
    await toast(page).getByText('Zed Ito').waitFor();
    await eventually(tendrilPeople).toBe(16);
    await openPerson(page, 'Zed Ito');
    await page.getByRole('region', { name: 'The story so far' }).getByText('tidal power').waitFor();
  });

  /** How many people the way to them says there are. */
  async function tendrilPeople(): Promise<number> {
    const text = await textOf(visit.page.getByRole('navigation').getByRole('link', { name: /^People/ }));
    return Number(/\d+/.exec(text)?.[0]);
  }

  it('sees them on Today the next day, with what they talked about', async () => {
    const { page } = visit;
    await sleepOver(tendril.server, visit);
    await page.getByText('Tuesday 24 November').waitFor();
    const card = cardOf(page, 'Zed Ito');
    await card.getByText('Follow up.').waitFor();
    expect(await card.getByRole('textbox').inputValue()).toContain('tidal power');
    await expectAccessible(page);
  });

  it('logs a touch, and takes it back from the toast', async () => {
    const { page } = visit;
    const card = cardOf(page, 'Zed Ito');
    await card.getByRole('button', { name: 'Done', exact: true }).click();
    await card.getByRole('group', { name: 'How were you in touch?' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await eventually(() => card.count()).toBe(0);
    await toast(page).getByRole('button', { name: 'Undo' }).click();
    await toast(page)
      .getByText(/^Undone/)
      .waitFor();
    await card.getByText('Follow up.').waitFor();
  });

  it('merges two doubles, and takes that back from the history', async () => {
    const { page } = visit;
    const graces = async () => (await listedPeople(page)).filter(startingWith('Grace Oduya')).length;
    expect(await graces()).toBe(2);
    await page
      .getByRole('link', { name: /^Grace Oduya/ })
      .first()
      .click();
    const band = page.getByRole('region', { name: 'May be the same person' });
    await band.waitFor();
    await expectAccessible(page);
    await band.getByRole('button', { name: 'Same person' }).click();
    await toast(page).getByText('Grace Oduya').waitFor();
    await eventually(() => band.count()).toBe(0);
    expect(await graces()).toBe(1);

    await page.goto('/history');
    const steps = page.getByRole('main').getByRole('listitem');
    await steps.first().waitFor();
    await expectAccessible(page);
    await steps.filter({ hasText: 'Grace Oduya' }).first().getByRole('button', { name: /^Undo/ }).click();
    await toast(page)
      .getByText(/^Undone/)
      .waitFor();
    expect(await graces()).toBe(2);
  });
});
