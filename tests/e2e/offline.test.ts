import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newestSeq } from '../../src/services/feed.service.ts';
import { addFact, updateFact } from '../../src/services/memory.service.ts';
import { addPerson, deletePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { addTouch } from '../../src/services/touches.service.ts';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible, settle } from '../support/axe.ts';
import { countedRows, keptAs } from '../support/on-device.ts';
import { eventually, overflow, textOf, useTendril, type Visit } from '../support/page.ts';
import { cardOf, enter, OWNER, toast } from './steps.ts';

/** A way to the server that can be shut, as if the server had stopped. */
class Door {
  readonly #to: number;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  constructor(to: number) {
    this.#to = to;
  }

  /** Answers the address, the same every time. */
  async open(): Promise<string> {
    this.#server = createServer((from) => {
      const to = connect(this.#to, '127.0.0.1');
      for (const [one, other] of [
        [from, to],
        [to, from],
      ] as const) {
        this.#sockets.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
      }
    });
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The door has no number.');
    this.#port = address.port;
    return `http://127.0.0.1:${this.#port}`;
  }

  async close(): Promise<void> {
    this.#server?.close();
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }
}

const main = (page: Page) => page.getByRole('main');
const kept = (page: Page) => page.getByRole('region', { name: 'Kept on this device' });

/** What a browser says of a page without a network, of somebody who is gone, and of a session that is. */
const SILENCE = /Failed to load resource|^40[14] /;

