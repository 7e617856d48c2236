import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { expectAccessible } from '../support/axe.ts';
import { useTendril, type Visit } from '../support/page.ts';
import { enter, OWNER } from './steps.ts';

describe('signing in', () => {
  const tendril = useTendril({ start: startAppServer, story: true });
  let visit: Visit;

  beforeAll(async () => {
    visit = await tendril.open();
    await enter(visit.page);
    await visit.page.getByRole('heading', { level: 1, name: 'Good morning, Wilma.' }).waitFor();
  });

  const welcome = (page: Visit['page']) => page.getByRole('heading', { level: 1, name: 'Welcome back' });

  async function signIn({ page }: Visit, password: string): Promise<void> {
    await page.getByLabel('E-mail').fill(OWNER.email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  it('stays signed in over a reload, and in a second window', async () => {
    const { page, context } = visit;
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Good morning, Wilma.' }).waitFor();
    const second = await context.newPage();
    await second.goto('/people');
    await second.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    await second.close();
  });

  it('knows nobody in another browser, wherever they knock, and lets nobody sign up again', async () => {
    const other = await tendril.open();
    for (const path of ['/', '/people', '/settings']) {
      await other.page.goto(path);
      await welcome(other.page).waitFor();
      expect(await other.page.getByLabel('Your name').count()).toBe(0);
    }
    expect((await other.page.request.get('/api/v1/people')).status()).toBe(401);
    expect(await other.page.getByText('Wilma').count()).toBe(0);
  });

  it('signs out, refuses a wrong password in one sentence, and takes the right one', async () => {
    const { page } = visit;
    await page.goto('/settings');
    await page.getByText(`Signed in as ${OWNER.email}.`).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await welcome(page).waitFor();
    await page.goto('/people');
    await welcome(page).waitFor();
    visit.takeProblems();

    await signIn(visit, 'not the password');
    await page.getByRole('alert').getByText('This e-mail address and password do not belong together.').waitFor();
    await expectAccessible(page);
    // The browser itself reports the refusal; nothing else may be on the console.
    expect(visit.takeProblems().filter((problem) => !/\b401\b/.test(problem))).toEqual([]);

    await signIn(visit, OWNER.password);
    await page.getByRole('heading', { level: 1, name: 'Good morning, Wilma.' }).waitFor();
  });
});
