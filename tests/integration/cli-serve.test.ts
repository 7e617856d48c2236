import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDialects } from '../support/dialects.ts';
import { type Cli, cliOn } from '../support/run-cli.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../support/test-database.ts';

describe.each(testDialects)('tendril serve on %s', (dialect) => {
  let database: EmptyDatabase;
  let cli: Cli;
  let server: ChildProcess | undefined;

  beforeEach(async () => {
    database = await createEmptyDatabase(dialect);
    cli = cliOn(dialect, database);
  });
  afterEach(async () => {
    server?.kill('SIGKILL');
    await database.drop();
  });

  async function firstLine(child: ChildProcess): Promise<string> {
    if (!child.stdout) throw new Error('The server has no stdout.');
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    return String(line);
  }

  it('says where it is, sees what the command line writes beside it, and ends when asked to', async () => {
    server = cli.start('serve', '--port', '0');
    const exited = once(server, 'exit');
    const line = await firstLine(server);
    const url = /^Tendril is open at (http:\/\/127\.0\.0\.1:\d+)\. Ctrl\+C closes it\.$/.exec(line)?.[1];
    if (url === undefined) throw new Error(`It said: ${line}`);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    const { stdout } = await cli.process('token', 'create');
    expect((await cli.process('add', 'Ada Lovelace')).code).toBe(0);
    const answer = await fetch(`${url}/api/v1/people`, { headers: { authorization: `Bearer ${stdout.trim()}` } });
    expect(await answer.json()).toMatchObject({ items: [{ name: 'Ada Lovelace' }] });

    server.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });

  it('names the code for signing up when other machines can reach it', async () => {
    server = cli.start('serve', '--port', '0', '--host', '0.0.0.0', '--json');
    const said: { url: string; claimCode: string | null } = JSON.parse(await firstLine(server));
    expect(said.url).toMatch(/^http:/);
    expect(said.claimCode).toMatch(/\S{6,}/);
    const exited = once(server, 'exit');
    server.kill('SIGINT');
    expect(await exited).toEqual([0, null]);
  });

  it('names where people reach it behind a proxy, and the code for signing up from there', async () => {
    server = cli.start('serve', '--port', '0', '--public-url', 'https://tendril.example');
    if (!server.stdout) throw new Error('The server has no stdout.');
    const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    const line = (await lines.next()).value ?? '';
    const url = /^Tendril is open at https:\/\/tendril\.example, and for the proxy at (http:\S+)\. /.exec(line)?.[1];
    if (url === undefined) throw new Error(`It said: ${line}`);
    expect((await lines.next()).value).toMatch(/^Signing up from another machine needs this code: \S{9}$/);
    expect((await fetch(`${url}/api/v1/session`, { headers: { host: 'tendril.example' } })).status).toBe(200);
    const exited = once(server, 'exit');
    server.kill('SIGINT');
    expect(await exited).toEqual([0, null]);
    const wrong = await cli.process('serve', '--port', '0', '--public-url', 'tendril.example');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('https://tendril.example');
  });

  it('says in one line that the port is taken', async () => {
    server = cli.start('serve', '--port', '0');
    const port = /:(\d+)/.exec((await firstLine(server)).replace(/https?:\/\//, ''))?.[1] ?? '';
    const { code, stdout, stderr } = await cli.process('serve', '--port', port);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Port \d+ .* taken.*\n$/);
  });
});