describe('without a network', () => {
  const tendril = useTendril({ start: () => startAppServer(), story: true });
  let phone: Visit;
  let desk: Visit;
  let grace: string;
  let otto: string;
  let gone: string;

  beforeAll(async () => {
    const context = tendril.server.context();
    const add = async (name: string, more = {}) => (await addPerson(context, { name, ...more })).id ?? '';
    grace = await add('Grace Oduya', { rhythmDays: 10, phone: '020 123 4567' });
    otto = await add('Otto Lind');
    gone = await add('Piet Hof');
    for (let i = 0; i < 60; i++) await add(`Guest Number${i}`);
    await addFact(context, grace, { kind: 'interest', text: 'builds wooden kayaks' });
    await addFact(context, otto, { kind: 'interest', text: 'drinks tea' });
    await addTouch(context, { people: [grace], date: '2026-10-01', channel: 'phone', summary: 'talked about tides' });
    phone = await tendril.open({ phone: true });
    await enter(phone.page);
    desk = await tendril.open();
    const answer = await desk.page.request.post('/api/v1/session', { data: OWNER });
    expect(answer.status()).toBe(200);
    await desk.page.goto('/');
  });

  afterEach(() => {
    for (const visit of [phone, desk])
      expect(visit.takeProblems().filter((problem) => !SILENCE.test(problem))).toEqual([]);
  });

  const away = (visit: Visit, offline = true) => visit.context.setOffline(offline);
  /** Everything of now is on the device, and the app's own files. */
  const becomesReady = async (page: Page) => {
    const seq = await newestSeq(tendril.server.context());
    await eventually(() => keptAs(page, 'state')).toMatchObject({ seq, after: null });
    await eventually(() => keptAs(page, 'listCircles')).toBeDefined();
    await page.evaluate(() => navigator.serviceWorker.ready);
  };
  const open = async (page: Page, name: string) => {
    await page.goto(`/people?q=${encodeURIComponent(name)}`);
    await page.getByRole('list', { name: 'People', exact: true }).getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  const write = async (page: Page, line: string) => {
    const box = page.getByRole('textbox', { name: 'Write down what happened' });
    await box.fill(line);
    await box.press('Enter');
    await eventually(() => box.inputValue()).toBe('');
  };

  it('opens, shows Today and everyone, and finds names and words', async () => {
    const { page } = phone;
    for (const device of [phone, desk]) await becomesReady(device.page);
    await away(phone);
    await page.goto('/');
    await cardOf(page, 'Grace Oduya').waitFor();
    await page.getByText('Tendril is out of reach. You can read on').waitFor();
    await open(page, 'Grace');
    await main(page).getByText('builds wooden kayaks', { exact: true }).waitFor();
    await main(page).getByText('talked about tides', { exact: true }).waitFor();
    await page.goto('/people');
    await page.getByRole('list', { name: 'People', exact: true }).getByRole('link').nth(9).waitFor();
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').fill('kayaks');
    await page.getByRole('option', { name: /Grace Oduya.*wooden kayaks/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Grace Oduya' }).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  it('keeps fifty things written on two devices, through a reload', async () => {
    await away(desk);
    await open(desk.page, 'Otto');
    for (const { page } of [phone, desk])
      for (let i = 0; i < 22; i++)
        await write(page, `Call with Grace Oduya yesterday about ${page === desk.page ? 'boats' : 'sails'} ${i}`);
    await desk.page.getByRole('button', { name: 'Change drinks tea' }).click();
    await desk.page.getByRole('textbox', { name: 'What to remember' }).fill('drinks coffee');
    await main(desk.page).getByRole('button', { name: 'Save', exact: true }).click();
    await main(desk.page).getByText('drinks coffee').waitFor();
    await open(desk.page, 'Piet');
    await main(desk.page).getByRole('button', { name: 'Add something' }).click();
    await desk.page.getByRole('textbox', { name: 'What to remember' }).fill('rides a moped');
    await main(desk.page).getByRole('button', { name: 'Save', exact: true }).click();
    await main(desk.page).getByText('rides a moped').waitFor();
    await phone.page.goto('/');
    await cardOf(phone.page, 'Grace Oduya').getByRole('button', { name: 'Tomorrow' }).tap();
    await cardOf(phone.page, 'Grace Oduya').waitFor({ state: 'detached' });
    await write(phone.page, 'Met');
    await phone.page.reload();
    await kept(phone.page).getByText('Kept here until you are back online: 24').waitFor();
    await cardOf(phone.page, 'Grace Oduya').waitFor({ state: 'detached' });
    await settle(phone.page);
    await expectAccessible(phone.page);
  });

  it('delivers each once when the network is back, and shows what could not be saved', async () => {
    const context = tendril.server.context();
    const page = await getPersonPage(context, otto);
    await updateFact(context, page.facts[0]?.id ?? '', { text: 'drinks only water' });
    await deletePerson(context, gone);
    await Promise.all([away(phone, false), away(desk, false)]);
    await eventually(async () => (await getPersonPage(context, grace)).touchCount).toBe(45);
    await eventually(() => countedRows(phone.page)).toMatchObject({ queue: 1 });
    await eventually(() => countedRows(desk.page)).toMatchObject({ queue: 2 });
    const seen = await getPersonPage(context, grace);
    expect(new Set(seen.touches.map(({ date }) => date))).toEqual(new Set(['2026-11-22']));
    await kept(desk.page).getByText('rides a moped').waitFor();
    await kept(desk.page).getByText('This person is not here (any more).').waitFor();
    await kept(desk.page).getByText('drinks coffee').waitFor();
    await kept(desk.page).getByText('This was changed elsewhere meanwhile').waitFor();
    expect((await getPersonPage(context, otto)).facts.map(({ text }) => text)).toEqual(['drinks only water']);
    await kept(desk.page).getByRole('button', { name: 'Save all the same' }).click();
    await eventually(async () => (await getPersonPage(context, otto)).facts[0]?.text).toBe('drinks coffee');
    await kept(phone.page).getByText('Met', { exact: true }).waitFor();
    await settle(phone.page);
    await expectAccessible(phone.page);
    await kept(phone.page).getByRole('button', { name: 'Back into the line' }).tap();
    await eventually(() => phone.page.getByRole('textbox', { name: 'Write down what happened' }).inputValue()).toBe(
      'Met',
    );
    await kept(phone.page).waitFor({ state: 'detached' });
  });

  it('hears of what another device writes, and has it without a network', async () => {
    const { page } = phone;
    await write(desk.page, 'Coffee with Otto Lind today about harbours');
    await toast(desk.page).getByText('Otto').first().waitFor();
    await open(page, 'Otto');
    await main(page)
      .getByText(/harbours/)
      .first()
      .waitFor();
    await becomesReady(page);
    await away(phone);
    await page.reload();
    await main(page)
      .getByText(/harbours/)
      .first()
      .waitFor();
    await away(phone, false);
  });

  it('takes what another app shares into the line, also without a network', async () => {
    const { page } = phone;
    await away(phone);
    await page.goto('/share?title=Tides&text=Tides%20https%3A%2F%2Ftides.example%2F1');
    const box = page.getByRole('textbox', { name: 'Write down what happened' });
    await eventually(() => box.inputValue()).toBe('Tides https://tides.example/1');
    await away(phone, false);
  });

  it('leaves nothing on the device when one signs out', async () => {
    const { page } = desk;
    expect(await countedRows(page)).toMatchObject({ lines: 1, pages: 1 });
    await page.goto('/settings');
    await page.getByText('Everyone is kept here').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await toast(page).getByText('One thing that you wrote is not saved yet').waitFor();
    await toast(page).getByRole('button', { name: 'Sign out anyway' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await countedRows(page)).toEqual({ about: 0, lines: 0, pages: 0, words: 0, queue: 0 });
  });

  it('closes when the session turns out to be gone', async () => {
    const { page, context } = phone;
    await becomesReady(page);
    await context.clearCookies();
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    // Only whose the acts are that may wait.
    await eventually(() => countedRows(page)).toEqual({ about: 1, lines: 0, pages: 0, words: 0, queue: 0 });
  });
});

describe('on one page', () => {
  const tendril = useTendril({ start: () => startAppServer({ demo: true }) });

  it('shows Today and a person in a browser that knows no calendar days', async () => {
    const { page } = await tendril.open();
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'Temporal');
      Reflect.deleteProperty(Date.prototype, 'toTemporalInstant');
    });
    await page.goto('/');
    const first = main(page).getByRole('heading', { level: 2 }).getByRole('link').first();
    const name = await textOf(first);
    await first.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('region', { name: 'The story so far' }).waitFor();
  });

  it('goes on when the server stops in the middle of work, and saves what was written when it is there again', async () => {
    const { page, takeProblems } = await tendril.open();
    const door = new Door(Number(new URL(tendril.server.url).port));
    await page.goto(await door.open());
    const seq = await newestSeq(tendril.server.context());
    await eventually(() => keptAs(page, 'state')).toMatchObject({ seq, after: null });
    await eventually(() => keptAs(page, 'listCircles')).toBeDefined();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await door.close();
    const box = page.getByRole('textbox', { name: 'Write down what happened' });
    await box.fill('Lunch with Zed Ito from Kanda yesterday');
    await box.press('Enter');
    await kept(page).getByText('Kept here until you are back online: 1').waitFor();
    await page.reload();
    await kept(page).getByText('Kept here until you are back online: 1').waitFor();
    expect(await newestSeq(tendril.server.context())).toBe(seq);
    await door.open();
    // As a phone says when it has a network; by itself the page looks again after some seconds.
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await toast(page).getByText('What was kept here is saved.').waitFor();
    await kept(page).waitFor({ state: 'detached' });
    await page.goto(new URL('/people?q=Zed', page.url()).href);
    await page.getByRole('list', { name: 'People', exact: true }).getByRole('link', { name: 'Zed Ito' }).waitFor();
    await page.close();
    await door.close();
    expect(takeProblems().filter((problem) => !SILENCE.test(problem))).toEqual([]);
  });
});
