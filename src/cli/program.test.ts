import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commands } from './commands/index.ts';
import { PRINTED } from './commands/schema.ts';
import { buildProgram, type Invoked } from './program.ts';
import type { GlobalOptions } from './session.ts';

/** What a line of arguments comes to. */
async function typed(...args: string[]): Promise<{ globals: GlobalOptions; command: Invoked }> {
  let said: { globals: GlobalOptions; command: Invoked } | undefined;
  const program = buildProgram(async (globals, command) => {
    said = { globals, command };
  });
  await program.parseAsync(args, { from: 'user' });
  if (!said) throw new Error('No command was run.');
  return said;
}

function namesOf(command: Command, above = ''): string[] {
  return command.commands.flatMap((child) =>
    child.commands.length > 0 ? namesOf(child, `${child.name()} `) : [above + child.name()],
  );
}

describe('the grammar of the command line', () => {
  it('takes global options before and after the command', async () => {
    for (const args of [
      ['--json', '--on', '2026-11-23', 'done', 'Ada', '--channel', 'email'],
      ['done', '--json', 'Ada', '--channel', 'email', '--on', '2026-11-23'],
    ]) {
      const { globals, command } = await typed(...args);
      expect(globals).toMatchObject({ json: true, on: '2026-11-23' });
      expect(command).toMatchObject({ name: 'done', args: [['Ada']], options: { channel: 'email' } });
    }
  });

  it('passes on what is optional and what is repeated', async () => {
    expect((await typed('circle', 'add', 'Close', 'Ada', 'Zed Ito')).command).toMatchObject({
      name: 'circle add',
      args: ['Close', ['Ada', 'Zed Ito']],
    });
    expect((await typed('undo')).command.args).toEqual([undefined]);
    expect((await typed('settings', '--set', 'capacity=3', 'zone=UTC')).command.options).toEqual({
      set: ['capacity=3', 'zone=UTC'],
    });
    expect((await typed('log', '--', '--really', 'did it')).command.args).toEqual([['--really', 'did it']]);
  });

  it('has a handler for every command, and a schema for everything that is printed', () => {
    const names = namesOf(buildProgram(async () => undefined));
    expect(names.filter((name) => !(name in commands))).toEqual(['serve', 'schema']);
    expect(Object.keys(commands).filter((name) => !names.includes(name))).toEqual([]);
    expect(Object.keys(PRINTED).sort()).toEqual(Object.keys(commands).sort());
  });

  it('loads each handler', async () => {
    for (const load of Object.values(commands)) expect(await load()).toBeTypeOf('function');
  });
});
