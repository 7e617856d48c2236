import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as shapes from '../../src/contract/shapes.ts';
import { testDialects } from '../support/dialects.ts';
import { type Cli, cliOn } from '../support/run-cli.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../support/test-database.ts';

describe.each(testDialects)('words on the command line on %s', (dialect) => {
  let database: EmptyDatabase;
  let cli: Cli;
  beforeAll(async () => {
    database = await createEmptyDatabase(dialect);
    cli = cliOn(dialect, database);
    await cli.run('add', 'Ada', 'Brandt', '--email', 'ada@example.org', '--circle', 'Close');
  });
  afterAll(() => database.drop());

  it('are set, used by drafts, and removed', async () => {
    expect((await cli.run('words', 'add', 'greeting', 'Hej {nmae},')).stderr).toContain('Did you mean {name}?');
    await cli.run('words', 'add', 'greeting', 'Hej {name},');
    await cli.run('words', 'add', 'sign-off', 'Warmly\\nInes', '--style', 'email');
    const asked = ['draft', 'Ada', '--kind', 'thanks', '--channel', 'email', '--about', 'Read my draft'] as const;
    const draft = shapes.draft.parse(await cli.json(...asked));
    expect(draft.text).toMatch(/^Hej Ada,\n\nYou read my draft, and [^\n]+\n\nWarmly\nInes$/);
    expect((await cli.run(...asked)).stdout).toMatch(/^To Ada Brandt: thanks, email\n {2}Subject: Thank you\n/);
    await cli.run('done', 'Ada', '--words', draft.text);
    const next = shapes.draft.parse(await cli.json(...asked));
    expect(next.text.split('. ')[0]).not.toBe(draft.text.split('. ')[0]);
    expect((await cli.run('words', 'remove', 'Hej {name},')).code).toBe(0);
    expect((await cli.run('words', 'remove', 'Hej {name},')).stderr).toContain('You have set no words');
    expect((await cli.run('words', 'list')).stdout).toContain('sign-off  Warmly / Ines (email)');
  });

  it('refuse a draft that nothing is noted for, and a use nobody knows', async () => {
    expect((await cli.run('draft', 'Ada', '--kind', 'promise')).stderr).toContain('There is no open promise');
    expect((await cli.run('words', 'add', 'salute', 'Hej')).stderr).toContain(
      '“salute” is no use. There are: greeting',
    );
  });

  it('name whom there is no address for a card to', async () => {
    expect((await cli.run('cards')).stdout).toBe('No address yet\n  Ada Brandt\n');
    expect(shapes.cardList.parse(await cli.json('cards', '--for', 'birthdays', '--month', '2'))).toMatchObject({
      for: 'birthdays',
      month: 2,
      cards: [],
    });
    expect((await cli.run('cards', '--for', 'birthdays', '--month', '13')).code).not.toBe(0);
  });
});
