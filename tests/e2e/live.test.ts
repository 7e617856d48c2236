import { beforeAll, describe, expect, it } from 'vitest';
import { startAppServer } from '../support/app-server.ts';
import { testDialects } from '../support/dialects.ts';
import { textOf, useTendril, type Visit } from '../support/page.ts';
import { enter, openPerson } from './steps.ts';

describe.each(testDialects)('what another process writes, on %s', (dialect) => {
  const tendril = useTendril({ start: () => startAppServer({ dialect, at: Date.now() }) });
  let visit: Visit;

  beforeAll(async () => {
    expect(await tendril.server.cli('add', 'Grace Oduya')).toMatchObject({ code: 0, stderr: '' });
    visit = await tendril.open();
    await enter(visit.page);
  });

  it('shows a touch logged on the command line on the open page, without a reload', async () => {
    const { page } = visit;
    await openPerson(page, 'Grace Oduya');
    const story = page.getByRole('region', { name: 'The story so far' });
    // The page listens only once its own stream of events stands.
    await story.getByText('Nothing yet.').waitFor();
    for (const topic of ['chess on Sundays', 'her daughter']) {
      const { code, stderr } = await tendril.server.cli('log', `Coffee with Grace Oduya, talked about ${topic}`);
      expect(stderr).toBe('');
      expect(code).toBe(0);
      await story.getByText(topic).waitFor();
    }
    expect(await textOf(page.getByRole('navigation').getByRole('link', { name: /^People/ }))).toContain('1');
  });

  it('shows somebody added on the command line in the open list of people', async () => {
    const { page } = visit;
    await page.goto('/people');
    const list = page.getByRole('list', { name: 'People', exact: true });
    await list.getByRole('link', { name: 'Grace Oduya' }).waitFor();
    await tendril.server.cli('add', 'Bram Kuiper');
    await list.getByRole('link', { name: 'Bram Kuiper' }).waitFor();
  });
});
