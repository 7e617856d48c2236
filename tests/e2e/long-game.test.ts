import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/domain/dates.ts';
import { addFact } from '../../src/services/memory.service.ts';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible } from '../support/axe.ts';
import { eventually, overflow, useTendril, type Visit } from '../support/page.ts';
import { enter } from './steps.ts';

async function post(page: Page, path: string, data: object): Promise<string> {
  const answer = await page.request.post(`/api/v1${path}`, { data });
  expect(answer.status(), path).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}

const NAMES = [
  ...['Ada Brandt', 'Zed Ito', 'Rosa Lund', 'Tom Adeyemi', 'Grace Osei', 'Kofi Mensah', 'Eve Lind', 'Yuki Mori'],
  ...['Lena Vogel', 'Omar Haddad', 'Nina Petrova', 'Ravi Nair', 'Ines Duarte', 'Pavel Dvořák', 'Mia Berg'],
  ...['Noor Aziz', 'Sven Dahl', 'Amara Diallo', 'Theo Marsh', 'Lucia Conti', 'Hana Sato', 'Bram de Wit'],
  ...['Elif Kaya', 'Joost Bakker', 'Carla Reyes', 'Finn Olsen', 'Maud Lefèvre', 'Igor Novak', 'Tess Hale', 'Uma Rao'],
];
const NEWS = 'I changed roles: I lead the tidal lab now.';
const article = (page: Page, name: string) => page.getByRole('article', { name, exact: true });
const wordsTo = (page: Page, name: string) => page.getByRole('textbox', { name: `Your words to ${name}` });

