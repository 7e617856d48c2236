import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createToken } from '../../src/services/token.service.ts';
import { testDialects } from '../support/dialects.ts';
import { sendTo } from '../support/faults/friend.ts';
import { type Launcher, type Place, runCli, startServe } from '../support/faults/process.ts';
import { contextOf, makeImportFile, withApp } from '../support/faults/world.ts';

/** What a disk does that takes no more: a small one of memory that fills up, a limit of the process, one that is read-only. */

/** Mounts, or changes, a file system of memory; false where this user may not. */
function mount(folder: string, options: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
}

async function mayMount(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'tendril-mount-'));
  const mounted = mount(folder, 'size=1m');
  if (mounted) spawnSync('umount', [folder]);
  await rm(folder, { recursive: true });
  return mounted;
}

const MOUNTS = process.platform === 'linux' && (await mayMount());
if (!MOUNTS) process.stdout.write('A full disk was not tried: this user may not mount one of memory to fill.\n');

/** No file may grow beyond so many kilobytes. The signal that would end the process is ignored, as it is under systemd. */
const limitedTo = (kilobytes: number): Launcher => ({
  program: 'sh',
  args: ['-c', `trap '' XFSZ; ulimit -f ${kilobytes * 2}; exec "$0" "$@"`, process.execPath],
});

const PEOPLE = 4_000;

describe.runIf(testDialects.includes('sqlite'))('a disk', () => {
  let place: Place;
  let files: Place;

  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tendril-disk-'));
    const elsewhere = await mkdtemp(join(tmpdir(), 'tendril-files-'));
    place = { dialect: 'sqlite', folder, url: join(folder, 'tendril.db'), drop: () => rm(folder, { recursive: true }) };
    files = { ...place, folder: elsewhere, drop: () => rm(elsewhere, { recursive: true }) };
  });

  afterEach(async () => {
    spawnSync('umount', [place.folder], { stdio: 'ignore' });
    await place.drop();
    await files.drop();
  });

  const tendril = (...args: string[]) => runCli(place, args);
  const people = async () => JSON.parse((await tendril('--json', 'people')).said) as { name: string }[];

  /** With room again: all is sound, the import that failed comes to its end, and the same again changes nothing. */
  async function expectAllWellAfter(path: string, before: readonly string[]): Promise<void> {
    expect(await tendril('doctor')).toMatchObject({ code: 0 });
    const there = (await people()).map((person) => person.name);
    expect(there).toEqual(expect.arrayContaining([...before]));
    expect((await tendril('import', path)).code).toBe(0);
    const again = await tendril('--json', 'import', path);
    expect(JSON.parse(again.said)).toMatchObject({ created: 0, updated: 0, unchanged: PEOPLE });
    expect(await people()).toHaveLength(PEOPLE + before.length);
    expect(await tendril('doctor')).toMatchObject({ code: 0 });
  }

  it.runIf(MOUNTS)('that is full says so, can still be read, and goes on when there is room', async () => {
    expect(mount(place.folder, 'size=3m')).toBe(true);
    const book = await makeImportFile(files, { label: 'large', people: PEOPLE, kind: 'linkedin' });
    expect((await tendril('add', 'Ada Brandt')).code).toBe(0);
    const token = await withApp(place, (app) => createToken(contextOf(app), { name: 'disk', scope: 'write' }));

    const importing = await tendril('import', book.path);
    expect(importing).toMatchObject({ code: 1, said: '' });
    expect(importing.complained).toContain(`${place.url}: the disk is full`);
    expect(importing.complained).toContain('Make room and try again');

    const server = await startServe(place);
    const send = sendTo(server.url, token.token);
    const answers = [];
    const added: string[] = [];
    for (let n = 0; n < 20; n++) {
      const name = `Grace ${n}`;
      const answer = await send({ method: 'POST', path: '/people', body: { name }, key: `key-of-grace-${n}` });
      answers.push(answer);
      if (answer.status === 200) added.push(name);
    }
    expect(answers.at(-1)).toMatchObject({ status: 507, answer: { error: { code: 'unwritable' } } });
    const page = await fetch(`${server.url}/api/v1/people?q=Ada`, {
      headers: { authorization: `Bearer ${token.token}` },
    });
    expect(await page.json()).toMatchObject({ total: 1 });
    const today = await fetch(`${server.url}/api/v1/today`, { headers: { authorization: `Bearer ${token.token}` } });
    expect(today.status).toBe(200);

    const copy = join(place.folder, 'copy');
    expect(await tendril('backup', copy)).toMatchObject({ code: 1, complained: expect.stringContaining('full') });
    expect((await readdir(place.folder)).filter((name) => name.startsWith('copy'))).toEqual([]);

    expect(mount(place.folder, 'remount,size=200m')).toBe(true);
    const late = await send({ method: 'POST', path: '/people', body: { name: 'Late' }, key: 'key-of-late' });
    expect(late.status).toBe(200);
    expect(await server.stop()).toBe(0);
    await expectAllWellAfter(book.path, ['Ada Brandt', ...added, 'Late']);
  });

  it.runIf(process.platform !== 'win32')('with a limit says so, and goes on without it', async () => {
    const book = await makeImportFile(files, { label: 'large', people: PEOPLE, kind: 'vcard' });
    expect((await tendril('add', 'Ada Brandt')).code).toBe(0);
    const importing = await runCli(place, ['import', book.path], limitedTo(1_500));
    expect(importing.code).toBe(1);
    expect(importing.complained).toContain(`${place.url}: the disk does not take`);
    expect((await tendril('import', book.path)).code).toBe(0);

    const copy = join(place.folder, 'copy');
    const backup = await runCli(place, ['backup', copy], limitedTo(1_500));
    expect(backup.code).toBe(1);
    expect(backup.complained).toContain(copy);
    const archive = join(place.folder, 'people.vcf');
    const exported = await runCli(place, ['export', archive], limitedTo(100));
    expect(exported).toMatchObject({ code: 1, complained: expect.stringContaining(`Cannot write ${archive}`) });
    const left = (await readdir(place.folder)).filter((name) => /copy|people/.test(name));
    expect(left).toEqual([]);
    await expectAllWellAfter(book.path, ['Ada Brandt']);
  });

  it.runIf(MOUNTS || process.getuid?.() !== 0)('that is read-only says so and loses nothing', async () => {
    if (MOUNTS) mount(place.folder, 'size=50m');
    expect((await tendril('add', 'Ada Brandt')).code).toBe(0);
    // As a machine leaves it that remounts its disk after an error: with the log still there.
    const server = await startServe(place);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await server.kill();
    if (MOUNTS) mount(place.folder, 'remount,ro');
    else {
      for (const name of await readdir(place.folder)) await chmod(join(place.folder, name), 0o444);
      await chmod(place.folder, 0o555);
    }
    const adding = await tendril('add', 'Grace Osei');
    expect(adding.code).toBe(1);
    expect(adding.complained.split('\n')).toHaveLength(1);
    expect(adding.complained).toContain(place.url);
    expect(adding.complained).toMatch(/read-only|who owns/);
    if (MOUNTS) mount(place.folder, 'remount,rw');
    else {
      await chmod(place.folder, 0o700);
      for (const name of await readdir(place.folder)) await chmod(join(place.folder, name), 0o600);
    }
    expect((await people()).map((person) => person.name)).toEqual(['Ada Brandt']);
    expect((await tendril('add', 'Grace Osei')).code).toBe(0);
    expect((await tendril('doctor')).code).toBe(0);
  });
});
