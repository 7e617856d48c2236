import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as longGame from '../../src/contract/long-game.ts';
import { testDialects } from '../support/dialects.ts';
import { type Cli, cliOn } from '../support/run-cli.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../support/test-database.ts';

describe.each(testDialects)('the long game on the command line, on %s', (dialect) => {
  let database: EmptyDatabase;
  let cli: Cli;

  beforeAll(async () => {
    database = await createEmptyDatabase(dialect);
    cli = cliOn(dialect, database);
    await cli.run('add', 'Ada', 'Brandt', '--rhythm', '7d', '--email', 'ada@example.org');
    await cli.run('add', 'Zed', 'Ito');
    await cli.run('fact', 'Zed', 'offer', 'teaches tidal power');
  });
  afterAll(() => database.drop());

  it('tells one’s own news', async () => {
    expect((await cli.run('news', 'show')).stderr).toContain('tendril news add');
    await cli.run('news', 'add', 'job', 'I lead the tidal lab now', '--per-day', '1');
    const suggested = z.array(longGame.suggested).parse(await cli.json('news', 'who'));
    expect(suggested.map(({ name, why }) => [name, why[0]])).toEqual([
      ['Ada Brandt', 'One of the people closest to you.'],
      ['Zed Ito', 'Offers this: “teaches tidal power”.'],
    ]);
    expect((await cli.run('news', 'tell', 'Ada')).stderr).toContain('Ada Brandt is not among those');
    await cli.run('news', 'who', '--add', 'Ada', '--add', 'Zed');
    const page = longGame.newsPage.parse(await cli.json('news', 'show'));
    expect(page.people.map(({ name, turn }) => [name, turn])).toEqual([
      ['Ada Brandt', true],
      ['Zed Ito', false],
    ]);
    expect((await cli.run('news', 'show')).stdout).toContain('I wanted you to hear this from me');
    expect((await cli.run('news', 'tell', 'Ada', '--channel', 'email')).stdout).toBe('Ada Brandt knows now.\n');
    expect((await cli.run('news', 'told', 'Zed', '--channel', 'in-person')).stdout).toBe('Zed Ito knows now.\n');
    expect(z.array(longGame.newsItem).parse(await cli.json('news', 'list'))).toMatchObject([{ told: 2, answered: 1 }]);
    expect((await cli.run('news', 'close', 'tidal')).code).toBe(0);
    expect((await cli.run('news', 'add', 'gossip', 'x')).code).not.toBe(0);
  });

  it('marks who has died, with as much of the day as is known', async () => {
    await cli.run('add', 'Tom', 'Hollis', '--rhythm', '7d');
    expect((await cli.run('died', 'Tom', '--date', '2026-13')).code).not.toBe(0);
    expect((await cli.run('died', 'Tom', '--date', '2999')).stderr).toContain('still to come');
    expect((await cli.run('died', 'Tom', '--date', '2026-10')).stdout).toContain('Tom Hollis has died.');
    expect((await cli.run('show', 'Tom')).stdout).toContain('October 2026');
    expect((await cli.run('today', '--all')).stdout).not.toContain('Tom');
    await cli.run('undo');
    expect((await cli.run('show', 'Tom')).stdout).not.toContain('†');
    await cli.run('died', 'Tom');
    expect((await cli.run('show', 'Tom')).stdout).toContain('†');
  });

  it('keeps goals, what came of ties, and thanks', async () => {
    await cli.run('goal', 'add', 'Learn about tidal power', '--by', '2027-06-01');
    expect((await cli.run('goal', 'link', 'tidal')).stdout).toContain('Offers this: “teaches tidal power”.');
    await cli.run('goal', 'link', 'tidal', 'Zed', '--why', 'Teaches it');
    await cli.run('goal', 'done', 'tidal');
    expect(z.array(longGame.goal).parse(await cli.json('goal', 'list'))).toMatchObject([
      { state: 'reached', people: [{ name: 'Zed Ito', why: 'Teaches it' }] },
    ]);
    expect((await cli.run('outcome', 'add', 'The job at Kanda')).stderr).toContain('--with WHO');
    await cli.run('outcome', 'add', 'The job at Kanda', '--with', 'Zed', '--goal', 'tidal');
    expect((await cli.run('outcome', 'list')).stdout).toContain('Zed Ito: thanks are owed');
    await cli.run('thank', 'Zed', 'The job at Kanda', '--channel', 'email');
    expect((await cli.run('outcome', 'list')).stdout).toContain('Zed Ito: thanked');
    expect((await cli.run('undo')).code).toBe(0);
    expect((await cli.run('outcome', 'list')).stdout).toContain('Zed Ito: thanks are owed');
    expect((await cli.run('year')).stdout).toContain('Whom to thank');
  });
});