describe('the long game', () => {
  const tendril = useTendril({ start: startAppServer, story: true });
  let desk: Visit;
  const ids = new Map<string, string>();
  const idOf = (name: string) => ids.get(name) ?? '';

  beforeAll(async () => {
    desk = await tendril.open();
    const { page } = desk;
    await enter(page);
    for (const [i, name] of NAMES.entries())
      ids.set(name, await post(page, '/people', { name, rhythmDays: 7 + i * 5, email: `p${i}@example.org` }));
    await post(page, `/people/${idOf('Rosa Lund')}/facts`, { kind: 'offer', text: 'teaches sailing on Sundays' });
    await post(page, `/people/${idOf('Ada Brandt')}/exchanges`, { kind: 'received', text: 'Read my tidal lab plans' });
    await post(page, `/people/${idOf('Ada Brandt')}/facts`, { kind: 'challenge', text: 'in secret', private: true });
    await post(page, `/people/${idOf('Grace Osei')}/ties`, { kind: 'introduced by', otherId: idOf('Tom Adeyemi') });
    await post(page, `/people/${idOf('Tom Adeyemi')}/ties`, { kind: 'introduced by', otherId: idOf('Uma Rao') });
  });

  it('a job change is told to thirty people, chosen one by one, a few a day and each in other words', async () => {
    const { page } = desk;
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('combobox').fill('your news');
    await page.getByRole('option', { name: /^Your news/ }).click();
    await page.getByRole('button', { name: 'Tell people something' }).click();
    await page.getByLabel('What you would say').fill(NEWS);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: NEWS }).waitFor();
    const list = page.getByRole('list', { name: 'Who would care' });
    await list.getByText('Helped you on the way: “Read my tidal lab plans”.').waitFor();
    for (const name of NAMES.slice(0, 6)) await page.getByRole('checkbox', { name: `Tell ${name}` }).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add 6 people' }).click();
    await wordsTo(page, 'Ada Brandt').waitFor();
    const news = new URL(page.url()).searchParams.get('id') ?? '';
    await post(page, `/news/${news}/people`, { people: NAMES.slice(6).map(idOf) });
    await page.getByText('27 people later').waitFor();
    const answer = await page.request.get(`/api/v1/news/${news}`);
    const { people } = (await answer.json()) as { people: { name: string; draft: string; turn: boolean }[] };
    const bare = people.map(({ name, draft }) => draft.replaceAll(name.split(' ')[0] ?? '', 'you'));
    expect(new Set(bare).size).toBe(30);
    expect(bare.join(' ')).not.toContain('secret');
    expect(people.filter(({ turn }) => turn)).toHaveLength(3);
    expect(await page.getByRole('button', { name: /copy all|all addresses/i }).count()).toBe(0);
  });

  it('whoever was told is marked and tracked, and one undo takes it back', async () => {
    const { page } = desk;
    const [first, second, third] = NAMES;
    await article(page, first ?? '')
      .getByRole('button', { name: 'They know' })
      .click();
    await page.getByText('1 person knows, 29 still to hear it').waitFor();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByText('Nobody knows yet, 30 still to hear it').waitFor();
    await article(page, first ?? '')
      .getByRole('button', { name: 'They know' })
      .click();
    await page.getByText('1 person knows, 29 still to hear it').waitFor();
    await article(page, second ?? '')
      .getByRole('button', { name: 'Told in person' })
      .click();
    // Who was told in person has answered.
    await page.getByText('2 people know, 1 answered, 28 still to hear it').waitFor();
    await page.goto('/');
    await page
      .getByText(`You wanted to tell ${third?.split(' ')[0]} your news:`)
      .first()
      .waitFor();
    await page.goto(`/people/${idOf(first ?? '')}`);
    const told = page.getByRole('region', { name: 'The long game' }).getByRole('link', { name: /^Knows since/ });
    await told.click();
    await page.getByRole('region', { name: 'Who knows' }).getByText('told today, no answer yet').waitFor();
    await article(page, third ?? '')
      .getByRole('button', { name: 'Leave out' })
      .click();
    await page.getByRole('region', { name: 'Left out' }).waitFor();
  });

  it('an outcome is traced to who introduced whom, and thanked for one by one', async () => {
    const { page } = desk;
    await page.goto('/goals');
    await page.getByRole('button', { name: 'A goal of yours' }).click();
    await page.getByLabel('What you want to reach').fill('Learn to sail a dinghy');
    await page.getByRole('button', { name: 'Save' }).click();
    const goal = article(page, 'Learn to sail a dinghy');
    await goal.getByRole('button', { name: 'Who could help?' }).click();
    await goal.getByText('Offers this: “teaches sailing on Sundays”.').waitFor();
    await goal.getByRole('button', { name: 'Link Rosa Lund' }).click();
    await goal.getByRole('link', { name: 'Rosa Lund' }).waitFor();

    const text = 'Grace’s introduction led to the job at Kanda';
    await page.getByRole('button', { name: 'Something that came of a tie' }).click();
    await page.getByLabel('What came of it', { exact: true }).fill(text);
    await page.getByRole('combobox', { name: 'Who had a part in it' }).fill('grace');
    await page.getByRole('option', { name: /Grace Osei/ }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    const outcome = article(page, text);
    await outcome.getByText('Tom Adeyemi introduced you to Grace Osei.').waitFor();
    await outcome.getByText('Uma Rao introduced you to Tom Adeyemi.').waitFor();
    await outcome.getByRole('button', { name: 'Write thanks Grace Osei' }).click();
    await eventually(() => page.getByRole('textbox', { name: 'Your thanks to Grace Osei' }).inputValue()).toContain(
      'Your introduction led to the job at Kanda.',
    );
    await expectAccessible(page);
    await article(page, 'Grace Osei').getByRole('button', { name: 'Thanked' }).click();
    await article(page, 'Grace Osei').getByText('thanked today').waitFor();
    await page.goto('/pictures/year');
    const year = page.getByRole('region', { name: 'Whom to thank' });
    await year.getByText('Had a part in this: “Grace’s introduction led to the job at Kanda”.').waitFor();
    await year.getByText('thanked today').waitFor();
  });

  it('a goal and a challenge of theirs are asked about again', async () => {
    const { page } = desk;
    const [yuki, eve] = [idOf('Yuki Mori'), idOf('Eve Lind')];
    const long = (day: string) => ({ ...tendril.server.context(), on: day as CalendarDate });
    await addFact(long('2026-03-02'), yuki, { kind: 'goal', text: 'run the Lisbon marathon' });
    await addFact(long('2026-08-02'), eve, { kind: 'challenge', text: 'finding a school for her son' });
    for (const [id, about] of [
      [yuki, 'run the Lisbon marathon'],
      [eve, 'finding a school for her son'],
    ] as const) {
      await page.goto(`/people/${id}`);
      const game = page.getByRole('region', { name: 'The long game' });
      await game.getByText(`You have not asked about “${about}” since`).waitFor();
      await game.getByRole('button', { name: 'Asked about it' }).click();
      await game.getByText('You have not asked about').waitFor({ state: 'detached' });
    }
  });

  it('fits a phone, and is accessible there', async () => {
    const { context } = desk;
    const { page } = await tendril.open({ phone: true });
    await page.context().addCookies(await context.cookies());
    await page.goto('/news');
    await page.getByRole('link', { name: new RegExp(NEWS.slice(0, 15)) }).click();
    await wordsTo(page, NAMES[3] ?? '').waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    await page.goto('/goals');
    await page.getByText('Uma Rao introduced you to Tom Adeyemi.').waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
});
