import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../src/domain/dates.ts';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually, overflow, textOf, useTendril, type Visit } from '../support/page.ts';
import { enter } from './steps.ts';

const TODAY = '2026-11-23' as CalendarDate;
const DAY_MS = 86_400_000;

async function post(page: Page, path: string, data: object): Promise<string> {
  const answer = await page.request.post(`/api/v1${path}`, { data });
  expect(answer.status(), path).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}

const card = (page: Page, name: string) => page.getByRole('listitem', { name, exact: true });

describe('reasons to reconnect', () => {
  const tendril = useTendril({ start: startAppServer, story: true });
  let desk: Visit;
  let morning: number;

  /** It is so many days later, at the same hour, and Today is open. */
  async function days(later: number): Promise<void> {
    const { server } = tendril;
    server.clock.set(morning + later * DAY_MS);
    await desk.context.clock.setSystemTime(server.clock.now());
    await desk.page.goto('/');
    await desk.page.getByRole('heading', { level: 1 }).waitFor();
  }

  beforeAll(async () => {
    desk = await tendril.open();
    await enter(desk.page);
    morning = tendril.server.clock.now();
  });

  it('wake one tie that slept, and ask how it was', async () => {
    const { page } = desk;
    const ada = await post(page, '/people', { name: 'Ada Brandt', email: 'ada@example.org' });
    for (let i = 0; i < 8; i++)
      await post(page, '/touches', {
        people: [ada],
        channel: 'in-person',
        date: addDays(TODAY, -1_300 - 14 * i),
        summary: 'We talked about tidal power',
      });
    await page.goto('/');
    await card(page, 'Ada Brandt')
      .getByText(/were close once: in touch about every two weeks/)
      .waitFor();
    const draft = await card(page, 'Ada Brandt').getByRole('textbox').inputValue();
    expect(draft).toMatch(/tidal power/);
    expect(draft).not.toMatch(/sorry|too long/i);
    await page.goto(`/people/${ada}`);
    await page.getByRole('region', { name: 'Worth waking' }).getByRole('button', { name: 'Let go for good' }).waitFor();
    await page.goto('/');
    await card(page, 'Ada Brandt').getByRole('button', { name: 'Done' }).click();
    await card(page, 'Ada Brandt').getByRole('button', { name: 'E-mail' }).click();
    await eventually(() => card(page, 'Ada Brandt').count()).toBe(0);
    await days(1);
    await card(page, 'Ada Brandt').getByText('How was it with Ada?').waitFor();
    await expectAccessible(page);
    await card(page, 'Ada Brandt')
      .getByRole('group', { name: 'How was it?' })
      .getByRole('button', { name: 'Glad' })
      .click();
    await eventually(() => card(page, 'Ada Brandt').count()).toBe(0);
    await page.goto(`/people/${ada}`);
    await page.getByText('You are in touch again, and glad of it.').waitFor();
  });

  it('congratulate everybody at a company on its award', async () => {
    const { page } = desk;
    const ids: string[] = [];
    for (const name of ['Ben Okafor', 'Cleo Marsh']) {
      const id = await post(page, '/people', { name });
      const { card: own } = (await (await page.request.get(`/api/v1/people/${id}`)).json()) as { card: object };
      const answer = await page.request.patch(`/api/v1/people/${id}`, {
        data: { card: { ...own, organizations: { o1: { '@type': 'Organization', name: 'Kanda Tidal' } } } },
      });
      expect(answer.status()).toBe(200);
      ids.push(id);
    }
    await page.goto(`/people/${ids[0]}`);
    await page.getByRole('button', { name: 'Add what happened' }).click();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Award' });
    await page.getByRole('textbox', { name: 'What happened', exact: true }).fill('won the Ocean Prize');
    await page.getByRole('combobox', { name: 'It happened to' }).selectOption({ label: 'everyone at Kanda Tidal' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('It is a reason to write to all 2 people there.').waitFor();
    await page.goto('/');
    const drafts = [];
    for (const name of ['Ben Okafor', 'Cleo Marsh']) {
      await card(page, name)
        .getByText(/Kanda Tidal, where \w+ works: won the Ocean Prize/)
        .waitFor();
      drafts.push((await card(page, name).getByRole('textbox').inputValue()).replace(/Ben|Cleo/g, ''));
    }
    expect(drafts[0]).toMatch(/ongratulations/);
    expect(drafts[0]).not.toBe(drafts[1]);
  });

  it('do a favour in two taps, and give before asking', async () => {
    const { page } = await tendril.open({ phone: true });
    await page.context().addCookies(await desk.context.cookies());
    const eve = await post(page, '/people', { name: 'Eve Lind', circle: 'Close' });
    await post(page, `/people/${eve}/facts`, { kind: 'interest', text: 'old lighthouses' });
    await page.goto(`/people/${eve}`);
    await page.getByRole('checkbox', { name: 'Done: Send Eve one thing you liked about: old lighthouses.' }).click();
    const ledger = page.getByRole('region', { name: 'Give and take' });
    await ledger.getByText('Sent something about: old lighthouses').waitFor();
    await ledger.getByRole('button', { name: 'Write in the ledger' }).click();
    await ledger.getByRole('combobox', { name: 'Who did it' }).selectOption({ label: 'I asked' });
    await ledger.getByRole('textbox', { name: 'What it was' }).fill('a bed for two nights');
    const asking = ledger.getByRole('region', { name: 'Before you ask' });
    await asking.getByText(/^You gave, .*: Sent something about: old lighthouses$/).waitFor();
    await asking.getByText('Tell Eve one thing you value in them, and ask for nothing.').waitFor();
    await asking.getByText(/a bed for two nights.*no is a perfectly good answer/).waitFor();
    await expectAccessible(page);
    expect(await overflow(page)).toBe(0);
  });

  it('stand by somebody for a year after a loss, with nothing cheerful in its first half', async () => {
    const { page } = desk;
    const finn = await post(page, '/people', { name: 'Finn Osei' });
    await page.request.patch(`/api/v1/people/${finn}`, {
      data: {
        card: {
          ...((await (await page.request.get(`/api/v1/people/${finn}`)).json()) as { card: object }).card,
          anniversaries: {
            b: { '@type': 'Anniversary', kind: 'birth', date: { '@type': 'PartialDate', month: 12, day: 24 } },
          },
        },
      },
    });
    await post(page, `/people/${finn}/moments`, { kind: 'loss', text: 'lost his father' });
    for (const [later, said] of [
      [1, /lost his father/],
      [9, /since .*lost his father/],
      [33, /since .*lost his father/],
      [95, /since .*lost his father/],
      [367, /since .*lost his father/],
    ] as const) {
      await days(later);
      const finns = card(page, 'Finn Osei');
      await finns.getByText(said).waitFor();
      expect(await textOf(finns)).not.toMatch(/turns|birthday/);
      expect(await finns.getByRole('textbox').inputValue()).not.toMatch(/congrat|happy/i);
      await finns.getByRole('button', { name: 'Done' }).click();
      await finns.getByRole('button').first().click();
      await eventually(() => card(page, 'Finn Osei').count()).toBe(0);
    }
    await days(396);
    await card(page, 'Finn Osei')
      .getByText(/birthday/)
      .first()
      .waitFor();
  });
});
